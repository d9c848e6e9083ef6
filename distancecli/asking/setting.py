"""Sets a page: which words and marks stand on which of its lines, in a window of some width."""

from typing import Final

from msgspec import Struct

from distancecli.asking.marks import ASCII, Marks
from distancecli.asking.page import Choice, Drawn, Page, Parts, Progress
from distancecli.asking.rows.responses import response_in
from distancecli.asking.rows.words import RowWords
from distancecli.system.lines import widest
from distancecli.text.wrapping import GAP, columns, wrap, wrap_items

MARGIN: Final = "  "
"""Stands before all but the pointer, which is in it: so text and choices share one edge."""
ROOMY: Final = 60
"""Columns; a window with less has none to spare for a margin beside its text."""
NO_POINTER: Final = ("text", MARGIN)
TIGHT_GAP: Final = "  "
ITEM_GAP: Final = " "
"""Stands between choices in a row, before the pointer of each."""
OPEN: Final = "..."
"""Stands before the row that is pointed at while nothing is said to it."""
LEAST_LABEL: Final = 20
"""Columns that a row needs beside what was said to it."""
FURTHER_IN: Final = 2
"""Columns between the indent of a label and that of what stands below it."""
BAR: Final = 20
"""Columns of the line of progress."""


class Line(Struct, frozen=True):
    """A line of a page: its words, what they are part of, and the choice they belong to, if any."""

    words: str
    role: str = "text"
    choice: int | None = None
    lead: Parts = ()
    """Stands before the words: the pointer, and a mark or what was said."""
    tail: Parts = ()
    beside: tuple[int, ...] = ()
    """Other choices that stand on it."""

    @property
    def parts(self) -> Parts:
        """All that stands on the line."""
        return (*self.lead, (self.role, self.words), *self.tail)

    @property
    def text(self) -> str:
        """The same as one text."""
        return "".join(text for _, text in self.parts)


class Window(Struct, frozen=True):
    """A terminal window: its size in columns and rows, and the marks that it can show."""

    columns: int
    rows: int
    marks: Marks = ASCII

    @property
    def width(self) -> int:
        """The columns that a line may take."""
        return widest(self.columns)

    @property
    def margin(self) -> str:
        """What stands before text."""
        return MARGIN if self.columns >= ROOMY else ""


class Setting(Struct, frozen=True):
    """A page set in a window, with one choice pointed at and some marked."""

    page: Page
    window: Window
    active: int
    marked: frozenset[str]

    def lines(self) -> list[Line]:
        """All the lines of the page."""
        if self.page.drawn:
            return [*self._drawn(self.page.drawn), Line(""), *self._below(self.page.drawn)]
        lines = heading_lines(self.page, self.window)
        for number, passage in enumerate(self.page.text):
            role = "ask" if self.page.asks and number == self.page.before else "text"
            lines += [Line(""), *text_lines(passage.text, self.window, role)]
            for entry in passage.lines:
                lines += text_lines(entry, self.window, lead="  - ")
        lines.append(Line(""))
        for index, choice in enumerate(self.page.choices):
            lines += [*self._above(index, choice), *self._choice(index, choice)]
        return lines

    def _drawn(self, drawn: Drawn) -> list[Line]:
        """What was drawn, behind the pointer; the choice that is pointed at looks like one."""
        lines: list[Line] = []
        pointed = False
        in_ascii = self.window.marks == ASCII
        for parts, key in drawn.rows(self.window.width - len(MARGIN), in_ascii):
            index = self.page.keys.index(key) if key in self.page.keys else None
            is_active = index == self.active
            lead = self._pointer(self.active) if is_active and not pointed else NO_POINTER
            pointed = pointed or is_active
            role = "active" if is_active else "text"
            lines.append(Line("", role, index, (lead, *parts)))
        return lines

    def _below(self, drawn: Drawn) -> list[Line]:
        """The choices that were not drawn, in a row, or in as many as the window needs."""
        lines: list[Line] = []
        numbers = {choice.key: number for number, choice in self.page.numbers.items()}
        for index, choice in enumerate(self.page.choices):
            if choice.key in drawn.keys:
                continue
            number = f"{numbers[choice.key]}. " if self.page.numbered else ""
            lead = self._pointer(index)
            first, *rest = wrap(number + choice.label, self.window.width, MARGIN)
            parts: Parts = (lead, (self._role(index), first[len(MARGIN) :]))
            before = lines[-1] if lines and lines[-1].lead else None
            if before and not rest and self._fits(before.text + ITEM_GAP + first):
                parts = (*before.lead, ("text", ITEM_GAP), *parts)
                beside = (*before.beside, index)
                lines[-1] = Line("", choice=before.choice, lead=parts, beside=beside)
            else:
                lines.append(Line("", choice=index, lead=parts))
                lines += [Line(text, self._role(index), index) for text in rest]
        return lines

    def _fits(self, text: str) -> bool:
        return columns(text) <= self.window.width

    def _above(self, index: int, choice: Choice) -> list[Line]:
        """What keeps a choice apart from the one before; it is in view where the choice is."""
        above = [choice.above] if choice.above else []
        gap = [""] if index and (above or choice.apart) else []
        texts = [line.text for each in above for line in text_lines(each, self.window)]
        return [Line(text, choice=index) for text in (*gap, *texts)]

    def _choice(self, index: int, choice: Choice) -> list[Line]:
        if self.page.rows:
            return self._row(index, choice, self.page.rows)
        lead = (self._pointer(index), *self._mark(choice))
        number = f"{index + 1}. " if self.page.numbered and not choice.again else ""
        # A mark takes a column for each letter: measuring it would load what measures text.
        hang = sum(len(text) for _, text in lead) + len(number)
        below = wrap(choice.below, self.window.width, " " * (hang + FURTHER_IN))
        return self._labelled(index, lead, hang, number) + [
            Line(text, self._role(index), index) for text in below if choice.below
        ]

    def _row(self, index: int, row: Choice, words: RowWords) -> list[Line]:
        """A row behind what was said to it, or below that where the window is too narrow."""
        response = response_in(self.marked, row.key)
        waiting = OPEN if index == self.active else ""
        said = words.saying(response) if response else waiting
        column = max(columns(each) for each in (OPEN, *words.responses)) + FURTHER_IN
        hang, pointer = len(MARGIN) + column, self._pointer(index)
        if self.window.width - hang >= LEAST_LABEL:
            filled = said + " " * (column - columns(said))
            return self._labelled(index, (pointer, (self._role(index), filled)), hang)
        above = [Line(said, self._role(index), index, (pointer,))] if said else []
        texts = wrap(row.label, self.window.width, MARGIN + " " * FURTHER_IN)
        return [*above, *(Line(text, self._role(index), index) for text in texts)]

    def _role(self, index: int) -> str:
        return "active" if index == self.active else "choice"

    def _pointer(self, index: int) -> tuple[str, str]:
        return ("pointer", f"{self.window.marks.pointer} ") if index == self.active else NO_POINTER

    def _mark(self, choice: Choice) -> Parts:
        """A box where many may be marked, a circle where one answers, and nothing elsewhere."""
        marks = self.window.marks
        if self.page.many:
            is_marked, pair = choice.key in self.marked, (marks.unmarked, marks.marked)
        elif self.page.asks:
            is_marked, pair = choice.key in self.page.chosen, (marks.other, marks.chosen)
        else:
            return ()
        return (("mark" if is_marked else "text", f"{pair[is_marked]} "),)

    def _labelled(self, index: int, lead: Parts, hang: int, number: str = "") -> list[Line]:
        """The label behind its lead, with its later lines under its own first word."""
        first, *rest = wrap(self.page.choices[index].label, self.window.width, " " * hang)
        role = self._role(index)
        return [
            Line(number + first[hang:], role, index, lead),
            *(Line(text, role, index) for text in rest),
        ]


def heading_lines(page: Page, window: Window) -> list[Line]:
    """The heading, with the progress at the end of its line where there is room for both."""
    first, *rest = text_lines(page.heading, window, "heading")
    room = window.width - columns(first.text) - BAR
    if page.progress is None or rest or room < len(MARGIN):
        return [first, *rest]
    bar = progress_bar(page.progress, window.marks)
    return [Line(first.words, first.role, tail=(("text", " " * room), ("progress", bar)))]


def text_lines(text: str, window: Window, role: str = "text", lead: str = "") -> list[Line]:
    """The text from the margin on, led in on its first line."""
    return [Line(each, role) for each in wrap(text, window.width, window.margin + lead)]


def key_lines(text: str, window: Window) -> list[Line]:
    """The items of a line of keys; a little closer where they then stand on one line."""
    width = window.width - len(window.margin)
    lines, tight = wrap_items(text, width), text.replace(GAP, TIGHT_GAP)
    if len(lines) > 1 and columns(tight) <= width:
        lines = [tight]
    return [Line(window.margin + each, "keys") for each in lines]


def progress_bar(progress: Progress, marks: Marks) -> str:
    """How far it is: never more filled than is true, so full only when all is answered."""
    done = BAR * progress.done // progress.most
    return marks.done * done + marks.to_go * (BAR - done)
