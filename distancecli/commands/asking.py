"""`distance guide`: ask, or take the answers from a file, and show the plan."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from distancecli.commands import GuideFile
from distancecli.errors import Refused
from distancecli.formats import Format

if TYPE_CHECKING:
    from distancecli.guide import Guide


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
