"""What stops the program and what ends it: the page is put away first, and comes back after."""

import os
import shlex
import signal
import subprocess
import termios
import time
from pathlib import Path
from typing import Final

import pytest

from distancecli.system.machine import machine
from tests.support.sampling import one_plain
from tests.support.terminal_driver import (
    PATIENCE,
    ROOT,
    Key,
    TerminalDriver,
    guide_session,
    program,
)
from tests.support.tmux import tmux_press, tmux_shows
from tests.support.walkthrough import settle

pytestmark = pytest.mark.slow

FOUND: Final = {"PYTHONPATH": str(ROOT)}
"""Where the program is, for one that is started in a folder of its own."""


def pid_in(tmux: list[str]) -> int:
    """The process id of the program that runs in the pane."""
    asked = [*tmux, "list-panes", "-F", "#{pane_pid}"]
    shell = subprocess.run(asked, capture_output=True, check=True).stdout.decode().strip()
    found = subprocess.run(["pgrep", "-P", shell], capture_output=True, check=True)
    return int(found.stdout.split()[-1])


def started(tmux: list[str]) -> int:
    """The guide at its first question: its process id."""
    tmux_press(tmux, shlex.join(program("guide")), "Enter")
    tmux_shows(tmux, "Enter: begin")
    tmux_press(tmux, "Enter")
    tmux_shows(tmux, "Question 1,")
    return pid_in(tmux)


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_what_was_stopped_from_outside_comes_back_with_its_page(
    tmux: list[str], number: int
) -> None:
    """Drawn again without a key, and with keys that are not echoed into it."""
    os.kill(started(tmux), number)
    tmux_shows(tmux, "Stopped", gone="" if number == signal.SIGSTOP else "Question 1,")
    tmux_press(tmux, "fg", "Enter")
    tmux_shows(tmux, "Question 1,", "I can't say", gone="Stopped")
    tmux_press(tmux, "2")
    tmux_shows(tmux, "Question 2,")
    tmux_press(tmux, "C-c")
    tmux_shows(tmux, gone="Question")
    tmux_press(tmux, "stty -a | grep -ow echo", "Enter")
    tmux_shows(tmux, "echo echo")


def test_ctrl_z_before_there_is_a_page_that_can_be_asked(tmux: list[str]) -> None:
    """In the moment after the welcome page is drawn: the screen is put back, and comes again."""
    tmux_press(tmux, shlex.join(program("guide")), "Enter")
    tmux_shows(tmux, "Feeling far apart")
    tmux_press(tmux, "C-z")
    tmux_shows(tmux, "Stopped", gone="Feeling far apart")
    tmux_press(tmux, "fg", "Enter")
    tmux_shows(tmux, "Feeling far apart", gone="Stopped")
    tmux_press(tmux, "Enter")
    tmux_shows(tmux, "Question 1,")
    tmux_press(tmux, "C-c")


@pytest.mark.parametrize("number", one_plain([(each,) for each in machine.ENDING_SIGNALS]))
def test_a_signal_ends_in_order(tmp_path: Path, number: int) -> None:
    """Nothing of the page stays on the screen, the terminal is as it was, and there is no core."""
    with guide_session(cwd=tmp_path, environment=FOUND) as terminal:
        settle(terminal)
        terminal.process.send_signal(number)
        assert terminal.exit_code() == 128 + number
        assert terminal.text() == ""
        assert terminal.settings() == terminal.settings_before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGQUIT, signal.SIGABRT])
def test_no_core_has_what_was_answered_in_plain_lines(tmp_path: Path, number: int) -> None:
    """Ctrl-\\ in a plain line, where the system would write the memory of the program down."""
    command = program("guide", "--plain")
    with TerminalDriver(command, cwd=tmp_path, environment=FOUND) as terminal:
        terminal.wait_for("Press Enter to begin")
        terminal.press("\n")
        terminal.wait_for("Question 1,")
        limits = Path(f"/proc/{terminal.process.pid}/limits")
        if limits.exists():
            (core,) = [line for line in limits.read_text().splitlines() if "core" in line]
            assert core.split()[4:6] == ["0", "0"]
        if number == signal.SIGQUIT:
            terminal.press("\x1c")
        else:
            terminal.process.send_signal(number)
        assert terminal.exit_code() == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_says_it_is_huge_can_be_left() -> None:
    """65535 by 65535: pages turn, and Ctrl-C leaves, without a wait."""
    begun = time.monotonic()
    with TerminalDriver(program("guide"), columns=200, rows=50) as terminal:
        terminal.wait_for("Enter: begin")
        terminal._set_size(65535, 65535)
        terminal.press(Key.ENTER)
        settle(terminal, rounds=20)
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
    assert time.monotonic() - begun < PATIENCE


def test_one_cell_is_a_window_too() -> None:
    """Shrunk to one by one, the page is drawn and can be left."""
    with guide_session() as terminal:
        terminal.resize(1, 1)
        settle(terminal)
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130


def test_no_key_between_two_pages_is_echoed() -> None:
    """What is typed while a page turns does not stand on the screen, by whoever else it is read."""
    with guide_session() as terminal:
        for _ in range(3):
            terminal.press("1", "zyx", Key.LEFT)
            settle(terminal, rounds=6)
        assert "zyx" not in terminal.all_text()
        assert not terminal.settings()[3] & termios.ECHO
