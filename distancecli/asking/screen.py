"""Asks by questionary, one page at a time: on the screen set aside, or below what stands there."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import questionary
from msgspec.structs import replace
from prompt_toolkit.application import Application
from prompt_toolkit.completion import PathCompleter
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout import Window as Pane
from prompt_toolkit.output import Output
from prompt_toolkit.shortcuts import CompleteStyle, PromptSession

from distancecli.asking.control import PageControl
from distancecli.asking.device import PageOutput, keys_from, output_to
from distancecli.asking.keys import bindings, name_bindings
from distancecli.asking.look import STYLES
from distancecli.asking.marks import ASCII, Marks
from distancecli.asking.opened import Opened, without_page
from distancecli.asking.page import Blank, Page, Reply, Turn
from distancecli.asking.rows.control import RowsControl
from distancecli.asking.setting import Window
from distancecli.system.lines import say, widest
from distancecli.system.machine import machine
from distancecli.system.terminal import Terminal
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

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns back.

        Raises:
            KeyboardInterrupt: the reader left.
            Ended: a signal asked the program to end, or the terminal has gone.
        """
        if page.unhurried:
            self._drop_typed_ahead()
        question = page_question(page, self._pages, self._terminal, self._marks)
        reply: Reply = Opened(question.application, self._terminal).run()
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
        prompt = name_prompt(filled, self._input, self._lines, suspend)
        typed: str | Turn = Opened(prompt, self._terminal, suspend).run()
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

    def _drop_typed_ahead(self) -> None:
        """Forgets keys typed before the page is there; but Ctrl-C leaves at any moment."""
        typed = {press.key for press in get_typeahead(self._input)}
        self._terminal.drop_typed_ahead()
        if typed & {Keys.ControlC, Keys.ControlD}:
            raise KeyboardInterrupt


def pages_on(input: Input, output: Output, *, whole_screen: bool) -> Application[Reply]:
    """What shows pages, one after the other; each brings its own layout and keys."""
    application: Application[Reply] = Application(
        style=STYLE, full_screen=whole_screen, erase_when_done=True, input=input, output=output
    )
    return _patient(application)


def page_question(
    page: Page, application: Application[Reply], terminal: Terminal, marks: Marks = ASCII
) -> questionary.Question:
    """The page as a questionary question, which answers with a `Reply`."""
    control, keys = _controlled(page, application.output, marks)
    _suspend_on_ctrl_z(keys, terminal.suspend)
    application.layout = Layout(Pane(control))
    application.key_bindings = keys
    return questionary.Question(application)


def _controlled(page: Page, output: Output, marks: Marks) -> tuple[PageControl, KeyBindings]:
    """What draws the page, and its keys."""
    if page.rows:
        rows = RowsControl(page, page.rows, output, marks)
        return rows, bindings(rows)
    control = PageControl(page, output, marks)
    return control, bindings(control)


def name_prompt(
    blank: Blank, input: Input, output: Output, suspend: Callable[[], None]
) -> Application[Any]:
    """A line for the name of a file, with completion; it keeps no history."""
    keys = name_bindings()
    _suspend_on_ctrl_z(keys, suspend)
    session: PromptSession[str] = PromptSession(
        blank.lead,
        completer=PathCompleter(expanduser=True),
        complete_style=CompleteStyle.READLINE_LIKE,
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


def _suspend_on_ctrl_z(keys: KeyBindings, suspend: Callable[[], None]) -> None:
    if machine.STOP_SIGNALS:
        keys.add(Keys.ControlZ)(lambda _: without_page(suspend))


def open_asker(terminal: Terminal, marks: Marks, *, whole_screen: bool) -> ScreenAsker:
    """Asks on the terminal's screen, which must be set aside already, or below what is on it."""
    pages = output_to(terminal.output, whole_screen=whole_screen)
    lines = output_to(terminal.output, whole_screen=False)
    return ScreenAsker(terminal, keys_from(sys.stdin), pages, lines, marks)
