"""Strict YAML (and so JSON): plain data in, with the place of every entry, or problems out.

Stricter than YAML on purpose. Every scalar is text, so that ``no`` and ``12:30`` stay what they
look like; a key that stands twice, a tag, an anchor, a directive, a hidden character or a second
document is refused. The text is read as a flat stream of events with a stack of our own, so deep
nesting cannot exhaust Python's, and what is far too much of anything ends the reading at once.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from msgspec import Struct, field

from distancecli.characters import HIDDEN, first_harmful, name_of
from distancecli.errors import MOST_GATHERED, FileProblems, Problem
from distancecli.textfiles import read_text

LARGEST: Final = 256 * 1024
"""Bytes; a file of answers takes about one of these."""
LONGEST: Final = 5_000
"""Characters of one text; a paragraph takes some hundreds."""
MOST_ENTRIES: Final = 1_500_000
"""Keys and list entries; ten thousand steps take about a million."""
DEEPEST: Final = 40
"""Levels; a guide needs about ten."""
SYNTAX: Final = "syntax"
"""The code of every problem found here."""
BYTE_ORDER_MARK: Final = "\ufeff"
NOWHERE: Final = re.compile(f"^%|{HIDDEN.pattern}", re.MULTILINE)
"""What is refused wherever it stands, in remarks too: directives and hidden characters."""
NULLS: Final = frozenset({"", "~", "null"})

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""LibYAML where PyYAML was built with it; only its events are used."""

Place = tuple[str | int, ...]
"""Where in the data: keys and list indices from the top."""


class Document(Struct, frozen=True):
    """Plain data (mappings, lists, text and None), and where each entry of it stands."""

    name: str
    data: Any
    marks: dict[Place, tuple[int, int]]

    def problem(self, place: Place, message: str, code: str = "answers") -> Problem:
        """A problem at the place, or at the nearest one around it that the file has."""
        while place and place not in self.marks:
            place = place[:-1]
        line, column = self.marks.get(place, (1, 1))
        return Problem(self.name, line, column, message, code)


def read_document(path: str, largest: int = LARGEST) -> Document:
    """Reads the file of at most so many bytes, or standard input where the path is ``-``.

    Raises:
        UnreadableFile: it cannot be opened, is not a regular file, too large or not UTF-8.
        FileProblems: it is not YAML, or not the strict kind.
    """
    return parse_document(*read_text(path, largest))


def parse_document(name: str, text: str) -> Document:
    """The document that the text stands for; `name` is what problems call it.

    Raises:
        FileProblems: the text is not YAML, or not the strict kind.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if NOWHERE.search(text):
        raise FileProblems(_misplaced(name, text))
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two without LibYAML
        raise FileProblems([_syntax_problem(name, text, error)]) from error
    if builder.problems:
        raise FileProblems(builder.problems)
    return Document(name, builder.data, builder.marks)


def _misplaced(name: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(io.StringIO(text, newline=None), start=1):
        for found in NOWHERE.finditer(line):
            said = f"a hidden character ({name_of(found[0])}) stands here"
            if found[0] == "%":
                said = "directives (%) are not used here"
            yield Problem(name, number, found.start() + 1, f"{said}; remove it", SYNTAX)


def _syntax_problem(name: str, text: str, error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        position = getattr(error, "position", 0)
        line = text.encode().count(b"\n", 0, position) + 1  # LibYAML counts in bytes
        said = "a character that may not stand in a text file; remove it"
        return Problem(name, line, 1, said, SYNTAX)
    said = getattr(error, "problem", None) or "this cannot be read as YAML"
    start, doing = getattr(error, "context_mark", None), getattr(error, "context", None)
    within = ""
    if start and start.line != mark.line:
        within = f" {doing} that starts on line {start.line + 1}"
    message = f"not valid YAML: {said}{within}; {_remedy(text[mark.index : mark.index + 1])}"
    return Problem(name, mark.line + 1, mark.column + 1, message, SYNTAX)


def _remedy(character: str) -> str:
    """What to do about the character that YAML stumbles over."""
    if character == "\t":
        return "a tab stands here, use spaces"
    if character and character in "@`":
        return f"put a text that starts with {character} in quotes"
    return "look at the quotes, colons and spaces here"


class _Open(Struct):
    """A mapping or list that is being filled, and the key that waits for its value."""

    values: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None


class _Builder(Struct):
    """Takes events one by one, and has the data, its marks and its problems at the end."""

    name: str
    data: Any = None
    marks: dict[Place, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.CollectionStartEvent():
                self._start(event)
            case yaml.CollectionEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self._fail(event, "aliases (*name) are not used here; write the text out")
            case yaml.DocumentStartEvent():
                self._document(event)

    def _document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._fail(event, "a second document starts here; keep one to a file")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_decoration(event)
        if len(event.value) > LONGEST:
            self._fail(event, f"a text of more than {LONGEST} characters; is a quote missing?")
        if hidden := first_harmful(event.value):
            self._report(event, f"a hidden character ({hidden}) stands in this text; remove it")
        if self._awaits_key():
            self._open_key(event)
        else:
            plain_null = event.implicit[0] and event.value in NULLS
            self._place_value(event, None if plain_null else event.value)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_decoration(event)
        if self._awaits_key():
            self._fail(event, "a key must be a plain word")
        if len(self.stack) >= DEEPEST:
            self._fail(event, f"nested more than {DEEPEST} levels deep")
        values: dict[str, Any] | list[Any] = (
            [] if isinstance(event, yaml.SequenceStartEvent) else {}
        )
        self.stack.append(_Open(values, self._place_value(event, values)))

    def _awaits_key(self) -> bool:
        return (
            bool(self.stack)
            and isinstance(self.stack[-1].values, dict)
            and self.stack[-1].key is None
        )

    def _open_key(self, event: yaml.ScalarEvent) -> None:
        parent = self.stack[-1]
        parent.key = event.value
        if event.value in parent.values:
            first = self.marks[(*parent.place, event.value)][0]
            self._report(
                event, f'"{event.value}" stands here twice (first on line {first}); keep one'
            )
        else:
            self._mark(event, (*parent.place, event.value))

    def _place_value(self, event: yaml.Event, value: Any) -> Place:
        if not self.stack:
            self.data = value
            self._mark(event, ())
            return ()
        parent = self.stack[-1]
        if isinstance(parent.values, list):
            place = (*parent.place, len(parent.values))
            self._mark(event, place)
            parent.values.append(value)
        else:
            assert parent.key is not None
            place = (*parent.place, parent.key)
            parent.values[parent.key] = value
            parent.key = None
        return place

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._report(event, f"anchors (&{event.anchor}) are not used here; remove it")
        if event.tag is not None and event.tag != "!":
            self._report(event, f"tags ({event.tag}) are not used here; remove it")

    def _mark(self, event: yaml.Event, place: Place) -> None:
        self.marks[place] = _line_and_column(event)
        if len(self.marks) > MOST_ENTRIES:
            self._fail(event, f"more than {MOST_ENTRIES} entries; is this the right file?")

    def _report(self, event: yaml.Event, message: str) -> None:
        self.problems.append(Problem(self.name, *_line_and_column(event), message, SYNTAX))
        if len(self.problems) > MOST_GATHERED:
            raise FileProblems(self.problems)

    def _fail(self, event: yaml.Event, message: str) -> None:
        self._report(event, message)
        raise FileProblems(self.problems)


def _line_and_column(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
