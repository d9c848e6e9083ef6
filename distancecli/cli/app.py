"""The command line: the commands and options that Typer reads."""

import re
from collections.abc import Callable
from inspect import cleandoc
from typing import Annotated, Any, Final

import typer
from typer.exceptions import TyperException

from distancecli import __version__
from distancecli.cli.authors import CHECK, DIFF, GRAPH, SCHEMA, check, diff, graph, schema
from distancecli.cli.guide import AGAIN, GUIDE, again, guide
from distancecli.cli.help import GuidingCommand, GuidingGroup
from distancecli.cli.new import NEW, new
from distancecli.cli.read import QUESTIONS, STEPS, SUPPORT, questions, steps, support
from distancecli.errors import Refused
from distancecli.system.streams import write_out
from distancecli.text.characters import on_one_line

app = typer.Typer(
    name="distance",
    cls=GuidingGroup,
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        write_out(f"distance {__version__}\n")
        raise typer.Exit


def _install_completion(shell: str | None) -> None:
    if shell is not None:
        from distancecli.cli.shells import install

        install(_known(shell))
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        from distancecli.cli.shells import SCRIPTS

        write_out(SCRIPTS[_known(shell)])
        raise typer.Exit


def _known(shell: str) -> str:
    """The name of a shell that can be helped.

    Raises:
        Refused: there is no script for it.
    """
    from distancecli.cli.shells import SCRIPTS

    if shell not in SCRIPTS:
        known = ", ".join(SCRIPTS)
        raise Refused(f'Tab is not known in "{on_one_line(shell)}". It is in {known}. Name one.')
    return shell


DISTANCE: Final = """For people who feel far from their partner: which of five steps fit, and why.

If you are afraid of your partner, or cannot go on, start with the help lines:
distance support

\b
distance guide                ask, and show the plan
distance guide > plan.txt     ask, and write the plan as plain text
distance again mine.yaml      come back with the answers that you kept
distance steps 2              read Step 2
distance questions            see the questions and their codes
distance support              see the help lines

To begin, type: distance guide
"""


@app.callback(help=cleandoc(DISTANCE))
def distance(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar="SHELL",
            callback=_install_completion,
            is_eager=True,
            help="Let the Tab key complete what you type, in bash, zsh or fish. This writes to the "
            "file that your shell starts with.",
        ),
    ] = None,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="SHELL",
            callback=_show_completion,
            is_eager=True,
            help="Show what --install-completion would write.",
        ),
    ] = None,
) -> None:
    """For people who feel far from their partner: which of five steps fit, and why."""
    if context.invoked_subcommand is None:
        raise Refused(*context.get_help().splitlines())


COMMANDS: Final[dict[str, dict[Callable[..., None], str]]] = {
    "Commands": {guide: GUIDE, again: AGAIN, steps: STEPS, questions: QUESTIONS, support: SUPPORT},
    "Commands for guide authors": {
        new: NEW,
        check: CHECK,
        diff: DIFF,
        graph: GRAPH,
        schema: SCHEMA,
    },
}
"""Each with its help, which is no docstring: `python -OO` leaves those out."""
for panel, commands in COMMANDS.items():
    for command, help_text in commands.items():
        app.command(cls=GuidingCommand, help=cleandoc(help_text), rich_help_panel=panel)(command)

TYPER_SAYS: Final = {
    r"^Got unexpected extra argument\(s\) \((.*)\)$": r'"\1" has no place here',
    r"^Option '(.*)' requires an argument$": r"\1 needs something after it",
    r"^Option '(.*)' does not take a value$": r"\1 takes nothing after it",
    r"^Invalid value for .*: ['\"](.*)['\"] is not a valid int\w*$": r'"\1" is not a whole number',
    r"^Invalid value for '(.*)': ['\"](.*)['\"] is not one of": r'\1 does not take "\2"; there is:',
    r"^(No such command .*)\. Did you mean (.*)\?$": r"\1; perhaps you mean \2",
}
"""What Typer says, where its error has no more than that, and the same in plain words."""


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


def complete(words: list[str]) -> None:
    """Answers the script of a shell that asks what could stand in place of the last word."""
    from distancecli.cli.shells import answer

    answer(typer.main.get_command(app), words)


def _refusal(error: TyperException, arguments: list[str]) -> Refused:
    """What Typer has against the command line, with the help that says what can be typed."""
    known = {each.__name__ for commands in COMMANDS.values() for each in commands}
    command = " ".join(["distance", *(name for name in arguments[:1] if name in known)])
    said = _in_plain_words(error)
    return Refused(f"{command}: {said}. To see what can be typed, type: {command} --help")


def _in_plain_words(error: Any) -> str:
    """What is wrong, without a full stop."""
    match type(error).__name__:  # Typer keeps the types themselves to itself
        case "NoSuchOption":
            near = ", ".join(sorted(error.possibilities or ()))
            return f"No such option: {error.option_name}" + (near and f"; perhaps you mean {near}")
        case "MissingParameter":
            return f"{error.param.metavar} is missing"
    said = str(error.format_message()).removesuffix(".")
    for theirs, ours in TYPER_SAYS.items():
        said = re.sub(theirs, ours, said)
    return said
