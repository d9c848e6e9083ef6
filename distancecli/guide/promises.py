"""What a guide says that it does: promises for every reader, and example readers."""

from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.guide.conditions import ALWAYS, All, Answered, Any, AnyBut, Condition, No
from distancecli.guide.parts import Part, Words


class Promise(Part, frozen=True):
    """What must hold for every reader with `when`: `then`, a condition on outcomes.

    It is written like a condition on answers. In the place of a question stands a kind of
    outcome, and in the place of codes stand ids: `{applies: [say-it]}`.
    """

    name: Words
    """What is promised, as a sentence: `check` says it where the guide breaks it."""
    then: Condition
    """What each of these readers is shown, or is not: `{ending: [safety]}`, `{none: [{opener:
    any}]}`."""
    when: Condition = ALWAYS
    """The readers to whom it is promised; left out, every reader. Name codes here, and not facts:
    a fact that is changed by mistake must not change the promise."""


OUTCOMES: Final = {
    "ending": "endings",
    "notice": "notices",
    "first_notice": "notices",
    "applies": "steps",
    "done": "steps",
    "not_yet": "steps",
    "other": "steps",
    "highlight": "steps",
    "opener": "steps",
    "start": "steps",
    "topic": "topics",
    "at_hand": "topics",
    "lines": "kinds",
    "files": "files",
}
"""The kinds of outcome that a promise can speak of, and what its names are the names of."""
AT_HAND: Final = "at_hand"
"""What a text speaks of that may also stand below, in a step that is read in full."""
FILE_OUTCOMES: Final = ("allowed", "never")
"""Whether something of the run may reach a file, or nothing may, as it is off record."""


def _named_in(then: Condition) -> Iterator[tuple[str, frozenset[str]]]:
    """The kinds of outcome of which a `then` speaks, each with the names that stand there."""
    match then:
        case Answered(kind, names) | AnyBut(kind, names):
            yield kind, names
        case All(parts) | Any(parts) | No(parts):
            for part in parts:
                yield from _named_in(part)


def names_of(promises: Iterable[Promise], section: str) -> set[str]:
    """The names of that section of a guide, such as its steps, of which the promises speak."""
    outcomes = (named for promise in promises for named in _named_in(promise.then))
    return {name for kind, names in outcomes if OUTCOMES[kind] == section for name in names}


class Expected(Part, frozen=True):
    """What an example reader is to be shown, in ids; every list is meant to be complete."""

    ending: str = ""
    """The ending at which the questions stop; left out, the reader gets to a plan."""
    applies: tuple[str, ...] = ()
    """All the steps that fit the reader now."""
    done: tuple[str, ...] = ()
    """All the steps that the reader has done."""
    not_yet: tuple[str, ...] = ()
    """All the steps that have to wait for the reader."""
    highlight: tuple[str, ...] = ()
    """All the steps that stand out in the plan."""
    notices: tuple[str, ...] = ()
    """All the notices that come before the steps, in their order."""


ORDERED: Final = ("notices",)
"""The lists of `Expected` whose order matters: which notice comes first. The rest are sets."""


def as_words(value: str | tuple[str, ...]) -> str:
    """One id or code, or several of them, as text."""
    return value if isinstance(value, str) else ", ".join(value)


class ExampleReader(Part, frozen=True):
    """A reader whose plan was thought through by a person; `check` compares it."""

    name: Words
    """Who it is, in a few words, so that you know them again in a report."""
    answers: dict[str, str | tuple[str, ...]]
    """A code or codes by question, as in an answers file; what is left out is skipped."""
    expected: Expected
    """What the reader is to be shown. Think it through first; do not copy what the program says."""
