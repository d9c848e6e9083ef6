"""Plain data (mappings, lists, text and None) from the events of YAML, strictly.

Every scalar is text, so that ``no`` and ``12:30`` stay what they look like; a key that stands
twice, a tag, an anchor, a hidden character or a second document is refused. The events come as a
flat stream and are put together on a stack of our own, so deep nesting cannot exhaust Python's,
and far too many levels, entries or problems end the reading at once.
"""

from collections.abc import Callable, Iterable, Set
from sys import intern
from typing import Any, Final, NoReturn

import yaml
from msgspec import Struct, field

from distancecli.errors import MOST_GATHERED, FileProblems, Problem
from distancecli.text.characters import first_harmful

LONGEST: Final = 5_000
"""Characters of one text; a paragraph takes some hundreds."""
MOST_ENTRIES: Final = 1_500_000
"""Keys and list entries; ten thousand steps take about a million."""
DEEPEST: Final = 40
"""Levels; a guide needs about ten."""
SYNTAX: Final = "syntax"
"""The code of every problem found in reading."""
NULLS: Final = frozenset({"", "~", "null"})

Place = tuple[str | int, ...]
"""Where in the data: keys and list indices from the top."""

Places = dict[Place, tuple[int, int]]
"""The line and the column at which each entry stands, counted from 1."""


class _Open(Struct):
    """A mapping or list that is being filled, and the last key of a mapping."""

    values: dict[str, Any] | list[Any]
    awaits_key: bool
    key: str = ""
    keys: dict[str, yaml.Event] = field(default_factory=dict)
    """The keys of a mapping so far."""

    @property
    def step(self) -> str | int:
        """The step of a place from here to the entry that is being filled."""
        return len(self.values) - 1 if isinstance(self.values, list) else self.key


class PlainData:
    """Takes events one by one, and has the data and its problems at the end.

    `name` is what problems call the file. `places`, where they are given, are filled too: few who
    read a file ever ask for a place in it, and places take longer than all the rest.
    """

    def __init__(self, name: str, places: Places | None = None):
        self.problems: list[Problem] = []
        self._name = name
        self._places = places
        self._entries = 0
        self._whole: list[Any] = []
        self._stack = [_Open(self._whole, awaits_key=False)]

    @property
    def data(self) -> Any:
        """The data; None of an empty file."""
        return self._whole[0] if self._whole else None

    def has(self, keys: Set[str]) -> bool:
        """Whether the outermost mapping has all those keys by now, each with its whole value."""
        # Nothing inside it is open, and the last key has had its value.
        outermost = self._stack[-1]
        return len(self._stack) == 2 and outermost.awaits_key and keys <= outermost.keys.keys()

    def take(self, events: Iterable[yaml.Event]) -> None:
        """Takes all the events.

        Raises:
            FileProblems: something that makes it useless to read on.
        """
        takers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in events:
            if taker := takers.get(type(event)):
                taker(event)

    def _document(self, event: yaml.Event) -> None:
        if self._whole:
            self._fail(event, "a second document starts here; keep one to a file")

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._report(event, f"aliases (*name) are not used here; {in_quotes('*')}")
        name = f"*{event.anchor}"
        if self._stack[-1].awaits_key:
            self._open_key(event, name)
        else:
            self._put(event, name)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text = event.value if event.value.isascii() else _composed(event.value)
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        if len(text) > LONGEST:
            said = f"a text of more than {LONGEST} characters; look for a quote that is missing"
            self._report(event, said)
        if hidden := first_harmful(text):
            self._report(event, f"a hidden character ({hidden}) stands in this text; remove it")
        if self._stack[-1].awaits_key:
            self._open_key(event, text)
        else:
            # Only without quotes does it stand for nothing: "~" is a text.
            self._put(event, None if event.implicit[0] and text in NULLS else text)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_decoration(event)
        if self._stack[-1].awaits_key:
            self._fail(event, "a key must be a plain word; remove the brackets")
        if len(self._stack) > DEEPEST:
            self._fail(event, f"nested more than {DEEPEST} levels deep; make it flat")
        is_list = isinstance(event, yaml.SequenceStartEvent)
        values: dict[str, Any] | list[Any] = [] if is_list else {}
        self._put(event, values)
        self._stack.append(_Open(values, awaits_key=not is_list))

    def _end(self, _event: yaml.Event) -> None:
        self._stack.pop()

    def _open_key(self, event: yaml.NodeEvent, text: str) -> None:
        parent, key = self._stack[-1], intern(text)  # the same few stand thousands of times
        if key in parent.keys:
            first, _ = line_and_column(parent.keys[key])
            self._report(
                event,
                f'"{key}" stands here twice (first on line {first}); join the two, or keep one',
            )
        else:
            parent.keys[key] = event
        parent.key, parent.awaits_key = key, False
        self._count(event)

    def _put(self, event: yaml.Event, value: Any) -> None:
        """Puts a value, or a mapping or list that is yet to be filled, where it belongs."""
        parent = self._stack[-1]
        if isinstance(parent.values, list):
            parent.values.append(value)
            self._count(event)
        else:
            parent.values[parent.key] = value
            parent.awaits_key = True

    def _count(self, event: yaml.Event) -> None:
        """Counts an entry of which the place is known now, and notes it down."""
        self._entries += 1
        if self._entries > MOST_ENTRIES:
            self._fail(
                event, f"more than {MOST_ENTRIES} entries; check whether this is the right file"
            )
        if self._places is not None:
            place: Any = tuple(each.step for each in self._stack[1:])
            self._places.setdefault(place, line_and_column(event))

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            said = f"anchors (&{event.anchor}) are not used here; remove it, or {in_quotes('&')}"
            self._report(event, said)
        if event.tag is not None:
            said = f"tags ({event.tag}) are not used here; {in_quotes('!')}"
            said += ', and "not" in a rule is {none: [...]}'
            self._report(event, said)

    def _report(self, event: yaml.Event, message: str) -> None:
        self.problems.append(Problem(self._name, *line_and_column(event), message, SYNTAX))
        if len(self.problems) == MOST_GATHERED:
            raise FileProblems(self.problems)

    def _fail(self, event: yaml.Event, message: str) -> NoReturn:
        self._report(event, message)
        raise FileProblems(self.problems)


class Scalar(Struct, frozen=True):
    """A text as it is written: where it begins and ends in the file, counted from 0."""

    start: int
    end: int
    lines: tuple[int, int]
    column: int
    style: str | None
    """What it begins with: a quote, > or |; none, or an empty text, where it has none of them."""


class Scalars(PlainData):
    """Takes the events of what is plain data, and has how the text at each place is written."""

    def __init__(self, name: str):
        super().__init__(name)
        self.at: dict[Place, Scalar] = {}

    def _put(self, event: yaml.Event, value: Any) -> None:
        super()._put(event, value)
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            place = tuple(each.step for each in self._stack[1:])
            lines = (start.line, end.line)
            self.at[place] = Scalar(start.index, end.index, lines, start.column, event.style)


def in_quotes(start: str) -> str:
    """What to do with a text that starts with what means something else without quotes."""
    return f"put a text that starts with {start} in double quotes"


def _composed(text: str) -> str:
    """The text with each accent in one encoding, so that names that look alike are the same."""
    from unicodedata import normalize  # most files are ASCII

    return normalize("NFC", text)


def line_and_column(event: yaml.Event) -> tuple[int, int]:
    """Where an event stands, counted from 1."""
    mark: Any = event.start_mark  # None only of an event that comes of no text
    return mark.line + 1, mark.column + 1
