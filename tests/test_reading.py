"""Reading the plan from its top, where it has scrolled out of the window."""

import pytest
from hypothesis import given

from distancecli.answers import Answers
from distancecli.copies import Given
from distancecli.guide import Guide
from distancecli.guidefile import load_guide
from distancecli.pages import READ, menu_page
from distancecli.plan import PLAN
from distancecli.prompts.page import Choice
from distancecli.reading import plan_page
from distancecli.rendering.outline import outline
from tests.small_guide import readers
from tests.terminal_driver import Key, guide_session
from tests.walkthrough import FINISH, MENU, to_menu, to_notice

GUIDE = load_guide()


@given(answers=readers())
def test_the_page_has_every_word_of_the_plan_in_order(answers: Answers) -> None:
    """Headings, reasons, points, actions, openers and help lines: nothing is left out."""
    given = Given(GUIDE, answers)
    plan = given.plan()
    if plan.outcome != PLAN:
        return
    page = plan_page(given)
    shown = [page.heading, *(each for part in page.text for each in (part.text, *part.lines))]
    wanted = []
    for section in outline(GUIDE, plan):
        if section.kind == "highlight":
            wanted.append(f"*** {GUIDE.labels.helps_most} ***")
        wanted += [section.heading, *(block.text for block in section.blocks)]
    assert shown == [words for words in wanted if words]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12), (20, 10)])
def test_the_whole_plan_can_be_read_in_a_small_window(columns: int, rows: int) -> None:
    """From its title to its last line, and back to the menu; the main screen stays as it was."""
    with guide_session(columns=columns, rows=rows) as terminal:
        to_menu(terminal)
        below = terminal.text()
        terminal.press("4")
        terminal.wait_for("Some steps for you")
        assert terminal.screen.is_alternate
        for words in ("Your steps at a glance", "2. Make", "3. Find", "not therapy"):
            while words not in terminal.words():
                terminal.press(Key.PAGE_DOWN)
                terminal.pump(0.2)
        terminal.press(Key.ENTER)
        terminal.wait_for(FINISH)
        assert not terminal.screen.is_alternate
        assert terminal.text().splitlines()[-3:] == below.splitlines()[-3:]
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.settings() == terminal.settings_before


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
    assert screen.choices == (*plain.choices, Choice(READ, guide.labels.menu_read))
