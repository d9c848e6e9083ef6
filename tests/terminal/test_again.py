"""`distance again` in a real terminal: a first run with a start kept, and a second a week later."""

import hashlib
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.built_in import GUIDE
from tests.support.calm_run import MEANT, sitting
from tests.support.sampling import one_plain
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, program
from tests.support.walkthrough import (
    LAST_ACT,
    NAME,
    PLAN,
    ROWS,
    answer_in_lines,
    answer_rows,
    finish,
    to_moment,
    to_plan,
)

LABELS: Final = GUIDE.labels
NAMED: Final = "The file mine.yaml is still there, as it was. You can delete it."


@contextmanager
def again(folder: Path, *arguments: str, **options: Any) -> Iterator[TerminalDriver]:
    """`distance again mine.yaml` in a terminal and in that folder, past its first page."""
    options.setdefault("environment", {"PYTHONPATH": str(ROOT)})
    command = program("again", "mine.yaml", *arguments)
    with TerminalDriver(command, cwd=folder, **options) as terminal:
        terminal.wait_for("Welcome back.", "Your file tells others that you were here.", "Begin")
        terminal.press(Key.ENTER)
        terminal.wait_for(LABELS.again_start, "How did it go?")
        yield terminal


def answer_in_private(terminal: TerminalDriver) -> None:
    """Past the private questions, as a reader in no trouble: the check page is next."""
    terminal.wait_for("Question 2,")
    answer_rows(terminal)
    terminal.wait_for("Question 3, the last one")
    terminal.press("7", Key.ENTER)
    terminal.wait_for(LABELS.again_check_title)


def digest(path: Path) -> str:
    """What tells one content of a file from any other."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.slow
def test_a_start_is_kept_and_asked_about_a_week_later(tmp_path: Path) -> None:
    """The whole way: one thing and a moment, both files kept, and how it went, by its words."""
    with sitting(tmp_path) as terminal:
        to_plan(terminal)
        to_moment(terminal)
        terminal.press("1")
        terminal.wait_for("When: at a meal", "Then:")
        terminal.press("7")
        terminal.wait_for(NAME)
        terminal.press(Key.ENTER)
        terminal.wait_for("Keep your answers too?", "distance again FILE")
        terminal.press("2")
        terminal.wait_for("File (mine.yaml):")
        terminal.press(Key.ENTER)
        terminal.wait_for("Come back with: distance again mine.yaml")
        finish(terminal)
    text = (tmp_path / "mine.yaml").read_text()
    started = text.partition("action: ")[2].partition("  # ")[2].partition("\n")[0]
    assert started
    assert "moment: meal" in text
    with again(tmp_path) as terminal:
        assert started in terminal.words()
        assert "When: at a meal we eat together" in terminal.words()
        terminal.press("2")
        answer_in_private(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for(
            PLAN,
            "Nothing is new in your steps since last time.",
            "Some things need a second week.",
            "When: at a meal",
        )
        finish(terminal)
        assert terminal.settings() == terminal.settings_before


@pytest.mark.parametrize(
    ("key", "said"),
    one_plain(
        [
            ("3", "Here is a smaller thing first. Have one cup of tea"),
            ("1", "It did some good. Keep it, if you like. Next, you could try this."),
            (
                "2",
                "Some things need a second week. You could do it once more, or choose something "
                "else. When: on a walk",
            ),
            ("5", "START HERE, this week Step 1 Ask your partner for ten minutes"),
        ]
    ),
)
def test_how_it_went_decides_on_the_start(tmp_path: Path, key: str, said: str) -> None:
    """All on the first screen of a window of 24 rows, with the keys; and the file stays."""
    (tmp_path / "mine.yaml").write_text(MEANT)
    before = digest(tmp_path / "mine.yaml")
    with again(tmp_path) as terminal:
        terminal.press(key)
        answer_in_private(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, "Nothing is new in your steps since last time.", said, LAST_ACT)
        finish(terminal)
        assert NAMED not in terminal.words()
    assert digest(tmp_path / "mine.yaml") == before


@pytest.mark.slow
def test_where_it_went_badly_help_comes_before_any_step(tmp_path: Path) -> None:
    """In the reader's country, and then a plan that nothing of reaches a file."""
    (tmp_path / "mine.yaml").write_text(MEANT)
    with again(tmp_path, "--output", "plan.txt") as terminal:
        terminal.press("4")
        answer_in_private(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("Before you read on", "Which country")
        terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
        terminal.wait_for("Before you read on", "Women's Aid", "Enter: show my steps")
        assert PLAN not in terminal.words()
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, "Step 5", "Finish and clear")
        assert "Since last time" not in terminal.words()
        terminal.press("6")
        assert terminal.exit_code() == 0
        assert terminal.words().endswith(NAMED)
        assert PLAN not in terminal.words()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]


def test_whoever_is_afraid_finds_the_earlier_file_named_on_a_clear_screen(tmp_path: Path) -> None:
    """Nowhere else, and it is as it was."""
    (tmp_path / "mine.yaml").write_text(MEANT)
    before = digest(tmp_path / "mine.yaml")
    with again(tmp_path, "--save-answers", "mine.yaml") as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        answer_rows(terminal, "afraid")
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("clear this screen")
        assert "mine.yaml" not in terminal.words()
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.words() == NAMED
    assert digest(tmp_path / "mine.yaml") == before


@pytest.mark.slow
def test_plain_lines_take_the_file_from_a_pipe(tmp_path: Path) -> None:
    """Keys then come from the terminal itself."""
    (tmp_path / "mine.yaml").write_text(MEANT)
    command = shlex.join(program("again", "-", "--plain"))
    line = ["bash", "-c", f"cat mine.yaml | {command}"]
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(line, cwd=tmp_path, environment=environment, rows=200) as terminal:
        answer_in_lines(
            terminal,
            ("Ctrl-C leaves.", ""),
            ("I'd rather not say", "3"),
            *(("b: back", "1") for _ in ROWS),
            ("I'd rather not say", "7"),
            ("?: read again", "1"),
        )
        terminal.wait_for("Nothing is new in your steps since last time.", "Have one cup of tea")
        terminal.wait_for_end("?: read again")
        terminal.press("8\n")
        assert terminal.exit_code() == 0
        assert LABELS.again_start in terminal.words()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]
