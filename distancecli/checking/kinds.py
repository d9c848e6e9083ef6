"""What a guide holds and its readers can come to: kinds of entry, texts, outcomes, audiences."""

from enum import Enum
from typing import Final, NamedTuple, Self

from distancecli.checking.everyone.logic import Statement


class Kind(Enum):
    """A kind of entry, what one of it is called, and what several are.

    Where several have no name, their order says nothing to a reader. That of endings is a rule:
    it decides who reaches which.
    """

    GUIDE = "guide"
    WELCOME = "welcome page"
    WELCOME_TEXT = "paragraph of the welcome page", "paragraphs of the welcome page"
    PLAN = "plan"
    TOP_TEXT = "paragraph above the steps", "paragraphs above the steps"
    FOOT_TEXT = "paragraph below the steps", "paragraphs below the steps"
    INSTEAD_TEXT = "paragraph in place of a start", "paragraphs in place of a start"
    HELP_TEXT = "paragraph on where help is", "paragraphs on where help is"
    MOMENT = "moment", "moments"
    START_TEXT = "sentence on why a start is that"
    QUESTION = "question", "questions"
    ANSWER = "answer", "answers"
    STEP = "step", "steps"
    REASON = "reason", "reasons"
    STEP_TEXT = "paragraph", "paragraphs"
    ADVICE = "point of advice", "points of advice"
    ACTION = "action", "actions"
    OPENER = "opener", "openers"
    NOTICE = "notice", "notices"
    NOTICE_TEXT = "paragraph", "paragraphs"
    ENDING = "ending"
    ENDING_TEXT = "paragraph", "paragraphs"
    SUPPORT = "list of help lines"
    HEADING = "heading of help lines", "headings of help lines"
    COUNTRY = "country", "countries"
    HELP_LINE = "help line", "help lines"
    MEANING = "meaning"
    LABEL = "label"
    PROMISE = "promise"
    READER = "example reader"

    one: str
    several: str

    def __new__(cls, one: str, several: str = "") -> Self:
        """A kind of its own, though another may be called the same."""
        kind = object.__new__(cls)
        kind._value_ = len(cls.__members__)
        kind.one, kind.several = one, several
        return kind

    @property
    def a(self) -> str:
        """One of the kind with its article, as in "an action"."""
        return f"{'an' if self.one[0] in 'aeiou' else 'a'} {self.one}"


FOR_ALL: Final = (Kind.WELCOME_TEXT,)
"""The kinds of text that every reader is shown."""
AROUND: Final = (Kind.TOP_TEXT, Kind.FOOT_TEXT, Kind.INSTEAD_TEXT, Kind.HELP_TEXT)
"""The kinds of paragraph that stand around the steps of a plan."""
GUARDED: Final = (*AROUND, Kind.STEP_TEXT)
"""The kinds of paragraph that guarded readers see only where they are marked."""
FOR_SOME: Final = (
    *(*AROUND, Kind.MOMENT, Kind.START_TEXT, Kind.ENDING_TEXT, Kind.NOTICE_TEXT, Kind.STEP_TEXT),
    *(Kind.REASON, Kind.ADVICE, Kind.ACTION, Kind.OPENER),
)
"""The kinds of text that a rule is for, be it that of the step or page on which they stand."""
PART_OF: Final = {Kind.ANSWER: Kind.QUESTION, Kind.HELP_LINE: Kind.COUNTRY}
"""The kinds of entry that come and go with what they are a part of."""


class ShownText(NamedTuple):
    """A text that is for some readers."""

    kind: Kind
    """One of `FOR_SOME`."""
    owner: str
    """The id of the step, notice or ending that it belongs to; empty above the steps."""
    words: str

    @property
    def called(self) -> str:
        """The text as it is told, without its words."""
        return f'{self.kind.a} of "{self.owner}"' if self.owner else self.kind.a


class Audience(NamedTuple):
    """For whom an entry is; each of the three holds only where the next one does.

    What fits a reader need not be shown: four points that fit may stand before it.
    """

    shown: Statement
    fits: Statement
    """It is meant for the reader, and marked safe for them where they are guarded."""
    meant: Statement
    """The reader is one of whom its rules speak."""


class Outcome(NamedTuple):
    """What a reader can come to, in the words of a promise."""

    kind: str
    """One of `OUTCOMES`."""
    name: str
