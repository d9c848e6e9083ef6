"""Which country somebody means by what they type, who may be in need and in haste."""

from string import ascii_letters

import pytest

from distancecli.guide.countries import country_named, country_nearly_named, placed_lines
from distancecli.guide.support import Country, Support, SupportLine


def country(name: str, *also: str) -> Country:
    """A country with one line."""
    line = SupportLine(kind="listen", name=f"Line of {name}", number="1")
    return Country(name=name, also=also, lines=(line,))


SUPPORT = Support(
    checked="2026-11",
    kinds={"listen": "To listen"},
    anywhere=country("Anywhere"),
    countries={
        "GB": country("United Kingdom", "UK", "Great Britain", "The Isles"),
        "CI": country("C\u00f4te d'Ivoire"),
        "AT": country("Austria"),
        "AU": country("Australia"),
        "TH": country("Thela"),
        "AZ": country(ascii_letters),
    },
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("United Kingdom", "GB"),
        ("  united   KINGDOM ", "GB"),
        ("united_kingdom", "GB"),
        ("United-Kingdom!", "GB"),
        ("the United Kingdom", "GB"),
        ("The UK", "GB"),
        ("U.K.", "GB"),
        ("gb", "GB"),
        ("isles", "GB"),
        ("theisles", None),
        ("Cote d\u2019Ivoire", "CI"),
        ("COTE D'IVOIRE", "CI"),
        ("Co\u0302te dIvoire", "CI"),
        ("cote d ivoire", None),
        ("thela", "TH"),
        (ascii_letters.swapcase(), "AZ"),
        ("the", None),
        ("", None),
        ("Kingdom", None),
        ("Anywhere", None),
    ],
)
def test_a_country_has_its_name_its_code_and_what_else_it_is_called(
    typed: str, code: str | None
) -> None:
    """Whatever capitals, accents, dots and blanks there are, with an article or without."""
    assert country_named(SUPPORT, typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Untied Kingdom", "GB"),
        ("the Great Britian", "GB"),
        ("Autralia", "AU"),
        ("Austri", "AT"),
        ("Atlantis", None),
        ("XX", None),
        ("", None),
    ],
)
def test_a_slip_is_understood_where_one_country_alone_can_be_meant(
    typed: str, code: str | None
) -> None:
    """Else nobody is shown the lines of another country than theirs."""
    assert country_nearly_named(SUPPORT, typed) == code


def test_every_line_has_its_place() -> None:
    """In the file, those that serve anywhere first."""
    first, second, *_ = found = list(placed_lines(SUPPORT))
    assert first == (("support", "anywhere", "lines", 0), SUPPORT.anywhere.lines[0])
    assert second[0] == ("support", "countries", "GB", "lines", 0)
    assert len(found) == 1 + len(SUPPORT.countries)
