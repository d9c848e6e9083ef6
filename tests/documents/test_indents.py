"""Lines that begin too far to the left or right, or with a tab, and lines in parts."""

from typing import Final

import pytest

from distancecli.documents.mending.entryline import EntryLine
from tests.support.mended import told_of

TAB: Final = "a tab stands here; use spaces"
TABS: Final[dict[str, object]] = {
    "\tXa: b\nc: d\n": {"Xa": "b", "c": "d"},
    "a: x\n\ty\nb: c\n": {"a": "x y", "b": "c"},
    "a:\n  b:\n    c: d\n\te: f\n  g: h\n": {"a": {"b": {"c": "d"}, "e": "f", "g": "h"}},
    "  a:\n\t\t- b: c\n      d: e\n": {"a": [{"b": "c", "d": "e"}]},
    "\ta:\n  b: c\n  d: e\n  f: g\n  h: i\nj: k\n": {
        "a": {"b": "c", "d": "e", "f": "g", "h": "i"},
        "j": "k",
    },
}
"""Texts in which a line begins with tabs, and what they say with spaces in their place."""


@pytest.mark.parametrize("text", TABS)
def test_a_line_with_tabs_stands_where_its_neighbours_need_it(text: str) -> None:
    """As far in as one of them, above or below, or as an entry of it is."""
    told, data = told_of(text)
    number = next(n for n, line in enumerate(text.split("\n"), start=1) if "\t" in line)
    assert told == {(number, 1): TAB}
    assert data == TABS[text]


def test_a_tab_further_in_is_no_indent() -> None:
    """It is told as what it is, and the line by its spaces."""
    told, _ = told_of("a:\n  b:\n    - c\n   d: e\tf\n")
    assert told.keys() == {(4, 4), (4, 6)}
    assert told[4, 4].startswith("this line begins with 3 spaces, its neighbours with 2;")
    assert told[4, 6].startswith("a hidden character (U+0009 a tab)")


def test_only_spaces_are_the_indent_of_a_line() -> None:
    """Whatever its first letter is."""
    told, data = told_of("a:\n  b:\n    - c\n   Xd: e\n")
    said = "this line begins with 3 spaces, its neighbours with 2; give it as many"
    assert told == {(4, 4): said}
    assert data == {"a": {"b": ["c"], "Xd": "e"}}


@pytest.mark.parametrize("aside", [3, 4])
def test_a_line_far_from_its_neighbours_is_not_moved(aside: int) -> None:
    """Three spaces are a slip; two levels were put there on purpose."""
    told, _ = told_of(f"a: 'b'\n{' ' * aside}c: d\n")
    assert told[2, aside + 1].startswith("this line begins with") is (aside == 3)


PARTS: Final[dict[str, tuple[int, str, str, str]]] = {
    "": (0, "", "", ""),
    "Xa: b": (0, "", "Xa", "b"),
    "  - Xa: b": (2, "- ", "Xa", "b"),
    "-Xa: b": (0, "", "", "-Xa: b"),
    "- - 'X': b": (0, "- - ", "'X'", "b"),
    '\u00a0"X y":\u2003b': (1, "", '"X y"', "b"),
    "-\u00a0X": (0, "-\u00a0", "", "X"),
    "a:": (0, "", "a", ""),
    "a:b": (0, "", "", "a:b"),
}
"""Lines: how far they are indented, their dashes, their key, and what stands behind."""


@pytest.mark.parametrize("line", PARTS)
def test_a_line_is_taken_apart_as_it_was_written(line: str) -> None:
    """Whatever looks like a space is one; a sign without one behind it is a part of the text."""
    entry = EntryLine(line)
    assert (entry.indent, entry.dashes, entry.key, entry.value) == PARTS[line]
    assert entry.column == entry.indent + len(entry.dashes)
