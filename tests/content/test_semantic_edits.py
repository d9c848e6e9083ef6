"""Edits of the guide that change what it means are caught: by the check, or by a test of content.

How a hundred of them are drawn, and how to see each, is said in tests/support/semantic_edits.py.
"""

from functools import cache
from typing import Final

import pytest

from tests.support.catching import CHECK, FREE, SURVIVES, TEST, verdict
from tests.support.semantic_edits import Draft, Edit, built_in, drawn, told
from tests.support.small_guide import changed

pytestmark = pytest.mark.slow

COUNT: Final = 100
HARMLESS: Final[dict[str, str]] = {}
"""Edits that nothing catches, as they are told without their line, and why they may stand."""


@cache
def draft() -> Draft:
    """The built-in guide."""
    return built_in()


@cache
def hundred() -> list[Edit]:
    """The edits of the first seed."""
    return drawn(draft(), 1, COUNT)


@pytest.mark.parametrize("number", range(COUNT))
def test_an_edit_is_caught_or_known_to_be_harmless(number: int) -> None:
    """Where it changes what a guarded reader is shown, or how they are asked."""
    edit = hundred()[number]
    lines = told(draft(), edit)
    if lines.partition(": ")[2] not in HARMLESS:
        assert verdict(draft().text, edit.made(draft().text)) != SURVIVES, lines


WORDS: Final = {
    "the point for take_care, in Step 3": (
        "- when: take_care\n        safe_for: [care, crisis]\n        topic: care_3",
        "- when: in_crisis\n        safe_for: [care, crisis]\n        topic: care_3",
    ),
    "the point for take_care, for the others": (
        "- when: take_care\n        safe_for: [care, crisis]\n        topic: care_3",
        "- when: {none: [take_care]}\n        topic: care_3",
    ),
    "a gentle wording, for the others": (
        "- when: gently\n        safe_for: [care, crisis]\n        topic: gentle_2",
        "- when: {none: [gently]}\n        topic: gentle_2",
    ),
    "a gentle wording, kept from a crisis": (
        "- when: gently\n        safe_for: [care, crisis]\n        topic: gentle_5",
        "- when: take_care\n        safe_for: [care, crisis]\n        topic: gentle_5",
    ),
    "a gentle point, kept from a crisis": (
        "{all: [{told: [they_raised]}, gently]}",
        "{all: [{told: [they_raised]}, take_care]}",
    ),
    "only if you feel safe, for the others": (
        "- when: {all: [{event_now: [returning]}, take_care]}\n        safe_for: [care]",
        "- when: {all: [{event_now: [returning]}, {none: [take_care]}]}",
    ),
    "a wording for two, for whoever takes care": (
        "for_two\n        text: >-\n          A couple therapist listens",
        "for_two\n        safe_for: [care]\n        text: >-\n          A couple therapist listens",
    ),
    "words to say, for whoever takes care": (
        '      - text: >-\n          "I miss us.',
        '      - safe_for: [care]\n        text: >-\n          "I miss us.',
    ),
    "none beside the others, of safety": (
        "{code: none, exclusive: true, label",
        "{code: none, label",
    ),
    "moving on, where it is still going on": (
        "only_between, {none: [{event_now: [ongoing]}]}]}\n"
        "        topic: putting_down\n        text: >-\n          If it still hurts",
        "only_between, {any: [{event_now: [ongoing]}]}]}\n"
        "        topic: putting_down\n        text: >-\n          If it still hurts",
    ),
}
"""Edits that once passed the check and every test, made anew: the old words and the new ones."""


@pytest.mark.parametrize(("old", "new"), WORDS.values(), ids=list(WORDS))
def test_an_edit_that_once_passed_is_caught(old: str, new: str) -> None:
    """By the check or a content test, and not only by whoever reads what diff tells."""
    found = verdict(draft().text, changed(draft().text, old, new))
    assert found.startswith((CHECK, TEST)), found


def test_what_changes_nothing_for_guarded_readers_is_the_authors_choice() -> None:
    """A point for everybody else is no fault; as soon as it is marked, it is caught."""
    old = "      - when: {all: [{told: [shut]}, {none: [unresolved, {now: [separating]}]}]}\n"
    old += "        text: >-\n          Going quiet is not always"
    free = changed(draft().text, old, "      - text: Be patient.\n" + old)
    marked = "      - {text: Be patient., safe_for: [care, crisis]}\n"
    assert verdict(draft().text, free) == FREE
    assert verdict(draft().text, changed(draft().text, old, marked + old)).startswith(TEST)
