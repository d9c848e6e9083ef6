"""Reading a plan from its top, for windows in which it has scrolled away."""

from collections.abc import Iterable, Iterator

from distancecli.asking.page import Page
from distancecli.asking.pages import reading_page
from distancecli.interview.plan import Passage, Reader
from distancecli.rendering.outline import Block, Section, outline

LISTED = ("item", "action", "saying")
"""The kinds of block that stand in a list below what is before them."""


def plan_page(reader: Reader) -> Page:
    """The whole plan as one page, under its first heading."""
    guide = reader.guide
    first, *rest = _passages(outline(guide, reader.plan), guide.labels.helps_most)
    return reading_page(guide, first.text, tuple(rest))


def _passages(sections: Iterable[Section], highlight: str) -> Iterator[Passage]:
    for section in sections:
        if section.kind == "highlight":
            yield Passage(f"*** {highlight} ***")
        if section.kind == "overview":
            lines = (f"{block.mark}{block.text}" for block in section.blocks)
            yield Passage("\n".join((section.heading, *lines)))
        else:
            yield from _paragraphs((Block("label", section.heading), *section.blocks))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Each paragraph with the list below it, if there is one."""
    text, listed = "", list[str]()
    for block in blocks:
        if block.kind in LISTED:
            listed.append(block.text)
            continue
        if text or listed:
            yield Passage(text, tuple(listed))
        text, listed = block.text, []
    if text or listed:
        yield Passage(text, tuple(listed))
