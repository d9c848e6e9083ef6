"""The one door: a command line in, an exit code out; it alone catches `DistanceError`."""

import contextlib
import os
import sys
from typing import Final, NoReturn

from distancecli.errors import DistanceError
from distancecli.system.machine import machine
from distancecli.system.streams import flush_quietly, forget_odd_sizes, make_readable, writing
from distancecli.system.terminal import Terminal, is_terminal

ASKED: Final = "_DISTANCE_COMPLETE"
"""Set where the script of a shell asks what could be typed; see `shells`."""


def main() -> None:
    """Runs the command line; every error ends as one clear line and an exit code."""
    make_readable()
    forget_odd_sizes()
    try:
        with machine.escapes(), writing():
            sys.exit(_run(sys.argv[1:]))
    except DistanceError as error:
        _complain(error)
    finally:
        flush_quietly()


def _run(arguments: list[str]) -> int | None:
    """Runs the command, and returns its exit code where it has one of its own.

    What nearly every reader types is read here: loading Typer for it would make the first page
    wait half as long again. All else is Typer's.
    """
    if ASKED in os.environ:
        from distancecli.cli.app import complete

        complete(arguments)
        return None
    if arguments != ["guide"]:
        from distancecli.cli.app import run

        return run(arguments)
    from distancecli.run.request import Request
    from distancecli.run.run import guide_reader

    guide_reader(Request())
    return None


def _complain(error: DistanceError) -> NoReturn:
    with contextlib.suppress(OSError):  # nobody can be told that nobody can be told
        if sys.stderr is not None:
            said = f"{error}\n{error.ending}".rstrip("\n").split("\n")
            print(*_fitted(said), sep="\n", file=sys.stderr)
    sys.exit(error.exit_code)


def _fitted(lines: list[str]) -> list[str]:
    """The lines; on a terminal, none that it would break within a word. Files keep long ones."""
    if not is_terminal(sys.stderr):
        return lines
    from distancecli.text.wrapping import wrap

    width = Terminal(sys.stderr).size().columns - 1
    return [part for line in lines for part in wrap(line.lstrip(), width, _indent(line, width))]


def _indent(line: str, width: int) -> str:
    """The blanks that a line begins with, as far as they leave room for words."""
    return " " * min(len(line) - len(line.lstrip()), width // 3)
