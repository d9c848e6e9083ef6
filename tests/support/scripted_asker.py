"""An asker that answers by a script, and remembers the pages and lines it was shown."""

from collections.abc import Callable, Sequence

from distancecli.asking.page import Blank, Page, Reply, Turn
from tests.support.rows import offered, said_for

BACK = Turn.BACK
Script = Sequence[Reply | str | set[str] | Callable[[Page], Reply]]


def leave(_page: Page) -> Reply:
    """Ctrl-C."""
    raise KeyboardInterrupt


class ScriptedAsker:
    """Replies one by one: a turn, the key of a choice, a set of keys, or what a function says.

    Where options are asked row by row, a set has the codes of the answer.
    """

    def __init__(self, script: Script):
        self._script = iter(script)
        self.pages: list[Page] = []
        self.blanks: list[Blank] = []
        self.said: list[str] = []

    def show(self, page: Page) -> Reply:
        """The next reply of the script, which must be one that the page allows."""
        self.pages.append(page)
        reply = next(self._script)
        by_codes = not callable(reply)
        if callable(reply):
            reply = reply(page)
        if isinstance(reply, Turn):
            return reply
        keys = frozenset({reply} if isinstance(reply, str) else reply)
        if page.rows and by_codes:
            return said_for(page, keys)
        assert keys <= offered(page), f"{keys} on {page.heading}"
        return keys

    def fill_in(self, blank: Blank) -> str | Turn:
        """The next reply of the script, as what was typed."""
        self.blanks.append(blank)
        typed = next(self._script)
        assert isinstance(typed, str | Turn)
        return typed or blank.suggestion

    def say(self, line: str) -> None:
        """Remembers what was said."""
        self.said.append(line)

    @property
    def headings(self) -> list[str]:
        """The headings of the pages shown, in order."""
        return [page.heading for page in self.pages]

    @property
    def asked(self) -> list[str]:
        """The first words of every page shown."""
        return [page.text[0].text for page in self.pages]
