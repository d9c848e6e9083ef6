"""The answers page and its two ways on; and what Enter does after the page was turned."""

from typing import Final

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from distancecli.asking.control import PageControl
from distancecli.asking.marks import ASCII
from distancecli.asking.page import Act, Page, Reply
from distancecli.asking.pages import check_page
from distancecli.asking.rows.control import RowsControl
from distancecli.asking.rows.responses import Response, key_of
from distancecli.asking.screen import page_question, pages_on
from distancecli.guide.answers import SKIP
from distancecli.interview.replay import replay
from tests.asking.test_askers import NOWHERE, Lines, page_of, reply_to
from tests.asking.test_layout import SIZES, pages_of
from tests.support.built_in import GUIDE
from tests.support.terminal_driver import Key

CHECK: Final = check_page(GUIDE, replay(GUIDE, {}, missing=SKIP))
ROWS: Final = page_of(GUIDE, "safety")
SMALL: Final = [size for size in SIZES if size[0] < 100]


class Sized(DummyOutput):
    """A window of some columns and rows."""

    def __init__(self, columns: int, rows: int):
        self._size = Size(rows=rows, columns=columns)

    def get_size(self) -> Size:
        """Its size."""
        return self._size


def control_of(page: Page, size: tuple[int, int]) -> PageControl:
    """The page in a window of that size, to be moved about on."""
    output = Sized(*size)
    if page.rows:
        return RowsControl(page, page.rows, output, ASCII)
    return PageControl(page, output, ASCII)


def reply_in(page: Page, size: tuple[int, int], typed: str) -> Reply:
    """What the page answers to these keys in a window of that size."""
    with create_pipe_input() as keyboard:
        keyboard.send_text(typed + Key.CTRL_C)  # for keys that lead to no reply
        application = pages_on(keyboard, Sized(*size), whole_screen=True)
        reply: Reply = page_question(page, application, NOWHERE).unsafe_ask()
        return reply


# --- The answers page ----------------------------------------------------------------------------


def test_the_plan_is_one_key_away_at_both_ends_of_the_answers() -> None:
    """Enter on the first choice shows it, and so does Enter where the answers have been read."""
    go_on = frozenset({Act.GO_ON})
    assert reply_in(CHECK, (80, 24), Key.ENTER) == go_on
    downs = Key.DOWN * (len(CHECK.choices) - 1)
    assert reply_in(CHECK, (200, 90), downs + Key.ENTER) == go_on
    assert reply_in(CHECK, (200, 90), Key.UP + Key.ENTER) == go_on
    assert reply_in(CHECK, (200, 90), Key.UP * 2 + Key.ENTER) == frozenset({GUIDE.questions[-1].id})


@pytest.mark.parametrize("size", SMALL)
def test_reading_down_by_one_key_ends_at_the_plan(size: tuple[int, int]) -> None:
    """With Down alone the last line of the answers page comes into view, and is pointed at."""
    control = control_of(CHECK, size)
    while control.pointed_at < len(CHECK.choices) - 1:
        control.down()
    assert control.view().top == control.view().last_top
    assert control.reply() == frozenset({Act.GO_ON})


def test_a_few_answers_have_number_keys_that_mean_the_same_in_lines(keys: PipeInput) -> None:
    """The second way to the plan takes no number: the first one has it already."""
    few = GUIDE.questions[:3]
    page = check_page(GUIDE, replay(GUIDE, {each.id: SKIP for each in few}, missing=SKIP))
    page = Page(page.heading, page.text, (*page.choices[:4], page.choices[-1]), page.hints)
    assert page.numbered
    labels = [line.text for line in control_of(page, (80, 40)).view().lines]
    assert "> 1. Show my plan" in labels
    assert "  Show my plan" in labels
    for number, choice in enumerate(page.choices[:4], start=1):
        typed = str(number)
        assert (
            reply_to(page, keys, typed) == Lines(typed).asker.show(page) == frozenset({choice.key})
        )
    assert reply_to(page, keys, "5" + "1") == frozenset({Act.GO_ON})
    assert Lines("5", "1").asker.show(page) == frozenset({Act.GO_ON})


def test_in_plain_lines_the_plan_is_offered_once_in_the_list_and_in_the_prompt() -> None:
    """Nothing is read out twice."""
    lines = Lines("")
    assert lines.asker.show(CHECK) == frozenset({Act.GO_ON})
    shown = lines.shown.getvalue()
    assert shown.count(f". {GUIDE.labels.check_go_on}\n") == 1
    assert shown.count(GUIDE.labels.check_go_on) == 2


# --- Turning the page ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SMALL)
def test_the_pointer_is_in_view_wherever_the_page_is_turned_to(size: tuple[int, int]) -> None:
    """Where any choice is in view, one of these is pointed at, and Enter chooses it if it is whole.

    So nothing is done, or marked, that cannot be seen.
    """
    for page in pages_of(GUIDE):
        control = control_of(page, size)
        if page.rows or page.hasty or not control.view().last_top:
            continue
        turns = control.view().last_top // control.windowful() + 2
        for rows in (control.windowful(),) * turns + (-control.windowful(),) * turns:
            before = control.pointed_at
            control.turn(rows)
            view = control.view()
            seen = {line.choice for line in view.visible() if line.choice is not None}
            whole = {choice for choice in seen if view.shows(choice)}
            assert control.pointed_at in (whole or seen or {before})


@pytest.mark.parametrize("size", SMALL)
def test_turning_the_page_leaves_out_no_line(size: tuple[int, int]) -> None:
    """The last line of one windowful is the first of the next, where there is room for two."""
    for page in pages_of(GUIDE):
        control = control_of(page, size)
        control.scroll(-1000)
        while (before := control.view()).top < before.last_top:
            control.scroll(control.windowful())
            shared = before.top + before.rows - control.view().top
            assert shared == 1 or (control.top == before.last_top and shared > 1)


def test_the_pointer_moves_no_further_than_it_must() -> None:
    """Down it goes to the first answer in view, up to the last; in view already, it stays."""
    control = control_of(CHECK, (80, 24))
    control.turn(control.windowful())
    first = control.pointed_at
    assert not any(control.view().shows(each) for each in range(first))
    control.pointed_at = len(CHECK.choices) - 1
    control.turn(-control.windowful())
    last = control.pointed_at
    assert control.view().top == 0
    assert control.view().shows(last)
    assert not control.view().shows(last + 1)
    control.turn(-control.windowful())
    assert control.pointed_at == last


@pytest.mark.parametrize("size", [(40, 12), (80, 16)])
def test_enter_after_turning_the_page_chooses_what_is_pointed_at(size: tuple[int, int]) -> None:
    """It does not go back to a choice that has scrolled away, and does not choose that one."""
    control = control_of(CHECK, size)
    control.turn(control.windowful())
    pointed = CHECK.choices[control.pointed_at].key
    assert pointed != Act.GO_ON
    assert reply_in(CHECK, size, Key.PAGE_DOWN + Key.ENTER) == frozenset({pointed})


def test_space_after_turning_the_page_marks_what_is_pointed_at() -> None:
    """A mark never goes to an option that has scrolled away."""
    page = page_of(GUIDE, "in_way")
    control = control_of(page, (40, 12))
    control.turn(control.windowful())
    pointed = page.choices[control.pointed_at].key
    assert control.pointed_at > 0
    control.space()
    assert control.marked == frozenset({pointed})


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("and_back", [True, False])
def test_looking_around_leaves_out_no_row(size: tuple[int, int], and_back: bool) -> None:
    """To the end of the page, and back to its top or not: the same key answers every row then."""
    around = Key.PAGE_DOWN * 15 + Key.PAGE_UP * 15 * and_back
    every = frozenset(key_of(row, Response.NO) for row in ROWS.keys)
    assert reply_in(ROWS, size, around + "1" * 30 + Key.ENTER) == every


def test_looking_around_keeps_the_row_that_waits() -> None:
    """After two rows the third is the next, whatever was looked at in between."""
    typed = "11" + Key.PAGE_DOWN * 9 + "2" * 9 + Key.ENTER
    reply = reply_in(ROWS, (40, 12), typed)
    assert isinstance(reply, frozenset)
    third = ROWS.keys[2]
    assert key_of(third, Response.YES) in reply
