"""What an example reader is shown, in the ids of the guide and on one line."""

from typing import Final

import pytest

from distancecli.checking.examples import (
    outcome_in_words,
    outcome_of,
    plan_for,
    readers_as_expected,
)
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from tests.support.small_guide import NAME, codes, small_text

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
