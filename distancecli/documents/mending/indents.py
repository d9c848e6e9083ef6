"""Lines that begin too far to the left or right, or with a tab."""

from collections.abc import Iterator
from typing import Final

from distancecli.documents.mending.entryline import EntryLine, upwards
from distancecli.documents.mending.slip import Slip
from distancecli.text.spelling import counted

AROUND: Final = 20
"""Lines above one, and below it; among them is mostly the entry that it belongs to."""
MOST_ASIDE: Final = 3
"""Spaces; a line that is further from where its neighbours begin was put there on purpose."""


def tabs(lines: list[str], number: int) -> Iterator[Slip]:
    """The line with as many spaces as its neighbours where a tab stands before it."""
    line = lines[number]
    bare = line.lstrip(" \t")
    if "\t" in line[: len(line) - len(bare)]:
        widths = _widths_near(lines, number)
        for width in (*widths, *(width + 2 for width in widths)):
            yield Slip(number, 0, "a tab stands here; use spaces", {number: " " * width + bare})


def indents(lines: list[str], number: int) -> Iterator[Slip]:
    """The line as far to the right as one of its neighbours."""
    bare = lines[number].lstrip(" ")
    has = len(lines[number]) - len(bare)
    for width in _widths_near(lines, number):
        if 0 < abs(width - has) <= MOST_ASIDE:
            said = f"this line begins with {counted(has, 'space')}, its neighbours with {width}"
            mended = {number: " " * width + bare}
            yield Slip(number, has, f"{said}; give it as many", mended, moves=abs(width - has))


def _widths_near(lines: list[str], number: int) -> list[int]:
    """How far to the right the entries around a line begin, and what stands behind their dashes.

    The nearest come first, and of two the one below: above can stand what is deeper in another
    field.
    """
    below = range(number + 1, min(number + AROUND, len(lines)))
    around = sorted((*below, *upwards(lines, number - 1, AROUND)), key=lambda n: abs(n - number))
    near = [EntryLine(lines[n]) for n in around]
    widths = [width for each in near if not each.is_blank for width in (each.indent, each.column)]
    return list(dict.fromkeys(widths))
