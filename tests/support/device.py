"""A terminal of which a test has both ends: what is typed at it, and what was written to it."""

import io
import os
import pty
import select
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import pytest

from distancecli.system.console import Console, Sink, Streams
from distancecli.system.terminal import Terminal


class Device:
    """A pseudo-terminal of some size, as a stream in some encoding."""

    def __init__(self, encoding: str, columns: int, rows: int):
        self._ours, self._theirs = pty.openpty()
        self.resize(columns, rows)
        behind = io.FileIO(self._theirs, "r+", closefd=False)
        self.stream: TextIO = io.TextIOWrapper(behind, encoding=encoding, write_through=True)

    def resize(self, columns: int, rows: int) -> None:
        """Says another size from now on."""
        termios.tcsetwinsize(self._theirs, (rows, columns))

    def type(self, text: str) -> None:
        """Types at it, as a keyboard does."""
        os.write(self._ours, text.encode())

    def written(self) -> str:
        """What was written to it since this was asked last."""
        written = b""
        while select.select([self._ours], [], [], 0)[0]:
            written += os.read(self._ours, 4096)
        return written.decode(self.stream.encoding)

    def console(self) -> Console:
        """A console with everything on this terminal."""
        streams = Streams(Sink.TERMINAL, Sink.TERMINAL, has_terminal=True, has_keys=True)
        return Console(streams, Terminal(self.stream), self.stream, self.stream)

    def close(self) -> None:
        """Takes it away."""
        for descriptor in (self._ours, self._theirs):
            os.close(descriptor)

    @contextmanager
    def as_input(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """Has it as standard input too, by its number and by its name."""
        before = os.dup(0)
        os.dup2(self._theirs, 0)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.FileIO(0, closefd=False)))
        try:
            yield
        finally:
            os.dup2(before, 0)
            os.close(before)


@contextmanager
def a_device(encoding: str = "utf-8", columns: int = 80, rows: int = 24) -> Iterator[Device]:
    """A terminal, for as long as it is needed."""
    device = Device(encoding, columns, rows)
    try:
        yield device
    finally:
        device.close()
