"""Interviews in a console of Wine's, to the plan and what can be done with it.

Wine drops some letters of a page's first line, and takes many keys at once for a paste: so what
is waited for stands further down, and keys come one by one.
"""

import shutil
import time
from collections.abc import Iterator
from typing import Final

import pytest

from tests.support import terminal_driver
from tests.support.built_in import GUIDE
from tests.support.terminal_driver import Key, TerminalDriver
from tests.support.walkthrough import ROWS, settle
from tests.support.wine import Wine

pytestmark = [
    pytest.mark.windows,
    pytest.mark.skipif(not shutil.which("wine"), reason="wine is not installed"),
]

PATIENCE: Final = 60
"""Seconds; a program starts slowly under Wine."""
CALM: Final[dict[str, list[str]]] = {
    "how_long": ["1"],
    "safety": ["1" * len(ROWS), Key.ENTER],
    "told": ["1"],
    "talk": ["6", Key.ENTER],
    "time": ["1"],
    "in_way": ["7", Key.ENTER],
    "cause": [Key.SPACE, Key.ENTER],
    "habits": ["7", Key.ENTER],
    "now": ["7", Key.ENTER],
}
"""What a reader in no trouble presses, question by question."""
ACTION: Final = "Ask your partner for ten minutes on a set day."
KEYS: Final = "Enter: start with this"


@pytest.fixture
def console(wine: Wine, monkeypatch: pytest.MonkeyPatch) -> Iterator[TerminalDriver]:
    """`distance guide` in a console, at its first question."""
    monkeypatch.setattr(terminal_driver, "PATIENCE", PATIENCE)
    with wine.terminal("guide") as terminal:
        terminal.wait_for("Enter: begin")
        press(terminal, Key.ENTER)
        terminal.wait_for("Less than 3 months")
        yield terminal


def press(terminal: TerminalDriver, *keys: str) -> None:
    """Presses the keys, each when the page has settled."""
    for key in keys:
        settle(terminal, 4)
        terminal.press(key)


def answer(terminal: TerminalDriver, *questions: str) -> None:
    """Answers these questions as a reader in no trouble."""
    for name in questions:
        question = GUIDE.question(name)
        words = question.options[2].label if name == "safety" else question.options[-2].label
        terminal.wait_for(words[:40])
        press(terminal, *CALM[name])


@pytest.fixture
def plan(console: TerminalDriver) -> TerminalDriver:
    """The page of the plan, after a whole interview."""
    answer(console, *CALM)
    console.wait_for("Is this right?", "> Show my plan")
    press(console, Key.ENTER)
    console.wait_for(KEYS, ACTION)
    return console


def test_questions_are_asked_by_pages_and_ctrl_c_leaves(console: TerminalDriver) -> None:
    """By numbers and by Enter; the terminal is as it was after."""
    answer(console, "how_long")
    console.wait_for("has threatened me")
    press(console, Key.CTRL_C)
    assert console.exit_code() == 130
    assert console.settings() == console.settings_before


def test_arrows_move_and_lead_back(console: TerminalDriver) -> None:
    """Down to the second answer, and Left from the next question to it."""
    press(console, Key.DOWN)
    console.wait_for("> ( ) 2.")
    press(console, Key.ENTER)
    console.wait_for("has threatened me")
    press(console, Key.LEFT)
    console.wait_for("> (x) 2.")


def test_keys_typed_ahead_never_answer_the_safety_question(console: TerminalDriver) -> None:
    """They are dropped: its first row is still open."""
    settle(console)
    for key in "4211":
        console.press(key)
        time.sleep(0.002)
    console.wait_for("> ... I have felt afraid", "1: no")
    settle(console, 8)
    assert "> ... I have felt afraid" in console.words()


def test_whoever_is_not_safe_has_the_help_lines(console: TerminalDriver) -> None:
    """Yes to one act leads to that page, and no plan is kept."""
    answer(console, "how_long")
    console.wait_for("has threatened me")
    press(console, "112", "1" * len(ROWS), Key.ENTER)
    console.wait_for("Which country are you in?", "> United States")
    press(console, Key.ENTER)
    console.wait_for("thehotline.org")


def test_a_step_is_read_in_full_and_the_plan_printed(plan: TerminalDriver) -> None:
    """A step by its number, back by Enter, and "Finish" leaves the plan on the terminal."""
    press(plan, "2")
    plan.wait_for("Touch counts too", "> Back")
    press(plan, Key.ENTER)
    plan.wait_for(ACTION)
    press(plan, "8")
    assert plan.exit_code() == 0
    assert "This is general advice, not therapy." in plan.words()
    assert plan.settings() == plan.settings_before


def test_finish_and_clear_leaves_no_word(plan: TerminalDriver) -> None:
    """The screen is as it was."""
    press(plan, "9")
    assert plan.exit_code() == 0
    assert "Emma Wells" not in plan.words()


def test_an_answer_is_changed_from_the_plan(plan: TerminalDriver) -> None:
    """And the plan is another one then."""
    press(plan, "6")
    plan.wait_for("Is this right?")
    press(plan, Key.DOWN, Key.ENTER)
    plan.wait_for("Less than 3 months")
    press(plan, "4")
    plan.wait_for("Is this right?", "More than 2 years")
    press(plan, Key.ENTER)
    plan.wait_for("*** COULD HELP YOU MOST: Get help, such as a therapist")


def test_one_thing_and_a_moment_are_chosen(plan: TerminalDriver) -> None:
    """By Enter three times; the page says both."""
    press(plan, Key.ENTER)
    plan.wait_for(f"> 1. {ACTION}")
    press(plan, Key.ENTER)
    plan.wait_for("> 1. at a meal we eat together")
    press(plan, Key.ENTER)
    plan.wait_for("When: at a meal we eat together")


def test_a_copy_is_kept(wine: Wine, plan: TerminalDriver) -> None:
    """In the folder of the run, by the name that is suggested."""
    press(plan, "7")
    plan.wait_for("File (notes.txt):")
    press(plan, Key.ENTER)
    plan.wait_for("No, the plan is enough")
    assert ACTION[:20] in (wine.folder / "notes.txt").read_text(encoding="utf-8")


def test_ctrl_c_leaves_a_plan(plan: TerminalDriver) -> None:
    """And takes it off the screen."""
    press(plan, Key.CTRL_C)
    assert plan.exit_code() == 130
    assert "Emma Wells" not in plan.words()


def test_only_what_is_missing_is_asked(wine: Wine, monkeypatch: pytest.MonkeyPatch) -> None:
    """With answers from a file, the first question without one comes first."""
    monkeypatch.setattr(terminal_driver, "PATIENCE", PATIENCE)
    (wine.folder / "some.yaml").write_text("how_long: lt3m\n")
    with wine.terminal("guide", "--answers", "some.yaml", "--ask") as terminal:
        terminal.wait_for("Enter: begin")
        press(terminal, Key.ENTER)
        terminal.wait_for("has threatened me")


def test_plain_lines_are_asked(wine: Wine, monkeypatch: pytest.MonkeyPatch) -> None:
    """By numbers, and left by a word. A console of Wine's wants both ends of a line."""
    monkeypatch.setattr(terminal_driver, "PATIENCE", PATIENCE)
    with wine.terminal("guide", "--plain") as terminal:
        terminal.wait_for("Press Enter to begin")
        press(terminal, "\r\n")
        terminal.wait_for("or q to leave")
        press(terminal, "q\r\n")
        assert terminal.exit_code() == 130
