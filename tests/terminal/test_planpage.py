"""Reading the plan from its top, where it has scrolled out of the window."""

from typing import Final

import pytest
from hypothesis import given

from distancecli.asking.page import Act, Choice
from distancecli.asking.pages import menu_page
from distancecli.guide.answers import Answers
from distancecli.guide.load import load_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import PLAN, reader_of
from distancecli.rendering.outline import outline
from distancecli.run.planpage import plan_page
from tests.support.small_guide import codes, readers
from tests.support.terminal_driver import Key, TerminalDriver, guide_session
from tests.support.walkthrough import FINISH, MENU, settle, to_menu, to_notice

GUIDE = load_guide()


@given(answers=readers())
def test_the_page_has_every_word_of_the_plan_in_order(answers: Answers) -> None:
    """Headings, reasons, points, actions, openers and help lines: nothing is left out."""
    reader = reader_of(GUIDE, answers)
    plan = reader.plan
    if plan.outcome != PLAN:
        return
    page = plan_page(reader)
    shown = [page.heading, *(each for part in page.text for each in (part.text, *part.lines))]
    wanted = []
    for section in outline(GUIDE, plan):
        if section.kind == "highlight":
            wanted.append(f"*** {GUIDE.labels.helps_most} ***")
        wanted += [section.heading, *(f"{block.mark}{block.text}" for block in section.blocks)]
    assert "\n".join(shown) == "\n".join(words for words in wanted if words)


GOES_ON: Final = "There is more below"
"""Stands on every page but the last."""
CALM: Final[Answers] = {
    "how_long": codes("lt3m"),
    "safety": codes("none"),
    "told": codes("not_yet"),
    "talk": codes("ok"),
    "time": codes("little_none"),
    "in_way": codes("nothing"),
    "cause": codes("drift"),
    "habits": codes("none"),
    "now": codes("none"),
}
"""What `to_menu` answers."""


def pages_of(terminal: TerminalDriver) -> set[str]:
    """Every word that is seen from the top of a page to its end."""
    seen = set(terminal.text().split())
    while GOES_ON in (before := terminal.text()):
        terminal.press(Key.PAGE_DOWN)
        terminal.wait_for_change(before)
        settle(terminal)
        seen.update(terminal.text().split())
    return seen


@pytest.mark.parametrize(
    ("columns", "rows"), [(80, 24), pytest.param(20, 10, marks=pytest.mark.slow)]
)
def test_the_whole_plan_can_be_read_in_a_small_window(columns: int, rows: int) -> None:
    """From its title to its last line, and back to the menu; the main screen stays as it was."""
    with guide_session(columns=columns, rows=rows) as terminal:
        to_menu(terminal)
        settle(terminal)
        below = terminal.text()
        terminal.press("4")
        terminal.wait_for("Some steps for you")
        assert terminal.screen.is_alternate
        seen = pages_of(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for(FINISH)
        settle(terminal)
        assert not terminal.screen.is_alternate
        assert terminal.text().splitlines()[-3:] == below.splitlines()[-3:]
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.settings() == terminal.settings_before
    page = plan_page(reader_of(GUIDE, CALM))
    wanted = [page.heading, *(each for part in page.text for each in (part.text, *part.lines))]
    assert set(" ".join(wanted).split()) <= seen


def test_a_plan_that_may_not_be_kept_can_still_be_read() -> None:
    """The menu offers no copy, but the way back to the help lines above the steps."""
    with guide_session() as terminal:
        to_notice(terminal)
        terminal.press("1")
        terminal.wait_for("Check your answers")
        terminal.press(Key.ENTER)
        terminal.wait_for(MENU, "> 2. Finish")
        terminal.press("3")
        terminal.wait_for("You matter", "Up/Down: read Enter: back")
        assert terminal.screen.is_alternate
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert not terminal.screen.is_alternate
        assert terminal.settings() == terminal.settings_before


def test_plain_lines_offer_no_screen_to_read_on(guide: Guide) -> None:
    """There is no page to turn; `?` and the terminal's own scrolling are the ways to read again."""
    plain, screen = (menu_page(guide, may_keep=True, may_read=each) for each in (False, True))
    assert screen.choices == (*plain.choices, Choice(Act.READ, guide.labels.menu_read))
