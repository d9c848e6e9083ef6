"""Reading a plan from its top, for windows in which it has scrolled away."""

from collections.abc import Iterable, Iterator

from distancecli.asking.page import Page
from distancecli.asking.pages import reading_page
from distancecli.interview.message import Passage
from distancecli.interview.plan import Reader
from distancecli.rendering.outline import Section, outline

LISTED = ("item", "action", "saying")
"""The kinds of block that stand in a list below what is before them."""


def plan_page(reader: Reader) -> Page:
    """The whole plan as one page, under its first heading."""
    guide = reader.guide
    first, *rest = _passages(outline(guide, reader.plan))
    return reading_page(guide, first.text, tuple(rest))


def _passages(sections: Iterable[Section]) -> Iterator[Passage]:
    for section in sections:
        if section.kind == "overview":
            lines = (f"{block.mark}{block.text}" for block in section.blocks)
            yield Passage("\n".join((section.heading, *lines)))
        else:
            yield from _paragraphs(section)


def _paragraphs(section: Section) -> Iterator[Passage]:
    """The heading and each paragraph, with the list below it, if there is one."""
    paragraph = Passage(section.heading)
    for group in section.groups():
        texts = tuple(block.text for block in group.blocks)
        if group.kind in LISTED:
            paragraph = Passage(paragraph.text, (*paragraph.lines, *texts))
            continue
        for text in texts:
            yield from (paragraph,) if paragraph != Passage("") else ()
            paragraph = Passage(text)
    yield paragraph
