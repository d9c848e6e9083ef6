"""Lays a page out for a window: what of its lines is in view, with the keys at its foot."""

from typing import Final

from msgspec import Struct, field

from distancecli.asking.page import Page
from distancecli.asking.rows.responses import response_in
from distancecli.asking.setting import Line, Setting, Window, key_lines, text_lines

LEAST_PAGE: Final = 3
"""The keys stay in view only where the page has this many times their rows; else they end it."""


class View(Struct):
    """What a reader sees of a page in a window of one size.

    The page's own lines scroll; the foot, with the keys or a word about the last one, stays.
    """

    lines: list[Line]
    foot: list[Line]
    rows: int
    """How many rows there are for the page's own lines."""
    more: str
    """Stands above the foot while the page goes on below."""
    top: int = 0
    """The first line in view."""
    by_choice: dict[int, list[int]] = field(default_factory=dict)

    @property
    def last_top(self) -> int:
        """The furthest that the page scrolls."""
        return max(len(self.lines) - self.rows, 0)

    @property
    def windowful(self) -> int:
        """How far one key turns the page: one line of the last stays, where there is room."""
        return max(self.rows - 1, 1)

    def scroll_to(self, top: int) -> None:
        """Scrolls so that that line is the first in view, as far as the page goes."""
        self.top = min(max(top, 0), self.last_top)

    def shows(self, choice: int) -> bool:
        """Whether all of the choice is in view, or as much as the window can hold."""
        numbers = self.by_choice[choice]
        last = min(numbers[-1], numbers[0] + self.rows - 1)
        return self.top <= numbers[0] and last < self.top + self.rows

    def nearest(self, choice: int) -> int:
        """The choice in view that is the nearest to that one, whole if any is; else itself."""
        last = self.top + self.rows
        in_part = [
            each
            for each, numbers in self.by_choice.items()
            if any(self.top <= number < last for number in numbers)
        ]
        whole = [each for each in in_part if self.shows(each)]
        return min(whole or in_part or [choice], key=lambda each: abs(each - choice))

    def is_below(self, choice: int) -> bool:
        """Whether some of the choice is yet to come, further down the page."""
        return self.by_choice[choice][-1] >= self.top + self.rows

    def read_on(self, choice: int) -> None:
        """Scrolls down towards the end of the choice, by less than a window full."""
        end = self.by_choice[choice][-1] - self.rows + 1
        self.scroll_to(min(end, self.top + self.windowful))

    def reveal(self, choice: int) -> None:
        """Scrolls no further than it takes to see the choice."""
        first, last = self.by_choice[choice][0], self.by_choice[choice][-1]
        if choice == 0 and last < self.rows:
            self.scroll_to(0)
        elif choice == len(self.by_choice) - 1 and first >= self.last_top:
            self.scroll_to(self.last_top)
        else:
            self.scroll_to(min(first, max(self.top, last - self.rows + 1)))

    def visible(self) -> list[Line]:
        """The lines in view, and then the foot."""
        shown = self.lines[self.top : self.top + self.rows]
        gap = Line(self.more if self.top < self.last_top else "", "more")
        return [*shown, gap, *self.foot]


def _keys_now(page: Page, active: int, marked: frozenset[str]) -> str:
    """The line of keys: of rows, with the one that takes back what was said to this one."""
    if not page.rows:
        return page.choices[active].keys or page.hints.keys
    return page.rows.keys_after(response_in(marked, page.choices[active].key))


def lay_out(
    page: Page,
    window: Window,
    active: int = 0,
    marked: frozenset[str] = frozenset(),
    said: str = "",
) -> View:
    """The page in a window, from its first line; `said` stands in place of the keys."""
    lines = Setting(page, window, active, marked).lines()
    keys = key_lines(_keys_now(page, active, marked), window)
    foot = text_lines(said, window, "said") if said else keys
    if not said and len(keys) * LEAST_PAGE > window.rows:
        lines, foot = [*lines, Line(""), *keys], []
    rows = max(window.rows - len(foot) - 1, 1)
    more = (window.margin + page.hints.labels.more)[: window.width]
    view = View(lines, foot, rows, more)
    for number, line in enumerate(lines):
        for choice in (line.choice, *line.beside):
            if choice is not None:
                view.by_choice.setdefault(choice, []).append(number)
    return view
