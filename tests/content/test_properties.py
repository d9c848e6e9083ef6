"""What holds for every reader of the real guide, tried on readers at random."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.conditions import Fact, Situation
from distancecli.guide.model import Guide
from distancecli.interview.message import Message
from distancecli.interview.plan import PLAN, make_plan
from distancecli.interview.replay import replay
from distancecli.interview.step import StepShown
from tests.support.plan_view import words_of
from tests.support.small_guide import SAFE, codes, one_of, readers, some_of

EVENTS: Final = "affair trust addiction loss trauma let_down earlier"
CAUSES: Final = f"drift change mood unknown {EVENTS}"
UNSAFE: Final = "afraid controlled threatened hurt"
TAKE_CARE: Final = "put_down past unsure"

ANYONE: Final = st.one_of(readers(), readers(safety=SAFE))
SAFE_READERS: Final = readers(safety=SAFE)
CAREFUL: Final = readers(safety=some_of(TAKE_CARE))
STILL_ONGOING: Final = readers(
    safety=SAFE,
    cause=some_of(EVENTS, CAUSES),
    event_now=some_of("ongoing", "raw unspoken returning"),
)

LETTING_GO: Final = (
    "leave it in the past",
    "let it rest",
    "leave it",
    "against each other",
    "bring up the past",
    "said it was done",
)
"""Words of Step 4 that ask a reader to let something be over."""

GOING_ALONE: Final = "\"I'm going to see someone, for me."


def said(answers: Answers, question: str) -> Codes:
    """The codes that the reader gave; no answer is a skip."""
    return answers.get(question, SKIP)


def is_long_standing(answers: Answers) -> bool:
    """Whether it has gone on for a year or more, by the codes alone."""
    return bool(said(answers, "how_long") & codes("y1_2 gt2y on_off_1y"))


def is_traumatic(answers: Answers) -> bool:
    """Whether an event was named that is not settled, by the codes alone."""
    named = said(answers, "cause") & codes(EVENTS)
    return bool(named) and said(answers, "event_now") != codes("settled")


def text_of(step: StepShown) -> str:
    """All that a step says to its reader, in lower case."""
    passages = (passage.text for passage in step.text)
    said = (*step.because, *passages, *step.advice, step.action or "", *step.openers)
    return "\n".join((step.title, *said)).lower()


def ids(messages: tuple[Message, ...]) -> list[str]:
    """The ids of notices, in order."""
    return [each.id for each in messages]


# --- Every reader --------------------------------------------------------------------------------


@given(answers=ANYONE)
def test_nobody_is_left_with_nothing(guide: Guide, answers: Answers) -> None:
    """There is an ending without steps, or a plan of all five where at least one applies."""
    plan = make_plan(guide, answers)
    if plan.ending:
        assert plan.outcome == plan.ending.id
        assert not plan.steps
    else:
        assert plan.outcome == PLAN
        assert [step.number for step in plan.steps] == [1, 2, 3, 4, 5]
        assert any(step.status == "applies" for step in plan.steps)


@given(answers=SAFE_READERS)
def test_a_step_that_applies_has_all_that_it_needs(guide: Guide, answers: Answers) -> None:
    """It has a reason, words and an action, and no more points and openers than can be read."""
    for step in make_plan(guide, answers).steps:
        assert bool(step.because) is (step.status != "other")
        if step.status == "applies":
            assert step.text
            assert step.action
            assert len(step.advice) <= 4
            assert len(step.openers) <= 2


@given(answers=SAFE_READERS)
def test_only_a_step_that_applies_asks_for_something(guide: Guide, answers: Answers) -> None:
    """A step that is done, has to wait or is not needed has no action and no opener."""
    for step in make_plan(guide, answers).steps:
        if step.status != "applies":
            assert (step.action, step.openers) == (None, ())


@given(answers=SAFE_READERS)
def test_nothing_is_said_twice(guide: Guide, answers: Answers) -> None:
    """Within a step no reason, point or opener comes back."""
    for step in make_plan(guide, answers).steps:
        texts = (*step.because, *step.advice, *step.openers)
        assert len(texts) == len(set(texts))


@given(answers=SAFE_READERS)
def test_the_highlight_is_for_long_or_traumatic(guide: Guide, answers: Answers) -> None:
    """Step 5 is highlighted exactly by a year or more, or by an event that is not settled."""
    highlighted = [step.number for step in make_plan(guide, answers).steps if step.highlighted]
    expected = is_long_standing(answers) or is_traumatic(answers)
    assert highlighted == ([5] if expected else [])


@given(answers=ANYONE)
def test_answers_that_are_not_asked_for_change_nothing(guide: Guide, answers: Answers) -> None:
    """What a reader said to a question that is not asked leaves no trace in the plan."""
    asked = {question.id for question in replay(guide, answers, missing=SKIP).asked}
    needed = {id: answer for id, answer in answers.items() if id in asked}
    assert make_plan(guide, answers) == make_plan(guide, needed)


@given(answers=ANYONE)
def test_a_missing_answer_is_a_skip(guide: Guide, answers: Answers) -> None:
    """Leaving a question out and skipping it come to the same."""
    skipped = {question.id: SKIP for question in guide.questions}
    assert make_plan(guide, answers) == make_plan(guide, skipped | dict(answers))


@given(answers=ANYONE)
def test_safety_answers_are_never_repeated(guide: Guide, answers: Answers) -> None:
    """No text of a plan or an ending says again what was chosen in the safety question."""
    text = words_of(guide, make_plan(guide, answers))
    chosen = said(answers, "safety") - codes("none skipped unsure")
    labels = [each.label for each in guide.question("safety").options if each.code in chosen]
    assert not [label for label in labels if label.lower() in text]


@given(safety=some_of(f"{UNSAFE} me {TAKE_CARE}"))
def test_a_reader_is_in_one_tier(guide: Guide, safety: Codes) -> None:
    """Each safety answer but none leads to one tier only: the first of the three that fits."""
    situation = Situation(guide.facts, {"safety": safety})
    tiers = [t for t in ("unsafe", "own_behaviour", "take_care") if situation.holds(Fact(t))]
    careful = "own_behaviour" if "me" in safety else "take_care"
    assert tiers == ["unsafe" if safety & codes(UNSAFE) else careful]


# --- Readers who are not safe, or not sure -------------------------------------------------------


@given(answers=readers(safety=some_of(UNSAFE, f"me {TAKE_CARE}")))
def test_an_unsafe_reader_gets_help_and_no_step(guide: Guide, answers: Answers) -> None:
    """Whatever else was answered: the safety page, off record, and not one step."""
    plan = make_plan(guide, answers)
    assert (plan.outcome, plan.off_record, plan.steps) == ("safety", True, ())
    text = words_of(guide, plan)
    assert not [step.title for step in guide.steps if step.title.lower() in text]


@given(answers=readers(safety=some_of("me", TAKE_CARE)))
def test_own_behaviour_gets_its_page_and_no_step(guide: Guide, answers: Answers) -> None:
    """Whoever may have hurt their partner gets help with that, and not one step."""
    plan = make_plan(guide, answers)
    assert (plan.outcome, plan.off_record, plan.steps) == ("own_behaviour", True, ())


@given(answers=CAREFUL)
def test_a_careful_reader_is_handed_no_words_that_may_not_be_safe(
    guide: Guide, answers: Answers
) -> None:
    """On take_care no step hands over words: not even on going alone, which is theirs to tell."""
    plan = make_plan(guide, answers)
    assert plan.off_record
    assert "take_care" in ids(plan.notices)
    assert all(step.openers == () for step in plan.steps)


@given(answers=CAREFUL)
def test_a_careful_reader_is_not_led_to_forgive_or_to_joint_therapy(
    guide: Guide, answers: Answers
) -> None:
    """On take_care nothing speaks of forgiving or of couple therapy, and Step 5 is for one."""
    plan = make_plan(guide, answers)
    text = words_of(guide, plan)
    assert "forgiv" not in text
    assert "couple therap" not in text
    assert "both of you" not in text_of(plan.steps[4])
    assert plan.steps[4].status == "applies"
    assert "on your own" in text_of(plan.steps[4])


@pytest.mark.parametrize("words", ["forgiv", "couple therapist", "both of you", GOING_ALONE])
def test_the_words_kept_from_careful_readers_are_in_the_guide(guide: Guide, words: str) -> None:
    """Some other reader does read them, so that the properties above can fail."""
    answers = {"cause": codes("affair"), "event_now": codes("returning"), "how_long": codes("gt2y")}
    alone = {**answers, "now": codes("partner_no_therapy")}
    texts = [text_of(step) for each in (answers, alone) for step in make_plan(guide, each).steps]
    assert any(words.lower() in text for text in texts)


# --- Readers in the middle of it -----------------------------------------------------------------


@given(answers=STILL_ONGOING)
def test_what_still_goes_on_is_not_to_be_put_down(guide: Guide, answers: Answers) -> None:
    """While an event goes on Step 4 asks nobody to let it be, and no step speaks of forgiving."""
    steps = make_plan(guide, answers).steps
    assert not [words for words in LETTING_GO if words in text_of(steps[3])]
    assert not [step.number for step in steps if "forgiv" in text_of(step)]


@pytest.mark.parametrize("words", LETTING_GO)
def test_the_words_of_letting_go_are_in_step_4(guide: Guide, words: str) -> None:
    """Readers for whom it is over, or comes back, do read them, so that the property can fail."""
    past = {"cause": codes("affair"), "habits": codes("past_mistakes")}
    events = (codes("settled"), codes("returning"))
    texts = [text_of(make_plan(guide, {**past, "event_now": now}).steps[3]) for now in events]
    alone = {"habits": codes("past_mistakes"), "cause": codes("drift")}
    assert any(words in text for text in [*texts, text_of(make_plan(guide, alone).steps[3])])


@given(answers=readers(safety=SAFE, now=some_of("self_harm", "low cost children separating")))
def test_a_crisis_comes_first(guide: Guide, answers: Answers) -> None:
    """Thoughts of self-harm put the crisis notice before all else, off record, with no pep talk."""
    plan = make_plan(guide, answers)
    assert ids(plan.notices)[0] == "crisis"
    assert plan.off_record
    assert plan.top == ()
    assert plan.notices[0].text[0].text.lower() in words_of(guide, plan)[:200]


@given(answers=readers(safety=SAFE, now=one_of("low cost none skipped")))
def test_nobody_else_is_told_of_a_crisis(guide: Guide, answers: Answers) -> None:
    """Without such thoughts there is no crisis notice."""
    assert "crisis" not in ids(make_plan(guide, answers).notices)


@pytest.mark.parametrize("answers", [{}, {"how_long": SKIP, "safety": SKIP, "cause": SKIP}])
def test_a_reader_who_skips_everything_gets_the_general_steps(
    guide: Guide, answers: Answers
) -> None:
    """Silence is met with Steps 1, 2 and 3, without a highlight, and with a word on safety."""
    plan = make_plan(guide, answers)
    statuses = [step.status for step in plan.steps]
    assert statuses == ["applies", "applies", "applies", "other", "other"]
    assert not any(step.highlighted for step in plan.steps)
    assert ids(plan.notices) == ["safety_skipped"]
    assert not plan.off_record
