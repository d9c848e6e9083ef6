"""A questionary list that draws a whole page, and what each move on it does."""

from collections.abc import Callable
from math import inf

import questionary
from prompt_toolkit.output import Output
from questionary.prompts.common import InquirerControl

from distancecli.asking.layout import View, lay_out
from distancecli.asking.marks import Marks
from distancecli.asking.page import MOST_NUMBERED, Act, Page, Reply, Turn, toggled
from distancecli.asking.setting import Window
from distancecli.guide.answers import SKIP


class PageControl(InquirerControl):
    """A questionary list that draws a whole page around itself, wrapped for the window.

    questionary keeps what is pointed at and what is marked; how that looks is `layout`'s.
    """

    def __init__(self, page: Page, output: Output, marks: Marks):
        self.page = page
        self.output = output
        self.marks = marks
        self.said = page.said
        self.top = 0
        self.warned = False
        self.entered = -inf
        """When Enter was last pressed to skip the page, in seconds of the system's own clock."""
        choices = [
            questionary.Choice(choice.label, value=choice.key, checked=choice.key in page.chosen)
            for choice in page.choices
        ]
        chosen = (choice.key for choice in page.choices if choice.key in page.chosen)
        first = next(chosen, page.default)
        super().__init__(choices, initial_choice=first, show_cursor=True, focusable=True)
        if self.pointed_at:  # to the first one the reader reads down from the top
            self._look(lambda view: view.reveal(self.pointed_at))

    @property
    def marked(self) -> frozenset[str]:
        """The keys of the marked choices; where one is an answer, of the one chosen before."""
        return frozenset(self.selected_options)

    def view(self) -> View:
        """The page as the window shows it now."""
        size = self.output.get_size()
        window = Window(size.columns, size.rows, self.marks)
        view = lay_out(self.page, window, self.pointed_at, self.marked, self.said)
        view.scroll_to(self.top)
        return view

    def _get_choice_tokens(self) -> list[tuple[str, str]]:
        tokens = []
        for line in self.view().visible():
            if line.role == "active":  # the first such line of a choice is where the cursor goes
                tokens.append(("[SetCursorPosition]", ""))
            tokens += [(f"class:{role}", text) for role, text in line.parts]
            tokens.append(("", "\n"))
        return tokens[:-1]

    def _look(self, move: Callable[[View], None]) -> None:
        view = self.view()
        move(view)
        self.top = view.top

    def down(self) -> None:
        """To the next choice; where some of this one is yet to come, down the page instead."""
        self._show_keys_again()
        is_last = self.pointed_at == len(self.page.choices) - 1
        if self.view().is_below(self.pointed_at):
            self._look(lambda view: view.read_on(self.pointed_at))
        elif not (is_last and self.page.drawn):
            self.select_next()
            self._look(lambda view: view.reveal(self.pointed_at))

    def up(self) -> None:
        """To the choice before; at the first one, up the page as long as there is more above."""
        self._show_keys_again()
        if self.pointed_at == 0 and self.top:
            self.scroll(-self.windowful())
        elif self.pointed_at or not self.page.drawn:  # from a start nobody goes round to an end
            self.select_previous()
            self._look(lambda view: view.reveal(self.pointed_at))

    def windowful(self) -> int:
        """How far one key turns the page in the window as it is now."""
        return self.view().windowful

    def scroll(self, rows: int) -> None:
        """Moves the view, and leaves the choice where it is."""
        self._show_keys_again()
        self._look(lambda view: view.scroll_to(self.top + rows))

    def turn(self, rows: int) -> None:
        """Scrolls, and points at what is in view then: Enter acts on nothing out of sight."""
        self.scroll(rows)
        self.pointed_at = self.view().nearest(self.pointed_at)

    def _show_keys_again(self) -> None:
        """Takes back what was said about the last key: the keys are shown again."""
        self.said = ""
        self.warned = False

    def to_first(self) -> None:
        """To the top, and the first choice."""
        self._show_keys_again()
        self.pointed_at = 0
        self._look(lambda view: view.scroll_to(0))

    def to_last(self) -> None:
        """To the end, and the last choice."""
        self._show_keys_again()
        self.pointed_at = len(self.page.choices) - 1
        self._look(lambda view: view.scroll_to(view.last_top))

    def say_no_number(self) -> None:
        """Says what to press on a page that has more choices than there are number keys."""
        if len(self.page.choices) > MOST_NUMBERED and not self.page.by_number:
            self._show_keys_again()
            self.said = self.page.hints.labels.no_numbers

    def done(self) -> Reply | None:
        """Leaves a page that is only read; None on any other."""
        return self.answer if self.page.keys == (Act.LEAVE,) else None

    def space(self) -> None:
        """Marks or unmarks the choice pointed at, and says which marks went with that.

        Where there is only something to read, it turns the page.
        """
        if len(self.page.choices) == 1:
            self.turn(self.windowful())
        elif self.page.many:
            key = self.page.choices[self.pointed_at].key
            marked, self.said = toggled(self.page, self.marked, key)
            self.selected_options = list(marked)
            self.warned = False
            self._look(lambda view: view.reveal(self.pointed_at))

    def _read_on_to_choice(self) -> None:
        """Down the page to the choice pointed at, or back up to it."""
        below = self.view().is_below(self.pointed_at)
        towards = View.read_on if below else View.reveal
        self._look(lambda view: towards(view, self.pointed_at))

    def reply(self) -> Reply | None:
        """What Enter means now; None where it first reads on, or needs a clear word."""
        if not (self.page.hasty or self.view().shows(self.pointed_at)):
            self._read_on_to_choice()
            return None
        return self._meant()

    def _meant(self) -> Reply | None:
        """What Enter means where the choice pointed at is in view."""
        if self.skips and not self.warned:
            self.said = self.skip_warning
            self.warned = True
            return None
        return self.answer

    @property
    def answer(self) -> Reply:
        """What the page answers as it stands."""
        if not self.page.many:
            return frozenset({self.page.choices[self.pointed_at].key})
        return self.marked or SKIP

    @property
    def skips(self) -> bool:
        """Whether that is no answer, so that Enter needs a second one."""
        return self.page.many and not self.marked

    @property
    def skip_warning(self) -> str:
        """What a second Enter will mean then."""
        labels = self.page.hints.labels
        return labels.nothing_marked.format(skip=labels.skip)

    @property
    def waits_for_release(self) -> bool:
        """Whether Enter would now skip a page that a held key must not skip."""
        return self.page.unhurried and self.warned

    @property
    def number_keys(self) -> list[int]:
        """The numbers that are keys on this page."""
        return [n for n in self.page.numbers if n <= MOST_NUMBERED] if self.page.numbered else []

    def number(self, number: int) -> Reply | None:
        """Chooses by a number key; where many may be marked, that only marks."""
        key = self.page.numbers[number].key
        if key in self.page.keys:
            self.pointed_at = self.page.keys.index(key)
        if self.page.many:
            self.space()
            return None
        return frozenset({key})

    def back(self) -> Reply | None:
        """Leaves the page for the one before; None where there is something to go back to on it."""
        return Turn.BACK
