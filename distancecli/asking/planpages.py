"""The pages of a plan: its first screen, a step in full, and what to start with, and when."""

from collections.abc import Iterator

from distancecli.asking.page import MOST_NUMBERED, Act, Choice, Drawn, Hints, Page
from distancecli.asking.pages import choice_page
from distancecli.guide.model import Guide
from distancecli.interview.message import Message, Passage
from distancecli.interview.plan import Plan
from distancecli.interview.start import Start
from distancecli.interview.step import StepShown


def plan_page(
    guide: Guide,
    plan: Plan,
    drawn: Drawn,
    *,
    may_clear: bool,
    said: str = "",
    default: str | None = None,
) -> Page:
    """The first screen of a plan, whose titles are its choices; `said` stands in place of its keys.

    `default` is what is pointed at first, if it is one of them. A step is opened by its own number.
    What else can be done has the numbers after those.
    """
    labels = guide.labels
    steps = {step.number: Choice(step.id, step.title) for step in plan.steps}
    acts = tuple(_acts(guide, plan.off_record, may_clear))
    # A step that is not even named leaves its own number free.
    numbers = steps | dict(enumerate(acts, start=len(guide.steps) + 1))
    last = min(max(numbers), MOST_NUMBERED)
    start = (
        (Choice(Act.START, labels.start_this, keys=labels.keys_start.format(last=last)),)
        if plan.start
        else ()
    )
    titles = {each.key: each for each in steps.values()}
    choices = (*start, *(titles[key] for key in drawn.keys if key in titles), *acts)
    prompt = labels.prompt_plan if start else labels.prompt_choice
    return Page(
        heading=guide.plan.title,
        text=(),
        choices=choices,
        hints=Hints(labels.keys_plan.format(last=last), prompt, labels),
        unhurried=True,
        empty=frozenset({Act.START} if start else ()),
        by_number=numbers,
        hasty=True,
        drawn=drawn,
        said=said,
        default=default if default in drawn.keys else _pointed_at(plan),
    )


def _pointed_at(plan: Plan) -> str | None:
    """Where there is no start: the step that could help most, if there is one."""
    lit = (step.id for step in plan.steps if step.highlighted)
    return None if plan.start else next(lit, None)


def _acts(guide: Guide, off_record: bool, may_clear: bool) -> Iterator[Choice]:
    """What else can be done; off record, nothing is kept, and clearing comes first."""
    labels = guide.labels
    clear = [Choice(Act.CLEAR, labels.menu_clear)] if may_clear else []
    yield from clear if off_record else ()
    yield Choice(Act.CHANGE, labels.menu_change)
    if not off_record:
        yield Choice(Act.COPY, labels.menu_keep)
    yield Choice(Act.FINISH, labels.menu_finish)
    yield from () if off_record else clear


def step_page(guide: Guide, step: StepShown, drawn: Drawn) -> Page:
    """A step in full, to be read from its top, and the way back."""
    labels = guide.labels
    return Page(
        heading=step.title,
        text=(),
        choices=(Choice(Act.LEAVE, labels.reading_back),),
        hints=Hints(labels.keys_reading, labels.prompt_reading, labels),
        empty=frozenset({Act.LEAVE}),
        hasty=True,
        drawn=drawn,
    )


def word_page(guide: Guide, shown: Message, drawn: Drawn) -> Page:
    """A notice that stands before the plan, until it is left."""
    labels = guide.labels
    return Page(
        heading=shown.title,
        text=(),
        choices=(Choice(Act.GO_ON, labels.notice_go_on),),
        hints=Hints(labels.keys_notice, labels.prompt_notice, labels),
        unhurried=True,
        empty=frozenset({Act.GO_ON}),
        hasty=True,
        drawn=drawn,
    )


def start_page(guide: Guide, plan: Plan) -> Page:
    """Which of the small things feels possible: one of each step that applies, or none now."""
    labels = guide.labels
    given = tuple(
        Choice(step.id, step.action, below=_place(guide, plan, step))
        for step in plan.steps
        if step.action
    )
    choices = (*_smaller(guide, plan), *given, Choice(Act.LATER, labels.start_later))
    default = None
    if plan.start:  # what is shown as the start
        default = Act.SMALLER if plan.start.is_smaller else plan.start.step
    return choice_page(guide, labels.start_title, (Passage(labels.start_ask),), choices, default)


def _smaller(guide: Guide, plan: Plan) -> Iterator[Choice]:
    """The smaller part of an action, where the rules say that; the whole of it is offered too."""
    if plan.start and plan.start.smaller:
        number = guide.labels.step_number.format(number=plan.start.number)
        below = f"{number}, {guide.labels.start_smaller}"
        yield Choice(Act.SMALLER, plan.start.smaller, below=below)


def _place(guide: Guide, plan: Plan, step: StepShown) -> str:
    """Where the action comes from, and what speaks for it."""
    labels = guide.labels
    number = labels.step_number.format(number=step.number)
    start = plan.start
    first = start is not None and start.recommended == step.id and not start.smaller
    words = (labels.start_first if first else "", labels.helps_most if step.highlighted else "")
    return ", ".join((number, *filter(None, words)))


def moment_page(guide: Guide, start: Start) -> Page:
    """When the one thing could be done: a moment of its kind, or none."""
    labels = guide.labels
    moments = (Choice(moment.id, moment.text) for moment in start.moments)
    choices = (*moments, Choice(Act.OPEN, labels.moment_open))
    return choice_page(guide, start.action, (Passage(labels.moment_ask),), choices)
