"""The help lines of a guide, picked by kind and country and put into words."""

from collections.abc import Iterable, Iterator

from distancecli.guide.model import Country, Guide, Support, SupportLine


def lines_of(guide: Guide, kinds: Iterable[str], country: str | None) -> tuple[str, ...]:
    """The lines of those kinds for one country and for anywhere; for None, of every country."""
    wanted = tuple(kinds)
    if not wanted:
        return ()
    if country is None:
        return tuple(_lines_of_all(guide, wanted))
    found = [in_words(line) for line in _of_kinds(guide.support.countries[country], wanted)]
    found += [in_words(line) for line in _of_kinds(guide.support.anywhere, wanted)]
    name = guide.support.countries[country].name
    return tuple(found) or (guide.labels.no_line.format(country=name),)


def in_words(line: SupportLine) -> str:
    """A help line as text: who it is, how to reach them, and when."""
    reach = ", ".join(part for part in (line.number, line.web) if part)
    hours = f" ({line.hours})" if line.hours else ""
    return f"{line.name}: {reach}{hours}"


def _lines_of_all(guide: Guide, kinds: tuple[str, ...]) -> Iterator[str]:
    for country in (guide.support.anywhere, *guide.support.countries.values()):
        for line in _of_kinds(country, kinds):
            yield f"{country.name}: {in_words(line)}"


def countries_without(support: Support, kind: str) -> tuple[str, ...]:
    """The codes of the countries whose readers are shown no line of the kind."""
    anywhere = tuple(_of_kinds(support.anywhere, (kind,)))
    return tuple(
        code
        for code, country in support.countries.items()
        if not (anywhere or tuple(_of_kinds(country, (kind,))))
    )


def _of_kinds(country: Country, kinds: tuple[str, ...]) -> Iterator[SupportLine]:
    return (line for kind in kinds for line in country.lines if line.kind == kind)


def by_kind(guide: Guide, country: Country) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A country's lines under the heading of their kind, in the guide's order of kinds."""
    for kind, heading in guide.support.kinds.items():
        lines = tuple(in_words(line) for line in _of_kinds(country, (kind,)))
        if lines:
            yield heading, lines
