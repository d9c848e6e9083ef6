"""The ways out of a run: what stands behind each stream, and who is told what where."""

import contextlib
import io
import os
import pty
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

import pytest

from distancecli.system.console import Console, Sink, Streams
from distancecli.system.machine import machine
from distancecli.system.terminal import Terminal

NO_TERMINAL: Final = Streams(Sink.FILE, Sink.PIPE, has_terminal=False, has_keys=False)


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[dict[str, TextIO | None]]:
    """A stream of each kind."""
    with contextlib.ExitStack() as closing:
        keys, terminal = pty.openpty()
        coming, going = os.pipe()
        closing.callback(os.close, keys)
        closing.callback(os.close, coming)
        closed = io.StringIO()
        closed.close()
        yield {
            "terminal": closing.enter_context(os.fdopen(terminal, "w")),
            "file": closing.enter_context((tmp_path / "plan.txt").open("w")),
            "pipe": closing.enter_context(os.fdopen(going, "w")),
            "device": closing.enter_context(Path(os.devnull).open("w")),
            "closed": None,
            "shut": closed,
        }


@pytest.mark.parametrize(
    ("kind", "sink"),
    [
        ("terminal", Sink.TERMINAL),
        ("file", Sink.FILE),
        ("pipe", Sink.PIPE),
        ("device", Sink.DEVICE),
        ("closed", Sink.CLOSED),
        ("shut", Sink.CLOSED),
    ],
)
def test_where_a_stream_leads_is_found_out(
    monkeypatch: pytest.MonkeyPatch, behind: dict[str, TextIO | None], kind: str, sink: Sink
) -> None:
    """On this hangs what may be written there: a file stays, a device keeps nothing."""
    monkeypatch.setattr(machine, "terminal_names", lambda: iter(()))
    monkeypatch.setattr(sys, "stdin", behind["device"])
    for output, errors in (("device", kind), (kind, "device")):
        monkeypatch.setattr(sys, "stdout", behind[output])
        monkeypatch.setattr(sys, "stderr", behind[errors])
        streams = Console.found().streams
        assert {"output": streams.output, "errors": streams.errors} == (
            {"output": sink, "errors": Sink.DEVICE}
            if output == kind
            else {"output": Sink.DEVICE, "errors": sink}
        )
        assert streams.has_terminal is (sink is Sink.TERMINAL)
        assert not streams.has_keys


@pytest.mark.parametrize(
    ("kind", "sink"),
    [
        (stat.S_IFREG, Sink.FILE),
        *[(kind, Sink.DEVICE) for kind in (stat.S_IFCHR, stat.S_IFBLK)],
        *[(kind, Sink.PIPE) for kind in (stat.S_IFIFO, stat.S_IFSOCK)],
    ],
)
def test_each_kind_of_file_is_known_as_what_becomes_of_a_text(
    monkeypatch: pytest.MonkeyPatch, behind: dict[str, TextIO | None], kind: int, sink: Sink
) -> None:
    """A disk, written to as such, keeps nothing that a name leads to; a socket is like a pipe."""
    known = os.stat_result((kind | 0o600, *[0] * 9))
    monkeypatch.setattr(machine, "terminal_names", lambda: iter(()))
    monkeypatch.setattr(sys, "stdout", behind["file"])
    monkeypatch.setattr(os, "fstat", lambda _: known)
    assert Console.found().streams.output is sink


def test_the_terminal_is_the_one_a_stream_leads_to(
    monkeypatch: pytest.MonkeyPatch, behind: dict[str, TextIO | None], tmp_path: Path
) -> None:
    """Else the one the program was started from, if that can be opened; keys need one as well."""
    monkeypatch.setattr(sys, "stdin", behind["terminal"])
    monkeypatch.setattr(sys, "stdout", behind["pipe"])
    monkeypatch.setattr(sys, "stderr", behind["terminal"])
    assert Console.found().terminal.output is behind["terminal"]
    monkeypatch.setattr(sys, "stderr", behind["file"])
    monkeypatch.setattr(machine, "terminal_names", lambda: iter((str(tmp_path), os.devnull)))
    found = Console.found()
    assert found.terminal.output.name == os.devnull
    assert found.streams.has_keys
    monkeypatch.setattr(sys, "stdin", behind["file"])
    assert not Console.found().streams.has_keys
    assert Console.found(reads_input=True).streams.has_keys
    monkeypatch.setattr(machine, "terminal_names", lambda: iter((str(tmp_path),)))
    for reads_input in (False, True):
        assert not Console.found(reads_input).streams.has_keys


def test_keys_come_from_the_terminal_once_standard_input_was_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """From the first that can be opened, as the descriptor that keys are read from, in UTF-8."""
    keys, terminal = pty.openpty()
    before, lowest = os.dup(0), os.dup(0)
    os.close(lowest)
    names = (str(tmp_path / "none"), os.ttyname(terminal), os.devnull)
    opened = os.open  # which could make this terminal that of the tests, and end them with it
    monkeypatch.setattr(os, "open", lambda name, flags: opened(name, flags | os.O_NOCTTY))
    monkeypatch.setattr(machine, "keyboard_names", lambda: iter(names))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    try:
        Console(NO_TERMINAL, None, None, None).take_keys()
        with sys.stdin as taken:
            assert (taken.fileno(), taken.isatty(), taken.encoding) == (0, True, "utf-8")
            os.write(keys, "caf\u00e9\n".encode())
            assert taken.readline() == "caf\u00e9\n"
        assert os.isatty(0)
        free = os.dup(0)
        os.close(free)
        assert free == lowest
    finally:
        os.dup2(before, 0)
        for descriptor in (before, keys, terminal):
            os.close(descriptor)


def test_without_a_terminal_standard_input_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing breaks where there is none to take keys from."""
    given = io.StringIO()
    monkeypatch.setattr(machine, "keyboard_names", lambda: iter(("/no/such/terminal",)))
    monkeypatch.setattr(sys, "stdin", given)
    Console(NO_TERMINAL, None, None, None).take_keys()
    assert sys.stdin is given


@pytest.mark.parametrize("errors", list(Sink))
def test_a_line_for_a_person_reaches_no_file(errors: Sink) -> None:
    """Without a terminal it is said on standard error, but where that is kept."""
    said = io.StringIO()
    streams = Streams(Sink.FILE, errors, has_terminal=False, has_keys=False)
    Console(streams, None, None, said).tell("It is done.")
    assert said.getvalue() == ("" if errors is Sink.FILE else "It is done.\n")


def test_a_line_for_a_person_is_said_on_the_terminal_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Once; and where there is nothing to say it on, nothing breaks."""
    shown, said = io.StringIO(), io.StringIO()
    Console(NO_TERMINAL, Terminal(shown), None, said).tell("It is done.")
    assert (shown.getvalue(), said.getvalue()) == ("It is done.\n", "")
    Console(NO_TERMINAL, None, None, None).tell("It is done.")
    assert capsys.readouterr() == ("", "")
