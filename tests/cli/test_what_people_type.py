"""What people type: forms in any letters, options without a name, pipes, and helps without docs."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.support.terminal_driver import ROOT, TerminalDriver, clean_environment, program

pytestmark = pytest.mark.slow

ANSWERS: Final = "how_long: gt2y\nsafety: none\n"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An answers file."""
    path = tmp_path / "mine.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


Done = subprocess.CompletedProcess[str]


def run(
    *arguments: str, optimised: str = "", cwd: Path | None = None, pass_fds: Sequence[int] = ()
) -> Done:
    """The program with those arguments, run to its end."""
    flags = [optimised] if optimised else []
    return subprocess.run(
        [sys.executable, *flags, "-m", "distancecli", *arguments],
        capture_output=True,
        text=True,
        env=clean_environment() | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
        cwd=cwd,
        pass_fds=pass_fds,
    )


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        *(("md", "# "), ("Markdown", "# "), ("JSON", "{"), ("json", "{"), ("Text", "Some steps")),
        *(("htm", "<!doctype html>"), ("HTML", "<!doctype html>")),
    ],
)
def test_a_form_goes_by_any_of_its_names(answers: Path, form: str, begins: str) -> None:
    """In capitals, or by the ending of a file."""
    done = run("guide", "--answers", str(answers), "--format", form)
    assert done.stdout.startswith(begins)


@pytest.mark.parametrize("option", ["--output", "--save-answers"])
@pytest.mark.parametrize("name", ["--force", " ", "--plain"])
def test_an_option_is_no_name_of_a_file(tmp_path: Path, option: str, name: str) -> None:
    """A name that was forgotten is asked for, before anything is asked or written."""
    done = run("guide", option, name, cwd=tmp_path)
    assert done.returncode == 2
    assert f'{option}: "{name}" is no name of a file.' in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [[], ["guide"], ["support"], ["check"], ["schema"]])
def test_every_help_stays_where_python_drops_docstrings(command: list[str]) -> None:
    """With -OO, or PYTHONOPTIMIZE=2: above all the way to the help lines."""
    assert run(*command, "--help", optimised="-OO").stdout == run(*command, "--help").stdout
    assert "distance support" in run("--help", optimised="-OO").stdout


def test_answers_are_read_from_a_pipe_that_somebody_writes_to(answers: Path) -> None:
    """As by `<(gpg -d FILE)`: so answers can be kept encrypted."""
    reading, writing = os.pipe()
    os.write(writing, answers.read_bytes())
    os.close(writing)
    done = run("guide", "--answers", f"/dev/fd/{reading}", pass_fds=[reading])
    os.close(reading)
    assert "START HERE" in done.stdout


def test_a_pipe_of_ones_own_is_refused(tmp_path: Path) -> None:
    """To which nobody writes, so that the program would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    done = run("guide", "--answers", str(tmp_path / "pipe"))
    assert (done.returncode, "not an ordinary file" in done.stderr) == (2, True)


def test_an_encoding_that_no_terminal_reads_makes_no_difference() -> None:
    """PYTHONIOENCODING=utf-16: the pages are written in UTF-8 all the same, and Ctrl-C leaves."""
    environment = {"PYTHONIOENCODING": "utf-16"}
    with TerminalDriver(program("guide"), environment=environment) as terminal:
        terminal.wait_for("Enter: begin")
        terminal.press("\r")
        terminal.wait_for("Question 1,")
        terminal.press("\x03")
        assert terminal.exit_code() == 130


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such mark")
def test_a_process_is_not_dumped() -> None:
    """Not even where a service gathers the dumps of all programs, whatever limits say."""
    asked = "import ctypes; from distancecli.system.machine import machine as m; m.write_no_dump();"
    asked += "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.split() == [b"0"]
