"""The command line: the commands by name, exit codes out; it alone catches `DistanceError`."""

import contextlib
import sys
from typing import Annotated, Final, NoReturn

import typer
from typer.exceptions import TyperException

from distancecli import __version__
from distancecli.commands import GroupedCommand
from distancecli.commands.asking import guide
from distancecli.commands.authors import check, diff, graph, schema
from distancecli.commands.reading import questions, steps, support
from distancecli.errors import DistanceError, Refused
from distancecli.output import flush_quietly, forget_odd_sizes, make_readable, write_out, writing

app = typer.Typer(
    name="distance",
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        write_out(f"distance {__version__}\n")
        raise typer.Exit


@app.callback()
def distance(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """For people who feel far from their partner: which of five steps fit, and why.

    If you are afraid of your partner, or cannot go on, start with the help lines.

    \b
    distance guide                ask, and show the plan
    distance guide > plan.txt     ask, and write the plan as plain text
    distance steps 2              read Step 2
    distance questions            see the questions and their codes
    distance support              see the help lines
    """
    if context.invoked_subcommand is None:
        raise Refused(*context.get_help().splitlines())


COMMANDS: Final = (guide, steps, questions, support, check, diff, graph, schema)
for command in COMMANDS:
    app.command(cls=GroupedCommand)(command)


def main() -> None:
    """Runs the command line; every error ends as one clear line and an exit code."""
    make_readable()
    forget_odd_sizes()
    try:
        with writing():
            sys.exit(app(prog_name="distance", standalone_mode=False))
    except TyperException as error:
        _complain(_refusal(error))
    except DistanceError as error:
        _complain(error)
    finally:
        flush_quietly()


def _refusal(error: TyperException) -> Refused:
    """What Typer has against the command line, with the help that says what can be typed."""
    context: typer.Context | None = getattr(error, "ctx", None)
    named = [name for name in sys.argv[1:2] if name in {each.__name__ for each in COMMANDS}]
    command = context.command_path if context else " ".join(["distance", *named])
    said = error.format_message()
    stop = "" if said.endswith((".", "?")) else "."
    return Refused(f"{command}: {said}{stop} To see what can be typed: {command} --help")


def _complain(error: DistanceError) -> NoReturn:
    with contextlib.suppress(OSError):  # nobody can be told that nobody can be told
        if sys.stderr is not None:
            print(error, file=sys.stderr)
    sys.exit(error.exit_code)
