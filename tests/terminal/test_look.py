"""How pages look on a real terminal, by what the environment says of it."""

import re
from typing import Final

import pytest

from tests.support.sampling import one_plain
from tests.support.terminal_driver import Key, guide_session
from tests.support.walkthrough import answer_rows, finish, to_moment, to_plan

COLOUR: Final = re.compile(rb"\x1b\[(?:\d+;)*3[0-7](?:;\d+)*m")
"""What turns on a colour for letters."""
IN_ASCII: Final = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_terminal_with_unicode_has_its_marks_and_colour() -> None:
    """The pointer, a circle and the line of progress; then boxes, where many may be marked."""
    with guide_session() as terminal:
        assert "\u276f ○ 1. Less than 3 months" in "\n".join(terminal.screen.display)
        assert "─" * 20 in terminal.screen.display[0]
        terminal.press("1")
        terminal.wait_for("Question 2,")
        answer_rows(terminal)
        terminal.wait_for("Question 3,")
        terminal.press("1")
        terminal.wait_for("Question 4,")
        terminal.press("2")
        terminal.wait_for("> [x] 2.")
        shown = "\n".join(terminal.screen.display)
        assert "  ☐ 1. " in shown
        assert "\u276f ☑ 2. " in shown
        assert COLOUR.search(terminal.output)


@pytest.mark.parametrize("environment", [IN_ASCII, {"TERM": "linux"}])
def test_a_terminal_without_these_marks_is_sent_none(environment: dict[str, str]) -> None:
    """By its encoding, or by its font, it has ASCII alone, from the first frame on."""
    with guide_session(environment=environment) as terminal:
        assert "> ( ) 1. Less than 3 months" in "\n".join(terminal.screen.display)
        terminal.press(Key.DOWN)
        terminal.wait_for("> ( ) 2. ")
        assert terminal.output.isascii()


@pytest.mark.parametrize("environment", one_plain([(IN_ASCII,), ({"TERM": "linux"},)]))
def test_the_pages_of_a_plan_are_drawn_in_ascii_there(environment: dict[str, str]) -> None:
    """The first screen, and the frame around a step in full: no letter is lost."""
    with guide_session(environment=environment) as terminal:
        to_plan(terminal)
        terminal.press("2")
        page = terminal.wait_for("| 2. Make time, and start small", "Enter: back")
        assert page.splitlines()[0].strip() == "+" + "-" * 75 + "+"
        assert terminal.output.isascii()
        assert b"?????" not in terminal.output


@pytest.mark.slow
def test_a_plan_on_a_terminal_of_old() -> None:
    """TERM=vt100: the pages of a plan come and go as ever."""
    with guide_session(environment={"TERM": "vt100"}) as terminal:
        to_plan(terminal)
        to_moment(terminal)
        terminal.press("1")
        terminal.wait_for("When: at a meal")
        terminal.press("9")
        assert terminal.exit_code() == 0
        assert terminal.text() == ""


@pytest.mark.slow
def test_the_page_of_a_plan_heeds_no_color() -> None:
    """Its headings are bold and without a colour, as is the whole plan when it is printed."""
    with guide_session(environment={"NO_COLOR": "1"}, rows=100) as terminal:
        to_plan(terminal)
        finish(terminal)
        assert not COLOUR.search(terminal.output)
        row = next(n for n, line in enumerate(terminal.screen.display) if "START HERE" in line)
        assert all(terminal.screen.buffer[row][column].bold for column in range(2, 12))


def test_no_color_is_heeded_from_the_first_frame_to_the_last() -> None:
    """No code for a colour is sent; the weight of the letters stays."""
    with guide_session(environment={"NO_COLOR": "1"}) as terminal:
        terminal.press(Key.DOWN)
        terminal.wait_for("> ( ) 2. ")
        assert not COLOUR.search(terminal.output)
        cells = [terminal.screen.buffer[0][column] for column in range(2, 10)]
        assert all(cell.bold for cell in cells)
