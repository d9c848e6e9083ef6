"""Finds and reads a guide: strict YAML, and every problem with its file, line and column."""

from collections.abc import Iterator
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
from distancecli.guide.model import Front, Guide
from distancecli.guide.shape import MISPLACED, MISSING, convert, shape_faults, sound_sections

FILE_NAME: Final = "steps.yaml"
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


class OpenGuide:
    """The guide in the file, or the built-in one; its front can be had before the rest is read.

    Raises:
        UnreadableFile: there is no such file, or it is not text.
        FileProblems: the file is not a guide. Of the built-in one, which is proved before it
            ships, that may come as late as with the rest.
    """

    def __init__(self, path: str | None = None):
        self._file = OpenDocument(*_text_of(path))
        if path is not None:
            _ = self.whole  # what is wrong with it is said before any page

    @cached_property
    def front(self) -> Front:
        """What the first page needs. To read the rest takes ten times as long."""
        # Where a section is not sound, only the whole can tell all that is wrong.
        sections = sound_sections(self._file.up_to(FRONT), Front)
        return Front(**sections) if sections.keys() == FRONT else self.whole

    @cached_property
    def whole(self) -> Guide:
        """All of the guide."""
        # A guide has all that its front has; two copies of it would only take room.
        with _all_told():
            self.front = guide = guide_from(self._file.whole())
        del self._file  # it takes three times the room of a guide
        return guide


def load_guide(path: str | None = None) -> Guide:
    """The guide in the file, or the built-in one.

    Raises:
        UnreadableFile: there is no such file, or it is not text.
        FileProblems: the file is not a guide; one problem for each thing that is wrong.
    """
    return guide_from(read_guide(path))


def read_guide(path: str | None = None) -> Document:
    """The file of a guide, or of the built-in one, as plain data that may be no guide yet.

    Raises:
        UnreadableFile: there is no such file, or it is not text.
        FileProblems: the file is not YAML.
    """
    with _all_told():
        return parse_document(*_text_of(path))


def _text_of(path: str | None) -> tuple[str, str]:
    return read_text(str(built_in_path()) if path is None else path, LARGEST)


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
        found = _found_in(refused.mended) if refused.mended else ()
        raise FileProblems([*refused.problems, *found]) from refused


def guide_from(document: Document) -> Guide:
    """The guide that a document says.

    Raises:
        FileProblems: it is not a guide.
    """
    guide = None
    with suppress(msgspec.ValidationError):
        guide = convert(document.data, Guide)
    if found := _found_in(document, guide):
        raise FileProblems(found)
    assert guide
    return guide


def _found_in(document: Document, guide: Guide | None = None) -> list[Problem]:
    """What is wrong with a guide; not all is looked for where there is very much."""
    sections = msgspec.structs.asdict(guide) if guide else None
    found = dict.fromkeys(islice(_faults(document.data, sections), MOST_GATHERED + 1))
    return list(map(document.problem, found))


def _faults(data: Any, sections: dict[str, Any] | None) -> Iterator[Fault]:
    """Every fault of the data as a guide; what is sound is looked through, whatever the rest is."""
    from distancecli.guide.ids import repeated_names  # the first page need not wait for
    from distancecli.guide.meaning import meaning_faults  # what looks through the rest
    from distancecli.guide.names import name_faults

    shape = list(islice(shape_faults(data, Guide), MOST_GATHERED + 1)) if sections is None else []
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
    misnamed = {fault.place[:-1] for fault in unknown}
    yield from (fault for fault in shape if fault.place not in misnamed)
    yield from unknown
    empty: dict[str, Any] = dict.fromkeys(Guide.__struct_fields__, ())
    sound = sections.keys() | (set() if unknown else {"names"})
    sound -= {"questions"} if repeated else set()
    yield from meaning_faults(Guide(**empty | sections), sound)


def _is_of_a_section(fault: Fault) -> bool:
    """Whether a section is missing or misspelt, so that nothing it holds would be known."""
    return len(fault.place) <= 1 and fault.code in SECTION_FAULTS
