"""Standard streams: every text can be written, whatever stands behind them."""

import errno
import io
import os
import stat
import sys

import pytest

from distancecli.errors import CannotWrite
from distancecli.system import streams
from distancecli.system.machine import machine


@pytest.mark.parametrize(
    ("encoding", "behind", "written"),
    [
        ("ascii", None, b"'cafe' ? +--"),
        ("cp1252", None, b"\x91caf\xe9\x92 ? +--"),
        ("utf-8", None, "\u2018café\u2019 \u4e2d \u2514\u2500\u2500".encode()),
        ("cp1252", "ascii", b"'cafe' ? +--"),
        ("utf-8", "ascii", b"'cafe' ? +--"),
    ],
)
def test_a_letter_that_is_lacking_is_another(
    monkeypatch: pytest.MonkeyPatch, encoding: str, behind: str | None, written: bytes
) -> None:
    """Also where the system reads what is behind a pipe in an encoding that nobody knows."""
    bytes_written = io.BytesIO()
    output = io.TextIOWrapper(bytes_written, encoding=encoding, newline="\n")
    for name in ("PYTHONUTF8", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(machine, "ENCODING_BEHIND", behind)
    streams.make_readable()
    streams.write_out("\u2018café\u2019 中 └──")
    assert bytes_written.getvalue() == written


class Named:
    """A stream in some encoding, to a terminal or not, which notes the one that it is set to."""

    def __init__(self, encoding: str, is_terminal: bool):
        self.encoding = encoding
        self.set: list[tuple[str, str]] = []
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Whether a terminal is behind it."""
        return self._is_terminal

    def reconfigure(self, encoding: str, errors: str) -> None:
        """Notes it."""
        self.set.append((encoding, errors))


@pytest.mark.parametrize(
    ("encoding", "is_terminal", "behind", "setting", "read", "written"),
    [
        *[("cp1252", each, None, "", "cp1252", "cp1252") for each in (True, False)],
        ("utf-16", False, None, "", "utf-16", "utf-16"),
        ("utf-16", True, None, "", "utf-8", "utf-8"),
        ("cp1252", False, "ascii", "", "cp1252", "ascii"),
        ("cp1252", True, "ascii", "", "cp1252", "cp1252"),
        ("utf-16", True, "ascii", "", "utf-8", "utf-8"),
        *[("cp1252", each, "ascii", "1", "cp1252", "cp1252") for each in (True, False)],
    ],
)
def test_a_stream_is_in_the_encoding_that_whatever_is_behind_it_reads(
    monkeypatch: pytest.MonkeyPatch,
    encoding: str,
    is_terminal: bool,
    behind: str | None,
    setting: str,
    read: str,
    written: str,
) -> None:
    """As the environment says, as a terminal can show it, or as all programs can read it."""
    monkeypatch.setattr(machine, "ENCODING_BEHIND", behind)
    monkeypatch.setattr(machine, "is_terminal", Named.isatty)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    monkeypatch.setenv("PYTHONUTF8", setting)
    named = {name: Named(encoding, is_terminal) for name in ("stdin", "stdout", "stderr")}
    for name, stream in named.items():
        monkeypatch.setattr(sys, name, stream)
    streams.make_readable()
    output = [(written, streams.READABLE)]
    expected = {"stdin": [(read, "replace")], "stdout": output, "stderr": output}
    assert {name: stream.set for name, stream in named.items()} == expected


def test_what_is_typed_and_is_no_text_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It becomes a sign that stands for no key and for no name, and nothing breaks."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\xff\n"), encoding="utf-8"))
    streams.make_readable()
    assert sys.stdin.readline() == "a\ufffd\n"


@pytest.mark.parametrize(
    ("missing", "other"),
    [
        ("\u2018a\u2019 \u201cb\u201d \u2013 \u2014 \u2026\u00a0", b"'a' \"b\" - - ... "),
        ("\u2500\u2502\u251c\u2514", b"-||+"),
        ("e\u0301", b"e"),
        ("\ufb01n", b"fin"),
        ("\U0001f469", b"?"),
    ],
)
def test_other_letters_say_the_same(missing: str, other: bytes) -> None:
    """Quotes stay quotes, an accent of its own goes, and what has no letters is a question mark."""
    streams.make_readable()
    assert missing.encode("ascii", streams.READABLE) == other


def test_what_cannot_be_read_is_not_made_up() -> None:
    """Other letters are for writing alone."""
    streams.make_readable()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", streams.READABLE)


@pytest.mark.parametrize(
    ("size", "is_kept"),
    [("80", True), ("1", True), ("9999", True), *[(odd, False) for odd in ("0", "", "10000", "x")]],
)
def test_a_size_that_no_window_has_is_forgotten(
    monkeypatch: pytest.MonkeyPatch, size: str, is_kept: bool
) -> None:
    """What the environment says of it is trusted by libraries, so it has to be one."""
    monkeypatch.delenv("LINES", raising=False)
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, size)
        streams.forget_odd_sizes()
        assert os.environ.get(name) == (size if is_kept else None)


@pytest.mark.parametrize(
    ("setting", "is_known"),
    [({}, False), ({"PYTHONUTF8": "1"}, True), ({"PYTHONIOENCODING": "ascii"}, True)],
)
def test_an_encoding_is_known_where_it_was_set(
    monkeypatch: pytest.MonkeyPatch, setting: dict[str, str], is_known: bool
) -> None:
    """By either name; a file by itself says nothing of it."""
    for name in ("PYTHONUTF8", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert streams.is_encoding_set(io.StringIO()) is is_known


class Full(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, *said: object):
        super().__init__()
        self._error = OSError(*said)

    def write(self, _: str) -> int:
        """Fails."""
        raise self._error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ((errno.ENOSPC, "No space left on device"), "standard output: No space left on device."),
        ((errno.EIO, None), "standard output: EIO."),
        ((), "standard output: it failed."),
        ((errno.EIO, "Bad disk", "plan.txt"), "plan.txt: Bad disk."),
    ],
)
def test_what_cannot_be_written_is_told_with_its_reason(
    error: tuple[object, ...], said: str
) -> None:
    """And with what to do next, whatever the system leaves out."""
    with pytest.raises(CannotWrite) as told:
        streams.write_to(Full(*error), "plan")
    assert str(told.value).startswith(said)
    assert str(told.value).endswith("Nothing more was written. Try another place.")


def test_a_closed_output_is_told() -> None:
    """With the way round it."""
    with pytest.raises(CannotWrite) as told:
        streams.write_to(None, "plan")
    said = "standard output is closed. Leave it open, or write to a file with >."
    assert str(told.value) == said


def test_a_reader_who_has_gone_ends_the_program_quietly() -> None:
    """With the exit code that shells know it by."""
    with pytest.raises(streams.ReaderGone, match="141"):
        streams.write_to(Full(errno.EPIPE, "Broken pipe"), "plan")


@pytest.mark.parametrize("is_ours", [True, False])
def test_what_a_reader_left_unread_goes_nowhere(
    monkeypatch: pytest.MonkeyPatch, is_ours: bool
) -> None:
    """By the stream that failed, or by standard output where nobody said which; Python is quiet."""
    (coming, going), (other, kept) = os.pipe(), os.pipe()
    os.close(coming)
    with os.fdopen(going, "w") as output, os.fdopen(kept, "w") as standard:
        monkeypatch.setattr(sys, "stdout", standard if is_ours else output)
        writing = streams.writing(output if is_ours else None)
        with pytest.raises(streams.ReaderGone), writing:  # noqa: PT012 - where the second one ends
            output.write("plan")
            output.flush()
        output.flush()
        is_nowhere = [stat.S_ISCHR(os.fstat(each).st_mode) for each in (going, kept)]
        assert is_nowhere == [True, False]
    os.close(other)


def test_an_end_that_a_gone_reader_brought_about_is_told_from_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A library that ends the program for it has the same exit code as we; others keep theirs."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    def ends_for(error: Exception) -> None:
        with streams.writing():
            try:
                raise error
            except type(error):
                sys.exit(1)

    with pytest.raises(streams.ReaderGone, match="141"):
        ends_for(BrokenPipeError())
    with pytest.raises(SystemExit, match=r"^1$"):
        ends_for(ValueError())


def test_data_for_programs_is_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever people read here."""
    behind = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(behind, encoding="ascii"))
    streams.write_data("caf\u00e9")
    assert behind.getvalue() == "caf\u00e9".encode()


def test_what_is_left_to_write_goes_nowhere_where_nobody_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python would complain at its end; a stream that was closed, or never there, is no trouble."""
    coming, going = os.pipe()
    os.close(coming)
    closed = io.StringIO()
    closed.close()
    with os.fdopen(going, "w") as output:
        output.write("plan")
        monkeypatch.setattr(sys, "stdout", output)
        for errors in (None, closed, io.StringIO()):
            monkeypatch.setattr(sys, "stderr", errors)
            streams.flush_quietly()
        output.flush()
        assert stat.S_ISCHR(os.fstat(going).st_mode)
