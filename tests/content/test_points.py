"""Which points, actions and openers are for whom, and that no answer is given in vain."""

from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given

from distancecli.checking.examples import plan_for
from distancecli.guide.answers import Answers
from distancecli.guide.conditions import Answered, Condition, No
from distancecli.guide.model import Guide
from distancecli.guide.start import START
from distancecli.interview.plan import make_plan
from distancecli.interview.support import in_words, kinds_for
from tests.support.built_in import GUIDE
from tests.support.neutral_reader import EVENTS, reader, step
from tests.support.plan_view import said
from tests.support.small_guide import SAFE, codes, readers, some_of

HURT_BETWEEN: Final = ["affair", "trust", "let_down"]
"""What one of the two may have done to the other."""

LETTING_GO: Final = ("forgiv", "leave it in the past", "against each other")

WITHOUT_EFFECT: Final = {"how_long.unsure", "talk.ok", "in_way.nothing", "habits.none", "now.none"}
"""Answers that say that there is nothing to add; to give them comes to the same as a skip."""

BACKGROUNDS: Final[list[dict[str, str]]] = [
    {},
    {"time": "little"},
    {"cause": "trauma", "event_now": "raw"},
    {"how_long": "m3_12", "told": "shut"},
]
"""Readers in whom an answer can make a difference."""


# --- Forgiving -----------------------------------------------------------------------------------


@pytest.mark.parametrize("event", EVENTS)
def test_forgiving_is_for_hurts_between_the_two(guide: Guide, event: str) -> None:
    """Nobody is told to forgive, or to leave it be, over a loss, an illness or an old hurt."""
    habits = "same_argument past_mistakes"
    settled = make_plan(guide, reader(cause=event, event_now="settled", habits=habits, told="open"))
    returning = make_plan(guide, reader(cause=event, event_now="returning"))
    text = "\n".join(said(step) for plan in (settled, returning) for step in plan.steps)
    expected = list(LETTING_GO) if event in HURT_BETWEEN else []
    assert [words for words in LETTING_GO if words in text] == expected


@given(answers=readers(safety=SAFE))
def test_letting_go_needs_a_hurt_between_the_two(guide: Guide, answers: Answers) -> None:
    """Whatever else was answered, only an affair, lost trust or being let down brings it up.

    Never beside a grief, a fright or an old hurt, and never while it is raw, unspoken or goes on.
    """
    text = "\n".join(said(each) for each in make_plan(guide, answers).steps)
    named = answers.get("cause", frozenset()) & codes(" ".join(HURT_BETWEEN))
    grief = answers.get("cause", frozenset()) & codes("loss trauma earlier")
    too_early = answers.get("event_now", frozenset()) & codes("ongoing raw unspoken")
    careful = answers["safety"] & codes("put_down past unsure")
    if not named or grief or too_early or careful:
        assert [words for words in LETTING_GO if words in text] == []


# --- Openers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "answers", "starts"),
    [
        (
            3,
            {"cause": "affair"},
            ["If you were hurt: ", "If something you did hurt your partner: "],
        ),
        (3, {"cause": "trust"}, ["If you were hurt: ", "If something you did hurt your partner: "]),
        (
            3,
            {"cause": "addiction"},
            ["If the habit is your partner's: ", "If the habit is yours: "],
        ),
        (3, {"cause": "trauma"}, ["If it happened to you: ", "If it happened to your partner: "]),
        (3, {"cause": "let_down"}, ["If you were the one who needed help: "]),
        (3, {"cause": "mood"}, ["If your partner is low or unwell: "]),
        (4, {"habits": "past_mistakes"}, ["If it is you who brings it up: "]),
    ],
)
def test_an_opener_says_for_whom_it_is(
    guide: Guide, number: int, answers: dict[str, str], starts: list[str]
) -> None:
    """Where the question does not tell who did it, no reader is taken for one or the other."""
    openers = step(guide, number, **{"event_now": "raw"}, **answers).openers
    assert [opener[: len(start)] for opener, start in zip(openers, starts, strict=True)] == starts


def test_only_an_opener_that_says_for_whom_it_is_owns_up(guide: Guide) -> None:
    """Words of regret are never put into the mouth of someone who may not have done it."""
    openers = [opener.text for each in guide.steps for opener in each.openers]
    regret = [text for text in openers if "I hurt you" in text or "sorry" in text or "hard" in text]
    assert any("I hurt you" in text for text in regret)
    owns_nothing = ("If ", "\"I'm having a hard day", "\"There's something I need to talk about")
    assert [text for text in regret if not text.startswith(owns_nothing)] == []


# --- No answer in vain ---------------------------------------------------------------------------


def points_about(guide: Guide, code: str) -> set[str]:
    """The points of the step on a therapist that stand there for readers who gave that answer."""
    asked_for = Answered("now", frozenset({code}))
    named = [each for each in guide.steps[4].advice if asked_for in wanted(each.when)]
    assert named, code
    return {each.text for each in named}


def wanted(condition: Condition) -> Iterator[Condition]:
    """The parts of a condition that have to hold, or one of which has."""
    yield condition
    for part in getattr(condition, "parts", ()) if not isinstance(condition, No) else ():
        yield from wanted(part)


@given(answers=readers(safety=SAFE, now=some_of("cost", "low separating children")))
def test_whoever_says_that_help_costs_too_much_reads_of_cheaper_help(
    guide: Guide, answers: Answers
) -> None:
    """However many points fit, the one on cost is among those shown, if only in one line."""
    assert points_about(guide, "cost") & set(make_plan(guide, answers).steps[4].advice)


@given(
    answers=readers(
        safety=SAFE, now=some_of("partner_no_therapy", "low separating children cost self_harm")
    )
)
def test_whoever_would_go_alone_reads_that_it_can_help(guide: Guide, answers: Answers) -> None:
    """A partner who would not come is no reason to go without, and the plan says so."""
    points = points_about(guide, "partner_no_therapy")
    assert points & set(make_plan(guide, answers).steps[4].advice)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_step_that_does_not_apply_takes_one_or_two_lines(guide: Guide, number: int) -> None:
    """The points for a step that is only also possible are short, as it is just named."""
    points = [each.text for each in guide.steps[number - 1].advice if "other" in each.status]
    assert all(len(text.split()) <= 12 for text in points)
    assert bool(points) is (number in (3, 5))


def test_only_answers_that_add_nothing_have_no_effect(guide: Guide) -> None:
    """Each option of each question changes the plan of some reader, but for five that say no."""
    without = set()
    for question in guide.questions:
        for code in (option.code for option in question.options):
            given = [reader(**{**each, question.id: code}) for each in BACKGROUNDS]
            skipped = [reader(**{**each, question.id: "skipped"}) for each in BACKGROUNDS]
            last = {START: codes("make-time")} if question.again else {}
            plans = (
                [plan_for(guide, {**each, **last}) for each in several]
                for several in (given, skipped)
            )
            if next(plans) == next(plans):
                without.add(f"{question.id}.{code}")
    assert without == WITHOUT_EFFECT
    options = [(each.id, option) for each in guide.questions for option in each.options]
    assert without == {f"{id}.{option.code}" for id, option in options if not option.informs}


# --- Words that hang together --------------------------------------------------------------------


@pytest.mark.parametrize("habit", ["buttons", "same_argument"])
def test_a_stop_word_is_explained_where_it_is_asked_for(guide: Guide, habit: str) -> None:
    """The action says what a stop word is, whichever point stands above it."""
    action = step(guide, 4, habits=habit).action
    assert action
    assert "a word that asks for a pause" in action


@pytest.mark.parametrize(("time", "named"), [("little", True), ("skipped", True), ("good", False)])
def test_step_1_sends_on_to_step_2_only_where_it_is_not_done(
    guide: Guide, time: str, named: bool
) -> None:
    """Whoever has good time together is not sent to a step they have done."""
    shown = step(guide, 1, told="open", time=time)
    assert shown.status == "done"
    assert ("Step 2" in " ".join(shown.advice)) is named


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_general_version_is_true_for_a_skip_and_for_what_is_missing(
    guide: Guide, number: int
) -> None:
    """A question left out of a file was not refused: the reason speaks of no question at all."""
    question = ("told", "time", "cause")[number - 1]
    (because,) = step(guide, number, **{question: "skipped"}).because
    said = {1: "a good place to begin", 2: "small good moments", 3: "it can help to know"}
    assert said[number] in because
    assert not [word for word in ("chose", "skip", "left", "question") if word in because]
    missing = {id: given for id, given in reader().items() if id != question}
    assert make_plan(guide, missing).steps[number - 1].because == (because,)


# --- Help lines ----------------------------------------------------------------------------------


@pytest.mark.parametrize("country", [*GUIDE.support.countries, None])
def test_no_page_promises_a_line_that_is_not_there(guide: Guide, country: str | None) -> None:
    """Whoever hurt their partner finds the emergency number first, and help in any country.

    The lines that are known stand there; also where there is none, the page says how to find help.
    """
    ending = make_plan(guide, {"safety": codes("me")}, country).ending
    assert ending
    said = [passage.text for passage in ending.text]
    (emergency,) = (text for text in said if "call the emergency number" in text)
    (programme,) = (text for text in said if "help you to find a programme" in text)
    passages = [each for each in ending.text if "worried about what they do" in each.text]
    for passage in passages:
        assert passage.text.startswith("Some help lines")
        assert said.index(emergency) < said.index(passage.text) < said.index(programme)
    several = [guide.support.countries[country]] if country else guide.support.countries.values()
    known = [line for each in several for line in each.lines if line.kind == "own_behaviour"]
    shown = "\n".join(line for passage in passages for line in passage.lines)
    assert [line.name for line in known if in_words(line) not in shown] == []


def test_the_page_on_ones_own_behaviour_is_true_in_every_country(guide: Guide) -> None:
    """The page on one's own behaviour is true in a country with such a line and in one without.

    Whoever owns up to having hurt their partner is never told that there is nobody for them.
    """
    for country in (None, *guide.support.countries):
        ending = make_plan(guide, {"safety": codes("me")}, country).ending
        assert ending
        assert all(passage.lines for passage in ending.text if passage.text.endswith(":"))
        told = any("worried about what they do" in passage.text for passage in ending.text)
        assert told is ("own_behaviour" in kinds_for(guide.support, country))


def test_the_silent_call_is_explained(guide: Guide) -> None:
    """The British emergency line says in plain words what to do where it is not safe to speak."""
    emergency = guide.support.countries["GB"].lines[0]
    assert emergency.name == "Emergency"
    assert emergency.number.startswith("999 (from a mobile, if you cannot speak, press 55")
