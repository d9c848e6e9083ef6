"""Finds and reads a guide: strict YAML, and every problem with its file, line and column."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec

from distancecli.documents.document import Document, NotYaml, OpenDocument, parse_document
from distancecli.documents.fault import Fault
from distancecli.documents.textfile import read_text
from distancecli.errors import MOST_GATHERED, FileProblems, Problem, UnreadableFile
from distancecli.guide import adapted
from distancecli.guide.model import Front, Guide
from distancecli.guide.shape import (
    MISPLACED,
    MISSING,
    NO_CONDITION,
    convert,
    shape_faults,
    sound_sections,
)
from distancecli.system.machine import machine
from distancecli.text.characters import on_one_line

FILE_NAME: Final = "steps.yaml"
CHOSEN: Final = "DISTANCE_GUIDE"
"""The variable that names the guide for all commands."""
FRONT: Final = frozenset(Front.__struct_fields__)
SECTION_FAULTS: Final = frozenset({"unknown-field", MISSING, "wrong-type"})
"""The kinds of fault that leave a guide without one of its sections."""
LARGEST: Final = 16 * 1024 * 1024
"""Bytes; ten thousand steps take three quarters of it."""


def built_in_path() -> Path:
    """The guide that ships with the program: inside the package, or one folder up in a checkout.

    Raises:
        UnreadableFile: it is in neither place.
    """
    package = Path(__file__).parent.parent
    for folder in (package, package.parent):
        if (path := folder / FILE_NAME).is_file():
            return path
    raise UnreadableFile(f"{package / FILE_NAME} is missing. Install distancecli again.")


def chosen_path(named: str | None) -> str | None:
    """The file of a guide that is named, by a command or for all of them; None: the built-in one.

    Raises:
        UnreadableFile: the variable has no absolute path, so that it would hang on the folder.
    """
    if named is not None:
        return named
    if (chosen := os.environ.get(CHOSEN, "")) and not Path(chosen).is_absolute():
        said = f'{CHOSEN}: "{chosen}" is another file in each folder. Give its whole path.'
        raise UnreadableFile(said)
    return chosen or None


class OpenGuide:
    """The guide that is named, or else chosen; its front can be had before the rest is read.

    Raises:
        UnreadableFile: there is no such file, or it is not text.
        FileProblems: the file is not a guide. Of the built-in one, which is proved before it
            ships, that may come as late as with the rest.
    """

    def __init__(self, named: str | None = None):
        self.path = chosen_path(named)
        """Its file; None for the built-in one."""
        self._commands = adapted.commands(on_one_line(machine.quoted(named)) if named else "")
        self._file = OpenDocument(*_text_of(self.path))
        if self.path is not None:
            _ = self.whole  # what is wrong with it is said before any page

    @cached_property
    def front(self) -> Front:
        """What the first page needs. To read the rest takes ten times as long."""
        # Where a section is not sound, only the whole can tell all that is wrong.
        front = adapted.filled(self._file.up_to(FRONT), self._commands)
        sections = sound_sections(front, Front)
        return Front(**sections) if sections.keys() == FRONT else self.whole

    @cached_property
    def whole(self) -> Guide:
        """All of the guide."""
        with _all_told():
            guide = guide_from(self._file.whole(), self._commands)
        if self.path is not None:
            guide = adapted.for_readers(guide, self.path, guide_from(built_in()))
        # A guide has all that its front has; two copies of it would only take room.
        self.front = guide
        del self._file  # it takes three times the room of a guide
        return guide


def load_guide(path: str | None = None) -> Guide:
    """The guide in the file, or the chosen one, as its author has it.

    Raises:
        UnreadableFile: there is no such file, or it is not text.
        FileProblems: the file is not a guide; one problem for each thing that is wrong.
    """
    return parse_guide(*_text_of(chosen_path(path)))


def guide_at_hand(named: str | None = None) -> tuple[Guide, str]:
    """The guide as readers see it, or the built-in one in place of a file that cannot be used.

    The text names that file, or is empty. Whoever is in need must not be sent away for a mistake
    that somebody made in a file.
    """
    try:
        return OpenGuide(named).whole, ""
    except (UnreadableFile, FileProblems):
        return guide_from(built_in()), (os.environ[CHOSEN] if named is None else named) or '""'


def read_guide(path: str) -> Document:
    """The file of a guide as plain data that may be no guide yet.

    Raises:
        UnreadableFile: there is no such file, or it is not text.
        FileProblems: the file is not YAML.
    """
    with _all_told():
        return parse_document(*_text_of(path))


def _text_of(path: str | None) -> tuple[str, str]:
    return read_text(str(built_in_path()) if path is None else path, LARGEST)


def built_in() -> Document:
    """The built-in guide as plain data."""
    return parse_document(*_text_of(None))


def parse_guide(name: str, text: str) -> Guide:
    """The guide that the text stands for; `name` is what problems call it.

    Raises:
        FileProblems: the text is not a guide.
    """
    with _all_told():
        return guide_from(parse_document(name, text))


@contextmanager
def _all_told() -> Iterator[None]:
    """Tells what is no YAML together with what is no guide, where the rest can be read."""
    try:
        yield
    except NotYaml as refused:
        mended = refused.mended
        found = _found_in(mended, _prepared(mended)) if mended else ()
        raise FileProblems([*refused.problems, *found]) from refused


def guide_from(document: Document, commands: Mapping[str, str] | None = None) -> Guide:
    """The guide that a document says, with the built-in labels and help lines that it leaves out.

    `commands` says what becomes of the placeholders for commands; else they are the plain ones.

    Raises:
        FileProblems: it is not a guide.
    """
    data = _prepared(document, commands)
    guide = None
    with suppress(msgspec.ValidationError):
        guide = convert(data, Guide)
    if found := _found_in(document, data, guide):
        raise FileProblems(found)
    assert guide
    return guide


def _prepared(document: Document, commands: Mapping[str, str] | None = None) -> Any:
    """The data of a guide, with what it leaves out, and commands in place of placeholders."""
    data = adapted.completed(document.data, lambda: built_in().data)
    return adapted.filled(data, commands or adapted.commands())


def _found_in(document: Document, data: Any, guide: Guide | None = None) -> list[Problem]:
    """What is wrong with a guide; not all is looked for where there is very much."""
    sections = msgspec.structs.asdict(guide) if guide else None
    found = dict.fromkeys(islice(_faults(data, sections), MOST_GATHERED))
    return list(map(document.problem, found))


def _faults(data: Any, sections: dict[str, Any] | None) -> Iterator[Fault]:
    """Every fault of the data as a guide; what is sound is looked through, whatever the rest is."""
    from distancecli.guide.ids import id_faults, repeated_names  # the first page need not wait
    from distancecli.guide.meaning import meaning_faults  # for what looks through the rest
    from distancecli.guide.names import name_faults

    shape = list(islice(shape_faults(data, Guide), MOST_GATHERED)) if sections is None else []
    repeated = list(islice(repeated_names(data), MOST_GATHERED))
    if any(fault.code == MISPLACED for fault in shape):
        yield from (fault for fault in shape if fault.code != MISSING)  # where it seems to stand
        return
    yield from repeated
    if any(fault.place[-1] == "id" for fault in repeated) or any(map(_is_of_a_section, shape)):
        yield from shape
        return
    if sections is None:
        sections = sound_sections(data, Guide)
    # No more than can be told: a file may be wrong in a million places.
    unknown = list(islice(name_faults(data), MOST_GATHERED))
    yield from _untold(shape, unknown)
    yield from unknown
    yield from id_faults(data)
    empty: dict[str, Any] = dict.fromkeys(Guide.__struct_fields__, ())
    sound = sections.keys() | (set() if unknown else {"names"})
    sound -= {"questions"} if repeated else set()
    yield from meaning_faults(Guide(**empty | sections), sound)


def _untold(faults: Iterable[Fault], unknown: Iterable[Fault]) -> Iterator[Fault]:
    """The faults without those conditions of which more is known: what they name is not there."""
    told = {fault.place[:depth] for fault in unknown for depth in range(len(fault.place) + 1)}
    return (each for each in faults if each.code != NO_CONDITION or each.place not in told)


def _is_of_a_section(fault: Fault) -> bool:
    """Whether a section is missing or misspelt, so that nothing it holds would be known."""
    return len(fault.place) <= 1 and fault.code in SECTION_FAULTS
