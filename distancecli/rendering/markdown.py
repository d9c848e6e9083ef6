"""Markdown, for a note or a document."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.rendering.section import Block, Section

SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
INDENT: Final = re.compile(r"^ +", re.MULTILINE)
LINE_START: Final = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))(.)", re.MULTILINE)
"""What starts a list, a rule or an underlined heading."""
IN_MARKDOWN: Final = {"item": "- ", "saying": "> ", "because": "- "}
"""What stands before a block, by its kind."""


def as_markdown(sections: Iterable[Section]) -> str:
    """The sections as Markdown."""
    return "\n".join(line for section in sections for line in _section(section))


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        aside = f"({section.aside})" if section.aside else ""
        words = " ".join(part for part in (section.mark, section.heading, aside) if part)
        heading = SPECIAL.sub(r"\\\1", words.replace("\n", " "))
        yield f"{'#' if section.kind == 'title' else '##'} {heading}\n"
    for group in section.groups():
        # Quotes stand apart: next to each other Markdown would make one paragraph of them.
        is_list = section.kind == "overview" or group.kind in ("item", "because")
        for block in group.blocks:
            yield _block(section, block) + ("" if is_list else "\n")
        yield from ("",) if is_list else ()


def _block(section: Section, block: Block) -> str:
    mark = f"{block.mark.strip()} " if block.highlighted else ""
    text = _escaped(mark + block.text)
    if block.kind == "label":
        return f"**{text}**"
    if block.kind == "source":
        return f"*{text}*"
    lead = "- " if section.kind == "overview" else IN_MARKDOWN.get(block.kind, "")
    return lead + text.replace("\n", "  \n")


def _escaped(text: str) -> str:
    """The text so that it reads as it is written, whatever Markdown would make of it."""
    return LINE_START.sub(r"\1\\\2", INDENT.sub("", SPECIAL.sub(r"\\\1", text)))
