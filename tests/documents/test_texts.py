"""Texts that need quotes: where they begin and end, and what is not taken for one."""

from typing import Any, Final

import pytest

from distancecli.documents import document as documents
from tests.support.mended import LOADERS, told_of

COLON: Final = "a colon stands in this text; put the text in double quotes"
REMARK: Final = "a # begins a remark here; put the text in double quotes"
BRACKET: Final = "a bracket stands in this text; put the text in double quotes"
OPEN: Final = (
    "the quote opened here is never closed; close it, or put the whole text in double quotes"
)

SEVERAL_LINES: Final[dict[str, tuple[dict[tuple[int, int], str], Any]]] = {
    "because: Call\n  me: now\n  or not\nb: c\n": (
        {(2, 5): COLON},
        {"because": "Call me: now or not", "b": "c"},
    ),
    "a: x\n  y: z": ({(2, 4): COLON}, {"a": "x y: z"}),
    "a: x\n  y\n    z: w\nb: c\n": ({(3, 6): COLON}, {"a": "x y z: w", "b": "c"}),
    "a: See [b]\n  y #1 z\n  z\nb: c\n": ({(2, 5): REMARK}, {"a": "See [b] y #1 z z", "b": "c"}),
    "a: So\n  : )\nb: And so\n  : )\n": (
        {(2, 3): COLON, (4, 3): COLON},
        {"a": "So : )", "b": "And so : )"},
    ),
    "- name: x\n  call: y #1\n    z\n": ({(2, 11): REMARK}, [{"name": "x", "call": "y #1 z"}]),
    "- text: Call\n  more: Call\n    me: now\n- x\n": (
        {(3, 7): COLON},
        [{"text": "Call", "more": "Call me: now"}, "x"],
    ),
    # What stands below the text belongs to the entry, and not to the text.
    "- name: x: y\n  call: z\n": ({(1, 9): COLON}, [{"name": "x: y", "call": "z"}]),
    "- name: {x} y\n  call: z\n": (
        {(1, 9): "this text goes on behind its closing }; put the text in double quotes"},
        [{"name": "{x} y", "call": "z"}],
    ),
    "- x: {a: b}\n  text: Call\n    or #1 go\n    on\n- x: y\n": (
        {(3, 8): REMARK},
        [{"x": {"a": "b"}, "text": "Call or #1 go on"}, {"x": "y"}],
    ),
    "a: # r\n  b: c\n    d: e\n": ({(3, 6): COLON}, {"a": {"b": "c d: e"}}),
    "a: # r\n  b: c\n  d: 'e'\n    f: g\n": (
        {(4, 5): "this line begins with 4 spaces, its neighbours with 2; give it as many"},
        {"a": {"b": "c", "d": "e", "f": "g"}},
    ),
}
"""Texts of several lines, what is told of each, and what it says without that."""

NO_TEXT: Final[dict[str, tuple[dict[tuple[int, int], str], Any]]] = {
    "  a: b\nc: d #1\n": ({(2, 1): "begins with no spaces"}, {"a": "b", "c": "d"}),
    "  a: b\nc: {d: e}\n": ({(2, 1): "begins with no spaces"}, {"a": "b", "c": {"d": "e"}}),
    "a: 'x' # r\n  y: z\nb: c\n": (
        {(2, 3): "begins with 2 spaces"},
        {"a": "x", "y": "z", "b": "c"},
    ),
    "    - name: x\n     call: y\n      more: z\n": (
        {(2, 6): "begins with 5 spaces"},
        [{"name": "x", "call": "y", "more": "z"}],
    ),
    "a: |\n    x\n  y\nb: c\n": ({(3, 3): "begins with 2 spaces"}, {"a": "x\ny\n", "b": "c"}),
    "- text: Call me\n  at night\n- text: x\n": ({(2, 3): "a colon is missing"}, None),
    "- text: [a b,\n   c d\n- e: f\n": ({(3, 4): "a comma or a closing bracket is missing"}, None),
    "a: 'x\n  y #1 z\nb: c\n": ({(4, 1): "a quote is missing at the end"}, None),
    "a: 'x \\q\n  y\nd: e\n": ({(4, 1): "a quote is missing at the end"}, None),
    '{"a": "b" "c": "d"}\n': ({(1, 11): "a comma or a closing bracket is missing"}, None),
}
"""What looks as if a text stood in it that needs quotes, and has another slip."""

IN_BRACKETS: Final[dict[str, tuple[dict[tuple[int, int], str], Any]]] = {
    "a: {b: c [d]}\n": ({(1, 8): BRACKET}, {"a": {"b": "c [d]"}}),
    "a: {b: c [d], e: f}\n": ({(1, 8): BRACKET}, {"a": {"b": "c [d]", "e": "f"}}),
    "a: [b, c [d]]\n": ({(1, 8): BRACKET}, {"a": ["b", "c [d]"]}),
    "a: {b: \u201cc [d]\u201d}\n": ({(1, 8): BRACKET}, {"a": {"b": "\u201cc [d]\u201d"}}),
    "a: {b: {c: d: x}, e: f}\n": ({(1, 12): COLON}, {"a": {"b": {"c": "d: x"}, "e": "f"}}),
    "a: [{b: c: d}, {b: e}]\n": ({(1, 9): COLON}, {"a": [{"b": "c: d"}, {"b": "e"}]}),
    "a: [@b, c: d: e]\n": (
        {(1, 5): "no text can start with @", (1, 12): COLON},
        {"a": ["@b", {"c": "d: e"}]},
    ),
    "a: {b: {c: d: x}, e: f\n": (
        {(1, 12): COLON, (1, 23): "a } is missing here"},
        {"a": {"b": {"c": "d: x"}, "e": "f"}},
    ),
    "a: {b: 'c' [d]} # r\n": (
        {(1, 8): "this text goes on behind column 10"},
        {"a": {"b": "'c' [d]"}},
    ),
    "a: [{b: c,\n     d: Call #1 now}]\n": (
        {(2, 14): REMARK},
        {"a": [{"b": "c", "d": "Call #1 now"}]},
    ),
    "a: (b: c]\n": ({(1, 4): COLON}, {"a": "(b: c]"}),
}
"""Texts in brackets: these end where the brackets around them are closed."""

FIRST: Final[dict[str, tuple[dict[tuple[int, int], str], Any]]] = {
    "a: ?b: c\n": ({(1, 4): COLON}, {"a": "?b: c"}),
    "a: :b: c\n": ({(1, 4): COLON}, {"a": ":b: c"}),
    "a: X b: c\n": ({(1, 4): COLON}, {"a": "X b: c"}),
    "a: ?\nb: c: d\n": (
        {(1, 4): "no text can start with ?", (2, 4): COLON},
        {"a": "?", "b": "c: d"},
    ),
}
"""Texts by what they begin with."""

QUOTES: Final[dict[str, tuple[dict[tuple[int, int], str], Any]]] = {
    'a: "b\nX- c"\nd: e: f\n': ({(3, 4): COLON}, {"a": "b X- c", "d": "e: f"}),
    'a: "b\nXa: c"\nd: e: f\n': ({(3, 4): COLON}, {"a": "b Xa: c", "d": "e: f"}),
    '- "See\n  http://x"\n- b: c: d\n': ({(3, 6): COLON}, ["See http://x", {"b": "c: d"}]),
    'a: "x\n\n# r\n' + "\n" * 20 + "b: c\n": ({(1, 4): OPEN}, {"a": '"x', "b": "c"}),
    'a: "x\n# r\n': ({(1, 4): OPEN}, {"a": '"x'}),
}
"""Quotes that are closed on a later line, or never."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("texts", [SEVERAL_LINES, NO_TEXT, IN_BRACKETS, FIRST, QUOTES])
def test_a_text_that_needs_quotes_is_told_from_its_neighbours(
    texts: dict[str, tuple[dict[tuple[int, int], str], Any]],
    loader: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The slip stands where it was made, and no other entry is lost with it."""
    monkeypatch.setattr(documents, "LOADER", loader)
    for text, (expected, data) in texts.items():
        told, mended = told_of(text)
        assert told.keys() == expected.keys(), text
        assert all(words in told[place] for place, words in expected.items()), text
        assert mended == data, text
