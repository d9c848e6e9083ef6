"""Who asks on a terminal: on a screen set aside with its first page at once, or below the plan."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from distancecli.asking.asker import Asker
from distancecli.asking.layout import lay_out
from distancecli.asking.look import painted, wants_colour
from distancecli.asking.marks import Marks, marks_for
from distancecli.asking.page import Page
from distancecli.asking.setting import Window
from distancecli.system.console import Console


class TerminalAskers:
    """Asks on the console's terminal, in plain lines where that is wanted."""

    def __init__(self, console: Console, plain: bool):
        self._console = console
        self._plain = plain

    @property
    def _marks(self) -> Marks:
        return marks_for(self._console.terminal.output.encoding, os.environ.get("TERM"))

    @contextmanager
    def on_screen(self, first: Page) -> Iterator[Asker]:
        """Draws the first page at once, and only then loads the library that can ask.

        In plain lines nothing is drawn ahead: each page is printed when it is asked.
        """
        if self._plain:
            with self.below() as asker:
                yield asker
            return
        terminal = self._console.terminal
        with terminal.screen():
            size = terminal.size()
            view = lay_out(first, Window(size.columns, size.lines, self._marks))
            terminal.draw(painted(line.parts, wants_colour()) for line in view.visible())
            from distancecli.asking.screen import open_asker

            yield open_asker(terminal, self._marks, whole_screen=True)

    @contextmanager
    def below(self) -> Iterator[Asker]:
        """Leaves what stands on the main screen where it is."""
        terminal = self._console.terminal
        if self._plain:
            from distancecli.asking.plain import PlainAsker

            with terminal.guarded():
                yield PlainAsker(terminal, sys.stdin.readline)
            return
        from distancecli.asking.screen import open_asker

        with terminal.below():
            yield open_asker(terminal, self._marks, whole_screen=False)
