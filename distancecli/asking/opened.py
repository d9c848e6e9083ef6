"""A page or a line that is open: from outside it is closed, stopped, and drawn anew, in order."""

from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application, run_in_terminal

from distancecli.asking.keys import finish
from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from distancecli.system.terminal import Terminal


class Opened:
    """One application of prompt_toolkit on the terminal, for as long as it runs."""

    def __init__(
        self,
        application: Application[Any],
        terminal: Terminal,
        suspend: Callable[[], None] | None = None,
    ):
        self._application = application
        self._terminal = terminal
        self._suspend = suspend or terminal.suspend
        self._ended: Ended | None = None

    def run(self) -> Any:
        """What the reader does there.

        Raises:
            KeyboardInterrupt: the reader left.
            Ended: a signal asked the program to end, or the terminal has gone.
        """
        self._application.pre_run_callables.append(self._follow)
        try:
            with self._terminal.showing(self):
                # Signals are `terminal`'s: prompt_toolkit loses one that comes at the very end.
                outcome = self._application.run(handle_sigint=False)
        except machine.TERMINAL_ERRORS as error:
            raise Ended(machine.TERMINAL_GONE) from error
        if self._ended:
            raise self._ended
        return outcome

    def close(self, ended: Ended) -> None:
        """Closes it, whether it is opening, open or closing already."""
        self._ended = ended
        self._soon(self._follow)

    def stop(self) -> None:
        """Stops the program as Ctrl-Z does, and shows the page again when it goes on."""
        self._soon(lambda: without_page(self._suspend))

    def redraw(self) -> None:
        """Draws it anew, on a terminal that somebody else may have set otherwise."""
        self._soon(self._draw)

    def _follow(self) -> None:
        if self._ended:
            finish(self._application, exception=self._ended)

    def _draw(self) -> None:
        # Not left again: what it puts back in the end is what the terminal had at the start.
        self._application.input.raw_mode().__enter__()
        self._terminal.write(self._terminal.entering)
        self._application.renderer.clear()
        self._application.invalidate()

    def _soon(self, action: Callable[[], Any]) -> None:
        """Does it in the loop of the application: a signal comes at any moment."""
        if self._application.loop:
            self._application.loop.call_soon_threadsafe(action)


def without_page(action: Callable[[], None]) -> None:
    """Does something with the page put away, and brings it back after."""
    run_in_terminal(action)
