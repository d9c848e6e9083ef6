"""Drives the program in a real pseudo-terminal, and reads its screen as a person would."""

import contextlib
import copy
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

import pyte
from msgspec.structs import astuple

from distancecli.asking.marks import ASCII, UNICODE

PATIENCE = 20.0
"""Seconds to wait for what should come; a test that needs them has failed."""
PAUSE = 0.001
"""Seconds in which nothing more comes of what is written at once: it is handed on in pieces."""


pyte.graphics.TEXT[2] = "+blink"  # pyte knows no dim; nothing here blinks, so that stands for it


class Key(StrEnum):
    """What a keyboard sends."""

    ENTER = "\r"
    SPACE = " "
    UP = "\x1b[A"
    DOWN = "\x1b[B"
    RIGHT = "\x1b[C"
    LEFT = "\x1b[D"
    PAGE_UP = "\x1b[5~"
    PAGE_DOWN = "\x1b[6~"
    ESCAPE = "\x1b"
    BACKSPACE = "\x7f"
    CTRL_C = "\x03"
    CTRL_D = "\x04"
    CTRL_Z = "\x1a"


class Screen(pyte.Screen):
    """pyte's screen, with the alternate screen that pyte leaves out."""

    _main: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **options: Any) -> None:
        """Goes to the alternate screen on 1049, and keeps the main one."""
        if options.get("private") and 1049 in modes and self._main is None:
            self._main = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)
        super().set_mode(*modes, **options)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        """Goes back to the main screen on 1049."""
        if options.get("private") and 1049 in modes and self._main is not None:
            (self.buffer, self.cursor), self._main = self._main, None
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **options)

    @property
    def display(self) -> list[str]:
        """The lines up to what was last written in each; pyte walks through every cell."""
        return [self._written_in(row) for row in range(self.lines)]

    def _written_in(self, row: int) -> str:
        line = self.buffer[row]
        return "".join(line[column].data for column in range(max(line, default=-1) + 1))

    @property
    def is_alternate(self) -> bool:
        """Whether the alternate screen is shown."""
        return self._main is not None


class TerminalDriver:
    """A program running in a pseudo-terminal of some size."""

    def __init__(
        self,
        arguments: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        environment: dict[str, str] | None = None,
        **streams: Any,
    ):
        self.main, self.device = pty.openpty()
        self._set_size(columns, rows)
        self.settings_before = self.settings()
        self.screen = Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.output = b""
        chosen = {"stdin": self.device, "stdout": self.device, "stderr": self.device} | streams
        self.process = subprocess.Popen(
            list(arguments),
            env=clean_environment() | (environment or {}),
            start_new_session=True,
            preexec_fn=self._take_terminal,
            **chosen,
        )

    def _take_terminal(self) -> None:
        heed_signals()
        fcntl.ioctl(self.device, termios.TIOCSCTTY, 0)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.device, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.main, self.device):
            with contextlib.suppress(OSError):
                os.close(descriptor)

    def settings(self) -> list[Any]:
        """The terminal's settings: echo, line mode, and so on."""
        return termios.tcgetattr(self.device)

    def press(self, *keys: str) -> None:
        """Sends keys."""
        for key in keys:
            self.press_bytes(key.encode())

    def press_bytes(self, keys: bytes) -> None:
        """Sends what need not be text."""
        os.write(self.main, keys)

    def resize(self, columns: int, rows: int) -> None:
        """Changes the window's size, as a window manager does."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def text(self) -> str:
        """What the screen shows, in ASCII marks and without blanks at the ends of lines."""
        return in_ascii("\n".join(line.rstrip() for line in self.screen.display).rstrip())

    def words(self) -> str:
        """What the screen shows as one line, so that wrapping does not matter."""
        return " ".join(self.text().split())

    def pump(self, seconds: float = 0.05) -> bool:
        """Reads what the program writes until it pauses; False when it has closed the terminal."""
        while select.select([self.main], [], [], seconds)[0]:
            try:
                data = os.read(self.main, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.output += data
            self.stream.feed(data)
            if b"\x1b[6n" in data:
                at = self.screen.cursor
                os.write(self.main, f"\x1b[{at.y + 1};{at.x + 1}R".encode())
            seconds = PAUSE
        return True

    def wait_for(self, *wanted: str) -> str:
        """Reads until the screen shows all of the words, and returns what it shows."""
        deadline = time.monotonic() + PATIENCE
        while not all(each in self.words() for each in wanted):
            assert time.monotonic() < deadline, f"no {wanted} on the screen:\n{self.text()}"
            self.pump()
        return self.text()

    def wait_for_end(self, wanted: str) -> None:
        """Reads until the last words on the screen are these: a prompt of plain lines."""
        deadline = time.monotonic() + PATIENCE
        while not self.words().endswith(wanted):
            assert time.monotonic() < deadline, f"no {wanted!r} at the end:\n{self.text()}"
            self.pump()

    def wait_for_change(self, before: str) -> None:
        """Reads until the screen shows something else."""
        deadline = time.monotonic() + PATIENCE
        while self.text() == before:
            assert time.monotonic() < deadline, f"the screen stays as it was:\n{before}"
            self.pump()

    def wait_until_gone(self, unwanted: str) -> None:
        """Reads until the screen shows the words no more."""
        deadline = time.monotonic() + PATIENCE
        while unwanted in self.words():
            assert time.monotonic() < deadline, f"{unwanted!r} stays on the screen:\n{self.text()}"
            self.pump()

    def exit_code(self) -> int:
        """Waits for the program to end, and reads the rest of what it wrote."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running. On the screen:\n{self.text()}"
            self.pump()
        while select.select([self.main], [], [], 0.05)[0] and self.pump():
            pass
        return self.process.returncode

    def all_text(self) -> str:
        """Everything that was ever written, without escape sequences, as one line."""
        return without_escapes(self.output)

    def left_behind(self) -> str:
        """The same of what was written to the main screen: all that can be found on it later.

        Words that have scrolled out of the window, or were cleared again, are part of it.
        """
        return without_escapes(
            re.sub(rb"\x1b\[\?1049h.*?(\x1b\[\?1049l|$)", b" ", self.output, flags=re.DOTALL)
        )


def without_escapes(output: bytes) -> str:
    """The words of what was written, on one line."""
    plain = re.sub(rb"\x1b(\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>])", b" ", output)
    return in_ascii(" ".join(plain.decode(errors="replace").split()))


def in_ascii(shown: str) -> str:
    """The marks of pages as they are in ASCII: a test that is not about them knows just those."""
    for mark, plain in zip(astuple(UNICODE), astuple(ASCII), strict=True):
        shown = shown.replace(mark, plain)
    return shown


def heed_signals() -> None:
    """Lets this process be ended by signals, also where the tests were started by `nohup`."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def clean_environment() -> dict[str, str]:
    """An environment that is the same on every machine."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return kept | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}


def program(*arguments: str) -> list[str]:
    """The command line of the program under test."""
    return [sys.executable, "-m", "distancecli", *arguments]


def begin(terminal: TerminalDriver) -> None:
    """Past the welcome page, to the first question."""
    terminal.wait_for("Enter: begin")
    terminal.press(Key.ENTER)
    terminal.wait_for("Question 1,")


@contextlib.contextmanager
def guide_session(*arguments: str, **options: Any) -> Iterator[TerminalDriver]:
    """`distance guide` in a terminal, past the welcome page."""
    with TerminalDriver(program("guide", *arguments), **options) as terminal:
        begin(terminal)
        yield terminal


ROOT = Path(__file__).parent.parent.parent


def run_program(
    *arguments: str, cwd: Path = ROOT, given: str = "", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """The program with those arguments, run to its end without a terminal, from `given`."""
    return subprocess.run(
        program(*arguments),
        capture_output=True,
        text=True,
        cwd=cwd,
        env=clean_environment() | {"PYTHONPATH": str(ROOT)} | environment,
        input=given,
        timeout=60,
    )
