"""The questions of the real guide: what is asked after which answer, and how many can follow."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from distancecli.guide.answers import Answers, Codes
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.replay import at_most_to_go, coming_back, is_off_record, notices, replay
from tests.support.neutral_reader import NEUTRAL
from tests.support.small_guide import SAFE, changed, codes, one_of, readers
from tests.support.sound_guide import NAME, sound_text

EVENTS: Final = "affair trust addiction loss trauma let_down earlier"
UNSAFE: Final = "afraid controlled threatened hurt"

CALM: Final = NEUTRAL | {"told": "open"}
"""An answer to each question, after which nothing more is asked than of anyone."""

NEXT: Final = [
    ("went", "good same not_done badly skipped", "how_long"),
    ("how_long", "lt3m m3_12 y1_2 gt2y on_off_1y unsure skipped", "safety"),
    ("safety", "put_down past unsure none skipped", "told"),
    ("safety", f"{UNSAFE} me", None),
    ("told", "not_yet hinted open fine shut they_raised skipped", "talk"),
    ("talk", "partner_quiet me_quiet push_pull argue rarely ok skipped", "time"),
    ("time", "little_none little empty apart", "in_way"),
    ("time", "good skipped", "cause"),
    ("in_way", "work caring screens tired isolated habit nothing skipped", "cause"),
    ("cause", EVENTS, "event_now"),
    ("cause", "drift change mood unknown skipped", "habits"),
    ("event_now", "raw ongoing unspoken returning settled skipped", "habits"),
    (
        "habits",
        "same_argument past_mistakes reassurance buttons problem_talk pulled_back none skipped",
        "now",
    ),
    ("now", "low self_harm partner_no_therapy cost separating children none skipped", None),
]
"""A question, some of its answers, and the question that follows them."""


def given_up_to(guide: Guide, question: str, answer: str) -> dict[str, Codes]:
    """That answer, and those before it that let its question be asked."""
    opened = CALM | {"in_way": {"time": "little"}, "event_now": {"cause": "affair"}}.get(
        question, {}
    )
    ids = [each.id for each in guide.questions if not each.again or each.id == question]
    earlier = {id: codes(opened[id]) for id in ids[: ids.index(question)]}
    return earlier | {question: codes(answer)}


def test_every_answer_has_a_row(guide: Guide) -> None:
    """The table of what follows has every option of every question, and the skip, once."""
    rows = sorted((question, code) for question, several, _ in NEXT for code in several.split())
    options = [(each.id, option.code) for each in guide.questions for option in each.options]
    assert rows == sorted([*options, *((each.id, "skipped") for each in guide.questions)])


@pytest.mark.parametrize(
    ("question", "answer", "follows"),
    [(question, code, follows) for question, several, follows in NEXT for code in several.split()],
)
def test_the_next_question(guide: Guide, question: str, answer: str, follows: str | None) -> None:
    """After each single answer the right question comes next, or none."""
    guide = coming_back(guide) if question == "went" else guide
    interview = replay(guide, given_up_to(guide, question, answer))
    assert (interview.next.id if interview.next else None) == follows


def test_the_first_question_waits_at_the_start(guide: Guide) -> None:
    """With no answers, the first question is asked and no other."""
    interview = replay(guide, {})
    assert [each.id for each in interview.asked] == ["how_long"]
    assert interview.next is guide.question("how_long")


def test_whoever_comes_back_is_asked_first_how_it_went(guide: Guide) -> None:
    """Nobody else is, whatever a file says."""
    assert replay(coming_back(guide), {}).next == replace(guide.question("went"), again=False)
    live = replay(guide, {"went": codes("badly")}).live
    assert live["went"] == frozenset()


def test_a_calm_reader_is_asked_eight_questions(guide: Guide) -> None:
    """The two questions that depend on others are left out when nothing calls for them."""
    interview = replay(guide, {id: codes(answer) for id, answer in CALM.items()})
    asked = [each.id for each in interview.asked]
    assert asked == [id for id in CALM if id not in ("in_way", "event_now")]
    assert interview.live["in_way"] == interview.live["event_now"] == frozenset()


@pytest.mark.parametrize("event", EVENTS.split())
@pytest.mark.parametrize("other", ["drift", "change", "mood", "unknown"])
def test_an_event_among_other_causes_is_asked_about(guide: Guide, event: str, other: str) -> None:
    """One event among the causes is enough to be asked where things are with it."""
    interview = replay(guide, given_up_to(guide, "cause", f"{event} {other}"))
    assert interview.next
    assert interview.next.id == "event_now"


# --- Endings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("safety", "ending"),
    [
        *((code, "safety") for code in UNSAFE.split()),
        *((f"{code} me", "safety") for code in UNSAFE.split()),
        *((f"{code} put_down past unsure", "safety") for code in UNSAFE.split()),
        (UNSAFE, "safety"),
        ("me", "own_behaviour"),
        ("me put_down past unsure", "own_behaviour"),
    ],
)
def test_an_ending_stops_at_the_second_question(guide: Guide, safety: str, ending: str) -> None:
    """An unsafe reader is asked nothing more, and being unsafe comes before one's own behaviour."""
    answers = {id: codes(answer) for id, answer in CALM.items()} | {"safety": codes(safety)}
    interview = replay(guide, answers)
    assert interview.ending
    assert interview.ending.id == ending
    assert [each.id for each in interview.asked] == ["how_long", "safety"]
    assert interview.next is None
    assert interview.live.keys() == {"went", "how_long", "safety"}


@pytest.mark.parametrize("safety", ["put_down", "past", "unsure", "none", "skipped", "past unsure"])
def test_no_other_safety_answer_ends_the_questions(guide: Guide, safety: str) -> None:
    """Whoever is to take care, or skips the question, is asked on."""
    assert replay(guide, given_up_to(guide, "safety", safety)).ending is None


# --- How many can follow --------------------------------------------------------------------------


def counts(guide: Guide, answers: Answers) -> list[int]:
    """The count shown at each question asked, with the answers given up to there."""
    given: dict[str, Codes] = {}
    shown = []
    for question in replay(guide, answers).asked:
        shown.append(at_most_to_go(guide, given, question))
        if question.id in answers:
            given[question.id] = answers[question.id]
    return shown


@given(answers=st.one_of(readers(), readers(safety=SAFE)))
def test_the_count_is_never_too_low_and_never_grows(guide: Guide, answers: Answers) -> None:
    """At each question no more follow than were announced, and each announces fewer."""
    shown = counts(guide, answers)
    left = range(len(shown) - 1, -1, -1)
    assert all(said >= really for said, really in zip(shown, left, strict=True))
    assert shown == sorted(set(shown), reverse=True)


@given(answers=readers(safety=SAFE))
def test_the_count_does_not_look_at_what_comes_later(guide: Guide, answers: Answers) -> None:
    """Going back shows a count that holds whatever the answer is changed to."""
    asked = replay(guide, answers).asked
    again = [at_most_to_go(guide, answers, question) for question in asked]
    assert again == counts(guide, answers)


@pytest.mark.parametrize(
    ("question", "before", "left"),
    [
        ("how_long", {}, 9),
        ("time", {}, 5),
        ("cause", {"time": "good"}, 3),
        ("cause", {"time": "little", "in_way": "work"}, 3),
        ("habits", {}, 1),
        ("now", {}, 0),
    ],
)
def test_the_count_is_exact_where_it_can_be(
    guide: Guide, question: str, before: dict[str, str], left: int
) -> None:
    """What the answers so far rule out is not counted; what the next answer may open is."""
    given = {id: codes(answer) for id, answer in (CALM | before).items()}
    assert at_most_to_go(guide, given, guide.question(question)) == left


# --- What counts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer"),
    [(question, code) for question, several, _ in NEXT for code in several.split()],
)
def test_an_answer_is_off_record_or_not(guide: Guide, question: str, answer: str) -> None:
    """Every safety answer but none and skipped is off record, self-harm, and what went badly."""
    guide = coming_back(guide) if question == "went" else guide
    off_record = question == "safety" and answer not in ("none", "skipped")
    live = replay(guide, given_up_to(guide, question, answer)).live
    assert is_off_record(guide, live) is (off_record or answer in ("self_harm", "badly"))


def test_an_off_record_answer_that_does_not_count_is_not_one(small_guide: Guide) -> None:
    """Off record is what is live: an answer to a question no longer asked leaves no mark."""
    secret = {"mood": codes("low"), "help": codes("secret friend")}
    assert is_off_record(small_guide, replay(small_guide, secret).live)
    assert not is_off_record(
        small_guide, replay(small_guide, secret | {"mood": codes("fine")}).live
    )


@given(answers=readers(safety=SAFE, time=one_of("good skipped")))
def test_an_answer_that_is_not_asked_for_changes_nothing(guide: Guide, answers: Answers) -> None:
    """With nothing in the way to ask about, an answer to that leaves the interview as it is."""
    without = {id: answer for id, answer in answers.items() if id != "in_way"}
    assert replay(guide, answers) == replay(guide, without)


def test_an_answer_comes_back_with_its_question(guide: Guide) -> None:
    """A change that hides a question silences its answer; changing back brings the answer back."""
    answers = given_up_to(guide, "now", "none") | {"in_way": codes("work habit")}
    little, good = ({**answers, "time": codes(time)} for time in ("little", "good"))
    assert replay(guide, little).live["in_way"] == codes("work habit")
    assert replay(guide, good).live["in_way"] == frozenset()
    assert replay(guide, {**good, "time": codes("empty")}).live["in_way"] == codes("work habit")


def test_a_missing_answer_can_stand_for_a_skip(guide: Guide) -> None:
    """On the way to a plan, an asked question without an answer counts as skipped."""
    interview = replay(guide, {"cause": codes("loss")}, missing=codes("skipped"))
    assert interview.next is None
    assert interview.live.pop("cause") == codes("loss")
    assert interview.live.pop("in_way") == interview.live.pop("went") == frozenset()
    assert set(interview.live.values()) == {codes("skipped")}


@pytest.mark.parametrize(
    ("safety", "now", "shown"),
    [
        ("none", "none", []),
        ("none", "self_harm low", ["crisis"]),
        ("past", "none", ["take_care"]),
        ("skipped", "skipped", ["safety_skipped"]),
        ("unsure", "self_harm", ["crisis", "take_care"]),
        ("skipped", "self_harm", ["crisis", "safety_skipped"]),
    ],
)
def test_notices_come_in_order(guide: Guide, safety: str, now: str, shown: list[str]) -> None:
    """The notices that the answers call for come in the guide's order, the crisis first."""
    answers = given_up_to(guide, "now", now) | {"safety": codes(safety)}
    found = notices(guide, replay(guide, answers).live)
    assert [notice.id for notice in found] == shown
    assert [notice.id for notice in found if notice.at_once] == [
        id for id in shown if id == "crisis"
    ]


def test_a_question_that_is_left_out_can_decide_an_ending() -> None:
    """An ending that waits for a question comes as soon as that question is not asked."""
    text = changed(
        sound_text(),
        "    when: {mood: [stop]}\n    title",
        "    when: {all: [{mood: [stop]}, {none: [{help: [nobody]}]}]}\n    title",
    )
    interview = replay(parse_guide(NAME, text), {"mood": codes("stop")})
    assert interview.ending
    assert [question.id for question in interview.asked] == ["mood"]
