"""The grammar of conditions, and what they say of answers that are not all there yet."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.documents.document import parse_document
from distancecli.guide.conditions import (
    ALWAYS,
    All,
    Answered,
    Any,
    Condition,
    Fact,
    No,
    Situation,
    mentions,
    parse,
    questions_of,
)
from distancecli.guide.conditions import written as write

TOLD: Final = Answered("told", frozenset({"shut"}))
TIME: Final = Answered("time", frozenset({"good", "little"}))
FACTS: Final[dict[str, Condition]] = {"heard": TOLD, "both": All((Fact("heard"), TIME))}

ANSWERS: Final = {
    True: {"told": frozenset({"shut"})},
    False: {"told": frozenset({"open"})},
    None: {},
}
"""Answers that make `TOLD` hold, not hold, and stay open."""

YES: Final = Answered("sure", frozenset({"yes"}))
NOT: Final = Answered("sure", frozenset({"other"}))
SURE: Final = {"sure": frozenset({"yes"})}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("heard", Fact("heard")),
        ({"told": ["shut"]}, TOLD),
        ({"time": ["little", "good"]}, TIME),
        ({"told": ["skipped"]}, Answered("told", frozenset({"skipped"}))),
        ({"all": ["heard", {"told": ["shut"]}]}, All((Fact("heard"), TOLD))),
        ({"any": [{"told": ["shut"]}, "heard"]}, Any((TOLD, Fact("heard")))),
        ({"none": [{"all": ["heard"]}]}, No((All((Fact("heard"),)),))),
    ],
)
def test_each_shape_is_read(written: object, meant: Condition) -> None:
    """Each of the five shapes becomes the condition it stands for, nested ones too."""
    assert parse(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        [],
        ["heard"],
        {},
        {"told": ["shut"], "time": ["good"]},
        {"told": "shut"},
        {"told": []},
        {"told": None},
        {"told": [None]},
        {"told": [["shut"]]},
        {"told": [{"all": ["heard"]}]},
        {"all": []},
        {"any": "heard"},
        {"none": {"told": ["shut"]}},
        {"none": [""]},
        {"all": ["heard", {"any": []}]},
    ],
)
def test_any_other_shape_is_refused(written: object) -> None:
    """What is none of the five shapes is refused, at any depth, and so is an empty list."""
    said = r"belongs here|needs (a list|brackets)|write {all: \["
    with pytest.raises(ValueError, match=said):
        parse(written)


def test_a_wrong_shape_is_told_all_the_shapes() -> None:
    """The refusal of a shape lists the five that there are."""
    with pytest.raises(ValueError, match="fact") as refused:
        parse(3)
    said = str(refused.value)
    assert all(shape in said for shape in ("{question: [codes]}", "{all:", "{any:", "{none:"))


@pytest.mark.parametrize("truth", [True, False, None])
def test_an_answer_holds_fails_or_is_open(truth: bool | None) -> None:
    """A question's condition holds by its codes, fails by others, and is open when unanswered."""
    assert Situation({}, ANSWERS[truth]).holds(TOLD) is truth


def test_one_of_several_answers_is_enough() -> None:
    """A condition on a question with many answers holds when one of its codes is among them."""
    answers = {"time": frozenset({"good", "empty"})}
    assert Situation({}, answers).holds(TIME) is True


@pytest.mark.parametrize("codes", [["shut"], ["open"], ["skipped"]])
def test_a_question_that_is_not_asked_has_no_code(codes: list[str]) -> None:
    """A question with no codes at all decides every condition on it: it does not hold."""
    condition = parse({"told": codes})
    assert Situation({}, {"told": frozenset()}).holds(condition) is False


@pytest.mark.parametrize(
    ("codes", "truth"),
    [(["skipped"], True), (["shut"], False), (["shut", "skipped"], True)],
)
def test_skipped_is_a_code_like_any_other(codes: list[str], truth: bool) -> None:
    """A skipped answer meets only a condition that names it."""
    answers = {"told": frozenset({"skipped"})}
    assert Situation({}, answers).holds(parse({"told": codes})) is truth


def test_a_fact_holds_as_its_condition_does() -> None:
    """Facts are looked up, through each other too, and stay open while their answers are."""
    answers = {"told": frozenset({"shut"}), "time": frozenset({"good"})}
    assert Situation(FACTS, answers).holds(Fact("both")) is True
    assert Situation(FACTS, answers | {"told": frozenset({"open"})}).holds(Fact("both")) is False
    assert Situation(FACTS, ANSWERS[True]).holds(Fact("both")) is None


@pytest.mark.parametrize(
    ("group", "other", "truths"),
    [
        (All, YES, {True: True, False: False, None: None}),
        (All, NOT, {True: False, False: False, None: False}),
        (Any, YES, {True: True, False: True, None: True}),
        (Any, NOT, {True: True, False: False, None: None}),
        (No, YES, {True: False, False: False, None: False}),
        (No, NOT, {True: False, False: True, None: None}),
    ],
)
@pytest.mark.parametrize("truth", [True, False, None])
@pytest.mark.parametrize("turned", [False, True])
def test_groups_have_three_truths(
    group: type[All | Any | No],
    other: Condition,
    truths: dict[bool | None, bool | None],
    truth: bool | None,
    turned: bool,
) -> None:
    """A group is decided as soon as one part decides it, in whichever order the parts stand."""
    parts = (other, TOLD) if turned else (TOLD, other)
    assert Situation({}, ANSWERS[truth] | SURE).holds(group(parts)) is truths[truth]


def test_no_condition_at_all_always_holds() -> None:
    """What has no `when` holds before anything is answered."""
    assert Situation({}, {}).holds(ALWAYS) is True


def test_mentions_are_what_a_condition_names_itself() -> None:
    """The facts and questions that stand in a condition come out in order, facts unopened."""
    condition = All((Fact("both"), No((TIME, Any((Fact("heard"),))))))
    assert list(mentions(condition)) == [Fact("both"), TIME, Fact("heard")]


def test_questions_are_found_through_facts() -> None:
    """A condition depends on the questions behind its facts, however deep."""
    assert questions_of(Fact("both"), FACTS) == {"told", "time"}
    assert questions_of(ALWAYS, FACTS) == set()


def test_a_ring_of_facts_does_not_trap_the_search() -> None:
    """Facts that refer to each other are each looked at once."""
    ring: dict[str, Condition] = {"a": All((Fact("b"), TOLD)), "b": Fact("a")}
    assert questions_of(Fact("a"), ring) == {"told"}


QUESTIONS: Final = ("q1", "q2", "q3")
CODES: Final = st.frozensets(st.sampled_from(["a", "b", "skipped"]))
ASKED: Final = st.builds(Answered, st.sampled_from(QUESTIONS), CODES)


def grown(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Conditions of any shape over those leaves."""

    def grouped(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, max_size=3).map(tuple)
        return st.one_of(*(st.builds(group, several) for group in (All, Any, No)))

    return st.recursive(leaves, grouped, max_leaves=8)


FACT: Final = grown(ASKED)
CONDITION: Final = grown(st.one_of(ASKED, st.just(Fact("fact"))))
COMPLETE: Final = st.fixed_dictionaries(dict.fromkeys(QUESTIONS, CODES))


@given(fact=FACT, condition=CONDITION, answers=COMPLETE, known=st.sets(st.sampled_from(QUESTIONS)))
def test_what_is_decided_stays_decided(
    fact: Condition,
    condition: Condition,
    answers: dict[str, frozenset[str]],
    known: set[str],
) -> None:
    """What some of the answers decide is what all of them say; and all of them decide it."""
    facts = {"fact": fact}
    early = Situation(facts, {question: answers[question] for question in known}).holds(condition)
    late = Situation(facts, answers).holds(condition)
    assert late is not None
    assert early in (None, late)


@given(fact=FACT, condition=CONDITION, answers=COMPLETE)
def test_complete_answers_follow_plain_logic(
    fact: Condition, condition: Condition, answers: dict[str, frozenset[str]]
) -> None:
    """With every question answered, a condition is what `all`, `any` and `not any` make it."""

    def plain(part: Condition) -> bool:
        match part:
            case Answered(question, codes):
                return bool(codes & answers[question])
            case All(parts):
                return all(map(plain, parts))
            case Any(parts):
                return any(map(plain, parts))
            case No(parts):
                return not any(map(plain, parts))
        return plain(fact)

    assert Situation({"fact": fact}, answers).holds(condition) is plain(condition)


@pytest.mark.parametrize(
    "text",
    [
        "tired",
        "{mood: [fine, low]}",
        "{all: [tired, {mood: [low]}]}",
        "{any: [tired]}",
        "{none: [{any: [tired, weary]}, {rest: [often]}]}",
        "{ending: any}",
        "{ending: {any_but: [end, stopped]}}",
        "",
    ],
)
def test_a_condition_is_written_down_as_a_guide_has_it(text: str) -> None:
    """On one line, with its codes in order, and read again as it was; nothing for always."""
    condition = parse(parse_document("rule.yaml", text).data if text else "always")
    assert write(condition) == text
