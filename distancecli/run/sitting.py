"""One sitting: the interview, the plan, and what the reader then does with it."""

import sys

from msgspec import Struct, field

from distancecli.asking import pages
from distancecli.asking.asker import Asker
from distancecli.asking.askers import asker_below, asker_on
from distancecli.asking.conversation import Conversation
from distancecli.asking.page import Page, Reply
from distancecli.guide.answers import Answers
from distancecli.guide.load import OpenGuide
from distancecli.guide.model import Guide
from distancecli.interview.plan import Given
from distancecli.interview.replay import replay
from distancecli.rendering.formats import Format
from distancecli.run.copies import Copies, plan_copy
from distancecli.run.keeping import Keeper
from distancecli.system.lines import say
from distancecli.system.terminal import Terminal, is_redirected, is_terminal


class Sitting(Struct):
    """A reader at a terminal, from the welcome page until they leave."""

    opened: OpenGuide
    terminal: Terminal
    copies: Copies
    form: Format | None = None
    plain: bool = False
    answers: Answers = field(default_factory=dict)
    """What is filled in already."""
    _is_complete: bool = True
    """Whether every file that was asked for is there."""

    @property
    def guide(self) -> Guide:
        """The whole guide; the first page does not wait for it."""
        return self.opened.whole

    def hold(self) -> bool:
        """Asks, shows the plan and lets the reader change it; whether no file is missing.

        However it ends, nothing stays in a file once an answer is off record.

        Raises:
            FileProblems: there is something wrong with the rest of the guide.
            Left: the reader has seen an ending, or put the plan off.
            KeyboardInterrupt: the reader left.
        """
        with self.terminal.guarded():
            welcome = pages.welcome_page(self.opened.front)
            with asker_on(self.terminal, welcome, self.plain) as asker:
                conversation = self._conversation(asker)
                conversation.run()
            try:
                while self._wants_change(self._given(conversation)):
                    self._change(conversation)
            finally:
                if self._given(conversation).plan().off_record:
                    self.copies.withdraw()
        return self._is_complete

    def _conversation(self, asker: Asker) -> Conversation:
        words = self._off_record_lines
        return Conversation(self.guide, asker, self.plain, words, dict(self.answers))

    def _given(self, conversation: Conversation) -> Given:
        return Given(self.guide, conversation.answers, conversation.country)

    def _change(self, conversation: Conversation) -> None:
        page = pages.check_page(self.guide, replay(self.guide, conversation.answers))
        try:
            with asker_on(self.terminal, page, self.plain) as asker:
                conversation.asker = asker
                conversation.change()
        except BaseException:  # by an ending, a notice, a key or a signal: however the reader left
            self._part(off_record=self._given(conversation).plan().off_record)
            raise

    def _part(self, *, off_record: bool) -> None:
        """Leaves no file and no plan behind once a change is off record, and says no word on why.

        What stands on the main screen is the earlier plan, and where its files are.
        """
        if off_record:
            self.copies.withdraw()
        if off_record and not self.plain:
            self.terminal.clear()
        stays = (self.guide.labels.plain_stays,) if off_record and self.plain else ()
        lines = (*self.copies.removed_lines(), *stays)
        if lines and self.plain:
            self.terminal.write("\n")  # ends the line that was being typed, and its ^C
        for line in lines:
            say(self.terminal, line)

    def _wants_change(self, given: Given) -> bool:
        """Shows the plan and writes the files; whether the reader then wants to change it."""
        if given.plan().off_record:
            self._present(given, self._off_record_lines())
        elif is_terminal(sys.stdout):
            self._present(given)
            self._write_files(given)
        else:  # before the plan: whoever reads it, as `less` does, takes the keyboard
            self._write_files(given)
            self._present(given)
        return is_terminal(sys.stdout) and self._chooses_change(given)

    def _present(self, given: Given, last: tuple[str, ...] = ()) -> None:
        from distancecli.run.delivery import present  # the first page need not wait for it

        present(given, self.form, self.plain, last)
        if self.form and is_terminal(sys.stdout) and not self.plain:
            self.terminal.write("\n")  # what is asked below stands apart, as below a drawn plan

    def _write_files(self, given: Given) -> None:
        if not self.copies.asked_for:
            return
        with asker_below(self.terminal, self.plain) as asker:
            keeper = Keeper(asker, self.copies, given)
            force = self.copies.force
            kept = [keeper.keep(copy, replace=force) for copy in self.copies.asked_for]
            self._is_complete = all(kept)

    def _chooses_change(self, given: Given) -> bool:
        """The menu below the plan, until the reader finishes or wants to change an answer."""
        off_record = given.plan().off_record
        menu = pages.menu_page(self.guide, may_keep=not off_record, may_read=not self.plain)
        if not off_record:
            with asker_below(self.terminal, self.plain) as asker:
                Keeper(asker, self.copies, given).say_what_is_earlier()
        while (reply := self._choice(menu, given)) == frozenset({pages.READ}):
            self._read(given)
        return reply != frozenset({pages.FINISH})

    def _choice(self, menu: Page, given: Given) -> Reply:
        """What is chosen from the menu, once no more copies are to be kept."""
        with asker_below(self.terminal, self.plain) as asker:
            while (reply := asker.show(menu)) == frozenset({pages.COPY}):
                copy = plan_copy(self.guide.labels, name="")
                Keeper(asker, self.copies, given).keep_named(copy)
        return reply

    def _read(self, given: Given) -> None:
        """Shows the plan from its top, on a screen of its own."""
        from distancecli.run.planpage import plan_page

        page = plan_page(given)
        with asker_on(self.terminal, page, plain=False) as asker:
            asker.show(page)

    def _off_record_lines(self) -> tuple[str, ...]:
        return self.copies.off_record_lines(redirected=is_redirected())
