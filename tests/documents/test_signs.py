"""Signs that are wrong, missing or too many: what is told of them, and what stands there then."""

from typing import Any, Final

import pytest

from distancecli.documents import document as documents
from tests.support.mended import LOADERS, lines_told, mended

TOO_MANY: Final = "there is a {} too many here; remove it, or open one before it"
MISSING: Final = "a {} is missing here; put one in"
COLON: Final = 'a colon is missing after "{}"; put one in'
NO_SPACE: Final = "a space is missing after this {}; put one in"
NO_MINUS: Final = "this {} is not a minus sign ({}); write - and a space"
BLANK: Final = "this blank is not a plain space ({}); put one in its place"
INDENT: Final = "this line begins with no spaces, its neighbours with 2; give it as many"

TOLD: Final[dict[str, tuple[list[str], Any]]] = {
    # A bracket: one that is missing makes the line whole once it is put in, one too many once gone.
    "a: {b: c]}\n": (["1:9: " + TOO_MANY.format("]")], {"a": {"b": "c"}}),
    "a: [{b: c]\n": (["1:10: " + MISSING.format("}")], {"a": [{"b": "c"}]}),
    "a: {b: [c, d}\n": (["1:13: " + MISSING.format("]")], {"a": {"b": ["c", "d"]}}),
    "a: {b: {c: [d]}]}\n": (["1:16: " + TOO_MANY.format("]")], {"a": {"b": {"c": ["d"]}}}),
    "a: [b, {c: [d}]}]\n": (["1:14: " + TOO_MANY.format("}")], {"a": ["b", {"c": ["d"]}]}),
    "a: {b: [c}]\n": (
        ["1:10: " + MISSING.format("]"), "1:11: " + TOO_MANY.format("]")],
        {"a": {"b": ["c"]}},
    ),
    "a: [b, c]]]\n": (["1:10: " + TOO_MANY.format("]")] * 2, {"a": ["b", "c"]}),
    "a: [b, te}xt]\n": (["1:10: " + TOO_MANY.format("}")], {"a": ["b", "text"]}),
    "a: [b, c  \nd: e\n": (["1:9: " + MISSING.format("]")], {"a": ["b", "c"], "d": "e"}),
    "a: {b: [c  # why\nd: e\n": (["1:10: " + MISSING.format("]")], {"a": {"b": ["c"]}, "d": "e"}),
    "a: ['b]', \"c]\", d\n": (["1:18: " + MISSING.format("]")], {"a": ["b]", "c]", "d"]}),
    'a: ["b # c", d\n': (["1:15: " + MISSING.format("]")], {"a": ["b # c", "d"]}),
    # A colon: behind a word that stands alone on its line, or that is a key elsewhere.
    "steps\n  - a: b\n": (["1:5: " + COLON.format("steps")], {"steps": [{"a": "b"}]}),
    "- a: b\n  c  \n- c: d\n": (["2:3: " + COLON.format("c")], [{"a": "b", "c": None}, {"c": "d"}]),
    "- a: b\n  X c\n- X: d\n": (["2:3: " + COLON.format("X")], [{"a": "b", "X": "c"}, {"X": "d"}]),
    # A dash, or its space.
    "- a: b\nXc: d\n": (["2:1: " + INDENT], [{"a": "b", "Xc": "d"}]),
    "\u2013Xa: b\n- c: d\n": (
        ["1:1: " + NO_MINUS.format("dash", "U+2013 EN DASH")],
        [{"Xa": "b"}, {"c": "d"}],
    ),
    "- a\n\u2022 b\n": (["2:1: " + NO_MINUS.format("bullet", "U+2022 BULLET")], ["a", "b"]),
    "- a\n-b\n": (["2:1: " + NO_SPACE.format("dash")], ["a", "b"]),
    # A comma, where it stands between the same two elsewhere; braces that have theirs keep them.
    "- a: b\nc: {d: e, f: g}\n": (["2:1: " + INDENT], [{"a": "b", "c": {"d": "e", "f": "g"}}]),
    # Another blank.
    "a:\u00a0b\nc: d\n": (
        ["1:3: " + BLANK.format("U+00A0 NO-BREAK SPACE")],
        {"a": "b", "c": "d"},
    ),
    "a:\u3000b\nc: d\n": (
        ["1:3: " + BLANK.format("U+3000 IDEOGRAPHIC SPACE")],
        {"a": "b", "c": "d"},
    ),
    "a:\u200bb\nc: d\n": (
        ["1:3: " + BLANK.format("U+200B ZERO WIDTH SPACE")],
        {"a": "b", "c": "d"},
    ),
}
"""Texts with slips, each thing that is told of them, and what they say without."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", TOLD)
def test_a_sign_that_is_wrong_is_told_word_for_word(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it stands, what is wrong with it and what to do, and nothing that follows from it."""
    monkeypatch.setattr(documents, "LOADER", loader)
    told, data = TOLD[text]
    assert lines_told(text) == told
    assert mended(text) == data
