"""Signals, closed streams, pipes and job control: the terminal is left as it was."""

import os
import shlex
import signal
from pathlib import Path

import pytest

from distancecli.system.terminal import wants_plain
from tests.support.sampling import one_plain
from tests.support.terminal_driver import (
    PATIENCE,
    Key,
    TerminalDriver,
    begin,
    guide_session,
    program,
)
from tests.support.walkthrough import answer_calmly, to_notice

pytestmark = pytest.mark.slow


def at_welcome(terminal: TerminalDriver) -> None:
    """Back to the welcome page."""
    terminal.press(Key.LEFT)
    terminal.wait_for("three minutes")


def at_one_answer(terminal: TerminalDriver) -> None:
    """At a one-answer question: the session starts there."""


def at_many_answers(terminal: TerminalDriver) -> None:
    """At a many-answer question."""
    terminal.press("1")
    terminal.wait_for("Question 2,")


def at_check(terminal: TerminalDriver) -> None:
    """At the check page."""
    answer_calmly(terminal)


def at_ending(terminal: TerminalDriver) -> None:
    """At the safety page."""
    at_many_answers(terminal)
    terminal.press("2", Key.ENTER)
    terminal.wait_for("Which country")
    terminal.press(Key.ENTER)
    terminal.wait_for("clear this screen")


PLACES = [at_welcome, at_one_answer, at_many_answers, at_check, at_ending, to_notice]


@pytest.mark.parametrize("number", one_plain([signal.SIGINT, signal.SIGTERM, signal.SIGHUP]))
@pytest.mark.parametrize("place", PLACES)
def test_a_signal_at_any_page_restores_the_terminal(place: object, number: int) -> None:
    """Settings, screen and cursor are as before, nothing is printed; the code is the shell's."""
    assert callable(place)
    with guide_session() as terminal:
        place(terminal)
        terminal.process.send_signal(number)
        assert terminal.exit_code() == 128 + number
        assert terminal.text() == ""
        assert not terminal.screen.is_alternate
        assert not terminal.screen.cursor.hidden
        assert terminal.settings() == terminal.settings_before
        assert terminal.output.rfind(b"\x1b[?2004l") > terminal.output.rfind(b"\x1b[?2004h")


@pytest.mark.parametrize("leaving", [Key.CTRL_C, signal.SIGINT, signal.SIGTERM])
def test_nothing_is_lost_while_a_page_turns(leaving: str | signal.Signals) -> None:
    """Ctrl-C and signals that come with the key that turns the page still end the program."""
    with guide_session() as terminal:
        terminal.press("1")
        if isinstance(leaving, signal.Signals):
            terminal.process.send_signal(leaving)
        else:
            terminal.press(leaving)
        assert terminal.exit_code() == (143 if leaving == signal.SIGTERM else 130)
        # A signal can overtake the key: then the terminal itself shows the key, after the program.
        assert terminal.text() in {"", "1"}


def test_a_terminal_that_is_closed_ends_the_program() -> None:
    """When the window goes, the program goes, with nothing left running."""
    with guide_session() as terminal:
        os.close(terminal.main)
        os.close(terminal.device)
        assert terminal.process.wait(timeout=PATIENCE) == 129
        terminal.main = terminal.device = os.open(os.devnull, os.O_RDONLY)


def test_standard_error_closed_is_no_trouble() -> None:
    """`2>&-` asks on standard output, and shows the plan there."""
    line = shlex.join(program("guide")) + " 2>&-"
    with TerminalDriver(["bash", "-c", line]) as terminal:
        begin(terminal)
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130


def test_standard_output_closed_is_refused_before_anything_is_asked() -> None:
    """`>&-` leaves no place for the plan: one line says so at once."""
    line = shlex.join(program("guide")) + " >&-"
    with TerminalDriver(["bash", "-c", line]) as terminal:
        assert terminal.exit_code() == 1
        assert "standard output is closed" in terminal.words()


def test_a_start_in_the_background_is_refused() -> None:
    """A job that has no terminal to read from says what to do, and does not hang."""
    line = f"set -m; {shlex.join(program('guide'))} & wait $!; echo code $?"
    with TerminalDriver(["bash", "-c", line]) as terminal:
        terminal.wait_for("--answers FILE", "code 2")


def test_answers_on_standard_input_are_not_taken_for_keys(tmp_path: Path) -> None:
    """`distance guide < answers.txt` is refused with the option that was meant."""
    path = tmp_path / "answers.txt"
    path.write_text("how_long: gt2y\n")
    with path.open() as file, TerminalDriver(program("guide"), stdin=file) as terminal:
        assert terminal.exit_code() == 2
        assert "--answers FILE" in terminal.words()


def test_a_pipe_that_wants_one_line_gets_it_after_the_questions() -> None:
    """`| head -1` waits for the plan, and both end."""
    line = shlex.join(program("guide")) + " | head -1; echo codes ${PIPESTATUS[*]}"
    with TerminalDriver(["bash", "-c", line]) as terminal:
        begin(terminal)
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Some steps for you", "codes")
        terminal.exit_code()
        assert "Traceback" not in terminal.words()


def test_plain_lines_from_start_to_plan() -> None:
    """`--plain` needs no moving cursor: everything is lines, to the plan's last one."""
    with TerminalDriver(program("guide", "--plain"), rows=400) as terminal:
        terminal.wait_for("Press Enter to begin")
        terminal.press("\n")
        lines = ["4", "\n".join("1111111"), "1", "6", "1", "7", "1", "7", "7", "1"]
        for number, line in enumerate(lines, start=1):
            terminal.wait_for(f"Question {number}," if number < 10 else "Check your answers")
            terminal.press(line + "\n")
        terminal.wait_for("An empty line: start with this", "8. Finish")
        terminal.press("8\n")
        assert terminal.exit_code() == 0
        assert b"\x1b" not in terminal.output
        assert "Highlighted: COULD HELP YOU MOST" in terminal.words()
        assert "not therapy" in terminal.words()


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"DISTANCE_PLAIN": "1"}])
def test_a_bare_terminal_gets_plain_lines_by_itself(environment: dict[str, str]) -> None:
    """`TERM=dumb` or `DISTANCE_PLAIN` asks in lines; the end of input leaves."""
    with TerminalDriver(program("guide"), environment=environment) as terminal:
        terminal.wait_for("Press Enter to begin")
        terminal.press("\n")
        terminal.wait_for("Question 1,")
        terminal.press(Key.CTRL_D)
        assert terminal.exit_code() == 130
        assert b"\x1b" not in terminal.output


@pytest.mark.parametrize(("setting", "is_plain"), [("1", True), ("yes", True), ("0", False)])
def test_plain_lines_can_be_switched_on_and_off(
    monkeypatch: pytest.MonkeyPatch, setting: str, is_plain: bool
) -> None:
    """`DISTANCE_PLAIN=0` is what somebody types who does not want them."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("DISTANCE_PLAIN", setting)
    assert wants_plain() is is_plain
