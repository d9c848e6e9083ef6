"""Keeping a copy with the reader there to ask: its name, and what to do about an older file."""

from msgspec import Struct
from msgspec.structs import replace

from distancecli.asking.asker import Scribe
from distancecli.asking.page import Turn
from distancecli.asking.pages import OTHER, REPLACE, exists_page, name_blank
from distancecli.interview.plan import Given
from distancecli.run.copies import Copies, Copy
from distancecli.system.files import NotWritten, Obstacle


class Keeper(Struct, frozen=True):
    """Writes files for one reader, who can be asked below what stands on the screen."""

    asker: Scribe
    copies: Copies
    given: Given

    def keep(self, copy: Copy, *, replace: bool = False) -> bool:
        """Writes the file under its name; the reader is asked where one has that name already.

        Returns whether the file is written, or the reader let it be; else the reason is said.
        """
        why = self.copies.write(copy, self.given, replace=replace)
        if why and why.obstacle is Obstacle.EXISTS:
            return self._ask_about_older(copy)
        return self._say_outcome(copy, why)

    def keep_named(self, copy: Copy) -> bool:
        """Asks for a name until the file is written, or the reader turns back."""
        blank = name_blank(self.given.guide)
        while True:
            name = self.asker.fill_in(blank)
            blank = replace(blank, text=())
            if isinstance(name, Turn):
                return True
            copy.name = name
            if self.keep(copy):
                return True

    def say_what_is_earlier(self) -> None:
        """Says, after a change, which files do not have what is shown now."""
        for line in (*self.copies.earlier_lines(self.given), *self.copies.removed_lines()):
            self.asker.say(line)

    def _ask_about_older(self, copy: Copy) -> bool:
        reply = self.asker.show(exists_page(self.given.guide, copy.name))
        if reply == frozenset({REPLACE}):
            return self._say_outcome(copy, self.copies.write(copy, self.given, replace=True))
        return self.keep_named(copy) if reply == frozenset({OTHER}) else True

    def _say_outcome(self, copy: Copy, why: NotWritten | None) -> bool:
        line = self.copies.complaint(copy, why) if why else self.copies.praise(copy)
        self.asker.say(line)
        return why is None
