"""A page on which each choice is a row that is answered by itself, and its keys."""

from prompt_toolkit.output import Output

from distancecli.asking.control import PageControl
from distancecli.asking.marks import Marks
from distancecli.asking.page import Page, Reply, Turn
from distancecli.asking.rows.responses import RESPONSES, is_skip, responded
from distancecli.asking.rows.words import RowWords


class RowsControl(PageControl):
    """Number keys answer the row pointed at, and move on to the next one.

    Whatever is answered, the page stays as it is until Enter: a slip can be mended, and nobody who
    watches can tell a yes by what comes.
    """

    def __init__(self, page: Page, words: RowWords, output: Output, marks: Marks):
        self.words = words
        self.responses = page.chosen
        """What was said so far, as keys of `rows`."""
        super().__init__(page, output, marks)

    @property
    def marked(self) -> frozenset[str]:
        """What was said so far."""
        return self.responses

    @property
    def number_keys(self) -> list[int]:
        """One for each response, and 0, which takes one back."""
        return list(range(len(RESPONSES) + 1))

    def number(self, number: int) -> Reply | None:
        """Answers the row pointed at; one that cannot be read yet is only brought into view."""
        if not self.view().shows(self.pointed_at):
            self._read_on_to_choice()
            return None
        row = self.page.choices[self.pointed_at].key
        response = RESPONSES[number - 1] if number else None
        self.responses = responded(self.responses, self.page.keys, row, response)
        self._move(1 if number else 0)
        return None

    def turn(self, rows: int) -> None:
        """Scrolls, and points at the same row as before: who looks around leaves out no row.

        Nothing out of sight is acted on for that: a number, and Enter, bring the row back first.
        """
        self.scroll(rows)

    def back(self) -> Reply | None:
        """To the row before; from the first one, to the page before."""
        if self.pointed_at == 0:
            return Turn.BACK
        self._move(-1)
        return None

    def _move(self, rows: int) -> None:
        """That many rows on, as far as there are some."""
        self._show_keys_again()
        self.pointed_at = min(self.pointed_at + rows, len(self.page.choices) - 1)
        self._look(lambda view: view.reveal(self.pointed_at))

    @property
    def answer(self) -> Reply:
        """What was said, also where that is a skip: coming back, the reader finds their "no"."""
        return self.responses

    @property
    def skips(self) -> bool:
        """Whether rows are open, and nothing but no was said."""
        return is_skip(self.responses, self.page.keys)

    @property
    def skip_warning(self) -> str:
        """What a second Enter will mean then."""
        return self.words.open
