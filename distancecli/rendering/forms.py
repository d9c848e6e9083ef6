"""A whole plan as one text, in the form that was asked for."""

from collections.abc import Callable

from distancecli.formats import Format
from distancecli.guide import Guide
from distancecli.plan import Plan
from distancecli.rendering.data import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import outline
from distancecli.rendering.text import as_text


def in_form(guide: Guide, plan: Plan, form: Format) -> str:
    """The plan as text, Markdown or JSON, for a file or a program."""
    if form is Format.JSON:
        return as_json(plan)
    write: Callable[..., str] = as_markdown if form is Format.MARKDOWN else as_text
    return write(outline(guide, plan), guide.labels.helps_most)
