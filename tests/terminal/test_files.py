"""The files that options ask for, and a plan that goes elsewhere, in a real terminal."""

import json
import shlex
from pathlib import Path
from typing import Final

import pytest

from tests.support.built_in import GUIDE
from tests.support.calm_run import CALM, plan_of, sitting
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, begin, program
from tests.support.undated import written
from tests.support.walkthrough import (
    MENU,
    MENU_FINISH,
    NAME,
    PLAN,
    answer_calmly,
    change,
    finish,
    keep_no_answers,
    to_moment,
    to_name,
    to_plan,
)

pytestmark = pytest.mark.slow

LABELS: Final = GUIDE.labels
OLDER: Final = "This file is there already"


def test_output_is_written_once_the_reader_finishes(tmp_path: Path) -> None:
    """Not before; then below the printed plan, with the start, its moment and every change."""
    asked = ["--output", "plan.txt", "--save-answers", "mine.yaml"]
    with sitting(tmp_path, *asked, rows=200) as terminal:
        to_plan(terminal)
        change(terminal, 1, "4")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, "COULD HELP YOU MOST")
        to_moment(terminal)
        terminal.press("1")
        terminal.wait_for("When: at a meal")
        assert list(tmp_path.iterdir()) == []
        finish(terminal)
        words = terminal.words()
        assert words.index("not therapy") < words.index("Your plan is in the file plan.txt.")
        assert words.count(PLAN) == 1
    lines = (tmp_path / "plan.txt").read_text().splitlines()
    assert max(map(len, lines)) <= 80
    plan = " ".join(" ".join(lines).split())
    order = ("START HERE", "When: at a meal", "Then: Ask your partner", LABELS.overview)
    places = [plan.index(each) for each in order]
    assert places == sorted(places)
    assert "how_long: gt2y" in (tmp_path / "mine.yaml").read_text()


def test_a_plan_in_a_form_of_its_own_has_its_menu_below(tmp_path: Path) -> None:
    """`--format json` on a terminal: the plan is output, and what can be done stands below it."""
    with sitting(tmp_path, "--format", "json", columns=400, rows=250) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for(MENU, MENU_FINISH)
        assert not terminal.screen.is_alternate
        shown = terminal.text()
        plan = json.loads(shown[shown.index("{") : shown.rindex("}") + 1])
        assert plan["start"]["step"] == "say-it"
        assert plan["start"]["moment"] is None
        terminal.press("2")
        terminal.wait_for(NAME)
        terminal.press(Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for(MENU, MENU_FINISH)
        terminal.press("1")
        terminal.wait_for("Check your answers")
        assert terminal.screen.is_alternate
        terminal.press(Key.ENTER)
        terminal.wait_for(MENU, MENU_FINISH)
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert MENU not in terminal.words()
    assert written(tmp_path / "notes.txt") == plan_of(CALM)


@pytest.mark.parametrize("name", ["missing/plan.txt", "folder", "link", "/dev/null", "a.pdf"])
@pytest.mark.parametrize("option", ["--output", "--save-answers"])
def test_what_is_in_the_way_is_said_before_the_first_question(
    tmp_path: Path, name: str, option: str
) -> None:
    """Nobody answers ten questions to learn that the file cannot be written."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder/elsewhere")
    environment = {"PYTHONPATH": str(ROOT)}
    command = program("guide", option, name)
    with TerminalDriver(command, cwd=tmp_path, environment=environment) as terminal:
        assert terminal.exit_code() == 1
        assert terminal.words().startswith(f"{name} was not written: ")
        assert b"\x1b" not in terminal.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "older", "other", "code"),
    [
        ([("2", "Your plan is in the file plan.txt.")], True, False, 0),
        ([("1", "File (plan-2.txt):"), ("other.txt" + Key.ENTER, "other.txt.")], False, True, 0),
        ([(Key.LEFT, "not therapy")], False, False, 0),
        ([(Key.CTRL_C, "not therapy")], False, False, 130),
    ],
)
def test_an_older_file_is_asked_about_after_the_plan(
    tmp_path: Path, keys: list[tuple[str, str]], older: bool, other: bool, code: int
) -> None:
    """`--output` over a file that is there: replace it, take another name, or let it be."""
    (tmp_path / "plan.txt").write_text("mine")
    with sitting(tmp_path, "--output", "plan.txt", rows=150) as terminal:
        to_plan(terminal)
        terminal.press("8")
        terminal.wait_for("not therapy", OLDER, "> 1. Choose another name")
        assert not terminal.screen.is_alternate
        for key, next_page in keys:
            terminal.press(key)
            terminal.wait_for(next_page)
        assert terminal.exit_code() == code
        assert OLDER not in terminal.words()
        assert PLAN in terminal.words()
    assert (written(tmp_path / "plan.txt") == plan_of(CALM)) is older
    assert (tmp_path / "other.txt").exists() is other


@pytest.mark.slow
@pytest.mark.parametrize("act", ["8", "9"])
def test_a_file_that_cannot_be_written_after_all(tmp_path: Path, act: str) -> None:
    """A line says so, also where all else is cleared, a copy is there, and the exit code is 1."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with sitting(tmp_path, "--output", "folder/plan.txt", rows=150) as terminal:
        to_name(terminal)
        folder.rmdir()
        terminal.press(Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for(PLAN, "Your plan is in the file notes.txt.")
        terminal.press(act)
        assert terminal.exit_code() == 1
        why = "folder/plan.txt was not written: its folder does not exist."
        assert why in terminal.words()
        assert ("not therapy" in terminal.words()) is (act == "8")
    assert written(tmp_path / "notes.txt") == plan_of(CALM)


@pytest.mark.slow
def test_a_redirected_plan_has_no_menu_and_asks_first(tmp_path: Path) -> None:
    """With standard output elsewhere, an older file is asked about before it gets anything."""
    (tmp_path / "plan.txt").write_text("mine")
    with (
        (tmp_path / "redirected").open("wb") as file,
        sitting(tmp_path, "--output", "plan.txt", stdout=file) as terminal,
    ):
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("This file is there already")
        assert (tmp_path / "redirected").read_bytes() == b""
        terminal.press("2")
        assert terminal.exit_code() == 0
        assert "Your plan is in the file plan.txt." in terminal.words()
        assert LABELS.redirected in terminal.words()
        assert "START HERE" not in terminal.all_text()
    assert written(tmp_path / "plan.txt") == plan_of(CALM)
    assert written(tmp_path / "redirected") == plan_of(CALM)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_redirected_plan_on_a_full_disk_is_shown(tmp_path: Path) -> None:
    """`> plan.txt` on a full disk: the plan comes on the terminal, with one line and code 1."""
    with Path("/dev/full").open("wb") as full, sitting(tmp_path, stdout=full, rows=150) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Some steps for you", "not therapy", "No space left on device")
        assert terminal.exit_code() == 1


@pytest.mark.parametrize("command", ["true", "no-such-printer"])
def test_a_plan_is_shown_where_nobody_reads_the_pipe(tmp_path: Path, command: str) -> None:
    """`| lpr` where there is none: the plan comes on the terminal, with why, and code 1."""
    line = f"{shlex.join(program('guide'))} | {command}; exit ${{PIPESTATUS[0]}}"
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(
        ["bash", "-c", line], cwd=tmp_path, environment=environment, rows=150
    ) as terminal:
        begin(terminal)
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Some steps for you", "not therapy", "The program behind the | has ended")
        assert terminal.exit_code() == 1
        assert not terminal.screen.is_alternate
        assert terminal.settings() == terminal.settings_before
    assert list(tmp_path.iterdir()) == []
