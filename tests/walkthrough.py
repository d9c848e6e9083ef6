"""Ways through the interview by keys, for tests in a terminal."""

from tests.terminal_driver import Key, TerminalDriver

MARK = (Key.SPACE, Key.ENTER)
"""Marks the choice that is pointed at, and goes on."""


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


def finish(terminal: TerminalDriver) -> None:
    """Leaves the menu below the plan by its default, and the program ends well."""
    terminal.wait_for("What would you like to do now?")
    terminal.press(Key.ENTER)
    assert terminal.exit_code() == 0
