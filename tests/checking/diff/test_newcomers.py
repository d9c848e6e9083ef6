"""`distance diff`: what readers of a new answer get, for whom a new step is, who is guarded."""

from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.checking.diff.difference import Difference
from distancecli.checking.diff.sides import Change
from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.plan_view import shown
from tests.support.random_guides import each_guide
from tests.support.safety_guide import safety_text
from tests.support.small_guide import changed, codes, with_edits
from tests.support.sound_guide import NAME, sound_guide
from tests.support.terminal_driver import run_program
from tests.support.trying import every_reader

Edits = list[tuple[str, str]]

AFRAID: Final = "      - {code: afraid, off"
FOLLOWED: Final = "      - {code: followed, off_record: true, label: Followed}\n"
FOLLOWED_IS_NEW: Final = (AFRAID, FOLLOWED + AFRAID)

ANSWERS: Final[dict[str, tuple[Edits, str, Answers]]] = {
    "an answer whose rule was forgotten": (
        [FOLLOWED_IS_NEW],
        'the new answer "followed" of "safety" by itself leads to the same as "none"',
        {"safety": codes("followed")},
    ),
    "an answer that leads to an ending": (
        [FOLLOWED_IS_NEW, ("id: danger, when: {safety: [afraid]}",
                           "id: danger, when: {safety: [afraid, followed]}")],
        'the new answer "followed" of "safety" by itself leads to the ending "danger"',
        {"safety": codes("followed")},
    ),
    "an answer that leads to more": (
        [FOLLOWED_IS_NEW, ("id: careful, when: {safety: [put_down]}",
                           "id: careful, when: {safety: [put_down, followed]}")],
        'the new answer "followed" of "safety" by itself leads, for example, to: '
        "applies rest-more; notices careful",
        {"safety": codes("followed")},
    ),
    "an answer that says no more than a skip": (
        [("      - {code: unsure,", "      - {code: so_so, label: So so}\n      - {code: unsure,")],
        'the new answer "so_so" of "mood" leads to the same as no answer',
        {"mood": codes("so_so")},
    ),
}  # fmt: skip


def guide_with(*edits: tuple[str, str]) -> Guide:
    """The safety guide with those edits."""
    return parse_guide(NAME, with_edits(safety_text(), *edits))


def changes(*edits: tuple[str, str]) -> dict[str, Change]:
    """What the edits change, by its words."""
    return {each.words: each for each in Difference(guide_with(), guide_with(*edits)).changes()}


@pytest.mark.parametrize(("edits", "words", "example"), ANSWERS.values(), ids=list(ANSWERS))
def test_what_readers_of_a_new_answer_get_is_told(
    edits: Edits, words: str, example: Answers
) -> None:
    """As after another answer or none, an ending, or what one of them is shown."""
    found = changes(*edits)
    assert found[words].example == example
    assert len([each for each in found if each.startswith("the new answer")]) == 1


def test_an_answer_that_nobody_can_give_leads_nowhere() -> None:
    """The question is new as a whole, and then its answers are not told one by one."""
    question = "  - {id: more, ask: And?, options: [{code: a, label: A}]}\nendings:\n"
    found = changes(("endings:\n", question))
    assert not [each for each in found if each.startswith("the new answer")]


# --- Steps ---------------------------------------------------------------------------------------


def step(when: str, mark: str = "") -> tuple[str, str]:
    """An edit that puts in a step for those readers."""
    entry = (
        f"  - {{id: sing, title: Sing, source: A song, text: [Sing.], {mark}actions: [{{text: A}}],"
        f" applies: [{{when: {when}, {mark}because: you can}}]}}\n"
    )
    return "plan:", f"{entry}plan:"


STEPS: Final[dict[str, tuple[tuple[str, str], str, Answers | None]]] = {
    "without a mark": (
        step("{mood: [low]}"),
        "some readers, and to none who is guarded",
        {"mood": codes("low")},
    ),
    "with one": (
        step("{mood: [low]}", "safe_for: [care], "),
        "guarded readers too: care",
        {"mood": codes("low"), "safety": codes("put_down")},
    ),
    "for nobody": (step("{all: [{mood: [low]}, {mood: [fine]}]}"), "no reader", None),
}


@pytest.mark.parametrize(("edit", "whom", "example"), STEPS.values(), ids=list(STEPS))
def test_for_whom_a_new_step_applies_is_told(
    edit: tuple[str, str], whom: str, example: Answers | None
) -> None:
    """A smallest reader, a guarded one if there is one, and whether there is."""
    change = changes(edit)[f'the new step "sing" applies to {whom}']
    assert change.example == example
    assert change.guards == (("care",) if example and "safety" in example else ())


def test_where_nobody_is_guarded_no_word_is_said_of_them() -> None:
    """A guide without guarded readers has a new step for some readers, and that is all."""
    found = [each.words for each in Difference(sound_guide(), sound_guide(step("tired"))).changes()]
    assert 'the new step "sing" applies to some readers' in found


# --- Guarded readers -----------------------------------------------------------------------------


def test_the_example_of_a_change_is_a_guarded_reader_where_it_concerns_one(tmp_path: Path) -> None:
    """Their smallest reader comes before a smaller one, and the report says who that is."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    rule = "when: {now: [despair]}, title"
    old.write_text(safety_text())
    new.write_text(changed(safety_text(), rule, "when: {mood: [low]}, title"))
    told = run_program("diff", str(old), str(new)).stdout.splitlines()
    start = told.index('- the notice "hope" is now shown')
    assert told[start + 1 : start + 5] == [
        "    # for example, for this guarded reader (care):",
        "    mood: low  # Low",
        "    safety:",
        "      - put_down  # I am put down",
    ]


def test_a_change_that_concerns_no_guarded_reader_has_the_smallest_one() -> None:
    """An unmarked point reaches none of them, and so the example is a reader of no mark at all."""
    point = ("    advice:\n", "    advice:\n      - {text: Tell them everything.}\n")
    change = changes(point)[
        'a point of advice of "rest-more" is now shown: "Tell them everything."'
    ]
    assert (change.example, change.guards) == ({}, ())


# --- By trying -----------------------------------------------------------------------------------


@each_guide
def test_what_is_said_of_a_new_answer_is_true_of_every_reader(guide: Guide) -> None:
    """The last answer to the first question leads all who give just that where it is said to."""
    question, *others = guide.questions
    option = question.options[-1]
    before = replace(question, options=question.options[:-1])
    old = replace(guide, questions=(before, *others))
    name = f'the new answer "{option.code}" of "{question.id}"'
    told = [each.words for each in Difference(old, guide).changes()]
    (words,) = (each.partition(" leads")[2] for each in told if each.startswith(name))
    readers = list(every_reader(guide, {question.id: frozenset({option.code})}))
    if words.startswith(" to the ending"):
        plans = [make_plan(guide, each) for each in readers]
        assert {f' to the ending "{plan.outcome}"' for plan in plans} == {words}
    if words == " to the same as no answer":
        assert all(is_as_skipped(guide, question.id, each) for each in readers)


def is_as_skipped(guide: Guide, question: str, answers: Answers) -> bool:
    """Whether the reader is shown the same whatever they say after a skip of that question."""
    plan = shown(guide, answers)
    others = every_reader(guide, {**answers, question: SKIP})
    return all(shown(guide, each) == plan for each in others)
