"""A page that is open: a signal closes it in order, at whatever moment it comes."""

import io

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput, Output

from distancecli.asking.device import PageOutput
from distancecli.asking.marks import ASCII
from distancecli.asking.opened import Opened
from distancecli.asking.pages import welcome_page
from distancecli.asking.screen import ScreenAsker, page_question, pages_on
from distancecli.guide.model import Guide
from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from distancecli.system.terminal import Terminal
from tests.asking.test_askers import BLANK, NOWHERE
from tests.asking.test_scrolling import Sized
from tests.support.terminal_driver import Key


@pytest.mark.parametrize("typed", [Key.CTRL_C, Key.ENTER])
def test_a_signal_that_comes_while_a_page_opens_is_not_lost(guide: Guide, typed: str) -> None:
    """It ends the program, and no key is waited for."""
    with create_pipe_input() as keyboard:
        application = pages_on(keyboard, Sized(80, 24), whole_screen=True)
        question = page_question(welcome_page(guide), application, NOWHERE)
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
        question = page_question(welcome_page(guide), application, NOWHERE)

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
