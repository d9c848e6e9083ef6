"""A line of YAML as somebody wrote it: how it is indented, its dashes and key, and its texts."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from msgspec import Struct

BLANKS: Final = " \t\u00a0\u2000-\u200b\u202f\u3000"
"""What looks like a space, for a pattern."""
SPLIT: Final = re.compile(
    rf"(?P<indent>[{BLANKS}]*)(?P<dashes>(?:-[{BLANKS}]+)*)"
    rf"(?:(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*'):(?:[{BLANKS}]+|$))?(?P<value>.*)"
)
BLOCK: Final = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(#.*)?$")
"""What begins a text of lines of its own."""
IN_BRACES: Final = re.compile(r"(?:[{\[,] *)+[A-Za-z_][\w-]*: +")
LONGEST_LINE: Final = 2_000
"""Characters of a line in which slips are looked for: nobody writes a longer one by hand."""


class Written(Struct, frozen=True):
    """A text on a line, and where it starts there."""

    start: int
    text: str
    in_brackets: bool = False

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def put(self, line: str, text: str) -> str:
        """The line with that text in its place."""
        return line[: self.start] + text + line[self.end :]


class EntryLine:
    """One line; `column` is where its first word stands behind the dashes."""

    def __init__(self, line: str):
        found = SPLIT.match(line)
        assert found  # each part may be empty
        self.line = line
        self.indent = len(found["indent"])
        self.column = found.end("dashes")
        self.dashes, self.key = found["dashes"], found["key"] or ""
        self._start = found.start("value")

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it, or a remark alone."""
        return not self.line.strip() or self.line.lstrip().startswith("#")

    @property
    def value(self) -> str:
        """What stands behind the key, or behind the dashes where there is none."""
        return self.line[self._start :]

    def texts(self) -> Iterator[Written]:
        """What stands behind each key, in brackets too."""
        text = self.value.rstrip()
        if not text or BLOCK.match(text):
            return
        yield self._written(self._start, len(self.line))
        if text.startswith(("{", "[")):
            yield from self._in_brackets(self._start)

    def _in_brackets(self, start: int) -> Iterator[Written]:
        pairs = list(IN_BRACES.finditer(self.line, start))
        for pair, following in zip_longest(pairs, pairs[1:]):
            end = following.start() if following else len(self.line)
            yield self._written(pair.end(), end, in_brackets=True)
        if self.line[start] == "[":
            yield from self._listed(start + 1)

    def _listed(self, start: int) -> Iterator[Written]:
        for each in re.finditer(r"[^,]+", self.line[start:]):
            yield self._written(start + each.start(), start + each.end(), in_brackets=True)

    def _written(self, start: int, end: int, *, in_brackets: bool = False) -> Written:
        text = self.line[start:end]
        start += len(text) - len(text.lstrip(" "))
        text = text.strip(" \r")
        if text[:1] not in ("'", '"'):  # a remark ends what has no quotes
            text = re.sub(r"[ \t]+#.*", "", text)
        return Written(start, text, in_brackets)


def upwards(lines: list[str], start: int, most: int) -> Iterator[int]:
    """The lines from there up that somebody may have written by hand, out of as many as that."""
    for number in range(min(start, len(lines) - 1), max(start - most, -1), -1):
        if written_by_hand(lines[number]):
            yield number


def written_by_hand(line: str) -> bool:
    """Whether the line is not so long that a program must have written it."""
    return len(line) <= LONGEST_LINE
