"""A step as one reader is shown it: its status, its reasons, all it says, and what of that first.

A short plan is one that gets done. So each step is cut to what its reader needs first, by its part
in the plan; the rest is a key away. What the guide says to keep is never cut.
"""

from collections.abc import Iterable
from typing import Final, TypeVar

from msgspec import Struct

from distancecli.guide.conditions import Situation
from distancecli.guide.model import (
    BY_REASON,
    Action,
    Advice,
    Guide,
    Saying,
    Status,
    Step,
)
from distancecli.interview.message import Passage, passages

S = TypeVar("S", bound=Saying)
MOST_REASONS: Final = 3
MOST_ADVICE: Final = 4
MOST_OPENERS: Final = 2


class Said(Struct, frozen=True):
    """What a step says to one reader: all of it, or a part."""

    because: tuple[str, ...] = ()
    text: tuple[Passage, ...] = ()
    advice: tuple[str, ...] = ()
    action: str | None = None
    openers: tuple[str, ...] = ()


class StepShown(Said, frozen=True, kw_only=True):
    """A step with all that it says to one reader; only one that applies has advice to act on."""

    number: int
    id: str
    title: str
    status: Status
    highlighted: bool
    action_id: str = ""
    shown: Said = Said()
    """What of it stands in the plan; the rest is shown when it is asked for."""


class Cut(Struct, frozen=True):
    """How much of a step is shown: so many of each, from the first on."""

    reasons: slice
    text: slice
    advice: int
    openers: slice
    acts: bool = True
    """Whether its action is shown, and with it the paragraphs that are never cut."""


AS_START: Final = Cut(slice(1, MOST_REASONS), slice(None), 3, slice(1, 2), acts=False)
"""The step to start with: what is said at the start already is not said of it again."""
AS_SMALLER: Final = Cut(slice(1, MOST_REASONS), slice(None), 3, slice(MOST_OPENERS))
"""The same where only a smaller part of its action is: the whole of it, and words for that."""
AS_HIGHLIGHT: Final = Cut(slice(0), slice(1), 2, slice(1))
"""The highlighted step: its first reason stands on the first screen."""
AS_OTHER: Final = Cut(slice(1), slice(1), 0, slice(0))


class Fitted(Struct, frozen=True):
    """A step of the guide with what of it fits one reader, before anything is cut."""

    number: int
    step: Step
    status: Status
    highlighted: bool
    because: tuple[str, ...]
    text: tuple[Passage, ...]
    advice: tuple[Advice, ...]
    action: Action | None
    openers: tuple[str, ...]

    def shown(self, cut: Cut | None) -> StepShown:
        """The step with all that it says, and what is shown of it by that cut; None: nothing."""
        return StepShown(
            number=self.number,
            id=self.step.id,
            title=self.step.title,
            status=self.status,
            highlighted=self.highlighted,
            because=self.because,
            text=self.text,
            advice=tuple(each.text for each in self.advice),
            action=self.action.text if self.action else None,
            action_id=self.action.id if self.action else "",
            openers=self.openers,
            shown=self._cut(cut),
        )

    def _cut(self, cut: Cut | None) -> Said:
        """What is shown by the cut, and what is never cut but where nothing is shown at all."""
        if cut is None or self.status != "applies":
            return Said()
        first = self.text[cut.text]
        return Said(
            because=self.because[cut.reasons],
            text=tuple(each for each in self.text if (cut.acts if each.keep else each in first)),
            advice=_kept(self.advice, cut.advice),
            action=self.action.text if self.action and cut.acts else None,
            openers=self.openers[cut.openers],
        )


def _kept(advice: tuple[Advice, ...], most: int) -> tuple[str, ...]:
    """So many points, and those that are never cut."""
    return tuple(each.text for place, each in enumerate(advice) if each.keep or place < most)


def fitted(
    guide: Guide, number: int, step: Step, situation: Situation, country: str | None
) -> Fitted:
    """What of the step fits the reader; `number` is its place in the guide, from 1."""
    status, because = _status(step, situation)
    applies = status == "applies"
    lit = applies and step.highlight is not None and situation.holds(step.highlight)
    return Fitted(
        number=number,
        step=step,
        status=status,
        highlighted=bool(lit),
        because=because,
        text=passages(guide, step.text, situation, country) if applies else (),
        advice=_advice(step, status, situation),
        action=next(iter(_fitting(step.actions, situation)), None) if applies else None,
        openers=_openers(step, situation) if applies else (),
    )


def _status(step: Step, situation: Situation) -> tuple[Status, tuple[str, ...]]:
    """The first status that has a reason to hold, and the first of its reasons."""
    for status in BY_REASON:
        reasons = getattr(step, status)
        if because := tuple(each.because for each in reasons if situation.holds(each.when)):
            return status, because[:MOST_REASONS]
    return "other", ()


def _advice(step: Step, status: Status, situation: Situation) -> tuple[Advice, ...]:
    fitting = (
        advice for advice in step.advice if status in advice.status and situation.holds(advice.when)
    )
    return tuple(fitting)[:MOST_ADVICE]


def _openers(step: Step, situation: Situation) -> tuple[str, ...]:
    return tuple(each.text for each in _fitting(step.openers, situation))[:MOST_OPENERS]


def _fitting(sayings: Iterable[S], situation: Situation) -> tuple[S, ...]:
    """The sayings whose condition holds; where none does, those that have no condition."""
    listed = tuple(sayings)
    special = tuple(each for each in listed if each.when and situation.holds(each.when))
    return special or tuple(each for each in listed if not each.when)
