"""Slips beside each other are all told, and what is no slip is left alone."""

from typing import Final

import pytest

from distancecli.documents import document as documents
from distancecli.documents.document import parse_document
from distancecli.documents.mending import mend
from distancecli.documents.plaindata import LONGEST
from tests.support.mended import LOADERS, NAME, lines_told, mended

TOO_LONG: Final = "a text of more than 5000 characters; look for a quote that is missing"
COLON: Final = "a colon stands in this text; put the text in double quotes"
LOOK: Final = "look at the quotes, colons and spaces here"


SIDE_BY_SIDE: Final[dict[str, list[str]]] = {
    "   a:b\nc: d\n": [
        "1:5: a space is missing after this colon; put one in",
        "2:1: this line begins with no spaces, its neighbours with 3; give it as many",
    ],
    "- a: b\n  c:d\n  e: f: g\n": [
        "2:4: a space is missing after this colon; put one in",
        f"3:6: {COLON}",
    ],
    "- a\n-b\n  c: d\n": [
        "2:1: a space is missing after this dash; put one in",
        f"3:4: {COLON}",
    ],
    "a:\n  - b\n - c\nd: e: f\n": [
        "3:2: this line begins with 1 space, its neighbours with 2; give it as many",
        f"4:4: {COLON}",
    ],
    "a: {b: c\nd e\nf: g\n": [
        "1:9: a } is missing here; put one in",
        f"2:1: not valid YAML: a colon is missing; {LOOK}",
    ],
}
"""Two slips of which each is in the way of the other, and what is told."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", SIDE_BY_SIDE)
def test_two_slips_side_by_side_are_both_told(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Although without one of them YAML gets no further than before."""
    monkeypatch.setattr(documents, "LOADER", loader)
    assert lines_told(text) == SIDE_BY_SIDE[text]


UNCLEAR: Final = {
    'a: b\u00a0c\nd: "e", f\n': f"2:7: not valid YAML: this does not go with what stands before it "
    f"(see line 1); {LOOK}",
    'when: tired\n"options:\n': "3:1: not valid YAML: a quote is missing at the end of a text "
    f"(see line 2); {LOOK}",
    "a: b\nX c\nd: e\n": f"2:1: not valid YAML: a colon is missing; {LOOK}",
    "x:\na: [b c\n  d: e\n": "3:4: not valid YAML: a comma or a closing bracket is missing, "
    f"or the bracket opened on line 2 is never closed; {LOOK}",
}
"""What no mend makes better: a blank in a text, a quote before a key, a word that may be no key,
and a line in brackets, where it is all one how far it is in."""


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_only_looks_like_a_slip_is_not_told(text: str) -> None:
    """Where nothing is better without it, only what YAML says is told."""
    assert lines_told(text) == [UNCLEAR[text]]


def test_what_is_wrong_beside_a_text_far_too_long_is_told_with_it() -> None:
    """Whoever looks for the quote that may be missing sees all that is."""
    long = f"a: {'b' * (LONGEST + 1)}\n"
    assert lines_told(long) == [f"1:4: {TOO_LONG}"]
    assert lines_told(f"{long}c: d: e\n") == [f"1:4: {TOO_LONG}", f"2:4: {COLON}"]
    assert lines_told(f"{long}c: d\nc: e\n")[1].startswith('3:1: "c" stands here twice')
    assert parse_document(NAME, f"a: {'b' * LONGEST}\n").data == {"a": "b" * LONGEST}


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("section", ["b: c: d\n", "b:\n  c: d: e\n", "b:\n  c:\n    d: e: f\n"])
def test_what_is_tried_is_read_from_its_section_on(
    section: str, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However far down it the slip is, no line above is read again."""
    monkeypatch.setattr(mend, "MOST_READ", len(section) + 2 - more)  # with the quotes
    assert (COLON in lines_told(f"a: b\nx: y\n{section}")[0]) is not bool(more)


def test_what_is_tried_may_take_several_lines() -> None:
    """The quotes then begin above the line that has the slip."""
    text = "a: b\nc: d\n  e\n  f: g\nh: i\n"
    assert mended(text) == {"a": "b", "c": "d e f: g", "h": "i"}
