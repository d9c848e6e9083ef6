"""Readers for whom no rule fires but the ones that a test is about."""

from typing import Final

from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from distancecli.interview.step import StepShown
from tests.support.small_guide import codes

EVENTS: Final = ["affair", "trust", "addiction", "loss", "trauma", "let_down", "earlier"]
TRAUMATIC: Final = ["raw", "ongoing", "unspoken", "returning", "skipped"]
LONG: Final = ["y1_2", "gt2y", "on_off_1y"]
TOLD: Final = ["not_yet", "hinted", "open", "fine", "shut", "they_raised", "skipped"]
TIME: Final = ["little_none", "little", "empty", "good", "apart", "skipped"]
UNSAFE: Final = ["afraid", "controlled", "threatened", "hurt"]
TAKE_CARE: Final = ["put_down", "past", "unsure"]

NEUTRAL: Final = {
    "how_long": "lt3m",
    "safety": "none",
    "told": "not_yet",
    "talk": "ok",
    "time": "good",
    "in_way": "nothing",
    "cause": "change",
    "event_now": "settled",
    "habits": "none",
    "now": "none",
}
"""Answers for which Step 1 applies, Step 2 is done and no rule of the others fires."""


def reader(**answers: str) -> Answers:
    """A reader with those answers, and neutral ones to all other questions."""
    return {question: codes(given) for question, given in (NEUTRAL | answers).items()}


def step(guide: Guide, number: int, **answers: str) -> StepShown:
    """A step as such a reader is shown it."""
    return make_plan(guide, reader(**answers)).steps[number - 1]


def each(**by_status: str) -> list[tuple[str, str]]:
    """Pairs of a code and the status it leads to."""
    return [(code, status) for status, several in by_status.items() for code in several.split()]
