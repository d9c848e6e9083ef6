"""The plan on a terminal, by rich: an overview, then a panel for each step that applies."""

from collections.abc import Iterable
from typing import Final, TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from distancecli.rendering.outline import Block, Section

WIDEST: Final = 80
STYLES: Final = {"because": "italic", "label": "bold", "source": "dim", "action": "bold"}
INDENTS: Final = {"action": 2, "saying": 2}


def show_on_screen(sections: Iterable[Section], highlight: str, stream: TextIO) -> None:
    """Prints the sections to a terminal; `highlight` is the label of that section's frame."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    console.width = min(console.width, WIDEST)
    for section in sections:
        console.print(_section(section, highlight))


def _section(section: Section, highlight: str) -> RenderableType:
    # The heading stands inside the frame: in the frame's own line a narrow window would cut it.
    heading = [Text(section.heading, "bold")] if section.heading else []
    body = Group(*heading, *_blocks(section))
    if section.kind == "highlight":
        label = Text(f"*** {highlight} ***", "bold reverse")
        return Panel(Group(label, body), box=box.DOUBLE, padding=(0, 1))
    if section.kind == "step":
        return Panel(body, box=box.ROUNDED, padding=(0, 1))
    if section.kind == "message":
        return Panel(body, box=box.HORIZONTALS, padding=(0, 1))
    return Padding(body, (0, 1, 1, 1))


def _blocks(section: Section) -> Iterable[RenderableType]:
    before: Block | None = None
    for block in section.blocks:
        if before and section.kind != "overview" and _apart(before, block):
            yield Text("")
        style = STYLES.get(block.kind, "")
        if block.kind == "item":
            yield Padding(_bulleted(block.text, style), 0)
        else:
            yield Padding(Text(block.text, style), (0, 0, 0, INDENTS.get(block.kind, 0)))
        before = block


def _bulleted(text: str, style: str) -> RenderableType:
    from rich.table import Table

    row = Table.grid(padding=(0, 1))
    row.add_row(Text("-"), Text(text, style))
    return row


def _apart(before: Block, block: Block) -> bool:
    if before.kind == "label":
        return False
    return not (before.kind == block.kind and block.kind in ("because", "saying"))
