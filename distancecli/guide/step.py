"""A step of a guide, with its reasons and all that it can say."""

from typing import Final, Literal

from distancecli.guide.conditions import ALWAYS, Condition
from distancecli.guide.parts import NonEmpty, Part, SafeFor, StepText, Topics, Words

Status = Literal["applies", "done", "not_yet", "other"]
BY_REASON: Final[tuple[Status, ...]] = ("applies", "done", "not_yet")
"""The statuses that a step has for a reason; the first that has one is the step's."""


class Reason(Part, frozen=True):
    """For whom, and why: the words that follow "Because"."""

    when: Condition
    """The readers for whom the reason is true; it has to stand here, `always` if for everyone."""
    because: Words
    """What follows "Because" in the plan: it begins with a small letter and has no stop at its
    end."""
    safe_for: SafeFor = ()
    """The guarded groups for whom it counts too; for others of them it does not stand here."""


class Advice(Part, frozen=True):
    """A point of advice, for readers with `when`, where the step has one of the statuses."""

    text: Words
    """One thing to know or to try. The first four points that fit a reader are theirs, so the
    heaviest stand first."""
    when: Condition = ALWAYS
    """The readers whom it fits; left out, all for whom the step has that status."""
    status: tuple[Status, ...] = ("applies",)
    """The results of the step for which the point is; left out, only where the step applies."""
    topic: Topics = ""
    """A name for what it speaks of, so that a promise can say who is shown it."""
    safe_for: SafeFor = ()
    """The guarded groups who may read it too; readers in two groups need both names."""
    keep: bool = False
    """Never cut from the short plan: for what a reader must not miss."""


class Saying(Part, frozen=True):
    """A small action or an opener. Without a `when` it is for readers whom no other one fits."""

    text: Words
    """Words that the reader could say, in quotes and from "I". The first two that fit are shown."""
    when: Condition | None = None
    """The readers whom it fits; left out, those whom no other of the list with a `when` fits."""
    topic: Topics = ""
    """A name for what it speaks of, so that a promise can say who is shown it."""
    safe_for: SafeFor = ()
    """The guarded groups who may be given it too; readers in two groups need both names."""


class Action(Saying, frozen=True):
    """A small action: what a reader may choose as the one thing to start with."""

    text: Words
    """One small thing to do this week, said as a request. The first that fits is shown."""
    id: str = ""
    """What it is called in files; it is the only one of its step with that name."""
    together: bool = False
    """Whether it takes both of the two: then only moments together are offered for it."""
    smaller: str = ""
    """A smaller part of it, for whoever comes back and did not get to it. It is read by itself."""
    smaller_together: bool = False
    """Whether that part takes both of the two."""


class Step(Part, frozen=True):
    """A step of the article: it applies for a reason, and its rules are its reasons."""

    id: Words
    """What promises, files and the start of a plan call the step. Readers never see it; keep it as
    it is."""
    title: Words
    """The step's name at the head of its page and among the steps at a glance."""
    source: Words
    """Where in the article the step comes from, for readers who want to look it up."""
    text: StepText
    """What the step says before any advice, in order. A plain text is for all but guarded
    readers."""
    applies: NonEmpty[Reason]
    """Why the step fits a reader now: one reason that holds is enough, and up to three are told.
    The heaviest stand first."""
    done: tuple[Reason, ...] = ()
    """Why a reader has done the step already; looked at where nothing in `applies` holds."""
    not_yet: tuple[Reason, ...] = ()
    """Why the step has to wait for a reader; looked at where nothing in `applies` or `done`
    holds."""
    highlight: Condition | None = None
    """Readers whom the step could help most: where it applies, it stands out in their plan. Left
    out, it never does."""
    advice: tuple[Advice, ...] = ()
    """Points to know or to try, in order of weight; a reader gets the first four that fit."""
    actions: tuple[Action, ...] = ()
    """Small things to do, of which a reader gets the first that fits. Without any, nobody can
    start with the step."""
    openers: tuple[Saying, ...] = ()
    """Things to say to the partner; a reader gets the first two that fit."""
    safe_for: SafeFor = ()
    """Guarded readers for whom the step is not safe are not even told its name."""
