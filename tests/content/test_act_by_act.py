"""Asking about safety act by act changes how an answer is given, and nothing that comes of it."""

import pytest
from hypothesis import given

from distancecli.asking.rows.responses import as_codes, keys_of
from distancecli.checking.diff.difference import Difference
from distancecli.guide.answers import Answers
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.answersfile import remarks, template
from distancecli.interview.plan import make_plan
from distancecli.rendering.json import as_json
from tests.support.built_in import GUIDE
from tests.support.small_guide import changed, codes, readers

EACH = "    choose: each\n    each: {no_to_all: none, not_sure: unsure}\n"
ABOVE = '        above: "And longer ago than that?"\n'


@pytest.fixture(scope="module")
def ticked(real_text: str) -> Guide:
    """The same guide with the acts in a list to tick."""
    text = changed(real_text, EACH, "    choose: many\n")
    return parse_guide("ticked.yaml", changed(text, ABOVE, ""))


def test_no_rule_changes_for_anybody(ticked: Guide) -> None:
    """By proof over every reader: only the way of asking and the line above are told as changed."""
    told = [change.words for change in Difference(ticked, GUIDE).changes()]
    assert told == [
        'the question "safety": choose "many" is now "each"',
        'the question "safety": each is new: "no_to_all none; not_sure unsure"',
        'the answer "past" of "safety": above is new: "And longer ago than that?"',
    ]


@given(readers())
def test_the_same_codes_give_the_same_plan(ticked: Guide, answers: Answers) -> None:
    """Whoever answers row by row gets what whoever ticks the same or writes it into a file gets."""
    question = GUIDE.question("safety")
    given = dict(answers)
    if "safety" in given:
        given["safety"] = as_codes(question, keys_of(question, given["safety"]))
    plans = [
        as_json(make_plan(ticked, answers, None)),
        *(as_json(make_plan(GUIDE, each, None)) for each in (answers, given)),
    ]
    assert plans[0] == plans[1] == plans[2]


def test_a_file_of_answers_is_written_as_before(ticked: Guide) -> None:
    """Its codes and its brackets are the same; it says besides that each is asked by itself."""
    said = GUIDE.labels.asked_by_itself
    assert said in remarks(GUIDE, GUIDE.question("safety"))
    assert said not in remarks(ticked, ticked.question("safety"))
    new, old = (
        [line for line in template(each).splitlines() if line[:1] != "#"]
        for each in (GUIDE, ticked)
    )
    assert new == old
    assert "safety: []" in new


def test_the_seven_acts_are_asked_and_the_two_answers_for_all_are_not() -> None:
    """What was longer ago comes last, under a line of its own."""
    rows = GUIDE.question("safety").rows
    acts = ["afraid", "controlled", "threatened", "hurt", "me", "put_down", "past"]
    assert [option.code for option in rows] == acts
    assert [option.code for option in rows if option.above] == ["past"]


@pytest.mark.parametrize("code", ["none", "unsure", "skipped"])
def test_what_no_row_stands_for_is_an_answer_of_its_own(code: str) -> None:
    """A file may still say it, and rules go by it."""
    plan = make_plan(GUIDE, {"safety": codes(code)}, None)
    assert plan.off_record == (code == "unsure")
