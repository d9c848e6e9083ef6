"""Why a step applies, and what ends or precedes the steps: every reason, ending and notice."""

from typing import Final

import pytest

from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.neutral_reader import LONG, TAKE_CARE, TRAUMATIC, UNSAFE, reader, step

# --- Reasons -------------------------------------------------------------------------------------

REASONS: Final = [
    (1, {"told": "not_yet"}, "you have not told your partner yet"),
    (1, {"told": "hinted"}, "only come out in hints"),
    (1, {"told": "fine"}, "your partner thinks things are fine"),
    (1, {"told": "shut"}, "it was hard to talk"),
    (1, {"told": "they_raised"}, "your partner brought it up"),
    (1, {"told": "open"}, "you both want to be closer"),
    (1, {"told": "skipped"}, "it is often a good place to begin"),
    (2, {"time": "little_none"}, "little relaxed time together"),
    (2, {"time": "little"}, "little relaxed time together"),
    (2, {"time": "empty"}, "do not connect in it"),
    (2, {"time": "apart"}, "you are often apart"),
    (2, {"time": "skipped"}, "small good moments can do a lot"),
    (3, {"cause": "drift"}, "you slowly drifted"),
    (3, {"cause": "unknown"}, "you do not know what started it"),
    (3, {"cause": "mood"}, "mood or health plays a part"),
    (3, {"cause": "skipped"}, "it can help to know how it began"),
    (3, {"cause": "loss", "event_now": "unspoken"}, "happened and you have not talked it through"),
    (3, {"cause": "loss", "event_now": "raw"}, "still feels raw"),
    (3, {"cause": "loss", "event_now": "ongoing"}, "still going on"),
    (3, {"cause": "loss", "event_now": "returning"}, "it keeps coming up"),
    (3, {"cause": "loss", "event_now": "skipped"}, "something big happened."),
    (3, {"told": "open"}, "you talk and have good time together, and still feel far apart"),
    (4, {"habits": "reassurance"}, "you often need to hear that they love you"),
    (4, {"habits": "buttons"}, "talks can turn sharp or go in circles"),
    (4, {"habits": "same_argument"}, "talks can turn sharp or go in circles"),
    (4, {"habits": "problem_talk"}, "most of your talk is about chores or problems"),
    (4, {"habits": "past_mistakes"}, "past mistakes come up"),
    (4, {"cause": "loss", "event_now": "returning"}, "still comes up"),
    (4, {"cause": "loss", "event_now": "raw"}, "Step 3 comes first"),
    *((5, {"how_long": code}, "this has gone on for a year or more") for code in LONG),
    *((5, {"cause": "loss", "event_now": code}, "something hard happened") for code in TRAUMATIC),
    (5, {"cause": "loss", "event_now": "settled"}, "and it may still play a part"),
    (5, {"how_long": "m3_12", "told": "shut"}, "you tried to talk and it did not get through"),
    (5, {"how_long": "m3_12", "told": "fine"}, "you tried to talk and it did not get through"),
    (5, {"now": "low"}, "your own support comes first"),
    (5, {"now": "separating"}, "you are apart, or thinking about it"),
    (5, {"cause": "mood"}, "others can help with low mood, worry and illness"),
    *((5, {"safety": code}, "you deserve to be heard on your own") for code in TAKE_CARE),
    (5, {"now": "self_harm"}, "you need not carry these thoughts alone"),
]
"""A step, the answers that give it one reason, and words that only this reason says."""


@pytest.mark.parametrize(("number", "answers", "words"), REASONS)
def test_each_reason_fires_on_its_own_answers(
    guide: Guide, number: int, answers: dict[str, str], words: str
) -> None:
    """An answer brings its own reason and none of the others that its step has."""
    (because,) = step(guide, number, **answers).because
    others = {other for row, _, other in REASONS if row == number} - {words}
    sentence = f"{because}."
    assert words in sentence
    assert not [other for other in others if other in sentence]


@pytest.mark.parametrize("how_long", LONG)
@pytest.mark.parametrize("event_now", TRAUMATIC)
def test_long_and_traumatic_are_one_reason(guide: Guide, how_long: str, event_now: str) -> None:
    """Whoever has both reasons for the highlight reads both in one line, and not each again."""
    (because,) = step(guide, 5, how_long=how_long, cause="trust", event_now=event_now).because
    assert "over a year" in because
    assert "something hard may weigh on you" in because


@pytest.mark.parametrize(
    ("number", "answers", "count"),
    [
        (3, {"cause": "drift unknown mood loss", "event_now": "raw returning unspoken"}, 3),
        (4, {"habits": "reassurance buttons same_argument problem_talk past_mistakes"}, 3),
        (5, {"now": "low separating", "safety": "past", "cause": "mood"}, 3),
        (5, {"how_long": "y1_2", "cause": "loss", "event_now": "settled"}, 2),
    ],
)
def test_the_first_three_reasons_that_fire_are_shown(
    guide: Guide, number: int, answers: dict[str, str], count: int
) -> None:
    """A reader with several reasons reads no more than three of them, each once."""
    because = step(guide, number, **answers).because
    assert len(set(because)) == len(because) == count


# --- Endings and notices -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("safety", "outcome"),
    [
        *((code, "safety") for code in UNSAFE),
        *((f"{code} me put_down", "safety") for code in UNSAFE),
        ("me", "own_behaviour"),
        ("me past unsure", "own_behaviour"),
    ],
)
def test_an_ending_has_its_page_and_no_step(guide: Guide, safety: str, outcome: str) -> None:
    """At an ending there is its page, off record, and nothing of a plan."""
    plan = make_plan(guide, reader(safety=safety, how_long="gt2y", now="self_harm"))
    assert plan.outcome == outcome
    assert plan.ending
    assert plan.ending.id == outcome
    assert plan.off_record
    assert (plan.steps, plan.notices, plan.top) == ((), (), ())


def test_the_safety_page_speaks_of_own_behaviour_if_that_was_chosen_too(guide: Guide) -> None:
    """The lines for whoever hurt their partner close the safety page, for them only."""
    alone, both = (make_plan(guide, reader(safety=given)) for given in ("hurt", "hurt me"))
    assert alone.ending
    assert both.ending
    assert both.ending.text[: len(alone.ending.text)] == alone.ending.text
    added = " ".join(passage.text for passage in both.ending.text[len(alone.ending.text) :])
    assert "worried about what they do" in added


@pytest.mark.parametrize(
    ("safety", "now", "shown"),
    [
        ("none", "low children", []),
        *((code, "none", ["take_care"]) for code in TAKE_CARE),
        ("skipped", "none", ["safety_skipped"]),
        ("none", "self_harm", ["crisis"]),
        ("put_down", "self_harm low", ["crisis", "take_care"]),
        ("skipped", "self_harm", ["crisis", "safety_skipped"]),
    ],
)
def test_notices_stand_before_the_steps_in_order(
    guide: Guide, safety: str, now: str, shown: list[str]
) -> None:
    """A crisis comes first, then the word on safety; the steps stay."""
    plan = make_plan(guide, reader(safety=safety, now=now))
    assert [notice.id for notice in plan.notices] == shown
    assert len(plan.steps) == 5
    assert bool(plan.top) is ("crisis" not in shown)
