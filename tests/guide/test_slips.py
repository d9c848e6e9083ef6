"""Slips in copies of the built-in guide: each is told as what it is, on its line, all at once."""

from typing import Final

import pytest

from distancecli.errors import Problem
from distancecli.guide.load import parse_guide
from tests.support.mended import problems_of
from tests.support.sampling import one_plain
from tests.support.slips import SLIPS, places_of, slipped, with_slips
from tests.support.told import is_as_told


@pytest.mark.slow
@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_is_told_on_its_line_in_its_own_words(kind: str, real_text: str) -> None:
    """Wherever it is made: one line, the right one, with the cause and the cure."""
    lines = real_text.split("\n")
    places = places_of(kind, lines)
    for number in places[:: max(1, len(places) // 8)]:
        text = "\n".join([*lines[:number], slipped(kind, lines[number]), *lines[number + 1 :]])
        (problem,) = problems_of(text, parse_guide)
        assert problem.line == number + 1
        assert SLIPS[kind][2] in problem.message
        assert "; " in problem.message


SEEDS: Final = 20


@pytest.mark.parametrize("count", [2, 20, 40])
@pytest.mark.parametrize("seed", one_plain([(seed,) for seed in range(SEEDS)]))
def test_all_slips_are_told_at_once_and_nothing_else(seed: int, count: int, real_text: str) -> None:
    """What is pasted from Word with twenty slips is mended in one go."""
    text, made = with_slips(real_text, count, seed)
    told = {problem.line for problem in problems_of(text, parse_guide)}
    assert told == made.keys()


BECAUSE: Final = "because: you have time together, and it feels good"
LABEL: Final = 'label: "We end up arguing"'
ASK: Final = "ask: What gets in the way?"
ENTRY: Final = "- You can also see a therapist or a doctor"
WHEN: Final = "when: {told: [hinted]}"
REAL_SLIPS: Final = {
    "comma in braces": (LABEL, "label: We argue, a lot", 'text of "label", put all of that in'),
    "curly quotes and a comma": (LABEL, "label: \u201cWe argue, a lot\u201d", "straight ones"),
    "colon": (BECAUSE, f"{BECAUSE}: yes", "a colon stands in this text"),
    "colon in a list": (ENTRY, f"- Note: {ENTRY[2:]}", "with a colon, or in braces"),
    "quotes in quotes": (LABEL, 'label: "We end up "arguing""', 'where a " closes it'),
    "apostrophe in quotes": (LABEL, "label: 'We don't stop'", "where a ' closes it"),
    "apostrophe first": (BECAUSE, "because: 'tis good", "the quote opened here is never closed"),
    "quoted word first": (BECAUSE, 'because: "good" time', "text goes on behind column 23"),
    "remark first": (BECAUSE, "because: #1 reason", "starts with # needs double quotes"),
    "no space behind a colon": (ASK, "ask:What?", "a space is missing after this colon"),
    "another blank": (ASK, "ask:\u00a0What?", "is not a plain space (U+00A0 NO-BREAK"),
    "other blanks in front": (
        f"    {ASK}",
        f"\u00a0\u00a0\u00a0\u00a0{ASK}",
        "this blank is not a plain space",
    ),
    "another dash": ("- id: in_way", "\u2013 id: in_way", "this dash is not a minus sign"),
    "no space behind a dash": ("- id: in_way", "-id: in_way", "a space is missing after this dash"),
    "no space in a list": (ENTRY, f"-{ENTRY[2:]}", "a space is missing after this dash"),
    "a space too few": (f"    {ASK}", f"   {ASK}", "begins with 3 spaces, its neighbours with 4"),
    "a space too many": (f"    {ASK}", f"     {ASK}", "with 5 spaces, its neighbours with 4"),
    "a text too far left": ("        it yet, as", "      it yet, as", "neighbours with 8"),
    "a tab": (f"    {ASK}", f"\t{ASK}", "a tab stands here; use spaces"),
    "a star": (BECAUSE, "because: *good* time", "no text can start with *"),
    "not": (WHEN, "when: not take_care", "write {none: [take_care]}"),
    "and": (WHEN, "when: take_care and gently", "write {all: [take_care, gently]}"),
    "two in one": (WHEN, "when: {talk: [argue], told: [shut]}", "write {all: [{talk: [argue]}, {t"),
    "no list": (WHEN, "when: {told: hinted}", "write {told: [hinted]}"),
    "no question": (WHEN, "when: {count: {talk: 2}}", 'no question is called "count"'),
    "no braces": (WHEN, "when: told: [hinted]", "in braces; write {told: [hinted]}"),
    "no space in braces": ("{code: raw,", "{code:raw,", 'missing behind "code:"; put one in'),
    "a question copied": ("- id: event_now", "- id: in_way", 'the id "in_way" stands twice'),
    "a step copied": ("- id: make-time", "- id: say-it", 'the id "say-it" stands twice'),
    "a code copied": ("{code: ongoing", "{code: raw", 'the code "raw" stands twice'),
    "a section misspelt": ("\nfacts:", "\nfats:", 'did you mean "facts"?'),
}
"""A part of the guide, what somebody wrote there, and a part of what is said of it."""


def problems_with(slip: str, real_text: str) -> tuple[int, list[Problem]]:
    """The line in which the slip is made in the guide, and what is told of it."""
    old, new, _ = REAL_SLIPS[slip]
    before, behind = real_text.split(old, 1)
    return (before + old).count("\n") + 1, problems_of(before + new + behind, parse_guide)


@pytest.mark.parametrize("slip", one_plain(REAL_SLIPS, 8))
def test_a_real_slip_is_the_first_that_is_told(slip: str, real_text: str) -> None:
    """Those of the first writers: the line, the cause and the cure, without what follows of it."""
    line, told = problems_with(slip, real_text)
    (problem,) = told
    assert problem.line == line
    assert REAL_SLIPS[slip][2] in problem.message
    assert is_as_told(f"slip: {slip}", told)


def test_a_section_that_is_missing_is_told_without_its_names(real_text: str) -> None:
    """Nothing that the questions hold could be known, so no rule is told that names them."""
    text = real_text.replace("\nquestions:", "\nasked:")
    said = [problem.message for problem in problems_of(text, parse_guide)]
    assert len(said) == 2
    assert 'the field "questions" is missing here; add it' in said
