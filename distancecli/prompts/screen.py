"""Asks by questionary: one page at a time, on the screen that `terminal` has set aside."""

import os
import sys
from collections.abc import Callable
from typing import Final

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout import Window as Pane
from prompt_toolkit.output import Output
from prompt_toolkit.output.vt100 import Vt100_Output
from questionary import Choice, Question, Style
from questionary.prompts.common import InquirerControl

from distancecli.answers import SKIP
from distancecli.prompts.layout import View, Window, lay_out
from distancecli.prompts.page import Page, Reply, Turn, toggled
from distancecli.terminal import Terminal

ESCAPE_WAIT: Final = 0.2
"""Seconds; below about 0.05 a slow line's arrow keys are taken for the Escape key."""

STYLE: Final = Style(
    [("heading", "bold"), ("active", "bold"), ("keys", "italic"), ("said", "bold")]
)
"""No colours: weight alone reads on dark and on light backgrounds."""


class PageControl(InquirerControl):
    """A questionary list that draws a whole page around itself, wrapped for the window.

    questionary keeps what is pointed at and what is marked; how that looks is `layout`'s.
    """

    def __init__(self, page: Page, output: Output):
        self.page = page
        self.output = output
        self.said = ""
        self.top = 0
        self.warned = False
        choices = [
            Choice(choice.label, value=choice.key, checked=choice.key in page.chosen)
            for choice in page.choices
        ]
        first = next((choice.key for choice in page.choices if choice.key in page.chosen), None)
        super().__init__(choices, initial_choice=first, show_cursor=True, focusable=True)
        if first:
            self._look(lambda view: view.reveal(self.pointed_at))

    @property
    def marked(self) -> frozenset[str]:
        """The keys of the marked choices."""
        return frozenset(self.selected_options) if self.page.many else frozenset()

    def view(self) -> View:
        """The page as the window shows it now."""
        size = self.output.get_size()
        window = Window(size.columns, size.rows)
        view = lay_out(self.page, window, self.pointed_at, self.marked, self.said)
        view.scroll_to(self.top)
        return view

    def _get_choice_tokens(self) -> list[tuple[str, str]]:
        tokens = []
        pointed = False
        for line in self.view().visible():
            if line.choice == self.pointed_at and not pointed:
                tokens.append(("[SetCursorPosition]", ""))
                pointed = True
            tokens.append((f"class:{line.role}", line.text + "\n"))
        style, last = tokens[-1]
        return [*tokens[:-1], (style, last.rstrip("\n"))]

    def _look(self, move: Callable[[View], None]) -> None:
        view = self.view()
        move(view)
        self.top = view.top

    def down(self) -> None:
        """To the next choice; where the page goes on before it, down the page instead."""
        view = self.view()
        if not view.shows(self.pointed_at):
            self.scroll(view.rows - 1)
        else:
            self.select_next()
            self._look(lambda view: view.reveal(self.pointed_at))

    def up(self) -> None:
        """To the choice before; at the first one, up the page as long as there is more above."""
        if self.pointed_at == 0 and self.top:
            self.scroll(1 - self.view().rows)
        else:
            self.select_previous()
            self._look(lambda view: view.reveal(self.pointed_at))

    def scroll(self, rows: int) -> None:
        """Moves the view, and leaves the choice where it is."""
        self._look(lambda view: view.scroll_to(self.top + rows))

    def space(self) -> None:
        """Marks or unmarks the choice pointed at, and says which marks went with that."""
        if self.page.many:
            key = self.page.choices[self.pointed_at].key
            marked, self.said = toggled(self.page, self.marked, key)
            self.selected_options = list(marked)
            self.warned = False
            self._look(lambda view: view.reveal(self.pointed_at))

    def reply(self) -> Reply | None:
        """What Enter means now; None where it first reads on, or needs a clear word."""
        view = self.view()
        if not (self.page.hasty or view.shows(self.pointed_at)):
            self.scroll(view.rows - 1)
            return None
        if not self.page.many:
            return frozenset({self.page.choices[self.pointed_at].key})
        if self.marked or self.warned:
            return self.marked or SKIP
        self.said = self.page.words.nothing_marked
        self.warned = True
        return None


Handler = Callable[[KeyPressEvent], None]


def bindings(control: PageControl) -> KeyBindings:
    """The keys of a page. What is not bound here does nothing."""
    table: list[tuple[tuple[Keys | str, ...], Handler]] = [
        ((Keys.Any, Keys.BracketedPaste), _nothing),
        ((Keys.Down, "j"), lambda _: control.down()),
        ((Keys.Up, "k"), lambda _: control.up()),
        ((Keys.PageDown,), lambda _: control.scroll(control.view().rows - 1)),
        ((Keys.PageUp,), lambda _: control.scroll(1 - control.view().rows)),
        ((" ",), lambda _: control.space()),
        ((Keys.ControlM, Keys.ControlJ), lambda event: _exit(event, control.reply())),
        ((Keys.Left, Keys.Backspace, Keys.Escape), lambda event: _exit(event, Turn.BACK)),
        ((Keys.ControlC, Keys.ControlD, Keys.ControlQ, Keys.SIGINT), _leave),
    ]
    for number in range(len(control.page.choices) if control.page.numbered else 0):
        table.append(((str(number + 1),), _chooser(control, number)))
    keys = KeyBindings()
    for names, handler in table:
        for name in names:
            keys.add(name, eager=True)(handler)
    return keys


def _nothing(_event: KeyPressEvent) -> None:
    """No text is ever typed or pasted into a page."""


def _exit(event: KeyPressEvent, reply: Reply | None) -> None:
    if reply is not None:
        event.app.exit(result=reply)


def _leave(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt)


def _chooser(control: PageControl, index: int) -> Handler:
    def choose(event: KeyPressEvent) -> None:
        control.pointed_at = index
        if control.page.many:
            control.space()
        else:
            _exit(event, control.reply())

    return choose


class ScreenAsker:
    """Asks by pages on a terminal; one prompt_toolkit input serves the whole run."""

    def __init__(self, terminal: Terminal, input: Input, output: Output):
        self._terminal = terminal
        self._input = input
        self._output = output

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns back.

        Raises:
            KeyboardInterrupt: the reader left.
        """
        if page.unhurried:
            self._drop_typed_ahead()
        reply: Reply = page_question(page, self._input, self._output, self._terminal).unsafe_ask()
        return reply

    def _drop_typed_ahead(self) -> None:
        clear_typeahead(self._input)
        self._terminal.drop_typed_ahead()


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

    def quit_alternate_screen(self) -> None:
        """Does nothing: between two pages the main screen must not flash up."""


def open_asker(terminal: Terminal) -> ScreenAsker:
    """Asks on the terminal, whose screen must be set aside already."""
    output = PageOutput.from_pty(terminal.output, term=os.environ.get("TERM"), enable_bell=False)
    return ScreenAsker(terminal, create_input(sys.stdin), output)
