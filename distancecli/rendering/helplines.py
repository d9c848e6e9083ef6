"""The help lines as sections: of every country, or of the one that somebody named."""

from collections.abc import Iterator
from typing import Final

from distancecli.guide.countries import country_named, country_nearly_named
from distancecli.guide.model import Guide
from distancecli.guide.support import Country
from distancecli.interview.support import in_words
from distancecli.rendering.section import Block, Section
from distancecli.text.characters import on_one_line, shortened

LONGEST_TYPED: Final = 60
"""Characters that are repeated of what somebody typed for a country."""


def support_outline(guide: Guide, *said: str) -> Iterator[Section]:
    """The lines of every country, and those that serve anywhere; `said` stands above and below."""
    countries = guide.support.countries
    yield _top(guide, *said)
    for code in countries:
        yield from _country(guide, code)
    yield from _anywhere(guide)
    # On a terminal this is what stays in sight of a long list.
    one = [guide.labels.support_one.format(country=each.name) for each in countries.values()]
    yield _foot(guide, *one[:1], *said)


def lines_for(guide: Guide, typed: str, *said: str) -> Iterator[Section]:
    """The lines of the country that somebody named, and those that serve anywhere.

    Whoever types this may be in need, so that no name is refused.
    """
    support, labels = guide.support, guide.labels
    shown = shortened(on_one_line(typed), LONGEST_TYPED)
    if code := country_named(support, typed):
        yield from _one(guide, code, *said)
    elif code := country_nearly_named(support, typed):
        likely = labels.likely_country.format(typed=shown, country=support.countries[code].name)
        yield from _one(guide, code, *said, likely)
    else:
        yield _top(guide, *said, labels.unknown_country.format(typed=shown))
        yield from _anywhere(guide)
        yield from _names(guide)
        yield _foot(guide, *said)


def _one(guide: Guide, code: str, *said: str) -> Iterator[Section]:
    yield _top(guide, *said)
    yield from _country(guide, code)
    yield from _anywhere(guide)
    # Below as well: on a terminal the top of a long list is soon out of sight.
    yield _foot(guide, *said)


def _top(guide: Guide, *said: str) -> Section:
    texts = (*said, guide.labels.support_intro)
    return Section("title", guide.labels.support_title, _texts(*texts))


def _country(guide: Guide, code: str) -> Iterator[Section]:
    country = guide.support.countries[code]
    return lines_of_place(guide, f"{country.name} ({code})", country)


def _anywhere(guide: Guide) -> Iterator[Section]:
    return lines_of_place(guide, guide.support.anywhere.name, guide.support.anywhere)


def lines_of_place(guide: Guide, heading: str, country: Country) -> Iterator[Section]:
    """A country's lines, each kind of them under its heading; nothing where it has none."""
    blocks: list[Block] = []
    for kind, title in guide.support.kinds.items():
        lines = [Block("item", in_words(each)) for each in country.lines if each.kind == kind]
        blocks += [Block("label", title), *lines] if lines else []
    if blocks:
        yield Section("step", heading, tuple(blocks))


def _names(guide: Guide) -> Iterator[Section]:
    """The countries that have lines, by name; nothing where the guide has none."""
    names = [country.name for country in guide.support.countries.values()]
    if names:
        yield Section("step", guide.labels.known_countries, _texts(", ".join(names)))


def _foot(guide: Guide, *said: str) -> Section:
    checked = guide.labels.support_checked.format(checked=guide.support.checked)
    return Section("foot", "", _texts(*said, checked))


def _texts(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("text", text) for text in texts)
