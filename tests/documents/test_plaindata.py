"""Plain data from events: each limit, what stands for an alias, and how each text is written."""

from typing import Any, Final

import pytest

from distancecli.documents import document as documents
from distancecli.documents import plaindata
from distancecli.documents.document import NotYaml, events_of, parse_document
from distancecli.documents.plaindata import DEEPEST, Place, PlainData
from distancecli.errors import FileProblems
from tests.support.mended import LOADERS, NAME, problems_of


def lines_of_problems(text: str) -> list[int]:
    """The lines on which something is wrong; none where the text is read."""
    return [each.line for each in problems_of(text)]


@pytest.mark.parametrize("loader", LOADERS)
def test_a_text_and_a_key_may_take_5000_characters(
    loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One more is refused, and what stands below it is told too."""
    monkeypatch.setattr(documents, "LOADER", loader)
    for text in ("a: {}\n", "- {}\n", "a: '{}'\n", "? {}\n: a\n"):
        assert lines_of_problems(text.format("b" * 5_000)) == []
        assert lines_of_problems(text.format("b" * 5_001)) == [1]
    assert lines_of_problems(f"a: {'b' * 5_001}\nc: d\nc: d\n") == [1, 3]


def test_levels_may_be_40() -> None:
    """A guide has about ten; one level more than forty is refused."""
    assert DEEPEST == 40
    assert lines_of_problems("[" * 40 + "]" * 40) == []
    assert lines_of_problems("[" * 41 + "]" * 41) == [1]


@pytest.mark.parametrize("text", ["a: b\n" * 5_000, "- &a b\n" * 5_000])
def test_very_many_problems_end_the_reading(text: str) -> None:
    """Else they would be gathered for nobody, as long as memory lasts."""
    events = events_of(text)
    with pytest.raises(FileProblems) as refused:
        PlainData(NAME).take(events)
    assert len(refused.value.problems) == 1_000
    assert next(events, None) is not None


ALIASES: Final[dict[str, tuple[list[int], Any]]] = {
    "a: *b\nc: d: e\n": ([1, 2], {"a": "*b", "c": "d: e"}),
    "- *a\n- b: c: d\n": ([1, 2], ["*a", {"b": "c: d"}]),
    "*a : b\nc: d: e\n": ([1, 2], {"*a": "b", "c": "d: e"}),
    "- {*a : b, c: *d}\n- e: f: g\n": ([1, 1, 2], [{"*a": "b", "c": "*d"}, {"e": "f: g"}]),
}
"""Texts with an alias and a slip, the lines of both, and what they say then."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", ALIASES)
def test_an_alias_stands_for_its_own_name(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused, and what else is wrong is still seen as if it were a text."""
    monkeypatch.setattr(documents, "LOADER", loader)
    with pytest.raises(NotYaml) as refused:
        parse_document(NAME, text)
    lines, data = ALIASES[text]
    assert [(each.line, each.code) for each in refused.value.problems] == [
        (line, "syntax") for line in lines
    ]
    assert refused.value.mended is not None
    assert refused.value.mended.data == data


def test_an_accent_is_the_same_however_it_is_written() -> None:
    """As one character or two: in texts, and in keys, which would stand twice."""
    assert parse_document(NAME, "cafe\u0301: e\u0301\n").data == {"caf\u00e9": "\u00e9"}
    assert lines_of_problems("caf\u00e9: a\ncafe\u0301: b\n") == [2]


def test_what_is_ascii_is_taken_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has to be loaded for it, which each start would wait for."""
    monkeypatch.delattr(plaindata, "_composed")
    assert parse_document(NAME, "a: b\n").data == {"a": "b"}


SCALARS: Final[dict[str, dict[Place, tuple[str, tuple[int, int], int, str]]]] = {
    "a: b c\n": {("a",): ("b c", (0, 0), 3, "")},
    "a: 'b'\nc: \"d\"\n": {("a",): ("'b'", (0, 0), 3, "'"), ("c",): ('"d"', (1, 1), 3, '"')},
    "- a:\n    b\n    c\n- [d, {e: f}]\n": {
        (0, "a"): ("b\n    c", (1, 2), 4, ""),
        (1, 0): ("d", (3, 3), 3, ""),
        (1, 1, "e"): ("f", (3, 3), 10, ""),
    },
    "a": {(): ("a", (0, 0), 0, "")},
}
"""Texts, and for each place all that stands there, on which lines, and with which quotes."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", SCALARS)
def test_it_is_known_how_each_text_is_written(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From where to where, at which column, on which lines and how it begins; keys have none."""
    monkeypatch.setattr(documents, "LOADER", loader)
    scalars = parse_document(NAME, text).scalars
    assert {
        place: (text[each.start : each.end], each.lines, each.column, each.style or "")
        for place, each in scalars.items()
    } == SCALARS[text]
