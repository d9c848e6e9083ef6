"""A file of a run: what goes into it, what its name asks for, and what is said of it."""

from collections.abc import Callable

from msgspec import Struct

from distancecli.guide.labels import Labels
from distancecli.interview.plan import Reader
from distancecli.rendering.formats import OFFERED, Format, format_of, in_form, is_refused
from distancecli.system.files import (
    NotWritten,
    Obstacle,
    Written,
    is_still_there,
    obstacle_to,
    path_of,
)


class Copy(Struct):
    """A file to be written: its name, what goes into it, and what is said once it is there."""

    name: str
    text: Callable[[Reader, str], str]
    """Makes the content from the reader and the name."""
    title: str
    """The heading where its name is asked for."""
    suggestion: str
    """The name that is suggested then, if it has none yet."""
    endings: tuple[str, ...]
    """Those that are named where its name has one that is refused."""
    said: str
    said_earlier: str
    """What is said of it after a change that it does not have."""
    of_answers: bool = False
    """It has the answers, and else the plan."""
    lacking: tuple[str, ...] = ()
    """What is said where it lacks the start that the reader chose, as that would tell too much."""
    written: Written | None = None
    """The file as it was last written."""

    @property
    def is_page(self) -> bool:
        """Whether a browser opens what has such a name."""
        return format_of(self.name) is Format.HTML

    @property
    def is_refused(self) -> bool:
        """Whether its name asks for a form that it cannot have; answers are no page."""
        return is_refused(self.name) or (self.of_answers and self.is_page)

    def obstacle(self) -> NotWritten | None:
        """What can be known to stand in its way before it is written."""
        return NotWritten(Obstacle.FORM) if self.is_refused else obstacle_to(self.name)

    def is_own(self) -> bool:
        """Whether the file that has the name now is the one that was written."""
        written = self.written
        return bool(written and written.path == path_of(self.name) and is_still_there(written))


def plan_copy(labels: Labels, name: str, day: str, form: Format | None = None) -> Copy:
    """A file for the plan of that day, in that form or in the one that its name asks for."""

    def text(reader: Reader, name: str) -> str:
        return in_form(reader.guide, reader.plan.for_file(), form or format_of(name), day)

    title, suggestion = labels.keep_title, labels.keep_suggestion
    return Copy(name, text, title, suggestion, OFFERED, labels.kept, labels.kept_earlier)


def answers_copy(labels: Labels, name: str) -> Copy:
    """A file for the answers."""

    def text(reader: Reader, _name: str) -> str:
        from distancecli.interview.answersfile import saved_answers

        return saved_answers(reader.guide, reader.answers, reader.to_keep)

    title, suggestion = labels.answers_yes, labels.answers_suggestion
    said, earlier = labels.kept_answers, labels.kept_answers_earlier
    return Copy(name, text, title, suggestion, (".yaml",), said, earlier, of_answers=True)
