"""A guide as frozen values: what `steps.yaml` says, and nothing that is done with it.

The field names are the interface for guide authors. Every sentence a reader sees is in here.
"""

from msgspec import field

from distancecli.guide.conditions import Condition
from distancecli.guide.labels import Labels
from distancecli.guide.parts import (
    NonEmpty,
    Paragraph,
    Part,
    StepParagraph,
    StepText,
    Text,
    WordCount,
    Words,
    paragraphs,
)
from distancecli.guide.promises import ExampleReader, Promise
from distancecli.guide.question import Each, Option, Question
from distancecli.guide.start import Moment, StartRule
from distancecli.guide.step import BY_REASON, Action, Advice, Reason, Saying, Status, Step
from distancecli.guide.support import Support

__all__ = [
    "BY_REASON",
    "Action",
    "Advice",
    "Each",
    "Ending",
    "Front",
    "Guide",
    "Notice",
    "Option",
    "Paragraph",
    "PlanText",
    "Question",
    "Reason",
    "Saying",
    "Status",
    "Step",
    "StepParagraph",
    "StepText",
    "Text",
    "Welcome",
    "paragraphs",
]


class Ending(Part, frozen=True):
    """Where the questions stop at once: its page is shown and no step is."""

    id: Words
    """What promises and example readers call it; readers never see it."""
    when: Condition
    """The readers for whom the questions stop. It has to stand here; of endings that fit, the
    first one counts."""
    title: Words
    """The heading of its page. It says little: someone may see it from across the room."""
    text: Text
    """What its page says, in order. It never names what the reader chose."""


class Notice(Part, frozen=True):
    """Shown before the steps, and, when it is at once, as soon as it is chosen."""

    id: Words
    """What promises and example readers call it; readers never see it."""
    when: Condition
    """The readers who are shown it; it has to stand here, `always` if it is for everyone."""
    title: Words
    """The heading of its page. It says little: someone may see it from across the room."""
    text: Text
    """What it says, in order. It never names what the reader chose."""
    at_once: bool = False
    """Also shown the moment that an answer calls for it, before the next question: for help that
    must not wait."""
    screen_only: bool = False
    """Never in a file: it would tell whoever reads the file what was answered."""


class Welcome(Part, frozen=True):
    """The first page: a title, its text, and what leaving does in each of the two ways to ask."""

    title: Words
    """The heading of the first page."""
    text: NonEmpty[Words]
    """What a reader has to know before the first question: how long it takes, what is kept, who
    could see it. It must fit on one small screen."""
    on_screen: Words
    """The last paragraph where the program can clear the screen: what Ctrl-C does there."""
    plain: Words
    """The last paragraph where questions come in plain lines, which nothing clears."""


class PlanText(Part, frozen=True):
    """What stands around the steps of a plan, and where its readers start."""

    title: Words
    """The heading of the plan."""
    top: StepText
    """The first words of the plan: one kind sentence, and what some readers have to know first."""
    foot: StepText
    """The last words of the plan: where it comes from, and where help is once more."""
    help: StepText = ()
    """Where help is, in a line or two: below the steps at a glance."""
    start: tuple[StartRule, ...] = ()
    """The first that holds, of a step that applies and has an action, says where to start.
    Where none does, it is the first step that applies and has one."""
    no_start: Condition | None = None
    """Readers who are given no start, and of the steps no more than their titles. Left out, nobody
    is."""
    instead: StepText = ()
    """What they read in place of a start, one small thing in each."""
    moments: tuple[Moment, ...] = ()
    """When an action could be done; readers choose one."""


class Front(Part, frozen=True):
    """As much of a guide as its first page needs."""

    title: Words
    """The name of the guide, above all its steps where `distance steps` lists them."""
    labels: Labels
    """The words of the interface: buttons, keys, headings. One that is left out is as in the
    built-in guide."""
    welcome: Welcome
    """The first page, before any question."""


class Guide(Front, frozen=True):
    """A whole guide."""

    plan: PlanText
    """What stands above and below the steps, and which of them a reader starts with."""
    questions: NonEmpty[Question]
    """What readers are asked, in order. A question can depend on the answers before it."""
    steps: NonEmpty[Step]
    """What a reader can do, in the order in which a plan names it."""
    support: Support
    """The help lines, by country; texts name them by their kind. Left out, they are those of the
    built-in guide."""
    language: Words = "en"
    """Its language, by a code such as `de` or `pt-BR`. Where that is not English, `check` names
    each label that is left out, and each text that still reads as the built-in one."""
    facts: dict[Words, Condition] = field(default_factory=dict)
    """Names for rules that are used more than once; a rule then says just the name."""
    meanings: dict[Words, str] = field(default_factory=dict)
    """Facts in words that go on from "only if", so that `distance steps` can say for whom a text
    is. A fact without words is told by its own rule."""
    guarded: dict[Words, Condition] = field(default_factory=dict)
    """Groups of readers whom nothing in a plan reaches that is not marked `safe_for` them: those
    whom a text could harm."""
    endings: tuple[Ending, ...] = ()
    """Pages that stop the questions, for readers whom the steps could harm; the first that fits
    counts."""
    notices: tuple[Notice, ...] = ()
    """Pages before the steps that some readers need first, in this order."""
    promises: tuple[Promise, ...] = ()
    """What holds for every reader; `check` proves it. Write one for what must never go wrong."""
    readers: tuple[ExampleReader, ...] = ()
    """Readers whose plans people thought through; `check` shows where the guide says otherwise."""
    longest_sentence: WordCount = 20
    """Words; `check` warns of longer sentences, which many readers have to read twice.
    GOV.UK has all of more than 25 looked at, and the Plain English Campaign advises 15 to 20."""

    def question(self, id: str) -> Question:
        """The question with that id.

        Raises:
            KeyError: the guide has no such question.
        """
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)
