"""What all the parts of a guide file have in common."""

from typing import Annotated, Final, TypeVar

from msgspec import Meta, Struct

T = TypeVar("T")
NonEmpty = Annotated[tuple[T, ...], Meta(min_length=1)]
"""A list that is not empty."""

Words = Annotated[str, Meta(min_length=1)]
"""A text that is not empty."""

LEAST_WORDS: Final = 5
"""What a sentence may have however short a guide wants them; hardly any has fewer."""
WordCount = Annotated[int, Meta(ge=LEAST_WORDS)]
"""How many words a sentence may have."""

SafeFor = tuple[Words, ...]
"""The groups of guarded readers for whom an entry is safe. A reader in two needs both of them."""
Topics = str | tuple[Words, ...]
"""What a text speaks of, in one word or in several; empty for nothing of note."""


def each_topic(topics: Topics) -> tuple[str, ...]:
    """The topics one by one."""
    return (topics,) if isinstance(topics, str) and topics else tuple(topics)


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of everything in a guide file: frozen, and refusing fields it does not know."""


def holds(*placeholders: str) -> frozenset[str]:
    """The placeholders that a label is to hold, and no others."""
    return frozenset(placeholders)
