"""Help with a misspelt name."""

from collections.abc import Iterable
from difflib import get_close_matches


def near_or_nothing(name: str, valid: Iterable[str]) -> str:
    """Words to follow a complaint: the nearest valid name, where one is near."""
    near = get_close_matches(name, list(valid), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def suggestion(name: str, valid: Iterable[str]) -> str:
    """Words to follow a complaint: the nearest valid name, or else all of them."""
    names = list(valid)
    everything = f"; there is: {', '.join(names)}" if names else ""
    return near_or_nothing(name, names) or everything
