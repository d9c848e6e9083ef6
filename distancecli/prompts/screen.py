"""Asks by questionary: one page at a time, on the screen that `terminal` has set aside."""

import os
import signal
import sys
import termios
from collections.abc import Callable
from typing import Final

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout import Window as Pane
from prompt_toolkit.output import Output
from prompt_toolkit.output.vt100 import Vt100_Output
from questionary import Question, Style

from distancecli.prompts.control import PageControl, bindings, finish
from distancecli.prompts.page import Page, Reply
from distancecli.terminal import Ended, Terminal

ESCAPE_WAIT: Final = 0.2
"""Seconds; below about 0.05 a slow line's arrow keys are taken for the Escape key."""

STYLE: Final = Style(
    [("heading", "bold"), ("active", "bold"), ("keys", "italic"), ("said", "bold")]
)
"""No colours: weight alone reads on dark and on light backgrounds."""


class ScreenAsker:
    """Asks by pages on a terminal; one prompt_toolkit input serves the whole run."""

    def __init__(self, terminal: Terminal, input: Input, output: Output):
        self._terminal = terminal
        self._input = input
        self._output = output
        self._ended: Ended | None = None

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns back.

        Raises:
            KeyboardInterrupt: the reader left.
            Ended: a signal asked the program to end, or the terminal has gone.
        """
        if page.unhurried:
            self._drop_typed_ahead()
        question = page_question(page, self._input, self._output, self._terminal)
        self._ended = None
        self._terminal.close_page = lambda ended: self._close(question.application, ended)
        question.application.pre_run_callables.append(lambda: self._follow(question.application))
        try:
            # Signals are `terminal`'s: prompt_toolkit loses one that comes while a page closes.
            reply: Reply = question.application.run(handle_sigint=False)
        except (OSError, EOFError, termios.error) as error:
            raise Ended(signal.SIGHUP) from error  # the terminal has gone
        finally:
            self._terminal.close_page = None
        if self._ended:
            raise self._ended
        return reply

    def _close(self, application: Application[Reply], ended: Ended) -> None:
        """Closes the page in order, whether it is opening, open or closing already."""
        self._ended = ended
        if application.loop:
            application.loop.call_soon_threadsafe(self._follow, application)

    def _follow(self, application: Application[Reply]) -> None:
        if self._ended:
            finish(application, exception=self._ended)

    def _drop_typed_ahead(self) -> None:
        """Forgets keys typed before the page is there; but Ctrl-C leaves at any moment."""
        typed = {press.key for press in get_typeahead(self._input)}
        self._terminal.drop_typed_ahead()
        if typed & {Keys.ControlC, Keys.ControlD}:
            raise KeyboardInterrupt


def page_question(page: Page, input: Input, output: Output, terminal: Terminal | None) -> Question:
    """The page as a questionary question, which answers with a `Reply`."""
    control = PageControl(page, output)
    keys = bindings(control)
    if terminal:
        suspend = terminal.suspend
        keys.add(Keys.ControlZ, eager=True)(lambda _: _without_page(suspend))
    application: Application[Reply] = Application(
        layout=Layout(Pane(control, wrap_lines=False)),
        key_bindings=keys,
        style=STYLE,
        full_screen=True,
        erase_when_done=True,
        input=input,
        output=output,
    )
    application.ttimeoutlen = ESCAPE_WAIT
    application.timeoutlen = ESCAPE_WAIT
    return Question(application)


def _without_page(action: Callable[[], None]) -> None:
    run_in_terminal(action)


class PageOutput(Vt100_Output):
    """prompt_toolkit's output, on a screen that `terminal` sets aside once for the whole run."""

    def enter_alternate_screen(self) -> None:
        """Only to its top: the pages are on it already."""
        self.cursor_goto()

    def erase_down(self) -> None:
        """Clears the whole page: a page is only ever erased from its top.

        After a resize the cursor need not be where prompt_toolkit left it.
        """
        self.cursor_goto()
        super().erase_down()

    def quit_alternate_screen(self) -> None:
        """Does nothing: between two pages the main screen must not flash up."""


def open_asker(terminal: Terminal) -> ScreenAsker:
    """Asks on the terminal, whose screen must be set aside already."""
    output = PageOutput.from_pty(terminal.output, term=os.environ.get("TERM"), enable_bell=False)
    return ScreenAsker(terminal, create_input(sys.stdin), output)
