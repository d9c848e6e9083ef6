"""Where a fault of a document is told, and what is refused of it wherever it stands."""

from pathlib import Path
from typing import Final

import pytest

from distancecli.documents import document as documents
from distancecli.documents.document import OpenDocument, parse_document, read_document
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.errors import MOST_GATHERED, FileProblems, Problem, UnreadableFile
from tests.support.mended import LOADERS, NAME, lines_told

# --- The place of a fault -------------------------------------------------------------------------

PLACES: Final[dict[str, dict[Place, tuple[str, str]]]] = {
    "": {(): ("1:1", "1:1")},
    "a": {(): ("1:1", "1:1")},
    "\nb c\n": {(): ("2:1", "2:1")},
    "a: b\nc:\n  - d\n": {("a",): ("1:1", "1:4"), ("c",): ("2:1", "2:1"), ("c", 0): ("3:5", "3:5")},
    "\na:\n   b\n  c\n": {("a",): ("2:1", "3:4")},
    "a: {b: 'c', d: [e, f]}": {("a", "d", 1): ("1:20", "1:20"), ("a", "b"): ("1:5", "1:8")},
    "a: >-\n  b\n  c\n": {("a",): ("1:1", "1:4")},
    "\ufeffa: b\r\nc: d\r\n": {("a",): ("1:1", "1:4"), ("c",): ("2:1", "2:4")},
    "a: b\rc: d\r": {("c",): ("2:1", "2:4"), ("c", "e"): ("2:1", "2:4")},
    "a: \u00e9\u65e5\nc: \U0001f642 e\nf: [\U0001f642, g]": {("f", 1): ("3:8", "3:8")},
}
"""Texts, and for places in them where a fault is told: of an entry, and of its text."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", PLACES)
def test_a_fault_is_told_at_its_entry_or_at_the_text_of_it(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted from 1, in characters; an entry that is no text has only the first."""
    monkeypatch.setattr(documents, "LOADER", loader)
    document = parse_document(NAME, text)
    for place, told in PLACES[text].items():
        faults = (Fault(place, "wrong", "code", at_text=at_text) for at_text in (False, True))
        assert tuple(str(document.problem(each)).split(":", 1)[1] for each in faults) == tuple(
            f"{where}: wrong" for where in told
        )


def test_a_fault_is_told_with_all_that_is_known_of_it() -> None:
    """It is an error without more, if nothing else is said."""
    document = parse_document(NAME, "a: b\n")
    assert document.problem(Fault(("a",), "wrong", "code")) == Problem(
        NAME, 1, 1, "wrong", "code", "error", (), ""
    )
    fault = Fault(("a",), "odd", "style", "warning", ("one", "two"))
    assert document.problem(fault, "a: c\n") == Problem(
        NAME, 1, 1, "odd", "style", "warning", ("one", "two"), "a: c\n"
    )


# --- What is refused wherever it stands -----------------------------------------------------------

HIDDEN: Final = "a hidden character ({}) stands here; remove it"
SEPARATOR: Final = HIDDEN.format("U+2028 LINE SEPARATOR")
ESCAPE: Final = HIDDEN.format("U+001B an escape character")
DIRECTIVE: Final = "directives (%) are not used here; remove it"
TOLD: Final = {
    "aX: b\u2028\nc:d\ne: f\n": [
        f"1:6: {SEPARATOR}",
        "2:2: a space is missing after this colon; put one in",
    ],
    "a: \u2028@b\n": [
        f"1:4: {SEPARATOR}",
        "1:4: no text can start with @; put the text in double quotes",
    ],
    "a: \x1b[31mb: c\n": [f"1:4: {ESCAPE}"],
    "%a\nb: @c\n": [f"1:1: {DIRECTIVE}"],
    "a: b\n%c: d\ne: \u2028f\n": [f"2:1: {DIRECTIVE}", f"3:4: {SEPARATOR}"],
    "a: 100%\nb: c\u2028 # %\n": [f"2:5: {SEPARATOR}"],
}
"""Texts with hidden characters or directives, and all that is told of them."""


@pytest.mark.parametrize("text", TOLD)
def test_what_is_wrong_beside_hidden_characters_is_told_with_them(text: str) -> None:
    """But for what stands behind a control or a directive, which belongs to it."""
    assert lines_told(text) == TOLD[text]


@pytest.mark.parametrize(("count", "last"), [(50, None), (51, "1"), (999, "949"), (1001, "950")])
def test_of_very_many_hidden_characters_the_first_are_told(count: int, last: str | None) -> None:
    """How many more there are is said as far as they were counted."""
    with pytest.raises(FileProblems) as refused:
        parse_document(NAME, "a\u2028\n" * count)
    more = "at least " if count >= MOST_GATHERED else ""
    assert str(refused.value).splitlines()[50:] == [f"{NAME}: and {more}{last} more"] * bool(last)


def test_a_text_that_can_be_seen_whole_is_not_searched_for_what_cannot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each start would wait for that; line ends are as they should be, and other letters too."""
    monkeypatch.setattr(documents, "HIDDEN", "(")  # no pattern
    assert parse_document(NAME, "a: \u00e9\nb: \u65e5\n").data == {"a": "\u00e9", "b": "\u65e5"}


def test_a_file_of_answers_may_take_256_kb(tmp_path: Path) -> None:
    """One byte more is refused, with the number."""
    path = tmp_path / "answers.yaml"
    path.write_bytes(b"a: b\n".ljust(262_144, b"#"))
    assert read_document(str(path)).data == {"a": "b"}
    path.write_bytes(b"a: b\n".ljust(262_145, b"#"))
    with pytest.raises(UnreadableFile, match="larger than 256 kB"):
        read_document(str(path))


# --- The start of a document ----------------------------------------------------------------------


def test_the_start_ends_where_the_outermost_mapping_has_the_keys() -> None:
    """One inside it, or a list, that has the same keys is not taken for it."""
    text = "a:\n  c: {b: 1}\n  b: 2\nd:\n  - {b: 3, a: 4}\nb: {c: 5}\ne: 6\n"
    whole = parse_document(NAME, text).data
    assert OpenDocument(NAME, text).up_to({"b"}) == {key: whole[key] for key in ("a", "d", "b")}
    assert OpenDocument(NAME, text).up_to({"a"}) == {"a": whole["a"]}
