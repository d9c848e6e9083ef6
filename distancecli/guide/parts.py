"""What all the parts of a guide file have in common."""

from typing import Annotated, TypeVar

from msgspec import Meta, Struct

T = TypeVar("T")
NonEmpty = Annotated[tuple[T, ...], Meta(min_length=1)]
"""A list that is not empty."""

Words = Annotated[str, Meta(min_length=1)]
"""A text that is not empty."""


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of everything in a guide file: frozen, and refusing fields it does not know."""
