"""How a run starts, by values: in plain lines or on a screen, and where its keys come from."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from distancecli.run import run as running
from distancecli.run.request import Request
from distancecli.run.run import guide_reader
from distancecli.system.console import Console, Sink, Streams
from distancecli.system.machine import machine
from distancecli.system.terminal import PLAIN_SWITCHES
from tests.support.scripted_asker import leave
from tests.support.stated_run import StatedRun, answers_file


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a run is started with, once it is; it runs no further, and misses no file."""
    found: dict[str, Any] = {"is_complete": True}

    def console(reads_input: bool) -> Console:
        found["reads_input"] = reads_input
        return Console(Streams(Sink.PIPE, Sink.PIPE, False, False), None, None, None)

    def run(request: Request, *_others: object) -> bool:
        found["request"] = request
        return bool(found["is_complete"])

    monkeypatch.setattr(Console, "found", console)
    monkeypatch.setattr(running, "run", run)
    for name in PLAIN_SWITCHES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return found


@pytest.mark.parametrize("switch", [None, *PLAIN_SWITCHES])
@pytest.mark.parametrize("option", [False, True])
def test_lines_are_plain_where_the_option_or_the_environment_says_so(
    started: dict[str, Any], monkeypatch: pytest.MonkeyPatch, switch: str | None, option: bool
) -> None:
    """Either will do, and neither means a screen."""
    if switch:
        monkeypatch.setenv(switch, "1")
    guide_reader(Request(plain=option))
    assert started["request"] == Request(plain=option or switch is not None)


@pytest.mark.parametrize("again", ["-", "mine.yaml"])
def test_keys_are_looked_for_elsewhere_where_standard_input_is_a_file(
    started: dict[str, Any], again: str
) -> None:
    """Which is known before anything of it is read."""
    guide_reader(Request(again=again))
    assert started["reads_input"] is (again == "-")


def test_a_file_that_is_missing_in_the_end_is_an_error_to_the_shell(
    started: dict[str, Any],
) -> None:
    """The reader was told why by then."""
    guide_reader(Request())
    started["is_complete"] = False
    with pytest.raises(SystemExit) as ended:
        guide_reader(Request())
    assert ended.value.code == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("is_piped", [False, True])
def test_keys_come_from_the_terminal_once_answers_were_read_from_a_pipe(
    monkeypatch: pytest.MonkeyPatch, is_piped: bool
) -> None:
    """And stay as they are where the answers stand in a file."""
    name, looked = answers_file(), []

    def no_keyboards() -> tuple[str, ...]:
        looked.append(True)
        return ()

    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(name).read_bytes())))
        patched.setattr(machine, "keyboard_names", no_keyboards)
        with pytest.raises(KeyboardInterrupt):
            StatedRun().run(Request("-" if is_piped else name, ask=True), [leave])
    assert looked == [True] * is_piped
