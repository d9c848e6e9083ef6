"""The page of a question: its words, what can be chosen on it, and what was chosen before."""

from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.page import Choice, Hints, Page
from distancecli.asking.questionpage import question_page
from distancecli.asking.rows.responses import Response, key_of
from distancecli.asking.rows.words import RowWords
from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.conditions import SKIPPED
from distancecli.guide.model import Question
from distancecli.interview.replay import Interview
from tests.support.built_in import GUIDE

LABELS: Final = GUIDE.labels
ONE, MANY, EACH = (GUIDE.question(id) for id in ("how_long", "now", "safety"))
SKIPS: Final = Choice(SKIPPED, LABELS.skip, alone=True)


def page(question: Question, chosen: Codes | None = None, before: tuple[str, ...] = ()) -> Page:
    """The page of the question where it is the only one of its guide."""
    guide = replace(GUIDE, questions=(question,))
    interview = Interview((question,), {}, question, None)
    answers = {question.id: chosen} if chosen else {}
    return question_page(guide, question, interview, answers, before=before)


@pytest.mark.parametrize("question", [ONE, MANY, EACH])
@pytest.mark.parametrize("help", ["", "Take your time."])
@pytest.mark.parametrize("before", [(), ("One.", "Two.")])
def test_what_stands_on_the_page(question: Question, help: str, before: tuple[str, ...]) -> None:
    """What comes before, the question, its help, and that several can be marked where they can."""
    shown = page(replace(question, help=help), before=before)
    more = [help] * bool(help) + [LABELS.many] * (question is MANY)
    assert [each.text for each in shown.text] == [*before, question.ask, *more]
    assert (shown.asks, shown.before) == (True, len(before))
    assert shown.heading == LABELS.count_last.format(number=1, left=0)


@pytest.mark.parametrize("question", [ONE, MANY])
def test_each_option_can_be_chosen_and_a_skip_below_them(question: Question) -> None:
    """The skip goes with no other mark, nor does what its guide says stands alone."""
    first, *others = question.options
    above = replace(question, options=(replace(first, above="Of the first kind"), *others))
    given = [
        Choice(each.code, each.label, each.exclusive, above=each.above) for each in above.options
    ]
    assert page(above).choices == (*given, SKIPS)
    assert page(question).rows is None
    assert page(question).many == (question is MANY)


def test_of_rows_each_is_a_choice_and_nothing_else() -> None:
    """They can be left open, so there is no skip; what stands for all of them is no row."""
    shown = page(EACH)
    assert shown.choices == tuple(
        Choice(each.code, each.label, above=each.above) for each in EACH.rows
    )
    assert (shown.rows, shown.many) == (RowWords(LABELS), False)


@pytest.mark.parametrize(
    ("question", "keys", "prompt"),
    [
        (ONE, LABELS.keys_one, LABELS.prompt_one),
        (MANY, LABELS.keys_many, LABELS.prompt_many),
        (EACH, LABELS.keys_one, LABELS.prompt_one),
    ],
)
def test_the_keys_and_the_prompt_are_those_of_how_it_is_answered(
    question: Question, keys: str, prompt: str
) -> None:
    """An empty line skips, or leaves the answer as it was."""
    numbers = LABELS.keys_numbers.format(last=len(page(question).choices))
    for chosen, empty in ((None, LABELS.skip), (question.options[0].code, LABELS.prompt_again)):
        shown = page(question, frozenset({chosen}) if chosen else None)
        assert shown.hints == Hints(keys.format(numbers=numbers), prompt.format(skip=empty), LABELS)
        assert shown.empty == (shown.chosen if chosen else SKIP)


@pytest.mark.parametrize("sensitive", [True, False])
def test_only_a_sensitive_question_is_not_hurried(sensitive: bool) -> None:
    """Elsewhere a reader who knows the way may type ahead; Enter reads on first in both."""
    shown = page(replace(ONE, sensitive=sensitive))
    assert (shown.unhurried, shown.hasty) == (sensitive, False)


def test_what_was_said_to_rows_is_shown_if_it_gave_the_answer() -> None:
    """Else the answer was given in another way since, and shows what is known of it alone."""
    one, other = (each.code for each in EACH.rows[:2])
    said = frozenset({key_of(one, Response.YES), key_of(other, Response.NO)})
    guide = replace(GUIDE, questions=(EACH,))
    interview = Interview((EACH,), {}, EACH, None)
    for code, chosen in ((one, said), (other, {key_of(other, Response.YES)})):
        shown = question_page(guide, EACH, interview, {EACH.id: frozenset({code})}, said)
        assert shown.chosen == chosen
