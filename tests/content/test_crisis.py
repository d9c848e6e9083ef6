"""Readers with thoughts of self-harm: the same steps fit them, and nothing in them may weigh."""

from typing import Final

import pytest
from hypothesis import given

from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, make_plan
from tests.support.neutral_reader import reader
from tests.support.plan_view import said
from tests.support.small_guide import SAFE, codes, readers, some_of

IN_CRISIS: Final = readers(
    safety=SAFE, now=some_of("self_harm", "low cost children separating partner_no_therapy")
)

TASKS: Final = (
    "ask your partner",
    "a set day",
    "note",
    "write",
    "quiet talk",
    "draw a line",
    "look back together",
    "try something new",
    "start very small",
    "make a plan",
    "give chores",
    "forgiv",
    "leave it in the past",
    "first appointment",
    "ask: ",
)
"""Words of points and actions that give a reader something to do."""

NOT_ALONE: Final = "you need not carry these thoughts alone"

TO_WAIT: Final = ("more than two weeks", "after a month")
"""Words that tell a reader to see first whether it passes."""


def without_crisis(answers: Answers) -> Answers:
    """The same reader without these thoughts."""
    return {**answers, "now": (answers["now"] - codes("self_harm")) or codes("none")}


def length(plan: Plan) -> int:
    """How many words the steps of a plan have."""
    return sum(len(said(step).split()) for step in plan.steps)


@given(answers=IN_CRISIS)
def test_the_same_steps_fit_in_a_crisis(guide: Guide, answers: Answers) -> None:
    """Thoughts of self-harm change no highlight, and no status but that Step 5 applies.

    Its first reason is then that nobody need carry them alone.
    """
    ours, other = make_plan(guide, answers), make_plan(guide, without_crisis(answers))
    for step, same in zip(ours.steps, other.steps, strict=True):
        assert step.highlighted is same.highlighted
        if step.number != 5:
            assert (step.status, step.because) == (same.status, same.because)
    first, *others = ours.steps[4].because
    assert (ours.steps[4].status, first) == ("applies", NOT_ALONE)
    assert others == list(other.steps[4].because[: len(others)])
    assert len(others) >= min(2, len(other.steps[4].because))


@given(answers=IN_CRISIS)
def test_a_reader_in_crisis_is_given_no_task(guide: Guide, answers: Answers) -> None:
    """What stands under "This week" lets others be near and help, and no point asks more."""
    for step, source in zip(make_plan(guide, answers).steps, guide.steps, strict=True):
        if step.status == "applies":
            assert step.action == source.actions[0].text
        assert [words for words in (*TASKS, *TO_WAIT) if words in said(step)] == []


@given(answers=IN_CRISIS)
def test_a_plan_in_a_crisis_is_shorter(guide: Guide, answers: Answers) -> None:
    """Its steps have fewer words than those of the same reader without these thoughts."""
    assert length(make_plan(guide, answers)) < length(make_plan(guide, without_crisis(answers)))


@given(answers=IN_CRISIS)
def test_a_reader_in_crisis_is_handed_no_words_for_a_talk(guide: Guide, answers: Answers) -> None:
    """There is nothing to say to the partner but that the reader will see someone."""
    openers = [each for step in make_plan(guide, answers).steps for each in step.openers]
    assert [each for each in openers if "I'm going to see someone, for me." not in each] == []


@pytest.mark.parametrize("words", [*TASKS, *TO_WAIT])
def test_the_words_kept_from_a_crisis_are_in_the_guide(guide: Guide, words: str) -> None:
    """Some other reader does read them, so that the properties above can fail."""
    others = (
        {"how_long": "lt3m", "told": "shut", "cause": "trauma", "event_now": "raw", "now": "low"},
        {"cause": "affair", "event_now": "settled", "time": "empty", "habits": "buttons"},
        {"cause": "change mood", "talk": "me_quiet"},
        {"cause": "drift", "habits": "problem_talk", "time": "little_none", "how_long": "gt2y"},
        {"cause": "affair", "event_now": "returning"},
    )
    plans = (make_plan(guide, reader(**answers)) for answers in others)
    assert any(words in said(step) for plan in plans for step in plan.steps)
