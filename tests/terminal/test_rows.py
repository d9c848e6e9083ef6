"""The safety question, asked act by act, in a real terminal."""

from pathlib import Path

import pytest

from tests.support.built_in import GUIDE
from tests.support.sampling import one_plain
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, begin, guide_session, program
from tests.support.walkthrough import ALL_NO, NO_TO_ALL, answer_calmly, answer_rows, settle

pytestmark = pytest.mark.slow

QUESTION = GUIDE.question("safety")
FIRST = "> ... I have felt afraid of my partner"
KEYS = "1: no  2: yes  3: not sure"


def to_rows(terminal: TerminalDriver) -> None:
    """From the first question to the safety question."""
    terminal.press("1")
    terminal.wait_for("Question 2,", KEYS.replace("  ", " "))


def test_all_rows_stand_in_a_usual_window_with_the_keys_in_one_line() -> None:
    """At 80x24 nothing has to be scrolled, before an answer and after the last one."""
    with guide_session() as terminal:
        to_rows(terminal)
        lines = terminal.wait_for(FIRST).split("\n")
        assert lines[-1] == f"  {KEYS}  Enter: skip the rest  Left: back  Ctrl-C: leave"
        words = terminal.words()
        assert [option.label for option in QUESTION.rows if option.label not in words] == []
        assert "  And longer ago than that?" in lines
        terminal.press(*"1213111")
        lines = terminal.wait_for("> no Something like this").split("\n")
        assert lines[-1] == f"  {KEYS}  0: undo  Enter: go on  Left: back  Ctrl-C: leave"
        stated = [
            line[2:10].strip() for line in lines if line[12:].startswith(("My", "I h", "Some"))
        ]
        assert stated == ["no", "yes", "no", "not sure", "no", "no", "no"]


@pytest.mark.parametrize("size", one_plain([((40, 12),), ((20, 10),)]))
def test_a_small_window_scrolls_row_by_row(size: tuple[int, int]) -> None:
    """Each number answers a row that is in view, and the next row comes into view with it."""
    columns, rows = size
    with guide_session(columns=columns, rows=rows) as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        for option in QUESTION.rows:
            while not shows_row(terminal, option.label):
                terminal.press(Key.DOWN)
                settle(terminal)
            if size == (40, 12):
                assert KEYS in terminal.text()
            terminal.press("1")
            settle(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")


def shows_row(terminal: TerminalDriver, label: str) -> bool:
    """Whether the row that is pointed at is this one, whole and in view."""
    _, _, pointed = terminal.words().partition("> ... ")
    return pointed.startswith(label)


def test_a_yes_looks_like_any_answer_until_enter() -> None:
    """Whoever watches sees the same page stay; Enter alone leads on."""
    with guide_session() as terminal:
        to_rows(terminal)
        terminal.press("2")
        terminal.wait_for("yes I have felt afraid", "> ... My partner has controlled")
        settle(terminal, 10)
        assert "Question 2," in terminal.words()
        terminal.press(Key.ENTER)
        terminal.wait_for("Some things that may help", "Which country")


def test_a_yes_reaches_no_file(tmp_path: Path) -> None:
    """After the ending for one yes there is no plan and no file, also where one was asked for."""
    command = program("guide", "--output", "plan.txt", "--save-answers", "mine.yaml")
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(command, cwd=tmp_path, environment=environment) as terminal:
        begin(terminal)
        to_rows(terminal)
        terminal.press("2", Key.ENTER)
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("clear this screen")
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
    assert list(tmp_path.iterdir()) == []


def test_rows_left_open_need_a_second_enter() -> None:
    """Two times "no" and Enter is no answer, and the page says what a second Enter means."""
    with guide_session() as terminal:
        to_rows(terminal)
        terminal.press("1", "1", Key.ENTER)
        terminal.wait_for("Not all are answered. Enter again means: I'd rather not say")
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")
        terminal.press(Key.LEFT)
        terminal.wait_for("> no I have felt afraid", "no My partner has controlled", "Question 2,")
        assert "no My partner has threatened" not in terminal.words()


def test_back_and_forth_and_change() -> None:
    """Left goes up row by row, then a page back; coming back shows each row as it was left."""
    with guide_session() as terminal:
        to_rows(terminal)
        terminal.press("1", "3", Key.LEFT)
        terminal.wait_for("> not sure My partner has controlled")
        terminal.press("1", *"11111", Key.ENTER)
        terminal.wait_for("Question 3,")
        terminal.press(Key.LEFT)
        terminal.wait_for(*ALL_NO)
        terminal.press(Key.LEFT)
        terminal.wait_for("Question 1,")
        terminal.press(Key.ENTER)
        terminal.wait_for(*ALL_NO)
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")


def test_a_change_from_the_check_page_shows_the_rows_and_never_the_answer() -> None:
    """The page of answers does not repeat it; picking it shows the rows as they were answered."""
    with guide_session(rows=60) as terminal:
        answer_calmly(terminal)
        shown = terminal.wait_for("(not shown here)")
        assert "felt afraid" not in shown
        terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
        terminal.wait_for(*ALL_NO)
        answer_rows(terminal, "past")
        shown = terminal.wait_for("Check your answers", "(not shown here)")
        assert "year ago, but" not in shown


def test_rows_in_plain_lines() -> None:
    """Row by row, with its place and what to type; `b` goes a row back."""
    with TerminalDriver(program("guide", "--plain"), rows=200) as terminal:
        terminal.wait_for_end("Ctrl-C leaves.")
        terminal.press("\n")
        terminal.wait_for_end("I'd rather not say")
        terminal.press("1\n")
        terminal.wait_for(
            "1 of 7. I have felt afraid of my partner "
            "1: no, 2: yes, 3: not sure, an empty line: I'd rather not say, q: leave, b: back"
        )
        terminal.press("2\n")
        terminal.wait_for("2 of 7. My partner has controlled")
        terminal.press("b\n")
        terminal.wait_for("1: no, 2: yes (chosen before), 3: not sure, 0: I'd rather not say")
        terminal.press("1\n" * 6)
        terminal.wait_for("And longer ago than that? 7 of 7. Something like this")
        terminal.press("1\n")
        terminal.wait_for("Question 3,")


def test_no_to_all_needs_no_care_for_what_is_in_view() -> None:
    """More of the same key than there are rows changes nothing: the last row waits for Enter."""
    with guide_session(columns=40, rows=12) as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        terminal.press(*NO_TO_ALL)
        settle(terminal)
        assert "Question 3," not in terminal.words()
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")


def test_enter_held_down_never_answers_the_safety_question() -> None:
    """An Enter that repeats skips other questions at the most; this one waits for a clear word."""
    with guide_session() as terminal:
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 2,")
        for _ in range(100):
            terminal.press(Key.ENTER)
            terminal.pump(0.03)
        terminal.wait_for("Question 2,", "Not all are answered")
        settle(terminal, 20)
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")


def test_a_second_enter_is_a_clear_word_at_once() -> None:
    """Whoever has read that not all are answered and presses Enter again goes on, however soon."""
    with guide_session() as terminal:
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 2,")
        terminal.press(Key.ENTER)
        terminal.wait_for("Not all are answered")
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")
