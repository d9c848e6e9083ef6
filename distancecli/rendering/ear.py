"""Plain lines for the ear: no rule, arrow or star is read out, and a word says what they say."""

from collections.abc import Iterable, Iterator

from distancecli.rendering.section import Section
from distancecli.rendering.text import IN_START
from distancecli.text.wrapping import wrap


def as_heard(sections: Iterable[Section], highlighted: str, width: int) -> str:
    """The sections as text that ends in a line feed; `highlighted` is the word for a mark."""
    parts = ["\n".join(_section(section, highlighted, width)) for section in sections]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(section: Section, highlighted: str, width: int) -> Iterator[str]:
    heading = ". ".join(part for part in (section.heading, section.aside) if part)
    if heading:
        yield from wrap(f"{highlighted}: {heading}" if section.mark else heading, width)
    for group in section.groups():
        yield from () if group.joins else ("",)
        for block in group.blocks:
            words = f"{highlighted}: {block.text}" if block.highlighted else block.text
            yield from wrap(words, width, IN_START if block.kind == "item" else "")
