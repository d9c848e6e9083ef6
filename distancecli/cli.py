"""The one door: a command line in, an exit code out; it alone catches `DistanceError`."""

import contextlib
import sys
from typing import Final, NoReturn

from distancecli.errors import DistanceError
from distancecli.output import flush_quietly, forget_odd_sizes, make_readable, writing

COMMONEST: Final = ["guide"]
"""What nearly every reader types. Loading Typer to read this one word would make them wait for
their first page nearly twice as long, so that it is read here."""


def main() -> None:
    """Runs the command line; every error ends as one clear line and an exit code."""
    make_readable()
    forget_odd_sizes()
    try:
        with writing():
            sys.exit(_run(sys.argv[1:]))
    except DistanceError as error:
        _complain(error)
    finally:
        flush_quietly()


def _run(arguments: list[str]) -> int | None:
    """Runs the command, and returns its exit code where it has one of its own."""
    if arguments == COMMONEST:
        from distancecli.guiding import guide_reader

        guide_reader()
        return None
    from distancecli.commandline import run

    return run(arguments)


def _complain(error: DistanceError) -> NoReturn:
    with contextlib.suppress(OSError):  # nobody can be told that nobody can be told
        if sys.stderr is not None:
            print(error, file=sys.stderr)
    sys.exit(error.exit_code)
