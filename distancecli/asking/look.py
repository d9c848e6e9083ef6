"""How the parts of a page look: one accent, weight and dimness, from the terminal's own colours.

A colour of the sixteen is one that the reader's light or dark theme has made readable. Nothing is
said by the look alone: without colour every part still differs by its words, marks and place.
"""

import os
from collections.abc import Iterable
from typing import Final

ACCENT: Final = "ansimagenta"

STYLES: Final = {
    "heading": f"bold {ACCENT}",
    "ask": "bold",
    "pointer": f"bold {ACCENT}",
    "active": f"bold {ACCENT}",
    "mark": ACCENT,
    "keys": "dim",
    "progress": "dim",
    "more": "italic",
    "said": "bold",
}
"""The style of each part of a page, by its role, in the words of prompt_toolkit."""

CODES: Final = {ACCENT: "35", "bold": "1", "dim": "2", "italic": "3"}
"""The same words as a terminal takes them (SGR), for what is drawn without prompt_toolkit."""


def wants_colour() -> bool:
    """Whether the environment leaves colour on: NO_COLOR, as prompt_toolkit reads it."""
    return not os.environ.get("NO_COLOR")


def painted(parts: Iterable[tuple[str, str]], colour: bool) -> str:
    """The roles and texts of a line as one text, looking as prompt_toolkit will show them."""
    return "".join(_painted(role, text, colour) for role, text in parts)


def _painted(role: str, text: str, colour: bool) -> str:
    words = STYLES.get(role, "").split()
    codes = ";".join(CODES[word] for word in words if colour or word != ACCENT)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text
