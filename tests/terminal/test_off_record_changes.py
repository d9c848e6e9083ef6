"""A change off record after a plan: what the run has kept is taken away, whoever leaves how."""

import shlex
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.support.built_in import GUIDE
from tests.support.sampling import one_plain
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, begin, program
from tests.support.walkthrough import (
    CALM_LINES,
    MENU,
    MENU_FINISH,
    PLAN,
    answer_calmly,
    answer_in_lines,
    answer_rows,
    change_to_care,
    finish,
    to_name,
)

FILES: Final = ("--output", "plan.txt", "--force")
LABELS: Final = GUIDE.labels
BEFORE: Final = "what was there before"
GONE: Final = LABELS.removed_again.format(files="notes.txt, mine.yaml")
"""What is said of both copies that are kept."""
STAYS: Final = LABELS.plain_stays
Place = Callable[[TerminalDriver], None]


@contextmanager
def running(folder: Path, *arguments: str, rows: int = 40) -> Iterator[TerminalDriver]:
    """The guide in that folder, below a line of somebody else's."""
    line = f"echo {BEFORE}; exec {shlex.join(program('guide', *arguments))}"
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(
        ["bash", "-c", line], cwd=folder, environment=environment, rows=rows
    ) as terminal:
        yield terminal


@contextmanager
def changing(folder: Path, *arguments: str, rows: int = 40) -> Iterator[TerminalDriver]:
    """Copies of the plan and of the answers are kept, and the check page has the answers."""
    with running(folder, *arguments, rows=rows) as terminal:
        begin(terminal)
        to_name(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Keep your answers too?")
        terminal.press("2")
        terminal.wait_for("File (mine.yaml):")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, "Your answers are in the file mine.yaml")
        assert sorted(path.name for path in folder.glob("[mn]*")) == ["mine.yaml", "notes.txt"]
        terminal.press("6")
        terminal.wait_for("Check your answers")
        yield terminal


def to_ending(terminal: TerminalDriver) -> None:
    """Changes the answer on safety to the first one, up to the page of the ending."""
    terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press("2", Key.ENTER)
    terminal.wait_for("Which country")
    terminal.press(Key.ENTER)
    terminal.wait_for("clear this screen")


def to_country(terminal: TerminalDriver) -> None:
    """Changes the last answer to thoughts of self-harm, up to the country of the help lines."""
    terminal.press(*[Key.DOWN] * 9, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press("2", Key.ENTER)
    terminal.wait_for("Which country")


def to_notice(terminal: TerminalDriver) -> None:
    """On from there, up to the notice."""
    to_country(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for("now, or later?")


def to_crisis_plan(terminal: TerminalDriver) -> None:
    """On from there, to the plan."""
    to_notice(terminal)
    terminal.press("1")
    terminal.wait_for("Check your answers")
    terminal.press(Key.ENTER)
    terminal.wait_for(PLAN, "The file notes.txt was removed again")


def to_care_plan(terminal: TerminalDriver) -> None:
    """On from there, to the plan."""
    change_to_care(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for(PLAN, "The file notes.txt was removed again")


@pytest.mark.parametrize(
    ("place", "leaving", "code"),
    one_plain(
        [
            (to_notice, "2", 0),
            (to_ending, Key.ENTER, 0),
            (to_ending, Key.CTRL_C, 130),
            (to_country, Key.CTRL_C, 130),
            (to_notice, Key.CTRL_C, 130),
            (to_notice, signal.SIGTERM, 143),
            (change_to_care, Key.CTRL_C, 130),
            (to_care_plan, Key.CTRL_C, 130),
            (to_care_plan, signal.SIGHUP, 129),
            (to_crisis_plan, Key.CTRL_C, 130),
            (to_crisis_plan, signal.SIGTERM, 143),
        ]
    ),
)
def test_whoever_leaves_a_change_off_record_leaves_no_file_and_no_plan(
    tmp_path: Path, place: Place, leaving: str | signal.Signals, code: int
) -> None:
    """One line says that the files are gone, below what was there before, and no word on why."""
    (tmp_path / "theirs.txt").write_text("theirs")
    with changing(tmp_path, *FILES) as terminal:
        place(terminal)
        if isinstance(leaving, signal.Signals):
            terminal.process.send_signal(leaving)
        else:
            terminal.press(leaving)
        assert terminal.exit_code() == code
        assert not terminal.screen.is_alternate
        assert terminal.text() == f"{BEFORE}\n{GONE}"
        assert PLAN not in terminal.left_behind()
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]


@pytest.mark.parametrize(
    ("place", "act", "is_printed"),
    one_plain(
        [
            (to_care_plan, "6", False),
            (to_care_plan, "8", True),
            (to_crisis_plan, "6", False),
            (to_crisis_plan, "8", True),
        ]
    ),
)
def test_a_change_takes_the_copies_away_again(
    tmp_path: Path, place: Place, act: str, is_printed: bool
) -> None:
    """The page says which, and that they are gone stays true however the plan is finished."""
    (tmp_path / "theirs.txt").write_text("theirs")
    with changing(tmp_path, *FILES) as terminal:
        place(terminal)
        assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]
        assert LABELS.menu_keep not in terminal.words()
        terminal.press(act)
        assert terminal.exit_code() == 0
        if is_printed:
            assert "The file notes.txt was removed again" in terminal.left_behind()
        else:
            assert PLAN not in terminal.left_behind()
            assert terminal.text() == BEFORE
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("place", [to_notice, to_ending])
def test_a_plan_that_was_output_goes_from_the_screen(tmp_path: Path, place: Place) -> None:
    """`--format text` writes the plan on the main screen: a change off record clears that."""
    with running(tmp_path, "--format", "text", rows=250) as terminal:
        begin(terminal)
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, MENU, MENU_FINISH)
        terminal.press("1")
        terminal.wait_for("Check your answers")
        place(terminal)
        terminal.press("2" if place is to_notice else Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""


@pytest.mark.slow
def test_whoever_kept_nothing_leaves_the_screen_as_it_was(tmp_path: Path) -> None:
    """Where no copy was kept, none is spoken of."""
    with running(tmp_path) as terminal:
        begin(terminal)
        to_name(terminal)
        terminal.press(Key.ESCAPE)
        terminal.wait_for(PLAN)
        terminal.press("6")
        terminal.wait_for("Check your answers")
        to_notice(terminal)
        terminal.press("2")
        assert terminal.exit_code() == 0
        assert terminal.text() == BEFORE


@pytest.mark.slow
def test_a_change_that_is_left_on_record_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Ctrl-C on the check page, with nothing changed, takes no copy away, and writes no file."""
    with changing(tmp_path, "--output", "plan.txt") as terminal:
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert terminal.text() == BEFORE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.yaml", "notes.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("leaving", [False, True])
def test_a_change_taken_back_at_the_ending(tmp_path: Path, leaving: bool) -> None:
    """Each ending says what was removed; on record again there is a plan, and files are made.

    Whoever leaves before that is told that the copies are gone.
    """
    removed = "The file notes.txt was removed again"
    with changing(tmp_path, "--output", "plan.txt", rows=200) as terminal:
        to_ending(terminal)
        terminal.wait_for(removed)
        assert list(tmp_path.iterdir()) == []
        terminal.press(Key.LEFT)
        terminal.wait_for("Change your answer")
        terminal.press(Key.DOWN, "2", Key.ENTER)
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("clear this screen", removed)
        terminal.press(Key.LEFT)
        terminal.wait_for("Change your answer")
        answer_rows(terminal)
        terminal.wait_for("Check your answers")
        terminal.press(Key.CTRL_C if leaving else Key.ENTER)
        if leaving:
            assert terminal.exit_code() == 130
            assert terminal.text() == f"{BEFORE}\n{GONE}"
        else:
            terminal.wait_for(GONE)
            finish(terminal)
            assert PLAN in terminal.words()
    assert [path.name for path in tmp_path.iterdir()] == ([] if leaving else ["plan.txt"])


@pytest.mark.slow
@pytest.mark.parametrize("leaving", ["2\n", Key.CTRL_C])
def test_plain_lines_say_that_they_stay(tmp_path: Path, leaving: str) -> None:
    """What cannot be cleared is left, with the line on the files and one on how to clear it."""
    environment = {"PYTHONPATH": str(ROOT)}
    command = program("guide", "--plain", *FILES)
    prompt = "start with this. b: change an answer, ?: read again"
    with TerminalDriver(command, cwd=tmp_path, environment=environment, rows=400) as terminal:
        answer_in_lines(
            terminal,
            *CALM_LINES,
            (prompt, "7"),
            ("an empty line: notes.txt", ""),
            ("b: back, ?: read again", "2"),
            ("an empty line: mine.yaml", ""),
            (prompt, "6"),
            ("b: back, ?: read again", "10"),
            ("an empty line: as before", "2"),
            ("b: back, ?: read again", "1"),
        )
        terminal.wait_for("now, or later?")
        terminal.wait_for_end("b: back, ?: read again")
        terminal.press(leaving)
        assert terminal.exit_code() == (130 if leaving == Key.CTRL_C else 0)
        assert terminal.words().endswith(f"{GONE} {STAYS}")
        assert f"\n{GONE}\n" in terminal.text()
        assert b"\x1b" not in terminal.output
    assert list(tmp_path.iterdir()) == []
