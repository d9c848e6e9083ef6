"""A page: what one screen says and offers, for any way of showing it."""

from collections.abc import Iterable, Sequence
from enum import Enum, StrEnum, auto
from typing import Final, Protocol

from msgspec import Struct

from distancecli.asking.rows.words import RowWords
from distancecli.guide.labels import Labels
from distancecli.interview.message import Passage

MOST_NUMBERED: Final = 9
"""A page with more choices than there are number keys has no numbers."""


class Turn(Enum):
    """What a reader can do on a page other than choose."""

    BACK = auto()


class Act(StrEnum):
    """What can be chosen on a page that is not an answer.

    Some stand beside questions and countries; a tab stands in no name of theirs.
    """

    @staticmethod
    def _generate_next_value_(name: str, *_: object) -> str:
        return f"\t{name}"

    GO_ON = auto()
    ALL = auto()
    LEAVE = auto()
    KEEP = auto()
    CHANGE = auto()
    COPY = auto()
    FINISH = auto()
    START = auto()
    CLEAR = auto()
    LATER = auto()
    SMALLER = auto()
    OPEN = auto()
    OTHER = auto()
    REPLACE = auto()
    ANSWERS = auto()

    def is_chosen_in(self, reply: "Reply") -> bool:
        """Whether this is what the reader chose."""
        return reply == frozenset({self})


class Choice(Struct, frozen=True):
    """One thing to choose. One that stands alone goes with no other mark."""

    key: str
    label: str
    alone: bool = False
    below: str = ""
    """Lines below the label, further in."""
    above: str = ""
    """A line of its own above the label."""
    again: bool = False
    """Whether it is the same as one above, for whoever has read down to it; it has no number."""
    apart: bool = False
    """Whether it begins another group, with an empty line before it."""
    keys: str = ""
    """The line of keys while it is pointed at, where that is another one."""


class Progress(Struct, frozen=True):
    """How many questions were answered before this one, of how many at the most."""

    done: int
    most: int


def is_numbered(choices: tuple[Choice, ...]) -> bool:
    """Whether there are few enough choices for a number key each, and more than one."""
    return 1 < len(choices) <= MOST_NUMBERED


class Hints(Struct, frozen=True):
    """What a page says of its keys, and when they are pressed on it."""

    keys: str
    prompt: str
    """The same for a page of plain lines."""
    labels: Labels
    """What any page says, of which each is filled in when it is said."""


Parts = tuple[tuple[str, str], ...]
"""Texts that stand side by side, each behind its role."""


class Drawn(Protocol):
    """What another room has drawn for a page: its rows, and the same for the ear."""

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the choices that stand on it, from its top."""
        ...

    def rows(self, width: int, in_ascii: bool) -> Iterable[tuple[Parts, str | None]]:
        """Its rows, with the key of the choice to which each belongs, if it belongs to one."""
        ...

    def heard(self, width: int) -> str:
        """The same in plain lines."""
        ...


class Page(Struct, frozen=True):
    """A heading, text and at least one choice."""

    heading: str
    text: tuple[Passage, ...]
    choices: tuple[Choice, ...]
    hints: Hints
    many: bool = False
    """Whether more than one choice may be marked."""
    chosen: frozenset[str] = frozenset()
    """What was chosen before."""
    unhurried: bool = False
    """Whether keys typed ahead are dropped before it, and a key held down skips nothing."""
    empty: frozenset[str] = frozenset()
    """What an empty line chooses on a page of plain lines; no key for nothing."""
    default: str | None = None
    """The choice that is pointed at first, where it is not the first one."""
    rows: RowWords | None = None
    """Where each choice is asked by itself; a reply has then what was said to each."""
    hasty: bool = False
    """Whether Enter chooses at once; elsewhere it first reads on to a choice not in view."""
    asks: bool = False
    """Whether it asks a question of the guide, which stands in its text."""
    before: int = 0
    """How many texts stand before that question."""
    progress: Progress | None = None
    """How far that question is on the way."""
    drawn: Drawn | None = None
    """What stands in place of heading and text; choices that are not on it stand below it."""
    by_number: dict[int, Choice] = {}
    """What the numbers choose, where they are not the places of the choices."""
    said: str = ""
    """What is said at first in place of the keys."""

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Its choices, each of them once."""
        return tuple(choice for choice in self.choices if not choice.again)

    @property
    def numbers(self) -> dict[int, Choice]:
        """What each number chooses."""
        return self.by_number or dict(enumerate(self.offered, start=1))

    @property
    def numbered(self) -> bool:
        """Whether number keys choose."""
        return not self.rows and (bool(self.by_number) or is_numbered(self.offered))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its choices, in order."""
        return tuple(choice.key for choice in self.choices)


class Blank(Struct, frozen=True):
    """A line to fill in, below what stands on the screen: a file's name."""

    text: tuple[str, ...]
    """What is said above it."""
    keys: str
    lead: str
    """Stands before what is typed."""
    prompt: str
    """What to type in plain lines."""
    suggestion: str
    """What an empty line means."""
    page: Page | None = None
    """What is said above it as a page, for a window that is too small for both."""


Reply = frozenset[str] | Turn
"""What a reader did: the keys of the choices, or a turn."""


def toggled(page: Page, marked: Iterable[str], key: str) -> tuple[frozenset[str], str]:
    """The marks after a choice is marked or unmarked, and what to say of marks that went."""
    before = frozenset(marked)
    if key in before:
        return before - {key}, ""
    alone = {choice.key: choice.label for choice in page.choices if choice.alone}
    if key in alone:
        said = page.hints.labels.alone.format(option=alone[key]) if before else ""
        return frozenset({key}), said
    gone = [alone[mark] for mark in before if mark in alone]
    said = page.hints.labels.no_longer_alone.format(option=gone[0]) if gone else ""
    return (before - alone.keys()) | {key}, said


def alone_beside(page: Page, keys: frozenset[str]) -> str | None:
    """The label of a choice that stands alone and is among others here, or None."""
    if len(keys) < 2:
        return None
    return next((each.label for each in page.choices if each.alone and each.key in keys), None)
