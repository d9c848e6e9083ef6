"""`distance guide`: ask, or take the answers from a file, and show the plan."""

from typing import TYPE_CHECKING, Annotated

import typer

from distancecli.commands import GuideFile
from distancecli.errors import CannotWrite, Refused
from distancecli.formats import Format

if TYPE_CHECKING:
    from distancecli.answers import Answers
    from distancecli.copies import Copies
    from distancecli.guide import Guide

STANDARD_OUTPUT = "-"
QUESTIONS = "How to answer"
FILES = "Where the plan and the answers go"


def guide(
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Ask nothing; take the answers from a YAML or JSON file, or from - (standard "
            "input). What the file leaves out counts as skipped.",
            rich_help_panel=QUESTIONS,
        ),
    ] = None,
    ask: Annotated[
        bool,
        typer.Option(
            "--ask",
            help="Ask all the same, with the answers of --answers chosen.",
            rich_help_panel=QUESTIONS,
        ),
    ] = False,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="Ask in plain numbered lines, for screen readers and bare terminals. The same "
            "when DISTANCE_PLAIN is set.",
            rich_help_panel=QUESTIONS,
        ),
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write the plan to this file too. Its name decides on the form: .txt, .md or "
            ".json. A - is standard output.",
            rich_help_panel=FILES,
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="The form of the plan in the file, or else on standard output.",
            rich_help_panel=FILES,
        ),
    ] = None,
    save_answers: Annotated[
        str | None,
        typer.Option(
            "--save-answers",
            metavar="FILE",
            help="Write the answers to this file, for --answers; never the private ones.",
            rich_help_panel=FILES,
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Replace files that are there already.", rich_help_panel=FILES
        ),
    ] = False,
    guide_file: GuideFile = None,
) -> None:
    """Answer up to ten questions, and see which steps fit you.

    Answers are never options of this command, since shells keep what is typed. Nothing is saved
    unless you ask for it, and after some answers nothing is.

    \b
    distance guide                          ask, and show the plan
    distance guide > plan.txt               ask, and write the plan as plain text
    distance guide --output plan.md         show the plan, and write it too
    distance guide --save-answers mine.yaml
    distance guide --answers mine.yaml      ask nothing
    distance guide --answers mine.yaml --ask
    """
    from distancecli.guidefile import load_guide
    from distancecli.terminal import wants_plain

    if ask and answers is None:
        raise Refused("--ask goes with --answers FILE; without one, everything is asked anyway.")
    chosen = load_guide(guide_file)
    shown = form if output is None else None
    if output == STANDARD_OUTPUT:
        output, shown = None, form or Format.TEXT
    copies = _copies(chosen, output, save_answers, form, force)
    if answers is None or ask:
        _ask(chosen, answers, copies, shown, plain or wants_plain())
    else:
        from distancecli.copies import Given
        from distancecli.delivery import deliver

        deliver(Given(chosen, _read(chosen, answers)), copies, shown, plain=plain or wants_plain())


def _copies(
    chosen: "Guide", output: str | None, saved: str | None, form: Format | None, force: bool
) -> "Copies":
    """The files that the options ask for."""
    from distancecli.copies import Copies, answers_copy, plan_copy
    from distancecli.files import is_same_place

    if saved == STANDARD_OUTPUT:
        raise Refused("--save-answers: the answers need a file. Name one, such as mine.yaml.")
    if output and saved and is_same_place(output, saved):
        raise Refused(f"{output}: the plan and the answers need a file each. Name two.")
    copies = [] if output is None else [plan_copy(chosen.labels, output, form)]
    if saved is not None:
        copies.append(answers_copy(chosen.labels, saved))
    return Copies(chosen.labels, tuple(copies), force)


def _read(chosen: "Guide", answers: str) -> "Answers":
    from distancecli.answers import answers_from
    from distancecli.documents import read_document

    return answers_from(chosen, read_document(answers))


def _ask(
    chosen: "Guide", answers: str | None, copies: "Copies", form: Format | None, plain: bool
) -> None:
    from distancecli.conversation import Left
    from distancecli.output import require_standard_output
    from distancecli.sitting import Sitting
    from distancecli.terminal import find_terminal, is_in_background

    require_standard_output()
    terminal = find_terminal()
    if terminal is None:
        raise Refused(chosen.labels.no_terminal)
    if is_in_background():
        raise Refused(chosen.labels.in_background)
    copies.require_places()
    given = {} if answers is None else _read(chosen, answers)
    try:
        complete = Sitting(chosen, terminal, copies, form, plain, given).hold()
    except Left:
        return
    if not complete:
        raise typer.Exit(CannotWrite.exit_code)
