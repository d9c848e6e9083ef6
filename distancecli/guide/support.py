"""The help lines of a guide, by country, as they stand in its file."""

from distancecli.guide.parts import Part, Words


class SupportLine(Part, frozen=True):
    """Someone to call, text or look up, with the published page where that was seen."""

    kind: Words
    name: Words
    number: str = ""
    web: str = ""
    hours: str = ""
    source: str = ""
    unconfirmed: bool = False
    """The page is old, or not the owner's: somebody should ring before others rely on it."""


class Country(Part, frozen=True):
    """A country's name and its support lines."""

    name: Words
    lines: tuple[SupportLine, ...]
    also: tuple[Words, ...] = ()
    """Other names that people know it by."""


class Support(Part, frozen=True):
    """The support lines by country code, and those that serve anywhere."""

    checked: Words
    kinds: dict[Words, Words]
    """A heading for each kind of line, in the order in which they are shown."""
    anywhere: Country
    countries: dict[Words, Country]
