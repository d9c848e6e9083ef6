"""One run in a real terminal: keys, sizes, stops and signals drawn by a number."""

import contextlib
import os
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from distancecli.asking.page import Blank, Page
from distancecli.system.console import Sink
from distancecli.system.machine import machine
from tests.seeds.by_values import the_guide, told
from tests.seeds.hand import Hand
from tests.seeds.occasion import Occasion, occasion_of
from tests.seeds.oracle import Oracle
from tests.seeds.others import meanwhile
from tests.seeds.remains import check_output, check_screen
from tests.seeds.seat import Seat, Told
from tests.seeds.watched import files_in
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, program

MOST_STEPS: Final = 70
"""Steps after which the reader leaves."""
ESCAPE_WAIT: Final = 0.3
"""Seconds within which a key that may begin a sequence, or may be held down, is decided on."""
TURNING: Final = 0.05
"""Seconds within which a page turns."""
STARTING: Final = 0.6
"""Seconds within which a program has its first page, or has not yet."""


class Sitting:
    """One reader at their seat, until the program is over."""

    def __init__(self, chance: random.Random, seat: Seat, plain: bool):
        private = {each.id for each in the_guide().questions if each.private}
        self._chance = chance
        self._seat = seat
        self._plain = plain
        self._hand = Hand(chance, private)
        self.left_with: int | None = None
        """The exit code of whoever left in the middle, or was ended."""

    def sit(self) -> int:
        """Does one thing after the other; the exit code of the program."""
        seat = self._seat
        if self._chance.random() < 0.04:
            self._end(self._chance.choice(machine.ENDING_SIGNALS), self._chance.random() * STARTING)
        else:
            seat.settle()
        for _ in range(MOST_STEPS):
            if seat.has_ended or self.left_with is not None:
                break
            self._do_something()
        if not seat.has_ended and self.left_with is None:
            self._leave()
        return seat.exit_code()

    def _do_something(self) -> None:
        chance, seat = self._chance, self._seat
        page = seat.oracle.page or seat.oracle.blank
        assert page
        self._hand.calm = seat.oracle.shelf.calm
        if chance.random() < 0.06:
            seat.oracle.diary.append("  somebody else is at the files")
            meanwhile(chance, seat.oracle.shelf)
        drawn = chance.random()
        if drawn < 0.004:
            self._leave()
        elif drawn < 0.008:
            self._end(chance.choice(machine.ENDING_SIGNALS))
        elif drawn < 0.013:  # in the middle of what the keys lead to
            seat.terminal.press(self._keys(page))
            self._end(chance.choice(machine.ENDING_SIGNALS), chance.random() * TURNING)
        elif drawn < 0.04:
            self._stop()
        elif drawn < 0.07:
            seat.terminal.resize(chance.randint(20, 200), chance.randint(5, 60))
            seat.settle()
        elif drawn < 0.17:
            self._press(page, self._hand.noise(page, plain=self._plain))
        else:
            self._press(page, self._keys(page))

    def _keys(self, page: Page | Blank) -> str:
        return self._hand.line(page) if self._plain else self._hand.keys(page)

    def _press(self, page: Page | Blank, keys: str) -> None:
        seat = self._seat
        is_held = isinstance(page, Page) and page.unhurried and page.asks and keys[-1:] == Key.ENTER
        is_slow = keys == Key.ESCAPE or is_held
        seat.oracle.diary.append(f"  keys: {keys!r}")
        before = len(seat.oracle.replies)
        seat.terminal.press(keys)
        seat.settle(ESCAPE_WAIT if is_slow and not self._plain else 0)
        replies = seat.oracle.replies[before:]
        if isinstance(page, Page) and keys.strip().isdigit() and not (page.many or page.rows):
            meant = page.numbers.get(int(keys))
            assert replies in ([], [frozenset({meant.key})] if meant else []), (
                f"{keys!r}: {replies}"
            )

    def _leave(self) -> None:
        """Ctrl-C."""
        self._seat.oracle.diary.append("  leaves")
        self.left_with = 130
        self._seat.terminal.press(Key.CTRL_C)

    def _end(self, number: int, after: float = 0) -> None:
        """A signal asks the program to end, so many seconds from now."""
        self._seat.oracle.diary.append(
            f"  ended by {signal.Signals(number).name} after {after:.3f}"
        )
        self.left_with = 128 + number
        self._seat.wait_for_begin()
        time.sleep(after)
        self._seat.send(number)

    def _stop(self) -> None:
        number = self._chance.choice([signal.SIGTSTP, signal.SIGTSTP, signal.SIGSTOP])
        key = Key.CTRL_Z if number == signal.SIGTSTP and self._chance.random() < 0.5 else ""
        self._seat.oracle.diary.append(f"  stopped by {key or number!r}")
        self._seat.stop(number, key)


def run_in_terminal(seed: int, folder: Path) -> None:
    """Runs what the number draws, in an empty folder.

    Raises:
        AssertionError: something does not hold; it says how to see the same again.
    """
    chance = random.Random(seed)
    guide = the_guide()
    occasion = occasion_of(chance, guide, in_terminal=True)
    occasion.lay_out(folder)
    oracle = Oracle(guide, occasion, folder, files_in(folder))
    size = chance.randint(20, 200), chance.randint(5, 60)
    oracle.diary.append(f"    window: {size}")
    with told(seed, "terminal", oracle), opened(occasion, folder, size, oracle) as (seat, output):
        sitting = Sitting(chance, seat, occasion.request.plain)
        code = sitting.sit()
        left_with = sitting.left_with if code == sitting.left_with else None
        oracle.close(files_in(folder), code, left_with)
        seat.check_terminal()
        if output:
            check_output(oracle, output.text(), is_whole=left_with is None)
        terminal = seat.terminal
        check_screen(oracle, terminal.output, terminal.screen.columns, is_whole=left_with is None)


class Output:
    """Standard output of a run, where that is no terminal: a file, or a pipe into one."""

    def __init__(self, sink: Sink, path: Path):
        self._path = path
        self.stream: IO[bytes] = path.open("wb")
        self._reader: subprocess.Popen[bytes] | None = None
        if sink is Sink.PIPE:
            self._reader = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=self.stream)
            self.stream.close()
            assert self._reader.stdin
            self.stream = self._reader.stdin

    def text(self) -> str:
        """All of it, once the program has ended."""
        if self._reader:
            self._reader.wait()
        return self._path.read_text()


@contextlib.contextmanager
def opened(
    occasion: Occasion, folder: Path, size: tuple[int, int], oracle: Oracle
) -> Iterator[tuple[Seat, Output | None]]:
    """The program in a terminal of that size, and its standard output where that is none."""
    events, told_to = os.pipe()
    ordered, orders = os.pipe()
    command = [*program()[:-1], "tests.seeds.job", str(told_to), str(ordered)]
    with tempfile.TemporaryDirectory() as elsewhere:
        is_terminal = occasion.output is Sink.TERMINAL
        output = None if is_terminal else Output(occasion.output, Path(elsewhere, "output"))
        options: dict[str, Any] = {"stdout": output.stream} if output else {}
        terminal = TerminalDriver(
            [*command, *occasion.arguments()],
            *size,
            environment={"PYTHONPATH": str(ROOT)},
            cwd=folder,
            pass_fds=(told_to, ordered),
            **options,
        )
        os.close(told_to)
        os.close(ordered)
        if output:
            output.stream.close()
        with terminal:
            yield Seat(terminal, Told(events), orders, oracle), output
        for pipe in (events, orders):
            os.close(pipe)
