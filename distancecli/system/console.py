"""The ways out of a run: standard output, standard error, and the terminal somebody sits at."""

import contextlib
import os
import stat
import sys
from enum import Enum, auto
from pathlib import Path
from typing import Self, TextIO

from msgspec import Struct

from distancecli.system.lines import say
from distancecli.system.machine import machine
from distancecli.system.streams import write_to
from distancecli.system.terminal import Terminal, is_terminal


class Sink(Enum):
    """What becomes of what is written to a stream."""

    TERMINAL = auto()
    FILE = auto()
    """It stays, for whoever opens the file."""
    PIPE = auto()
    """Another program has it, which may put it into a file."""
    DEVICE = auto()
    CLOSED = auto()


class Streams(Struct, frozen=True):
    """Where the standard streams lead. It is looked up once, before anything is read or asked."""

    output: Sink
    errors: Sink
    has_terminal: bool
    """Somebody sits at a terminal that can be written to, whether or not a stream leads there."""
    has_keys: bool
    """Standard input is a terminal, so that questions can be asked."""
    in_background: bool = False
    """Another job has the terminal, so that asking would only stop this one."""


class Console(Struct, frozen=True):
    """Writes where it is told to; where that leads, `streams` says."""

    streams: Streams
    _terminal: Terminal | None
    _output: TextIO | None
    _errors: TextIO | None

    @classmethod
    def found(cls, reads_input: bool = False) -> Self:
        """The console that the program was started on.

        With `reads_input` standard input is a file, and keys come from the terminal itself.
        """
        terminal = _terminal()
        streams = Streams(
            output=_sink(sys.stdout),
            errors=_sink(sys.stderr),
            has_terminal=terminal is not None,
            has_keys=terminal is not None and (is_terminal(sys.stdin) or reads_input),
            in_background=machine.is_in_background(),
        )
        return cls(streams, terminal, sys.stdout, sys.stderr)

    @property
    def terminal(self) -> Terminal:
        """The terminal that somebody sits at, where `streams` says that there is one."""
        assert self._terminal
        return self._terminal

    def take_keys(self) -> None:
        """Takes keys from the terminal from now on, where standard input was read to its end."""
        for name in machine.keyboard_names():
            with contextlib.suppress(OSError):
                keys = os.open(name, os.O_RDONLY)
                os.dup2(keys, 0)
                os.close(keys)
                sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
                return

    def write(self, text: str) -> None:
        """Writes to standard output, to the last byte.

        Raises:
            CannotWrite: it is closed, or the disk behind it is full.
            ReaderGone: nobody reads the pipe any more.
        """
        write_to(self._output, text)

    def tell(self, line: str) -> None:
        """Says a line to the person at the terminal, or else on standard error; never in a file."""
        if self._terminal:
            say(self._terminal, line)
        elif self._errors is not None and self.streams.errors is not Sink.FILE:
            print(line, file=self._errors)


def _sink(stream: TextIO | None) -> Sink:
    if is_terminal(stream):
        return Sink.TERMINAL
    with contextlib.suppress(OSError, ValueError):
        mode = os.fstat(stream.fileno()).st_mode if stream else 0
        if stat.S_ISREG(mode):
            return Sink.FILE
        if mode:
            return Sink.DEVICE if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else Sink.PIPE
    return Sink.CLOSED


def _terminal() -> Terminal | None:
    """The terminal to show things on, and to ask on where keys come from it too.

    Where no stream leads to it, it is the one that the program was started from: what must not
    reach a file, or a pipe that may lead to one, is shown to the person there.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        if is_terminal(stream):
            return Terminal(stream)
    for name in machine.terminal_names():
        with contextlib.suppress(OSError):
            return Terminal(Path(name).open("w", encoding="utf-8"))
    return None
