"""What each key does to the row that is pointed at, and what is said about it."""

from typing import Final

import pytest
from msgspec.structs import replace
from prompt_toolkit.data_structures import Size
from prompt_toolkit.output import DummyOutput

from distancecli.asking.marks import ASCII
from distancecli.asking.page import Choice, Hints, Page, Turn
from distancecli.asking.rows.control import RowsControl
from distancecli.asking.rows.responses import Response, is_skip, key_of, responded
from distancecli.asking.rows.words import RowWords
from distancecli.interview.message import Passage
from tests.support.built_in import GUIDE

LABELS: Final = GUIDE.labels
NO, YES, NOT_SURE = Response
PAGE: Final = Page(
    heading="Which of these?",
    text=(Passage("Take your time."),),
    choices=tuple(Choice(key, key * 9) for key in "abcdefgh"),
    hints=Hints("", "", LABELS),
    rows=RowWords(LABELS),
)


class Screen(DummyOutput):
    """A screen of so many rows."""

    def __init__(self, rows: int) -> None:
        self.rows = rows

    def get_size(self) -> Size:
        """Wide enough for any of the rows here."""
        return Size(rows=self.rows, columns=80)


def control(rows: int = 24, page: Page = PAGE) -> RowsControl:
    """The page of rows on a screen of so many lines."""
    return RowsControl(page, RowWords(LABELS), Screen(rows), ASCII)


def test_the_keys_are_one_for_each_response_and_one_to_take_it_back() -> None:
    """Any other number says that it is none."""
    assert control().number_keys == [0, 1, 2, 3]


def test_a_number_answers_and_goes_on_and_none_stays_to_take_it_back() -> None:
    """What was said so far is the reply, whatever the page had at first."""
    page = replace(PAGE, chosen=frozenset({key_of("h", YES)}))
    shown = control(page=page)
    assert shown.answer == page.chosen
    for number in (1, 2, 3):
        assert shown.number(number) is None
    assert shown.pointed_at == 3
    said = page.chosen | {key_of("a", NO), key_of("b", YES), key_of("c", NOT_SURE)}
    assert shown.answer == shown.marked == said
    assert shown.back() is None
    assert shown.number(0) is None
    assert shown.pointed_at == 2
    assert shown.answer == said - {key_of("c", NOT_SURE)}
    assert [shown.back() for _ in range(3)] == [None, None, Turn.BACK]


def test_whoever_moves_on_reads_the_keys_again() -> None:
    """A word about the last key is about that one alone; so is a warning."""
    for move in (lambda shown: shown.number(1), lambda shown: shown.number(0), RowsControl.back):
        shown = control()
        shown.pointed_at, shown.said, shown.warned = 1, "A word.", True
        move(shown)
        assert (shown.said, shown.warned) == ("", False)


def test_looking_around_leaves_the_row_where_it_is() -> None:
    """A number then brings it back into view first, and answers nothing."""
    shown = control(rows=6)
    shown.turn(3)
    assert (shown.top, shown.pointed_at) == (3, 0)
    while not shown.view().shows(0):
        assert shown.number(2) is None
        assert shown.answer == frozenset()
    shown.number(2)
    assert shown.answer == frozenset({key_of("a", YES)})


def test_the_row_that_comes_next_is_in_view() -> None:
    """However small the screen; the last one is left by no answer."""
    shown = control(rows=8)
    for row in (*range(1, 8), 7):
        shown.number(1)
        assert shown.pointed_at == row
        assert shown.view().shows(row)
    assert len(shown.responses) == 8
    assert shown.skips is False


def test_a_skip_is_warned_of_in_the_words_of_its_guide() -> None:
    """While a row is open and nothing but no was said."""
    shown = control()
    assert shown.skip_warning == LABELS.rest_open.format(skip=LABELS.skip)
    assert shown.skips is True


@pytest.mark.parametrize(
    ("said", "skips"),
    [
        ({}, True),
        ({"a": NO}, True),
        ({"a": NO, "b": NO}, False),
        ({"a": YES}, False),
        ({"a": NOT_SURE}, False),
        ({"a": NO, "b": YES}, False),
    ],
)
def test_no_answer_is_what_leaves_a_row_open_and_says_nothing_but_no(
    said: dict[str, Response], skips: bool
) -> None:
    """Of two rows; also where not sure is known of no row."""
    keys: frozenset[str] = frozenset()
    for row, response in said.items():
        keys = responded(keys, "ab", row, response)
    assert is_skip(keys, "ab") is skips
    assert is_skip(keys | {"unsure"}, "ab") is False


def test_what_can_be_said_is_told_with_what_was_said() -> None:
    """The prompt in plain lines marks it; the keys, and the prompt, name the way to open it."""
    labels = replace(
        LABELS,
        each_no="no",
        each_yes="yes",
        each_not_sure="maybe",
        chosen_before="(so)",
        skip="rather not",
        rest_open="Open: {skip}",
        keys_each="{no} {yes} {not_sure}",
        keys_each_again="again {no} {yes} {not_sure}",
        prompt_each="say {no} {yes} {not_sure} or {skip}",
        prompt_each_again="again {no} {yes} {not_sure} or {skip}",
    )
    words = RowWords(labels)
    assert words.open == "Open: rather not"
    assert [words.saying(each) for each in Response] == ["no", "yes", "maybe"]
    assert words.keys_after(None) == "no yes maybe"
    assert words.prompt_after(None) == "say no yes maybe or rather not"
    assert {words.keys_after(each) for each in Response} == {"again no yes maybe"}
    assert [words.prompt_after(each) for each in Response] == [
        "again no (so) yes maybe or rather not",
        "again no yes (so) maybe or rather not",
        "again no yes maybe (so) or rather not",
    ]
