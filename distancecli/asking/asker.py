"""The two ways to ask: pages by questionary, and plain numbered lines."""

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


class Scribe(Asker, Protocol):
    """An asker who can also take down a line of text, and say one below the plan."""

    def fill_in(self, blank: Blank) -> str | Turn:
        """What the reader types into the line, or a turn.

        Raises:
            KeyboardInterrupt: the reader left.
        """
        ...

    def say(self, line: str) -> None:
        """Says a line below what stands on the screen."""
        ...
