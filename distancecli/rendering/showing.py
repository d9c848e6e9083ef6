"""Shows sections on a terminal, or writes them to standard output."""

import sys

from distancecli.guide.model import Guide
from distancecli.rendering.ear import as_heard
from distancecli.rendering.section import Section
from distancecli.rendering.text import as_text
from distancecli.system.lines import widest
from distancecli.system.streams import write_out
from distancecli.system.terminal import Terminal, is_terminal, wants_plain


def show(sections: list[Section], guide: Guide, terminal: Terminal, *, plain: bool) -> None:
    """Shows sections on the terminal: by rich, or as plain text."""
    columns = terminal.size().columns
    if plain:
        terminal.write(as_heard(sections, guide.labels.highlighted, widest(columns)))
        return
    from distancecli.rendering.screen import show_on_screen

    show_on_screen(sections, terminal.output, columns)


def publish(sections: list[Section], guide: Guide) -> None:
    """Shows sections that hold nothing of the reader: on a terminal, else as plain text."""
    if is_terminal(sys.stdout):
        show(sections, guide, Terminal(sys.stdout), plain=wants_plain())
    else:
        write_out(as_text(sections))
