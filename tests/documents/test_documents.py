"""Strict YAML: text stays text, each entry has its place, and what is not plain is refused."""

import io
import json
import os
import string
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from distancecli.documents import document as documents
from distancecli.documents import plaindata
from distancecli.documents.document import (
    LARGEST,
    Document,
    OpenDocument,
    parse_document,
    read_document,
)
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import DEEPEST, LONGEST
from distancecli.errors import DistanceError, FileProblems, Refused, UnreadableFile
from distancecli.text.characters import made_visible
from tests.support.mended import LOADERS, NAME


def refusals(text: str) -> list[str]:
    """The lines that say what is wrong with the text."""
    with pytest.raises(FileProblems) as refused:
        parse_document(NAME, text)
    return str(refused.value).splitlines()


def refusal_of_file(path: Path | str, content: bytes | None = None) -> str:
    """What is said of a file that cannot be read."""
    if content is not None:
        Path(path).write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        read_document(str(path))
    return str(refused.value)


# --- What is read ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scalar",
    ["no", "yes", "off", "true", "12:30", "1e3", "0x1F", "010", "1_000", ".inf", "2026-11-05", "="],
)
@pytest.mark.parametrize("written", ["{}", "'{}'", '"{}"', "  {}  # a remark"])
def test_every_scalar_is_text(scalar: str, written: str) -> None:
    """What YAML would turn into a truth, number, time or date stays the text it looks like."""
    document = parse_document(NAME, f"{scalar}: [{scalar}]\nlast: {written.format(scalar)}\n")
    assert document.data == {scalar: [scalar], "last": scalar}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("''", ""),
        ("'null'", "null"),
        ('"~"', "~"),
        ("'~'", "~"),
        ("nulls", "nulls"),
        ("|-\n  null", "null"),
    ],
)
def test_null_is_a_plain_empty_value(written: str, value: str | None) -> None:
    """Nothing, ~ and null stand for no value; in quotes they are texts."""
    assert parse_document(NAME, f"a: {written}\n").data == {"a": value}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# only a remark\n", None),
        ("---\n", None),
        ("[]", []),
        ("{}", {}),
        ("word", "word"),
        ("a: [b, {c: d}]\ne: >-\n  f\n  g\n", {"a": ["b", {"c": "d"}], "e": "f g"}),
        ("<<: {a: b}\n", {"<<": {"a": "b"}}),
        ('{"a": ["b", null], "c": {"d": true}}', {"a": ["b", None], "c": {"d": "true"}}),
        ('{\n\t"a":"b"\n}', {"a": "b"}),
        ('"\\u00e9\\/\\n"', "\u00e9/\n"),
        ("\ufeffa: b", {"a": "b"}),
    ],
)
def test_plain_data_is_read(text: str, data: Any) -> None:
    """Mappings, lists and texts come out as they stand, from YAML and from JSON."""
    assert parse_document(NAME, text).data == data


def test_each_entry_has_its_place() -> None:
    """Keys and list entries are found again by line and column, counted from 1."""
    document = parse_document(NAME, "a:\n  - b\n  - c: d\n    e: [f, g]\n")
    places: dict[tuple[str | int, ...], str] = {
        (): "1:1",
        ("a",): "1:1",
        ("a", 0): "2:5",
        ("a", 1): "3:5",
        ("a", 1, "c"): "3:5",
        ("a", 1, "e"): "4:5",
        ("a", 1, "e", 1): "4:12",
    }
    for place, where in places.items():
        assert str(document.problem(Fault(place, "wrong", "code"))) == f"{NAME}:{where}: wrong"


@pytest.mark.parametrize("place", [("a", "no", "such"), ("a", 0, 7), ("a",)])
def test_a_missing_entry_is_placed_at_what_is_around_it(place: tuple[str | int, ...]) -> None:
    """A problem of something that is not in the file stands where it would be."""
    document = parse_document(NAME, "first: 1\na:\n  b: c\n")
    assert str(document.problem(Fault(place, "wrong", "code"))) == f"{NAME}:2:1: wrong"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_file_of_another_editor_is_read_alike(tmp_path: Path, start: str, end: str) -> None:
    """A byte order mark and Windows line ends change neither the data nor the lines."""
    path = tmp_path / "windows.yaml"
    path.write_bytes((start + end.join(["a: b", "c:", "  - d", ""])).encode())
    document = read_document(str(path))
    assert document.data == {"a": "b", "c": ["d"]}
    assert str(document.problem(Fault(("a",), "wrong", "code"))) == f"{path}:1:1: wrong"
    assert str(document.problem(Fault(("c", 0), "wrong", "code"))) == f"{path}:3:5: wrong"


def test_standard_input_is_read_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name - stands for standard input, which problems call by that name."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: b\n")))
    assert read_document("-") == Document("standard input", {"a": "b"}, "a: b\n")


def test_every_entry_has_its_place() -> None:
    """A key, a list entry and the whole: each by its place, and nothing else."""
    document = parse_document("a.yaml", "a: b\nc:\n  - d\n  - {e: f, g: [h]}\ni: j\n")
    assert document.places == {
        (): (1, 1),
        ("a",): (1, 1),
        ("c",): (2, 1),
        ("c", 0): (3, 5),
        ("c", 1): (4, 5),
        ("c", 1, "e"): (4, 6),
        ("c", 1, "g"): (4, 12),
        ("c", 1, "g", 0): (4, 16),
        ("i",): (5, 1),
    }


# --- What is refused, with its place --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("a: 1\nb: 2\n  \na: 3\n", "4:1", '"a" stands here twice (first on line 1)'),
        ("a:\n  b: {c: 1, c: 2}\n", "2:13", '"c" stands here twice (first on line 2)'),
        ("'a': 1\na: 2\n", "2:1", '"a" stands here twice'),
        ("a: 1\nb: &name 2\n", "2:4", "anchors (&name)"),
        ("a: 1\nb: &name\n  c: d\n", "2:4", "anchors (&name)"),
        ("a:\n  - *name\n", "2:5", "aliases (*name)"),
        ("a: !!int 1\n", "1:4", "tags (tag:yaml.org,2002:int)"),
        ("a: !!python/object:os.system {}\n", "1:4", "tags (tag:yaml.org,2002:python/object"),
        ("a: !mine [b]\n", "1:4", "tags (!mine)"),
        ("a: 1\n---\nb: 2\n", "2:1", "a second document"),
        ("? [a]\n: b\n", "1:3", "a key must be a plain word"),
        ("x: 1\n{a: b}: c\n", "2:1", "a key must be a plain word"),
        ("a: b\nc: x\u202etxt\n", "2:5", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a: \u2066b\n", "1:4", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("x\u202e: b\n", "1:2", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ('a:\n  - "\\e[31mred"\n', "2:5", "U+001B"),
        ('a: "\\0"\n', "1:4", "U+0000"),
        ('a: "\\x9b"\n', "1:4", "U+009B"),
        ('a: "one\\rtwo"\n', "1:4", "U+000D"),
        ('a: "one\\u2028two"\n', "1:4", "U+2028 LINE SEPARATOR"),
        ("a: b # c\u202e\n", "1:9", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a: b\u2028c\nd: e\n", "1:5", "U+2028 LINE SEPARATOR"),
        ("a: b\rc: d\x85\n", "2:5", "U+0085"),
        ("\ufeff\ufeffa: b\n", "1:1", "U+FEFF a byte order mark"),
        ("a: b\n\ufeffc: d\n", "2:1", "U+FEFF a byte order mark"),
        ('a: "\\uFEFF"\n', "1:4", "U+FEFF a byte order mark"),
        ('a: "b\tc"\n', "1:4", "U+0009 a tab"),
        ("%YAML 1.1\n---\na: b\n", "1:1", "directives (%)"),
        ("# all\n%TAG ! x\n---\n", "2:1", "directives (%)"),
        ("a: b\nc: \uffff\n", "2:4", "a hidden character (U+FFFF)"),
        ("a: \ufffe\n", "1:4", "a hidden character (U+FFFE)"),
        (f"a: {'b' * (LONGEST + 1)}\n", "1:4", "more than 5000 characters"),
        (f"? {'b' * (LONGEST + 1)}\n: c", "1:3", "more than 5000 characters"),
        ("a: @b\n", "1:4", "no text can start with @; put the text in double quotes"),
        ("a:\n\t- b\n", "2:1", "a tab stands here; use spaces"),
        ("a: 'b\nc: d\n", "1:4", "the quote opened here is never closed"),
        ("a: 1\nb: [2\nc: 3\n", "2:6", "a ] is missing here"),
        ("a: 1\n\tb: 2\n", "2:1", "a tab stands here"),
        ("a: 'b\n", "1:4", "the quote opened here is never closed"),
    ],
)
def test_what_is_not_plain_is_refused(text: str, where: str, said: str) -> None:
    """One line names the file, the line and column of the fault, and the fault."""
    (line,) = refusals(text)
    assert line.startswith(f"{NAME}:{where}: ")
    assert said in line


IN_QUOTES: Final = "put a text that starts with {} in double quotes"
WHOLE: Final = {
    "a: b\na: c\n": '2:1: "a" stands here twice (first on line 1); join the two, or keep one',
    "a: &n b\n": "1:4: anchors (&n) are not used here; remove it, or " + IN_QUOTES.format("&"),
    "a: *n\n": "1:4: aliases (*name) are not used here; " + IN_QUOTES.format("*"),
    "a: !m b\n": f"1:4: tags (!m) are not used here; {IN_QUOTES.format('!')}, "
    'and "not" in a rule is {none: [...]}',
    "a: b\n---\nc: d\n": "2:1: a second document starts here; keep one to a file",
    "[a]: b\n": "1:1: a key must be a plain word; remove the brackets",
    "{a: b}: c\n": "1:1: a key must be a plain word; remove the brackets",
    "a: b\x07\n": "1:5: a hidden character (U+0007) stands here; remove it",
    'a: "\\a"\n': "1:4: a hidden character (U+0007) stands in this text; remove it",
    "%TAG ! x\n---\n": "1:1: directives (%) are not used here; remove it",
    f"a: {'b' * (LONGEST + 1)}\n": "1:4: a text of more than 5000 characters; "
    "look for a quote that is missing",
}


@pytest.mark.parametrize("text", WHOLE, ids=[said[:20] for said in WHOLE.values()])
def test_what_is_refused_is_told_word_for_word(text: str) -> None:
    """What is wrong, where, and what to do about it."""
    assert refusals(text) == [f"{NAME}:{WHOLE[text]}"]


@pytest.mark.parametrize("text", ["a: &name b\n*name : c\n", "{*name : c}", "? *name\n: c\n"])
def test_an_alias_as_a_key_is_refused(text: str) -> None:
    """An alias cannot stand for a key either."""
    assert any("aliases (*name)" in line or "plain word" in line for line in refusals(text))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("plain", id="ascii"),
        pytest.param("caf\u00e9 \u2014 \u65e5\u672c\u8a9e", id="other letters"),
    ],
)
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b"])
def test_a_bare_control_character_is_refused_with_its_line(before: str, character: str) -> None:
    """The line is right whatever letters stand before it."""
    (line,) = refusals(f"a: {before}\nb: x{character}y\nc: 1\nd: 2\ne: 3\nf: 4\n" + "\n" * 50)
    assert line.startswith(f"{NAME}:2:")


def test_far_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is all entries ends the reading where there are more than any guide has."""
    monkeypatch.setattr(plaindata, "MOST_ENTRIES", 100)
    assert parse_document(NAME, "[" + "a," * 99 + "]").data
    (line,) = refusals("[" + "a," * 100 + "]")
    assert line == f"{NAME}:1:200: more than 100 entries; check whether this is the right file"


def test_every_hidden_character_is_told() -> None:
    """Each one that stands in the file has its own line, remarks included."""
    lines = refusals("a: \u2066b\u2069\nc: d # \x07\n")
    assert [line.split(": ", 1)[0] for line in lines] == [
        f"{NAME}:{at}" for at in ("1:4", "1:6", "2:8")
    ]


@pytest.mark.slow
def test_the_harmful_characters_are_those_of_unicode() -> None:
    """They are the controls, surrogates, line ends and those that reorder; and three more."""
    reordering = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for character in map(chr, range(sys.maxunicode + 1)):
        expected = (
            unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
            or unicodedata.bidirectional(character) in reordering
            or character in "\ufeff\ufffe\uffff"
        ) and character != "\n"
        assert (made_visible(character) != character) is expected


def test_of_very_many_faults_the_first_are_told() -> None:
    """The first fifty are shown, in order, and a last line says that there are more."""
    lines = refusals("a: b\n" * 60)
    assert lines[0].startswith(f'{NAME}:2:1: "a" stands here twice')
    assert lines[50:] == [f"{NAME}: and 9 more"]
    lines = refusals("a: b\n" * 5000)
    assert lines[50:] == [f"{NAME}: and at least 950 more"]


def test_a_line_of_an_error_is_one_line_of_sane_length() -> None:
    """Line feeds and escape codes of a name are written out, and its middle is left out."""
    assert str(Refused("one\ntwo\x1b[31m\u202e")) == "one\\ntwo\\x1b[31m\\u202e"
    told = str(UnreadableFile("n" * 9000 + ": no. Try again."))
    assert len(told) <= 1000
    assert told.startswith("nnn")
    assert told.endswith("nnn: no. Try again.")


def test_every_fault_has_a_line_of_its_own() -> None:
    """Faults that leave the rest readable are told together, in the order in which they stand."""
    lines = refusals("a: &x 1\nb: !t 2\na: 3\nc: *x\n")
    assert [line.split(": ", 1)[0] for line in lines] == [
        f"{NAME}:1:4",
        f"{NAME}:2:4",
        f"{NAME}:3:1",
        f"{NAME}:4:4",
    ]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("levels", [DEEPEST + 1, 1000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(
    levels: int, opening: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nesting past the limit is one line at the level that goes too far, and never a crash."""
    monkeypatch.setattr(documents, "LOADER", loader)
    (line,) = refusals(opening * levels)
    column = DEEPEST * len(opening) + 1
    assert line == f"{NAME}:1:{column}: nested more than {DEEPEST} levels deep; make it flat"


def test_what_stands_too_deep_is_told_before_what_is_wrong_behind_it() -> None:
    """What YAML stumbles over while it looks ahead comes second."""
    (line,) = refusals("[" * (DEEPEST + 1) + "@")
    assert "levels deep" in line
    (line,) = refusals("[" * (DEEPEST - 1) + "@")
    assert "not valid YAML" in line


def test_nesting_up_to_the_limit_is_read() -> None:
    """The deepest nesting that is allowed is not refused."""
    assert parse_document(NAME, "[" * DEEPEST + "]" * DEEPEST).data


# --- Files that are none --------------------------------------------------------------------------


def test_bad_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are refused with the line on which they stand."""
    path = tmp_path / "latin.yaml"
    said = refusal_of_file(path, b"a: b\nc: d\ne: caf\xe9\n")
    assert said.startswith(f"{path}:3:7: this is not UTF-8 text")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a Word document"),
        (b"{\\rtf1\\ansi a: b}", "a text with its looks (RTF)"),
        (b"%PDF-1.7\n", "a PDF"),
        ("title: a\n".encode("utf-16-le"), "UTF-16 without its mark"),
        ("title: a\n".encode("utf-16-be"), "UTF-16 without its mark"),
    ],
)
def test_what_is_no_plain_text_is_called_what_it_is(
    content: bytes, kind: str, tmp_path: Path
) -> None:
    """One line names the file and its kind, and says how to save it."""
    said = refusal_of_file(tmp_path / "guide.yaml", content)
    assert f"guide.yaml: this is {kind}" in said
    assert said.endswith("Save it as plain text, in UTF-8.")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """A file over the limit is refused for its size, not read as YAML."""
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refusal_of_file(path).startswith(f"{path}: larger than ")
    path.write_bytes(b"a: b\n".ljust(LARGEST, b"#"))
    assert read_document(str(path)).data == {"a": "b"}


def test_a_name_that_is_empty_is_no_folder() -> None:
    """It is shown in quotes, so that one sees it, and nothing is there by it."""
    with pytest.raises(UnreadableFile) as refused:
        read_document("")
    reason = refused.value.__cause__
    assert isinstance(reason, FileNotFoundError)
    assert str(refused.value).startswith(f'"": {reason.strerror}. Check the name, ')


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there is named, with the reason."""
    path = tmp_path / "missing.yaml"
    assert refusal_of_file(path).startswith(f"{path}: No such file")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    """A directory is not a file to read."""
    assert refusal_of_file(tmp_path).startswith(f"{tmp_path}: this is a folder")


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """A named pipe that nobody writes to is refused; opening it would wait for ever."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal_of_file(path).startswith(f"{path}: this is not an ordinary file")


@pytest.mark.parametrize("name", ["nul\0in.yaml", "n" * 5000])
def test_an_impossible_name_is_refused(name: str) -> None:
    """A name that no file can have is one clear line, not a crash."""
    assert "Check the name" in refusal_of_file(name)


def test_an_empty_file_has_no_data(tmp_path: Path) -> None:
    """An empty file is read, and says nothing."""
    path = tmp_path / "empty.yaml"
    path.write_bytes(b"")
    assert read_document(str(path)).data is None


# --- Any text at all ------------------------------------------------------------------------------

YAML_LIKE: Final = st.text(st.sampled_from("ab:- \n[]{},&*!?|>'\"#%~\\\t\r.\ufeff\u2028\x07"))


@pytest.mark.parametrize("loader", LOADERS)
@given(text=st.one_of(st.text(), YAML_LIKE))
@example(text="*a : b")
@example(text="!a b")
@example(text='"\\Uffffffff"')
@example(text="[" * 1000)
def test_any_text_is_read_or_refused(loader: type, text: str) -> None:
    """The outcome is plain data or an error meant for a person, without LibYAML as well."""
    with mock.patch.object(documents, "LOADER", loader), suppress(DistanceError):
        assert isinstance(parse_document(NAME, text).data, dict | list | str | None)


NESTED: Final = st.dictionaries(
    st.text(string.ascii_letters, min_size=1),
    st.one_of(
        st.text(string.ascii_letters),
        st.lists(st.text("ab")),
        st.dictionaries(st.text(string.ascii_letters), st.lists(st.text("ab"))),
    ),
    min_size=1,
)


@given(data=NESTED, chosen=st.data())
def test_the_start_of_a_document_can_be_had_before_the_rest(
    data: dict[str, Any], chosen: st.DataObject
) -> None:
    """It ends with the last of the entries asked for, each whole; the rest can still be had."""
    last = chosen.draw(st.integers(0, len(data) - 1))
    names = list(data)[: last + 1]
    wanted = {*chosen.draw(st.sets(st.sampled_from(names))), names[-1]}
    document = OpenDocument(NAME, json.dumps(data))
    assert document.up_to(wanted) == {name: data[name] for name in names}
    assert document.whole().data == data


def test_what_is_wrong_at_the_start_is_said_with_what_is_wrong_later() -> None:
    """Whoever asks for the start alone is told of every fault all the same."""
    document = OpenDocument(NAME, "a: 1\na: 2\nb: 3\nc: &d 4\n")
    with pytest.raises(FileProblems) as refused:
        document.up_to({"b"})
    assert [problem.line for problem in refused.value.problems] == [2, 4]


def test_a_document_without_what_is_asked_for_is_read_to_its_end() -> None:
    """A list, a text or a mapping of other entries has no such start, and is no error."""
    for text in ("", "a", "- a\n- b\n", "a: b\n"):
        assert OpenDocument(NAME, text).up_to({"b"}) == parse_document(NAME, text).data


@pytest.mark.parametrize("loader", LOADERS)
@given(data=st.dictionaries(st.text(min_size=1), st.lists(st.text('a\\"\u00e9\U0001f642ud8'))))
def test_json_of_any_characters_is_read_back(loader: type, data: dict[str, list[str]]) -> None:
    """As ``json.dumps`` writes it: a character beyond the first 65,536 takes two escapes there."""
    written = json.dumps(data)
    with mock.patch.object(documents, "LOADER", loader), suppress(FileProblems):
        parse_document(NAME, json.dumps(list(data)))  # of what may stand in a text
        assert parse_document(NAME, written).data == data


@pytest.mark.parametrize("loader", LOADERS)
def test_json_stays_strict(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of such a character is refused, and a key that stands twice."""
    monkeypatch.setattr(documents, "LOADER", loader)
    assert parse_document(NAME, '{"a": "\\ud83d\\ude42", "b": "\\\\ud83d"}').data == {
        "a": "\U0001f642",
        "b": "\\ud83d",
    }
    assert parse_document(NAME, '["\\ud83d\\ude42"]').data == ["\U0001f642"]
    assert len(refusals('{"a": "\\ud83d"}')) == 1
    assert "stands here twice" in refusals('{"a": "\\ud83d\\ude42", "a": "b"}')[0]
    assert len(refusals('a: "\\ud83d\\ude42"')) == 1  # YAML has one escape for it


@given(data=st.dictionaries(st.text(string.printable.strip()), st.text(string.ascii_letters)))
def test_json_is_read_back(data: dict[str, str]) -> None:
    """What another program writes as JSON comes back as it was."""
    assert parse_document(NAME, json.dumps(data)).data == data
