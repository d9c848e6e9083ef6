"""Asks in plain numbered lines, for screen readers and bare terminals.

Nothing is drawn twice and nothing moves: each page is printed once, and a line is read.
"""

from collections.abc import Callable
from typing import Final

from distancecli.asking.page import Blank, Page, Reply, Turn, alone_beside
from distancecli.asking.rows.plain import PlainRows
from distancecli.asking.rows.responses import RESPONSES
from distancecli.asking.setting import FURTHER_IN
from distancecli.system.lines import say, widest
from distancecli.system.terminal import Terminal

BACK: Final = ("b", "back")
LEAVE: Final = ("q", "quit")
REPEAT: Final = "?"
AFTER_NUMBER: Final = ".)"
"""What many write behind a number, as it stands in the list."""


class PlainAsker:
    """Asks on a terminal by printing lines, and reads answers as lines of numbers."""

    def __init__(self, terminal: Terminal, read_line: Callable[[], str]):
        self._terminal = terminal
        self._read_line = read_line

    def show(self, page: Page) -> Reply:
        """Prints the page, and reads lines until one of them is a reply to it.

        Raises:
            KeyboardInterrupt: the reader left, or there is nothing more to read.
        """
        if page.unhurried:
            self._terminal.drop_typed_ahead()
        self._print(page)
        if page.rows:
            return self._row_by_row(page, PlainRows(page, page.rows, page.chosen))
        while True:
            self._say(page.hints.prompt)
            reply = self._understood(page, self._read_word())
            if reply is not None:
                return reply

    def _row_by_row(self, page: Page, rows: PlainRows) -> Reply:
        """Reads a line for each row. After the last one nothing waits: `b` leads back to it all."""
        while row := rows.row:
            rows.ask(row, self._say)
            typed = self._read_word()
            if typed == REPEAT:
                self._print(page)
            elif typed in BACK:
                if not rows.back():
                    return Turn.BACK
            elif not rows.answer(row, typed):
                self._say(page.hints.labels.unknown_number.format(last=len(RESPONSES)))
        return rows.said

    def fill_in(self, blank: Blank) -> str | Turn:
        """Reads the line; `b` turns back, and an empty one stands for the suggestion.

        Raises:
            KeyboardInterrupt: the reader left, or there is nothing more to read.
        """
        self._terminal.drop_typed_ahead()
        self._terminal.write("\n")
        for text in (*blank.text, blank.prompt):
            self._say(text)
        typed = self._read()
        return Turn.BACK if typed.casefold() in BACK else typed or blank.suggestion

    def _read(self) -> str:
        line = self._read_line()
        if not line:
            raise KeyboardInterrupt
        return line.strip()

    def _read_word(self) -> str:
        """A line that is no name of a file, as it is compared: with any digits.

        Raises:
            KeyboardInterrupt: the reader left, or there is nothing more to read.
        """
        typed = compared(self._read())
        if typed in LEAVE:
            raise KeyboardInterrupt
        return typed

    def _understood(self, page: Page, typed: str) -> Reply | None:
        """The reply that the line stands for; None, and a word about it, where it is none."""
        if typed in BACK:
            return Turn.BACK
        if typed == REPEAT:
            self._print(page)
            return None
        if not typed:
            return page.empty or None
        keys = chosen_by_numbers(page, typed)
        if keys is None and len(page.numbers) > 1:
            self._say(page.hints.labels.unknown_number.format(last=max(page.numbers)))
        elif keys and (option := alone_beside(page, keys)):
            self._say(page.hints.labels.stands_alone.format(option=option))
            return None
        return keys

    def _print(self, page: Page) -> None:
        self._terminal.write("\n")
        if page.drawn:
            self._terminal.write(page.drawn.heard(widest(self._terminal.size().columns)) + "\n")
        else:
            self._say(page.heading)
        for passage in page.text:
            self._say(passage.text)
            for entry in passage.lines:
                self._say(entry, "  - ")
        listed = page.numbers if len(page.numbers) > 1 and not page.rows else {}
        for number, choice in listed.items():
            if choice.above:
                self._say(choice.above)
            chosen = f" {page.hints.labels.chosen_before}" if choice.key in page.chosen else ""
            self._say(f"{choice.label}{chosen}", f"{number}. ")
            if choice.below:
                self._say(choice.below, " " * (len(f"{number}. ") + FURTHER_IN))

    def say(self, line: str) -> None:
        """Says a line, apart from what stands above."""
        self._terminal.write("\n")
        self._say(line)

    def _say(self, text: str, lead: str = "") -> None:
        say(self._terminal, text, lead)


def compared(typed: str) -> str:
    """What was typed without capitals, with digits as they are in ASCII, and no stop behind it."""
    digits = (str(int(each)) if each.isdecimal() else each for each in typed)
    words = "".join(digits).casefold().strip()
    return words.rstrip(AFTER_NUMBER) or words  # a stop alone is no empty line, which can answer


def chosen_by_numbers(page: Page, typed: str) -> frozenset[str] | None:
    """The choices that the numbers stand for; None where they stand for none of the page's."""
    numbers = [number.rstrip(AFTER_NUMBER) for number in typed.replace(",", " ").split()]
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    places = [int(number) for number in numbers]
    if not places or (not page.many and len(places) > 1):
        return None
    if not all(place in page.numbers for place in places):
        return None
    return frozenset(page.numbers[place].key for place in places)
