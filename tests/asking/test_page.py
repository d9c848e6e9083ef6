"""A page as a value: which of its choices have numbers, and what a mark does to the others."""

from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.page import Act, Choice, Hints, Page, alone_beside, is_numbered, toggled
from distancecli.asking.rows.words import RowWords
from tests.support.built_in import GUIDE

LABELS: Final = GUIDE.labels
PAGE: Final = Page(
    heading="Which of these?",
    text=(),
    choices=(Choice("a", "First"), Choice("b", "Second"), Choice("c", "Third", alone=True)),
    hints=Hints("", "", LABELS),
    many=True,
)
CLEARED: Final = LABELS.alone.format(option="Third")
GONE: Final = LABELS.no_longer_alone.format(option="Third")


@pytest.mark.parametrize(
    ("marked", "key", "after", "words"),
    [
        ("", "a", "a", ""),
        ("a", "b", "ab", ""),
        ("ab", "a", "b", ""),
        ("a", "a", "", ""),
        ("", "c", "c", ""),
        ("a", "c", "c", CLEARED),
        ("ab", "c", "c", CLEARED),
        ("c", "a", "a", GONE),
        ("c", "c", "", ""),
    ],
)
def test_a_mark_clears_what_it_cannot_stand_beside(
    marked: str, key: str, after: str, words: str
) -> None:
    """And what went is told; a mark that goes because its key was pressed needs no word."""
    assert toggled(PAGE, marked, key) == (frozenset(after), words)


@pytest.mark.parametrize(
    ("keys", "option"), [("", None), ("c", None), ("ab", None), ("ac", "Third")]
)
def test_what_stands_alone_is_found_among_others(keys: str, option: str | None) -> None:
    """By its label; alone it is as it has to be."""
    assert alone_beside(PAGE, frozenset(keys)) == option


@pytest.mark.parametrize(
    ("count", "numbered"), [(0, False), (1, False), (2, True), (9, True), (10, False)]
)
def test_few_choices_have_a_number_each(count: int, numbered: bool) -> None:
    """More than one, and no more than there are keys; what stands there twice counts once."""
    choices = tuple(Choice(f"{n}", "Any") for n in range(count))
    assert is_numbered(choices) is numbered
    page = replace(PAGE, choices=(*choices, Choice("0", "Any", again=True)))
    assert page.numbered is numbered
    assert page.offered == choices
    assert page.numbers == {n + 1: choice for n, choice in enumerate(choices)}
    assert replace(page, rows=RowWords(LABELS)).numbered is False


def test_numbers_of_its_own_number_a_page_however_many_it_has() -> None:
    """Also a single one, wherever that is not the place of the choice."""
    own = replace(PAGE, choices=PAGE.choices[2:], by_number={12: PAGE.choices[2]})
    assert own.numbered is True
    assert own.numbers == {12: PAGE.choices[2]}
    assert replace(own, rows=RowWords(LABELS)).numbered is False


def test_what_is_no_answer_begins_as_no_code_can() -> None:
    """A code of a guide is a word; and each has a name of its own."""
    assert all(act.startswith("\t") for act in Act)
    assert len({*map(str, Act)}) == len(Act.__members__)
