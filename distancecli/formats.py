"""The forms that a plan can be asked for in."""

from enum import StrEnum


class Format(StrEnum):
    """The forms of a plan for files and programs."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
