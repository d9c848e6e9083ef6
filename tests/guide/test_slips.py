"""Slips in copies of the built-in guide: each is told as what it is, on its line, all at once."""

from typing import Final

import pytest

from distancecli.errors import FileProblems, Problem
from distancecli.guide.load import parse_guide
from tests.support.sampling import one_plain
from tests.support.slips import SLIPS, places_of, slipped, with_slips
from tests.support.small_guide import NAME


def problems_of(text: str) -> list[Problem]:
    """What is wrong with the text as a guide, and nothing where it is one."""
    try:
        parse_guide(NAME, text)
    except FileProblems as refused:
        return refused.problems
    return []


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_is_told_on_its_line_in_its_own_words(kind: str, real_text: str) -> None:
    """Wherever it is made: one line, the right one, with the cause and the cure."""
    lines = real_text.split("\n")
    places = places_of(kind, lines)
    for number in places[:: max(1, len(places) // 8)]:
        text = "\n".join([*lines[:number], slipped(kind, lines[number]), *lines[number + 1 :]])
        (problem,) = problems_of(text)
        assert problem.line == number + 1
        assert SLIPS[kind][2] in problem.message
        assert "; " in problem.message


SEEDS: Final = 20


@pytest.mark.parametrize("count", [2, 20, 40])
@pytest.mark.parametrize("seed", one_plain([(seed,) for seed in range(SEEDS)]))
def test_all_slips_are_told_at_once_and_nothing_else(seed: int, count: int, real_text: str) -> None:
    """What is pasted from Word with twenty slips is mended in one go."""
    text, made = with_slips(real_text, count, seed)
    told = {problem.line for problem in problems_of(text)}
    assert told == made.keys()
