"""The help lines: whoever needs one is not sent to a closed door, and no number is from memory."""

import re
from typing import Final

import pytest

from distancecli.guide.countries import placed_lines
from distancecli.guide.model import Guide
from distancecli.guide.support import SupportLine
from distancecli.interview.message import Passage
from distancecli.interview.plan import make_plan
from distancecli.interview.support import kinds_for
from distancecli.rendering.section import Block, Section
from distancecli.rendering.text import as_text

SOME: Final = re.compile(r"\(for (women|men|children|young|Indigenous|Native)|women's|Women Help")
"""Whom a line is for stands in its name, where that is not everyone."""
FIRST_SCREEN: Final = 21
"""Rows of a small screen above what is to be chosen and the keys."""


@pytest.fixture(scope="module")
def lines(guide: Guide) -> list[SupportLine]:
    """Every help line of the guide."""
    return [line for _, line in placed_lines(guide.support)]


def blocks(text: tuple[Passage, ...]) -> tuple[Block, ...]:
    """The paragraphs of a page, with their help lines, as they are drawn."""
    return tuple(
        block
        for passage in text
        for block in (Block("text", passage.text), *(Block("item", line) for line in passage.lines))
    )


def test_no_line_is_from_memory(lines: list[SupportLine]) -> None:
    """Whoever calls reaches somebody: each line names the page where it was seen."""
    unseen = [line for line in lines if not re.search(r"https?://", line.source)]
    assert [line.name for line in unseen if line.kind != "emergency"] == []
    assert all(line.unconfirmed for line in unseen)


def test_nobody_calls_in_vain_at_night(lines: list[SupportLine]) -> None:
    """A number has its hours, or says that they are not known; emergency numbers always answer."""
    numbers = [line for line in lines if line.number and line.kind != "emergency"]
    assert [line.name for line in numbers if not line.hours] == []


def test_a_text_line_says_what_to_text(lines: list[SupportLine]) -> None:
    """Whoever cannot speak aloud, and texts for the first time in their life, knows the word."""
    only_text = [line for line in lines if line.number.startswith("text ")]
    assert all(re.match(r"text [A-Z]+ to \d+$", line.number) for line in only_text)
    assert {"text SHOUT to 85258", "text HOME to 741741"} <= {line.number for line in only_text}


def test_whoever_a_line_leaves_out_has_another_one(guide: Guide) -> None:
    """Men, and others whom a line for women is not for, find a line on abuse in every country."""
    support = guide.support
    for country in (support.anywhere, *support.countries.values()):
        abuse = [line for line in (*country.lines, *support.anywhere.lines) if line.kind == "abuse"]
        assert any(not SOME.search(line.name) for line in abuse), country.name


@pytest.mark.parametrize("kind", ["emergency", "abuse", "child", "crisis", "therapist_finder"])
def test_every_country_has_somebody(guide: Guide, kind: str) -> None:
    """In danger, hurt, with a child, at the end, or looking for help as a couple."""
    for code in guide.support.countries:
        assert kind in kinds_for(guide.support, code), code


def test_a_therapist_is_not_of_one_faith_only(guide: Guide) -> None:
    """Whoever is of another faith, or of none, finds an address too."""
    for country in guide.support.countries.values():
        finders = [line.name for line in country.lines if line.kind == "therapist_finder"]
        assert not finders or any("Catholic" not in name for name in finders)


@pytest.mark.parametrize("name", ["UK", "Scotland", "USA", "Eire", "Great Britain", "Aotearoa"])
def test_a_country_is_found_by_what_people_call_it(guide: Guide, name: str) -> None:
    """Nobody has to know what a list calls their country."""
    assert sum(name in country.also for country in guide.support.countries.values()) == 1


def test_the_lines_in_a_crisis_stand_on_the_first_screen(guide: Guide) -> None:
    """Whoever thinks of ending their life need not look for the numbers, in any country."""
    for code in guide.support.countries:
        (notice, *_) = make_plan(guide, {"now": frozenset({"self_harm"})}, code).notices
        last = max(index for index, passage in enumerate(notice.text) if passage.lines)
        rows = as_text([Section("message", notice.title, blocks(notice.text[: last + 1]))])
        assert len(rows.splitlines()) <= FIRST_SCREEN, code
