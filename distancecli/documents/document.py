"""Strict YAML (and so JSON): plain data in, with the place of every entry, or problems out.

Stricter than YAML on purpose: what `plaindata` refuses, and directives and hidden characters.
"""

import io
import re
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from functools import cached_property
from itertools import chain
from typing import Any, Final

import yaml
from msgspec import Struct

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import (
    SYNTAX,
    Place,
    Places,
    PlainData,
    Scalar,
    Scalars,
)
from distancecli.documents.textfile import read_text
from distancecli.errors import FileProblems, Problem
from distancecli.text.characters import CONTROLS, HIDDEN, name_of

LARGEST: Final = 256 * 1024
"""Bytes; a file of answers takes about one of these."""
BYTE_ORDER_MARK: Final = "\ufeff"
JSON: Final = ("{", "[")
PAIR: Final = r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)"
"""A character of JSON that takes two escapes, as ``json.dumps`` writes it. YAML has one for it."""
DIRECTIVE: Final = re.compile("^%", re.MULTILINE)
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""LibYAML where PyYAML was built with it; only its events are used."""
NOT_YAML: Final = (yaml.YAMLError, ValueError, OverflowError)
"""What stands for a text that is not YAML; the last two are raised without LibYAML alone."""


class Document(Struct, frozen=True, dict=True):
    """Plain data (mappings, lists, text and None), and the text that it was read from."""

    name: str
    data: Any
    text: str

    @cached_property
    def places(self) -> Places:
        """Where each entry stands. The text is read again for that, if anyone asks."""
        places: Places = {}
        PlainData(self.name, places).take(events_of(self.text))
        return places

    @cached_property
    def scalars(self) -> dict[Place, Scalar]:
        """How the text at each place is written: from where to where, and with which quotes."""
        scalars = Scalars(self.name)
        scalars.take(events_of(self.text))
        return scalars.at

    def problem(self, fault: Fault, example: str = "") -> Problem:
        """The fault at its place in the file, or at the nearest one around it that the file has.

        `example` is its example as an answers file.
        """
        place = fault.place
        while place and place not in self.places:
            place = place[:-1]
        line, column = self.places.get(place, (1, 1))
        if fault.at_text and (written := self.scalars.get(place)):
            line, column = written.lines[0] + 1, written.column + 1
        said = (fault.message, fault.code, fault.severity, fault.table)
        return Problem(self.name, line, column, *said, example)


class NotYaml(FileProblems):
    """What is wrong with a text that is not YAML."""

    def __init__(self, problems: Iterable[Problem], mended: Document | None):
        super().__init__(problems)
        self.mended = mended
        """What it says without the slips in it, where each of them was recognised."""


class OpenDocument:
    """A document that is read as far as something is asked for; `name` is what problems call it.

    Raises:
        FileProblems: now or later, where the text is not YAML, or not the strict kind.
    """

    def __init__(self, name: str, text: str):
        text = text.removeprefix(BYTE_ORDER_MARK)
        if text.startswith(JSON):
            text = re.sub(PAIR, _in_one, text)
        # Nearly every text is printable, and that is sooner known than the pattern is compiled.
        may_hide = not text.replace("\n", "").isprintable()
        if DIRECTIVE.search(text) or (may_hide and re.search(HIDDEN, text)):
            raise FileProblems(chain(_misplaced(name, text), _rest(name, text)))
        self._name, self._text = name, text
        self._events = events_of(text)
        self._read = PlainData(name)

    def up_to(self, keys: Set[str]) -> Any:
        """The data up to where its outermost mapping has all those keys, or else all of it."""
        self._take(self._events_up_to(keys))
        return self.whole().data if self._read.problems else self._read.data

    def whole(self) -> Document:
        """All of the document, or all that is wrong with it."""
        self._take(self._events)
        if self._read.problems:
            raise FileProblems(self._read.problems)
        return Document(self._name, self._read.data, self._text)

    def _events_up_to(self, keys: Set[str]) -> Iterator[yaml.Event]:
        for event in self._events:
            yield event
            if self._read.has(keys):
                return

    def _take(self, events: Iterator[yaml.Event]) -> None:
        try:
            self._read.take(events)
        except NOT_YAML as error:
            self._take_what_stands_before(error)
            from distancecli.documents.mending.mend import Mending  # only a faulty file needs it

            raise Mending(self._name, self._text).problems_from(error) from error

    def _take_what_stands_before(self, error: Exception) -> None:
        """Refuses what we would have refused first.

        YAML looks ahead on a line for the colon that would make a key of what it reads. So it may
        stumble there before it hands out what stands earlier: LibYAML over the 1,001st bracket
        before the 41st.
        """
        if mark := getattr(error, "problem_mark", None):
            with suppress(*NOT_YAML):
                PlainData(self._name).take(events_of(self._text[: mark.index]))


def read_document(path: str) -> Document:
    """Reads the file, or standard input where the path is ``-``.

    Raises:
        UnreadableFile: it cannot be opened, is not a regular file, too large or not UTF-8.
        FileProblems: it is not YAML, or not the strict kind.
    """
    return parse_document(*read_text(path, LARGEST))


def parse_document(name: str, text: str) -> Document:
    """The document that the text stands for; `name` is what problems call it.

    Raises:
        FileProblems: the text is not YAML, or not the strict kind.
    """
    return OpenDocument(name, text).whole()


def events_of(text: str) -> Iterator[yaml.Event]:
    """The events of YAML, one after the other; one of `NOT_YAML` is raised where it is none."""
    return iter(LOADER(text).get_event, None)


def _in_one(pair: re.Match[str]) -> str:
    """The two escapes as the one that YAML knows."""
    high, low = int(pair[2], 16), int(pair[3], 16)
    return f"{pair[1]}\\U{0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF):08x}"


def _rest(name: str, text: str) -> Iterator[Problem]:
    """What else is wrong with a text that has hidden characters as they are pasted."""
    # What stands behind a control belongs to it, and means nothing by itself.
    if not DIRECTIVE.search(text) and not re.search(f"[{CONTROLS}]", text):
        try:
            parse_document(name, re.sub(HIDDEN, "", text))
        except FileProblems as refused:
            yield from refused.problems


def _misplaced(name: str, text: str) -> Iterator[Problem]:
    """What is refused wherever it stands, in remarks too: directives and hidden characters."""
    for number, line in enumerate(io.StringIO(text, newline=None), start=1):
        for found in (*DIRECTIVE.finditer(line), *re.finditer(HIDDEN, line)):
            said = f"a hidden character ({name_of(found[0])}) stands here"
            if found[0] == "%":
                said = "directives (%) are not used here"
            yield Problem(name, number, found.start() + 1, f"{said}; remove it", SYNTAX)
