"""The ways to show a plan: what stands where, and that no text can act on what shows it."""

import io
import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.guide.support import Country, SupportLine
from distancecli.interview.plan import make_plan
from distancecli.rendering.helplines import lines_of_place, support_outline
from distancecli.rendering.json import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import in_short, outline
from distancecli.rendering.screen import show_on_screen
from distancecli.rendering.steps import steps_outline
from distancecli.rendering.text import as_text
from distancecli.text.wrapping import columns as columns_of
from tests.support.sound_guide import sound_guide
from tests.support.terminal_driver import ROOT

WEIGHED_DOWN = {
    "how_long": frozenset({"gt2y"}),
    "safety": frozenset({"none"}),
    "told": frozenset({"open"}),
    "time": frozenset({"little"}),
    "cause": frozenset({"affair"}),
    "event_now": frozenset({"raw"}),
    "now": frozenset({"cost"}),
}


def on_screen(guide: Guide, answers: dict[str, frozenset[str]], columns: int = 80) -> str:
    """The plan as rich prints it to a window of that width."""
    stream = io.StringIO()
    sections = outline(guide, make_plan(guide, answers))
    show_on_screen(sections, stream, columns)
    return stream.getvalue()


def words_of(shown: str) -> str:
    """The words alone, without frames and line ends."""
    return " ".join(re.sub(r"[\u2500-\u257f]", " ", shown).split())


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_every_word_of_a_plan_is_on_the_screen_at_any_width(guide: Guide, columns: int) -> None:
    """No word of the plan is lost or moved by rich, in a narrow window or a wide one."""
    shown = words_of(on_screen(guide, WEIGHED_DOWN, columns)).replace(" ", "")
    plan = make_plan(guide, WEIGHED_DOWN)
    place = 0
    for section in outline(guide, plan):
        for text in (section.heading, *(block.text for block in section.blocks)):
            whole = "".join(text.split())  # a word longer than the line is broken
            place = shown.index(whole, place) + len(whole)
    assert max(len(line) for line in on_screen(guide, WEIGHED_DOWN, columns).splitlines()) <= 80


def test_the_highlight_stands_out_without_colour(guide: Guide) -> None:
    """A heavy frame, a mark, words of its own, and its name on the first screen."""
    shown = on_screen(guide, WEIGHED_DOWN)
    assert "\x1b" not in shown
    assert shown.count("\u250f") == 1
    title = guide.steps[4].title
    assert f"*** {guide.labels.could_help_most.format(title=title)}" in shown
    assert f"*** 5. {title}" in shown
    assert words_of(guide.labels.helps_most_text) in words_of(shown)


def test_a_step_that_does_not_apply_is_one_line(guide: Guide) -> None:
    """It is named among the steps at a glance, with what there is to say of it, and only there."""
    plan = make_plan(guide, WEIGHED_DOWN)
    named = [block.text for section in outline(guide, plan) for block in section.blocks]
    for step in plan.steps:
        if step.status != "applies":
            assert sum(step.title in text for text in named) == 1
            assert not [each for each in in_short(guide, plan) if each.step == step.number]


def test_the_foot_says_that_this_is_no_therapy_and_where_help_is(guide: Guide) -> None:
    """The last words of every plan."""
    text = as_text(outline(guide, make_plan(guide, WEIGHED_DOWN)))
    assert "not therapy" in text[-300:]
    assert "distance support" in text[-300:]


def test_markup_in_a_guide_is_only_text(guide: Guide) -> None:
    """Rich markup, emoji codes and Markdown signs of a guide are shown as they are written."""
    source = (ROOT / "steps.yaml").read_text()
    loud = "'[red]:smile: *a* <b> `c` [d](e)'"
    mine = parse_guide("mine", source.replace(f"title: {guide.plan.title}", f"title: {loud}"))
    assert "[red]:smile: *a* <b> `c` [d](e)" in on_screen(mine, WEIGHED_DOWN)
    markdown = as_markdown(outline(mine, make_plan(mine, WEIGHED_DOWN)))
    assert r"\[red\]:smile: \*a\* \<b\> \`c\` \[d\](e)" in markdown


def test_the_source_of_every_step_is_named(guide: Guide) -> None:
    """Where a step comes from is part of it, in a plan and in the full listing."""
    text = as_text(steps_outline(guide, [1, 2, 3, 4, 5]))
    assert all(words_of(step.source) in words_of(text) for step in guide.steps)


def test_every_support_line_is_listed(guide: Guide) -> None:
    """Each name, number and address of every country is in the listing, whole."""
    text = as_text(support_outline(guide))
    assert guide.support.checked in text
    for country in (*guide.support.countries.values(), guide.support.anywhere):
        for line in country.lines:
            assert words_of(line.name) in words_of(text)
            assert line.web in text
            assert all(part.strip() in words_of(text) for part in line.number.split(";"))


NAMES: Final = st.text("abc \u00e9\u00f1\u0301\u6f22\u5b57\u0e01\u2013", min_size=1, max_size=30)
DIGITS: Final = st.lists(st.integers(0, 9999).map(str), min_size=1, max_size=6).map(" ".join)


@given(name=NAMES, number=DIGITS, columns=st.integers(20, 120), plain=st.booleans())
def test_a_number_stays_whole_at_any_width(
    guide: Guide, name: str, number: str, columns: int, plain: bool
) -> None:
    """On a terminal as in plain lines: whole where it fits in a line, and no line runs over."""
    line = SupportLine("abuse", f"-{name}", f"{number}; text x", hours="24/7", source="a page")
    somewhere = Country(f"-{name}", (line,))
    sections = [*lines_of_place(guide, "-", somewhere)]
    if plain:
        shown = as_text(sections, columns)
    else:
        stream = io.StringIO()
        show_on_screen(sections, stream, columns)
        shown = stream.getvalue()
    rows = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert all(columns_of(row) <= columns for row in rows)
    if len(number) <= columns - 12:
        assert any(number in row for row in rows)


def test_json_lists_help_lines_in_the_text_of_an_ending(guide: Guide) -> None:
    """Programs get the numbers too."""
    unsafe = make_plan(guide, {"safety": frozenset({"hurt"})}, country="NZ")
    assert "0800 733 843" in as_json(unsafe)
    assert "999" not in as_json(unsafe)


def test_a_country_without_a_line_has_no_heading_in_the_list() -> None:
    """Nothing stands below it, so that nobody looks for what is not there."""
    guide = sound_guide(("  countries: {}\n", "  countries:\n    BB: {name: B, lines: []}\n"))
    shown = as_text(support_outline(guide))
    assert "Anywhere" in shown
    assert "(BB)" not in shown


def test_where_a_country_has_no_line_nothing_is_said_of_one() -> None:
    """No reader is left with a colon and nothing after it, or told that there is nobody."""
    text = "{text: You are not alone., support: [listener]}"
    lines = "lines: [{kind: listener, name: Anywhere line, web: anywhere.example, source: a page}]"
    guide = sound_guide(
        (text, f"{text}\n      - Rest."),
        (lines, "lines: []"),
        ("  countries: {}\n", f"  countries:\n    AA: {{name: A, {lines}}}\n"
         "    BB: {name: B, lines: []}\n"),
    )  # fmt: skip
    alone = {"mood": frozenset({"low"}), "help": frozenset({"nobody"})}
    shown = {}
    for country in ("AA", "BB", None):
        notices = make_plan(guide, alone, country).notices
        shown[country] = [passage.text for notice in notices for passage in notice.text]
    assert shown == {
        "AA": ["You are not alone.", "Rest."],
        "BB": ["Rest."],
        None: ["You are not alone.", "Rest."],
    }
