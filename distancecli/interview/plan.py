"""From a guide and answers to a plan: where to start, each step, and what stands around them."""

from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.conditions import Situation
from distancecli.guide.model import Guide
from distancecli.interview.guarded import guards_of, safe_part
from distancecli.interview.message import Message, Passage, message, passages
from distancecli.interview.replay import is_off_record, notices, replay
from distancecli.interview.since import Given, Since, since, then_of
from distancecli.interview.start import Chosen, Start, start_of
from distancecli.interview.step import (
    AS_HIGHLIGHT,
    AS_OTHER,
    AS_SMALLER,
    AS_START,
    Cut,
    Fitted,
    StepShown,
    fitted,
)

PLAN: Final = "plan"
"""The outcome of a reader who reaches no ending."""


class Plan(Struct, frozen=True):
    """What one reader is shown: an ending, or notices, a start, and all the steps of the guide."""

    outcome: str
    """`PLAN`, or the ending's id."""
    off_record: bool
    guarded: bool = False
    """Not all that the guide says is safe for the reader: nobody sends them to read all of it."""
    notices: tuple[Message, ...] = ()
    top: tuple[Passage, ...] = ()
    since: Since | None = None
    """What became of the steps, for a reader who comes back."""
    start: Start | None = None
    instead: tuple[Passage, ...] = ()
    """What stands in place of a start for those who are given none."""
    steps: tuple[StepShown, ...] = ()
    help: tuple[Passage, ...] = ()
    foot: tuple[Passage, ...] = ()
    ending: Message | None = None

    def step(self, number: int) -> StepShown:
        """The step with that number, which must be one of those shown."""
        return next(step for step in self.steps if step.number == number)

    def for_file(self) -> "Plan":
        """The same without the notices that are for the screen alone."""
        kept = tuple(notice for notice in self.notices if not notice.screen_only)
        return replace(self, notices=kept)


class Reader(Struct, frozen=True, dict=True):
    """One reader: the guide they go by, what they answered, and the plan that this leads to."""

    guide: Guide
    answers: Answers
    country: str | None = None
    """The code of the country whose help lines they want; None for all."""
    chosen: Chosen | None = None
    """What they chose to start with; None for what the rules say."""
    earlier: Given | None = None
    """What they bring along from the last time."""

    @cached_property
    def plan(self) -> Plan:
        """What all that leads to."""
        return make_plan(self.guide, self.answers, self.country, self.chosen, self.earlier)

    @property
    def to_keep(self) -> Chosen | None:
        """What an answers file may say of it: what they chose, or else what they came back with."""
        return self.chosen or (self.earlier.start if self.earlier else None)

    def starting(self, chosen: Chosen | None) -> "Reader":
        """The same reader once they chose what to start with; None is what the rules say."""
        return replace(self, chosen=chosen)


def make_plan(
    guide: Guide,
    answers: Answers,
    country: str | None = None,
    chosen: Chosen | None = None,
    earlier: Given | None = None,
) -> Plan:
    """What the answers lead to; a question without one counts as skipped.

    `country` is the code of the one whose help lines are shown; None shows all of them. `chosen` is
    what the reader starts with, as long as their plan has it. `earlier` is what they bring along
    from the last time; the guide then is that of whoever comes back.
    """
    interview = replay(guide, answers, missing=SKIP)
    situation = Situation(guide.facts, interview.live)
    off_record = is_off_record(guide, interview.live)
    if interview.ending:
        ending = message(guide, interview.ending, situation, country)
        return Plan(interview.ending.id, off_record, ending=ending)
    shown = notices(guide, interview.live)
    numbers = {step.id: number for number, step in enumerate(guide.steps, start=1)}
    guards = guards_of(guide, situation)
    safe = safe_part(guide, guards)
    fitting = [fitted(guide, numbers[each.id], each, situation, country) for each in safe.steps]
    starts = safe.plan.no_start is None or not situation.holds(safe.plan.no_start)
    last = earlier.start if earlier else None
    start = start_of(safe.plan, fitting, situation, chosen, last) if starts else None
    instead = () if starts else passages(guide, safe.plan.instead, situation, country)
    steps = tuple(each.shown(_cut(each, start) if starts else None) for each in fitting)
    back = earlier if earlier and earlier.answers and not off_record else None
    return Plan(
        outcome=PLAN,
        off_record=off_record,
        guarded=bool(guards),
        notices=tuple(message(guide, notice, situation, country) for notice in shown),
        top=passages(guide, safe.plan.top, situation, country),
        since=_since(guide, answers, back, steps) if back else None,
        start=start,
        instead=instead,
        steps=steps,
        help=passages(guide, safe.plan.help, situation, country),
        foot=passages(guide, safe.plan.foot, situation, country),
    )


def _since(guide: Guide, answers: Answers, earlier: Given, now: tuple[StepShown, ...]) -> Since:
    """What became of the steps, for the same private answers then and now."""
    then = make_plan(guide, then_of(guide, answers, earlier.answers))
    return since(then.steps, now)


def _cut(step: Fitted, start: Start | None) -> Cut:
    """How much of the step is shown, by its part in the plan."""
    if start and step.step.id == start.step:
        return AS_SMALLER if start.is_smaller else AS_START
    return AS_HIGHLIGHT if step.highlighted else AS_OTHER
