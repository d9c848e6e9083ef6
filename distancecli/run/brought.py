"""What a reader brings along: answers in a file, of this run or of the last time."""

from msgspec import Struct

from distancecli.asking.againpages import last_words
from distancecli.documents.document import read_document
from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide
from distancecli.interview.given import given_by, known_in
from distancecli.interview.plan import Reader
from distancecli.interview.replay import comes_back, coming_back
from distancecli.interview.since import Given, open_part
from distancecli.interview.start import Chosen
from distancecli.run.request import Request


class Brought(Struct, frozen=True):
    """The guide for this reader, and what is known of them before anything is asked."""

    guide: Guide
    answers: Answers
    chosen: Chosen | None = None
    """What they start with in this run, where a file says so."""
    earlier: Given | None = None
    """What is of the last time."""
    gone: tuple[str, ...] = ()
    """What of that the guide does not know any more, in words."""
    above: dict[str, tuple[str, ...]] = {}
    """What stands above a question, by its id."""

    def reader(self) -> Reader:
        """The reader where nothing is asked."""
        return Reader(self.guide, self.answers, chosen=self.chosen, earlier=self.earlier)


def brought_by(guide: Guide, request: Request) -> Brought:
    """What the files say that a reader names; of the private answers, only those of this run.

    Raises:
        UnreadableFile: one of them cannot be read.
        FileProblems: one is no answers file of this guide.
    """
    if request.again is None:
        given = _given(guide, request.answers)
        if comes_back(guide, given.answers):
            return Brought(coming_back(guide), given.answers, None, given)
        return Brought(guide, given.answers, given.start)
    earlier, problems = known_in(guide, read_document(request.again))
    now = _given(guide, request.answers)
    answers = {**open_part(guide, earlier.answers), **now.answers}
    gone = tuple(map(str, problems))
    chosen = None if now.start == earlier.start else now.start
    if earlier.start is None and not comes_back(guide, now.answers):
        return Brought(guide, answers, chosen, earlier, gone)  # nothing to ask how it went of
    last = last_words(guide, earlier.start) if earlier.start else ()
    above = {question.id: last for question in guide.questions if question.again}
    return Brought(coming_back(guide), answers, chosen, earlier, gone, above)


def _given(guide: Guide, name: str | None) -> Given:
    return Given({}) if name is None else given_by(guide, read_document(name))
