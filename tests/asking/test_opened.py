"""A page that is open: a signal closes it in order, at whatever moment it comes."""

import io

import pytest
from prompt_toolkit.input import create_pipe_input

from distancecli.asking.opened import Opened
from distancecli.asking.pages import welcome_page
from distancecli.asking.screen import page_question, pages_on
from distancecli.guide.model import Guide
from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from distancecli.system.terminal import Terminal
from tests.asking.test_scrolling import Sized
from tests.support.terminal_driver import Key


@pytest.mark.parametrize("typed", [Key.CTRL_C, Key.ENTER])
def test_a_signal_that_comes_while_a_page_opens_is_not_lost(guide: Guide, typed: str) -> None:
    """It ends the program, and no key is waited for."""
    with create_pipe_input() as keyboard:
        application = pages_on(keyboard, Sized(80, 24))
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
        question = page_question(welcome_page(guide), pages_on(keyboard, Sized(80, 24)), None)

        def gone(**_: object) -> None:
            raise error

        monkeypatch.setattr(question.application, "run", gone)
        with pytest.raises(Ended) as ended:
            Opened(question.application, Terminal(io.StringIO())).run()
    assert ended.value.code == 128 + machine.TERMINAL_GONE
