"""The one thing that a reader starts with: by rule, or as they chose it, with a moment for it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from distancecli.guide.conditions import Situation
from distancecli.guide.model import PlanText
from distancecli.guide.start import OTHER, SAME, SMALLER, Moment
from distancecli.interview.message import Passage
from distancecli.interview.step import Fitted


class Chosen(Struct, frozen=True):
    """What a reader chose to start with, in ids."""

    step: str
    moment: str | None = None
    """None where they left it open."""
    action: str | None = None
    """The action that they saw, which another answer may change; None for any that the step has."""
    smaller: bool = False
    """Whether it is the smaller part of the action."""

    @property
    def name(self) -> str:
        """What files call the action: by its step, and what it is called there."""
        return f"{self.step}/{self.action}"


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
    smaller: str = ""
    """The smaller part of an action that the rules say, whatever the reader chose."""
    say: str = ""
    """Why it is this, for a reader who comes back and has not chosen anew."""
    repeats: bool = False
    """Whether it is what they started with the last time, or a part of it."""

    @property
    def is_smaller(self) -> bool:
        """Whether it is only a smaller part of the action."""
        return self.action == self.smaller


class _Ruled(NamedTuple):
    """What the rules say: a step, what of it in ids, and a sentence on why."""

    step: Fitted
    chosen: Chosen
    say: str = ""
    repeats: bool = False


def start_of(
    plan: PlanText,
    steps: Sequence[Fitted],
    situation: Situation,
    chosen: Chosen | None,
    last: Chosen | None = None,
) -> Start | None:
    """The start among the steps that fit a reader: what they chose, while they are given that.

    `last` is what they started with the last time. None where no step gives them something to do.
    """
    able = {each.step.id: each for each in steps if each.action}
    ruled = _ruled(plan, able, situation, last)
    if ruled is None:
        return None
    by_rule = _start(plan, ruled.step, situation, ruled.chosen)
    own = able.get(chosen.step) if chosen else None
    if chosen and own and own.action and chosen.action in (None, own.action.id):
        start = _start(plan, own, situation, chosen)
    else:
        start = replace(by_rule, say=ruled.say, repeats=ruled.repeats)
    smaller = by_rule.action if ruled.chosen.smaller else ""
    return replace(start, recommended=by_rule.step, smaller=smaller)


def _ruled(
    plan: PlanText, able: Mapping[str, Fitted], situation: Situation, last: Chosen | None
) -> _Ruled | None:
    """The step of the first rule that holds and can be followed, or else the first of them all."""
    left, say = dict(able), ""
    for rule in plan.start:
        if not situation.holds(rule.when):
            continue
        if rule.step in left:
            return _Ruled(left[rule.step], Chosen(rule.step), say)
        before = left.get(last.step) if last else None
        if rule.last == OTHER and last and left.keys() - {last.step}:
            left.pop(last.step, None)
            say = say or rule.say
        elif last and before and _is_had(before, last, rule.last):
            chosen = last if rule.last == SAME else Chosen(last.step, smaller=True)
            return _Ruled(before, chosen, rule.say, repeats=True)
    first = next(iter(left.values()), None)
    return _Ruled(first, Chosen(first.step.id), say) if first else None


def _is_had(step: Fitted, last: Chosen, way: str | None) -> bool:
    """Whether the step still has what the reader started with, and in the way that a rule says."""
    action = step.action
    if action is None or action.id != last.action:
        return False
    return way == SAME or (way == SMALLER and action.smaller != "")


def _start(plan: PlanText, step: Fitted, situation: Situation, chosen: Chosen) -> Start:
    action = step.action
    assert action
    is_part = chosen.smaller and action.smaller != ""
    moments = _moments(plan, action.smaller_together if is_part else action.together, situation)
    return Start(
        number=step.number,
        step=step.step.id,
        highlighted=step.highlighted,
        because=step.because[0],
        action=action.smaller if is_part else action.text,
        action_id=action.id,
        opener=step.openers[0] if step.openers and not is_part else None,
        kept=tuple(each for each in step.text if each.keep),
        moment=next((each.text for each in moments if each.id == chosen.moment), None),
        moments=moments,
    )


def _moments(plan: PlanText, together: bool, situation: Situation) -> tuple[Moment, ...]:
    """The moments for what is done alone, or together."""
    return tuple(
        each for each in plan.moments if each.together is together and situation.holds(each.when)
    )
