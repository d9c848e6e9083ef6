"""A guide as a picture of how questions lead to steps and endings: Mermaid and DOT."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from distancecli.checking.graph.links import Link, Target
from distancecli.guide.model import Guide
from distancecli.text.wrapping import wrap

WIDTH: Final = 30
"""Columns of a box's text."""
MERMAID_BOXES: Final = {
    "question": '["{}"]',
    "ending": '[/"{}"/]',
    "notice": '>"{}"]',
    "step": '(["{}"])',
}
DOT_SHAPES: Final = {
    "question": "box",
    "ending": "octagon",
    "notice": "note",
    "step": "ellipse",
}
OTHER_THAN_WORDS: Final = re.compile(r"[^\w ,'?]|_|^ | $")
"""What stands in a text of Mermaid by its number."""
DOT_SIGNS: Final = {"&": "&amp;", "\\": "\\\\", '"': '\\"', "\n": "\\n"}
"""What Graphviz would take for its own, and how it is written; the first sign has to be first."""


def _boxes(guide: Guide, links: Sequence[Link]) -> list[Target]:
    """Every question, and whatever a link leads to."""
    questions = [Target("question", n, each.ask) for n, each in enumerate(guide.questions, start=1)]
    return list(dict.fromkeys(chain(questions, (link.target for link in links))))


def _name(box: Target) -> str:
    return f"{box.kind}{box.number}"


def as_mermaid(guide: Guide, links: Sequence[Link]) -> str:
    """A Mermaid flow chart; a dotted line needs other answers as well."""
    lines = ["flowchart LR"]
    for box in _boxes(guide, links):
        text = "\n".join(_for_mermaid(line) for line in wrap(box.words, WIDTH))
        lines.append(f"  {_name(box)}{MERMAID_BOXES[box.kind].format(text)}")
    for link in links:
        start, end = ("--", "-->") if link.alone else ("-.", ".->")
        text = "\n".join(_for_mermaid(each) for each in link.answers)
        lines.append(f'  question{link.question} {start} "{text}" {end} {_name(link.target)}')
    return "\n".join(lines) + "\n"


def _for_mermaid(line: str) -> str:
    """The line with all that Mermaid, HTML or Markdown could take for its own as entities.

    Mermaid 11.0 to 11.9 reads a text as Markdown, and shows an error in place of a list, a link,
    a heading and whatever else it cannot draw. Beside a tag, such as that of a line break, it
    would read the entities so too; therefore lines end in a line feed.
    """
    return OTHER_THAN_WORDS.sub(lambda found: f"#{ord(found[0])};", line)


def as_dot(guide: Guide, links: Sequence[Link]) -> str:
    """A graph for Graphviz; a dashed line needs other answers as well."""
    return "\n".join(_dot_lines(guide, links)) + "\n"


def _dot_lines(guide: Guide, links: Sequence[Link]) -> Iterator[str]:
    yield "digraph guide {"
    yield '  rankdir=LR; node [fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];'
    for box in _boxes(guide, links):
        label = "\\n".join(_for_dot(line) for line in wrap(box.words, WIDTH))
        yield f'  {_name(box)} [shape={DOT_SHAPES[box.kind]}, label="{label}"];'
    for link in links:
        style = "solid" if link.alone else "dashed"
        label = "\\n".join(_for_dot(each) for each in link.answers)
        ends = f"question{link.question} -> {_name(link.target)}"
        yield f'  {ends} [style={style}, label="{label}"];'
    yield "}"


def _for_dot(text: str) -> str:
    for sign, written in DOT_SIGNS.items():
        text = text.replace(sign, written)
    return text
