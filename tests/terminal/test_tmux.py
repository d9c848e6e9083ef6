"""The pages in tmux: job control, a terminal with no screen to set aside, and the plan in less."""

import shlex
import subprocess

import pytest

from tests.support.sampling import one_plain
from tests.support.terminal_driver import program
from tests.support.tmux import tmux_history, tmux_press, tmux_shows

pytestmark = pytest.mark.slow


def test_ctrl_z_and_fg(tmux: list[str]) -> None:
    """Ctrl-Z shows the shell again, and `fg` draws the page again."""
    tmux_press(tmux, shlex.join(program("guide")), "Enter")
    tmux_shows(tmux, "Enter: begin")
    tmux_press(tmux, "Enter")
    tmux_shows(tmux, "Question 1,")
    tmux_press(tmux, "C-z")
    tmux_shows(tmux, "Stopped", gone="Question 1,")
    tmux_press(tmux, "fg", "Enter")
    tmux_shows(tmux, "Question 1,", gone="Stopped")
    tmux_press(tmux, "2")
    tmux_shows(tmux, "Question 2,")
    tmux_press(tmux, "C-c")
    tmux_shows(tmux, "Stopped", gone="Question")
    tmux_press(tmux, "echo code $?", "Enter")
    tmux_shows(tmux, "code 130")


def test_ctrl_z_on_the_pages_of_a_plan(tmux: list[str]) -> None:
    """Both the plan and the line for a name are there again, with all that stands above it."""
    tmux_press(tmux, shlex.join(program("guide")), "Enter")
    tmux_shows(tmux, "Enter: begin")
    tmux_press(tmux, "Enter")
    to_check_page(tmux)
    tmux_press(tmux, "Enter")
    for key, words in (("", "9. Finish and clear"), ("7", "Whoever can use your account here")):
        if key:
            tmux_press(tmux, key)
        tmux_shows(tmux, words)
        tmux_press(tmux, "C-z")
        tmux_shows(tmux, "Stopped", gone=words)
        tmux_press(tmux, "fg", "Enter")
        tmux_shows(tmux, words, gone="Stopped")
    tmux_shows(tmux, "Keep a copy", "Tab: complete", "File (notes.txt):")
    tmux_press(tmux, "C-c")
    tmux_shows(tmux, "Stopped", gone="Keep a copy")
    assert "START HERE" not in tmux_history(tmux)


def without_other_screen(tmux: list[str]) -> None:
    """The guide at its first question, where the terminal has no screen to set aside for pages."""
    subprocess.run([*tmux, "set", "-wg", "alternate-screen", "off"], check=True)
    tmux_press(tmux, "echo theirs; " + shlex.join(program("guide")), "Enter")
    tmux_shows(tmux, "Enter: begin")
    tmux_press(tmux, "Enter")
    tmux_shows(tmux, "Question 1,")


def assert_nothing_is_found(tmux: list[str], *words: str) -> None:
    """Leaves by Ctrl-C; what was there before can be scrolled back to, and none of the words."""
    tmux_press(tmux, "C-c")
    tmux_shows(tmux, gone="Ctrl-C: ")
    tmux_press(tmux, "echo code $?", "Enter")
    tmux_shows(tmux, "code 130")
    history = tmux_history(tmux)
    assert "\ntheirs" in history
    assert [word for word in words if word in history] == []


@pytest.mark.parametrize("ending", [False, True])
def test_no_page_is_found_by_scrolling_back(tmux: list[str], ending: bool) -> None:
    """Also where the terminal has no screen to set aside for pages; what was there before stays."""
    without_other_screen(tmux)
    tmux_press(tmux, "1")
    tmux_shows(tmux, "Question 2,")
    tmux_press(tmux, "2")
    tmux_shows(tmux, "yes")
    if ending:
        tmux_press(tmux, "Enter")
        tmux_shows(tmux, "Which country")
        tmux_press(tmux, "Enter")
        tmux_shows(tmux, "clear this screen")
    assert_nothing_is_found(tmux, "Feeling far apart", "Question", "afraid", "country", "[x]")


TO_CHECK_PAGE = [["1"], [*"1111111", "Enter"], ["1"], ["6", "Enter"], ["4"]]
"""The keys of the first questions; each that comes then takes its first option."""


def to_check_page(tmux: list[str]) -> None:
    """From the first question to the check page."""
    for number, keys in enumerate(TO_CHECK_PAGE, start=1):
        tmux_shows(tmux, f"Question {number},")
        tmux_press(tmux, *keys)
    for number in (6, 7, 8):
        tmux_shows(tmux, f"Question {number},")
        tmux_press(tmux, "Space", "Enter")
    tmux_shows(tmux, "Check your answers")


THING, MOMENT = ("Enter", "Which one feels possible?"), ("Enter", "When could that be?")


@pytest.mark.parametrize(
    "turns",
    one_plain(
        [
            ([THING, MOMENT, ("Enter", "When: ")],),
            ([],),
            ([THING],),
            ([THING, MOMENT],),
            ([("1", "Enter: back")],),
            ([("7", "File (notes.txt):")],),
        ]
    ),
)
def test_no_page_of_a_plan_is_found_by_scrolling_back(
    tmux: list[str], turns: list[tuple[str, str]]
) -> None:
    """On such a terminal too a plan leaves nothing, whichever of its pages came last."""
    without_other_screen(tmux)
    to_check_page(tmux)
    tmux_press(tmux, "Enter")
    tmux_shows(tmux, "START HERE", "9. Finish and clear")
    for key, page in turns:
        tmux_press(tmux, key)
        tmux_shows(tmux, page)
    words = ("Some steps", "START HERE", "Make time", "Keep a copy", "possible?", "When", "9. ")
    assert_nothing_is_found(tmux, *words)


def test_the_plan_can_be_read_in_less(tmux: list[str]) -> None:
    """`| less` opens after the last answer, with the keyboard its own."""
    tmux_press(tmux, shlex.join(program("guide")) + " | less", "Enter")
    tmux_shows(tmux, "Enter: begin")
    tmux_press(tmux, "Enter")
    to_check_page(tmux)
    tmux_press(tmux, "Enter")
    tmux_shows(tmux, "Some steps for you", gone="Check your answers")
    tmux_press(tmux, "G")
    tmux_shows(tmux, "not therapy")
    tmux_press(tmux, "q")
