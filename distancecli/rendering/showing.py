"""Shows sections on the terminal, or writes them to standard output."""

import sys

from distancecli.guide.model import Guide
from distancecli.rendering.outline import Section
from distancecli.rendering.text import as_text
from distancecli.system.lines import say, widest
from distancecli.system.streams import write_out
from distancecli.system.terminal import Terminal, is_file, is_terminal, output_terminal, wants_plain


def tell(line: str) -> None:
    """Says a line to the person at the terminal, or else on standard error; never into a file."""
    if stream := output_terminal():
        say(Terminal(stream), line)
    elif sys.stderr is not None and not is_file(sys.stderr):
        print(line, file=sys.stderr)


def show(sections: list[Section], guide: Guide, plain: bool) -> None:
    """Shows sections on the terminal: by rich, or as plain text."""
    stream = output_terminal()
    assert stream
    columns = Terminal(stream).size().columns
    if plain:
        stream.write(as_text(sections, guide.labels.helps_most, widest(columns)))
        stream.flush()
        return
    from distancecli.rendering.screen import show_on_screen

    show_on_screen(sections, guide.labels.helps_most, stream, columns)


def publish(sections: list[Section], guide: Guide) -> None:
    """Shows sections that hold nothing of the reader: on a terminal, else as plain text."""
    if is_terminal(sys.stdout):
        show(sections, guide, wants_plain())
    else:
        write_out(as_text(sections, guide.labels.helps_most))
