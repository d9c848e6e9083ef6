"""A page that is moved about on: what each move takes back, and what Enter means after it."""

from collections.abc import Callable
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.control import PageControl
from distancecli.asking.look import STYLES
from distancecli.asking.page import Act, Page
from distancecli.asking.pages import welcome_page
from distancecli.guide.answers import SKIP
from tests.asking.test_askers import page_of
from tests.asking.test_keys import LONG
from tests.asking.test_layout import pages_of
from tests.asking.test_scrolling import CHECK, control_of
from tests.support.built_in import GUIDE

Move = Callable[[PageControl], object]

WINDOW: Final = (80, 24)
SMALL: Final = (40, 12)
MANY: Final = page_of(GUIDE, "in_way")
"""A page on which several may be marked, and none has to be."""
UNHURRIED: Final = page_of(GUIDE, "now")
"""The same of a question that must not be skipped by a key that is held down."""
WARNING: Final = GUIDE.labels.nothing_marked.format(skip=GUIDE.labels.skip)


def twice(move: Move) -> Move:
    """The same move two times."""

    def moved(control: PageControl) -> None:
        move(control)
        move(control)

    return moved


MOVES: Final[dict[str, Move]] = {
    "down": PageControl.down,
    "up": PageControl.up,
    "scroll": lambda control: control.scroll(1),
    "turn": lambda control: control.turn(control.windowful()),
    "to_first": PageControl.to_first,
    "to_last": PageControl.to_last,
    "marked and unmarked": twice(PageControl.space),
    "marked and unmarked by its number": twice(lambda control: control.number(2)),
}
"""All that a reader can do on a page without leaving it, and without a mark at the end."""


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
@pytest.mark.parametrize("page", [MANY, UNHURRIED])
def test_enter_with_no_mark_warns_and_every_move_takes_that_back(page: Page, move: Move) -> None:
    """The keys are shown again, and the next Enter skips nothing but warns anew."""
    control = control_of(page, WINDOW)
    for _ in range(2):
        assert (control.reply(), control.said) == (None, WARNING)
        assert control.waits_for_release is page.unhurried
        move(control)
        assert (control.said, control.waits_for_release) == ("", False)


@pytest.mark.parametrize("page", [MANY, UNHURRIED])
def test_a_second_enter_is_the_clear_word_that_was_asked_for(page: Page) -> None:
    """That nobody holds the key is seen to before it is asked what it means."""
    control = control_of(page, WINDOW)
    assert [control.reply(), control.reply()] == [None, SKIP]


def test_a_digit_that_is_no_key_takes_back_a_warning() -> None:
    """After it Enter warns once more."""
    control = control_of(replace(LONG, many=True), WINDOW)
    assert control.reply() is None
    control.say_no_number()
    assert control.said == GUIDE.labels.no_numbers
    assert (control.reply(), control.said) == (None, WARNING)


@pytest.mark.parametrize("move", [PageControl.up, PageControl.down], ids=["up", "down"])
def test_what_an_arrow_leads_to_comes_into_view(move: Move) -> None:
    """Choice by choice, in a window that has no room for all of them."""
    control = control_of(CHECK, SMALL)
    if move is PageControl.up:
        control.to_last()
    for _ in range(len(CHECK.choices) * 3):
        before = control.pointed_at
        move(control)
        if 0 < control.pointed_at != before:
            assert control.view().shows(control.pointed_at)


@pytest.mark.parametrize("size", [WINDOW, SMALL, (20, 10)])
def test_a_page_opens_at_what_was_chosen_before(size: tuple[int, int]) -> None:
    """It is in view already; a page with no such choice opens at its top."""
    chosen = page_of(GUIDE, "how_long", frozenset({"gt2y"}))
    control = control_of(chosen, size)
    assert control.pointed_at > 0
    assert control.view().shows(control.pointed_at)
    assert control_of(page_of(GUIDE, "how_long"), size).top == 0


def test_a_number_brings_into_view_what_it_marks() -> None:
    """So nobody has to believe that it did something."""
    control = control_of(MANY, SMALL)
    assert not control.view().shows(5)
    assert control.number(6) is None
    assert control.marked == control.reply() == frozenset({MANY.choices[5].key})
    assert control.view().shows(5)


def test_enter_reads_on_to_a_choice_further_down() -> None:
    """By a windowful at a time, and is an answer only where the choice is in view."""
    page = page_of(GUIDE, "how_long")
    page = replace(page, text=page.text * 9)
    control, tops = control_of(page, SMALL), []
    while control.reply() is None:
        tops.append(control.top)
    rows = control.view().rows
    assert len(tops) > 2
    assert tops[:-1] == [(rows - 1) * (turn + 1) for turn in range(len(tops) - 1)]
    assert control.view().by_choice[0][-1] == tops[-1] + rows - 1


def test_enter_comes_back_to_a_choice_further_up() -> None:
    """To its first line, at once, as far as it was scrolled out of view."""
    control = control_of(CHECK, SMALL)
    control.down()
    control.scroll(1000)
    assert control.reply() is None
    assert control.top == control.view().by_choice[control.pointed_at][0]
    assert control.reply() == frozenset({CHECK.choices[control.pointed_at].key})


def test_a_page_with_one_way_on_is_left_by_enter_from_anywhere() -> None:
    """Nobody has to read to the end of a welcome to begin."""
    control = control_of(welcome_page(GUIDE), (40, 6))
    assert not control.view().shows(0)
    assert control.reply() == frozenset({Act.GO_ON})


def test_only_numbers_with_one_digit_are_keys() -> None:
    """A page can offer more by a number than there are number keys."""
    own = replace(LONG, by_number={2: LONG.choices[0], 9: LONG.choices[1], 10: LONG.choices[2]})
    assert control_of(own, WINDOW).number_keys == [2, 9]


def test_each_part_of_a_page_is_drawn_by_its_role() -> None:
    """And before what is pointed at stands the cursor, which is shown, and which has no text."""
    for page in pages_of(GUIDE):
        control = control_of(page, WINDOW)
        content = control.create_content(*WINDOW)
        drawn = [content.get_line(number) for number in range(content.line_count)]
        cursor = ("[SetCursorPosition]", "")
        expected = [
            [cursor] * (line.role == "active") + [(f"class:{role}", text) for role, text in parts]
            for line in control.view().visible()
            for parts in [line.parts]
        ]
        assert [[part for part in line if part != ("", "")] for line in drawn] == expected
        assert content.show_cursor
        roles = {role.removeprefix("class:") for line in expected for role, _ in line}
        assert roles <= {*STYLES, "text", "choice", cursor[0]}
