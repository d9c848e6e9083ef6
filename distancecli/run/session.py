"""A reader at a terminal: the interview, the plan, and what they then do with it."""

import contextlib
from typing import TYPE_CHECKING

from msgspec import Struct

from distancecli.asking import pages
from distancecli.asking.asker import Asker, Askers
from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.page import Act, Page
from distancecli.guide.load import OpenGuide
from distancecli.guide.model import Guide
from distancecli.run.copies import Copies
from distancecli.run.decision import Decision, Files, Surface
from distancecli.run.keeping import Keeping
from distancecli.run.request import Request
from distancecli.system.console import Console
from distancecli.system.lines import say
from distancecli.system.machine import machine
from distancecli.system.terminal import Terminal

if TYPE_CHECKING:
    from distancecli.interview.plan import Reader
    from distancecli.interview.start import Chosen
    from distancecli.run.brought import Brought
    from distancecli.run.delivery import Delivery
    from distancecli.run.planpage import PlanPage


class Session(Struct):
    """From the welcome page until the reader leaves."""

    request: Request
    opened: OpenGuide
    console: Console
    askers: Askers
    copies: Copies
    brought: "Brought | None" = None
    """What the reader brings along in a file."""
    _chosen: "Chosen | None" = None
    """What they start with, where they chose it."""
    _shown: Surface | None = None
    """Where the reader was shown a plan, once they were."""
    _is_printed: bool = False
    """Whether a plan stands on the main screen, or where standard output leads."""
    _is_complete: bool = True
    """Whether every file that was asked for is there."""

    @property
    def guide(self) -> Guide:
        """The whole guide; the first page does not wait for it."""
        return self.brought.guide if self.brought else self.opened.whole

    @property
    def terminal(self) -> Terminal:
        """The one that the reader sits at."""
        return self.console.terminal

    @property
    def delivery(self) -> "Delivery":
        """What shows the plan; the first page need not wait for it."""
        from distancecli.run.delivery import Delivery

        return Delivery(self.request, self.console, self.askers, self.copies)

    def run(self) -> bool:
        """Asks, shows the plan and lets the reader change it; whether no file is missing.

        However it ends, nothing stays in a file once an answer is off record.

        Raises:
            FileProblems: there is something wrong with the rest of the guide.
            KeyboardInterrupt: the reader left.
        """
        talk = None
        with self.terminal.guarded(), contextlib.suppress(Left):
            try:
                with self.askers.on_screen(self._first_page()) as asker:
                    machine.write_no_dump()  # not sooner: the first page waits for nothing
                    talk = self._conversation(asker)
                    talk.run()
                    left = self._at_page(talk)
                if left:
                    self._finish(*left)
                else:
                    self._below(talk)
            except BaseException:  # by an ending, a notice, a key or a signal: however they left
                if talk:
                    self._leave_nothing(off_record=self._leaves_no_file(talk))
                raise
            finally:
                if (talk and self._leaves_no_file(talk)) or not self._is_printed:
                    self._say_all(self.copies.lines_earlier())
        return self._is_complete

    def _conversation(self, asker: Asker) -> Conversation:
        talk = Conversation(self.guide, asker, self.request.plain, self._ending_words)
        if brought := self.brought:
            talk.answers, talk.given = dict(brought.answers), set(brought.answers)
            talk.earlier, talk.gone, talk.above = brought.earlier, brought.gone, brought.above
            self._chosen = brought.chosen
        return talk

    def _first_page(self) -> Page:
        return pages.welcome_page(self.opened.front, again=self.request.again is not None)

    def _ending_words(self, reader: "Reader") -> tuple[str, ...]:
        """Does with the files what an ending calls for; what its page says of them."""
        decision = self.delivery.decide(off_record=reader.plan.off_record)
        if decision.files is Files.NEVER:
            return self.delivery.words_on_files(decision)
        outcomes = self.copies.write_all(reader)
        self._is_complete = all(is_written for _, is_written in outcomes)
        return tuple(line for line, _ in outcomes)

    def _leaves_no_file(self, talk: Conversation) -> bool:
        return self._decision(talk).files is Files.NEVER

    def _leave_nothing(self, *, off_record: bool) -> None:
        """Leaves no file and no plan behind once an answer is off record, and says no word on why.

        Where the earlier plan was written out, it stands on the main screen.
        """
        plain = self.request.plain
        if off_record:
            self.copies.take_away()
        if off_record and self._shown is Surface.OUTPUT and not plain:
            self.terminal.clear()
        stays = (self.guide.labels.plain_stays,) if off_record and plain and self._shown else ()
        self._say_all((*self.copies.lines_removed(), *stays))

    def _say_all(self, lines: tuple[str, ...]) -> None:
        """Says lines that stay on the main screen."""
        if lines and self.request.plain:
            self.terminal.write("\n")  # ends the line that was being typed, and its ^C
        for line in lines:
            say(self.terminal, line)

    # --- The plan on a page of the screen on which the questions were ----------------------------

    def _at_page(self, talk: Conversation) -> "tuple[PlanPage, Act] | None":
        """The page of the plan once it is left, and for what; None where the plan has no page."""
        from distancecli.run.planpage import PlanPage

        page = None
        while (decision := self._decision(talk)).surface is Surface.PAGE:
            last = self.delivery.words_on_files(decision) if decision.files is Files.NEVER else ()
            page = PlanPage.after(page, talk, self.copies, last, self._chosen)
            self._shown = decision.surface
            act, self._chosen = page.leave(), page.reader.chosen
            if act is not Act.CHANGE:
                return page, act
            talk.change()
        return None

    def _decision(self, talk: Conversation) -> Decision:
        return self.delivery.decide(off_record=talk.is_off_record())

    def _finish(self, page: "PlanPage", act: Act) -> None:
        """Prints the plan where that is wanted, and writes the files that were asked for."""
        decision = self.delivery.decide(off_record=page.reader.plan.off_record)
        if act is Act.FINISH:
            self._is_printed = True
            self.delivery.print_plan(page.reader, page.last, heard=self.request.plain)
        if decision.files is Files.AFTER:
            self._write_files(page.reader, is_quiet=act is Act.CLEAR)

    # --- The plan as output, and the menu below it -----------------------------------------------

    def _below(self, talk: Conversation) -> None:
        """Shows the plan until the reader wants no change any more."""
        while self._wants_change(talk.reader(self._chosen)):
            with self.askers.on_screen(talk.check_page()) as asker:
                talk.asker = asker
                talk.change()

    def _wants_change(self, reader: "Reader") -> bool:
        """Writes the plan out, and the files; whether the reader then wants to change it."""
        decision = self.delivery.decide(off_record=reader.plan.off_record)
        if decision.files is Files.BEFORE:
            self._write_files(reader)
        self.delivery.show(reader, decision)
        self._shown, self._is_printed = decision.surface, True
        if decision.has_menu and not self.request.plain:
            self.terminal.write("\n")  # what is asked below stands apart
        if decision.files is Files.AFTER:
            self._write_files(reader)
        may_keep = decision.files is not Files.NEVER
        return decision.has_menu and self._chooses_change(reader, may_keep)

    def _write_files(self, reader: "Reader", *, is_quiet: bool = False) -> None:
        if not self.copies.asked_for:
            return
        with self.askers.below() as asker:
            keeping = Keeping(asker, self.copies, reader, is_quiet)
            self._is_complete = keeping.write_asked_for()

    def _chooses_change(self, reader: "Reader", may_keep: bool) -> bool:
        """The menu below the plan, until the reader finishes or wants to change an answer."""
        menu = pages.menu_page(self.guide, may_keep=may_keep)
        with self.askers.below() as asker:
            for line in self.copies.lines_after_change(reader) if may_keep else ():
                asker.say(line)
            while Act.COPY.is_chosen_in(reply := asker.show(menu)):
                Keeping(asker, self.copies, reader).keep_copy()
        return not Act.FINISH.is_chosen_in(reply)
