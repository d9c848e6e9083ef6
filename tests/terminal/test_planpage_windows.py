"""The pages of a plan in windows of any size, and in one whose size changes."""

import time
from typing import Final

import pytest

from distancecli.interview.plan import Reader
from distancecli.rendering.firstscreen import first_screen
from distancecli.rendering.outline import in_full
from distancecli.rendering.section import Section
from distancecli.system.terminal import CLEAR
from tests.support.built_in import GUIDE
from tests.support.calm_run import CALM
from tests.support.small_guide import codes
from tests.support.terminal_driver import PATIENCE, Key, TerminalDriver, guide_session
from tests.support.walkthrough import LAST_ACT, NAME, PLAN, settle, to_moment, to_plan

GOES_ON: Final = "There is more below"
"""Stands on all of a page but its end."""
ACTS: Final = (
    f"6. {GUIDE.labels.menu_change} 7. {GUIDE.labels.menu_keep} 8. {GUIDE.labels.menu_finish}"
    f" 9. {GUIDE.labels.menu_clear}"
)
START_KEYS: Final = GUIDE.labels.keys_start.format(last=9)
OTHER_KEYS: Final = GUIDE.labels.keys_plan.format(last=9)
PAGE_CLEARED: Final = CLEAR.encode()
"""Comes before a page that is drawn anew."""
SMALL: Final = [(40, 12), (20, 10)]


def calm() -> Reader:
    """The reader that `to_plan` is."""
    given = dict(line.split(": ") for line in CALM.splitlines())
    return Reader(GUIDE, {question: codes(code) for question, code in given.items()})


def words_in(*sections: Section) -> set[str]:
    """The words of the sections."""
    texts = ((each.heading, each.aside, *(b.text for b in each.blocks)) for each in sections)
    return set(" ".join(" ".join(each) for each in texts).split())


def whole(terminal: TerminalDriver) -> str:
    """What the screen shows once the page is drawn to its last line."""
    deadline = time.monotonic() + PATIENCE
    while not terminal.words().endswith((GOES_ON, "Ctrl-C: leave")):
        assert time.monotonic() < deadline, terminal.text()
        terminal.pump()
    settle(terminal, 2)
    return terminal.text()


def read_through(terminal: TerminalDriver, key: str) -> set[str]:
    """Every word that is seen on a page on the way to its end by that key."""
    seen = set(whole(terminal).split())
    while GOES_ON in (before := terminal.text()):
        terminal.press(key)
        terminal.wait_for_change(before)
        seen.update(whole(terminal).split())
    return seen


def resized(terminal: TerminalDriver, columns: int, rows: int) -> None:
    """Gives the window another size, and waits until the page is drawn for that."""
    drawn = terminal.output.count(PAGE_CLEARED)
    terminal.resize(columns, rows)
    deadline = time.monotonic() + PATIENCE
    while terminal.output.count(PAGE_CLEARED) == drawn:
        assert time.monotonic() < deadline, terminal.text()
        terminal.pump()
    settle(terminal, 4)


def test_the_action_is_in_view_at_once_in_a_small_window() -> None:
    """At 40x12 what to start with is on the first page, and so is the line of keys."""
    with guide_session() as terminal:
        to_plan(terminal)
        resized(terminal, 40, 12)
        terminal.wait_for("> START HERE, this week", "them, not about a complaint.")
        assert terminal.words().endswith(" ".join(START_KEYS.split()))
        assert len(terminal.text().splitlines()) == 12
        down = read_through(terminal, Key.DOWN)
        terminal.wait_for("> 8. Finish 9. Finish and clear")
        assert words_in(*first_screen(GUIDE, calm().plan)) <= down
        assert {*ACTS.split(), *START_KEYS.split(), *OTHER_KEYS.split()} <= down


@pytest.mark.slow
@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("key", [Key.DOWN, Key.PAGE_DOWN])
def test_every_word_can_be_read_in_a_small_window(size: tuple[int, int], key: str) -> None:
    """Of the first screen, of a step in full, of the actions and of the moments, by either key."""
    plan = calm().plan
    with guide_session() as terminal:
        to_plan(terminal)
        resized(terminal, *size)
        seen = read_through(terminal, key)
        assert words_in(*first_screen(GUIDE, plan)) <= seen
        assert {*ACTS.split(), *OTHER_KEYS.split()} <= seen
        terminal.press("2")
        terminal.wait_for("2. Make time")
        seen = read_through(terminal, key)
        assert words_in(in_full(GUIDE, plan, plan.steps[1])) <= seen
        terminal.press(Key.ENTER)
        terminal.wait_for("> -> 2. Make")
        terminal.press(*[Key.UP] * 30, Key.ENTER)
        terminal.wait_for(GUIDE.labels.start_title)
        seen = read_through(terminal, key)
        wanted = (GUIDE.labels.start_ask, *(each.action or "" for each in plan.steps))
        assert set(" ".join((*wanted, GUIDE.labels.start_later)).split()) <= seen
        terminal.press("1")
        terminal.wait_for("When could that be?")
        seen = read_through(terminal, key)
        assert plan.start
        moments = " ".join(each.text for each in plan.start.moments)
        assert set(f"{moments} {GUIDE.labels.moment_open}".split()) <= seen
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130


@pytest.mark.slow
def test_a_long_choice_wraps_and_enter_reads_on_to_it() -> None:
    """At 20x10 the acts stand below each other, and a page begins with its question."""
    with guide_session() as terminal:
        to_plan(terminal)
        resized(terminal, 20, 10)
        while "> 6. Change an" not in (before := terminal.text()):
            terminal.press(Key.DOWN)
            terminal.wait_for_change(before)
        assert "> 6. Change an\n  answer\n" in terminal.text()
        terminal.press(*[Key.UP] * 40)
        terminal.wait_for("Some steps for you")
        terminal.press(Key.ENTER)
        terminal.wait_for("One thing to start with", "feels possible?")
        before = terminal.text()
        terminal.press(Key.ENTER)
        terminal.wait_for_change(before)
        assert "> 1. Ask your" in terminal.text()
        while "When could that be?" not in terminal.words():
            before = terminal.text()
            terminal.press(Key.ENTER)
            terminal.wait_for_change(before)
            settle(terminal, 1)
        terminal.press("1")
        terminal.wait_for(PLAN)
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130


def test_a_resize_leaves_the_plan_as_it_was() -> None:
    """Narrowed and widened again, the page is the same, points at the same, and has its keys."""
    with guide_session() as terminal:
        to_plan(terminal)
        terminal.press(Key.DOWN, Key.DOWN)
        terminal.wait_for("> -> 3. Find out")
        before = terminal.text()
        for columns, rows in ((40, 12), (20, 10), (100, 40), (80, 24)):
            resized(terminal, columns, rows)
        terminal.wait_for(" ".join(before.split()))
        assert terminal.text() == before
        terminal.press(Key.ENTER)
        terminal.wait_for("3. Find out where it began │", "Enter: back")


@pytest.mark.slow
def test_a_resize_on_the_other_pages_of_a_plan() -> None:
    """A moment and the name of a copy are chosen in a window that was another one before."""
    with guide_session() as terminal:
        to_plan(terminal)
        to_moment(terminal)
        for columns, rows in ((20, 10), (40, 12), (80, 24)):
            resized(terminal, columns, rows)
        assert "> 1. at a meal we eat together" in terminal.text()
        terminal.press("1")
        terminal.wait_for("When: at a meal")
        terminal.press("7")
        terminal.wait_for(NAME)
        for columns, rows in ((40, 12), (80, 24)):
            terminal.resize(columns, rows)
            settle(terminal, 8)
        terminal.wait_for(NAME)
        terminal.press(Key.ESCAPE)
        terminal.wait_for(PLAN, "When: at a meal", LAST_ACT)
        terminal.press("9")
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
