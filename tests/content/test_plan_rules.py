"""When each step applies, is done or has to wait: the table of rules, row by row."""

import pytest

from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.neutral_reader import (
    EVENTS,
    LONG,
    NEUTRAL,
    TAKE_CARE,
    TIME,
    TOLD,
    TRAUMATIC,
    each,
    reader,
    step,
)
from tests.support.small_guide import codes


def test_the_neutral_reader_meets_no_rule_of_the_others(guide: Guide) -> None:
    """The reader from whom each row departs by its own answers only."""
    plan = make_plan(guide, reader())
    statuses = [each.status for each in plan.steps]
    assert statuses == ["applies", "done", "other", "other", "other"]
    assert not any(each.highlighted for each in plan.steps)
    assert plan.notices == ()


# --- Step by step --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "status"), each(applies="not_yet hinted fine shut they_raised skipped", done="open")
)
def test_step_1_is_for_whoever_has_not_been_heard(guide: Guide, told: str, status: str) -> None:
    """Step 1 applies until the partner knows and wants to be closer too; then it is done."""
    assert step(guide, 1, told=told).status == status


@pytest.mark.parametrize(
    ("time", "status"), each(applies="little_none little empty apart skipped", done="good")
)
def test_step_2_is_for_whoever_lacks_good_time(guide: Guide, time: str, status: str) -> None:
    """Step 2 applies until there is time together that feels good; then it is done."""
    assert step(guide, 2, time=time).status == status


@pytest.mark.parametrize(
    ("cause", "status"),
    each(applies="drift unknown mood skipped", other="change " + " ".join(EVENTS)),
)
def test_step_3_is_for_a_slow_or_unknown_cause(guide: Guide, cause: str, status: str) -> None:
    """Step 3 applies by the cause alone for drift, mood, no idea and a skip; not for the others."""
    assert step(guide, 3, cause=cause, event_now="settled").status == status


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(
    ("event_now", "status"), each(applies=" ".join(TRAUMATIC), other="settled")
)
def test_step_3_is_for_what_is_not_settled(
    guide: Guide, event: str, event_now: str, status: str
) -> None:
    """Step 3 applies after an event, unless it is settled."""
    assert step(guide, 3, cause=event, event_now=event_now).status == status


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("time", TIME)
def test_step_3_is_for_whoever_has_done_the_first_two(guide: Guide, told: str, time: str) -> None:
    """Step 3 applies to those who talk openly and have good time, and still feel far apart."""
    applies = told == "open" and time == "good"
    assert (step(guide, 3, told=told, time=time).status == "applies") is applies


@pytest.mark.parametrize(
    ("habit", "status"),
    each(
        applies="reassurance buttons problem_talk same_argument past_mistakes",
        other="pulled_back none skipped",
    ),
)
def test_step_4_is_for_habits_that_weigh(guide: Guide, habit: str, status: str) -> None:
    """With no event, each of five habits opens Step 4, and nothing makes it wait."""
    assert step(guide, 4, habits=habit).status == status


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(
    ("event_now", "status"),
    each(applies="returning", not_yet="raw ongoing unspoken skipped", other="settled"),
)
def test_step_4_waits_for_step_3_after_an_event(
    guide: Guide, event: str, event_now: str, status: str
) -> None:
    """Step 4 has to wait while an event weighs, unless it was agreed to move on from it."""
    assert step(guide, 4, cause=event, event_now=event_now).status == status


@pytest.mark.parametrize(
    ("habit", "status"),
    each(
        applies="reassurance buttons problem_talk same_argument",
        not_yet="past_mistakes pulled_back none skipped",
    ),
)
@pytest.mark.parametrize("event_now", ["raw", "ongoing", "unspoken", "skipped", "raw ongoing"])
def test_past_mistakes_do_not_open_step_4_while_an_event_weighs(
    guide: Guide, event_now: str, habit: str, status: str
) -> None:
    """Whoever brings up what still hurts is not told to stop; the other habits open the step."""
    assert step(guide, 4, cause="affair", event_now=event_now, habits=habit).status == status


def test_past_mistakes_open_step_4_when_the_event_is_settled(guide: Guide) -> None:
    """Bringing up what was talked through is a reason for Step 4."""
    shown = step(guide, 4, cause="affair", event_now="settled", habits="past_mistakes")
    assert shown.status == "applies"


@pytest.mark.parametrize(
    ("how_long", "status"),
    each(applies="y1_2 gt2y on_off_1y", other="lt3m m3_12 unsure skipped"),
)
def test_step_5_is_for_a_year_or_more(guide: Guide, how_long: str, status: str) -> None:
    """Step 5 applies after a year or more, and not for the time alone before."""
    assert step(guide, 5, how_long=how_long).status == status


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("event_now", [*TRAUMATIC, "settled"])
def test_step_5_is_for_any_event(guide: Guide, event: str, event_now: str) -> None:
    """Step 5 applies after an event, settled or not."""
    assert step(guide, 5, cause=event, event_now=event_now).status == "applies"


@pytest.mark.parametrize("how_long", ["lt3m", "m3_12", "unsure", "skipped"])
@pytest.mark.parametrize("told", TOLD)
def test_step_5_is_for_months_of_not_getting_through(
    guide: Guide, how_long: str, told: str
) -> None:
    """Within the first year, Step 5 applies after some months where a talk did not get through."""
    applies = how_long == "m3_12" and told in ("shut", "fine")
    assert (step(guide, 5, how_long=how_long, told=told).status == "applies") is applies


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        *(("now", *pair) for pair in each(applies="low separating self_harm")),
        *(("now", *pair) for pair in each(other="partner_no_therapy cost children none")),
        *(("cause", *pair) for pair in each(applies="mood", other="drift change unknown skipped")),
        *(("safety", *pair) for pair in each(applies=" ".join(TAKE_CARE), other="none skipped")),
        *(("habits", *pair) for pair in each(other="reassurance past_mistakes pulled_back")),
        *(("talk", *pair) for pair in each(other="argue rarely push_pull skipped")),
        ("now", "skipped", "other"),
    ],
)
def test_step_5_is_for_whoever_needs_support_of_their_own(
    guide: Guide, question: str, answer: str, status: str
) -> None:
    """Low mood, a crisis, parting and a reason to take care open Step 5; nothing else here does."""
    assert step(guide, 5, **{question: answer}).status == status


# --- The highlight -------------------------------------------------------------------------------


@pytest.mark.parametrize("how_long", [*LONG, "lt3m", "m3_12", "unsure", "skipped"])
@pytest.mark.parametrize("event_now", [*TRAUMATIC, "settled", None])
def test_the_highlight_is_for_long_or_traumatic_only(
    guide: Guide, how_long: str, event_now: str | None
) -> None:
    """Step 5 is highlighted after a year or more, and after an event that is not settled."""
    event = {"cause": "loss", "event_now": event_now} if event_now else {}
    plan = make_plan(guide, reader(how_long=how_long, **event))
    expected = how_long in LONG or event_now in TRAUMATIC
    assert [each.number for each in plan.steps if each.highlighted] == [5] * expected


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_can_highlight(guide: Guide, event: str) -> None:
    """A named event highlights Step 5 even when its reader says no more about it."""
    assert step(guide, 5, cause=event, event_now="skipped").highlighted
    assert not step(guide, 5, cause=event, event_now="settled").highlighted


@pytest.mark.parametrize(
    "answers",
    [
        {"how_long": "m3_12", "told": "shut"},
        {"now": "low separating partner_no_therapy cost"},
        {"cause": "mood"},
        {"safety": "put_down past unsure"},
        {"habits": "reassurance past_mistakes"},
    ],
)
def test_nothing_else_highlights(guide: Guide, answers: dict[str, str]) -> None:
    """The other reasons for Step 5, and the habits, do not make it the one that helps most."""
    assert not any(each.highlighted for each in make_plan(guide, reader(**answers)).steps)


@pytest.mark.parametrize("question", list(NEUTRAL))
def test_a_skip_opens_the_general_steps_only(guide: Guide, question: str) -> None:
    """One skipped answer never opens Step 4, Step 5 or the highlight."""
    statuses = [each.status for each in make_plan(guide, reader(**{question: "skipped"})).steps]
    general = {"told": 1, "time": 2, "cause": 3}.get(question, 1)
    assert statuses[general - 1] == "applies"
    assert statuses[3:] == ["other", "other"]


def test_applies_comes_before_done_and_done_before_not_yet(small_guide: Guide) -> None:
    """Where several statuses have a reason the first counts; with none, the step is just named."""
    by_answers = {
        ("low", "seldom"): "applies",
        ("low", "often"): "done",
        ("low", "skipped"): "not_yet",
        ("fine", "skipped"): "other",
    }
    for (mood, rest), status in by_answers.items():
        answers = {"mood": codes(mood), "help": codes("friend"), "rest": codes(rest)}
        assert make_plan(small_guide, answers).steps[0].status == status


def test_only_a_step_that_applies_is_highlighted(small_guide: Guide) -> None:
    """A step that has to wait is not highlighted, has no action and still says why."""
    answers = {"mood": codes("low"), "help": codes("friend"), "rest": codes("seldom")}
    waiting = make_plan(small_guide, answers).steps[1]
    assert (waiting.status, waiting.highlighted, waiting.action) == ("not_yet", False, None)
    assert waiting.because == ("you are low",)
    assert make_plan(small_guide, {**answers, "help": codes("nobody")}).steps[1].highlighted
