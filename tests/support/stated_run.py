"""A whole run by values: stated streams, scripted answers, and no terminal, pipe or clock."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from distancecli.asking.asker import Asker
from distancecli.asking.page import Act, Blank, Page, Reply, Turn
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


def answers_file(**answers: str) -> str:
    """The name of a file with those answers beside those of a reader in no trouble."""
    calm = {"how_long": "gt2y", "safety": "none", "cause": "loss"}
    Path("answers.yaml").write_text(
        "".join(f"{id}: {code}\n" for id, code in (calm | answers).items())
    )
    return "answers.yaml"


class OnScreen:
    """Asks as another one does, as long as its screen is there."""

    def __init__(self, asker: Asker):
        self._asker = asker
        self.is_there = True

    def show(self, page: Page) -> Reply:
        """What the other one is told."""
        assert self.is_there
        return self._asker.show(page)

    def fill_in(self, blank: Blank) -> str | Turn:
        """What is typed for the other one."""
        assert self.is_there
        return self._asker.fill_in(blank)

    def say(self, line: str) -> None:
        """Has the other one say it."""
        assert self.is_there
        self._asker.say(line)


class ScriptedAskers:
    """Has one script for all screens, and remembers what each began with."""

    def __init__(self, script: Script):
        self.asker = ScriptedAsker(script)
        self.screens: list[Page] = []

    @contextmanager
    def on_screen(self, first: Page) -> Iterator[Asker]:
        """Whoever goes on by the script, whatever the first page is."""
        self.screens.append(first)
        with self.below() as asker:
            yield asker

    @contextmanager
    def below(self) -> Iterator[Asker]:
        """The same, until what is asked there is left."""
        asker = OnScreen(self.asker)
        yield asker
        asker.is_there = False


class Failing(io.StringIO):
    """A stream that cannot be written to: a pipe whose reader has gone, or a full disk."""

    def __init__(self, number: int):
        super().__init__()
        self._number = number

    def write(self, _text: str) -> int:
        """Fails as the system says it, by that number."""
        raise OSError(self._number, os.strerror(self._number))


class StatedRun:
    """A run on streams that lead where a test says, with all that comes out of it kept."""

    def __init__(
        self,
        output: Sink = Sink.TERMINAL,
        errors: Sink = Sink.TERMINAL,
        *,
        somebody: bool = True,
        fails: int = 0,
    ):
        self.streams = Streams(output, errors, has_terminal=somebody, has_keys=somebody)
        screen = io.StringIO()
        self._screen = screen
        elsewhere = Failing(fails) if fails else io.StringIO()
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
