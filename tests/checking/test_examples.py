"""What an example reader is shown, in the ids of the guide and on one line."""

from typing import Final

import pytest

from distancecli.checking.examples import (
    outcome_in_words,
    outcome_of,
    plan_for,
    readers_as_expected,
    unasked_answers,
)
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from tests.support.small_guide import NAME, changed, codes, small_text

OUTCOMES: Final = {
    "": "no step that applies",
    "mood stop": "ending stopped",
    "mood low, help friend": "not_yet rest-more, find-help",
    "mood low, help nobody, rest seldom": "applies rest-more, find-help; highlight find-help; "
    "notices alone",
    "mood low, help nobody, rest often": "applies find-help; done rest-more; highlight find-help; "
    "notices alone",
    "mood fine, rest often": "done rest-more",
}


@pytest.mark.parametrize(("given", "said"), OUTCOMES.items())
def test_what_a_plan_comes_to_is_told_on_one_line(
    given: str, said: str, small_guide: Guide
) -> None:
    """An ending, or each step by its status, what is highlighted, and the notices."""
    pairs = (each.split() for each in given.split(", ") if given)
    answers = {question: codes(code) for question, code in pairs}
    assert outcome_in_words(outcome_of(plan_for(small_guide, answers))) == said


EXPECTED: Final = "answers: {mood: low, help: nobody, rest: often}, expected"


@pytest.mark.parametrize(
    ("expected", "table"),
    [
        (
            "{applies: [find-help], done: [rest-more], highlight: [find-help], notices: [alone]}",
            None,
        ),
        (
            "{ending: stopped}",
            (
                "           expected  shown",
                "ending     stopped   -",
                "applies    -         find-help",
                "done       -         rest-more",
                "highlight  -         find-help",
                "notices    -         alone",
            ),
        ),
        (
            "{applies: [find-help], not_yet: [rest-more], highlight: [find-help], "
            "notices: [alone]}",
            (
                "         expected   shown",
                "done     -          rest-more",
                "not_yet  rest-more  -",
            ),
        ),
    ],
)
def test_what_is_expected_stands_beside_what_is_shown(
    expected: str, table: tuple[str, ...] | None
) -> None:
    """Each row that differs, set below each other."""
    reader = f"readers: [{{name: Low, {EXPECTED}: {expected}}}]\n"
    guide = parse_guide(NAME, small_text() + reader)
    found = [fault.table for fault in readers_as_expected(guide)]
    assert found == ([] if table is None else [table])


def guide_with(reader: str) -> Guide:
    """The small guide with a notice more, a question for whoever comes back, and that reader."""
    notices = "notices:\n  - {id: first, when: tired, title: A, text: [B.]}\n"
    notices += "  - {id: well, when: {went: [well]}, title: C, text: [D.]}\n"
    went = "ask: And?, again: true, private: true, options: [{code: well, label: Well}]"
    text = changed(small_text(), "notices:\n", notices)
    text = changed(text, "endings:\n", f"  - {{id: went, {went}}}\nendings:\n")
    return parse_guide(NAME, f"{text}readers: [{{name: Low, {reader}}}]\n")


@pytest.mark.parametrize(
    ("applies", "notices", "is_told"),
    [
        ("rest-more, find-help", "first, alone", False),
        ("find-help, rest-more", "first, alone", False),
        ("rest-more, find-help", "alone, first", True),
    ],
)
def test_of_what_is_expected_the_notices_alone_are_in_order(
    applies: str, notices: str, is_told: bool
) -> None:
    """Which of them comes first is said by an author; of steps it is the order of the guide."""
    answers = "answers: {mood: low, help: nobody, rest: seldom}"
    expected = f"applies: [{applies}], highlight: [find-help], notices: [{notices}]"
    guide = guide_with(f"{answers}, expected: {{{expected}}}")
    told = [fault.message for fault in readers_as_expected(guide)]
    said = '"Low" is shown something else; change a rule, or what is expected'
    assert told == [said] * is_told


def test_another_ending_is_another_one_whatever_its_letters() -> None:
    """One that is reached is not taken for one whose id has the same letters."""
    stooped = "  - {id: stooped, when: {rest: [often]}, title: Up, text: [Stand up.]}"
    reader = "{name: Low, answers: {mood: stop}, expected: {ending: stooped}}"
    text = changed(small_text(), "notices:\n", f"{stooped}\nnotices:\n")
    (fault,) = readers_as_expected(parse_guide(NAME, f"{text}readers: [{reader}]\n"))
    assert fault.table == ("        expected  shown", "ending  stooped   stopped")


def test_a_reader_who_says_how_it_went_comes_back() -> None:
    """They are shown what whoever comes back is, and they are asked what they answer."""
    answers = "answers: {mood: fine, rest: often, went: well}"
    guide = guide_with(f"{answers}, expected: {{done: [rest-more], notices: [well]}}")
    assert [*readers_as_expected(guide), *unasked_answers(guide)] == []


def test_what_nobody_asks_a_reader_is_named_by_the_question() -> None:
    """Each one that they answer, but none that they skip."""
    answers = "answers: {mood: stop, help: friend, rest: skipped}"
    (fault,) = unasked_answers(guide_with(f"{answers}, expected: {{ending: stopped}}"))
    assert fault.message == ('"Low" is not asked "help"; take it out, or change an earlier answer')
    assert fault.place == ("readers", 0, "answers", "help")
    assert (fault.code, fault.severity) == ("unasked-answer", "warning")
