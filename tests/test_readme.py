"""The README's transcripts: what it shows of the program is what the program does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal_driver import ROOT, clean_environment

README = (ROOT / "README.md").read_text(encoding="utf-8")


def transcript() -> list[tuple[str, str]]:
    """Each command that the README shows behind a "$", and what stands below it."""
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    command = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
    return [pair for block in blocks for pair in command.findall(block)]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell that knows `distance`, in a folder with the files shown."""
    program = tmp_path / "distance"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m distancecli "$@"\n')
    program.chmod(0o755)
    for command, shown in transcript():
        if command.startswith("cat "):
            (tmp_path / command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    return clean_environment() | {"PATH": path, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize(("command", "shown"), transcript())
def test_a_transcript_is_true(
    shell: dict[str, str], tmp_path: Path, command: str, shown: str
) -> None:
    """Each command of the README, run in a shell, prints what the README says it prints."""
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
    """There is an answers file with its plan, and a mistake with the line that answers it."""
    commands = [command for command, _ in transcript()]
    assert "cat mine.yaml" in commands
    assert any(command.startswith("distance guide --answers mine.yaml") for command in commands)
    assert any("did you mean" in shown for _, shown in transcript())


def test_the_readme_says_how_the_pages_commands_are_found() -> None:
    """The pages name `distance support`, which the first command alone does not put on the PATH."""
    assert "source .venv/bin/activate" in README
    assert "`distance support`" in README
