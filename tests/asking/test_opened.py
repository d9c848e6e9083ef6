"""A page that is open: a signal closes it in order, at whatever moment it comes."""

import io
import os
import pty
import sys
from contextlib import suppress

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput, Output

from distancecli.asking.askers import TerminalAskers
from distancecli.asking.device import PageOutput
from distancecli.asking.marks import ASCII
from distancecli.asking.opened import Opened
from distancecli.asking.pages import welcome_page
from distancecli.asking.plain import PlainAsker
from distancecli.asking.screen import ScreenAsker, page_question, pages_on
from distancecli.guide.model import Guide
from distancecli.system.console import Console, Sink, Streams
from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from distancecli.system.terminal import LEAVE_BELOW, Terminal
from tests.asking.test_askers import BLANK
from tests.asking.test_scrolling import Sized
from tests.support.terminal_driver import Key


@pytest.mark.parametrize("typed", [Key.CTRL_C, Key.ENTER])
def test_a_signal_that_comes_while_a_page_opens_is_not_lost(guide: Guide, typed: str) -> None:
    """It ends the program, and no key is waited for."""
    with create_pipe_input() as keyboard:
        application = pages_on(keyboard, Sized(80, 24), whole_screen=True)
        question = page_question(welcome_page(guide), application, None)
        opened = Opened(question.application, Terminal(io.StringIO()))
        opened.close(Ended(15))
        application.pre_run_callables.append(lambda: keyboard.send_text(typed))
        with pytest.raises(Ended, match="143"):
            opened.run()


@pytest.mark.parametrize("error", [OSError, EOFError])
def test_a_terminal_that_has_gone_ends_the_program_as_its_signal_does(
    guide: Guide, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """Whatever asking it then comes to."""
    with create_pipe_input() as keyboard:
        application = pages_on(keyboard, Sized(80, 24), whole_screen=True)
        question = page_question(welcome_page(guide), application, None)

        def gone(**_: object) -> None:
            raise error

        monkeypatch.setattr(question.application, "run", gone)
        with pytest.raises(Ended) as ended:
            Opened(question.application, Terminal(io.StringIO())).run()
    assert ended.value.code == 128 + machine.TERMINAL_GONE


@pytest.mark.parametrize("whole_screen", [True, False])
def test_ctrl_z_stops_the_program_while_a_name_is_typed(
    monkeypatch: pytest.MonkeyPatch, whole_screen: bool
) -> None:
    """Once, and what was typed is kept; on a screen of its own what stood above is said again."""
    shown, stopped = io.StringIO(), []
    terminal = Terminal(shown)
    monkeypatch.setattr(terminal, "suspend", lambda: stopped.append(shown.getvalue()))
    pages: Output = DummyOutput()
    if whole_screen:
        pages = PageOutput(io.StringIO(), lambda: Size(rows=24, columns=80))
    with create_pipe_input() as keyboard:
        keyboard.send_text("my" + Key.CTRL_Z + "plan.txt" + Key.ENTER)
        asker = ScreenAsker(terminal, keyboard, pages, DummyOutput(), ASCII)
        assert asker.fill_in(BLANK) == "myplan.txt"
    assert len(stopped) == 1
    again = shown.getvalue().removeprefix(stopped[0])
    assert again == (stopped[0] if whole_screen else "") + "\n"


@pytest.mark.parametrize(("plain", "kind"), [(True, PlainAsker), (False, ScreenAsker)])
def test_who_asks_below_a_plan_leaves_it_where_it_stands(
    monkeypatch: pytest.MonkeyPatch, plain: bool, kind: type
) -> None:
    """In lines or by pages, and no screen is set aside for either."""
    keys, theirs = pty.openpty()
    with os.fdopen(theirs, "r+b", buffering=0) as device:
        before = os.dup(0)
        os.dup2(theirs, 0)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.FileIO(0, closefd=False)))
        shown = io.TextIOWrapper(io.FileIO(device.fileno(), "w", closefd=False))
        streams = Streams(Sink.TERMINAL, Sink.TERMINAL, has_terminal=True, has_keys=True)
        console = Console(streams, Terminal(shown), shown, shown)
        try:
            with TerminalAskers(console, plain).below() as asker:
                asker.say("Here.")
        finally:
            os.dup2(before, 0)
            os.close(before)
    said = b""
    with suppress(OSError):  # which comes once all that was written is read
        while more := os.read(keys, 4096):
            said += more
    os.close(keys)
    assert isinstance(asker, kind)
    assert b"Here." in said
    assert b"\x1b[?1049h" not in said
    assert (LEAVE_BELOW.encode() in said) is not plain
