"""All the slips of a text that is not YAML: each is found, mended in memory, and read past.

YAML stops at the first place that it does not understand, and that is often not the place of the
slip. So each slip that could be meant around there is mended for a try, and is told only if YAML
then gets further. The mends keep the lines as they are counted.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Final

import yaml
from msgspec import Struct

from distancecli.documents.entryline import EntryLine
from distancecli.documents.plaindata import SYNTAX, PlainData
from distancecli.documents.slips import IN_QUOTES, Slip, closing_quote, in_quotes, is_key, slips_in
from distancecli.documents.stumble import Stumble, stumble, unclear_problem
from distancecli.errors import FileProblems, Problem

MOST_SLIPS: Final = 50
MOST_READ: Final = 32_000_000
"""Characters that are read again in all, at most; a guide of some size has 150,000."""
LARGEST: Final = 2_000_000
"""Characters of a text in which slips are looked for."""
FAR: Final = 400
"""Lines; a quote that is opened further above than that is not looked for."""
SECTION: Final = re.compile(r"[A-Za-z_]\w*:")

Events = Callable[[str], Iterator[yaml.Event]]


class Try(Struct, frozen=True):
    """What comes of mending a slip: the lines without it, and where YAML stumbles next."""

    slip: Slip
    lines: list[str]
    error: Exception | None
    place: Stumble | None


class Mending:
    """Mends a text, slip by slip, until it can be read or nothing more is recognised."""

    def __init__(self, name: str, text: str, events: Events, not_yaml: tuple[type[Exception], ...]):
        self._name, self._events, self._not_yaml = name, events, not_yaml
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._left = MOST_READ if len(text) <= LARGEST else 0
        self.problems: list[Problem] = []

    def problems_from(self, error: Exception) -> list[Problem]:
        """What is wrong with the text, where YAML says this of it first."""
        failed: Exception | None = error
        while failed and len(self.problems) < MOST_SLIPS:
            tried = self._past(failed)
            if tried is None:
                self.problems.append(unclear_problem(self._name, "\n".join(self.lines), failed))
                break
            slip, self.lines, failed = tried.slip, tried.lines, tried.error
            where = (slip.line + 1, slip.column + 1)
            self.problems.append(Problem(self._name, *where, slip.message, SYNTAX))
        return [*self.problems, *self._strictly_wrong()]

    def _strictly_wrong(self) -> list[Problem]:
        """What is YAML by now, and not the strict kind."""
        read = PlainData(self._name)
        with suppress(FileProblems, *self._not_yaml):
            read.take(self._events("\n".join(self.lines)))
        return read.problems

    def _past(self, error: Exception) -> Try | None:
        """The slip that is in the way, mended."""
        place = stumble(self.lines, error)
        if place is None:
            return None
        near = list(_lines_near(self.lines, place))
        surest = (slip for number in near for slip in slips_in(self.lines, number))
        slips = chain(_open_quotes(self.lines, place), surest)
        if first := next(filter(_gets_further(place), map(self._tried, slips)), None):
            return first
        indents = (slip for number in near for slip in _indents(self.lines, number))
        further = filter(_gets_further(place), map(self._tried, indents))
        return max(further, key=lambda each: _reach(each.place), default=None)

    def _tried(self, slip: Slip) -> Try:
        lines = list(self.lines)
        for number, line in slip.mended.items():
            lines[number] = line
        error = self._error_in(lines, min(slip.mended))
        return Try(slip, lines, error, error and stumble(lines, error))

    def _error_in(self, lines: list[str], number: int) -> Exception | None:
        """Where YAML stumbles from the section on that has the line."""
        start = next((n for n in range(number, 0, -1) if SECTION.match(lines[n])), 0)
        rest = "\n".join(lines[start:])
        self._left -= len(rest)
        if self._left < 0:
            return ValueError("too long to try")
        try:
            for _ in self._events("\n" * start + rest):
                pass
        except self._not_yaml as error:
            return error
        return None


def _gets_further(before: Stumble) -> Callable[[Try], bool]:
    def gets_further(tried: Try) -> bool:
        if tried.error is None or tried.place is None:
            return tried.error is None
        if tried.slip.swallows:
            return tried.place.line > tried.slip.line and tried.place.reach != before.reach
        return tried.place.reach > before.reach

    return gets_further


def _reach(place: Stumble | None) -> tuple[float, ...]:
    return place.reach if place else (float("inf"),)


def _lines_near(lines: list[str], place: Stumble) -> Iterator[int]:
    """The lines in which the slip may be: where YAML stumbled, and what it was reading then."""
    last = min(place.line, len(lines) - 1)
    above = [n for n in range(last - 1, max(last - 12, -1), -1) if not EntryLine(lines[n]).is_blank]
    yield from dict.fromkeys([last, place.since, *above[:2]])


def _open_quotes(lines: list[str], place: Stumble) -> Iterator[Slip]:
    """Quotes that are not closed on their line, while the next line begins an entry."""
    for number in range(min(place.line, len(lines) - 1), max(place.line - FAR, -1), -1):
        for text in EntryLine(lines[number]).texts():
            opened = text.text[:1] in ("'", '"') and not closing_quote(text.text)
            if opened and _is_followed_by_entry(lines, number):
                said = "the quote opened here is never closed; close it, or put the whole text in"
                mended = text.put(lines[number], in_quotes(text.text))
                yield Slip(number, text.start, f"{said} double quotes", {number: mended}, True)


def _is_followed_by_entry(lines: list[str], number: int) -> bool:
    following = (EntryLine(line) for line in lines[number + 1 : number + 12])
    first = next((entry for entry in following if not entry.is_blank), None)
    return first is None or bool(first.dashes) or (first.key != "" and is_key(lines, first.key))


def _indents(lines: list[str], number: int) -> Iterator[Slip]:
    """The line as far to the right as one of its neighbours."""
    line = lines[number]
    bare = line.lstrip(" \t")
    has = len(line) - len(bare)
    around = [*range(number - 1, number - 4, -1), *range(number + 1, number + 4)]
    near = [EntryLine(lines[n]) for n in around if 0 <= n < len(lines)]
    wanted = [width for each in near if not each.is_blank for width in (each.indent, each.column)]
    for width in dict.fromkeys(wanted):
        if "\t" in line[:has]:
            said = "a tab stands here; use spaces"
        elif width == has or abs(width - has) > 3:
            continue
        else:
            said = f"this line begins with {_spaces(has)}, its neighbours with {width}; give it as many"
        yield Slip(number, has if "\t" not in line[:has] else 0, said, {number: " " * width + bare})


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count or 'no'} spaces"
