"""`distance steps`, `questions` and `support`: what can be read without an answer."""

from typing import Annotated

import typer

from distancecli.commands import GuideFile
from distancecli.errors import Refused


def steps(
    number: Annotated[
        int | None, typer.Argument(metavar="NUMBER", help="Only this step.", show_default=False)
    ] = None,
    guide_file: GuideFile = None,
) -> None:
    """Read all the steps, or one of them, in full. Nothing is asked.

    \b
    distance steps
    distance steps 2

    To find out which of them fit you, type: distance guide
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


def questions(
    template_wanted: Annotated[
        bool,
        typer.Option("--template", help="An answers file to fill in, each line explained."),
    ] = False,
    guide_file: GuideFile = None,
) -> None:
    """See every question with its codes, for an answers file. Nothing is asked.

    \b
    distance questions
    distance questions --template > mine.yaml

    \b
    To use the file once it is filled in, type:
    distance guide --answers mine.yaml
    """
    from distancecli.guidefile import load_guide

    chosen = load_guide(guide_file)
    if template_wanted:
        from distancecli.output import write_out
        from distancecli.rendering.answersfile import template

        write_out(template(chosen))
        return
    from distancecli.delivery import publish
    from distancecli.rendering.questions import questions_outline

    publish(list(questions_outline(chosen)), chosen)


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

    If you are in danger now, call the emergency number of your country first.
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
