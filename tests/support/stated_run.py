"""A whole run by values: stated streams, scripted answers, and no terminal, pipe or clock."""

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from distancecli.asking.asker import Asker
from distancecli.asking.page import Act, Page
from distancecli.run.request import Request
from distancecli.run.run import run
from distancecli.system.console import Console, Sink, Streams
from distancecli.system.terminal import Terminal
from tests.support.scripted_asker import Script, ScriptedAsker

CALM: Final[Script] = [
    Act.GO_ON, "lt3m", {"none"}, "not_yet", {"ok"}, "little", {"work"}, {"drift"}, {"none"},
    {"none"}, Act.GO_ON,
]  # fmt: skip
"""A reader in no trouble, from the welcome page to the plan."""


DAY: Final = "2026-11-29"
"""The day of every stated run."""


class ScriptedAskers:
    """Has the one scripted asker for every screen, and remembers what each began with."""

    def __init__(self, script: Script):
        self.asker = ScriptedAsker(script)
        self.screens: list[Page] = []

    @contextmanager
    def on_screen(self, first: Page) -> Iterator[Asker]:
        """The scripted asker, whatever the first page is."""
        self.screens.append(first)
        yield self.asker

    @contextmanager
    def below(self) -> Iterator[Asker]:
        """The same one."""
        yield self.asker


class NobodyReads(io.StringIO):
    """A pipe whose reader has gone."""

    def write(self, _text: str) -> int:
        """Fails as such a pipe does."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


class StatedRun:
    """A run on streams that lead where a test says, with all that comes out of it kept."""

    def __init__(
        self,
        output: Sink = Sink.TERMINAL,
        errors: Sink = Sink.TERMINAL,
        *,
        somebody: bool = True,
        is_read: bool = True,
    ):
        self.streams = Streams(output, errors, has_terminal=somebody, has_keys=somebody)
        screen = io.StringIO()
        self._screen = screen
        elsewhere = io.StringIO() if is_read else NobodyReads()
        self._output = screen if output is Sink.TERMINAL else elsewhere
        self._errors = screen if errors is Sink.TERMINAL else io.StringIO()
        self.askers = ScriptedAskers([])

    def run(self, request: Request, script: Script = ()) -> bool:
        """Runs by the request and the script; whether no file that was asked for is missing."""
        self.askers = ScriptedAskers(script)
        return self.run_by(request)

    def run_by(self, request: Request) -> bool:
        """The same with whoever asks already."""
        terminal = Terminal(self._screen) if self.streams.has_terminal else None
        console = Console(self.streams, terminal, self._output, self._errors)
        return run(request, console, self.askers, DAY)

    @property
    def output(self) -> str:
        """What standard output has, where that is no terminal."""
        assert self.streams.output is not Sink.TERMINAL
        return self._output.getvalue()

    @property
    def errors(self) -> str:
        """What standard error has, where that is no terminal."""
        assert self.streams.errors is not Sink.TERMINAL
        return self._errors.getvalue()

    @property
    def raw(self) -> str:
        """What was written to the terminal, below its pages, as it was written."""
        return self._screen.getvalue()

    @property
    def screen(self) -> str:
        """The words of that, on one line."""
        return " ".join(self.raw.split())

    @property
    def said(self) -> list[str]:
        """The lines that whoever asks has said."""
        return self.askers.asker.said
