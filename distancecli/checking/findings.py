"""What a check finds: where, how grave, what is wrong, and a reader who shows it."""

from enum import StrEnum

from msgspec import Struct

from distancecli.documents.plaindata import Place
from distancecli.guide.answers import Answers


class Severity(StrEnum):
    """Whether a finding fails the check."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Struct, frozen=True):
    """One thing that is wrong with a guide, or could be better."""

    place: Place
    """The entry of the guide that it is about."""
    message: str
    code: str
    """Its kind in one word, for editors and other programs."""
    severity: Severity = Severity.ERROR
    table: tuple[str, ...] = ()
    """Lines that show more than the message can say in one."""
    example: Answers | None = None
    """The answers of a smallest reader for whom it is wrong."""
