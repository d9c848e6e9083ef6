"""A pseudo-terminal that notes when words appear, and what a program took when it ends."""

import os
import select
import sys
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from tests.support.terminal_driver import PATIENCE, TerminalDriver

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts a program's memory."""
LONGEST = 120.0
"""Seconds for a program to end; the largest guide takes some."""


class Taken(NamedTuple):
    """What a program took from start to end."""

    seconds: float
    busy: float
    """Seconds that a processor worked for it, whatever else the machine had to do."""
    megabytes: float
    exit_code: int


class Stopwatch(TerminalDriver):
    """Runs a program in a terminal of 80x24. Takes its output as it comes, without a screen.

    The screen of the tests would take time between the program's output and the stopwatch.
    """

    def __init__(self, arguments: Sequence[str], environment: dict[str, str], **streams: Any):
        self.started = time.perf_counter()
        super().__init__(arguments, environment=environment, **streams)
        os.close(self.device)  # only the program holds the terminal: it closes with its end
        self.device = -1

    def press(self, *keys: str) -> None:
        """Sends keys; from here on only what comes after them counts as words."""
        self.output = b""
        super().press(*keys)

    def words(self) -> str:
        """What the program wrote since the last key."""
        return self.all_text()

    def text(self) -> str:
        """The same, for what is said where the words do not come."""
        return self.words()

    def pump(self, seconds: float = 0.05) -> bool:
        """Reads what the program has written, and tells it at once where the cursor is."""
        if not select.select([self.main], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.main, 65536)
        except OSError:
            return False
        self.output += data
        if b"\x1b[6n" in data:
            os.write(self.main, b"\x1b[1;1R")
        return bool(data)

    def seconds_until(self, *words: str) -> float:
        """The time from the start of the program to those words."""
        self.wait_for(*words)
        return time.perf_counter() - self.started

    def seconds_from(self, key: str, words: str) -> float:
        """The time from a key to the words that answer it."""
        started = time.perf_counter()
        self.press(key)
        self.wait_for(words)
        return time.perf_counter() - started

    def settle(self, seconds: float = 0.05) -> None:
        """Reads until nothing has come for so long."""
        before = None
        while before != self.output:
            before = self.output
            self.pump(seconds)

    def taken(self) -> Taken:
        """Waits for the end of the program, and returns what it took."""
        while self.pump(PATIENCE):
            assert time.perf_counter() - self.started < LONGEST, f"still runs: {self.words()}"
        _, status, usage = os.wait4(self.process.pid, 0)
        seconds = time.perf_counter() - self.started
        self.process.returncode = os.waitstatus_to_exitcode(status)
        busy = usage.ru_utime + usage.ru_stime
        return Taken(seconds, busy, usage.ru_maxrss * RSS_UNIT / 1e6, self.process.returncode)
