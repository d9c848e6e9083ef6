"""`distance steps`, `questions` and `support`: what can be read without an answer."""

from typing import Annotated, Final

import typer

from distancecli.cli.help import GuideFile
from distancecli.errors import Refused

STEPS: Final = """Read all the steps, or one of them, in full. Nothing is asked.

\b
distance steps
distance steps 2

To find out which of them fit you, type: distance guide
"""


def steps(
    number: Annotated[
        int | None, typer.Argument(metavar="NUMBER", help="Only this step.", show_default=False)
    ] = None,
    guide_file: GuideFile = None,
) -> None:
    """Read all the steps, or one of them, in full. Nothing is asked."""
    from distancecli.guide.load import OpenGuide
    from distancecli.rendering.showing import publish
    from distancecli.rendering.steps import steps_outline

    chosen = OpenGuide(guide_file).whole
    last = len(chosen.steps)
    if number is not None and not 1 <= number <= last:
        raise Refused(chosen.labels.unknown_step.format(number=number, last=last))
    numbers = [number] if number else list(range(1, last + 1))
    publish(list(steps_outline(chosen, numbers)), chosen)


QUESTIONS: Final = """See every question with its codes, for an answers file. Nothing is asked.

\b
distance questions
distance questions --template > mine.yaml

\b
To use the file once it is filled in, type:
distance guide --answers mine.yaml
"""


def questions(
    template_wanted: Annotated[
        bool,
        typer.Option("--template", help="An answers file to fill in, each line explained."),
    ] = False,
    guide_file: GuideFile = None,
) -> None:
    """See every question with its codes, for an answers file. Nothing is asked."""
    from distancecli.guide.load import OpenGuide

    chosen = OpenGuide(guide_file).whole
    if template_wanted:
        from distancecli.interview.answersfile import template
        from distancecli.system.streams import write_out

        write_out(template(chosen))
        return
    from distancecli.rendering.questions import questions_outline
    from distancecli.rendering.showing import publish

    publish(list(questions_outline(chosen)), chosen)


SUPPORT: Final = """See who to call, text or look up when you need help now.

\b
distance support
distance support uk

If you are in danger now, call the emergency number of your country first.
"""


def support(
    place: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COUNTRY", help="The same as --country COUNTRY.", show_default=False
        ),
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(
            "--country", metavar="COUNTRY", help="Only this country, such as UK or Ireland."
        ),
    ] = None,
    guide_file: GuideFile = None,
) -> None:
    """See who to call, text or look up when you need help now."""
    from distancecli.guide.load import guide_at_hand
    from distancecli.rendering.helplines import lines_for, support_outline
    from distancecli.rendering.showing import publish

    chosen, unusable = guide_at_hand(guide_file)
    said = [chosen.labels.support_instead.format(file=unusable)] if unusable else []
    # A name of several words needs no quotes: whoever types it may be in a hurry.
    wanted = (" ".join(place or ()) if country is None else country).strip()
    outline = lines_for(chosen, wanted, *said) if wanted else support_outline(chosen, *said)
    publish(list(outline), chosen)
