"""What a slip is, and what its finders share.

A finder looks at one line and says what could be a slip there. Whether it is one is tried by
`mend`, so a finder may be wrong; what it says must not be, where it is right.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

IN_QUOTES: Final = "put the text in double quotes"
PUT_ONE_IN: Final = "put one in"


class Slip(Struct, frozen=True):
    """A slip in a line, counted from 0, and the lines that are other without it."""

    line: int
    column: int
    message: str
    mended: dict[int, str]
    swallows: bool = False
    """Whether lines below were taken for a part of it, so that YAML stumbled far from here."""
    moves: int = 0
    """By how many spaces the line is put to the left or right, where that is all."""


Finder = Callable[[list[str], int], Iterator[Slip]]
"""Takes all the lines and the number of one of them."""


def quoted(text: str) -> str:
    """The text in double quotes, for YAML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def is_key(lines: list[str], word: str) -> bool:
    """Whether the word is the key of some entry."""
    key = re.compile(rf"(?: *(?:- +)*|.*[{{,] *){re.escape(word)}:(?: |$)")
    return any(key.match(line) for line in lines)
