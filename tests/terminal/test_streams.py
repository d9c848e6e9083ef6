"""Streams that are closed, full or gone, and locales that know few letters: no traceback, ever."""

import itertools
import shlex
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.support.terminal_driver import ROOT, Key, TerminalDriver, clean_environment, program

pytestmark = pytest.mark.slow

WITH_ANSWERS: Final = ["guide", "--answers", "{answers}"]
WORKING: Final = [
    ["--help"],
    ["guide", "--help"],
    ["--version"],
    ["--show-completion", "bash"],
    ["steps"],
    ["support"],
    WITH_ANSWERS,
    [*WITH_ANSWERS, "--format", "json"],
    [*WITH_ANSWERS, "--format", "markdown"],
    [*WITH_ANSWERS, "--format", "html"],
    ["new", "--explain"],
    ["check"],
    ["graph"],
    ["graph", "--format", "dot"],
    ["schema"],
    ["diff", "steps.yaml", "steps.yaml"],
]
"""Commands that write to standard output."""
REFUSED: Final = [[], ["nothing"], ["guide"], ["steps", "x"], ["steps", "--bogus"]]
"""Command lines that are refused, and so write to standard error."""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A file of answers."""
    path = tmp_path / "answers.yaml"
    path.write_text("cause: [loss]\n")
    return path


def in_shell(
    arguments: list[str], answers: Path, after: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in bash, with something after its arguments; the exit code is its own."""
    words = program(*(each.format(answers=answers) for each in arguments))
    return subprocess.run(
        ["bash", "-c", f"{shlex.join(words)} {after}; exit ${{PIPESTATUS[0]}}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=clean_environment() | environment,
        cwd=ROOT,
        timeout=60,
        start_new_session=True,
        check=False,
    )


CLOSINGS: Final = [
    " ".join(closed)
    for number in (1, 2, 3)
    for closed in itertools.combinations(["<&-", ">&-", "2>&-"], number)
]


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], WITH_ANSWERS])
def test_a_closed_stream_is_no_crash(arguments: list[str], closing: str, answers: Path) -> None:
    """Without a place for output a command says so and fails; all else goes on as ever."""
    done = in_shell(arguments, answers, closing)
    text = done.stdout + done.stderr
    assert b"Traceback" not in text
    assert b"Exception" not in text
    if ">&-" not in closing.replace("2>&-", ""):
        assert done.returncode == 0
        assert done.stderr == b""
        assert done.stdout
    elif arguments != ["--help"]:  # Typer's own, which says nothing then
        assert done.returncode == 1
        assert text.count(b"\n") == (0 if "2>&-" in closing else 1)


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_refusal_keeps_its_exit_code(closing: str, answers: Path) -> None:
    """What cannot be done stays so, whether the reason can be told or not."""
    done = in_shell(["nothing"], answers, closing)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == (0 if "2>&-" in closing else 1)


def test_closed_input_gives_no_answers(answers: Path) -> None:
    """`--answers - <&-` is refused; nobody skipped the questions."""
    done = in_shell(["guide", "--answers", "-"], answers, "<&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"standard input is closed. Name a file instead of -.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", WORKING, ids=" ".join)
def test_a_full_disk_is_said_by_every_command(arguments: list[str], answers: Path) -> None:
    """One line and exit code 1, the help and the version included."""
    done = in_shell(arguments, answers, ">/dev/full")
    assert done.returncode == 1
    assert done.stderr.startswith(b"standard output: No space left on device. ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_a_refusal_on_a_full_disk_keeps_its_exit_code(arguments: list[str], answers: Path) -> None:
    """Where the reason cannot be written, the exit code still tells of it."""
    done = in_shell(arguments, answers, "2>/dev/full")
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.parametrize("arguments", WORKING, ids=" ".join)
def test_a_closed_pipe_ends_quietly(arguments: list[str], answers: Path) -> None:
    """Nothing is said, and the exit code is the one that shells know a closed pipe by."""
    done = in_shell(arguments, answers, "| true")
    assert (done.returncode, done.stdout, done.stderr) == (141, b"", b"")


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_a_refusal_is_on_standard_error_and_says_what_to_do(
    arguments: list[str], answers: Path
) -> None:
    """One line, but for the help where nothing was asked for; standard output stays empty."""
    done = in_shell(arguments, answers)
    assert (done.returncode, done.stdout) == (2, b"")
    if arguments:
        assert done.stderr.count(b"\n") == 1
        assert done.stderr.rstrip().endswith((b"--help", b"--answers FILE"))
    else:
        assert b"distance support" in done.stderr


FEW_LETTERS: Final = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1:strict"},
    {"LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("environment", FEW_LETTERS)
def test_every_command_works_with_few_letters(environment: dict[str, str], answers: Path) -> None:
    """In a locale without most letters each command writes what that locale can show."""
    for arguments in (WITH_ANSWERS, ["support"], ["--help"]):
        done = in_shell(arguments, answers, **environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()
    assert b"\n|-- 2. How long" in in_shell(["graph"], answers, **environment).stdout
    done = in_shell(["guide", "--answers", "caf\u00e9\u202e.yaml"], answers, **environment)
    assert done.returncode == 2
    assert b"No such file" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("environment", FEW_LETTERS[:2])
@pytest.mark.parametrize("option", ["--plain", None])
def test_the_questions_are_asked_with_few_letters(
    environment: dict[str, str], option: str | None
) -> None:
    """The pages and the plain lines, too."""
    arguments = ["guide", option] if option else ["guide"]
    with TerminalDriver(program(*arguments), environment=environment) as terminal:
        terminal.wait_for("Enter")
        terminal.press("\n" if option else Key.ENTER)
        terminal.wait_for("Question 1,")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert "Traceback" not in terminal.all_text()


def test_bytes_that_are_no_text_are_no_answer() -> None:
    """In plain lines they are told to be no number, and the question waits."""
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    with TerminalDriver(program("guide", "--plain"), environment=strict) as terminal:
        terminal.wait_for("Press Enter to begin")
        terminal.press("\n")
        terminal.wait_for("Question 1,")
        terminal.press_bytes(b"\xff\xfe\n")
        terminal.wait_for("Please type a number")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
