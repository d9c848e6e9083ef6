"""Conditions as people write them who know other rules: each is told what to write."""

from string import ascii_letters

import pytest

from distancecli.documents.document import parse_document
from distancecli.errors import FileProblems
from distancecli.guide.answers import answer_faults
from distancecli.guide.conditions import Fact, parse, written
from distancecli.guide.load import parse_guide
from distancecli.guide.meant import combined
from tests.support.built_in import GUIDE
from tests.support.small_guide import changed, small_text

RULE = "highlight: tired"


def told(rule: str) -> list[str]:
    """What is said of a guide with that rule in it, without the place."""
    with pytest.raises(FileProblems) as refused:
        parse_guide("guide.yaml", changed(small_text(), RULE, f"highlight: {rule}"))
    assert len({problem.line for problem in refused.value.problems}) == 1
    return [problem.message for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("rule", "write"),
    [
        ("not tired", "{none: [tired]}"),
        ("unless tired", "{none: [tired]}"),
        ("not not tired", "{none: [{none: [tired]}]}"),
        ("tired and weary", "{all: [tired, weary]}"),
        ("tired OR not weary", "{any: [tired, {none: [weary]}]}"),
        ("tired && weary || low", "{any: [{all: [tired, weary]}, low]}"),
        ("if tired", "tired"),
        ("[tired, weary]", "{all: [tired, weary]} or {any: [tired, weary]}"),
        ("{tired, weary}", "{all: [tired, weary]}, or any in place of all"),
        ("{mood: [low], rest: [often]}", "{all: [{mood: [low]}, {rest: [often]}]}, or any in"),
        ("{mood: low}", "{mood: [low]}"),
        ("{none: tired}", "{none: [tired]}"),
        ("{not: [tired]}", "{none: [tired]}"),
        ("{or: [tired, weary]}", "{any: [tired, weary]}"),
        ("{NOT: tired}", "{none: [tired]}"),
        ("{unless: [tired]}", "{none: [tired]}"),
        ("{mood: {none: [low]}}", "{none: [{mood: [low]}]}"),
        ("{mood: {not: [low]}}", "{none: [{mood: [low]}]}"),
        ("{any: {mood: [low], rest: [often]}}", "{any: [{mood: [low]}, {rest: [often]}]}"),
        ("{if: tired}", "tired"),
        ("mood", "{mood: [...]}"),
    ],
)
def test_a_condition_of_other_rules_is_told_what_to_write(rule: str, write: str) -> None:
    """In one line, and what it tells to write says the same; a part of it is never guessed at."""
    (said,) = told(rule)
    assert f"write {write}" in said
    assert "did you mean" not in said


@pytest.mark.parametrize("name", [ascii_letters, ascii_letters.swapcase(), "a-b_1.c/d"])
def test_any_name_can_be_one_of_a_sum(name: str) -> None:
    """Whatever letters and signs it has."""
    assert combined(f"{name} and not {name}") == f"{{all: [{name}, {{none: [{name}]}}]}}"


@pytest.mark.parametrize("rule", ["tired weary", "(tired and weary) or low", "mood == low", "a, b"])
def test_what_cannot_be_understood_is_told_what_a_condition_is(rule: str) -> None:
    """All the forms, and no guess."""
    (said,) = told(rule)
    assert said.endswith("{all: [...]}, {any: [...]}, {none: [...]} or always")


@pytest.mark.parametrize(
    "rule",
    [
        *("{mood: [not low]}", "{mood: ['!low']}", "{mood: [not_low]}", "{mood: [-low]}"),
        *("{mood: [low or fine]}", "{mood: [low_or_fine]}", "{mood: [any but low]}"),
        *("not_tired", "untired", "non-tired", "{not_mood: [low]}", "{nicht: tired}"),
    ],
)
def test_no_guess_drops_what_stands_around_a_name(rule: str) -> None:
    """It would turn the rule round, or leave half of it: all names are told instead."""
    (said,) = told(rule)
    assert "did you mean" not in said
    assert "; write " not in said


def test_a_promise_is_told_what_to_write_of_all_but_some() -> None:
    """With the words around the names."""
    promises = "promises: [{name: P, then: {applies: {any_but: rest-more}}}]\n"
    with pytest.raises(FileProblems, match=r"write {applies: {any_but: \[rest-more\]}}"):
        parse_guide("guide.yaml", small_text() + promises)


def test_a_misspelt_name_is_guessed_at() -> None:
    """Only a name that was misspelt is."""
    assert told("tird") == ['no fact is called "tird"; did you mean "tired"?']
    (said,) = told("{mood: lwo}")
    assert said == '"mood" has no code "lwo"; did you mean "low"? (in brackets: {mood: [...]})'


@pytest.mark.parametrize("text", ["not a", "a and b", "a or b and not c", "not a or not b"])
def test_what_is_told_to_write_is_a_condition(text: str) -> None:
    """It is read back as it was written down."""
    document = parse_document("rule.yaml", f"when: {combined(text)}")
    assert written(parse(document.data["when"])) == combined(text)


@pytest.mark.parametrize("text", ["", "a", "a b", "and", "not", "a and", "or b", "a and (b)"])
def test_what_is_no_sum_is_told_nothing(text: str) -> None:
    """Half a sum is none."""
    assert combined(text) == ""
    assert parse("a") == Fact("a")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"cause": "change, trust"}, "write more than one as [change, trust]"),
        ({"told": "open, shut"}, '"told" has no answer "open, shut"; keep one'),
        ({"safety": ["none", "unsure"]}, '"none" of "safety" stands alone'),
    ],
)
def test_a_message_on_answers_names_its_question(data: dict[str, object], said: str) -> None:
    """And says what to write where several stand in one text."""
    (fault,) = answer_faults(GUIDE, data)
    assert said in fault.message


@pytest.mark.parametrize("code", ["'null'", '"~"', "'Null'"])
def test_a_code_that_is_read_as_nothing_is_refused(code: str) -> None:
    """In an answers file it would count as skipped, without a word."""
    with pytest.raises(FileProblems, match="read as nothing"):
        parse_guide("guide.yaml", changed(small_text(), "{code: low,", f"{{code: {code},"))


def test_accents_in_two_encodings_are_the_same_name() -> None:
    """One character or two: nobody sees the difference, be it in a rule or in an answer."""
    one, two = "caf\u00e9", "cafe\u0301"
    text = changed(small_text(), "{code: low,", f"{{code: {one},")
    guide = parse_guide("guide.yaml", text.replace("[low]", f"[{two}]"))
    assert guide.question("mood").options[1].code == one
    document = parse_document("mine.yaml", f"mood: {two}\n")
    assert list(answer_faults(guide, document.data)) == []
