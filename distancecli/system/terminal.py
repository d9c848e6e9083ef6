"""The terminal: which one to ask on, its screen, signals, and leaving it as it was."""

import contextlib
import os
import select
import signal
import termios
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TextIO

from distancecli.system.signals import ENDING_SIGNALS, Ended

ENTER_SCREEN: Final = "\x1b[?1049h\x1b[H\x1b[2J"
LEAVE_BELOW: Final = "\x1b[?2004l\x1b[?25h\x1b[0m"
"""No bracketed paste, the cursor shown, no style."""
CLEAR: Final = "\x1b[2H\x1b[J\x1b[H\x1b[K"
"""Clears the screen, its first line last: else some terminals let one scroll back to it.

What a terminal without a second screen pushed out of a window made smaller is beyond it.
"""
LEAVE_SCREEN: Final = CLEAR + "\x1b[?1049l" + LEAVE_BELOW
"""Clears the page, and goes back to the main screen, where the terminal has another for pages."""

LEAVING_KEYS: Final = (b"\x03", b"\x04")
"""Ctrl-C and Ctrl-D."""


class Terminal:
    """A terminal that can be asked on: keys from standard input, pages to one of its outputs."""

    def __init__(self, output: TextIO):
        self.output = output
        self._settings: list[Any] | None = None
        self._entering = self._leaving = ""
        self.close_page: Callable[[Ended], None] | None = None
        """What closes the page that is open, in order, and then raises; None where none is."""

    def write(self, text: str) -> None:
        """Writes at once; a terminal that is gone is no error, since nobody reads it."""
        with contextlib.suppress(OSError, ValueError):
            self.output.write(text)
            self.output.flush()

    def size(self) -> os.terminal_size:
        """Columns and rows; 80 by 24 where the terminal does not say."""
        with contextlib.suppress(OSError, ValueError):
            size = os.get_terminal_size(self.output.fileno())
            if size.columns and size.lines:
                return size
        return os.terminal_size((80, 24))

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Lets signals that end the program end it in order: what is around it is put back."""
        handlers = {number: signal.signal(number, self._end) for number in ENDING_SIGNALS}
        try:
            yield
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)

    @contextlib.contextmanager
    def screen(self) -> Iterator[None]:
        """Sets the alternate screen aside for pages; whatever happens, all is put back after."""
        with self._held(ENTER_SCREEN, LEAVE_SCREEN):
            yield

    @contextlib.contextmanager
    def below(self) -> Iterator[None]:
        """Makes ready to ask below what stands on the main screen; all is put back after."""
        with self._held("", LEAVE_BELOW):
            yield

    @contextlib.contextmanager
    def _held(self, entering: str, leaving: str) -> Iterator[None]:
        with self.guarded():
            self._settings = termios.tcgetattr(0)
            self._entering, self._leaving = entering, leaving
            try:
                self._enter()
                yield
            finally:
                self._leave()

    def clear(self) -> None:
        """Clears what the main screen shows; what has scrolled out of it is not the program's."""
        self.write(CLEAR)

    def draw(self, lines: Iterable[str]) -> None:
        """Draws lines from the top of the screen, before the library that asks is loaded."""
        self.write("\x1b[H" + "\r\n".join(lines))

    def suspend(self) -> None:
        """Stops the program as Ctrl-Z does, with the main screen shown, and comes back."""
        self._leave()
        os.kill(0, signal.SIGTSTP)
        self._enter()

    def drop_typed_ahead(self) -> None:
        """Forgets keys that were pressed before there was a page to press them on.

        Raises:
            KeyboardInterrupt: one of them leaves, or nobody is there any more.
        """
        typed = b""
        with contextlib.suppress(OSError, ValueError):
            while os.isatty(0) and select.select([0], [], [], 0)[0]:
                more = os.read(0, 4096)
                typed += more or LEAVING_KEYS[0]
                if not more:
                    break
        if any(key in typed for key in LEAVING_KEYS):
            raise KeyboardInterrupt

    def _end(self, number: int, _frame: object) -> None:
        if self.close_page is None:
            raise Ended(number)
        self.close_page(Ended(number))

    def _enter(self) -> None:
        quiet = termios.tcgetattr(0)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        with contextlib.suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, quiet)
        self.write(self._entering)

    def _leave(self) -> None:
        self.write(self._leaving)
        with contextlib.suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, self._settings or termios.tcgetattr(0))


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def is_in_background() -> bool:
    """Whether another job has the terminal, so that asking would only stop this one."""
    with contextlib.suppress(OSError):
        return os.tcgetpgrp(0) != os.getpgrp()
    return False


def wants_plain() -> bool:
    """Whether the environment asks for plain lines, or the terminal can do no more."""
    bare = os.environ.get("TERM", "") in ("", "dumb", "unknown")
    return bare or os.environ.get("DISTANCE_PLAIN", "") not in ("", "0")
