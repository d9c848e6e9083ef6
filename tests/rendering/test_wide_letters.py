"""Letters that take two columns: rules, frames and columns stand as they do below others."""

import io
import re
from itertools import pairwise
from typing import Final

import msgspec
import pytest

from distancecli.checking.graph.links import links
from distancecli.checking.graph.tree import as_tree
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from distancecli.rendering.outline import in_short, outline
from distancecli.rendering.questions import questions_outline
from distancecli.rendering.screen import show_on_screen
from distancecli.rendering.section import Section
from distancecli.rendering.steps import steps_outline
from distancecli.rendering.text import as_text
from distancecli.text.wrapping import columns
from tests.support.small_guide import changed
from tests.support.sound_guide import problems, sound_guide, sound_text

ANSWERS: Final = {
    "mood": frozenset({"low"}),
    "help": frozenset({"friend"}),
    "rest": frozenset({"often"}),
}
RULE: Final = re.compile("=+|-+")
WIDE: Final = {
    "title: Your plan": "title: 你的计划",
    "ask: How are you?": "ask: 你今天感觉怎么样?",
    "title: Rest more": "title: 多休息一会儿 and 好好照顾自己",
    "title: Find help": "title: 寻求帮助",
}


@pytest.fixture
def wide() -> Guide:
    """The sound guide with titles and marks in Chinese."""
    guide = sound_guide(*WIDE.items())
    marks = {
        "mark_applies": "是",
        "mark_done": "完成",
        "mark_other": "-",
        "step": "第{number}步:{title}",
    }
    return msgspec.structs.replace(guide, labels=msgspec.structs.replace(guide.labels, **marks))


def forms(guide: Guide) -> dict[str, list[Section]]:
    """What can be shown of a guide as text."""
    plan = make_plan(guide, ANSWERS)
    return {
        "plan": list(outline(guide, plan)),
        "short": list(in_short(guide, plan)),
        "steps": list(steps_outline(guide, [1, 2])),
        "questions": list(questions_outline(guide)),
    }


@pytest.mark.parametrize("width", [24, 80])
@pytest.mark.parametrize("form", ["plan", "short", "steps", "questions"])
def test_a_rule_is_as_wide_as_its_heading(wide: Guide, form: str, width: int) -> None:
    """As wide as the widest of its lines, where it has several; and no line is too wide."""
    lines = as_text(forms(wide)[form], width).splitlines()
    assert max(map(columns, lines)) <= width
    headings = [(line, below) for line, below in pairwise(lines) if line and RULE.fullmatch(below)]
    assert any(not line.isascii() for line, _ in headings)
    assert all(columns(line) <= len(below) for line, below in headings)
    if width == 80:
        assert all(columns(line) == len(below) for line, below in headings)


def test_titles_at_a_glance_begin_in_one_column(wide: Guide) -> None:
    """Whatever marks stand before them."""
    plan = msgspec.structs.replace(make_plan(wide, ANSWERS), start=None)
    (overview,) = (each for each in outline(wide, plan) if each.kind == "overview")
    leads = [block.mark for block in overview.blocks]
    assert [lead.split() for lead in leads] == [["完成"], ["是"]]
    assert len(set(map(columns, leads))) == 1


def test_frames_on_a_terminal_are_straight(wide: Guide) -> None:
    """Every line of a frame is as wide as the window."""
    stream = io.StringIO()
    show_on_screen(forms(wide)["plan"], stream, 60)
    framed = [line for line in stream.getvalue().splitlines() if line[:1] in "╭│╰"]
    assert {columns(line) for line in framed if line} == {60}


def test_the_tree_is_no_wider_than_it_may_be(wide: Guide) -> None:
    """Its lines break by columns."""
    tree = as_tree(wide, links(wide), columns=40)
    assert "你今天感觉怎么样?" in tree
    assert max(map(columns, tree.splitlines())) <= 40


def test_what_is_expected_and_shown_stands_side_by_side() -> None:
    """Ids may be in any letters."""
    text = changed(sound_text(), "applies: [rest-more, find-help]", "applies: [rest-more]")
    text = text.replace("rest-more", "多休息")
    (fault,) = (each for each in problems(text) if each.code == "reader-differs")
    header, row = fault.table
    shown = row.rindex("多休息")
    assert columns(row[:shown]) == header.index("shown")
