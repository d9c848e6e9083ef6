"""The seat at the terminal of a run: keys, signals, stops and sizes, one after the other.

Between two of them it waits until the program has read all keys and sleeps, and not for a time.
"""

import contextlib
import fcntl
import os
import pickle
import signal
import struct
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.seeds.job import HEAD
from tests.seeds.oracle import Oracle
from tests.seeds.watched import Began, Stopped
from tests.support.terminal_driver import PATIENCE, TerminalDriver

QUIET: Final = 2
"""Looks in a row at which a program must sleep to be taken for one that waits."""
LOOK: Final = 0.006
"""Seconds between two looks."""
SOME: Final = 1 << 16
"""Bytes that are read at once of what is told."""


class Told:
    """What a pipe has told so far, event by event; nobody ever waits for it."""

    def __init__(self, pipe: int):
        os.set_blocking(pipe, False)
        self._pipe = pipe
        self._unread = b""

    def events(self) -> Iterator[Any]:
        """Those that are whole by now. One that was being told when the program ended is lost."""
        with contextlib.suppress(BlockingIOError):
            while more := os.read(self._pipe, SOME):
                self._unread += more
        while len(self._unread) >= HEAD.size:
            end = HEAD.size + HEAD.unpack_from(self._unread)[0]
            if len(self._unread) < end:
                break
            packed, self._unread = self._unread[HEAD.size : end], self._unread[end:]
            yield pickle.loads(packed)


class Seat:
    """Drives the program, and has the oracle note what it tells."""

    def __init__(self, terminal: TerminalDriver, told: Told, orders: int, oracle: Oracle):
        self.terminal = terminal
        self._told = told
        self._orders = orders
        self.oracle = oracle
        self.process: int | None = None
        """The process of the program itself."""
        self._is_stopped = False

    @property
    def has_ended(self) -> bool:
        """Whether the program is over."""
        return self.terminal.process.poll() is not None

    def settle(self, at_least: float = 0) -> None:
        """Reads until the program waits, is stopped or has ended."""
        started = time.monotonic()
        quiet = 0
        while not (quiet >= QUIET and time.monotonic() - started >= at_least):
            if self.has_ended or self._is_stopped:
                break
            assert time.monotonic() - started < PATIENCE, f"never still:\n{self.terminal.text()}"
            before = len(self.terminal.output)
            self.terminal.pump(LOOK)
            if len(self.terminal.output) > before:
                quiet = 0
                continue
            time.sleep(LOOK)
            waits = self._waits()  # looked at first: what it tells, it tells before it waits
            has_told = self.take_notes()
            quiet = quiet + 1 if waits and not has_told else 0
        self.take_notes()

    def take_notes(self) -> int:
        """Has the oracle note what has been told since; how much that was."""
        count = 0
        for event in self._told.events():
            count += 1
            if isinstance(event, Began):
                self.process = event.process
            elif isinstance(event, Stopped):
                self._is_stopped = True
            else:
                self.oracle.note(event)
        return count

    def _waits(self) -> bool:
        """Whether the program has read all keys, and sleeps on a page."""
        if self.process is None or not (self.oracle.page or self.oracle.blank):
            return False
        unread = fcntl.ioctl(self.terminal.device, termios.FIONREAD, b"\0\0\0\0")
        try:
            status = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):  # it has just ended
            return False
        return status[0] == "S" and struct.unpack("i", unread) == (0,)

    # --- What can be done there ------------------------------------------------------------------

    def send(self, number: int) -> None:
        """Sends the program a signal."""
        if self.process is not None and not self.has_ended:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, number)

    def exit_code(self) -> int:
        """The exit code of the program, once it has ended and all is read."""
        deadline = time.monotonic() + PATIENCE
        while not self.has_ended:
            assert time.monotonic() < deadline, f"still running:\n{self.terminal.text()}"
            self.terminal.pump(LOOK)
            self.take_notes()
        self.take_notes()
        return self.terminal.exit_code()

    def stop(self, number: int, key: str = "") -> None:
        """Stops the program, sees that the terminal is the shell's meanwhile, and lets it go on."""
        if key:
            self.terminal.press(key)
        else:
            self.send(number)
        deadline = time.monotonic() + PATIENCE
        while not (self._is_stopped or self.has_ended):
            assert time.monotonic() < deadline, f"not stopped:\n{self.terminal.text()}"
            self.terminal.pump(LOOK)
            self.take_notes()
        if self.has_ended:
            return
        if number != signal.SIGSTOP:
            self.settle_output()
            self.check_terminal()
        self._is_stopped = False
        os.write(self._orders, b"\n")
        self.settle(0.05)

    def wait_for_begin(self) -> None:
        """Waits until it is known which process the program is."""
        while self.process is None and not self.has_ended:
            self.terminal.pump(LOOK)
            self.take_notes()

    def settle_output(self) -> None:
        """Reads what has been written already."""
        before = -1
        while before != len(self.terminal.output):
            before = len(self.terminal.output)
            self.terminal.pump(LOOK)

    def check_terminal(self) -> None:
        """The terminal is as it was before: settings, screen, cursor, and every mode."""
        terminal = self.terminal
        assert terminal.settings() == terminal.settings_before, "the settings have changed"
        assert not terminal.screen.is_alternate, "the screen of the pages is still shown"
        assert not terminal.screen.cursor.hidden, "the cursor is hidden"
        modes = modes_of(terminal.output)
        assert not modes, f"these modes are not as they were: {modes}"


def modes_of(output: bytes) -> dict[str, bool]:
    """The private modes that are not as a terminal has them at first, after what was written."""
    at_first = {"25": True, "7": True}
    now: dict[str, bool] = {}
    for piece in output.decode(errors="replace").split("\x1b[?")[1:]:
        numbers = piece[: len(piece) - len(piece.lstrip("0123456789;"))]
        final = piece[len(numbers) : len(numbers) + 1]
        if final in ("h", "l"):
            now |= dict.fromkeys(numbers.split(";"), final == "h")
    return {mode: is_on for mode, is_on in now.items() if is_on is not at_first.get(mode, False)}
