"""Where readers of the built-in guide start: the table that the rules follow, row by row."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.model import Action, Guide
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.start import Chosen, Start
from tests.support.neutral_reader import TAKE_CARE, reader
from tests.support.plan_view import choices
from tests.support.small_guide import SAFE, codes, one_of, readers, some_of

FIVE: Final = "get-help"
ROWS: Final[list[tuple[str, dict[str, str], str]]] = [
    *(("care", {"safety": code}, FIVE) for code in TAKE_CARE),
    ("low", {"now": "low"}, FIVE),
    ("parting", {"now": "separating"}, FIVE),
    *(
        ("ongoing", {"cause": cause, "event_now": "ongoing", "told": "open"}, FIVE)
        for cause in ("affair", "addiction", "loss")
    ),
    *(
        ("raw grief or fright", {"cause": cause, "event_now": "raw", "how_long": "gt2y"}, FIVE)
        for cause in ("loss", "trauma", "earlier")
    ),
    ("raw and early", {"cause": "affair", "event_now": "raw", "time": "little"}, "make-time"),
    ("raw, not early", {"cause": "affair", "event_now": "raw", "how_long": "m3_12"}, "say-it"),
    *(
        ("told", {"told": told, "time": "little"}, "say-it")
        for told in ("they_raised", "not_yet", "hinted", "skipped")
    ),
    *(("shut", {"told": told, "time": "little"}, "make-time") for told in ("shut", "fine")),
    *(("shut, with time", {"told": told, "how_long": "m3_12"}, FIVE) for told in ("shut", "fine")),
    *(
        ("shut, no help", {"told": told, "cause": "drift"}, "find-cause")
        for told in ("shut", "fine")
    ),
    ("shut, nothing else", {"told": "shut"}, "say-it"),
    (
        "they can talk",
        {"told": "open", "cause": "affair", "event_now": "returning", "time": "little"},
        "find-cause",
    ),
    ("no good time", {"told": "open", "time": "apart", "cause": "drift"}, "make-time"),
    ("all well in hand", {"told": "open"}, "find-cause"),
]
"""Who starts with which step; each answers all else so that no rule fires."""

FIRST: Final[list[dict[str, str]]] = [
    {"safety": "past"},
    {"now": "low separating"},
    {"cause": "trauma", "event_now": "ongoing raw"},
    {"cause": "loss", "event_now": "raw"},
    {"cause": "affair", "event_now": "raw", "time": "little"},
    {"told": "they_raised"},
]
"""Rows of the table in order, each with what would decide if those before it did not."""

ACTIONS: Final[dict[str, tuple[dict[str, str], str]]] = {
    "alone, on a safe device": ({"safety": "put_down"}, "own-therapist"),
    "a doctor": ({"now": "low"}, "doctor"),
    "their own, before the doctor": ({"safety": "past", "now": "low"}, "own-therapist"),
    "alone": ({"cause": "affair", "event_now": "ongoing"}, "alone"),
    "a group": (
        {"cause": "addiction", "event_now": "ongoing", "now": "partner_no_therapy"},
        "help-group",
    ),
    "help to decide": ({"now": "separating"}, "decide"),
    "no more than a name": ({"cause": "trauma", "event_now": "raw"}, "name"),
    "a warm note": ({"told": "shut"}, "note"),
    "to listen": ({"told": "they_raised"}, "listen"),
    "a short walk": ({"cause": "affair", "event_now": "raw", "time": "little"}, "walk"),
}
"""What some of them start with."""

PROMISED: Final = [
    "Everyone with a plan who is not in a crisis has one thing to start with",
    "Nobody in a crisis is given a thing to start with",
    "Whoever has to take care starts with help for themselves",
    "The step to start with is one that applies",
]


def start_of(guide: Guide, **answers: str) -> Start:
    """Where a reader with those answers starts, and neutral ones to all else."""
    start = make_plan(guide, reader(**answers)).start
    assert start
    return start


def action_of(guide: Guide, start: Start) -> Action:
    """The action of the guide that a start is."""
    (step,) = (each for each in guide.steps if each.id == start.step)
    (found,) = (each for each in step.actions if each.text == start.action)
    return found


# --- The table -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("answers", "step"), [row[1:] for row in ROWS])
def test_who_starts_where(guide: Guide, answers: dict[str, str], step: str) -> None:
    """Each row of the table leads to its step."""
    assert start_of(guide, **answers).step == step


@pytest.mark.parametrize("number", range(len(FIRST) - 1))
def test_the_first_row_that_fits_decides(guide: Guide, number: int) -> None:
    """With all that stands in later rows beside it, a row still leads where it leads alone."""
    later: dict[str, str] = {}
    for answers in reversed(FIRST[number + 1 :]):
        later |= answers
    own = FIRST[number]
    assert start_of(guide, **(later | own)).step == start_of(guide, **own).step


@pytest.mark.parametrize(("answers", "action"), ACTIONS.values(), ids=list(ACTIONS))
def test_what_they_start_with(guide: Guide, answers: dict[str, str], action: str) -> None:
    """The one thing fits what they said, and not only the step."""
    assert action_of(guide, start_of(guide, **answers)).id == action


@pytest.mark.parametrize("name", PROMISED)
def test_the_guide_promises_it(guide: Guide, name: str) -> None:
    """What `check` proves for every reader stands there by name."""
    assert name in [promise.name for promise in guide.promises]


# --- Every reader --------------------------------------------------------------------------------


@given(answers=readers())
def test_there_is_one_start_or_a_reason_for_none(guide: Guide, answers: Answers) -> None:
    """Where there is a plan and no crisis: of a step that applies. Else there is none."""
    plan = make_plan(guide, answers)
    if plan.ending or "self_harm" in answers.get("now", SKIP):
        assert (plan.start, plan.instead == ()) == (None, bool(plan.ending))
        return
    assert plan.start
    assert plan.instead == ()
    assert plan.step(plan.start.number).status == "applies"
    assert plan.step(plan.start.number).action == plan.start.action


@given(
    answers=readers(
        safety=st.one_of(one_of("none"), some_of(" ".join(TAKE_CARE))),
        now=some_of("low separating", "cost children partner_no_therapy"),
    )
)
def test_care_and_the_low_and_whoever_parts_start_with_help(guide: Guide, answers: Answers) -> None:
    """Whatever else they answered, it is Step 5, by no opener where they have to take care."""
    start = make_plan(guide, answers).start
    assert start
    assert start.step == FIVE
    assert not action_of(guide, start).together
    if answers["safety"] & codes(" ".join(TAKE_CARE)):
        assert (start.opener, action_of(guide, start).id) == (None, "own-therapist")


@given(answers=readers(safety=some_of(" ".join(TAKE_CARE)), now=one_of("none skipped cost")))
def test_whoever_takes_care_starts_with_themselves(guide: Guide, answers: Answers) -> None:
    """Without a low mood, too: before any talk at home."""
    start = make_plan(guide, answers).start
    assert start
    assert action_of(guide, start).id == "own-therapist"


def starting_plans(guide: Guide, answers: Answers) -> list[Plan]:
    """The plan as the rules say, and with each start and moment that can be chosen."""
    plan = make_plan(guide, answers)
    moments = [None, *(each.id for each in guide.plan.moments)]
    chosen = [Chosen(step, moment) for step in choices(plan) for moment in moments]
    return [plan, *(make_plan(guide, answers, chosen=each) for each in chosen)]


@given(answers=readers(safety=SAFE))
def test_no_moment_together_is_offered_where_there_can_be_none(
    guide: Guide, answers: Answers
) -> None:
    """Not for an action alone, and not to those who live apart, may part or have to take care."""
    together = {each.id for each in guide.plan.moments if each.together}
    apart = "apart" in answers.get("time", SKIP) or "separating" in answers.get("now", SKIP)
    careful = answers["safety"] & codes(" ".join(TAKE_CARE))
    for plan in starting_plans(guide, answers):
        if plan.start:
            offered = {each.id for each in plan.start.moments}
            takes_both = action_of(guide, plan.start).together
            assert not offered & together if not takes_both else offered <= together
            if apart or careful:
                assert not offered & together


def test_moments_are_offered_to_others(guide: Guide) -> None:
    """So that the property above can fail: both kinds, and one alone where they live apart."""
    both = start_of(guide, told="open", time="little", cause="drift")
    assert [each.id for each in both.moments] == ["meal", "walk", "evening"]
    alone = start_of(guide, now="low", time="apart")
    assert [each.id for each in alone.moments] == ["quiet", "way"]
