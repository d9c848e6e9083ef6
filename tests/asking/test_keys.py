"""The keys of a page beyond Up, Down and Enter: its ends, the next choice, digits, reading."""

from collections.abc import Iterator
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.keys import bindings
from distancecli.asking.page import Act, Page, Parts
from distancecli.asking.pages import check_page, ending_page, welcome_page
from distancecli.guide.answers import SKIP
from distancecli.guide.conditions import Situation
from distancecli.interview.message import message
from distancecli.interview.replay import replay
from tests.asking.test_askers import page_of
from tests.asking.test_scrolling import CHECK, control_of, reply_in
from tests.support.built_in import GUIDE

SIZE: Final = (80, 24)
HOME, END, TAB, SHIFT_TAB, CTRL_N, CTRL_P = "\x1b[H", "\x1b[F", "\t", "\x1b[Z", "\x0e", "\x10"
LAST: Final = len(CHECK.choices) - 1
MORE: Final = {"time": frozenset({"little"}), "cause": frozenset({"affair"})}
LONG: Final = check_page(GUIDE, replay(GUIDE, MORE, missing=SKIP))
"""The answers page of a long interview: more choices than there are number keys."""


def ending() -> Page:
    """A page that is only read."""
    situation = Situation(GUIDE.facts, {"safety": frozenset({"hurt"})})
    return ending_page(GUIDE, message(GUIDE, GUIDE.endings[0], situation, "NZ"))


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (END + "\r", "unsure"),
        (END + HOME + "\r", "lt3m"),
        (TAB + "\r", "m3_12"),
        (CTRL_N + CTRL_N + "\r", "y1_2"),
        (CTRL_N + CTRL_P + "\r", "lt3m"),
        (TAB + TAB + SHIFT_TAB + "\r", "m3_12"),
    ],
)
def test_a_key_moves_to_a_choice(keys: str, chosen: str) -> None:
    """By the keys of a list, of a form and of a text editor."""
    page = page_of(GUIDE, "how_long")
    wanted = {"unsure": page.choices[-1].key}.get(chosen, chosen)
    assert reply_in(page, SIZE, keys) == frozenset({wanted})


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 10)])
def test_home_and_end_show_the_ends_of_a_page(size: tuple[int, int]) -> None:
    """With the first and the last choice pointed at."""
    control = control_of(CHECK, size)
    control.to_last()
    assert (control.pointed_at, control.top) == (LAST, control.view().last_top)
    control.to_first()
    assert (control.pointed_at, control.top) == (0, 0)


def test_a_digit_on_a_long_page_says_what_to_press() -> None:
    """In one line, until the next key; nothing is chosen by it."""
    control = control_of(LONG, SIZE)
    assert not LONG.numbered
    control.say_no_number()
    assert control.said == GUIDE.labels.no_numbers
    assert len(control.said) < SIZE[0]
    control.down()
    assert control.said == ""
    with pytest.raises(KeyboardInterrupt):
        reply_in(LONG, SIZE, "3")


@pytest.mark.parametrize("digit", "123456789")
def test_every_digit_of_a_long_page_says_what_to_press(digit: str) -> None:
    """Whichever number stands before the choice that is meant."""
    control = control_of(LONG, SIZE)
    (bound,) = bindings(control).get_bindings_for_keys((digit,))[-1:]
    bound.handler(None)  # type: ignore[arg-type]
    assert control.said == GUIDE.labels.no_numbers


def test_up_at_the_first_choice_reads_what_stands_above_it() -> None:
    """As long as there is more; from any other choice it goes to the one before."""
    control = control_of(page_of(GUIDE, "safety"), (40, 12))
    control.scroll(2)
    top = control.top
    assert top > 0
    control.up()
    assert control.pointed_at == 0
    assert control.top < top
    control.down()
    while control.pointed_at != 1:
        control.down()
    control.scroll(1)
    assert control.top > 0
    control.up()
    assert control.pointed_at == 0


@pytest.mark.parametrize(("count", "said"), [(2, ""), (9, ""), (10, GUIDE.labels.no_numbers)])
def test_only_where_no_number_is_a_key_is_that_said(count: int, said: str) -> None:
    """Of few choices the numbers that are none of them do nothing."""
    control = control_of(replace(LONG, choices=LONG.choices[:count]), SIZE)
    control.say_no_number()
    assert control.said == said


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 10)])
@pytest.mark.parametrize("page", [CHECK, page_of(GUIDE, "how_long"), page_of(GUIDE, "safety")])
def test_the_cursor_stands_where_the_page_points(page: Page, size: tuple[int, int]) -> None:
    """On the first line of the choice: there a magnifier looks, and a screen reader reads."""
    for downs in (0, 1, 3, len(page.choices)):
        control = control_of(page, size)  # which shows what it showed first until it is drawn anew
        for _ in range(downs):
            control.down()
        rows = enumerate(control.view().visible())
        pointing = next((row for row, line in rows if line.role == "active"), 0)
        cursor = control.create_content(*size).cursor_position
        assert cursor is not None
        assert cursor.y == pointing
        assert control.is_focusable()


class Drawing:
    """The choices of a page, drawn a row each."""

    keys = CHECK.keys[:4]

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[Parts, str]]:
        """By their keys."""
        yield from (((("text", key),), key) for key in self.keys)

    def heard(self, width: int) -> str:
        """Not heard here."""
        return ""


def test_a_page_that_is_drawn_has_two_ends() -> None:
    """Down goes from one to the next and stays at the last, Up comes back to the first."""
    page = replace(CHECK, drawn=Drawing(), choices=CHECK.choices[:6])
    control = control_of(page, SIZE)
    down, up = [], []
    for _ in range(7):
        control.down()
        down.append(control.pointed_at)
    for _ in range(7):
        control.up()
        up.append(control.pointed_at)
    assert down == [1, 2, 3, 4, 5, 5, 5]
    assert up == [4, 3, 2, 1, 0, 0, 0]
    around = control_of(replace(page, drawn=None), (200, 90))
    around.up()
    assert around.pointed_at == 5
    around.down()
    assert around.pointed_at == 0


def test_a_page_with_numbers_of_its_own_has_them_however_much_it_offers() -> None:
    """A step is opened by its own number, beside more of them than there are number keys."""
    own = replace(LONG, by_number={2: LONG.choices[0], 9: LONG.choices[-1]})
    assert own.numbered
    assert reply_in(own, SIZE, "9") == frozenset({LONG.choices[-1].key})
    control = control_of(own, SIZE)
    control.say_no_number()
    assert control.said == ""
    with pytest.raises(KeyboardInterrupt):
        reply_in(own, SIZE, "1")


def test_digits_act_on_the_answers_page_of_a_short_interview() -> None:
    """Where there are no more choices than number keys."""
    assert CHECK.numbered
    assert reply_in(CHECK, SIZE, "3") == frozenset({CHECK.choices[2].key})


def test_space_turns_what_is_only_read_and_q_leaves_it() -> None:
    """As in every pager; on any other page neither does anything of that."""
    page = ending()
    control = control_of(page, (40, 12))
    control.space()
    assert control.top > 0
    assert reply_in(page, SIZE, "q") == frozenset({Act.LEAVE})
    for other in (page_of(GUIDE, "how_long"), CHECK, welcome_page(GUIDE)):
        with pytest.raises(KeyboardInterrupt):
            reply_in(other, SIZE, "q ")
