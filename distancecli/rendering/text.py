"""Plain text for files and pipes: words wrapped to 80 columns, and nothing else."""

from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.rendering.outline import Section
from distancecli.system.lines import WIDEST
from distancecli.text.wrapping import wrap

IN_TEXT: Final = {"item": "  - ", "action": "  ", "saying": "  "}
"""What stands before a block, by its kind."""


def as_text(sections: Iterable[Section], highlight: str, width: int = WIDEST) -> str:
    """The sections as text that ends in a line feed; `highlight` is the label of that section."""
    parts = ["\n".join(_section(section, highlight, width)) for section in sections]
    return "\n\n".join(parts) + "\n"


def _section(section: Section, highlight: str, width: int) -> Iterator[str]:
    if section.kind == "highlight":
        yield from wrap(highlight, width, "*** ", "*** ")
    if section.heading:
        yield from wrap(section.heading, width)
        rule = "=" if section.kind in ("title", "highlight") else "-"
        yield rule * min(len(section.heading), width)
    for group in section.groups():
        yield from () if group.joins else ("",)
        for block in group.blocks:
            yield from wrap(block.text, width, block.mark or IN_TEXT.get(block.kind, ""))
