"""The menu below the plan, and the files of an interview, in a real terminal."""

import shlex
import signal
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.terminal_driver import (
    ROOT,
    Key,
    TerminalDriver,
    begin,
    clean_environment,
    program,
)
from tests.support.undated import undated, written
from tests.support.walkthrough import (
    ALL_NO,
    CALM_LINES,
    MENU,
    NAME,
    answer_calmly,
    answer_in_lines,
    answer_rows,
    finish,
    keep_no_answers,
    settle,
    to_menu,
    to_name,
)

CALM = """\
how_long: lt3m
safety: none
told: not_yet
talk: ok
time: little_none
in_way: nothing
cause: drift
habits: none
now: none
"""
"""What `answer_calmly` answers."""


@contextmanager
def sitting(folder: Path, *arguments: str, **options: Any) -> Iterator[TerminalDriver]:
    """`distance guide` in a terminal and in that folder, past the welcome page."""
    options.setdefault("environment", {"PYTHONPATH": str(ROOT)})
    with TerminalDriver(program("guide", *arguments), cwd=folder, **options) as terminal:
        begin(terminal)
        yield terminal


def plan_of(answers: str, *arguments: str) -> str:
    """The plan of those answers, as standard output has it."""
    command = program("guide", "--answers", "-", *arguments)
    done = subprocess.run(
        command, input=answers.encode(), capture_output=True, env=clean_environment(), cwd=ROOT,
        check=True, start_new_session=True,
    )  # fmt: skip
    return undated(done.stdout.decode())


def test_a_copy_under_the_suggested_name(tmp_path: Path) -> None:
    """Two keys and Enter keep a copy for the owner alone; the plan stays above, the menu below."""
    with sitting(tmp_path, rows=150) as terminal:
        to_menu(terminal)
        assert not terminal.screen.is_alternate
        assert "> 3. Finish" in terminal.text()
        terminal.press(Key.UP, Key.ENTER)
        terminal.wait_for("Whoever can use your account here could read it", NAME)
        assert tmp_path.name in terminal.words()
        terminal.press(Key.ENTER)
        terminal.wait_for("Your plan is in the file notes.txt.")
        keep_no_answers(terminal)
        finish(terminal)
        assert "Some steps for you" in terminal.text()
        assert MENU not in terminal.words()
        assert terminal.settings() == terminal.settings_before
    assert written(tmp_path / "notes.txt") == plan_of(CALM)
    assert stat.S_IMODE((tmp_path / "notes.txt").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_name_is_completed_and_decides_on_the_form(tmp_path: Path) -> None:
    """Tab completes folders and names; a name that ends in .md gets Markdown."""
    (tmp_path / "papers").mkdir()
    with sitting(tmp_path) as terminal:
        to_name(terminal)
        terminal.press("pap\t")
        terminal.wait_for("papers")
        terminal.press("/plan.md", Key.ENTER)
        terminal.wait_for("Your plan is in the file papers/plan.md.")
        keep_no_answers(terminal)
        finish(terminal)
    assert written(tmp_path / "papers" / "plan.md") == plan_of(CALM, "--format", "markdown")


def test_an_older_file_is_asked_about(tmp_path: Path) -> None:
    """It stays until the reader says that it may go; the next free name leaves it alone."""
    older = tmp_path / "plan.txt"
    older.write_text("mine")
    with sitting(tmp_path) as terminal:
        to_name(terminal)
        terminal.press("plan.txt", Key.ENTER)
        terminal.wait_for("This file is there already", "> 1. Choose another name")
        terminal.press(Key.ENTER)
        terminal.wait_until_gone("This file is there already")
        terminal.wait_for("File (plan-2.txt):")
        terminal.press(Key.ENTER)
        terminal.wait_for("Your plan is in the file plan-2.txt.")
        keep_no_answers(terminal)
        terminal.wait_for(MENU)
        assert older.read_text() == "mine"
        terminal.press("2")
        terminal.wait_until_gone(MENU)
        terminal.wait_for(NAME)
        terminal.press("plan.txt", Key.ENTER)
        terminal.wait_for("2. Replace it")
        terminal.press("2")
        terminal.wait_for("Your plan is in the file plan.txt.")
        keep_no_answers(terminal)
        finish(terminal)
    assert written(older) == written(tmp_path / "plan-2.txt") == plan_of(CALM)


@pytest.mark.slow
def test_a_name_that_will_not_do_is_asked_for_again(tmp_path: Path) -> None:
    """A line says why, the plan is still there, and another name can be given at once."""
    (tmp_path / "link.txt").symlink_to("/dev/null")
    with sitting(tmp_path, rows=60) as terminal:
        to_name(terminal)
        for name, reason in (
            ("missing/plan.txt", "its folder does not exist"),
            ("notes.pdf", "such a file cannot be made here, only .txt, .md, .json"),
            ("link.txt", "this is a link to somewhere else"),
            ("/dev/full", "this is not an ordinary file"),
        ):
            terminal.press(name, Key.ENTER)
            terminal.wait_for(f"{name} was not written: {reason}.")
            settle(terminal)
            terminal.wait_for(NAME)
        terminal.press("plan.txt", Key.ENTER)
        terminal.wait_for("Your plan is in the file plan.txt.")
        keep_no_answers(terminal)
        finish(terminal)
    assert written(tmp_path / "plan.txt") == plan_of(CALM)


@pytest.mark.parametrize("key", [Key.LEFT, Key.ESCAPE])
def test_back_from_an_empty_name(tmp_path: Path, key: str) -> None:
    """Both keys lead back to the menu, and nothing is written."""
    with sitting(tmp_path) as terminal:
        to_name(terminal)
        terminal.press(key)
        terminal.wait_for(MENU)
        finish(terminal)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_is_changed_and_the_files_follow(tmp_path: Path) -> None:
    """From the menu to the check page with every answer, and to the new plan in the same files."""
    asked = ["--output", "plan.txt", "--save-answers", "mine.yaml"]
    with sitting(tmp_path, *asked, rows=200) as terminal:
        to_menu(terminal)
        assert "Your plan is in the file plan.txt." in terminal.words()
        first = written(tmp_path / "plan.txt")
        terminal.press("1")
        terminal.wait_for("Check your answers", "Less than 3 months", "We slowly drifted")
        assert terminal.screen.is_alternate
        terminal.press(Key.DOWN, Key.ENTER)
        terminal.wait_for("Change your answer")
        terminal.press("4")
        terminal.wait_for("Check your answers", "More than 2 years")
        terminal.press(Key.ENTER)
        terminal.wait_for("THIS STEP COULD HELP YOU MOST", MENU)
        assert not terminal.screen.is_alternate
        finish(terminal)
    assert first == plan_of(CALM)
    assert written(tmp_path / "plan.txt") == plan_of(CALM.replace("lt3m", "gt2y"))
    assert "how_long: gt2y" in (tmp_path / "mine.yaml").read_text()


def change_first(terminal: TerminalDriver, number: str, label: str) -> None:
    """From the menu, gives the first question another answer, and on to the new plan's menu."""
    terminal.press("1")
    terminal.wait_for("Check your answers")
    terminal.press(Key.DOWN, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press(number)
    terminal.wait_for("Check your answers", label)
    terminal.press(Key.ENTER)
    terminal.wait_until_gone("Check your answers")
    terminal.wait_for(MENU)


@pytest.mark.slow
def test_a_copy_that_a_change_does_not_reach_is_named(tmp_path: Path) -> None:
    """It keeps the earlier plan, which is said as long as it is so; it can be kept anew."""
    earlier = "The file notes.txt still has your earlier plan"
    with sitting(tmp_path, "--output", "plan.txt", rows=400) as terminal:
        to_name(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Your plan is in the file notes.txt.")
        keep_no_answers(terminal)
        terminal.wait_for(MENU)
        assert "earlier plan" not in terminal.words()
        change_first(terminal, "4", "More than 2 years")
        assert terminal.words().count(earlier) == 1
        assert "plan.txt still has" not in terminal.words()
        assert written(tmp_path / "notes.txt") == plan_of(CALM)
        change_first(terminal, "1", "Less than 3 months")
        assert terminal.words().count(earlier) == 1
        change_first(terminal, "4", "More than 2 years")
        assert terminal.words().count(earlier) == 2
        terminal.press("2")
        terminal.wait_for("File (notes-2.txt):")
        terminal.press("notes.txt", Key.ENTER)
        terminal.wait_for("2. Replace it")
        terminal.press("2")
        terminal.wait_until_gone("2. Replace it")
        keep_no_answers(terminal)
        terminal.wait_for(MENU)
        change_first(terminal, "4", "More than 2 years")
        assert terminal.words().count(earlier) == 2
        finish(terminal)
    assert written(tmp_path / "notes.txt") == plan_of(CALM.replace("lt3m", "gt2y"))


@pytest.mark.slow
def test_a_copy_never_takes_the_place_of_another_file_of_the_run(tmp_path: Path) -> None:
    """Not even the saved answers of the same run are written over without asking."""
    with sitting(tmp_path, "--save-answers", "mine.yaml", rows=150) as terminal:
        to_name(terminal)
        terminal.press("mine.yaml", Key.ENTER)
        terminal.wait_for("This file is there already")
        terminal.press(Key.LEFT)
        terminal.wait_for(MENU)
        finish(terminal)
    assert "how_long: lt3m" in (tmp_path / "mine.yaml").read_text()


@pytest.mark.slow
def test_saved_answers_can_be_gone_through_again(tmp_path: Path) -> None:
    """`--answers FILE --ask` starts at the first question, with each answer chosen already."""
    (tmp_path / "mine.yaml").write_text(CALM.replace("lt3m", "gt2y"))
    with sitting(tmp_path, "--answers", "mine.yaml", "--ask", rows=200) as terminal:
        terminal.wait_for("> (x) 4. More than 2 years")
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 2,", *ALL_NO)
        for number in range(2, 10):
            terminal.wait_for(f"Question {number},")
            terminal.press(Key.ENTER)
        terminal.wait_for("Check your answers", "More than 2 years")
        terminal.press(Key.ENTER)
        terminal.wait_for("THIS STEP COULD HELP YOU MOST")
        finish(terminal)


def test_keys_typed_ahead_keep_no_copy(tmp_path: Path) -> None:
    """What was pressed before the menu is there is forgotten, and chooses nothing on it."""
    with sitting(tmp_path) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.ENTER + "2" + Key.ENTER * 3)
        terminal.wait_for("> 3. Finish")
        settle(terminal)
        assert MENU in terminal.words()
        finish(terminal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", [(20, 10), (40, 12), (200, 50)])
def test_the_menu_in_windows_of_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """All three choices can be reached, and copies of the plan and of the answers can be kept."""
    columns, rows = size
    with sitting(tmp_path, columns=columns, rows=rows) as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        answer_rows(terminal)
        for number, keys in enumerate(["1", "6\r", "1", "7\r", " \r", "7\r", "7\r"], start=3):
            terminal.wait_for(f"Question {number},")
            terminal.press(*keys)
        terminal.wait_for("Show my plan")
        terminal.press(Key.ENTER)
        terminal.wait_for("> 3. Finish")
        terminal.press(Key.UP, Key.ENTER)
        terminal.wait_for("File (notes.txt):")
        terminal.press(Key.ENTER)
        terminal.wait_for("Keep your answers")
        terminal.press("2")
        terminal.wait_for("File (mine.yaml):")
        terminal.press(Key.ENTER)
        terminal.wait_for("> 3. Finish")
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
    assert written(tmp_path / "notes.txt") == plan_of(CALM)
    assert "how_long: lt3m" in (tmp_path / "mine.yaml").read_text()


@pytest.mark.slow
@pytest.mark.parametrize("place", [to_menu, to_name])
@pytest.mark.parametrize("leaving", [Key.CTRL_C, Key.CTRL_D, *map(int, (2, 15, 1))])
def test_leaving_below_the_plan(tmp_path: Path, place: Any, leaving: str | int) -> None:
    """Keys and signals end it in order; the plan stays, the menu goes, nothing is written."""
    with sitting(tmp_path, rows=150) as terminal:
        place(terminal)
        if isinstance(leaving, int):
            terminal.process.send_signal(leaving)
        else:
            terminal.press(leaving)
        code = 128 + leaving if isinstance(leaving, int) else 130
        assert terminal.exit_code() == code
        words = terminal.words()
        assert "Some steps for you" in words
        assert MENU not in words
        assert NAME not in words
        assert not terminal.screen.cursor.hidden
        assert terminal.settings() == terminal.settings_before
        assert terminal.output.rfind(b"\x1b[?2004l") > terminal.output.rfind(b"\x1b[?2004h")
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_goes_below_the_plan(tmp_path: Path) -> None:
    """When the window is closed at the menu, the program goes too."""
    with sitting(tmp_path) as terminal:
        to_menu(terminal)
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.exit_code() == 129


@pytest.mark.slow
def test_plain_lines_offer_the_same(tmp_path: Path) -> None:
    """Numbered lines keep a copy, ask about an older one, go back and change an answer."""
    with TerminalDriver(
        program("guide", "--plain"),
        rows=400,
        cwd=tmp_path,
        environment={"PYTHONPATH": str(ROOT)},
    ) as terminal:
        answer_in_lines(
            terminal,
            *CALM_LINES,
            ("change an answer, ?: read again", "2"),
            ("an empty line: notes.txt", ""),
            ("b: back, ?: read again", "2"),
            ("an empty line: mine.yaml", ""),
            ("change an answer, ?: read again", "2"),
            ("an empty line: notes-2.txt", "B"),
            ("change an answer, ?: read again", "1"),
            ("b: back, ?: read again", "2"),
            ("an empty line: as before", "4"),
            ("b: back, ?: read again", "1"),
            ("change an answer, ?: read again", ""),
        )
        assert terminal.exit_code() == 0
        assert b"\x1b" not in terminal.output
        assert "Your plan is in the file notes.txt." in terminal.words()
        assert "Your answers are in the file mine.yaml" in terminal.words()
        assert "THIS STEP COULD HELP YOU MOST" in terminal.words()
    assert written(tmp_path / "notes.txt") == plan_of(CALM)


def test_output_is_shown_and_written(tmp_path: Path) -> None:
    """`--output FILE` shows the plan as ever, says where the file is, and then has the menu."""
    with sitting(tmp_path, "--output", "plan.json", rows=150) as terminal:
        to_menu(terminal)
        words = terminal.words()
        assert words.index("Some steps for you") < words.index("is in the file plan.json")
        finish(terminal)
    assert written(tmp_path / "plan.json") == plan_of(CALM, "--format", "json")


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
        ([("2", MENU)], True, False, 0),
        ([("1", "File (plan-2.txt):"), ("other.txt" + Key.ENTER, MENU)], False, True, 0),
        ([(Key.LEFT, MENU)], False, False, 0),
    ],
)
def test_an_older_file_is_asked_about_after_the_plan(
    tmp_path: Path, keys: list[tuple[str, str]], older: bool, other: bool, code: int
) -> None:
    """`--output` over a file that is there: replace it, take another name, or let it be."""
    (tmp_path / "plan.txt").write_text("mine")
    with sitting(tmp_path, "--output", "plan.txt", rows=150) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Some steps for you", "> 1. Choose another name")
        for key, next_page in keys:
            terminal.press(key)
            terminal.wait_for(next_page)
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == code
    assert (written(tmp_path / "plan.txt") == plan_of(CALM)) is older
    assert (tmp_path / "other.txt").exists() is other


@pytest.mark.slow
def test_a_file_that_cannot_be_written_after_all(tmp_path: Path) -> None:
    """A line says so, the plan is there, a copy can still be kept, and the exit code is 1."""
    folder = tmp_path / "folder"
    folder.mkdir()
    with sitting(tmp_path, "--output", "folder/plan.txt", rows=150) as terminal:
        answer_calmly(terminal)
        folder.rmdir()
        terminal.press(Key.ENTER)
        terminal.wait_for(
            "Some steps for you",
            "folder/plan.txt was not written: its folder does not exist.",
            MENU,
        )
        terminal.press("2")
        terminal.wait_for(NAME)
        terminal.press(Key.ENTER)
        terminal.wait_for("Your plan is in the file notes.txt.")
        keep_no_answers(terminal)
        terminal.wait_for(MENU)
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 1
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


def test_enter_held_down_never_answers_the_safety_question(tmp_path: Path) -> None:
    """An Enter that repeats skips other questions at the most; this one waits for a clear word."""
    with sitting(tmp_path) as terminal:
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 2,")
        for _ in range(100):
            terminal.press(Key.ENTER)
            terminal.pump(0.03)
        terminal.wait_for("Question 2,", "Not all are answered")
        settle(terminal, 20)
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")


def test_a_second_enter_is_a_clear_word_at_once(tmp_path: Path) -> None:
    """Whoever has read that not all are answered and presses Enter again goes on, however soon."""
    with sitting(tmp_path) as terminal:
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 2,")
        terminal.press(Key.ENTER)
        terminal.wait_for("Not all are answered")
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")
