"""What became of the steps since the last time, and that nothing private can be read from it."""

import random
from typing import Final

import pytest

from distancecli.documents.document import parse_document
from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide
from distancecli.interview.answersfile import saved_answers
from distancecli.interview.given import given_by
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.replay import coming_back
from distancecli.interview.since import Given, Since, telling_questions
from distancecli.interview.start import Chosen
from tests.support.neutral_reader import NEUTRAL
from tests.support.random_reader import answer
from tests.support.small_guide import codes

THEN: Final = NEUTRAL | {"told": "hinted", "time": "little", "habits": "problem_talk"}
MEAL: Final = Chosen("make-time", "walk", "meal")
READERS: Final = 300


def answers_of(said: dict[str, str]) -> Answers:
    """The answers in one word or more each."""
    return {question: codes(several) for question, several in said.items()}


def back(guide: Guide, then: Answers, now: Answers) -> Plan:
    """The plan of somebody who comes back with a file of the answers then."""
    text = saved_answers(guide, then, MEAL)
    earlier = given_by(guide, parse_document("mine.yaml", text))
    return make_plan(coming_back(guide), {**earlier.answers, **now}, earlier=earlier)


def test_what_is_done_is_told(guide: Guide) -> None:
    """A reader who told their partner since has done Step 1; the rest fits as before."""
    plan = back(guide, answers_of(THEN), answers_of(THEN | {"told": "open", "went": "good"}))
    assert plan.since == Since(new=(), done=(1,), still=(2, 4))


def test_what_is_new_is_told(guide: Guide) -> None:
    """And a step that fits no more is not named."""
    now = THEN | {"habits": "none", "cause": "mood", "time": "good"}
    assert back(guide, answers_of(THEN), answers_of(now)).since == Since((3, 5), (2,), (1,))


def test_where_nothing_changed_nothing_is_new(guide: Guide) -> None:
    """All that fits still does."""
    plan = back(guide, answers_of(THEN), answers_of(THEN))
    assert plan.since == Since((), (), (1, 2, 4))


@pytest.mark.parametrize(
    "today",
    [{"went": "badly"}, {"safety": "put_down"}, {"now": "self_harm"}, {"safety": "afraid"}],
    ids=str,
)
def test_off_record_nothing_is_told(guide: Guide, today: dict[str, str]) -> None:
    """Whoever has to take care, is in a crisis or not safe has other things to read."""
    assert back(guide, answers_of(THEN), answers_of(THEN | today)).since is None


def test_whoever_is_here_for_the_first_time_is_told_nothing(guide: Guide) -> None:
    """There is no last time."""
    assert make_plan(guide, answers_of(THEN)).since is None


@pytest.mark.slow
def test_nothing_private_can_be_read_from_the_difference(guide: Guide) -> None:
    """Whatever was private the last time: the file is the same to a byte, and so is what is told.

    Three hundred readers at random, each with two sets of private answers of then, by which there
    is a file at all.
    """
    chance = random.Random(18)
    telling = telling_questions(guide)
    told = 0
    for _ in range(READERS):
        every = {question.id: answer(question, chance) for question in guide.questions}
        then = {id: given for id, given in every.items() if id not in telling}
        low, other = ({**then, **_private(guide, chance, in_file=True)} for _ in range(2))
        texts = {saved_answers(guide, each, MEAL) for each in (low, other)}
        now = {**then, "told": answer(guide.question("told"), chance), **_private(guide, chance)}
        plans = {str(back(guide, each, now).since) for each in (low, other)}
        assert len(texts) == len(plans) == 1
        told += plans != {"None"}
    assert told > READERS / 10


def _private(guide: Guide, chance: random.Random, in_file: bool = False) -> Answers:
    private = [question for question in guide.questions if question.private]
    while True:
        answers = {question.id: answer(question, chance) for question in private}
        if not (in_file and make_plan(guide, answers).off_record):
            return answers


def test_private_answers_of_today_stand_on_both_sides(guide: Guide) -> None:
    """A reader who feels low today sees no step as new for that: it may have been so before."""
    plan = back(guide, answers_of(THEN), answers_of(THEN | {"now": "low"}))
    assert plan.since == Since((), (), (1, 2, 4, 5))


def test_an_earlier_file_without_any_answer_works(guide: Guide) -> None:
    """There is nothing to compare with, and nothing is said."""
    plan = make_plan(coming_back(guide), answers_of(THEN | {"told": "open"}), earlier=Given({}))
    assert plan.start
    assert plan.since is None
