"""The README's transcripts: what it shows of the program is what the program does."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from distancecli.guide.load import built_in_path
from tests.support.terminal_driver import ROOT, clean_environment

pytestmark = pytest.mark.slow

README = (ROOT / "README.md").read_text(encoding="utf-8")


Transcript = list[tuple[str, str]]


def transcripts() -> list[Transcript]:
    """For each block, the commands behind a "$", and what stands below each of them."""
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    command = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
    return [command.findall(block) for block in blocks]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell that knows `distance`, in a folder with the built-in guide."""
    program = tmp_path / "distance"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m distancecli "$@"\n')
    program.chmod(0o755)
    shutil.copy(built_in_path(), tmp_path)
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    return clean_environment() | {"PATH": path, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("transcript", transcripts(), ids=lambda each: each[-1][0])
def test_a_transcript_is_true(
    shell: dict[str, str], tmp_path: Path, transcript: Transcript
) -> None:
    """Each command of the README, run in a shell, prints what the README says it prints."""
    for command, shown in transcript:
        if command.startswith("cat "):
            (tmp_path / command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
        ran = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=tmp_path,
            env=shell,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert ran.stdout == shown


def test_the_transcripts_show_a_plan_and_an_error() -> None:
    """There is an answers file with its plan, a mistake with its line, and a broken promise."""
    pairs = [pair for transcript in transcripts() for pair in transcript]
    commands = [command for command, _ in pairs]
    assert "cat mine.yaml" in commands
    assert any(command.startswith("distance guide --answers mine.yaml") for command in commands)
    assert any("is broken" in shown for _, shown in pairs)
    assert any("did you mean" in shown for _, shown in pairs)


def test_the_readme_says_how_the_pages_commands_are_found() -> None:
    """The pages name `distance support`, which is found once the environment is activated."""
    for shell in (". .venv/bin/activate", r".venv\Scripts\activate"):
        assert f"`{shell}`" in README
    assert "`distance support`" in README


@pytest.mark.parametrize(
    ("start", "folder"), [("python3", ".venv/bin/"), ("py", ".venv\\Scripts\\")]
)
def test_the_first_command_needs_no_activating(start: str, folder: str) -> None:
    """So the same line works in bash, zsh and fish, and its twin in a command prompt."""
    set_up = f"{folder}python -m pip install --quiet ."
    assert f"\n{start} -m venv .venv && {set_up} && {folder}distance guide\n" in README


def test_the_readme_says_how_authors_are_set_up() -> None:
    """`check`, `diff` and `graph` need a package that readers do without."""
    assert '`python -m pip install ".[check]"`' in README


def test_the_readme_says_how_the_tests_are_run() -> None:
    """One line sets up and passes them on a fresh machine; `.ci/run` sets up with pins instead."""
    set_up = ".venv/bin/python -m pip install --quiet --editable '.[test]'"
    assert f"\npython3 -m venv .venv && {set_up} && .venv/bin/python -m pytest\n" in README
