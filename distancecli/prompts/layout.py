"""Lays a page out for a window: which words stand on which line, and what of it is in view."""

from dataclasses import dataclass, field
from typing import Final

from distancecli.prompts.page import Page
from distancecli.wrapping import wrap

WIDEST: Final = 80
"""Columns; longer lines are hard to read."""
POINTER: Final = "> "
NO_POINTER: Final = "  "


def widest(columns: int) -> int:
    """The columns that text may take; one is left free, as some terminals wrap there."""
    return max(min(columns - 1, WIDEST), 4)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, what it is part of, and the choice it belongs to, if any."""

    text: str
    role: str = "text"
    choice: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The size of a terminal window, in columns and rows."""

    columns: int
    rows: int

    @property
    def width(self) -> int:
        """The columns that text may take."""
        return widest(self.columns)


@dataclass(slots=True)
class View:
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

    def reveal(self, choice: int) -> None:
        """Scrolls no further than it takes to see the choice."""
        numbers = self.by_choice[choice]
        if numbers[0] < self.top:
            self.scroll_to(0 if choice == 0 and numbers[-1] < self.rows else numbers[0])
        elif not self.shows(choice):
            self.scroll_to(min(numbers[0], numbers[-1] - self.rows + 1))

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
        lead = choice_lead(page, index, active, marked)
        lines += [Line(text, role, index) for text in wrap(choice.label, width, lead)]
    return lines


def choice_lead(page: Page, index: int, active: int, marked: frozenset[str]) -> str:
    """What stands before a choice: the pointer, the mark and the number."""
    pointer = POINTER if index == active else NO_POINTER
    mark = ("[x] " if page.choices[index].key in marked else "[ ] ") if page.many else ""
    number = f"{index + 1}. " if page.numbered else ""
    return pointer + mark + number


def lay_out(
    page: Page,
    window: Window,
    active: int = 0,
    marked: frozenset[str] = frozenset(),
    said: str = "",
) -> View:
    """The page in a window, from its first line; `said` stands in place of the keys."""
    lines = page_lines(page, window.width, active, marked)
    role = "said" if said else "keys"
    foot = [Line(text, role) for text in wrap(said or page.words.keys, window.width)]
    rows = max(window.rows - len(foot) - 1, 1)
    view = View(lines, foot, rows, more=page.words.more[: window.width])
    for number, line in enumerate(lines):
        if line.choice is not None:
            view.by_choice.setdefault(line.choice, []).append(number)
    return view
