"""The two ways to ask: pages by questionary, and plain numbered lines."""

from typing import Protocol

from distancecli.prompts.page import Page, Reply


class Asker(Protocol):
    """Whoever shows a page and says what the reader did there."""

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns.

        Raises:
            KeyboardInterrupt: the reader left.
        """
        ...
