"""Leaving any page of a plan: nothing of it stays on the terminal, and no file."""

import os
import shlex
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.support.built_in import GUIDE
from tests.support.sampling import one_plain
from tests.support.terminal_driver import PATIENCE, ROOT, Key, TerminalDriver, begin, program
from tests.support.walkthrough import (
    LAST_ACT,
    PLAN,
    settle,
    to_care,
    to_crisis,
    to_moment,
    to_name,
    to_notice,
    to_plan,
)

pytestmark = pytest.mark.slow

BEFORE: Final = "what was there before"
FILES: Final = ("--output", "plan.txt", "--save-answers", "mine.yaml")
TELLING: Final = (
    *(step.title for step in GUIDE.steps),
    *(action.text for step in GUIDE.steps for action in step.actions),
    *(moment.text for moment in GUIDE.plan.moments),
    GUIDE.plan.title,
    "START HERE",
    "Question",
    "Keep a copy",
    "Before you read on",
    "One small thing",
    "For now, only this",
)
"""Words of the pages; none of them may be found on the main screen."""


def to_thing(terminal: TerminalDriver) -> None:
    """Where one thing is chosen."""
    to_plan(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for("Which one feels possible?")


def to_its_moment(terminal: TerminalDriver) -> None:
    """Where its moment is chosen."""
    to_plan(terminal)
    to_moment(terminal)


def to_chosen(terminal: TerminalDriver) -> None:
    """At the plan with both of them."""
    to_its_moment(terminal)
    terminal.press("1")
    terminal.wait_for("When: at a meal")


def to_step(terminal: TerminalDriver) -> None:
    """At a step in full."""
    to_plan(terminal)
    terminal.press("1")
    terminal.wait_for("Your partner may not see what you see", "Enter: back")


def to_care_plan(terminal: TerminalDriver) -> None:
    """At a plan that is off record."""
    to_care(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for(PLAN, "6. Finish and clear")


PLACES: Final = [to_plan, to_thing, to_its_moment, to_chosen, to_step, to_name]
GUARDED: Final = [to_care, to_care_plan, to_notice, to_crisis]
LEAVING: Final = [Key.CTRL_C, Key.CTRL_D, signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
Place = Callable[[TerminalDriver], None]


def sitting(folder: Path, *arguments: str) -> TerminalDriver:
    """The guide in a terminal and in that folder, below a line of somebody else's."""
    line = f"echo {BEFORE}; exec {shlex.join(program('guide', *arguments))}"
    environment = {"PYTHONPATH": str(ROOT)}
    return TerminalDriver(["bash", "-c", line], cwd=folder, environment=environment)


def assert_left_behind(terminal: TerminalDriver, *said: str) -> None:
    """The main screen has what was there before and these lines, and never had anything else."""
    assert terminal.text() == "\n".join((BEFORE, *said))
    assert terminal.left_behind().startswith(BEFORE)
    assert [each for each in TELLING if each in terminal.left_behind()] == []
    assert not terminal.screen.is_alternate
    assert not terminal.screen.cursor.hidden


def test_what_is_printed_would_be_found() -> None:
    """The words that may not be left behind are those of the pages that are left below."""
    assert len(TELLING) > 40
    with TerminalDriver(program("steps", "1")) as terminal:
        assert terminal.exit_code() == 0
        assert any(each in terminal.left_behind() for each in TELLING)


@pytest.mark.parametrize(
    ("place", "leaving"),
    one_plain([(place, leaving) for leaving in LEAVING for place in (*PLACES, *GUARDED)]),
)
def test_leaving_any_page_of_a_plan_leaves_nothing(
    tmp_path: Path, place: Place, leaving: str | signal.Signals
) -> None:
    """Keys and signals: the exit code is the shell's, no file is written, and nothing printed."""
    with sitting(tmp_path, *FILES) as terminal:
        begin(terminal)
        place(terminal)
        settle(terminal)
        assert terminal.screen.is_alternate
        if isinstance(leaving, signal.Signals):
            terminal.process.send_signal(leaving)
        else:
            terminal.press(leaving)
        code = 128 + leaving if isinstance(leaving, signal.Signals) else 130
        assert terminal.exit_code() == code
        assert_left_behind(terminal)
        assert terminal.settings() == terminal.settings_before
        assert terminal.output.rfind(b"\x1b[?2004l") > terminal.output.rfind(b"\x1b[?2004h")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_on_every_page_after_another(tmp_path: Path) -> None:
    """Also where the other pages were shown before, and after a copy, which stays where it is."""
    with sitting(tmp_path, *FILES) as terminal:
        begin(terminal)
        to_name(terminal)
        terminal.press("kept.txt", Key.ENTER)
        terminal.wait_for(PLAN, "Your plan is in the file kept.txt.")
        to_moment(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("When: at a meal")
        terminal.press("3")
        terminal.wait_for("Enter: back")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert_left_behind(terminal)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_finish_and_clear_prints_nothing(tmp_path: Path) -> None:
    """The files that were asked for are there, and not even a word on them on the terminal."""
    with sitting(tmp_path, *FILES) as terminal:
        begin(terminal)
        to_chosen(terminal)
        terminal.press(*[Key.DOWN] * 12)
        terminal.wait_for(f"> {LAST_ACT}")
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert_left_behind(terminal)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.yaml", "plan.txt"]


@pytest.mark.parametrize("place", one_plain([to_care_plan, to_crisis]))
def test_off_record_finish_and_clear_comes_first_and_leaves_nothing(
    tmp_path: Path, place: Place
) -> None:
    """It is the first of what can be done, no copy is offered, and no file is left."""
    with sitting(tmp_path, *FILES) as terminal:
        begin(terminal)
        place(terminal)
        terminal.wait_for("6. Finish and clear 7. Change an answer 8. Finish")
        assert GUIDE.labels.menu_keep not in terminal.words()
        terminal.press("6")
        assert terminal.exit_code() == 0
        assert_left_behind(terminal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", one_plain([to_plan, to_its_moment, to_name]))
def test_a_terminal_that_is_closed_at_a_plan_leaves_no_file(tmp_path: Path, place: Place) -> None:
    """When the window goes, the program goes too, and writes nothing."""
    with sitting(tmp_path, *FILES) as terminal:
        begin(terminal)
        place(terminal)
        os.close(terminal.main)
        os.close(terminal.device)
        assert terminal.process.wait(timeout=PATIENCE) == 129
        terminal.main = terminal.device = os.open(os.devnull, os.O_RDONLY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_leaving_during_a_change_leaves_nothing_of_the_plan(tmp_path: Path) -> None:
    """From the answers page that a plan leads back to, as from the plan itself."""
    with sitting(tmp_path, *FILES) as terminal:
        begin(terminal)
        to_plan(terminal)
        terminal.press(Key.LEFT)
        terminal.wait_for("Check your answers")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert_left_behind(terminal)
    assert list(tmp_path.iterdir()) == []
