"""The countries of a guide: which one somebody means by what they typed, and their help lines."""

import re
from collections.abc import Iterator
from typing import Final

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.support import Country, Support, SupportLine
from distancecli.text.spelling import slips_of

MARKS: Final = re.compile("[.'\u2019\u0300-\u036f]")
"""What is left out of a name, such as the accents of letters and the dots of U.K."""
NO_LETTERS: Final = re.compile(r"[\W_]+")
CODE: Final = re.compile("[A-Z]{2}")
"""A country by its code (ISO 3166)."""
ARTICLE: Final = re.compile(r"^the (?=.)")


def plain(name: str) -> str:
    """The name as it is compared: without capitals, accents, dots and "the"."""
    from unicodedata import normalize  # a table that few runs look into

    bare = MARKS.sub("", normalize("NFKD", name)).casefold()
    return ARTICLE.sub("", NO_LETTERS.sub(" ", bare).strip())


def country_named(support: Support, typed: str) -> str | None:
    """The code of the country that has just this name or code, or None."""
    return _codes(support).get(plain(typed))


def country_nearly_named(support: Support, typed: str) -> str | None:
    """The code of the only country that has a name much like this, or None."""
    codes = _codes(support)
    near = {codes[name] for name in slips_of(plain(typed), codes)}
    return near.pop() if len(near) == 1 else None


def _codes(support: Support) -> dict[str, str]:
    return {
        plain(name): code
        for code, country in support.countries.items()
        for _, name in _names(code, country)
    }


def _names(code: str, country: Country) -> Iterator[tuple[Place, str]]:
    place: Place = ("support", "countries", code)
    yield place, code
    yield (*place, "name"), country.name
    for index, name in enumerate(country.also):
        yield (*place, "also", index), name


def country_faults(support: Support) -> Iterator[Fault]:
    """Codes that are none, and names and codes by which two countries could be meant."""
    owners: dict[str, str] = {}
    for code, country in support.countries.items():
        if not CODE.fullmatch(code):
            said = f'"{code}" is no code of two letters, such as DE; write that, and this as `name`'
            yield Fault(("support", "countries", code), said, "odd-name")
        for place, name in _names(code, country):
            if (owner := owners.setdefault(plain(name), code)) != code:
                said = f'"{name}" is a name of {owner} too; give each country its own'
                yield Fault(place, said, "shared-name")


def placed_lines(support: Support) -> Iterator[tuple[Place, SupportLine]]:
    """Every line with its place in the file."""
    places: dict[Place, Country] = {("support", "anywhere"): support.anywhere}
    places |= {("support", "countries", code): each for code, each in support.countries.items()}
    for place, country in places.items():
        for index, line in enumerate(country.lines):
            yield (*place, "lines", index), line
