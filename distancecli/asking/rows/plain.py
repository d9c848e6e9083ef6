"""Asks the rows of a page one by one in plain lines."""

from collections.abc import Callable

from msgspec import Struct

from distancecli.asking.page import Choice, Page
from distancecli.asking.rows.responses import RESPONSES, Response, responded, response_in
from distancecli.asking.rows.words import RowWords
from distancecli.guide.answers import Codes


class PlainRows(Struct):
    """Goes through the rows of a page, with what was said to them so far."""

    page: Page
    words: RowWords
    said: Codes
    place: int = 0

    @property
    def row(self) -> Choice | None:
        """The row that is asked now; None once all were."""
        choices = self.page.choices
        return choices[self.place] if self.place < len(choices) else None

    def ask(self, row: Choice, say: Callable[[str], None]) -> None:
        """Says the row, and what to type for it."""
        if row.above:
            say(row.above)
        last = len(self.page.choices)
        say(self.words.labels.each_row.format(number=self.place + 1, last=last, option=row.label))
        say(self.words.prompt_after(self._before(row)))

    def back(self) -> bool:
        """To the row before; whether there is one."""
        self.place -= 1
        return self.place >= 0

    def answer(self, row: Choice, typed: str) -> bool:
        """Takes what was typed as what is said to the row; whether it can be that.

        An empty line leaves it as it is. 0 opens it again, and so is nothing where it is open.
        """
        numbers = {str(number): each for number, each in enumerate(RESPONSES, start=1)}
        if typed == "0" and self._before(row):
            self._respond(row, None)
        elif typed in numbers:
            self._respond(row, numbers[typed])
        elif typed:
            return False
        self.place += 1
        return True

    def _respond(self, row: Choice, response: Response | None) -> None:
        self.said = responded(self.said, self.page.keys, row.key, response)

    def _before(self, row: Choice) -> Response | None:
        return response_in(self.said, row.key)
