"""Paragraphs as one reader is shown them: of an ending, of a notice, and around the steps."""

from msgspec import Struct

from distancecli.guide.conditions import Situation
from distancecli.guide.model import Ending, Guide, Notice, StepText, Text, paragraphs
from distancecli.interview.support import lines_of


class Passage(Struct, frozen=True):
    """A paragraph as shown, and the help lines listed below it."""

    text: str
    lines: tuple[str, ...] = ()
    keep: bool = False
    """Never cut from a short plan."""


class Message(Struct, frozen=True):
    """An ending or a notice as shown."""

    id: str
    title: str
    text: tuple[Passage, ...]
    screen_only: bool = False


def message(
    guide: Guide, source: Ending | Notice, situation: Situation, country: str | None
) -> Message:
    """The ending or notice as the reader is shown it."""
    text = passages(guide, source.text, situation, country)
    screen_only = isinstance(source, Notice) and source.screen_only
    return Message(source.id, source.title, text, screen_only)


def passages(
    guide: Guide, text: Text | StepText, situation: Situation, country: str | None
) -> tuple[Passage, ...]:
    """The paragraphs that are for this reader, with their help lines.

    One that names lines where none are known is left out, whole: it would promise and fail.
    """
    shown = []
    for paragraph in paragraphs(text):
        if situation.holds(paragraph.when):
            lines = lines_of(guide.support, paragraph.support, country)
            if lines or not paragraph.support:
                keep = getattr(paragraph, "keep", False)
                shown.append(Passage(paragraph.text, lines, keep))
    return tuple(shown)
