"""The forms that a plan can be asked for in."""

from enum import StrEnum
from pathlib import PurePath
from typing import Final


class Format(StrEnum):
    """The forms of a plan for files and programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


ENDINGS: Final = {".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".json": Format.JSON}


def format_of(name: str) -> Format:
    """The form that the ending of a file's name asks for; text where it asks for none."""
    return ENDINGS.get(PurePath(name).suffix.casefold(), Format.TEXT)
