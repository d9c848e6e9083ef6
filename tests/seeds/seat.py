"""The seat at the terminal of a run: keys, signals, stops and sizes, one after the other.

Between two of them it waits until the program has read all keys and sleeps, and not for a time.
"""

import contextlib
import fcntl
import os
import pickle
import queue
import signal
import struct
import termios
import threading
import time
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


def told_by(pipe: int) -> "queue.Queue[Any]":
    """What is written to the pipe, read as it comes."""
    events: queue.Queue[Any] = queue.Queue()

    def read() -> None:
        with open(pipe, "rb") as stream:
            while len(head := stream.read(HEAD.size)) == HEAD.size:
                (length,) = HEAD.unpack(head)
                packed = stream.read(length)
                if len(packed) < length:  # it was ended in the middle
                    break
                events.put(pickle.loads(packed))

    threading.Thread(target=read, daemon=True).start()
    return events


class Seat:
    """Drives the program, and has the oracle note what it tells."""

    def __init__(
        self, terminal: TerminalDriver, events: "queue.Queue[Any]", orders: int, oracle: Oracle
    ):
        self.terminal = terminal
        self._events = events
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
            is_still = not self.take_notes() and self._waits()
            quiet = quiet + 1 if is_still else 0
        self.take_notes()

    def take_notes(self) -> int:
        """Has the oracle note what has been told since; how much that was."""
        count = 0
        while not self._events.empty():
            count += 1
            event = self._events.get()
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
