"""Does with a plan what was decided: shows it, writes its files, or takes them away."""

from msgspec import Struct
from msgspec.structs import replace

from distancecli.asking.asker import Askers
from distancecli.errors import CannotWrite
from distancecli.interview.plan import Reader
from distancecli.rendering.formats import Format, in_form
from distancecli.rendering.outline import below_first, foot, outline
from distancecli.rendering.showing import show
from distancecli.run.copies import Copies
from distancecli.run.decision import Decision, Files, Surface, decide
from distancecli.run.request import Request
from distancecli.system.console import Console
from distancecli.system.streams import ReaderGone


class Delivery(Struct, frozen=True):
    """The ways from a plan to its reader."""

    request: Request
    console: Console
    askers: Askers
    copies: Copies

    def decide(self, *, off_record: bool) -> Decision:
        """What becomes of a plan of somebody who is asked; an ending has its page by then."""
        return decide(self.request, self.console.streams, off_record=off_record)

    def deliver_unasked(self, reader: Reader) -> None:
        """Writes the files and shows the plan, where nothing can be asked any more.

        Raises:
            CannotWrite: a file could not be written; the plan has been shown all the same.
        """
        plan = reader.plan
        streams, off_record = self.console.streams, plan.off_record
        decision = decide(
            self.request, streams, off_record=off_record, ending=plan.ending is not None
        )
        if decision.files is Files.NEVER:
            self.show(reader, decision)
            for line in self.copies.lines_earlier() if streams.has_terminal else ():
                self.console.tell(line)
            return
        outcomes = self.copies.write_all(reader)
        self.show(reader, decision)
        for line in [line for line, is_written in outcomes if is_written and decision.tells]:
            self.console.tell(line)
        if complaints := [line for line, is_written in outcomes if not is_written]:
            raise CannotWrite(*complaints)

    def show(self, reader: Reader, decision: Decision) -> None:
        """Shows the plan; off record it first takes away what was written, and says so below.

        Raises:
            CannotWrite: standard output cannot be written to; whoever is there sees the plan.
            ReaderGone: nobody reads the pipe any more, and nobody was asked anything for it.
        """
        last = self.words_on_files(decision) if decision.files is Files.NEVER else ()
        if decision.surface is Surface.PAGE:
            self._show_page(reader, last)
        elif decision.surface is Surface.SCREEN:
            self.print_plan(reader, last)
        else:
            self._write(reader, decision)
            where = self._words_on_redirected(decision.form) if decision.is_redirected else ()
            for line in (*where, *last):
                self.console.tell(line)

    def _words_on_redirected(self, form: Format | None) -> tuple[str, ...]:
        """Says that the plan is in a file of the shell, and what opening it leaves behind."""
        labels = self.copies.labels
        return (labels.redirected, *([labels.kept_page] if form is Format.HTML else []))

    def words_on_files(self, decision: Decision) -> tuple[str, ...]:
        """Takes away what was written, and has the lines that say what became of the files."""
        self.copies.take_away()
        nothing = (self.copies.labels.off_record,) if decision.tells else ()
        return self.copies.lines_off_record() or nothing

    def _show_page(self, reader: Reader, last: tuple[str, ...]) -> None:
        """Shows the page of an ending until it is left; then it is cleared."""
        from distancecli.asking.pages import ending_page

        assert reader.plan.ending
        page = ending_page(reader.guide, reader.plan.ending, last)
        # Before the page is there, and only then: a key pressed on it while the rest loads counts.
        self.console.terminal.drop_typed_ahead()
        with self.askers.on_screen(page) as asker:
            asker.show(replace(page, unhurried=False))

    def print_plan(
        self, reader: Reader, last: tuple[str, ...] = (), *, heard: bool = False
    ) -> None:
        """Prints the plan below what stands on the terminal, and the lines at its end.

        Where its first screen was `heard` there already, that is not said again.
        """
        shown = below_first if heard else outline
        sections = [*shown(reader.guide, reader.plan), *foot(*last)]
        show(sections, reader.guide, self.console.terminal, plain=self.request.plain)

    def _write(self, reader: Reader, decision: Decision) -> None:
        assert decision.form
        plan = reader.plan.for_file() if decision.withholds else reader.plan
        day = self.copies.day if decision.is_copy else None
        try:
            self.console.write(in_form(reader.guide, plan, decision.form, day))
        except CannotWrite:
            # The answers must not be lost with it: the person there sees the plan, then the error.
            if self.console.streams.has_terminal:
                self.print_plan(reader)
            raise
        except ReaderGone as gone:
            if not self.request.asks:
                raise
            self.print_plan(reader)
            raise CannotWrite(self.copies.labels.pipe_gone) from gone
