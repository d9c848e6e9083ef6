"""The help lines of a guide, by country, as they stand in its file."""

from distancecli.guide.parts import Part, Words


class SupportLine(Part, frozen=True):
    """Someone to call, text or look up, with the published page where that was seen."""

    kind: Words
    """Which of the `kinds` it is: a text that names the kind lists the line."""
    name: Words
    """Who answers, and for whom, as readers see it."""
    number: str = ""
    """What to call or text, as one types it in that country."""
    web: str = ""
    """An address without https://, short enough to type."""
    hours: str = ""
    """When somebody answers, or "hours not known": nobody should call in vain at night."""
    source: str = ""
    """The page on which the line was seen, for whoever checks it next; readers never see it."""
    unconfirmed: bool = False
    """The page is old, or not the owner's: somebody should ring before others rely on it.
    `check` lists such lines."""


class Country(Part, frozen=True):
    """A country's name and its support lines."""

    name: Words
    """How readers know the country; it can be typed after --country."""
    lines: tuple[SupportLine, ...]
    """Its help lines; of one kind, the best comes first."""
    also: tuple[Words, ...] = ()
    """Other names that people know it by."""


class Support(Part, frozen=True):
    """The support lines by country code, and those that serve anywhere."""

    checked: Words
    """When the lines were last looked at, as readers are told: a month and a year."""
    kinds: dict[Words, Words]
    """A heading for each kind of line, in the order in which they are shown."""
    anywhere: Country
    """Lines for people in every country, below those of their own."""
    countries: dict[Words, Country]
    """The countries that have lines of their own, each by its code of two letters."""
