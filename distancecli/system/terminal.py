"""The terminal: which one to ask on, its screen, signals, and leaving it as it was."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Final, Protocol, TextIO

from distancecli.system.machine import machine
from distancecli.system.signals import Ended, handled

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


PLAIN_SWITCHES: Final = ("DISTANCE_PLAIN", "ACCESSIBLE")
"""The second is one that other programs heed too."""


class Opened(Protocol):
    """A page that is open on a terminal."""

    def close(self, ended: Ended) -> None:
        """Closes it, in order, and then raises that."""
        ...

    def stop(self) -> None:
        """Stops the program, and shows the page again when it goes on."""
        ...

    def redraw(self) -> None:
        """Draws it anew."""
        ...


class Terminal:
    """A terminal that can be asked on: keys from standard input, pages to one of its outputs."""

    def __init__(self, output: TextIO):
        self.output = output
        self._settings: list[Any] | None = None
        self.entering = self._leaving = ""
        """What is written to get to the screen of the pages, and to get back."""
        self._opened: Opened | None = None
        self._drawn: tuple[str, ...] = ()
        """The lines that stand there while no page is open yet."""
        self._is_suspended = False

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

    def guarded(self) -> AbstractContextManager[None]:
        """Lets signals that end the program end it in order: what is around it is put back."""
        return handled(dict.fromkeys(machine.ENDING_SIGNALS, self._end))

    def screen(self) -> AbstractContextManager[None]:
        """Sets the alternate screen aside for pages; whatever happens, all is put back after."""
        return self._held(ENTER_SCREEN, LEAVE_SCREEN)

    def below(self) -> AbstractContextManager[None]:
        """Makes ready to ask below what stands on the main screen; all is put back after."""
        return self._held("", LEAVE_BELOW)

    @contextlib.contextmanager
    def _held(self, entering: str, leaving: str) -> Iterator[None]:
        with self.guarded():
            self._settings = machine.settings()
            self.entering, self._leaving = entering, leaving
            stops = zip(machine.STOP_SIGNALS, (self._stop, self._go_on), strict=False)
            with handled(dict(stops)):
                try:
                    self._enter()
                    yield
                finally:
                    self._leave()
                    self._drawn = ()

    @contextlib.contextmanager
    def showing(self, page: Opened) -> Iterator[None]:
        """Signals are for the page, as long as it is open."""
        self._opened, self._drawn = page, ()
        try:
            yield
        finally:
            self._opened = None

    def clear(self) -> None:
        """Clears what the main screen shows; what has scrolled out of it is not the program's."""
        self.write(CLEAR)

    def draw(self, lines: Iterable[str]) -> None:
        """Draws lines from the top of the screen, before the library that asks is loaded."""
        self._drawn = tuple(lines)
        self.write("\x1b[H" + "\r\n".join(self._drawn))

    def suspend(self) -> None:
        """Stops the program as Ctrl-Z does, with the main screen shown, and comes back."""
        self._leave()
        self._is_suspended = True
        machine.stop_here()
        self._is_suspended = False
        self._enter()

    def drop_typed_ahead(self) -> None:
        """Forgets keys that were pressed before there was a page to press them on.

        Raises:
            KeyboardInterrupt: one of them leaves, or nobody is there any more.
        """
        typed = machine.typed_ahead(end=LEAVING_KEYS[0])
        if any(key in typed for key in LEAVING_KEYS):
            raise KeyboardInterrupt

    def _end(self, number: int, _frame: object) -> None:
        if self._opened is None:
            raise Ended(number)
        self._opened.close(Ended(number))

    def _stop(self, _number: int, _frame: object) -> None:
        """Another program, or Ctrl-Z before there is a page, asks this one to stop."""
        if self._opened:
            self._opened.stop()
        else:
            self.suspend()
            self._draw_again()

    def _go_on(self, _number: int, _frame: object) -> None:
        """The program goes on, after something that it could not heed stopped it."""
        if self._is_suspended:
            return
        if self._opened:
            self._opened.redraw()
        else:
            self._enter()
            self._draw_again()

    def _draw_again(self) -> None:
        if self._drawn:
            self.draw(self._drawn)

    def _enter(self) -> None:
        machine.hush()
        self.write(self.entering)

    def _leave(self) -> None:
        self.write(self._leaving)
        machine.restore(self._settings)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is open and a terminal."""
    try:
        return stream is not None and machine.is_terminal(stream)
    except ValueError:
        return False


def wants_plain() -> bool:
    """Whether the environment asks for plain lines, or the terminal can do no more."""
    bare = machine.is_bare(os.environ.get("TERM", ""))
    return bare or any(_is_on(os.environ.get(name, "")) for name in PLAIN_SWITCHES)


def _is_on(value: str) -> bool:
    return value.strip().casefold() not in ("", "0", "false", "no", "off")
