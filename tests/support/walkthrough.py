"""Ways through the interview by keys, for tests in a terminal."""

from tests.support.terminal_driver import Key, TerminalDriver

MARK = (Key.SPACE, Key.ENTER)
"""Marks the choice that is pointed at, and goes on."""
MENU = "What would you like to do now?"
FINISH = "> 3. Finish"
"""The menu below a plan, and its last line: keys pressed before that is there are dropped."""
NAME = "File (notes.txt):"
"""The line for the name of a copy."""


def settle(terminal: TerminalDriver, rounds: int = 4) -> None:
    """Reads what comes within a moment."""
    for _ in range(rounds):
        terminal.pump()


def answer_calmly(terminal: TerminalDriver, how_long: str = "1") -> None:
    """Answers as a reader in no trouble: the check page is next."""
    terminal.press(how_long)
    terminal.wait_for("Question 2,")
    terminal.press(Key.UP, Key.UP, *MARK)
    for number, keys in ((3, "1"), (4, "6"), (5, "1"), (6, "7")):
        terminal.wait_for(f"Question {number},")
        terminal.press(*keys, *([] if number in (3, 5) else [Key.ENTER]))
    terminal.wait_for("Question 7,")
    terminal.press(*MARK)
    terminal.wait_for("Question 8,")
    terminal.press("7", Key.ENTER)
    terminal.wait_for("Question 9,")
    terminal.press("7", Key.ENTER)
    terminal.wait_for("Check your answers")


def to_menu(terminal: TerminalDriver) -> None:
    """Answers calmly and goes on from the check page, to the menu below the plan."""
    answer_calmly(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for(MENU, FINISH)


def to_name(terminal: TerminalDriver) -> None:
    """The same, and on to the line for the name of a copy."""
    to_menu(terminal)
    terminal.press("2")
    terminal.wait_for(NAME)


def to_notice(terminal: TerminalDriver) -> None:
    """Answers calmly but for the last answer, to the notice that is shown at once."""
    answer_calmly(terminal)
    terminal.press(Key.UP, Key.ENTER)
    terminal.wait_for("Question 9,")
    terminal.press("7", "2", Key.ENTER)
    terminal.wait_for("Which country")
    terminal.press(Key.ENTER)
    terminal.wait_for("now, or later?")


def finish(terminal: TerminalDriver) -> None:
    """Leaves the menu below the plan by its default, and the program ends well."""
    terminal.wait_for("What would you like to do now?")
    terminal.press(Key.ENTER)
    assert terminal.exit_code() == 0
