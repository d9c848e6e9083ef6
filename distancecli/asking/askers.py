"""Who asks on a terminal: on a screen set aside with its first page at once, or below the plan."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from distancecli.asking.asker import Asker, Scribe
from distancecli.asking.layout import Window, lay_out
from distancecli.asking.page import Page
from distancecli.system.terminal import Terminal


@contextmanager
def asker_on(terminal: Terminal, first: Page, plain: bool) -> Iterator[Asker]:
    """Someone who asks on the terminal, and leaves it as it was.

    Draws the first page at once, and only then loads the library that can ask.
    """
    if plain:
        with _plain_asker_on(terminal) as asker:
            yield asker
        return
    with terminal.screen():
        size = terminal.size()
        view = lay_out(first, Window(size.columns, size.lines))
        terminal.draw(line.text for line in view.visible())
        from distancecli.asking.screen import open_asker

        yield open_asker(terminal)
    gc.collect()  # what the pages leave behind makes room for what draws the plan


@contextmanager
def asker_below(terminal: Terminal, plain: bool) -> Iterator[Scribe]:
    """Someone who asks below what stands on the main screen, which stays."""
    if plain:
        with _plain_asker_on(terminal) as asker:
            yield asker
        return
    from distancecli.asking.screen import open_asker

    with terminal.below():
        yield open_asker(terminal, whole_screen=False)


@contextmanager
def _plain_asker_on(terminal: Terminal) -> Iterator[Scribe]:
    from distancecli.asking.plain import PlainAsker

    with terminal.guarded():
        yield PlainAsker(terminal, sys.stdin.readline)
