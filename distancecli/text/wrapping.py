"""Wraps text by words, counted in the columns that they take on a screen."""

import re
import textwrap
from typing import Final

GLUE: Final = "\x7f"
"""Stands for a space that is no place to break; no text of a guide can hold it."""
NO_BREAK: Final = "\u00a0"
GAP: Final = "   "
BETWEEN_DIGITS: Final = re.compile(r"(?<=\d) (?=\d)")


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text as lines of at most `width` columns, led in by `first` and then by `rest`.

    Without `rest`, the lines after the first are indented by as much as `first` takes. A word is
    broken only where it is longer than a line, and the digits of a phone number stay together.
    Line feeds in the text stay.
    """
    hang = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in BETWEEN_DIGITS.sub(GLUE, text).split("\n"):
        lead = hang if lines else first
        lines.extend(_wrapped(paragraph, max(width, columns(lead) + 2), lead, hang) or [lead])
    return [line.replace(GLUE, " ") for line in lines]


def wrap_items(text: str, width: int) -> list[str]:
    """Like `wrap`, for items with wide gaps between them: a line ends between two items."""
    lines: list[str] = []
    for item in text.split(GAP):
        if lines and columns(lines[-1] + GAP + item) <= width:
            lines[-1] += GAP + item
        else:
            lines.extend(wrap(item, width))
    return lines


def _wrapped(text: str, width: int, first: str, hang: str) -> list[str]:
    if text.isascii():
        return textwrap.wrap(
            text, width, initial_indent=first, subsequent_indent=hang, break_on_hyphens=False
        )
    import wcwidth  # only for a guide that needs it: it takes as long as all the rest of a page

    # It counts no column for the glue, and one for a space that is no place to break.
    whole = text.replace(GLUE, NO_BREAK)
    lines = wcwidth.wrap(
        whole, width, initial_indent=first, subsequent_indent=hang, break_on_hyphens=False
    )
    return [line.replace(NO_BREAK, " ") for line in lines]


def columns(text: str) -> int:
    """How many columns the text takes on a screen."""
    if text.isascii():
        return len(text)
    import wcwidth

    return max(wcwidth.wcswidth(text), 0)


def padded(text: str, width: int) -> str:
    """The text with blanks behind it, so that it takes that many columns or more."""
    return text + " " * (width - columns(text))
