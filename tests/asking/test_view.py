"""What is in view of a page: how far each move scrolls it, by the numbers of its lines."""

from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.layout import View, lay_out
from distancecli.asking.page import Page
from distancecli.asking.setting import Line, Window
from tests.asking.test_askers import page_of
from tests.support.built_in import GUIDE

MORE: Final = "there is more"
KEYS: Final = Line("the keys", "keys")
LINES: Final = [Line(str(number)) for number in range(20)]
SHORT: Final = {0: [2, 3], 1: [4, 5, 6, 7, 8, 9], 2: [10, 11], 3: [15], 4: [16, 17]}
"""The lines of each choice: the second one is longer than the window, and the last near the end."""
LATE: Final = {0: [4, 5], 1: [8], 2: [14, 15]}
"""The first one ends below the first windowful, and the last begins above the last one."""
AT_THE_LAST: Final = {0: [4], 1: [15, 16]}
"""The last one begins where the last windowful does."""


def view_at(top: int, by_choice: dict[int, list[int]] = SHORT, rows: int = 5) -> View:
    """Twenty lines in a window of five rows, scrolled to that line."""
    return View(LINES, [KEYS], rows, MORE, top, by_choice)


@pytest.mark.parametrize(
    ("by_choice", "choice", "top", "then"),
    [
        # The first choice brings the top of the page with it, where both go together.
        *((SHORT, 0, 7, 0), (SHORT, 0, 1, 0), (LATE, 0, 10, 4), (LATE, 0, 0, 1), (LATE, 0, 3, 3)),
        # The last one brings the end of the page with it, in the same way.
        *((SHORT, 4, 0, 15), (SHORT, 4, 13, 15), (AT_THE_LAST, 1, 0, 15)),
        *((LATE, 2, 0, 11), (LATE, 2, 15, 14), (LATE, 2, 12, 12)),
        # Any other is brought to the nearer end of the window, and not at all where it is in view.
        *((SHORT, 2, 0, 7), (SHORT, 2, 7, 7), (SHORT, 2, 10, 10), (SHORT, 2, 12, 10)),
        *((SHORT, 3, 0, 11), (SHORT, 3, 15, 15)),
        # Of one that is longer than the window, it is the beginning that is seen.
        *((SHORT, 1, 0, 4), (SHORT, 1, 7, 4), (SHORT, 1, 4, 4)),
    ],
)
def test_a_choice_is_brought_into_view_by_as_little_as_it_takes(
    by_choice: dict[int, list[int]], choice: int, top: int, then: int
) -> None:
    """Whole, wherever the page stood, with the end of the page where that is in reach."""
    view = view_at(top, by_choice)
    view.reveal(choice)
    assert view.top == then


@pytest.mark.parametrize(
    ("choice", "top", "shows", "is_below"),
    [
        *((2, 6, False, True), (2, 7, True, False), (2, 10, True, False), (2, 11, False, False)),
        *((1, 3, False, True), (1, 4, True, True), (1, 5, False, False)),
    ],
)
def test_what_is_in_view_and_what_is_yet_to_come(
    choice: int, top: int, shows: bool, is_below: bool
) -> None:
    """A choice is in view with all its lines, or with as many as there is room for."""
    view = view_at(top)
    assert (view.shows(choice), view.is_below(choice)) == (shows, is_below)


@pytest.mark.parametrize(
    ("rows", "top", "tops"),
    [(5, 0, [4, 5]), (5, 4, [5]), (2, 0, [1, 2, 3]), (1, 0, [1, 2, 3]), (3, 7, [7])],
)
def test_reading_on_misses_no_line(rows: int, top: int, tops: list[int]) -> None:
    """It stops at the end of the choice, and goes a windowful at a time, less the line before."""
    view = view_at(top, rows=rows)
    for then in tops:
        view.read_on(1)
        assert view.top == then


@pytest.mark.parametrize(("top", "more"), [(0, MORE), (14, MORE), (15, "")])
def test_the_line_above_the_keys_says_whether_the_page_goes_on(top: int, more: str) -> None:
    """And it is empty at the end, so that the keys stand apart all the same."""
    shown = view_at(top).visible()
    assert shown == [*LINES[top : top + 5], Line(more, "more"), KEYS]


# --- What is laid out ----------------------------------------------------------------------------


def with_keys(page: Page) -> Page:
    """The same page, its second choice with keys of its own."""
    first, second, *rest = page.choices
    return replace(page, choices=(first, replace(second, keys="Enter: open"), *rest))


@pytest.mark.parametrize(
    ("active", "said", "foot"),
    [
        (0, "", [Line("  the keys", "keys")]),
        (1, "", [Line("  Enter: open", "keys")]),
        (1, "Nothing is marked.", [Line("  Nothing is marked.", "said")]),
    ],
)
def test_at_the_foot_are_the_keys_of_what_is_pointed_at(
    active: int, said: str, foot: list[Line]
) -> None:
    """A choice can have keys of its own; and a word about the last key stands in their place."""
    page = with_keys(page_of(GUIDE, "told"))
    page = replace(page, hints=replace(page.hints, keys="the keys"))
    assert lay_out(page, Window(80, 24), active, said=said).foot == foot


def test_a_page_points_at_its_first_choice_and_has_no_word_of_a_key() -> None:
    """Drawn before there is anybody to ask, a page looks as it does when it is asked."""
    page = page_of(GUIDE, "told")
    view = lay_out(page, Window(80, 24))
    assert view == lay_out(page, Window(80, 24), 0, frozenset(), "")
    assert view.top == 0


@pytest.mark.parametrize(
    ("window", "rows", "keys_end_it"), [(12, 10, False), (3, 1, False), (2, 1, True), (1, 1, True)]
)
def test_the_keys_stand_below_the_page_or_end_it(window: int, rows: int, keys_end_it: bool) -> None:
    """In the smallest windows they are read at its end, which has a row all the same."""
    page = page_of(GUIDE, "told")
    page = replace(page, hints=replace(page.hints, keys="the keys"))
    view = lay_out(page, Window(80, window))
    assert (view.rows, not view.foot) == (rows, keys_end_it)
    assert (view.lines[-2:] == [Line(""), Line("  the keys", "keys")]) is keys_end_it
