"""The one door, by values: what is made ready before a command, and what is told on a terminal."""

import io
import sys
from functools import partial
from types import SimpleNamespace
from typing import Final

import pytest

from distancecli.cli import app
from distancecli.cli import main as door
from distancecli.errors import CannotWrite, DistanceError, FileProblems, Problem, Refused

EXAMPLE: Final = "     distance guide --answers mine.yaml and more words than fit"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the door has done to the streams, in order."""
    done: list[str] = []
    for name in ("make_readable", "forget_odd_sizes", "flush_quietly"):
        monkeypatch.setattr(door, name, partial(done.append, name))
    return done


def ended(error: DistanceError | int | None, monkeypatch: pytest.MonkeyPatch) -> object:
    """How the program ends where a command ends so."""

    def run(arguments: list[str]) -> int | None:
        if isinstance(error, DistanceError):
            raise error
        return error

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(sys, "argv", ["distance", "steps"])
    with pytest.raises(SystemExit) as left:
        door.main()
    return left.value.code


@pytest.mark.parametrize(
    ("error", "code"), [(None, None), (1, 1), (Refused("a"), 2), (CannotWrite("a"), 1)]
)
def test_streams_are_made_ready_first_and_emptied_last(
    error: DistanceError | int | None,
    code: int | None,
    steps: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However a command ends; its own exit code is that of the program."""
    assert ended(error, monkeypatch) == code
    assert steps == ["make_readable", "forget_odd_sizes", "flush_quietly"]


def test_a_file_keeps_lines_as_they_are_and_says_what_to_do(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A long line is broken by nobody; below the problems stands what to do next."""
    long = "wrong " * 40
    ended(FileProblems([Problem("a.yaml", 1, 1, long, "syntax")]), monkeypatch)
    assert capsys.readouterr().err == (
        f"a.yaml:1:1: {long}\nMend what is named above, then run the same command again.\n"
    )


@pytest.mark.parametrize(
    ("columns", "line", "shown"),
    [
        (21, "one two three four five", ["one two three four", "five"]),
        (20, "one two three four", ["one two three four"]),
        (19, "one two three four", ["one two three four"]),
        (18, "one two three four", ["one two three", "four"]),
        (31, "  one two three four five six seven", ["  one two three four five six", "  seven"]),
        (
            *(31, EXAMPLE),
            ["     distance guide --answers", "     mine.yaml and more words", "     than fit"],
        ),
        (13, EXAMPLE[:19], ["    distance", "    guide"]),
        (31, "", [""]),
    ],
)
def test_a_terminal_breaks_no_word(
    columns: int,
    line: str,
    shown: list[str],
    steps: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One column stays free; what is set in stays so, as far as there is room for words."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(door, "is_terminal", lambda each: each is stream)
    size = SimpleNamespace(columns=columns, lines=24)
    monkeypatch.setattr(door, "Terminal", lambda each: SimpleNamespace(size=lambda: size))
    ended(Refused("first", line, "last"), monkeypatch)
    assert stream.getvalue().splitlines() == ["first", *shown, "last"]


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_where_nobody_can_be_told_the_exit_code_tells(
    stream: io.StringIO | None, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without standard error, or with one that takes nothing any more."""

    def is_terminal(_: object) -> bool:
        raise OSError("gone")

    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(door, "is_terminal", is_terminal)
    assert ended(Refused("a"), monkeypatch) == 2


def test_the_script_of_a_shell_is_answered(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no command is run, whatever stands in the line."""
    monkeypatch.setenv("_DISTANCE_COMPLETE", "1")
    monkeypatch.setattr(sys, "argv", ["distance", "steps", "--gu"])
    with pytest.raises(SystemExit) as left:
        door.main()
    assert not left.value.code
    said = "Go by another guide than the built-in one"
    assert capsys.readouterr().out.startswith(f"word\t--guide\t{said}")
