"""Lays a page out for a window: which words stand on which line, and what of it is in view."""

from typing import Final

from msgspec import Struct, field

from distancecli.asking.page import Choice, Page
from distancecli.asking.rows.responses import Response, response_in
from distancecli.asking.rows.words import RowWords
from distancecli.system.lines import widest
from distancecli.text.wrapping import columns, wrap, wrap_items

LEAST_PAGE: Final = 3
"""The keys stay in view only where the page has this many times their rows; else they end it."""
POINTER: Final = "> "
NO_POINTER: Final = "  "
OPEN: Final = "..."
"""Stands before the row that is pointed at while nothing is said to it."""
LEAST_LABEL: Final = 20
"""Columns that a row needs beside what was said to it."""
FURTHER_IN: Final = 2
"""Columns between the indent of a label and that of what stands below it."""


class Line(Struct, frozen=True):
    """A line of a page: its text, what it is part of, and the choice it belongs to, if any."""

    text: str
    role: str = "text"
    choice: int | None = None


class Window(Struct, frozen=True):
    """The size of a terminal window, in columns and rows."""

    columns: int
    rows: int

    @property
    def width(self) -> int:
        """The columns that text may take."""
        return widest(self.columns)


class View(Struct):
    """What a reader sees of a page in a window of one size.

    The page's own lines scroll; the foot, with the keys or a word about the last one, stays.
    """

    lines: list[Line]
    foot: list[Line]
    rows: int
    """How many rows there are for the page's own lines."""
    more: str = ""
    """Stands above the foot while the page goes on below."""
    top: int = 0
    """The first line in view."""
    by_choice: dict[int, list[int]] = field(default_factory=dict)

    @property
    def last_top(self) -> int:
        """The furthest that the page scrolls."""
        return max(len(self.lines) - self.rows, 0)

    def scroll_to(self, top: int) -> None:
        """Scrolls so that that line is the first in view, as far as the page goes."""
        self.top = min(max(top, 0), self.last_top)

    def shows(self, choice: int) -> bool:
        """Whether all of the choice is in view, or as much as the window can hold."""
        numbers = self.by_choice[choice]
        last = min(numbers[-1], numbers[0] + self.rows - 1)
        return self.top <= numbers[0] and last < self.top + self.rows

    def is_below(self, choice: int) -> bool:
        """Whether some of the choice is yet to come, further down the page."""
        return self.by_choice[choice][-1] >= self.top + self.rows

    def read_on(self, choice: int) -> None:
        """Scrolls down towards the end of the choice, by less than a window full."""
        end = self.by_choice[choice][-1] - self.rows + 1
        self.scroll_to(min(end, self.top + max(self.rows - 1, 1)))

    def reveal(self, choice: int) -> None:
        """Scrolls no further than it takes to see the choice."""
        first, last = self.by_choice[choice][0], self.by_choice[choice][-1]
        if choice == 0 and last < self.rows:
            self.scroll_to(0)
        elif choice == len(self.by_choice) - 1 and first >= self.last_top:
            self.scroll_to(self.last_top)
        elif first < self.top:
            self.scroll_to(first)
        elif last >= self.top + self.rows:
            self.scroll_to(min(first, last - self.rows + 1))

    def visible(self) -> list[Line]:
        """The lines in view, and then the foot."""
        shown = self.lines[self.top : self.top + self.rows]
        gap = Line(self.more if self.top < self.last_top else "", "keys")
        return [*shown, gap, *self.foot]


def page_lines(page: Page, width: int, active: int, marked: frozenset[str]) -> list[Line]:
    """All the lines of a page, with the active choice pointed at and the marked ones marked."""
    lines = [Line(text, "heading") for text in wrap(page.heading, width)]
    for passage in page.text:
        lines.append(Line(""))
        lines += [Line(text, "text") for text in wrap(passage.text, width)]
        for entry in passage.lines:
            lines += [Line(text, "text") for text in wrap(entry, width, "  - ", "    ")]
    lines.append(Line(""))
    for index, choice in enumerate(page.choices):
        role = "active" if index == active else "choice"
        if choice.above:
            gap = [""] if index else []
            lines += [Line(text, "text", index) for text in (*gap, *wrap(choice.above, width))]
        texts = _choice_lines(page, index, active, marked, width)
        lines += [Line(text, role, index) for text in texts]
    return lines


def _choice_lines(
    page: Page, index: int, active: int, marked: frozenset[str], width: int
) -> list[str]:
    choice = page.choices[index]
    if page.rows:
        response = response_in(marked, choice.key)
        return _row_lines(choice, page.rows, response, index == active, width)
    lead = choice_lead(page, index, active, marked)
    further = " " * (columns(lead) + FURTHER_IN)
    below = wrap(choice.below, width, further) if choice.below else []
    return [*wrap(choice.label, width, lead), *below]


def choice_lead(page: Page, index: int, active: int, marked: frozenset[str]) -> str:
    """What stands before a choice: the pointer, the mark and the number."""
    pointer = POINTER if index == active else NO_POINTER
    mark = ("[x] " if page.choices[index].key in marked else "[ ] ") if page.many else ""
    number = f"{index + 1}. " if page.numbered else ""
    return pointer + mark + number


def _row_lines(
    row: Choice, words: RowWords, response: Response | None, is_active: bool, width: int
) -> list[str]:
    """A row behind what was said to it, or below that where the window is too narrow for both."""
    pointer = POINTER if is_active else NO_POINTER
    waiting = OPEN if is_active else ""
    said = words.saying(response) if response else waiting
    column = max(columns(each) for each in (OPEN, *words.responses)) + FURTHER_IN
    lead = pointer + said + " " * (column - columns(said))
    if width - columns(lead) >= LEAST_LABEL:
        return wrap(row.label, width, lead)
    above = [pointer + said] if said else []
    return [*above, *wrap(row.label, width, " " * (len(pointer) + FURTHER_IN))]


def _keys_now(page: Page, active: int, marked: frozenset[str]) -> str:
    """The line of keys: of rows, with the one that takes back what was said to this one."""
    if not page.rows:
        return page.hints.keys
    is_answered = response_in(marked, page.choices[active].key)
    return page.rows.keys_again if is_answered else page.rows.keys


def lay_out(
    page: Page,
    window: Window,
    active: int = 0,
    marked: frozenset[str] = frozenset(),
    said: str = "",
) -> View:
    """The page in a window, from its first line; `said` stands in place of the keys."""
    lines = page_lines(page, window.width, active, marked)
    keys = [
        Line(text, "keys") for text in wrap_items(_keys_now(page, active, marked), window.width)
    ]
    foot = [Line(text, "said") for text in wrap(said, window.width)] if said else keys
    if not said and len(keys) * LEAST_PAGE > window.rows:
        lines, foot = [*lines, Line(""), *keys], []
    rows = max(window.rows - len(foot) - 1, 1)
    view = View(lines, foot, rows, more=page.hints.more[: window.width])
    for number, line in enumerate(lines):
        if line.choice is not None:
            view.by_choice.setdefault(line.choice, []).append(number)
    return view
