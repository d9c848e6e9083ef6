"""Help with a misspelt name."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggestion(name: str, valid: Iterable[str]) -> str:
    """Words to follow a complaint: the nearest valid name, or else all of them."""
    names = list(valid)
    if near := get_close_matches(name, names, n=1):
        return f'; did you mean "{near[0]}"?'
    return f"; there is: {', '.join(names)}" if names else ""
