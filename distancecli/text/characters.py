"""Characters that could act on a terminal, or make text look like other text."""

import re
from typing import Final

CONTROLS: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
"""Those of both halves of Latin-1 but for tab, line feed and carriage return; and surrogates."""
INVISIBLE: Final = r"\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
"""Other line ends, what turns letters round, the byte order mark, and what is no character."""

CURLY_QUOTES: Final = r"\u2018-\u201f"
OTHER_DASHES: Final = r"\u2010-\u2015\u2212"
"""What word processors put in the place of straight quotes and of -, for a pattern."""
BULLETS: Final = "*\u2022\u00b7\u25aa\u25e6\u2023\u25cf"
"""What they put in the place of the - of a list."""

HIDDEN: Final = f"[{CONTROLS}{INVISIBLE}]"
"""A pattern of what may stand nowhere in a file, remarks included."""
HARMFUL: Final = f"[\t\r{CONTROLS}{INVISIBLE}]"
"""A pattern of what may stand in no text, and reaches no terminal; a line feed may."""

NAMES: Final = {
    "\t": "a tab",
    "\r": "a carriage return",
    "\x1b": "an escape character",
    "\ufeff": "a byte order mark",
}
CUT: Final = " [...] "


def first_harmful(text: str) -> str | None:
    """The first harmful character by name, or None."""
    if text.isprintable():  # so nearly every text is, and this is the quicker way to know
        return None
    found = re.search(HARMFUL, text)
    return name_of(found[0]) if found else None


def name_of(character: str) -> str:
    """The character by its number, and by its name where it has one."""
    import unicodedata  # a table that few runs look into

    name = NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def made_visible(text: str) -> str:
    """The text with every harmful character written out, as in ``\\x1b``; line feeds stay."""
    return re.sub(HARMFUL, _written_out, text)


def on_one_line(text: str) -> str:
    """The same with line feeds written out too."""
    return made_visible(text).replace("\n", "\\n")


def shortened(line: str, most: int) -> str:
    """The line, without its middle where it is far too long."""
    half = (most - len(CUT)) // 2
    return line if len(line) <= most else line[:half] + CUT + line[-half:]


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
