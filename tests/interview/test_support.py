"""The help lines that a reader is shown: by kind and country, and in which words."""

import pytest

from distancecli.guide.support import Country, Support, SupportLine
from distancecli.interview.support import countries_without, in_words, kinds_for, lines_of


def by_web(kind: str, name: str) -> SupportLine:
    """A line of that kind."""
    return SupportLine(kind=kind, name=name, web=f"{name}.example")


SUPPORT = Support(
    checked="2026-11",
    kinds={"listen": "To listen", "harm": "Harm", "none": "Nobody has it"},
    anywhere=Country(name="Anywhere", lines=(by_web("listen", "any"),)),
    countries={
        "AA": Country(name="First", lines=(by_web("harm", "b"), by_web("listen", "a"))),
        "BB": Country(name="Second", lines=(by_web("listen", "c"),)),
        "CC": Country(name="Third", lines=()),
    },
)


@pytest.mark.parametrize(
    ("number", "web", "hours", "words"),
    [
        ("111", "", "", "Line: 111"),
        ("", "l.org", "", "Line: l.org"),
        ("111", "l.org", "", "Line: 111, l.org"),
        ("111", "", "at night", "Line: 111 (at night)"),
        ("111", "l.org", "at night", "Line: 111, l.org (at night)"),
    ],
)
def test_a_line_says_who_it_is_how_to_reach_them_and_when(
    number: str, web: str, hours: str, words: str
) -> None:
    """As much of it as is known."""
    assert (
        in_words(SupportLine(kind="k", name="Line", number=number, web=web, hours=hours)) == words
    )


@pytest.mark.parametrize(
    ("kinds", "country", "lines"),
    [
        (["listen"], "AA", ["a: a.example", "any: any.example"]),
        (["harm"], "AA", ["b: b.example"]),
        (["listen", "harm"], "AA", ["a: a.example", "b: b.example", "any: any.example"]),
        (["harm", "listen"], "AA", ["b: b.example", "a: a.example", "any: any.example"]),
        (["harm"], "BB", []),
        (["listen"], "CC", ["any: any.example"]),
        ([], "AA", []),
        (
            ["listen"],
            None,
            ["Anywhere: any: any.example", "First: a: a.example", "Second: c: c.example"],
        ),
        (["none"], None, []),
    ],
)
def test_the_lines_of_some_kinds(kinds: list[str], country: str | None, lines: list[str]) -> None:
    """In the order of the kinds, those of the country first; by country where none is known."""
    assert list(lines_of(SUPPORT, kinds, country)) == lines


def test_who_is_shown_a_line_of_a_kind() -> None:
    """Of their country or of anywhere; for any reader it is enough that one country has it."""
    for country, kinds in (
        ("AA", {"listen", "harm"}),
        ("BB", {"listen"}),
        ("CC", {"listen"}),
        (None, {"listen", "harm"}),
    ):
        assert kinds_for(SUPPORT, country) == kinds
    without = {kind: countries_without(SUPPORT, kind) for kind in SUPPORT.kinds}
    assert without == {"listen": (), "harm": ("BB", "CC"), "none": ("AA", "BB", "CC")}
