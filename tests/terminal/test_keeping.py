"""Copies of a plan that are kept from its page, in a real terminal."""

import stat
from pathlib import Path

import pytest

from tests.support.built_in import GUIDE
from tests.support.calm_run import CALM, plan_of, sitting
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, program
from tests.support.undated import written
from tests.support.walkthrough import (
    CALM_LINES,
    LAST_ACT,
    NAME,
    PLAN,
    answer_calmly,
    answer_in_lines,
    answer_rows,
    change,
    finish,
    keep_no_answers,
    settle,
    to_name,
    to_plan,
)

pytestmark = pytest.mark.slow

LABELS = GUIDE.labels
EARLIER = LABELS.kept_earlier.format(file="notes.txt")
OLDER = "This file is there already"


def test_a_copy_under_the_suggested_name(tmp_path: Path) -> None:
    """A key and Enter keep a copy for the owner alone, once it is said who else could read it."""
    with sitting(tmp_path, rows=150) as terminal:
        to_plan(terminal)
        terminal.press("7")
        terminal.wait_for("Keep a copy", "Whoever can use your account here could read it", NAME)
        assert terminal.screen.is_alternate
        assert tmp_path.name in "".join(terminal.text().split())
        terminal.press(Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for(PLAN, LAST_ACT, "Your plan is in the file notes.txt.")
        finish(terminal)
        assert PLAN in terminal.text()
        assert "notes.txt" not in terminal.left_behind()
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
        keep_no_answers(terminal)
        terminal.wait_for("Your plan is in the file papers/plan.md.")
        finish(terminal)
    assert written(tmp_path / "papers" / "plan.md") == plan_of(CALM, "--format", "markdown")


def test_an_older_file_is_asked_about(tmp_path: Path) -> None:
    """It stays until the reader says that it may go; the next free name leaves it alone."""
    older = tmp_path / "plan.txt"
    older.write_text("mine")
    with sitting(tmp_path) as terminal:
        to_name(terminal)
        terminal.press("plan.txt", Key.ENTER)
        terminal.wait_for(OLDER, "> 1. Choose another name")
        terminal.press(Key.ENTER)
        terminal.wait_until_gone(OLDER)
        terminal.wait_for("File (plan-2.txt):")
        terminal.press(Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for(LAST_ACT, "Your plan is in the file plan-2.txt.")
        assert older.read_text() == "mine"
        terminal.press("7")
        terminal.wait_for(NAME)
        terminal.press("plan.txt", Key.ENTER)
        terminal.wait_for("2. Replace it")
        terminal.press("2")
        keep_no_answers(terminal)
        terminal.wait_for("Your plan is in the file plan.txt.")
        finish(terminal)
    assert written(older) == written(tmp_path / "plan-2.txt") == plan_of(CALM)


@pytest.mark.slow
def test_a_name_that_will_not_do_is_asked_for_again(tmp_path: Path) -> None:
    """A line says why, and another name can be given at once; the page tells of that alone."""
    (tmp_path / "link.txt").symlink_to("/dev/null")
    with sitting(tmp_path, rows=60) as terminal:
        to_name(terminal)
        for name, reason in (
            ("missing/plan.txt", "its folder does not exist"),
            ("notes.pdf", "such a file cannot be made here, only .txt, .md, .html, .json"),
            ("link.txt", "this is a link to somewhere else"),
            ("/dev/full", "this is not an ordinary file"),
        ):
            terminal.press(name, Key.ENTER)
            terminal.wait_for(f"{name} was not written: {reason}.")
            settle(terminal)
            terminal.wait_for(NAME)
        terminal.press("plan.txt", Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for("Your plan is in the file plan.txt.")
        assert "was not written" not in terminal.words()
        finish(terminal)
    assert written(tmp_path / "plan.txt") == plan_of(CALM)


@pytest.mark.slow
@pytest.mark.parametrize("key", [Key.LEFT, Key.ESCAPE])
def test_back_from_an_empty_name_and_from_an_older_file(tmp_path: Path, key: str) -> None:
    """Both keys lead back to the plan, and nothing is written."""
    (tmp_path / "plan.txt").write_text("mine")
    with sitting(tmp_path) as terminal:
        to_name(terminal)
        terminal.press(key)
        terminal.wait_for(PLAN, LAST_ACT)
        terminal.press("7")
        terminal.wait_for(NAME)
        terminal.press("plan.txt", Key.ENTER)
        terminal.wait_for(OLDER)
        terminal.press(key)
        terminal.wait_for(PLAN, LAST_ACT)
        finish(terminal)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.txt"]
    assert (tmp_path / "plan.txt").read_text() == "mine"


@pytest.mark.slow
def test_a_copy_that_a_change_does_not_reach_is_named(tmp_path: Path) -> None:
    """It keeps the earlier plan, which is said as long as it is so; it can be kept anew."""
    with sitting(tmp_path, "--output", "plan.txt", rows=60) as terminal:
        to_name(terminal)
        terminal.press(Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for(PLAN, "Your plan is in the file notes.txt.")
        for number, says_so in (("4", True), ("1", False), ("4", True)):
            change(terminal, 1, number)
            terminal.press(Key.ENTER)
            terminal.wait_for(PLAN, EARLIER if says_so else "Enter: start with this")
            assert (EARLIER in terminal.words()) is says_so
            assert "plan.txt still has" not in terminal.words()
        assert written(tmp_path / "notes.txt") == plan_of(CALM)
        terminal.press("7")
        terminal.wait_for("File (notes-2.txt):")
        terminal.press("notes.txt", Key.ENTER)
        terminal.wait_for("2. Replace it")
        terminal.press("2")
        keep_no_answers(terminal)
        terminal.wait_for(PLAN, "Your plan is in the file notes.txt.")
        change(terminal, 1, "4")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, "Enter: start with this")
        finish(terminal)
    assert written(tmp_path / "notes.txt") == plan_of(CALM.replace("lt3m", "gt2y"))


@pytest.mark.slow
def test_a_copy_is_not_written_over_by_another_file_of_the_run(tmp_path: Path) -> None:
    """Where a copy has the name that the answers were to have, that is asked about at the end."""
    with sitting(tmp_path, "--save-answers", "mine.txt", rows=150) as terminal:
        to_name(terminal)
        terminal.press("mine.txt", Key.ENTER)
        terminal.wait_for(PLAN, "Your plan is in the file mine.txt.")
        terminal.press("8")
        terminal.wait_for("not therapy", OLDER)
        terminal.press(Key.LEFT)
        assert terminal.exit_code() == 0
    assert written(tmp_path / "mine.txt") == plan_of(CALM)


@pytest.mark.slow
def test_saved_answers_can_be_gone_through_again(tmp_path: Path) -> None:
    """`--answers FILE --ask` asks only what has no answer: here all are on the answers page."""
    (tmp_path / "mine.yaml").write_text(CALM.replace("lt3m", "gt2y"))
    with TerminalDriver(
        program("guide", "--answers", "mine.yaml", "--ask"),
        rows=200,
        cwd=tmp_path,
        environment={"PYTHONPATH": str(ROOT)},
    ) as terminal:
        terminal.wait_for("Enter: begin")
        terminal.press(Key.ENTER)
        terminal.wait_for("Check your answers", "More than 2 years")
        terminal.press(Key.ENTER)
        terminal.wait_for("COULD HELP YOU MOST")
        finish(terminal)


def test_keys_typed_ahead_choose_nothing_on_the_plan(tmp_path: Path) -> None:
    """What was pressed before the page is there is forgotten: no copy, no start, no end."""
    with sitting(tmp_path) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.ENTER + "7" + Key.ENTER * 3 + "9")
        terminal.wait_for(PLAN, LAST_ACT)
        settle(terminal)
        assert "> START HERE" in terminal.words()
        assert "When:" not in terminal.words()
        finish(terminal)
    assert list(tmp_path.iterdir()) == []


def to_line(terminal: TerminalDriver, prompt: str) -> None:
    """To the line for a name, by way of what is said above it where the window cannot hold both."""
    terminal.wait_for("A copy is a file on")
    while not terminal.words().endswith((prompt, "Ctrl-C: leave", "There is more below")):
        terminal.pump()
    seen = terminal.text()  # not sooner: what stands there is still being drawn till then
    while prompt not in terminal.words() and "> Keep a copy" not in terminal.words():
        before = terminal.text()
        terminal.press(Key.DOWN)
        terminal.wait_for_change(before)
        settle(terminal)
        seen += "\n" + terminal.text()
    if prompt not in terminal.words():
        terminal.press(Key.ENTER)
        terminal.wait_for(prompt)
    assert set(LABELS.keep_who.split()) <= set(f"{seen} {terminal.text()}".split())


@pytest.mark.slow
@pytest.mark.parametrize("size", [(20, 10), (40, 12), (200, 50)])
def test_copies_in_windows_of_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """Copies of the plan and of the answers can be kept, by number keys or by the pointer."""
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
        terminal.wait_for(PLAN)
        while "> 7." not in terminal.words():
            before = terminal.text()
            terminal.press(Key.DOWN)
            terminal.wait_for_change(before)
        terminal.press(Key.ENTER)
        to_line(terminal, "File (notes.txt):")
        terminal.press(Key.ENTER)
        terminal.wait_for("Keep your answers")
        terminal.press("2")
        to_line(terminal, "File (mine.yaml):")
        terminal.press(Key.ENTER)
        terminal.wait_for("Some steps for", "Come back with: distance again mine.yaml")
        terminal.press(Key.UP)  # what is said takes nearly all of a small window, until a key
        finish(terminal)
    assert written(tmp_path / "notes.txt") == plan_of(CALM)
    assert "how_long: lt3m" in (tmp_path / "mine.yaml").read_text()


@pytest.mark.slow
def test_plain_lines_offer_the_same(tmp_path: Path) -> None:
    """Numbered lines keep a copy, ask about an older one, go back and change an answer."""
    prompt = "start with this. b: change an answer, ?: read again"
    with TerminalDriver(
        program("guide", "--plain"),
        rows=400,
        cwd=tmp_path,
        environment={"PYTHONPATH": str(ROOT)},
    ) as terminal:
        answer_in_lines(
            terminal,
            *CALM_LINES,
            (prompt, "7"),
            ("an empty line: notes.txt", ""),
            ("b: back, ?: read again", "2"),
            ("an empty line: mine.yaml", ""),
            (prompt, "7"),
            ("an empty line: notes-2.txt", "B"),
            (prompt, "6"),
            ("b: back, ?: read again", "2"),
            ("an empty line: as before", "4"),
            ("b: back, ?: read again", "1"),
            (prompt, "8"),
        )
        assert terminal.exit_code() == 0
        assert b"\x1b" not in terminal.output
        assert "Your plan is in the file notes.txt." in terminal.words()
        assert "Your answers are in the file mine.yaml" in terminal.words()
        assert "Highlighted: COULD HELP YOU MOST" in terminal.words()
    assert written(tmp_path / "notes.txt") == plan_of(CALM)
