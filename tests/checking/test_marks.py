"""Faults of marks: what no guarded reader is reached by, and whom a missing mark leaves out."""

from typing import Final

import pytest

from distancecli.checking.proofs import Proofs
from distancecli.checking.unreached import Unreached
from distancecli.errors import Problem
from distancecli.guide.load import parse_guide
from tests.support.guarded_guide import guarded_text
from tests.support.small_guide import NAME, changed
from tests.support.sound_guide import problems
from tests.support.told import is_as_told

WARNINGS = {"no-promises", "no-readers"}
"""The small guide makes no promises; that is not what this is about."""
FAULTS = {
    "a mark of no reader of its rule": (
        (
            "{safe_for: [sad], text: Walk slowly.}",
            "{when: {mind: [bright]}, safe_for: [sad], text: Walk slowly.}",
        ),
        "needless-mark",
        'the mark "sad" reaches no reader of whom this speaks',
    ),
    "a mark of no reader of an opener's rule": (
        ("{safe_for: [sad], text: '\"Come along.\"'}",
         "{when: {mind: [bright]}, safe_for: [sad], text: '\"Come along.\"'}"),
        "needless-mark",
        'the mark "sad" reaches no reader of whom this speaks',
    ),
    "a group that is misspelt": (
        ("safe_for: [sad], text: Walk slowly.", "safe_for: [sade], text: Walk slowly."),
        "unknown-name",
        'no group of guarded readers is called "sade"; did you mean "sad"?',
    ),
    "a text for guarded readers alone without their mark": (
        ("{when: {mind: [sad]}, safe_for: [sad], text: Point six.}",
         "{when: {mind: [sad]}, text: Point six.}"),
        "never-shown",
        "all whom it is for are guarded; mark it `safe_for: [sad]`",
    ),
    "a step for guarded readers alone without their mark": (
        ("applies: [{when: always, because: hills", "applies: [{when: {mind: [sad]}, because: h"),
        "never-shown",
        "all whom it is for are guarded; mark it `safe_for: [sad]`",
    ),
    "a needless mark of a start": (
        ("  title: Your plan\n", "  title: Your plan\n"
         "  start: [{when: {mind: [bright]}, step: walk, safe_for: [sad]}]\n"),
        "needless-mark",
        'the mark "sad" reaches no reader of whom this speaks',
    ),
    "a start for guarded readers alone without their mark": (
        ("  title: Your plan\n", "  title: Your plan\n"
         "  start: [{when: {mind: [sad]}, step: walk}]\n"),
        "never-shown",
        "all whom it is for are guarded; mark it `safe_for: [sad]`",
    ),
    "a needless mark of a moment": (
        ("  title: Your plan\n", "  title: Your plan\n"
         "  moments: [{id: noon, text: at noon, when: {mind: [bright]}, safe_for: [sad]}]\n"),
        "needless-mark",
        'the mark "sad" reaches no reader of whom this speaks',
    ),
    "a guarded reader without an action": (
        ("      - {safe_for: [frail], text: Stand up.}", "      - {text: Stand up.}"),
        "no-action",
        'can apply to a reader and give them nothing to do this week',
    ),
    "a guarded reader without a step": (
        ("    safe_for: [frail, sad]\n    text:", "    safe_for: [frail]\n    text:"),
        "blank-plan",
        "a reader can reach a plan in which no step applies",
    ),
    "a mark where texts are shown as they say": (
        ("steps:\n", "notices:\n  - id: n\n    when: {mind: [sad]}\n    title: N\n"
         "    text: [{text: N., safe_for: [sad]}]\nsteps:\n"),
        "unknown-field",
        'no field "safe_for" goes here',
    ),
    "an answer that is any": (
        ("{when: always, because: walking", "{when: {mind: any}, because: walking"),
        "any-answer",
        "only a promise speaks of any; list the codes, such as {mind: [...]}",
    ),
}  # fmt: skip


def found(text: str) -> list[Problem]:
    """What a check finds, but for what it misses altogether."""
    return [each for each in problems(text) if each.code not in WARNINGS]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_mark_is_told_and_says_what_to_write(name: str) -> None:
    """The reader whom it concerns, the mark that lacks, or the one that is too much."""
    edit, code, said = FAULTS[name]
    told = found(changed(guarded_text(), *edit))
    assert is_as_told(name, told)
    assert code in [each.code for each in told]
    assert any(said in each.message for each in told), told


def test_a_guide_with_every_mark_in_its_place_is_clean() -> None:
    """Nothing is said, nor of a sentence of `start`, which has the marks of its line."""
    assert found(guarded_text()) == []
    went = "ask: And?, again: true, private: true, options: [{code: well, label: Well}]"
    start = "  start: [{when: {went: [well]}, last: other, safe_for: [frail], say: Another.}]\n"
    text = changed(
        guarded_text(), "steps:\n  - id: walk", f"  - {{id: went, {went}}}\nsteps:\n  - id: walk"
    )
    assert found(changed(text, "  top: [Go", f"{start}  top: [Go")) == []


EITHER: Final = "{any: [{all: [{body: [frail]}, {mind: [bright]}]}, {mind: [sad]}]}"
"""A rule that holds for readers of two groups, each of whom is in one of them at least."""


@pytest.mark.parametrize(
    ("when", "mark", "lacking"),
    [
        ("{mind: [sad]}", "", "sad"),
        ("{body: [frail]}", "", "frail"),
        ("{all: [{body: [frail]}, {mind: [sad]}]}", "", "frail, sad"),
        ("{all: [{body: [frail]}, {mind: [sad]}]}", "safe_for: [sad], ", "frail"),
        (EITHER, "", "frail, sad"),
    ],
)
def test_the_marks_that_lack_are_those_of_whom_it_is_for(
    when: str, mark: str, lacking: str
) -> None:
    """Of one group in which all of them are, or of each in which some are; of no other one."""
    text = changed(guarded_text(), "questions:\n", "  unsaid: {mind: [skipped]}\nquestions:\n")
    point = f"      - {{when: {when}, {mark}text: Point.}}\n"
    told = problems(changed(text, "    advice:\n", f"    advice:\n{point}"))
    assert (
        "no reader is ever shown this point of advice: all whom it is for are guarded; mark it "
        f"`safe_for: [{lacking}]`, if it is safe for them, or take it out"
    ) in [each.message for each in told]


def test_where_no_reader_of_a_group_gets_a_plan_each_mark_of_theirs_is_needless() -> None:
    """Those of steps too; what nobody is shown at all is told as that instead."""
    ending = "endings:\n  - {id: over, when: {mind: [sad]}, title: Stop, text: [Stop.]}\n"
    guide = parse_guide(NAME, changed(guarded_text(), "steps:\n", f"{ending}steps:\n"))
    faults = list(Unreached(Proofs(guide)).marks())
    assert [fault.place for fault in faults] == [
        ("plan", "top", 1, "safe_for"),
        ("plan", "foot", 0, "safe_for"),
        ("steps", 0, "applies", 2, "safe_for"),
        ("steps", 0, "text", 1, "safe_for"),
        ("steps", 0, "text", 2, "safe_for"),
        ("steps", 0, "openers", 1, "safe_for"),
        ("steps", 0, "safe_for"),
    ]
    said = 'the mark "sad" reaches no reader of whom this speaks; take it out'
    assert {(fault.message, fault.code) for fault in faults} == {(said, "needless-mark")}


@pytest.mark.parametrize(
    ("before", "mark", "is_told"),
    [
        ("top: [Go far., ", "", True),
        ("top: [Go far., ", "safe_for: [sad], ", False),
        ("text: [Up., ", "", True),
        ("text: [Hello., ", "", False),
    ],
)
def test_a_paragraph_of_a_plan_needs_a_mark_and_one_of_a_notice_none(
    before: str, mark: str, is_told: bool
) -> None:
    """A notice is for those of whom its rule speaks, whoever they are."""
    notice = "notices:\n  - {id: n, when: {body: [skipped]}, title: N, text: [Hello.]}\n"
    text = changed(guarded_text(), "steps:\n", f"{notice}steps:\n")
    paragraph = f"{{when: {{mind: [sad]}}, {mark}text: For you.}}"
    told = found(changed(text, before.removesuffix(", "), f"{before}{paragraph}"))
    assert [each.code for each in told] == ["never-shown"] * is_told
