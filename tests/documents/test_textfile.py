"""What is read of a file, or said of one that is none: by values, and whole."""

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from distancecli.documents.textfile import STANDARD_INPUT, read_text
from distancecli.errors import UnreadableFile

LARGEST = 3 * 1024
"""Bytes that a file may have here."""
PLAIN = "Save it as plain text, in UTF-8."
NOT_UTF_8 = f"this is not UTF-8 text. {PLAIN}"
NO_MARK = f"this is UTF-16 without its mark. {PLAIN}"

TEXTS = {
    "nothing": (b"", ""),
    "UTF-8": ("né".encode(), "né"),
    "UTF-16 of Windows": (b"\xff\xfea\0", "a"),
    "UTF-16 the other way round": (b"\xfe\xff\0a", "a"),
    "as large as it may be": (b"a" * LARGEST, "a" * LARGEST),
    "a zero behind the first letters": (b"ab\0", "ab\0"),
    "zeros alone": (b"\0\0\0\0", "\0\0\0\0"),
    "a zero, and letters where zeros would be": (b"\0abc", "\0abc"),
    "a zero in both halves": (b"a\0\0b", "a\0\0b"),
    "a letter that is packed elsewhere": (b"aPK\x03\x04", "aPK\x03\x04"),
}
REFUSED = {
    "a Word document": (
        b"PK\x03\x04..",
        f": this is a Word document, or another file that is packed. {PLAIN}",
    ),
    "an old Word document": (b"\xd0\xcf\x11\xe0..", f": this is a Word document. {PLAIN}"),
    "RTF": (b"{\\rtf1", f": this is a text with its looks (RTF). {PLAIN}"),
    "a PDF": (b"%PDF-1", f": this is a PDF. {PLAIN}"),
    "UTF-16 without its mark": ("steps".encode("utf-16-le"), f": {NO_MARK}"),
    "the same the other way round": ("steps".encode("utf-16-be"), f": {NO_MARK}"),
    "the same, with another letter only further on": (
        ("steps" * 13 + "\u20ac").encode("utf-16-le"),
        f": {NO_MARK}",
    ),
    "another alphabet's": (b"one\ntwo \xe9\n", f":2:5: {NOT_UTF_8}"),
    "the same in UTF-16": (b"\xff\xfea\0\n\0b\0\0\xdcc\0", f":2:2: {NOT_UTF_8}"),
    "half of a letter": (b"\xc3", f":1:1: {NOT_UTF_8}"),
    "too large": (
        b"a" * (LARGEST + 1),
        ": larger than 3 kB. Check whether this is the right file.",
    ),
}


def given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Puts that on standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))


def refusal(path: str) -> str:
    """What is said of a file that cannot be read."""
    with pytest.raises(UnreadableFile) as refused:
        read_text(path, LARGEST)
    return str(refused.value)


@pytest.mark.parametrize(("content", "text"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, text: str
) -> None:
    """Text comes whole, from a file and from standard input, with what the source is called."""
    (tmp_path / "a.yaml").write_bytes(content)
    given(monkeypatch, content)
    assert read_text(str(tmp_path / "a.yaml"), LARGEST) == (str(tmp_path / "a.yaml"), text)
    assert read_text(STANDARD_INPUT, LARGEST) == ("standard input", text)


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    """What cannot be read is said with what it is, where, and what to do, of either source."""
    (tmp_path / "a.yaml").write_bytes(content)
    given(monkeypatch, content)
    assert refusal(str(tmp_path / "a.yaml")) == f"{tmp_path / 'a.yaml'}{said}"
    assert refusal(STANDARD_INPUT) == f"standard input{said}"


def test_what_is_no_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a name of nothing and a closed input are each said as what they are."""
    instead = "Name a text file, or - for standard input."
    missing = "No such file or directory. Check the name, and whether you may read it."
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal(str(tmp_path)) == f"{tmp_path}: this is a folder. {instead}"
    assert refusal(f"{tmp_path}/b") == f"{tmp_path}/b: {missing}"
    assert refusal("") == f'"": {missing}'
    assert refusal("a\0b").endswith(
        "it cannot be read. Check the name, and whether you may read it."
    )
    assert refusal(STANDARD_INPUT) == "standard input is closed. Name a file instead of -."


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes in folders")
def test_only_a_pipe_that_was_given_is_read(tmp_path: Path) -> None:
    """A pipe in a folder might never end; one that the program was started with has a writer."""
    os.mkfifo(tmp_path / "pipe")
    said = "this is not an ordinary file. Name a text file, or - for standard input."
    with Path(os.devnull).open("rb") as device:
        for path in (os.devnull, f"/dev/fd/{device.fileno()}", str(tmp_path / "pipe")):
            assert refusal(path) == f"{path}: {said}"
    for folder in filter(os.path.exists, ("/dev/fd/", "/proc/self/fd/")):
        reads, writes = os.pipe()
        os.write(writes, b"text")
        os.close(writes)
        assert read_text(f"{folder}{reads}", LARGEST) == (f"{folder}{reads}", "text")
        os.close(reads)
