"""What is loaded at each point of a run: nobody waits for what they do not need, not now or later.

Each test names what must not be loaded yet, so that a stray import fails here.
"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from distancecli.guide.model import Guide
from tests.support.sampling import one_plain
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, clean_environment
from tests.support.walkthrough import answer_calmly, finish

pytestmark = pytest.mark.slow

ASKING = {"questionary", "prompt_toolkit", "asyncio"}
DRAWING = {"rich"}
PROVING = {"pysat", "distancecli.checking.everyone.logic"}
READING = {"yaml", "msgspec", "distancecli.guide.model", "distancecli.guide.load"}
COMMANDS = {"typer", "distancecli.cli.app", "distancecli.cli.help"}
COSTLY = {"dataclasses", "wcwidth", "distancecli.rendering.outline"}
"""What others load sooner or later, and the first page does not wait for."""
REST = {"distancecli.guide.meaning", "distancecli.guide.names", "difflib"}
"""What looks through the rest of a guide."""


def watched(notes: Path, *arguments: str) -> list[str]:
    """The command line of the program, with its standard output watched."""
    return [sys.executable, "-m", "tests.support.loaded_modules", str(notes), *arguments]


def loaded_at(notes: Path, words: str) -> set[str]:
    """The modules that were loaded when the words were first written, with their packages."""
    for line in notes.read_text(encoding="utf-8").splitlines():
        text, modules = ast.literal_eval(line)
        if words in text:
            return set(modules)
    raise AssertionError(f"{words!r} was never written")


def in_a_pipe(notes: Path, *arguments: str) -> None:
    """Runs the program with no terminal."""
    subprocess.run(
        watched(notes, *arguments),
        cwd=ROOT,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=60,
    )


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Where the modules are noted down."""
    return tmp_path / "notes"


def test_an_interview_loads_what_it_needs_when_it_needs_it(
    notes: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first page waits for no library that asks, and the questions for none that draws."""
    monkeypatch.chdir(ROOT)
    with TerminalDriver(watched(notes, "guide")) as terminal:
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 1,")
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        finish(terminal)
    welcome = loaded_at(notes, "Enter")
    assert welcome & (ASKING | DRAWING | PROVING | COMMANDS | COSTLY | REST) == set()
    question = loaded_at(notes, "Question 1,")
    assert question >= {"questionary", "prompt_toolkit"}
    assert question & (DRAWING | PROVING | COMMANDS) == set()
    plan = loaded_at(notes, guide.plan.title)
    assert plan >= DRAWING
    assert plan & (PROVING | COMMANDS) == set()


def test_a_plan_from_a_file_loads_nothing_that_asks_or_draws(
    notes: Path, guide: Guide, tmp_path: Path
) -> None:
    """With --answers into a file or pipe there is no terminal to ask or to draw on."""
    answers = tmp_path / "answers.yaml"
    answers.write_text("how_long: gt2y\nsafety: [none]\n", encoding="utf-8")
    in_a_pipe(notes, "guide", "--answers", str(answers))
    loaded = loaded_at(notes, guide.plan.title)
    assert loaded >= READING
    assert loaded & (ASKING | DRAWING | PROVING) == set()
    assert loaded & {"distancecli.asking.screen", "distancecli.asking.conversation"} == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--version"], "distance "), (["--help"], "afraid"), (["guide", "--help"], "--answers")],
)
def test_help_and_version_read_no_guide(notes: Path, arguments: list[str], words: str) -> None:
    """They need Typer and nothing else of what is installed."""
    in_a_pipe(notes, *arguments)
    loaded = loaded_at(notes, words)
    assert loaded & (ASKING | DRAWING | PROVING | READING | COSTLY) == set()


@pytest.mark.parametrize("command", ["steps", "support"])
def test_what_is_only_read_loads_nothing_that_asks(notes: Path, command: str) -> None:
    """Into a pipe neither is asked nor drawn."""
    in_a_pipe(notes, command)
    assert loaded_at(notes, "\n") & (ASKING | DRAWING | PROVING) == set()


@pytest.mark.parametrize("command", one_plain([(["check"],), (["graph", "--format", "dot"],)]))
def test_only_the_commands_for_authors_prove_anything(notes: Path, command: list[str]) -> None:
    """They load the solver, and nothing that asks."""
    in_a_pipe(notes, *command)
    loaded = loaded_at(notes, "\n")
    assert loaded >= PROVING
    assert loaded & (ASKING | DRAWING) == set()


def test_two_guides_are_compared_by_the_solver(notes: Path, real_text: str, tmp_path: Path) -> None:
    """`diff` is the third command that needs it."""
    copy = tmp_path / "copy.yaml"
    copy.write_text(real_text, encoding="utf-8")
    in_a_pipe(notes, "diff", str(copy), str(copy))
    loaded = loaded_at(notes, "\n")
    assert loaded >= PROVING
    assert loaded & (ASKING | DRAWING) == set()
