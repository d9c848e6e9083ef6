"""Markdown, for a note or a document."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.rendering.outline import Block, Section

SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
INDENT: Final = re.compile(r"^ +", re.MULTILINE)
LINE_START: Final = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))(.)", re.MULTILINE)
"""What starts a list, a rule or an underlined heading."""
LEVELS: Final = {"title": "#", "message": "##", "overview": "##"}
LEADS: Final = {"item": "- ", "saying": "> ", "because": "- "}


def as_markdown(sections: Iterable[Section], highlight: str) -> str:
    """The sections as Markdown; `highlight` is the label of that section."""
    return "\n".join(line for section in sections for line in _section(section, highlight))


def _section(section: Section, highlight: str) -> Iterator[str]:
    if section.heading:
        heading = SPECIAL.sub(r"\\\1", section.heading.replace("\n", " "))
        yield f"{LEVELS.get(section.kind, '##')} {heading}\n"
    if section.kind == "highlight":
        yield f"**{_escaped(highlight)}**\n"
    before: Block | None = None
    for block in section.blocks:
        listed = section.kind == "overview" or block.kind in ("item", "because")
        if before and before.kind != block.kind and before.kind in ("item", "because"):
            yield ""
        yield _block(section, block) + ("" if listed else "\n")
        before = block
    if before and (section.kind == "overview" or before.kind in ("item", "because")):
        yield ""


def _block(section: Section, block: Block) -> str:
    text = _escaped(block.text)
    if block.kind == "label":
        return f"**{text}**"
    if block.kind == "source":
        return f"*{text}*"
    lead = "- " if section.kind == "overview" else LEADS.get(block.kind, "")
    return lead + text.replace("\n", "  \n")


def _escaped(text: str) -> str:
    """The text so that it reads as it is written, whatever Markdown would make of it."""
    return LINE_START.sub(r"\1\\\2", INDENT.sub("", SPECIAL.sub(r"\\\1", text)))
