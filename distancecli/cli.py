"""The command line: the commands by name, exit codes out; it alone catches `DistanceError`."""

import sys
from typing import Annotated

import typer

from distancecli import __version__
from distancecli.characters import made_visible
from distancecli.commands import GroupedCommand
from distancecli.commands.asking import guide
from distancecli.commands.authors import check, diff, graph, schema
from distancecli.commands.reading import questions, steps, support
from distancecli.errors import DistanceError

app = typer.Typer(
    name="distance",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"distance {__version__}")
        raise typer.Exit


@app.callback()
def distance(
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


for command in (guide, steps, questions, support, check, diff, graph, schema):
    app.command(cls=GroupedCommand)(command)


def main() -> None:
    """Runs the command line; every error ends as one clear line and an exit code."""
    from distancecli.output import flush_quietly, make_readable

    make_readable()
    try:
        app(prog_name="distance")
    except DistanceError as error:
        _complain(str(error))
        sys.exit(error.exit_code)
    finally:
        flush_quietly()


def _complain(message: str) -> None:
    if sys.stderr is not None:
        print(made_visible(message), file=sys.stderr)
