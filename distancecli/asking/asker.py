"""Who asks: on a screen set aside for pages, in plain lines, or by a script in a test."""

from contextlib import AbstractContextManager
from typing import Protocol

from distancecli.asking.page import Blank, Page, Reply, Turn


class Asker(Protocol):
    """Whoever shows a page and says what the reader did there."""

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns.

        Raises:
            KeyboardInterrupt: the reader left.
        """
        ...

    def fill_in(self, blank: Blank) -> str | Turn:
        """What the reader types into the line, or a turn.

        Raises:
            KeyboardInterrupt: the reader left.
        """
        ...

    def say(self, line: str) -> None:
        """Says a line below what stands on the screen."""
        ...


class Askers(Protocol):
    """Has someone to ask whenever there is something to ask, and leaves the terminal as it was."""

    def on_screen(self, first: Page) -> AbstractContextManager[Asker]:
        """Someone who asks on a screen set aside, with that page drawn on it at once."""
        ...

    def below(self) -> AbstractContextManager[Asker]:
        """Someone who asks below what stands on the main screen, which stays."""
        ...
