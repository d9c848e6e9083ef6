"""The lists of a guide: its help lines, its steps and its questions, entry by entry."""

from collections.abc import Iterable
from typing import Final

import pytest

from distancecli.guide.model import Guide
from distancecli.rendering.helplines import LONGEST_TYPED, lines_for, support_outline
from distancecli.rendering.questions import questions_outline
from distancecli.rendering.section import Section
from distancecli.rendering.steps import steps_outline
from tests.checking.diff.test_wording import edited

GUIDE: Final = edited()
LABELS: Final = GUIDE.labels
CHECKED: Final = LABELS.support_checked.format(checked="2026-11")
BRITAIN: Final = ["Britain (GB)", "[If you are afraid]", "- Refuge: 1", "- Haven: 2"]
ANYWHERE: Final = ["Anywhere", "[Someone to listen]", "- Anywhere line: anywhere.example"]


def read(sections: Iterable[Section]) -> list[str]:
    """The headings and blocks one after the other, with a sign for the kind of block."""
    signs = {"label": "[{}]", "item": "- {}", "source": "({})"}
    found: list[str] = []
    for section in sections:
        found += [section.heading] if section.heading else []
        found += [signs.get(block.kind, "{}").format(block.text) for block in section.blocks]
    return found


def test_the_help_lines_of_all_countries() -> None:
    """Under their country and their kind; a country without a line is not named."""
    one = LABELS.support_one.format(country="Britain")
    top = [LABELS.support_title, "First.", LABELS.support_intro]
    foot = [one, "First.", CHECKED]
    assert read(support_outline(GUIDE, "First.")) == [*top, *BRITAIN, *ANYWHERE, *foot]


@pytest.mark.parametrize("typed", ["Britain", "britain", "GB", "Brittain"])
def test_the_help_lines_of_one_country(typed: str) -> None:
    """Above and below stands what was understood, where that could be another one."""
    likely = LABELS.likely_country.format(typed=typed, country="Britain")
    said = ["First.", likely] if typed == "Brittain" else ["First."]
    top = [LABELS.support_title, *said, LABELS.support_intro]
    assert read(lines_for(GUIDE, typed, "First.")) == [*top, *BRITAIN, *ANYWHERE, *said, CHECKED]


@pytest.mark.parametrize("typed", ["Atlantis", "", "x\ny" * 50])
def test_a_country_that_nobody_knows_gets_the_lines_of_any(typed: str) -> None:
    """With the names of those that there are; what was typed is repeated, but never at length."""
    title, first, unknown, *rest = read(lines_for(GUIDE, typed, "First."))
    assert (title, first) == (LABELS.support_title, "First.")
    before, behind = LABELS.unknown_country.split("{typed}")
    shown = unknown.removeprefix(before).removesuffix(behind)
    assert shown == typed or (
        len(shown) in (LONGEST_TYPED - 1, LONGEST_TYPED) and "\n" not in shown
    )
    names = [LABELS.known_countries, "Britain, Ireland"]
    assert rest == [LABELS.support_intro, *ANYWHERE, *names, "First.", CHECKED]


def test_a_step_with_all_that_it_can_say() -> None:
    """Each point with those whom it is for, under its heading, and the source last."""
    found = read(steps_outline(GUIDE, [2]))
    number = next(n for n, step in enumerate(GUIDE.steps, start=1) if step.id == "rest-more")
    if_seldom = LABELS.only_if.format(rule=LABELS.rule_said.format(answers='"Seldom"'))
    assert found[:3] == [
        GUIDE.title,
        LABELS.steps_intro,
        LABELS.step.format(number=2, title=GUIDE.steps[1].title),
    ]
    shown = read(steps_outline(GUIDE, [number]))[3:]
    assert shown[:2] == ["Rest is good.", "Slowly."]
    assert [each for each in shown if each[0] in "[("] == [
        *(f"[{each}]" for each in (LABELS.advice, LABELS.actions, LABELS.openers)),
        f"({LABELS.source.format(source='A book')})",
    ]
    assert shown.index(f"- Sleep.\n{if_seldom}") == shown.index(f"[{LABELS.advice}]") + 1
    assert "- Put the phone away." in shown
    assert shown[-1].startswith("(")


def test_a_question_with_its_codes(small_guide: Guide) -> None:
    """Its name in an answers file, what is to be known of it, and each answer by its code."""
    question = GUIDE.question("rest")
    (section,) = (each for each in questions_outline(GUIDE) if each.heading == question.ask)
    name, remark, *codes = read([section])[1:]
    assert name == f"[{LABELS.question_code.format(id='rest')}]"
    assert remark
    words = [("often", "Often"), ("seldom", "Seldom"), ("skipped", LABELS.skip)]
    assert codes == [f"- {LABELS.option_code.format(code=a, label=b)}" for a, b in words]
    title, intro, *_ = read(questions_outline(small_guide))
    assert (title, intro) == (
        small_guide.labels.questions_title,
        small_guide.labels.questions_intro,
    )
