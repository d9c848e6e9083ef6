"""Asks by questionary, one page at a time: on the screen set aside, or below what stands there."""

import os
import signal
import sys
import termios
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import questionary
from msgspec.structs import replace
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.completion import PathCompleter
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout import Window as Pane
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.shortcuts import CompleteStyle, PromptSession

from distancecli.asking.control import PageControl
from distancecli.asking.keys import bindings, finish, name_bindings
from distancecli.asking.look import STYLES, wants_colour
from distancecli.asking.marks import ASCII, Marks
from distancecli.asking.page import Blank, Page, Reply, Turn
from distancecli.asking.rows.control import RowsControl, row_bindings
from distancecli.asking.setting import Window
from distancecli.system.lines import say, widest
from distancecli.system.signals import Ended
from distancecli.system.terminal import CLEAR, Terminal
from distancecli.text.wrapping import wrap

ESCAPE_WAIT: Final = 0.2
"""Seconds; below about 0.05 a slow line's arrow keys are taken for the Escape key."""

STYLE: Final = questionary.Style(list(STYLES.items()))


class ScreenAsker:
    """Asks by pages on a terminal; one prompt_toolkit application serves as long as it asks.

    A new one for each page would load some 600 keys that no page has, before every page.
    """

    def __init__(
        self, terminal: Terminal, input: Input, pages: Output, lines: Output, marks: Marks
    ):
        self._terminal = terminal
        self._marks = marks
        self._input = input
        self._lines = lines
        self._whole_screen = isinstance(pages, PageOutput)
        self._pages = pages_on(input, pages, whole_screen=self._whole_screen)
        self._ended: Ended | None = None

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns back.

        Raises:
            KeyboardInterrupt: the reader left.
            Ended: a signal asked the program to end, or the terminal has gone.
        """
        if page.unhurried:
            self._drop_typed_ahead()
        question = page_question(page, self._pages, self._terminal, self._marks)
        reply: Reply = self._run(question.application)
        return reply

    def fill_in(self, blank: Blank) -> str | Turn:
        """What is typed into the line; Escape and Left turn back while it is empty.

        Raises:
            KeyboardInterrupt: the reader left.
            Ended: a signal asked the program to end, or the terminal has gone.
        """
        if self._whole_screen and blank.text and blank.page and not self._fits(blank):
            if self.show(blank.page) is Turn.BACK:
                return Turn.BACK
            blank = replace(blank, text=())
        self._say_above(blank)
        filled = replace(blank, lead=self._margin + blank.lead)
        self._drop_typed_ahead()
        suspend = partial(self._suspend_below, blank)
        typed: str | Turn = self._run(name_prompt(filled, self._input, self._lines, suspend))
        self._terminal.write("\n")
        return typed if isinstance(typed, Turn) else typed.strip() or blank.suggestion

    def _fits(self, blank: Blank) -> bool:
        """Whether the window has room for it all: on this screen nobody can scroll back."""
        size = self._terminal.size()
        texts = (*blank.text, blank.keys, blank.lead)
        width, margin = widest(size.columns), self._margin
        return sum(len(wrap(text, width, margin)) for text in texts) < size.lines

    def _say_above(self, blank: Blank) -> None:
        for text in (*blank.text, blank.keys):
            self._say(text)

    def _suspend_below(self, blank: Blank) -> None:
        """Stops the program; the screen of the pages is empty once it comes back."""
        self._terminal.suspend()
        if self._whole_screen:
            self._say_above(blank)

    def say(self, line: str) -> None:
        """Says a line, and leaves one empty below it."""
        self._say(line)
        self._terminal.write("\n")

    @property
    def _margin(self) -> str:
        size = self._terminal.size()
        return Window(size.columns, size.lines).margin

    def _say(self, text: str) -> None:
        """Says it where the text of pages stands."""
        say(self._terminal, text, self._margin)

    def _run(self, application: Application[Any]) -> Any:
        self._ended = None
        self._terminal.close_page = lambda ended: self._close(application, ended)
        application.pre_run_callables.append(lambda: self._follow(application))
        try:
            # Signals are `terminal`'s: prompt_toolkit loses one that comes while a page closes.
            outcome = application.run(handle_sigint=False)
        except (OSError, EOFError, termios.error) as error:
            raise Ended(signal.SIGHUP) from error  # the terminal has gone
        finally:
            self._terminal.close_page = None
        if self._ended:
            raise self._ended
        return outcome

    def _close(self, application: Application[Any], ended: Ended) -> None:
        """Closes the page in order, whether it is opening, open or closing already."""
        self._ended = ended
        if application.loop:
            application.loop.call_soon_threadsafe(self._follow, application)

    def _follow(self, application: Application[Any]) -> None:
        if self._ended:
            finish(application, exception=self._ended)

    def _drop_typed_ahead(self) -> None:
        """Forgets keys typed before the page is there; but Ctrl-C leaves at any moment."""
        typed = {press.key for press in get_typeahead(self._input)}
        self._terminal.drop_typed_ahead()
        if typed & {Keys.ControlC, Keys.ControlD}:
            raise KeyboardInterrupt


def pages_on(input: Input, output: Output, *, whole_screen: bool = True) -> Application[Reply]:
    """What shows pages, one after the other; each brings its own layout and keys."""
    application: Application[Reply] = Application(
        style=STYLE, full_screen=whole_screen, erase_when_done=True, input=input, output=output
    )
    return _patient(application)


def page_question(
    page: Page, application: Application[Reply], terminal: Terminal | None, marks: Marks = ASCII
) -> questionary.Question:
    """The page as a questionary question, which answers with a `Reply`."""
    control, keys = _controlled(page, application.output, marks)
    _suspend_on_ctrl_z(keys, terminal.suspend if terminal else None)
    pane = Pane(control, wrap_lines=False, dont_extend_height=not application.full_screen)
    application.layout = Layout(pane)
    application.key_bindings = keys
    return questionary.Question(application)


def _controlled(page: Page, output: Output, marks: Marks) -> tuple[PageControl, KeyBindings]:
    """What draws the page, and its keys."""
    if page.rows:
        rows = RowsControl(page, page.rows, output, marks)
        return rows, row_bindings(rows)
    control = PageControl(page, output, marks)
    return control, bindings(control)


def name_prompt(
    blank: Blank, input: Input, output: Output, suspend: Callable[[], None] | None
) -> Application[Any]:
    """A line for the name of a file, with completion; it keeps no history."""
    keys = name_bindings()
    _suspend_on_ctrl_z(keys, suspend)
    session: PromptSession[str] = PromptSession(
        blank.lead,
        completer=PathCompleter(expanduser=True),
        complete_while_typing=False,
        complete_style=CompleteStyle.READLINE_LIKE,
        reserve_space_for_menu=0,
        key_bindings=keys,
        erase_when_done=True,
        input=input,
        output=output,
    )
    return _patient(session.app)


def _patient(application: Application[Any]) -> Application[Any]:
    application.ttimeoutlen = ESCAPE_WAIT
    application.timeoutlen = ESCAPE_WAIT
    return application


def _suspend_on_ctrl_z(keys: KeyBindings, suspend: Callable[[], None] | None) -> None:
    if suspend:
        keys.add(Keys.ControlZ, eager=True)(lambda _: _without_page(suspend))


def _without_page(action: Callable[[], None]) -> None:
    run_in_terminal(action)


class PageOutput(Vt100_Output):
    """prompt_toolkit's output, on a screen that `terminal` sets aside once for the whole run."""

    def enter_alternate_screen(self) -> None:
        """Only to its top: the pages are on it already."""
        self.cursor_goto()

    def erase_down(self) -> None:
        """Clears the whole page: a page is only ever erased from its top.

        After a resize the cursor need not be where prompt_toolkit left it. Where the terminal has
        no screen to set aside, what was answered must not be found by scrolling back.
        """
        self.write_raw(CLEAR)

    def quit_alternate_screen(self) -> None:
        """Does nothing: between two pages the main screen must not flash up."""


class LineOutput(Vt100_Output):
    """prompt_toolkit's output below what stands on the main screen."""

    @property
    def responds_to_cpr(self) -> bool:
        """No: a terminal that does not answer would have to be waited for."""
        return False


def open_asker(terminal: Terminal, marks: Marks, *, whole_screen: bool = True) -> ScreenAsker:
    """Asks on the terminal's screen, which must be set aside already, or below what is on it."""

    def output(kind: type[Vt100_Output]) -> Output:
        return kind.from_pty(
            terminal.output,
            term=os.environ.get("TERM"),
            default_color_depth=None if wants_colour() else ColorDepth.MONOCHROME,
            enable_bell=False,
        )

    pages = output(PageOutput if whole_screen else LineOutput)
    return ScreenAsker(terminal, create_input(sys.stdin), pages, output(LineOutput), marks)
