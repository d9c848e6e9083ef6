"""Mistakes in copies of the built-in guide, as an author could make them, are each caught."""

from typing import Final

import pytest

from tests.support.small_guide import changed, line_and_column
from tests.support.sound_guide import problems

pytestmark = pytest.mark.slow

HIGHLIGHT: Final = "    highlight: {any: [long_standing, traumatic]}\n"
CRISIS: Final = "notices:\n  - id: crisis\n    when: {now: [self_harm]}\n"
LEFT_OPEN: Final = "small good moments can do a lot"
RAISED: Final = "your partner brought it up, and may be waiting for your answer"
QUIET: Final = """\
      - when: {all: [{talk: [me_quiet]}, {none: [{now: [separating]}]}]}
        text: >-
          "I know I've gone"""
TOO_EARLY: Final = "{none: [{event_now: [ongoing, raw, unspoken]}, "


def reason(condition: str, words: str) -> str:
    """A reason as it stands in the guide, safe for every reader."""
    safe = "        safe_for: [care, crisis]\n"
    return f"      - when: {condition}\n{safe}        because: {words}\n"


MISTAKES: Final = {
    "a code misspelt": (
        "{told: [shut, fine]}]}",
        "{told: [shut, fien]}]}",
        "fien",
        'did you mean "fine"?',
    ),
    "a fact misspelt": (
        HIGHLIGHT,
        HIGHLIGHT.replace("long_s", "long_"),
        "long_tanding",
        'did you mean "long_standing"?',
    ),
    "a reason removed": (
        reason("{told: [they_raised]}", RAISED),
        "",
        "steps:\n  - id: say-it",
        "no step applies",
    ),
    "a reason for silence removed": (
        reason("{time: [skipped]}", LEFT_OPEN),
        "",
        "name: Whoever skips everything",
        "is broken",
    ),
    "a condition turned round": (
        HIGHLIGHT,
        HIGHLIGHT.replace("any", "none"),
        "name: The therapist step is highlighted where the distance",
        "is broken",
    ),
    "two facts swapped in a rule": (
        HIGHLIGHT,
        "    highlight: {any: [long_standing, take_care]}\n",
        "name: The therapist step is highlighted where something",
        "is broken",
    ),
    "words marked as safe for take-care readers": (
        '[separating]}]}]}\n        text: >-\n          "I know things',
        '[separating]}]}]}\n        safe_for: [care]\n        text: >-\n          "I know things',
        "name: Nobody who has to take care is handed words",
        "is broken",
    ),
    "a threat forgotten in a fact": (
        "unsafe: {safety: [afraid, controlled, threatened, hurt]}",
        "unsafe: {safety: [afraid, controlled, threatened]}",
        "name: Whoever is not safe gets",
        "is broken",
    ),
    "the crisis notice put last": (
        CRISIS,
        CRISIS.replace(
            "notices:\n",
            "notices:\n  - {id: early, when: take_care, title: First, text: [First.]}\n",
        ),
        "name: Whoever thinks of ending",
        "is broken",
    ),
    "the guard of what still goes on dropped": (
        TOO_EARLY,
        TOO_EARLY.replace("ongoing, ", ""),
        "name: Nobody is asked to put down",
        "is broken",
    ),
    "a point for readers that there are not": (
        "      - when: {in_way: [caring]}\n",
        "      - when: {all: [{in_way: [caring]}, {time: [good]}]}\n",
        "when: {all: [{in_way: [caring]}, {time: [good",
        "is ever shown",
    ),
    "an opener behind one that always fits": (
        QUIET,
        QUIET.replace(
            "{all: [{talk: [me_quiet]}, {none: [{now: [separating]}]}]}", "{told: [open]}"
        ),
        'when: {told: [open]}\n        text: >-\n          "I',
        "is ever shown",
    ),
    "a question asked of nobody": (
        "    when: event\n    choose: many\n",
        "    when: {all: [event, {cause: [skipped]}]}\n    choose: many\n",
        "when: {all: [event, {cause: [skipped]}]}",
        "is ever asked",
    ),
    "a fact for readers in a crisis turned round": (
        "in_crisis: {now: [self_harm]}",
        "in_crisis: {none: [{now: [self_harm]}]}",
        "name: In each step that applies, whoever is in a crisis reads",
        "is broken",
    ),
    "a crisis forgotten among those who need gentle words": (
        "gently: {any: [take_care, in_crisis]}",
        "gently: {any: [take_care]}",
        "name: In each step that applies, whoever is in a crisis reads",
        "is broken",
    ),
    "other help lines for a crisis": (
        "support: [crisis]",
        "support: [therapist_finder]",
        "name: Whoever thinks of ending their life is shown lines",
        "is broken",
    ),
    "an example reader who gets something else": (
        reason("{now: [separating]}", "you are apart, or thinking about it"),
        reason("{now: [separating, none]}", "you are apart, or thinking about it"),
        "name: Two cities",
        "something else",
    ),
}


@pytest.mark.parametrize(("old", "new", "at", "said"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_in_the_real_guide_is_caught(
    real_text: str, old: str, new: str, at: str, said: str
) -> None:
    """The place that an author has to look at is named, with what is wrong there."""
    text = changed(real_text, old, new)
    where = line_and_column(text, text.index(at))
    found = problems(text)
    there = [each for each in found if f"{each.line}:{each.column}" == where]
    assert any(said in each.message for each in there), found
