"""All the slips of a text that is not YAML: each is found, mended in memory, and read past.

YAML stops at the first place that it does not understand, and that is often not the place of the
slip. So each slip that could be meant around there is mended for a try, and is told only if YAML
then gets further. The mends keep the lines as they are counted.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Final

from msgspec import Struct

from distancecli.documents.document import NOT_YAML, Document, NotYaml, events_of
from distancecli.documents.mending.entryline import EntryLine, upwards, written_by_hand
from distancecli.documents.mending.indents import indents, tabs
from distancecli.documents.mending.signs import LIKELY, SURE
from distancecli.documents.mending.slip import Finder, Slip
from distancecli.documents.mending.stumble import (
    Stumble,
    lines_of,
    stumble,
    unclear_problem,
)
from distancecli.documents.mending.texts import (
    long_text,
    open_quotes,
    remark_in_brackets,
    text_with_key,
    unquoted_text,
)
from distancecli.documents.plaindata import SYNTAX, PlainData
from distancecli.errors import FileProblems, Problem

MOST_SLIPS: Final = 50
MOST_READ: Final = 32_000_000
"""Characters that are read again in all, at most; a guide of some size has 150,000."""
LARGEST: Final = 2_000_000
"""Characters of a text in which slips are looked for."""
SECTION: Final = re.compile(r"[A-Za-z_]\w*:")
"""A line with which a section begins: what stands above it need not be read again."""
NEAR: Final = 4
FAR: Final = 40
"""Lines from where YAML stumbled up in which the slip may be; far ones, if it looks like one."""


class Try(Struct, frozen=True):
    """What comes of mending a slip: the lines without it, and where YAML stumbles next."""

    slip: Slip
    lines: list[str]
    error: Exception | None
    place: Stumble | None


class Mending:
    """Mends a text, slip by slip, until it can be read or nothing more is recognised."""

    def __init__(self, name: str, text: str):
        self._name, self._text = name, text
        self._lines = lines_of(text)
        self._written = self._lines
        self._left = MOST_READ if len(text) <= LARGEST else 0

    def problems_from(self, error: Exception) -> NotYaml:
        """All that is wrong with the text, where YAML says this of it first."""
        failed: Exception | None = error
        problems: list[Problem] = []
        mended, read = self._text, PlainData(self._name)
        while len(problems) < MOST_SLIPS and (tried := self._past(failed)):
            problems.append(self._problem(tried.slip))
            self._lines, failed = tried.lines, tried.error
            mended = "\n".join(self._lines)
        if failed:
            problems.append(unclear_problem(self._name, mended, failed))
        with suppress(FileProblems, *NOT_YAML):
            read.take(events_of(mended))
            return NotYaml([*problems, *read.problems], Document(self._name, read.data, mended))
        return NotYaml([*problems, *read.problems], None)

    def _problem(self, slip: Slip) -> Problem:
        column = _column_in(self._written[slip.line], self._lines[slip.line], slip.column)
        return Problem(self._name, slip.line + 1, column + 1, slip.message, SYNTAX)

    def _past(self, error: Exception | None) -> Try | None:
        """The slip that is in the way, mended."""
        place = stumble(self._lines, error)
        if place is None:
            return None
        return (
            self._further(self._lines, place, place)
            or self._first_of_two(place)
            or self._moved(self._lines, place, place)
        )

    def _further(self, lines: list[str], place: Stumble, than: Stumble) -> Try | None:
        """The likeliest slip around the place without which YAML gets further than that."""
        near = _lines_near(lines, place, NEAR)
        far = _lines_near(lines, place, FAR)

        def each_of(finder: Finder, numbers: list[int]) -> Iterator[Try]:
            slips = (slip for number in numbers for slip in finder(lines, number))
            return filter(_gets_further(than), (self._tried(lines, slip) for slip in slips))

        # Of quotes only those that somebody wrote: a mend can have put some around several lines.
        opened = (s for s in open_quotes(lines, place) if re.search("[\"']", self._written[s.line]))
        quotes = (self._tried(lines, slip) for slip in opened)
        return (
            next(filter(_gets_further(than), quotes), None)
            or max(each_of(tabs, near), key=_reach, default=None)
            or next(each_of(_sure_slips, far), None)
            or next(each_of(_likely_slips, near), None)
        )

    def _moved(self, lines: list[str], place: Stumble, than: Stumble) -> Try | None:
        """A line around the place that begins too far to the left or right."""
        near = [] if place.in_brackets else _lines_near(lines, place, NEAR)
        tries = (self._tried(lines, slip) for n in near for slip in indents(lines, n))
        return max(filter(_gets_further(than), tries), key=_reach, default=None)

    def _first_of_two(self, place: Stumble) -> Try | None:
        """One that is a slip by its looks, and another one beside it: both are in the way."""
        for number in _lines_near(self._lines, place, NEAR):
            for slip in _sure_slips(self._lines, number):
                tried = self._tried(self._lines, slip)
                if tried.place and (
                    self._further(tried.lines, tried.place, place)
                    or self._moved(tried.lines, tried.place, place)
                ):
                    return tried
        return None

    def _tried(self, before: list[str], slip: Slip) -> Try:
        lines = list(before)
        for number, line in slip.mended.items():
            lines[number] = line
        error = self._error_in(lines, slip.line)
        return Try(slip, lines, error, stumble(lines, error))

    def _error_in(self, lines: list[str], number: int) -> Exception | None:
        """Where YAML stumbles from the section on that has the line."""
        start = next((n for n in range(number, 0, -1) if SECTION.match(lines[n])), 0)
        rest = "\n".join(lines[start:])
        self._left -= len(rest)
        if self._left < 0:
            return ValueError()  # it would take too long
        try:
            for _ in events_of("\n" * start + rest):
                pass
        except NOT_YAML as error:
            return error
        return None


def _column_in(written: str, now: str, column: int) -> int:
    """Where in a line as it was written stands what has that column since slips in it are mended.

    They are mended from left to right, so what follows them is counted from the end.
    """
    if written[:column] == now[:column]:
        return column
    return len(written) - len(now) + column


def _gets_further(before: Stumble) -> Callable[[Try], bool]:
    def gets_further(tried: Try) -> bool:
        if tried.place is None:
            return tried.error is None
        if tried.slip.swallows:
            return tried.place.reach != before.reach
        if tried.slip.moves:
            return tried.place.line > max(before.line, tried.slip.line)
        # What it was reading then is read now, and something else is in the way on the same line.
        read = tried.slip.line == before.since != tried.place.since
        return tried.place.reach > before.reach or (read and tried.place.line == before.line)

    return gets_further


def _reach(tried: Try) -> tuple[float, float]:
    """How far YAML gets, and then how little the line was moved."""
    return tried.place.line if tried.place else float("inf"), -tried.slip.moves


def _lines_near(lines: list[str], place: Stumble, most: int) -> list[int]:
    """The lines in which the slip may be: where YAML stumbled, and what it was reading then."""
    numbers = dict.fromkeys([place.line, place.since, *upwards(lines, place.line, 2 * FAR)])
    worth = (n for n in numbers if written_by_hand(lines[n]) and not EntryLine(lines[n]).is_blank)
    return list(islice(worth, most))


def _sure_slips(lines: list[str], number: int) -> Iterator[Slip]:
    """Every slip that the line could have and that is one by its looks."""
    for finder in SURE:
        yield from finder(lines, number)


def _likely_slips(lines: list[str], number: int) -> Iterator[Slip]:
    """Every other one but for where the line begins, the likeliest first."""
    for finder in (*LIKELY, remark_in_brackets, unquoted_text, long_text, text_with_key):
        yield from finder(lines, number)
