"""Writing a run's files with the reader there to ask: about a name, and about an older file."""

from msgspec import Struct
from msgspec.structs import replace

from distancecli.asking.asker import Asker
from distancecli.asking.filepages import answers_page, exists_page, name_blank
from distancecli.asking.page import Act, Turn
from distancecli.interview.plan import Reader
from distancecli.run.copies import Copies
from distancecli.run.copy import Copy, answers_copy, plan_copy
from distancecli.system.files import NotWritten, Obstacle, current_folder


class Keeping(Struct, frozen=True):
    """Writes files for a reader, who is asked wherever one cannot simply be written."""

    asker: Asker
    copies: Copies
    reader: Reader
    is_quiet: bool = False
    """Says nothing of a file that is written."""

    def write_asked_for(self) -> bool:
        """Writes the files that the options ask for; whether none that is wanted is missing."""
        force = self.copies.force
        kept = [self._keep(copy, replace=force) for copy in self.copies.asked_for]
        return all(kept)  # and not the first that fails alone: each is tried

    def keep_copy(self) -> None:
        """Keeps a copy of the plan, and of the answers if wanted; both names are asked for."""
        copies = self.copies
        plan = plan_copy(copies.labels, "", copies.day)
        self._keep_named(plan)
        if plan.written and not copies.has_answers(self.reader):
            reply = self.asker.show(answers_page(self.reader.guide))
            if Act.ANSWERS.is_chosen_in(reply):
                self._keep_named(answers_copy(copies.labels, ""))

    def _keep(self, copy: Copy, *, replace: bool = False) -> bool:
        """Writes the file under its name; the reader is asked where one has that name already.

        Returns whether the file is written, or the reader let it be; else the reason is said.
        """
        why = self.copies.write(copy, self.reader, replace=replace)
        if why and why.obstacle is Obstacle.EXISTS:
            return self._ask_about_older(copy)
        return self._say_outcome(copy, why)

    def _keep_named(self, copy: Copy) -> bool:
        """Asks for a name until the file is written, or the reader turns back."""
        suggestion = self.copies.name_for(copy)
        blank = name_blank(self.reader.guide, copy.title, suggestion, current_folder())
        while True:
            name = self.asker.fill_in(blank)
            blank = replace(blank, text=())
            if isinstance(name, Turn):
                return True
            copy.name = name
            if self._keep(copy):
                return True

    def _ask_about_older(self, copy: Copy) -> bool:
        reply = self.asker.show(exists_page(self.reader.guide, copy.name))
        if Act.REPLACE.is_chosen_in(reply):
            why = self.copies.write(copy, self.reader, replace=True)
            return self._say_outcome(copy, why)
        return self._keep_named(copy) if Act.OTHER.is_chosen_in(reply) else True

    def _say_outcome(self, copy: Copy, why: NotWritten | None) -> bool:
        if why or not self.is_quiet:
            self.asker.say(self.copies.line_on(copy, why))
        return why is None
