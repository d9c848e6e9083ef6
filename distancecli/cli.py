"""The commands: options in, exit codes out; the one place that catches `DistanceError`.

What a command needs is imported when it runs, so that no page waits for what it does not use.
"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from distancecli import __version__
from distancecli.characters import made_visible
from distancecli.errors import DistanceError, Refused
from distancecli.formats import Format

if TYPE_CHECKING:
    from distancecli.guide import Guide

app = typer.Typer(
    name="distance",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

GuideFile = Annotated[
    str | None,
    typer.Option("--guide", metavar="FILE", help="Use another guide file of the same shape."),
]


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
    distance support              see the help lines
    """


@app.command()
def guide(
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Ask nothing; take the answers from a YAML or JSON file, or from - (standard "
            "input). What the file leaves out counts as skipped.",
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Write the plan to standard output in this form."),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="Ask in plain numbered lines, for screen readers and bare terminals. The same "
            "when DISTANCE_PLAIN is set.",
        ),
    ] = False,
    guide_file: GuideFile = None,
) -> None:
    """Answer up to ten questions, and see which steps fit you.

    Answers are never options of this command, since shells keep what is typed. Nothing is saved.

    \b
    distance guide                          ask, and show the plan
    distance guide > plan.txt               ask, and write the plan as plain text
    distance guide --answers mine.yaml      ask nothing
    """
    from distancecli.guidefile import load_guide
    from distancecli.terminal import wants_plain

    chosen = load_guide(guide_file)
    plain = plain or wants_plain()
    if answers is None:
        _ask(chosen, form, plain)
    else:
        from distancecli.answers import answers_from
        from distancecli.delivery import deliver
        from distancecli.documents import read_document

        deliver(chosen, answers_from(chosen, read_document(answers)), None, form, plain=plain)


def _ask(chosen: "Guide", form: Format | None, plain: bool) -> None:
    from distancecli.asking import interview_on
    from distancecli.conversation import Left
    from distancecli.output import require_standard_output
    from distancecli.terminal import find_terminal, is_in_background, is_terminal

    require_standard_output()
    terminal = find_terminal()
    if terminal is None:
        raise Refused(chosen.labels.no_terminal)
    if is_in_background():
        raise Refused(chosen.labels.in_background)
    ending_words = () if is_terminal(sys.stdout) else (chosen.labels.off_record,)
    try:
        answers, country = interview_on(terminal, chosen, plain=plain, ending_words=ending_words)
    except Left:
        return
    from distancecli.delivery import deliver

    deliver(chosen, answers, country, form, plain=plain)


@app.command()
def steps(
    number: Annotated[
        int | None, typer.Argument(metavar="[NUMBER]", help="Only this step.", show_default=False)
    ] = None,
    guide_file: GuideFile = None,
) -> None:
    """Read all the steps, or one of them, in full. Nothing is asked.

    \b
    distance steps
    distance steps 2
    """
    from distancecli.delivery import publish
    from distancecli.guidefile import load_guide
    from distancecli.rendering.outline import steps_in_full

    chosen = load_guide(guide_file)
    last = len(chosen.steps)
    if number is not None and not 1 <= number <= last:
        raise Refused(chosen.labels.unknown_step.format(number=number, last=last))
    numbers = [number] if number else list(range(1, last + 1))
    publish(list(steps_in_full(chosen, numbers)), chosen)


@app.command()
def support(
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help="Only this country, such as US or GB."),
    ] = None,
    guide_file: GuideFile = None,
) -> None:
    """See who to call, text or look up when you need help now.

    \b
    distance support
    distance support --country GB
    """
    from distancecli.delivery import publish
    from distancecli.guidefile import load_guide
    from distancecli.rendering.outline import support_outline

    chosen = load_guide(guide_file)
    codes = list(chosen.support.countries)
    if country is not None:
        known = {code.casefold(): code for code in codes}
        if country.casefold() not in known:
            words = {"code": country, "codes": ", ".join(codes)}
            raise Refused(chosen.labels.unknown_country.format(**words))
        codes = [known[country.casefold()]]
    publish(list(support_outline(chosen, codes)), chosen)


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
