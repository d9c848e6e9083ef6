"""The command line: the commands and options that Typer reads."""

from typing import Annotated, Final

import typer
from typer.exceptions import TyperException

from distancecli import __version__
from distancecli.commands import GroupedCommand
from distancecli.commands.asking import guide
from distancecli.commands.authors import check, diff, graph, schema
from distancecli.commands.reading import questions, steps, support
from distancecli.errors import Refused
from distancecli.output import write_out

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


def run(arguments: list[str]) -> int | None:
    """Runs the command that the arguments name; its exit code, where it has one of its own.

    Raises:
        Refused: there is no such command, or it takes no such arguments.
    """
    try:
        code: int | None = app(arguments, prog_name="distance", standalone_mode=False)
    except TyperException as error:
        raise _refusal(error, arguments) from error
    return code


def _refusal(error: TyperException, arguments: list[str]) -> Refused:
    """What Typer has against the command line, with the help that says what can be typed."""
    context: typer.Context | None = getattr(error, "ctx", None)
    named = [name for name in arguments[:1] if name in {each.__name__ for each in COMMANDS}]
    command = context.command_path if context else " ".join(["distance", *named])
    said = error.format_message()
    stop = "" if said.endswith((".", "?")) else "."
    return Refused(f"{command}: {said}{stop} To see what can be typed: {command} --help")
