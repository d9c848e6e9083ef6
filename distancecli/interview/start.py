"""The one thing that a reader starts with: by rule, or as they chose it, with a moment for it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from distancecli.guide.conditions import Situation
from distancecli.guide.model import Action, PlanText
from distancecli.guide.start import Moment
from distancecli.interview.message import Passage
from distancecli.interview.step import Fitted


class Chosen(Struct, frozen=True):
    """What a reader chose to start with, in ids."""

    step: str
    moment: str | None = None
    """None where they left it open."""
    action: str | None = None
    """The action that they saw, which another answer may change; None for any that the step has."""


class Start(Struct, frozen=True):
    """Where a reader starts: one step, one action, and a moment where they chose one."""

    number: int
    step: str
    """The step's id."""
    highlighted: bool
    because: str
    action: str
    action_id: str
    opener: str | None
    kept: tuple[Passage, ...]
    """What is never cut from the step, and is said together with its action."""
    moment: str | None = None
    moments: tuple[Moment, ...] = ()
    """Those that can be chosen for the action."""
    recommended: str = ""
    """The id of the step that the rules say, whatever the reader chose."""


def start_of(
    plan: PlanText, steps: Sequence[Fitted], situation: Situation, chosen: Chosen | None
) -> Start | None:
    """The start among the steps that fit a reader: what they chose, while they are given that.

    None where no step gives them something to do.
    """
    able = {each.step.id: each for each in steps if each.action}
    wanted = (rule.step for rule in plan.start if situation.holds(rule.when))
    first = next((able[step] for step in wanted if step in able), next(iter(able.values()), None))
    if first is None:
        return None
    own = able.get(chosen.step) if chosen else None
    keeps = chosen and own and own.action and chosen.action in (None, own.action.id)
    start = _start(plan, own, situation, chosen) if own and keeps else None
    start = start or _start(plan, first, situation, None)
    return replace(start, recommended=first.step.id)


def _start(plan: PlanText, step: Fitted, situation: Situation, chosen: Chosen | None) -> Start:
    assert step.action
    moments = _moments(plan, step.action, situation)
    return Start(
        number=step.number,
        step=step.step.id,
        highlighted=step.highlighted,
        because=step.because[0],
        action=step.action.text,
        action_id=step.action.id,
        opener=step.openers[0] if step.openers else None,
        kept=tuple(each for each in step.text if each.keep),
        moment=next((each.text for each in moments if chosen and each.id == chosen.moment), None),
        moments=moments,
    )


def _moments(plan: PlanText, action: Action, situation: Situation) -> tuple[Moment, ...]:
    """The moments for an action of its kind: alone, or together."""
    return tuple(
        each
        for each in plan.moments
        if each.together is action.together and situation.holds(each.when)
    )
