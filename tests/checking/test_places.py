"""Where a reader may be: for the solver they are in just one of the places that there are."""

from itertools import product

import pytest

from distancecli.checking.everyone.logic import TRUE, Logic, holds_in
from distancecli.checking.everyone.places import Whereabouts
from distancecli.guide.support import Country, Support, SupportLine
from distancecli.interview.support import kinds_for

KINDS = ("listener", "abuse", "expert")


def country(*kinds: str) -> Country:
    """A country with a line of each kind."""
    return Country(name="A", lines=tuple(SupportLine(kind=kind, name="B") for kind in kinds))


TWO = {"AA": country("abuse"), "CC": country("expert")}


@pytest.mark.parametrize("anywhere", [country("listener"), country()])
@pytest.mark.parametrize("countries", [{}, TWO, TWO | {"BB": country(), "DD": country()}])
def test_a_reader_is_in_any_one_of_the_places_and_in_no_other(
    anywhere: Country, countries: dict[str, Country]
) -> None:
    """Whatever kinds are wanted: for each place there is a case, and for each case a place."""
    support = Support(
        checked="2026-11",
        kinds=dict.fromkeys(KINDS, "Call"),
        anywhere=anywhere,
        countries=countries,
    )
    logic = Logic()
    whereabouts = Whereabouts(logic, support)
    wanted = [set(), *({kind} for kind in KINDS), {*KINDS}]
    somewhere = set().union(*(kinds_for(support, code) for code in (None, *countries)))
    assert [whereabouts.anywhere(each) for each in wanted] == [
        not each or bool(each & somewhere) for each in wanted
    ]
    assert whereabouts.serve([]) == TRUE
    served = [whereabouts.serve([kind]) for kind in KINDS]
    found = set()
    for signs in product([1, -1], repeat=len(served)):
        if case := logic.case(*(sign * each for sign, each in zip(signs, served, strict=True))):
            pairs = zip(KINDS, served, strict=True)
            found.add(frozenset(kind for kind, each in pairs if holds_in(case, each)))
    assert found == {kinds_for(support, code) for code in (None, *countries)}
