"""`distance guide` and `distance again`: ask, or take the answers from a file; show the plan."""

from typing import Annotated, Final

import typer

from distancecli.cli.help import GuideFile
from distancecli.rendering.formats import Format

QUESTIONS = "How to answer"
FILES = "Where the plan and the answers go"


def format_named(name: str | Format) -> Format:
    """The form of that name, in any letters, or by the ending of a file in that form.

    Raises:
        BadParameter: there is no such form.
    """
    try:
        return Format(name)
    except ValueError as error:
        known = ", ".join(f"'{each}'" for each in Format)
        raise typer.BadParameter(f"'{name}' is not one of {known}") from error


Answers = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help="Ask nothing; take the answers from a YAML or JSON file, or from - (standard "
        "input). What it leaves out counts as skipped. To make one, see: distance questions",
        rich_help_panel=QUESTIONS,
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain",
        help="Ask in plain numbered lines, for screen readers and bare terminals. The same "
        "when DISTANCE_PLAIN or ACCESSIBLE is 1.",
        rich_help_panel=QUESTIONS,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write the plan to this file too. Its name decides on the form: .txt, .md, "
        ".html or .json. A - is standard output.",
        rich_help_panel=FILES,
    ),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        parser=format_named,
        metavar="|".join(Format),
        help="The form of the plan in the file, or else on standard output.",
        rich_help_panel=FILES,
    ),
]
SaveAnswers = Annotated[
    str | None,
    typer.Option(
        "--save-answers",
        metavar="FILE",
        help="Write the answers to this file, for distance again; never the private ones.",
        rich_help_panel=FILES,
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Replace files that are there already.", rich_help_panel=FILES),
]


GUIDE: Final = """Answer up to ten questions, and see which steps fit you.

Answers are never options of this command, since shells keep what is typed. Nothing is saved
unless you ask for it, and after some answers nothing is.

\b
distance guide                          ask, and show the plan
distance guide > plan.txt               ask, and write the plan as plain text
distance guide --output plan.md         show the plan, and write it too
distance guide --save-answers mine.yaml
distance guide --answers mine.yaml      ask nothing
distance guide --answers mine.yaml --ask

To begin, type: distance guide
"""


def guide(
    answers: Answers = None,
    ask: Annotated[
        bool,
        typer.Option(
            "--ask",
            help="Ask what --answers has no answer to; the others can be changed.",
            rich_help_panel=QUESTIONS,
        ),
    ] = False,
    plain: Plain = False,
    output: Output = None,
    form: Form = None,
    save_answers: SaveAnswers = None,
    force: Force = False,
    guide_file: GuideFile = None,
) -> None:
    """Answer up to ten questions, and see which steps fit you."""
    from distancecli.run.request import Request
    from distancecli.run.run import guide_reader

    guide_reader(Request(answers, None, ask, plain, output, form, save_answers, force, guide_file))


AGAIN: Final = """Come back a week later with the answers that you kept.

You are asked how it went, and a few things afresh. The rest is filled in, and you can change it.
FILE is one that --save-answers made, or "Keep a copy". It is written to only if you ask for it.

\b
distance again mine.yaml
distance again mine.yaml --save-answers mine.yaml
distance again mine.yaml --answers now.yaml      ask nothing

To begin, type: distance again mine.yaml
"""


def again(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Your answers of the last time; - is standard input."),
    ],
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Ask nothing; take from this file how it went, the private answers, and what has "
            "changed. The rest is as it was.",
            rich_help_panel=QUESTIONS,
        ),
    ] = None,
    plain: Plain = False,
    output: Output = None,
    form: Form = None,
    save_answers: SaveAnswers = None,
    force: Force = False,
    guide_file: GuideFile = None,
) -> None:
    """Come back a week later with the answers that you kept."""
    from distancecli.run.request import Request
    from distancecli.run.run import guide_reader

    asked = Request(answers, file, False, plain, output, form, save_answers, force, guide_file)
    guide_reader(asked)
