"""The files of one run: those asked for by an option, and those kept below the plan.

None of them stays once an answer is off record. What renders them is loaded when one is written.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from distancecli.answers import Answers
from distancecli.characters import made_visible
from distancecli.errors import CannotWrite
from distancecli.files import (
    NotWritten,
    Obstacle,
    Written,
    is_still_there,
    obstacle_to,
    path_of,
    remove,
    write_whole,
)
from distancecli.formats import Format, format_of
from distancecli.guide import Guide
from distancecli.labels import Labels
from distancecli.plan import Plan, make_plan


class Given(Struct, frozen=True):
    """What one reader answered, and the country whose help lines they want."""

    guide: Guide
    answers: Answers
    country: str | None = None

    def plan(self) -> Plan:
        """What the answers lead to."""
        return make_plan(self.guide, self.answers, self.country)


class Copy(Struct):
    """A file to be written: its name, what goes into it, and what is said once it is there."""

    name: str
    text: Callable[[Given, str], str]
    """Makes the content from what was given and the name."""
    said: str
    written: Written | None = None
    """The file as it was last written."""

    def is_own(self) -> bool:
        """Whether the file that has the name now is the one that was written."""
        written = self.written
        return bool(written and written.path == path_of(self.name) and is_still_there(written))


def plan_copy(labels: Labels, name: str, form: Format | None = None) -> Copy:
    """A file for the plan, in that form or in the one that its name asks for."""

    def text(given: Given, name: str) -> str:
        from distancecli.rendering.forms import in_form

        return in_form(given.guide, given.plan().for_file(), form or format_of(name))

    return Copy(name, text, labels.kept)


def answers_copy(labels: Labels, name: str) -> Copy:
    """A file for the answers."""

    def text(given: Given, _name: str) -> str:
        from distancecli.rendering.answersfile import saved_answers

        return saved_answers(given.guide, given.answers)

    return Copy(name, text, labels.kept_answers)


class Copies(Struct):
    """The files that a run was asked for, and those that it has written."""

    labels: Labels
    asked_for: tuple[Copy, ...] = ()
    force: bool = False
    """Whether files that are there already may be replaced without asking."""
    _written: dict[Path, Written] = field(default_factory=dict)

    def require_places(self) -> None:
        """Makes sure, before anything is asked, that the files asked for can be written.

        Raises:
            CannotWrite: one of them cannot. A file that is there already can be asked about.
        """
        for copy in self.asked_for:
            found = obstacle_to(copy.name)
            if found and found.obstacle is not Obstacle.EXISTS:
                raise CannotWrite(self.complaint(copy, found))

    def write(self, copy: Copy, given: Given, *, replace: bool = False) -> NotWritten | None:
        """Writes the file, and returns what kept it from being written, if anything did.

        It takes the place of another file only with `replace`, or where that is its own older self.
        """
        may_replace = replace or copy.is_own()
        outcome = write_whole(copy.name, copy.text(given, copy.name), replace=may_replace)
        if isinstance(outcome, NotWritten):
            return outcome
        copy.written = self._written[outcome.path] = outcome
        return None

    def withdraw(self) -> tuple[str, ...]:
        """Takes away what this run has written, and says so, a line for each file."""
        labels = self.labels
        lines = []
        for written in filter(is_still_there, self._written.values()):
            said = labels.off_record_removed if remove(written) else labels.off_record_stays
            lines.append(said.format(file=made_visible(str(written.path))))
        self._written.clear()
        return tuple(lines)

    def off_record_lines(self, *, redirected: bool) -> tuple[str, ...]:
        """Takes away what was written, and has the lines to say where a file was asked for."""
        nothing = (self.labels.off_record,) if self.asked_for or redirected else ()
        return self.withdraw() or nothing

    def praise(self, copy: Copy) -> str:
        """The line that says where the file is."""
        return copy.said.format(file=made_visible(copy.name))

    def complaint(self, copy: Copy, why: NotWritten) -> str:
        """The line that says why there is no file."""
        own = why.obstacle is not Obstacle.SYSTEM
        reason = getattr(self.labels, f"file_{why.obstacle}") if own else why.said
        return self.labels.not_kept.format(file=made_visible(copy.name), reason=reason)
