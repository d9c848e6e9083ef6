"""A guide as frozen values: what `steps.yaml` says, and nothing that is done with it.

The field names are the interface for guide authors. Every sentence a reader sees is in here.
"""

from typing import Final, Literal

from msgspec import field

from distancecli.guide.conditions import ALWAYS, Condition
from distancecli.guide.labels import Labels
from distancecli.guide.parts import NonEmpty, Part, SafeFor, Topics, WordCount, Words
from distancecli.guide.promises import ExampleReader, Promise
from distancecli.guide.start import Moment, StartRule
from distancecli.guide.support import Support

Status = Literal["applies", "done", "not_yet", "other"]
BY_REASON: Final[tuple[Status, ...]] = ("applies", "done", "not_yet")
"""The statuses that a step has for a reason; the first that has one is the step's."""


class Paragraph(Part, frozen=True):
    """A piece of text, the readers it is for, and the kinds of help line listed below it."""

    text: Words
    when: Condition = ALWAYS
    support: tuple[str, ...] = ()
    topic: Topics = ""
    """What it speaks of, so that a promise can say who is shown it."""


class StepParagraph(Paragraph, frozen=True):
    """A paragraph of a step or of the plan, which guarded readers see only where it says so."""

    safe_for: SafeFor = ()
    keep: bool = False
    """Never cut from the short plan; said with the start too, where its step is the start."""


Text = tuple[Words | Paragraph, ...]
"""Paragraphs in order; a plain string is a paragraph for every reader."""
StepText = tuple[Words | StepParagraph, ...]
"""The same in a plan; a plain string is for every reader who is not guarded."""


def paragraphs(text: Text | StepText) -> tuple[Paragraph, ...]:
    """Each paragraph in full, also those that are written as a plain string."""
    return tuple(Paragraph(text=each) if isinstance(each, str) else each for each in text)


class Option(Part, frozen=True):
    """One possible answer. An exclusive one cannot stand beside another."""

    code: Words
    label: Words
    exclusive: bool = False
    off_record: bool = False
    """Once chosen, nothing of the run is written to a file."""
    informs: bool = True
    """False says that no rule is meant to use this answer."""
    above: str = ""
    """A line of its own above it, where what follows is of another kind."""


class Each(Part, frozen=True):
    """The two answers that stand for all of what is asked by itself; each is a code."""

    no_to_all: Words
    """Every option was asked, and the answer to each was no."""
    not_sure: Words
    """The reader was not sure of one of them."""


class Question(Part, frozen=True):
    """A question; skipping it is built in and is not among the options."""

    id: Words
    ask: Words
    options: NonEmpty[Option]
    choose: Literal["one", "many", "each"] = "one"
    each: Each | None = None
    """With `choose: each`, where every option but these two is asked by itself."""
    help: str = ""
    when: Condition = ALWAYS
    private: bool = False
    """Never saved with the answers."""
    sensitive: bool = False
    """Never answered by keys typed ahead, and its answers are never shown again."""

    @property
    def many(self) -> bool:
        """Whether more than one answer may be given."""
        return self.choose != "one"

    @property
    def rows(self) -> tuple[Option, ...]:
        """The options that are asked one by one: none where they are asked together."""
        whole = (self.each.no_to_all, self.each.not_sure) if self.each else ()
        return tuple(each for each in self.options if whole and each.code not in whole)

    def option(self, code: str) -> Option | None:
        """The option with that code, or None."""
        return next((option for option in self.options if option.code == code), None)


class Ending(Part, frozen=True):
    """Where the questions stop at once: its page is shown and no step is."""

    id: Words
    when: Condition
    title: Words
    text: Text


class Notice(Part, frozen=True):
    """Shown before the steps, and, when it is at once, as soon as it is chosen."""

    id: Words
    when: Condition
    title: Words
    text: Text
    at_once: bool = False
    screen_only: bool = False
    """Never in a file: it would tell whoever reads the file what was answered."""


class Reason(Part, frozen=True):
    """For whom, and why: the words that follow "Because"."""

    when: Condition
    because: Words
    safe_for: SafeFor = ()


class Advice(Part, frozen=True):
    """A point of advice, for readers with `when`, where the step has one of the statuses."""

    text: Words
    when: Condition = ALWAYS
    status: tuple[Status, ...] = ("applies",)
    topic: Topics = ""
    safe_for: SafeFor = ()
    keep: bool = False
    """Never cut from the short plan."""


class Saying(Part, frozen=True):
    """A small action or an opener. Without a `when` it is for readers whom no other one fits."""

    text: Words
    when: Condition | None = None
    topic: Topics = ""
    safe_for: SafeFor = ()


class Action(Saying, frozen=True):
    """A small action: what a reader may choose as the one thing to start with."""

    id: str = ""
    """What it is called in files; it is the only one of its step with that name."""
    together: bool = False
    """Whether it takes both of the two: then only moments together are offered for it."""


class Step(Part, frozen=True):
    """A step of the article: it applies for a reason, and its rules are its reasons."""

    id: Words
    title: Words
    source: Words
    text: StepText
    applies: NonEmpty[Reason]
    done: tuple[Reason, ...] = ()
    not_yet: tuple[Reason, ...] = ()
    highlight: Condition | None = None
    advice: tuple[Advice, ...] = ()
    actions: tuple[Action, ...] = ()
    openers: tuple[Saying, ...] = ()
    safe_for: SafeFor = ()
    """Guarded readers for whom the step is not safe are not even told its name."""


class Welcome(Part, frozen=True):
    """The first page: a title, its text, and what leaving does in each of the two ways to ask."""

    title: Words
    text: NonEmpty[Words]
    on_screen: Words
    plain: Words


class PlanText(Part, frozen=True):
    """What stands around the steps of a plan, and where its readers start."""

    title: Words
    top: StepText
    foot: StepText
    help: StepText = ()
    """Where help is, in a line or two: below the steps at a glance."""
    start: tuple[StartRule, ...] = ()
    """The first that holds, of a step that applies and has an action, says where to start.
    Where none does, it is the first step that applies and has one."""
    no_start: Condition | None = None
    """Readers who are given no start, and of the steps no more than their titles."""
    instead: StepText = ()
    """What they read in its place, one small thing in each."""
    moments: tuple[Moment, ...] = ()
    """When an action could be done; readers choose one."""


class Front(Part, frozen=True):
    """As much of a guide as its first page needs."""

    title: Words
    labels: Labels
    welcome: Welcome


class Guide(Front, frozen=True):
    """A whole guide."""

    plan: PlanText
    questions: NonEmpty[Question]
    steps: NonEmpty[Step]
    support: Support
    facts: dict[str, Condition] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    """Facts in words that go on from "only if": `distance steps` says for whom a text is."""
    guarded: dict[str, Condition] = field(default_factory=dict)
    """Groups of readers whom nothing in a plan reaches that is not marked safe for them."""
    endings: tuple[Ending, ...] = ()
    notices: tuple[Notice, ...] = ()
    promises: tuple[Promise, ...] = ()
    """What holds for every reader; `check` proves it."""
    readers: tuple[ExampleReader, ...] = ()
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
