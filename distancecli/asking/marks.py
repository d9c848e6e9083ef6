"""The marks of a page: what points, what is marked and how far it is, in letters the output has."""

from typing import Final

from msgspec import Struct
from msgspec.structs import astuple

NO_FONT: Final = "linux"
"""The terminal whose own font has few of these marks, whatever its encoding."""


class Marks(Struct, frozen=True):
    """One set of marks; the same ones take the same columns, so that nothing moves with them."""

    pointer: str
    other: str
    chosen: str
    """Before what was not chosen, and what was, where one choice is an answer."""
    unmarked: str
    marked: str
    """The same where several may be marked."""
    done: str
    to_go: str
    """What a line of progress is made of."""


ASCII: Final = Marks(">", "( )", "(x)", "[ ]", "[x]", "=", "-")
UNICODE: Final = Marks("\u276f", "○", "●", "☐", "☑", "━", "─")
"""Each takes one column: a page is laid out with them before anything can measure text."""


def marks_for(encoding: str | None, term: str | None) -> Marks:
    """The marks that can be written in the encoding, on a terminal of that kind."""
    if encoding is None or term == NO_FONT:
        return ASCII
    try:
        for mark in astuple(UNICODE):
            mark.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE
