"""The plan on a terminal, by rich: what to start with, and a panel for each step below it."""

import io
from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from distancecli.rendering.section import CLOSE, Section
from distancecli.rendering.text import IN_START, heading_lines
from distancecli.system.lines import WIDEST
from distancecli.text.wrapping import wrap

Part = tuple[str, str]
"""A piece of a row: its style, in words of rich, and its text."""
ACCENT: Final = "magenta"
"""One of the terminal's own sixteen colours, so that it reads on dark and on light."""
STYLES: Final = {"because": "italic", "label": "bold", "source": "italic", "action": "bold"}
ON_SCREEN: Final = {"item": "- ", "action": "  ", "saying": "  "}
"""How a block looks, and what stands before it, by its kind."""
FRAMES: Final = {
    "highlight": (box.HEAVY, ACCENT),
    "step": (box.ROUNDED, "dim"),
    "message": (box.HORIZONTALS, "none"),
}
"""The frame of a section and its style, by its kind; the others have none."""
FRAME: Final = 4
"""Columns that a frame and its padding take."""
HEADINGS: Final = {"start": f"bold {ACCENT}", "highlight": f"bold {ACCENT}"}
"""The style of a heading, by the kind of its section; the others are bold."""


def show_on_screen(sections: Iterable[Section], stream: TextIO, columns: int) -> None:
    """Prints the sections to a terminal, each in the frame of its kind."""
    console = console_on(stream, columns)
    for section in sections:
        console.print(drawn(section, console.width))


def console_on(stream: TextIO, columns: int) -> Console:
    """A console no wider than lines are read; it is given texts, in which it finds no markup."""
    return Console(file=stream, width=min(columns, WIDEST))


def drawn(section: Section, width: int) -> RenderableType:
    """The section as rich draws it: its heading, its blocks, and the frame of its kind."""
    if section.kind in FRAMES:
        # The heading stands inside the frame: in the frame's line a narrow window would cut it.
        frame, style = FRAMES[section.kind]
        return Panel(body(section, width - FRAME), box=frame, border_style=style, padding=(0, 1))
    return Padding(body(section, width - FRAME), (0, 2, 1, 2))


def body(section: Section, width: int) -> RenderableType:
    """The heading and the blocks below it."""
    return Group(*(text for _, text in pieces(section, width)))


def pieces(section: Section, width: int) -> Iterator[tuple[int | None, Text]]:
    """What the section is made of, each with the number of the step that it belongs to."""
    heading = HEADINGS.get(section.kind, "bold")
    lines = heading_lines(section, width)
    yield from ((section.step, Text(line, heading)) for line in lines)
    if lines and section.kind not in (*CLOSE, "title"):
        yield None, Text("")
    for group in section.groups():
        if not group.joins:
            yield None, Text("")
        for block in group.blocks:
            lead = IN_START if section.kind == "start" else ON_SCREEN.get(block.kind, "")
            # Wrapped by our own rule, which keeps phone numbers whole.
            text = "\n".join(wrap(block.text, width, block.mark or lead))
            yield block.step or section.step, Text(text, STYLES.get(block.kind, ""))


def rows_of(renderable: RenderableType, width: int, in_ascii: bool) -> Iterator[list[Part]]:
    """What rich draws, row by row, for a page that has keys of its own."""
    # By the encoding rich knows which frames it may draw; nothing is written to it.
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii" if in_ascii else "utf-8")
    console = console_on(stream, width)
    for row in console.render_lines(renderable, pad=False):
        yield [(str(part.style or ""), part.text) for part in row]
