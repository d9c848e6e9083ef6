"""Every help and every script that the program prints, whole: to be read beside each other.

`python -m tests.cli.test_every_help > tests/cli/every_help.txt` writes it anew.
"""

import contextlib
import io
import os
from pathlib import Path
from typing import Final

import pytest

from distancecli.cli.app import COMMANDS, run
from distancecli.cli.shells import SCRIPTS
from distancecli.errors import Refused

FILE: Final = Path(__file__).with_name("every_help.txt")
RULE: Final = "=" * 10 + " "
"""Stands before each command line."""
HELPS: Final = [
    ["--help"],
    *([command.__name__, "--help"] for panel in COMMANDS.values() for command in panel),
]
SHOWN: Final = [*HELPS, *(["--show-completion", shell] for shell in SCRIPTS)]


def printed(arguments: list[str]) -> str:
    """What a command line prints, below itself."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert not run(arguments)
    lines = (line.rstrip() for line in said.getvalue().splitlines())
    return "\n".join([f"{RULE}distance {' '.join(arguments)}", *lines]) + "\n"


@pytest.mark.parametrize("arguments", SHOWN, ids=" ".join)
def test_it_says_what_it_said_when_somebody_read_it(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every word of it, below which heading it stands, and what to type next at the end."""
    monkeypatch.setenv("COLUMNS", "80")
    expected = FILE.read_text(encoding="utf-8")
    parts = [RULE + part for part in expected.split(RULE)[1:]]
    assert printed(arguments) in parts


@pytest.mark.parametrize("arguments", HELPS, ids=" ".join)
def test_a_help_fits_a_terminal(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is too long for 80 columns, and the name of no option is broken at its hyphen."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = printed(arguments).splitlines()
    assert [line for line in lines if len(line) > 79 or line.endswith("-")] == []


def test_whoever_types_no_command_is_shown_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as the help, and as an error: nothing was done."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(Refused) as refused:
        run([])
    said = [line.rstrip() for line in str(refused.value).splitlines()]
    assert said == printed(["--help"]).splitlines()[1:]


if __name__ == "__main__":
    os.environ["COLUMNS"] = "80"
    print(*map(printed, SHOWN), sep="", end="")
