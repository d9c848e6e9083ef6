"""The help lines of a guide, picked by kind and country and put into words."""

from collections.abc import Iterator, Sequence

from distancecli.guide.support import Country, Support, SupportLine


def lines_of(support: Support, kinds: Sequence[str], country: str | None) -> tuple[str, ...]:
    """The lines of those kinds for one country and for anywhere; for None, of every country.

    There may be none: then nothing is to be said of them.
    """
    if country is None:
        every = (support.anywhere, *support.countries.values())
        named = ((each.name, line) for each in every for line in _of_kinds(each, kinds))
        return tuple(f"{name}: {in_words(line)}" for name, line in named)
    places = (support.countries[country], support.anywhere)
    return tuple(in_words(line) for place in places for line in _of_kinds(place, kinds))


def in_words(line: SupportLine) -> str:
    """A help line as text: who it is, how to reach them, and when."""
    reach = ", ".join(part for part in (line.number, line.web) if part)
    hours = f" ({line.hours})" if line.hours else ""
    return f"{line.name}: {reach}{hours}"


def kinds_for(support: Support, country: str | None) -> frozenset[str]:
    """The kinds of which a reader in the country is shown a line; for None, any reader."""
    countries = support.countries
    places = countries.values() if country is None else (countries[country],)
    return frozenset(line.kind for place in (support.anywhere, *places) for line in place.lines)


def countries_without(support: Support, kind: str) -> tuple[str, ...]:
    """The codes of the countries whose readers are shown no line of the kind."""
    return tuple(code for code in support.countries if kind not in kinds_for(support, code))


def _of_kinds(country: Country, kinds: Sequence[str]) -> Iterator[SupportLine]:
    return (line for kind in kinds for line in country.lines if line.kind == kind)
