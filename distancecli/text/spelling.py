"""Help with a misspelt name."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

MOST_COMPARED: Final = 300
"""Names; comparing takes time, and a file can be wrong in very many places."""
MOST_LISTED: Final = 40
LONGEST_MISSPELT: Final = 100
"""Characters; no name is so long that it was only misspelt."""
MOST_TOO_MANY: Final = 2
"""Letters at the end of a name that can be too many by a slip."""
SAYS_MORE: Final = re.compile(r"[\s!=<>&|,;]")
"""What stands between names, and in none."""
A_SLIP: Final = 0.9
"""How much of two names is the same where one letter is missing, from five letters on."""


def near_or_nothing(name: str, valid: Iterable[str]) -> str:
    """Words to follow a complaint: the nearest valid name, where one is near."""
    from difflib import get_close_matches  # few names are misspelt

    compared = islice(valid, MOST_COMPARED if len(name) <= LONGEST_MISSPELT else 0)
    near = [each for each in get_close_matches(name, list(compared)) if _could_be(name, each)]
    return f'; did you mean "{near[0]}"?' if near else ""


def _could_be(name: str, meant: str) -> bool:
    """Whether the one could be the other misspelt, and is not that with more said of it.

    In a rule "not_told" for "told" would turn it round, and "a or b" for "a" drop half of it.
    """
    if SAYS_MORE.search(name):
        return False
    if name in meant:  # its beginning alone is all right; its end could be "safe" for "unsafe"
        return meant.startswith(name)
    return meant not in name or (name.startswith(meant) and len(name) - len(meant) <= MOST_TOO_MANY)


def slips_of(name: str, valid: Iterable[str]) -> list[str]:
    """The valid names of which this is one with a slip of the fingers.

    That is a letter too few or too many, or letters that changed places. In short names another
    letter makes another name: Iceland is not Ireland.
    """
    from difflib import SequenceMatcher

    compared = islice(valid, MOST_COMPARED if len(name) <= LONGEST_MISSPELT else 0)
    return [
        each
        for each in compared
        if SequenceMatcher(None, name, each).ratio() >= A_SLIP or sorted(name) == sorted(each)
    ]


def suggestion(name: str, valid: Iterable[str]) -> str:
    """Words to follow a complaint: the nearest valid name, or else all of them."""
    names = list(valid)
    everything = f"; there is: {listed(names)}" if names else ""
    return near_or_nothing(name, names) or everything


def counted(number: int, word: str) -> str:
    """So many of what the word names, as in "1 text", "2 texts" or "no texts"."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def listed(valid: Iterable[str]) -> str:
    """The names one after the other, or the first of them where there are very many."""
    names = list(valid)
    more = f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    return ", ".join(names[:MOST_LISTED]) + more
