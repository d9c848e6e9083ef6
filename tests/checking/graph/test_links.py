"""Which answers of a guide lead where, by themselves or with others."""

from hypothesis import given

from distancecli.checking.graph.links import Link, links
from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.random_guides import FEWER, small_guides
from tests.support.sound_guide import sound_guide
from tests.support.trying import every_reader


def link_between(found: list[Link], question: int, words: str) -> set[tuple[tuple[str, ...], bool]]:
    """The answers to a question that lead to a target, and whether alone."""
    return {
        (link.answers, link.alone)
        for link in found
        if link.question == question and link.target.words == words
    }


def test_links_tell_which_answers_lead_where() -> None:
    """To a question, an ending, a notice and a step, by themselves or with other answers."""
    found = links(sound_guide())
    assert link_between(found, 1, "Who helps you?") == {(("Low",), True)}
    assert link_between(found, 1, "The end") == {(("Stop here",), True)}
    assert link_between(found, 2, "A word first") == {(("Nobody",), True)}
    assert link_between(found, 1, "1. Rest more") == {(("Fine",), True)}
    assert link_between(found, 3, "2. Find help") == {(("Often",), True)}


def test_an_answer_that_needs_others_is_told_apart() -> None:
    """Where a rule wants two answers, neither leads there alone."""
    found = links(
        sound_guide(("{any: [tired, {rest: [often]}]}", "{all: [tired, {rest: [seldom]}]}"))
    )
    assert link_between(found, 1, "2. Find help") == {(("Low",), False)}
    assert link_between(found, 3, "2. Find help") == {(("Seldom",), False)}


def test_an_answer_that_a_rule_names_leads_there_though_all_others_do_too() -> None:
    """So an author sees what the rule says; what no rule names has to make the difference."""
    rule = "{any: [tired, {rest: [often]}]}"
    found = links(sound_guide((rule, "{mood: [fine, low, unsure, skipped]}")))
    answers = ("Fine", "Low", "I cannot say", "I'd rather not say")
    assert link_between(found, 1, "2. Find help") == {(answers, True)}
    assert link_between(found, 3, "2. Find help") == set()


def test_only_an_answer_to_that_question_is_named_by_a_rule() -> None:
    """One of the same code to another question leads nowhere by it; against it speaks nothing."""
    alike = ("{code: unsure, label: I cannot say", "{code: often, label: I cannot say")
    found = links(sound_guide(alike))
    assert link_between(found, 1, "2. Find help") == {(("Low",), True)}
    assert link_between(found, 3, "1. Rest more") == {
        (("Seldom", "I'd rather not say"), True),
    }


@FEWER
@given(guide=small_guides())
def test_every_link_is_true_of_every_reader(guide: Guide) -> None:
    """Some reader with such an answer gets there; each of them, where it leads there alone."""
    plans = [(each, make_plan(guide, each)) for each in every_reader(guide)]
    for link in links(guide):
        if link.target.kind == "step":
            step = guide.steps[link.target.number - 1].id
            for answer in link.answers:
                applies = [
                    any(each.id == step and each.status == "applies" for each in plan.steps)
                    for answers, plan in plans
                    if has(guide, answers, link.question, answer) and not plan.ending
                ]
                assert any(applies)
                assert all(applies) or not link.alone


def has(guide: Guide, answers: Answers, number: int, words: str) -> bool:
    """Whether the reader gave that answer to the question."""
    question = guide.questions[number - 1]
    codes = answers.get(question.id, frozenset())
    said = {option.label for option in question.options if option.code in codes}
    return words in said or (codes == SKIP and words == guide.labels.skip)
