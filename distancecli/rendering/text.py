"""Plain text for files and pipes: words wrapped to 80 columns, and nothing else."""

from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.rendering.section import Section
from distancecli.system.lines import WIDEST
from distancecli.text.wrapping import columns, wrap

IN_TEXT: Final = {"item": "  - ", "action": "  ", "saying": "  "}
"""What stands before a block, by its kind."""
IN_START: Final = "  "
"""What stands before each block below the heading of a start."""
UNDERLINED: Final = {"title": "=", "highlight": "=", "message": "-", "step": "-"}
"""What a heading is underlined with, by the kind of its section."""


def as_text(sections: Iterable[Section], width: int = WIDEST) -> str:
    """The sections as text that ends in a line feed."""
    parts = ["\n".join(_section(section, width)) for section in sections]
    return "\n\n".join(parts) + "\n"


def heading_lines(section: Section, width: int) -> list[str]:
    """The heading behind its mark, with what stands aside at the end of its line, or below it."""
    if not section.heading:
        return []
    lines = wrap(section.heading, width, f"{section.mark} " if section.mark else "")
    if not section.aside:
        return lines
    gap = width - columns(lines[0]) - columns(section.aside)
    if len(lines) == 1 and gap > 1:
        return [lines[0] + " " * gap + section.aside]
    return [*lines, *wrap(section.aside, width, IN_START)]


def _section(section: Section, width: int) -> Iterator[str]:
    lines = heading_lines(section, width)
    yield from lines
    if lines and (rule := UNDERLINED.get(section.kind)):
        yield rule * min(max(map(columns, lines)), width)
    for group in section.groups():
        yield from () if group.joins else ("",)
        for block in group.blocks:
            lead = IN_START if section.kind == "start" else IN_TEXT.get(block.kind, "")
            yield from wrap(block.text, width, block.mark or lead)
