"""A page that is open, and what comes to it from outside: its end, a stop, and drawing it anew."""

import io
import signal
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from threading import Thread
from typing import Any, Final

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input

from distancecli.asking.device import PageOutput
from distancecli.asking.keys import finish
from distancecli.asking.opened import Opened
from distancecli.asking.page import Act
from distancecli.asking.pages import welcome_page
from distancecli.asking.screen import page_question, pages_on
from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from distancecli.system.terminal import CLEAR, Terminal
from tests.support.built_in import GUIDE
from tests.support.terminal_driver import Key

PAGE: Final = welcome_page(GUIDE)
BEGUN: Final = frozenset({Act.GO_ON})
TOO_LATE: Final = 5.0
"""Seconds after which the reader leaves by themselves, so that no test waits for ever."""


class OpenPage:
    """The welcome page open on a terminal, with something done each time that it is drawn."""

    def __init__(self, keyboard: PipeInput):
        self.keyboard = keyboard
        self.is_late = False
        self.shown = io.StringIO()
        self.terminal = Terminal(self.shown)
        output = PageOutput(self.shown, lambda: Size(rows=24, columns=80))
        self.application = pages_on(keyboard, output, whole_screen=True)
        page_question(PAGE, self.application, self.terminal)
        self.page = Opened(self.application, self.terminal)

    def run(self, *drawn: Callable[[], None]) -> Any:
        """What comes of it, with these done one by one, each as soon as it is drawn again."""
        waiting = iter(drawn)
        self.application.after_render += lambda _: next(waiting, lambda: None)()
        self.application.pre_run_callables.append(self._leave_too_late)
        return self.page.run()

    def _leave_too_late(self) -> None:
        assert self.application.loop
        self.application.loop.call_later(TOO_LATE, self._leave)

    def _leave(self) -> None:
        self.is_late = True
        self.keyboard.send_text(Key.CTRL_C)

    def enter(self) -> None:
        """Begins by the key."""
        self.keyboard.send_text(Key.ENTER)

    @property
    def times_drawn(self) -> int:
        """How many times the whole page was written."""
        return self.shown.getvalue().count(PAGE.heading)


@pytest.fixture
def opened() -> Iterator[OpenPage]:
    """A page that is about to open."""
    with create_pipe_input() as keyboard:
        yield OpenPage(keyboard)


@pytest.mark.parametrize("typed", [Key.CTRL_C, Key.ENTER])
def test_a_signal_that_comes_while_a_page_opens_is_not_lost(opened: OpenPage, typed: str) -> None:
    """It ends the program, and no key is waited for."""
    opened.page.close(Ended(15))
    opened.application.pre_run_callables.append(lambda: opened.keyboard.send_text(typed))
    with pytest.raises(Ended, match="143"):
        opened.run()


@pytest.mark.parametrize("error", [OSError, EOFError])
def test_a_terminal_that_has_gone_ends_the_program_as_its_signal_does(
    opened: OpenPage, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """Whatever asking it then comes to."""

    def gone(**_: object) -> None:
        raise error

    monkeypatch.setattr(opened.application, "run", gone)
    with pytest.raises(Ended) as ended:
        opened.run()
    assert ended.value.code == 128 + machine.TERMINAL_GONE


def test_a_signal_closes_an_open_page(opened: OpenPage) -> None:
    """No key is waited for."""
    with pytest.raises(Ended, match="143"):
        opened.run(lambda: opened.page.close(Ended(15)))
    assert not opened.is_late


def test_a_signal_that_comes_when_the_page_is_left_ends_the_program_all_the_same(
    opened: OpenPage,
) -> None:
    """What the reader chose at that moment leads nowhere any more."""

    def left_and_ended() -> None:
        finish(opened.application, result=BEGUN)
        opened.page.close(Ended(15))

    with pytest.raises(Ended, match="143"):
        opened.run(left_and_ended)


def test_the_signals_of_the_program_stay_its_own_while_a_page_is_open(opened: OpenPage) -> None:
    """Who interrupts it is heeded by it, from the first moment to the last."""
    seen: list[object] = []

    def seen_and_begun() -> None:
        seen.append(signal.getsignal(signal.SIGINT))
        opened.enter()

    with opened.terminal.guarded():
        assert opened.run(seen_and_begun) == BEGUN
        assert seen == [signal.getsignal(signal.SIGINT)]


@pytest.mark.parametrize("has_its_own", [True, False])
def test_a_stop_puts_the_page_away_and_brings_it_back(
    opened: OpenPage, monkeypatch: pytest.MonkeyPatch, has_its_own: bool
) -> None:
    """From wherever it is asked for, in its own way if it has one; it is whole again after."""
    stopped: list[str] = []

    def suspend() -> None:
        stopped.append(opened.shown.getvalue())
        opened.enter()  # which is there when the page is back

    if has_its_own:
        opened.page = Opened(opened.application, opened.terminal, suspend)
    else:
        monkeypatch.setattr(opened.terminal, "suspend", suspend)
        opened.page = Opened(opened.application, opened.terminal)

    def asked_from_elsewhere() -> None:
        elsewhere = Thread(target=opened.page.stop)
        elsewhere.start()
        elsewhere.join()

    assert opened.run(asked_from_elsewhere) == BEGUN
    (shown,) = stopped
    assert shown.rindex(CLEAR) > shown.rindex(PAGE.heading)
    assert opened.times_drawn == 2


def test_a_page_is_drawn_anew_on_a_terminal_that_somebody_else_has_set(
    opened: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its screen is entered again, keys come as they are typed, and all of the page is there."""
    set_to: list[str] = []

    def raw_mode() -> Any:
        set_to.append("keys as they come")
        return nullcontext()

    monkeypatch.setattr(opened.keyboard, "raw_mode", raw_mode)
    opened.terminal.entering = "<the screen of the pages>"
    assert opened.run(opened.page.redraw, opened.enter) == BEGUN
    assert opened.shown.getvalue().count(opened.terminal.entering) == 1
    assert len(set_to) == 2
    assert opened.times_drawn == 2


def test_what_comes_before_or_after_a_page_is_open_does_nothing(opened: OpenPage) -> None:
    """There is nothing to be drawn anew or to be put away."""
    opened.page.redraw()
    opened.page.stop()
    assert opened.run(opened.enter) == BEGUN
    opened.page.redraw()
    opened.page.stop()
    assert opened.times_drawn == 1
