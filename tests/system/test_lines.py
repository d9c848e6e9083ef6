"""Lines on a terminal: as wide as its window lets them be, and as they can be read."""

import io
import os

import pytest

from distancecli.system.lines import say, widest
from distancecli.system.terminal import Terminal


@pytest.mark.parametrize(
    ("columns", "width"), [(0, 4), (5, 4), (6, 5), (80, 79), (81, 80), (82, 80), (500, 80)]
)
def test_text_leaves_a_column_free_and_is_never_too_wide_to_read(columns: int, width: int) -> None:
    """Nor narrower than a word can be broken to."""
    assert widest(columns) == width


def test_what_is_said_is_whole_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrapped for the window, and led in on the first of them."""
    shown = io.StringIO()
    terminal = Terminal(shown)
    monkeypatch.setattr(Terminal, "size", lambda _: os.terminal_size((12, 5)))
    say(terminal, "one two three")
    say(terminal, "four five", "- ")
    assert shown.getvalue() == "one two\nthree\n- four five\n"
