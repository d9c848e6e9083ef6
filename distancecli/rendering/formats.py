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
    HTML = "html"
    JSON = "json"

    @classmethod
    def _missing_(cls, value: object) -> "Format | None":
        """The form that is meant by another name of it: in capitals, or the ending of a file."""
        meant = str(value).casefold()
        ending = ENDINGS.get(f".{meant}")
        return next((each for each in cls if each.value == meant), ending)


ENDINGS: Final = {
    ".txt": Format.TEXT,
    **{".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN},
    **{".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON},
}


OFFERED: Final = (".txt", ".md", ".html", ".json")
"""The endings that are named where somebody chose one that is refused."""
REFUSED: Final = frozenset(
    (
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".epub", ".tex", ".ps"),
        *(".xhtml", ".mhtml", ".xml"),
        *(".csv", ".xls", ".xlsx", ".ods", ".numbers", ".ppt", ".pptx", ".odp", ".key"),
        *(".bmp", ".gif", ".jpg", ".jpeg", ".png", ".svg", ".tif", ".tiff", ".webp"),
        *(".zip", ".gz", ".tgz", ".7z"),
    )
)
"""The endings of forms that cannot be written: what opens them would find a broken file."""


def is_refused(name: str) -> bool:
    """Whether the ending of a file's name asks for a form that cannot be written."""
    return PurePath(name).suffix.casefold() in REFUSED


def format_of(name: str) -> Format:
    """The form that the ending of a file's name asks for; text where it asks for none."""
    return ENDINGS.get(PurePath(name).suffix.casefold(), Format.TEXT)


def in_form(guide: "Guide", plan: "Plan", form: Format, day: str | None = None) -> str:
    """The plan in that form, for a file or a program.

    A copy that is kept says on which `day` it was made: in a month it may fit no more.
    """
    from distancecli.rendering.outline import foot, outline

    made = foot(guide.labels.made.format(day=day)) if day else ()
    sections = (*outline(guide, plan), *made)
    match form:  # a form without a branch of its own is an error of types
        case Format.TEXT:
            from distancecli.rendering.text import as_text

            return as_text(sections)
        case Format.MARKDOWN:
            from distancecli.rendering.markdown import as_markdown

            return as_markdown(sections)
        case Format.HTML:
            from distancecli.rendering.html import as_html

            return as_html(sections, guide)
        case Format.JSON:
            from distancecli.rendering.json import as_json

            return as_json(plan, day)
