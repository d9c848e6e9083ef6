"""Texts that must not meet in one plan: each of them is kind alone, and the two together hurt.

The list grows: whoever finds two texts that contradict each other adds them here, by a few words of
each. It is proved for every possible reader, and tried on readers at random.
"""

import random
from typing import Final, NamedTuple

import pytest

from distancecli.checking.everyone.interview import Everyone, free_marks
from distancecli.checking.everyone.logic import Logic, Statement
from distancecli.checking.everyone.plan import Shown
from distancecli.guide.answers import Answers, Codes
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.plan_view import texts
from tests.support.random_reader import answer
from tests.support.small_guide import codes


class Pair(NamedTuple):
    """A few words of each of the two texts."""

    one: str
    other: str


ONE_IN_CHARGE: Final = "You are not in charge of your partner's temper"
CONTACT: Final = "how much contact, feels right to both"
ALONE: Final = "You don't have to come, and that is fine"
AFTER_AN_AFFAIR: Final = "many small proofs"

PAIRS: Final = [
    # Whoever has to take care is not asked to keep their partner calm, nor told that all share it.
    Pair(ONE_IN_CHARGE, "Make a pact"),
    Pair(ONE_IN_CHARGE, "look up and answer"),
    Pair(ONE_IN_CHARGE, "Can we eat together"),
    Pair("You did not bring it on", "does not mean that someone is to blame"),
    # Whoever was cheated on need not act as if it were not there.
    Pair(AFTER_AN_AFFAIR, "does not mean that someone is to blame"),
    Pair(AFTER_AN_AFFAIR, "Leave out what they did wrong"),
    Pair(AFTER_AN_AFFAIR, "not for who is guilty"),
    Pair("I hurt you. Ask me", "It's not about anything you did"),
    Pair("Say what is true", "Begin with how your week was"),
    Pair("cover up what is wrong", "The long talk about why can wait"),
    # While it is raw or goes on, nobody is hurried past it.
    Pair("still feels raw", "Forgiving, if you want to"),
    Pair("until it has stopped", "You can agree to differ"),
    Pair("until it has stopped", "Trust grows back with openness"),
    Pair("until it has stopped", "What would help it heal?"),
    # A loss, a fright or an old hurt is not there to be put down, nor to be told.
    Pair('There is nothing to "get over"', "leave it in the past"),
    Pair("numb or jumpy", "leave it in the past"),
    Pair("numb or jumpy", "Name it, say that it still matters"),
    Pair("numb or jumpy", "Write three lines"),
    Pair("numb or jumpy", "Touch counts too"),
    # What is settled is not opened again by a task.
    Pair("leave it in the past", "Write three lines"),
    Pair("against each other", "Ask me what you need to ask"),
    # Nobody is told that what they need is normal, and that it tires.
    Pair("needing more comfort is normal", "Asking again and again can tire"),
    # Nobody is asked for nothing and then for an answer.
    Pair("Ask for nothing back yet", "ask if they will work on it with you"),
    Pair("Ask for nothing back yet", "Can we each talk for five minutes"),
    Pair("No need to answer now", "for a quiet talk on a set day"),
    Pair("your partner brought it up", "Your partner may not see what you see"),
    Pair("you slowly drifted", "you do not know what started it"),
    # Whoever has little strength is asked for nothing new.
    Pair("Keep it light for now", "Try something new"),
    Pair("Keep it light for now", "neither of you has done before"),
    Pair("Low effort is fine", "Try something new"),
    Pair("Low effort is fine", "neither of you has done before"),
    # Whoever may be parting is not asked for closeness, and whoever leaves is not made to promise.
    Pair(CONTACT, "Can we eat together"),
    Pair(CONTACT, "Sit close"),
    Pair(CONTACT, "one thing I'd love more of"),
    Pair("Say where you stand", "Begin with how your week was"),
    Pair(CONTACT, "Come back in small steps"),
    Pair(CONTACT, "A hug would really help"),
    Pair(CONTACT, "Because I want this to work"),
    # Whoever lives apart is not asked for what needs one room, nor to write and not to write.
    Pair("you are often apart", "A hug would really help"),
    Pair("you are often apart", "in the car or over the dishes"),
    Pair("Send one short, warm message", "Texts are easy to read the wrong way"),
    # Whoever goes alone is not asked to bring their partner.
    Pair(ALONE, "Would you come once"),
    Pair(ALONE, "Would you come with me?"),
    Pair(ALONE, "should have to sort it out alone"),
    Pair(ALONE, "A couple therapist listens"),
    Pair(ALONE, "are you trained to work with couples?"),
    # Help for oneself comes first, or there is time: not both.
    Pair("such as a doctor", "Because I want this to work"),
    Pair("such as a doctor", "more than two weeks, see a doctor"),
    Pair("still strong after a month", "Find two therapists"),
]


@pytest.fixture(scope="module")
def shown(guide: Guide) -> Shown:
    """What every possible reader is shown."""
    logic = Logic()
    return Shown(Everyone(logic, guide, free_marks(logic, guide)))


def is_shown(shown: Shown, words: str) -> Statement:
    """The reader is shown a text with those words."""
    return shown.everyone.logic.any(
        holds for text, holds in shown.texts.items() if words in text.words
    )


@pytest.mark.parametrize("pair", PAIRS, ids=" / ".join)
def test_the_two_texts_never_meet(shown: Shown, pair: Pair) -> None:
    """Each of them is for some reader, and no possible reader is shown both."""
    one, other = (is_shown(shown, words) for words in pair)
    logic = shown.everyone.logic
    assert logic.possible(one), "no reader is shown the first: change its words here"
    assert logic.possible(other), "no reader is shown the second: change its words here"
    assert not logic.possible(one, other)


def someone(guide: Guide, chance: random.Random) -> Answers:
    """A reader at random, who gets to a plan."""
    answers = {each.id: answer(each, chance) for each in guide.questions}
    kinds = ["none"] * 80 + ["skipped"] * 8 + ["put_down", "past", "unsure"] * 4
    return {**answers, "safety": codes(chance.choice(kinds))}


def meeting(guide: Guide, answers: dict[str, Codes] | Answers) -> list[Pair]:
    """The pairs of which the reader is shown both texts."""
    plan = make_plan(guide, answers)
    everything = "\n".join((*texts(plan), *(passage.text for passage in plan.top)))
    return [pair for pair in PAIRS if all(words in everything for words in pair)]


@pytest.mark.parametrize(
    "readers", [200, pytest.param(5000, marks=pytest.mark.slow)], ids="{} readers".format
)
def test_no_reader_at_random_meets_both(guide: Guide, readers: int) -> None:
    """The plan as it is made, without the prover, says the same."""
    chance = random.Random(readers)
    several = (someone(guide, chance) for _ in range(readers))
    assert [(answers, found) for answers in several if (found := meeting(guide, answers))] == []


def test_two_texts_that_meet_are_noticed(guide: Guide, shown: Shown) -> None:
    """Two texts that do stand in one plan are found together, so that the tests above can fail."""
    assert shown.everyone.logic.possible(
        is_shown(shown, "Keep it light for now"), is_shown(shown, "Sit close")
    )
    answers = {"cause": codes("loss"), "event_now": codes("raw"), "time": codes("little")}
    said = "\n".join(texts(make_plan(guide, {**answers, "in_way": codes("tired")})))
    assert "Keep it light for now" in said
    assert "Sit close" in said
