"""Lines of text on a terminal, wrapped for its window."""

from typing import Final

from distancecli.system.terminal import Terminal
from distancecli.text.wrapping import wrap

WIDEST: Final = 80
"""Columns; longer lines are hard to read."""


def widest(columns: int) -> int:
    """The columns that text may take; one is left free, as some terminals wrap there."""
    return max(min(columns - 1, WIDEST), 4)


def say(terminal: Terminal, text: str, lead: str = "") -> None:
    """Writes the text as whole lines; `lead` stands before it."""
    width = widest(terminal.size().columns)
    terminal.write("\n".join(wrap(text, width, lead)) + "\n")
