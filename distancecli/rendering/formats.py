"""The forms that a plan can be asked for in."""

from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from distancecli.guide.model import Guide
    from distancecli.interview.plan import Plan


class Format(StrEnum):
    """The forms of a plan for files and programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


ENDINGS: Final = {".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".json": Format.JSON}


def format_of(name: str) -> Format:
    """The form that the ending of a file's name asks for; text where it asks for none."""
    return ENDINGS.get(PurePath(name).suffix.casefold(), Format.TEXT)


def in_form(guide: "Guide", plan: "Plan", form: Format) -> str:
    """The plan as text, Markdown or JSON, for a file or a program."""
    from distancecli.rendering.outline import outline

    sections = outline(guide, plan)
    match form:  # a form without a branch of its own is an error of types
        case Format.TEXT:
            from distancecli.rendering.text import as_text

            return as_text(sections)
        case Format.MARKDOWN:
            from distancecli.rendering.markdown import as_markdown

            return as_markdown(sections)
        case Format.JSON:
            from distancecli.rendering.json import as_json

            return as_json(plan)
