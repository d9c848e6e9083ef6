"""From a guide and answers to a plan: statuses, reasons, advice, highlight, notices."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.conditions import Situation
from distancecli.guide.model import (
    BY_REASON,
    Ending,
    Guide,
    Notice,
    Saying,
    Status,
    Step,
    StepText,
    Text,
    paragraphs,
)
from distancecli.interview.guarded import guards_of, safe_part
from distancecli.interview.replay import is_off_record, notices, replay
from distancecli.interview.support import lines_of

MOST_REASONS: Final = 3
MOST_ADVICE: Final = 4
MOST_OPENERS: Final = 2
PLAN: Final = "plan"
"""The outcome of a reader who reaches no ending."""


class Passage(Struct, frozen=True):
    """A paragraph as shown, and the help lines listed below it."""

    text: str
    lines: tuple[str, ...] = ()


class Message(Struct, frozen=True):
    """An ending or a notice as shown."""

    id: str
    title: str
    text: tuple[Passage, ...]
    screen_only: bool = False


class StepShown(Struct, frozen=True):
    """A step as it is shown to one reader; only one that applies has advice to act on."""

    number: int
    id: str
    title: str
    status: Status
    highlighted: bool
    because: tuple[str, ...]
    text: tuple[Passage, ...]
    advice: tuple[str, ...]
    action: str | None
    openers: tuple[str, ...]


class Plan(Struct, frozen=True):
    """What one reader is shown: an ending, or notices and all the steps of the guide."""

    outcome: str
    """`PLAN`, or the ending's id."""
    off_record: bool
    notices: tuple[Message, ...] = ()
    top: tuple[Passage, ...] = ()
    steps: tuple[StepShown, ...] = ()
    foot: tuple[Passage, ...] = ()
    ending: Message | None = None

    def for_file(self) -> "Plan":
        """The same without the notices that are for the screen alone."""
        kept = tuple(notice for notice in self.notices if not notice.screen_only)
        return replace(self, notices=kept)


class Reader(Struct, frozen=True):
    """One reader: the guide they go by, what they answered, and the plan that this leads to."""

    guide: Guide
    answers: Answers
    plan: Plan


def reader_of(guide: Guide, answers: Answers, country: str | None = None) -> Reader:
    """The reader who gave those answers; `country` is the one whose help lines they want."""
    return Reader(guide, answers, make_plan(guide, answers, country))


def make_plan(guide: Guide, answers: Answers, country: str | None = None) -> Plan:
    """What the answers lead to; a question without one counts as skipped.

    `country` is the code of the one whose help lines are shown; None shows all of them.
    """
    interview = replay(guide, answers, missing=SKIP)
    situation = Situation(guide.facts, interview.live)
    off_record = is_off_record(guide, interview.live)
    if interview.ending:
        ending = message(guide, interview.ending, situation, country)
        return Plan(interview.ending.id, off_record, ending=ending)
    shown = notices(guide, interview.live)
    numbers = {step.id: number for number, step in enumerate(guide.steps, start=1)}
    safe = safe_part(guide, guards_of(guide, situation))
    return Plan(
        outcome=PLAN,
        off_record=off_record,
        notices=tuple(message(guide, notice, situation, country) for notice in shown),
        top=passages(guide, safe.plan.top, situation, country),
        steps=tuple(
            _shown(guide, numbers[step.id], step, situation, country) for step in safe.steps
        ),
        foot=passages(guide, safe.plan.foot, situation, country),
    )


def message(
    guide: Guide, source: Ending | Notice, situation: Situation, country: str | None
) -> Message:
    """The ending or notice as the reader is shown it."""
    text = passages(guide, source.text, situation, country)
    screen_only = isinstance(source, Notice) and source.screen_only
    return Message(source.id, source.title, text, screen_only)


def passages(
    guide: Guide, text: Text | StepText, situation: Situation, country: str | None
) -> tuple[Passage, ...]:
    """The paragraphs that are for this reader, with their help lines.

    One that names lines where none are known is left out, whole: it would promise and fail.
    """
    shown = []
    for paragraph in paragraphs(text):
        if situation.holds(paragraph.when):
            lines = lines_of(guide.support, paragraph.support, country)
            if lines or not paragraph.support:
                shown.append(Passage(paragraph.text, lines))
    return tuple(shown)


def _shown(
    guide: Guide, number: int, step: Step, situation: Situation, country: str | None
) -> StepShown:
    status, because = _status(step, situation)
    applies = status == "applies"
    highlighted = applies and step.highlight is not None and situation.holds(step.highlight)
    return StepShown(
        number=number,
        id=step.id,
        title=step.title,
        status=status,
        highlighted=bool(highlighted),
        because=because,
        text=passages(guide, step.text, situation, country),
        advice=_advice(step, status, situation),
        action=next(iter(_fitting(step.actions, situation)), None) if applies else None,
        openers=_fitting(step.openers, situation)[:MOST_OPENERS] if applies else (),
    )


def _status(step: Step, situation: Situation) -> tuple[Status, tuple[str, ...]]:
    """The first status that has a reason to hold, and the first of its reasons."""
    for status in BY_REASON:
        reasons = getattr(step, status)
        if because := tuple(each.because for each in reasons if situation.holds(each.when)):
            return status, because[:MOST_REASONS]
    return "other", ()


def _advice(step: Step, status: Status, situation: Situation) -> tuple[str, ...]:
    fitting = (
        advice.text
        for advice in step.advice
        if status in advice.status and situation.holds(advice.when)
    )
    return tuple(fitting)[:MOST_ADVICE]


def _fitting(sayings: tuple[Saying, ...], situation: Situation) -> tuple[str, ...]:
    """The sayings whose condition holds; where none does, those that have no condition."""
    special = tuple(each.text for each in sayings if each.when and situation.holds(each.when))
    return special or tuple(each.text for each in sayings if not each.when)
