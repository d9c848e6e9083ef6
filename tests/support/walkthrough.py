"""Ways through the interview by keys, for tests in a terminal."""

from tests.support.built_in import GUIDE
from tests.support.terminal_driver import Key, TerminalDriver

MARK = (Key.SPACE, Key.ENTER)
"""Marks the choice that is pointed at, and goes on."""
ROWS = [option.code for option in GUIDE.question("safety").rows]
"""What is asked by itself on the safety page."""
NO_TO_ALL = ("1",) * 30
"""No to every row in a window of any size: what is not in view yet comes into view first."""
ALL_NO = ("> no I have felt afraid", "no Something like this happened more")
"""What the safety page shows where the answer to the first row is no, and to the last one."""
MENU = "What would you like to do now?"
MENU_FINISH = "> 3. Finish"
"""The menu below a plan that is output, and its last line."""
PLAN = "Some steps for you"
LAST_ACT = "9. Finish and clear"
"""The title of the page of a plan, and the last thing that can be done on it."""
CALM_LINES = (
    ("Ctrl-C leaves.", ""),
    ("I'd rather not say", "1"),
    *(("b: back", "1") for _ in ROWS),
    *(("I'd rather not say", line) for line in "1617177"),
    ("?: read again", "1"),
)
"""The prompts of plain lines up to the plan, each with what a reader in no trouble types."""
NAME = "File (notes.txt):"
"""The line for the name of a copy."""


def settle(terminal: TerminalDriver, rounds: int = 4) -> None:
    """Reads what comes within a moment."""
    for _ in range(rounds):
        terminal.pump()


def answer_in_lines(terminal: TerminalDriver, *dialogue: tuple[str, str]) -> None:
    """Types each line in answer to its prompt, on a terminal with plain lines.

    Never ahead of a prompt that is the same as the one before: private questions drop such lines.
    """
    before = ""
    for prompt, line in dialogue:
        terminal.wait_for_change(before)
        terminal.wait_for_end(prompt)
        before = terminal.text()
        terminal.press(line + "\n")


def answer_rows(terminal: TerminalDriver, code: str = "none") -> None:
    """Answers the safety question so that the answer has that code.

    That is no to every row for `none`, in a window of any size; else the page is in view as a
    whole, and "not sure" is said to its first row for `unsure`.
    """
    keys = dict.fromkeys(ROWS, "1") | ({code: "2"} if code in ROWS else {})
    keys |= {ROWS[0]: "3"} if code == "unsure" else {}
    terminal.press(*(NO_TO_ALL if code == "none" else keys.values()), Key.ENTER)


def answer_calmly(terminal: TerminalDriver, how_long: str = "1") -> None:
    """Answers as a reader in no trouble: the check page is next."""
    terminal.press(how_long)
    terminal.wait_for("Question 2,")
    answer_rows(terminal)
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


def to_plan(terminal: TerminalDriver) -> None:
    """Answers calmly and goes on from the check page, to the page of the plan."""
    answer_calmly(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for(PLAN, LAST_ACT)


def to_moment(terminal: TerminalDriver) -> None:
    """From there to the moments of the recommended action."""
    terminal.press(Key.ENTER)
    terminal.wait_for("Which one feels possible?")
    terminal.press(Key.ENTER)
    terminal.wait_for("When could that be?")


def to_name(terminal: TerminalDriver) -> None:
    """From the first question to the line for the name of a copy."""
    to_plan(terminal)
    terminal.press("7")
    terminal.wait_for(NAME)


def change(terminal: TerminalDriver, place: int, *keys: str) -> None:
    """From the page of a plan, gives the question at that place of the check page other answers.

    The check page is next, without the words of the question that was changed.
    """
    terminal.press("6")
    terminal.wait_for("Check your answers")
    terminal.press(*[Key.DOWN] * place, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press(*keys)
    terminal.wait_for("Check your answers")


def keep_no_answers(terminal: TerminalDriver) -> None:
    """Past the question that follows the copy of a plan, by its first choice."""
    terminal.wait_for("Keep your answers too?", "> 1. No, the plan is enough")
    terminal.press(Key.ENTER)
    terminal.wait_until_gone("Keep your answers too?")


def to_notice(terminal: TerminalDriver) -> None:
    """Answers calmly but for the last answer, to the notice that is shown at once."""
    answer_calmly(terminal)
    terminal.press(Key.UP, Key.UP, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press("7", "2", Key.ENTER)
    terminal.wait_for("Which country")
    terminal.press(Key.ENTER)
    terminal.wait_for("now, or later?")


def to_care(terminal: TerminalDriver, how_long: str = "1") -> None:
    """Answers calmly but for one row of the safety question, up to the notice before the plan."""
    answer_calmly(terminal, how_long)
    change_to_care(terminal)
    terminal.wait_for("Before you read on")


def change_to_care(terminal: TerminalDriver) -> None:
    """From the check page, changes that row, up to the notice before the plan."""
    terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
    terminal.wait_for("Change your answer")
    answer_rows(terminal, "put_down")
    terminal.wait_for("Check your answers")
    terminal.press(Key.ENTER)
    terminal.wait_for("Which country")
    terminal.press(Key.ENTER)
    terminal.wait_for("Enter: show my steps")


def to_crisis(terminal: TerminalDriver) -> None:
    """Past the notice that is shown at once, to the page of a plan in a crisis."""
    to_notice(terminal)
    terminal.press("1")
    terminal.wait_for("Check your answers")
    terminal.press(Key.ENTER)
    terminal.wait_for("For now, only this")


def finish(terminal: TerminalDriver) -> None:
    """Leaves the page of a plan so that the plan is printed, and the program ends well."""
    terminal.wait_for(PLAN)
    terminal.press("8")
    assert terminal.exit_code() == 0
