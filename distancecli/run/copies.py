"""The files of one run: those asked for by an option, and those kept below the plan.

None of them stays once an answer is off record. What renders them is loaded when one is written.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from msgspec import Struct, field

from distancecli.errors import CannotWrite
from distancecli.guide.labels import Labels
from distancecli.guide.start import START
from distancecli.interview.plan import Reader
from distancecli.run.copy import Copy, answers_copy, plan_copy
from distancecli.run.request import Request
from distancecli.system.files import (
    AsRead,
    NotWritten,
    Obstacle,
    Written,
    as_read,
    free_name,
    is_gone,
    is_same_place,
    is_still_there,
    is_unchanged,
    remove,
    write_whole,
)
from distancecli.system.machine import machine
from distancecli.text.characters import on_one_line


class Kept(Struct, frozen=True):
    """A file that this run has written, and what it holds since."""

    copy: Copy
    written: Written
    content: str

    def is_earlier(self, reader: Reader) -> bool:
        """Whether the file is there, and what the reader has now would fill it otherwise."""
        return is_still_there(self.written) and not self._is_of(reader)

    def is_current(self, reader: Reader) -> bool:
        """Whether the file is there, with what the reader has now."""
        return is_still_there(self.written) and self._is_of(reader)

    def _is_of(self, reader: Reader) -> bool:
        return self.copy.text(reader, str(self.written.path)) == self.content


class Copies(Struct):
    """The files that a run was asked for, and those that it has written."""

    labels: Labels
    day: str
    """The one that all of them are made on, also where a run goes past midnight."""
    asked_for: tuple[Copy, ...] = ()
    force: bool = False
    """Whether files that are there already may be replaced without asking."""
    earlier: AsRead | None = None
    """The answers file of the last time."""
    _kept: dict[Path, Kept] = field(default_factory=dict)
    _taken_away: dict[Path, bool] = field(default_factory=dict)
    """The files that were written and then taken away; whether each of them is gone."""

    @classmethod
    def asked_for_by(cls, request: Request, labels: Labels, day: str) -> Self:
        """The files that the options ask for."""
        copies = []
        if request.file is not None:
            copies.append(plan_copy(labels, request.file, day, request.form))
        if request.save_answers is not None:
            copies.append(answers_copy(labels, request.save_answers))
        earlier = None if request.again is None else as_read(request.again)
        return cls(labels, day, tuple(copies), request.force, earlier)

    def require_places(self) -> None:
        """Makes sure, before anything is asked, that the files asked for can be written.

        Raises:
            CannotWrite: one of them cannot. A file that is there already can be asked about.
        """
        for copy in self.asked_for:
            found = copy.obstacle()
            if found and found.obstacle is not Obstacle.EXISTS:
                raise CannotWrite(self.line_on(copy, found))

    def write(self, copy: Copy, reader: Reader, *, replace: bool = False) -> NotWritten | None:
        """Writes the file, and returns what kept it from being written, if anything did.

        It takes the place of another file only with `replace`, or where that is its own older self.
        """
        if copy.is_refused:
            return NotWritten(Obstacle.FORM)
        may_replace = replace or copy.is_own() or self._renews(copy)
        content = copy.text(reader, copy.name)
        has_start = f"{START}:" in content.splitlines()
        lacks_start = copy.of_answers and reader.to_keep is not None and not has_start
        copy.lacking = (self.labels.kept_no_start,) if lacks_start else ()
        outcome = write_whole(copy.name, content, replace=may_replace)
        if isinstance(outcome, NotWritten):
            return outcome
        copy.written = outcome
        self._kept[outcome.path] = Kept(copy, outcome, content)
        self._taken_away.pop(outcome.path, None)
        return None

    def write_all(self, reader: Reader) -> list[tuple[str, bool]]:
        """Writes the files asked for; the line on each of them, and whether it is written."""
        outcomes = [(copy, self.write(copy, reader, replace=self.force)) for copy in self.asked_for]
        return [(self.line_on(copy, why), why is None) for copy, why in outcomes]

    def has_answers(self, reader: Reader) -> bool:
        """Whether a file of this run has the answers as they are now, or will have them."""
        copies = (kept for kept in self._kept.values() if kept.copy.of_answers)
        to_come = any(copy.of_answers for copy in self.asked_for)
        return to_come or any(kept.is_current(reader) for kept in copies)

    def _renews(self, copy: Copy) -> bool:
        """Whether these are answers that take the place of those that the reader came back with."""
        earlier = self.earlier
        if earlier is None or earlier.is_locked or not copy.of_answers:
            return False
        return is_same_place(copy.name, str(earlier.written.path)) and is_unchanged(earlier)

    def name_for(self, copy: Copy) -> str:
        """The name to suggest: of answers those they came back with, else one that nothing has.

        So Enter keeps a copy, the second time as the first.
        """
        earlier = self.earlier
        if copy.of_answers and not copy.name and earlier and is_unchanged(earlier):
            return earlier.name
        return free_name(copy.name or copy.suggestion)

    def take_away(self) -> None:
        """Takes away what this run has written."""
        for path, kept in self._kept.items():
            if not is_gone(kept.written):
                self._taken_away[path] = remove(kept.written)
        self._kept.clear()

    # --- What is said of them --------------------------------------------------------------------

    def line_on(self, copy: Copy, why: NotWritten | None) -> str:
        """Says where the file is, or why there is none."""
        if why is None:
            said = copy.said.format(file=on_one_line(copy.name))
            return " ".join((said, *self._words_behind(copy)))
        reason = reason_of(self.labels, why, copy.endings)
        return self.labels.not_kept.format(file=on_one_line(copy.name) or '""', reason=reason)

    def _words_behind(self, copy: Copy) -> Iterator[str]:
        """What is said of a file behind that it is written."""
        if copy.is_page:
            yield self.labels.kept_page
        yield from copy.lacking
        if copy.of_answers:
            yield self.labels.kept_come_back.format(file=on_one_line(machine.quoted(copy.name)))

    def lines_earlier(self) -> tuple[str, ...]:
        """Says that the file of the last time is still there, where this run did not write it."""
        earlier = self.earlier
        if earlier is None or not is_still_there(earlier.written):
            return ()
        return (self.labels.again_stays.format(file=on_one_line(earlier.name)),)

    def lines_off_record(self) -> tuple[str, ...]:
        """Says of each file that it was taken away because of an answer, or that it stays."""
        removed = (_said(self.labels.off_record_removed, path) for path in self._gone())
        return (*removed, *self._lines_staying())

    def lines_removed(self) -> tuple[str, ...]:
        """Says which files were taken away, and not why: someone else may see the screen."""
        gone = ", ".join(on_one_line(str(path)) for path in self._gone())
        removed = (self.labels.removed_again.format(files=gone),) if gone else ()
        return (*removed, *self._lines_staying())

    def lines_after_change(self, reader: Reader) -> tuple[str, ...]:
        """Says, after a change, which files do not have what is shown now."""
        earlier = (kept for kept in self._kept.values() if kept.is_earlier(reader))
        lines = (_said(kept.copy.said_earlier, kept.written.path) for kept in earlier)
        return (*lines, *self.lines_removed())

    def _gone(self) -> list[Path]:
        return [path for path, is_gone in self._taken_away.items() if is_gone]

    def _lines_staying(self) -> Iterator[str]:
        staying = (path for path, is_gone in self._taken_away.items() if not is_gone)
        return (_said(self.labels.off_record_stays, path) for path in staying)


def _said(label: str, path: Path) -> str:
    return label.format(file=on_one_line(str(path)))


def reason_of(labels: Labels, why: NotWritten, forms: Sequence[str] = ()) -> str:
    """Why there is no file, in words; `forms` are the endings that a name may have."""
    if why.obstacle is Obstacle.SYSTEM:
        return why.said
    reason: str = getattr(labels, f"file_{why.obstacle}")
    return reason.format(forms=", ".join(forms))
