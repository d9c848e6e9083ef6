"""The terminal as prompt_toolkit has it: keys from it, pages and lines to it."""

import os
from typing import Any, Final, TextIO

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output

from distancecli.asking.look import wants_colour
from distancecli.asking.sequences import Sequences
from distancecli.system.terminal import CLEAR

MOST: Final = 500
"""Columns or rows; of 65535 by 65535 a page would take half a minute to draw."""


class LineOutput(Vt100_Output):
    """Output below what stands there already, in a size that can be drawn."""

    def get_size(self) -> Size:
        """Rows and columns: never more than any window has, whatever the terminal says."""
        size = super().get_size()
        return Size(rows=min(size.rows, MOST), columns=min(size.columns, MOST))

    @property
    def responds_to_cpr(self) -> bool:
        """No: a terminal that does not answer would have to be waited for."""
        return False


class PageOutput(LineOutput):
    """Output on a screen that `terminal` sets aside once for the whole run."""

    def enter_alternate_screen(self) -> None:
        """Only to its top: the pages are on it already."""
        self.cursor_goto()

    def erase_down(self) -> None:
        """Clears the whole page: a page is only ever erased from its top.

        After a resize the cursor need not be where prompt_toolkit left it. Where the terminal has
        no screen to set aside, what was answered must not be found by scrolling back.
        """
        self.write_raw(CLEAR)

    def quit_alternate_screen(self) -> None:
        """Does nothing: between two pages the main screen must not flash up."""


def output_to(stream: TextIO, *, whole_screen: bool) -> Output:
    """Pages on the whole screen, or lines below what stands there, on that terminal."""
    kind = PageOutput if whole_screen else LineOutput
    return kind.from_pty(
        stream,
        term=os.environ.get("TERM"),
        default_color_depth=None if wants_colour() else ColorDepth.MONOCHROME,
        enable_bell=False,
    )


def keys_from(stream: TextIO) -> Input:
    """The keys that are pressed at a terminal, read by the grammar of `sequences`."""
    keys: Any = create_input(stream)
    # Its own parser takes apart what it does not know, and types it into the page. Where there is
    # none, the system hands on keys and no sequences.
    if parser := getattr(keys, "vt100_parser", None):
        keys.vt100_parser = Sequences(parser.feed_key_callback)
    read: Input = keys
    return read
