"""The plan on a terminal, by rich: an overview, then a panel for each step that applies."""

from collections.abc import Iterable, Iterator
from typing import Final, TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from distancecli.rendering.outline import Section
from distancecli.system.lines import WIDEST
from distancecli.text.wrapping import wrap

STYLES: Final = {"because": "italic", "label": "bold", "source": "italic", "action": "bold"}
ON_SCREEN: Final = {"item": "- ", "action": "  ", "saying": "  "}
"""How a block looks, and what stands before it, by its kind."""
FRAME: Final = 4
"""Columns that a frame and its padding take."""


def show_on_screen(
    sections: Iterable[Section], highlight: str, stream: TextIO, columns: int
) -> None:
    """Prints the sections to a terminal; `highlight` is the label of that section's frame."""
    draw(sections, highlight, console_on(stream, columns))


def console_on(stream: TextIO, columns: int, record: bool = False) -> Console:
    """A console that takes text as it is; `record` keeps what is drawn, to make a picture of it."""
    width = min(columns, WIDEST)
    return Console(
        file=stream,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
    )


def draw(sections: Iterable[Section], highlight: str, console: Console) -> None:
    """Prints the sections on the console, each in the frame of its kind."""
    for section in sections:
        console.print(_section(section, highlight, console.width))


def _section(section: Section, highlight: str, width: int) -> RenderableType:
    # The heading stands inside the frame: in the frame's own line a narrow window would cut it.
    parts = [_text(section.heading, width - FRAME, "bold"), Text("")] if section.heading else []
    body = Group(*parts, *_blocks(section, width - FRAME))
    if section.kind == "highlight":
        label = _text(f"*** {highlight} ***", width - FRAME, "bold reverse")
        return Panel(Group(label, body), box=box.DOUBLE, padding=(0, 1))
    if section.kind == "step":
        return Panel(body, box=box.ROUNDED, padding=(0, 1))
    if section.kind == "message":
        return Panel(body, box=box.HORIZONTALS, padding=(0, 1))
    return Padding(body, (0, 2, 1, 2))


def _blocks(section: Section, width: int) -> Iterator[RenderableType]:
    for group in section.groups():
        yield from () if group.joins else (Text(""),)
        for block in group.blocks:
            style, lead = STYLES.get(block.kind, ""), ON_SCREEN.get(block.kind, "")
            yield _text(block.text, width, style, block.mark or lead)


def _text(text: str, width: int, style: str, lead: str = "") -> Text:
    """The text wrapped by our own rule, which keeps phone numbers whole."""
    return Text("\n".join(wrap(text, width, lead)), style)
