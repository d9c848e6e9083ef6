"""What is wrong with plain data: where in it, what, and how grave that is."""

from collections.abc import Mapping

from msgspec import Struct

from distancecli.documents.plaindata import Place
from distancecli.errors import Severity


class Fault(Struct, frozen=True):
    """One thing that is wrong with plain data, or could be better."""

    place: Place
    """The entry that it is about."""
    message: str
    code: str
    """Its kind in one word, for editors and other programs."""
    severity: Severity = "error"
    table: tuple[str, ...] = ()
    """Lines that show more than the message can say in one."""
    example: Mapping[str, frozenset[str]] | None = None
    """The answers of a smallest reader for whom it is wrong."""
    at_text: bool = False
    """Whether it is told where the text of the entry begins, and not where its key stands."""
