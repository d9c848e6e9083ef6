"""What is proved of readers who come back: where they start, and the example that is named."""

from typing import Final

import pytest

from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from tests.support.small_guide import codes
from tests.support.sound_guide import sound_guide

WENT: Final = (
    "  - {id: went, ask: How did it go?, again: true, private: true, options: "
    "[{code: well, label: Well, informs: false}, {code: badly, label: Badly}]}\n"
)
BADLY: Final = "{all: [{went: [badly]}, {mood: [fine]}, {rest: [often]}]}"
"""Readers who can start with either step."""
REST: Final = "{start: [rest-more]}"
ONE_STEP: Final = "{all: [{went: [badly]}, {mood: [fine]}, {rest: [seldom]}]}"
"""Readers whom only one step gives something to do."""


def broken(last: str, when: str, then: str) -> list[Fault]:
    """What is wrong with a promise, where lines of `start` are about the step of last time."""
    rules = [f"{{when: {{went: [badly]}}, last: {each}}}" for each in last.split()]
    start = f"start: [{', '.join(rules)}, {{when: {{mood: [low]}}, step: find-help}}]"
    guide = sound_guide(
        ("endings:\n", f"{WENT}endings:\n"),
        ("{text: Sit down.}", "{text: Sit down., id: sit, smaller: Sit.}"),
        ("foot: [Be well.]}", f"foot: [Be well.], {start}}}"),
        ("promises:\n", f"promises:\n  - {{name: This, when: {when}, then: {then}}}\n"),
    )
    return list(Proofs(guide).broken_promises())


@pytest.mark.parametrize(
    ("last", "when", "then", "example"),
    [
        ("same", BADLY, REST, "mood fine, rest often, went badly, start find-help"),
        ("other", BADLY, REST, "mood fine, rest often, went badly, start rest-more"),
        ("smaller other", BADLY, REST, "mood fine, rest often, went badly, start rest-more/"),
        ("same", BADLY, "{ending: any}", "mood fine, rest often, went badly"),
        ("same", "{went: [skipped]}", "{ending: any}", "went skipped"),
        ("same", "{mood: [fine]}", "{ending: any}", "mood fine"),
    ],
)
def test_the_example_says_no_more_of_a_reader_than_it_has_to(
    last: str, when: str, then: str, example: str
) -> None:
    """That they come back, and what they started with the last time, only where that matters.

    Where it is that the step gives them something else now, that stands behind it.
    """
    (fault,) = broken(last, when, then)
    pairs = (each.split() for each in example.split(", "))
    assert fault.example == {name: codes(value) for name, value in pairs}


@pytest.mark.parametrize("last", ["same", "other"])
@pytest.mark.parametrize("when", [BADLY, ONE_STEP])
def test_whoever_comes_back_starts_with_something(last: str, when: str) -> None:
    """The step of last time is one alone, and it is passed over only where there is another."""
    assert broken(last, when, "{start: any}") == []
