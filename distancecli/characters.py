"""Characters that could act on a terminal, or make text look like other text."""

import unicodedata
from typing import Final

REORDERING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""The bidirectional classes of Unicode that turn the order of letters round."""


def is_harmful(character: str) -> bool:
    """Whether the character controls a terminal, breaks a line or reorders text."""
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in REORDERING


def first_harmful(text: str) -> str | None:
    """The first such character by name, or None; line feeds are let through."""
    if text.isprintable() and text.isascii():
        return None
    for character in text:
        if character != "\n" and is_harmful(character):
            return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    return None


def made_visible(text: str) -> str:
    """The text with every such character written out, as in ``\\x1b``; line feeds stay."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if character != "\n" and is_harmful(character)
        else character
        for character in text
    )
