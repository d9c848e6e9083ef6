"""What is shown of a plan, and in which order: sections of blocks, for any way of showing them."""

from collections.abc import Iterator

from msgspec.structs import replace

from distancecli.guide.model import Guide
from distancecli.interview.message import Message
from distancecli.interview.plan import Plan
from distancecli.interview.step import Said, StepShown
from distancecli.rendering.firstscreen import first_screen
from distancecli.rendering.section import (
    Block,
    Section,
    SectionKind,
    heading_of,
    passage_blocks,
)


def outline(guide: Guide, plan: Plan) -> Iterator[Section]:
    """A whole plan, or an ending, from top to foot."""
    if plan.ending:
        yield message_section(plan.ending)
        return
    yield from map(message_section, plan.notices)
    yield from first_screen(guide, plan)
    yield from below_first(guide, plan)


def below_first(guide: Guide, plan: Plan) -> Iterator[Section]:
    """What stands below the first screen: what is shown of the steps, and the foot."""
    yield from in_short(guide, plan)
    # Whoever is guarded is not sent to where all of a step stands, also what is not for them.
    more = () if plan.guarded else (Block("text", guide.labels.more_of_steps),)
    if blocks := (*more, *passage_blocks(plan.foot)):
        yield Section("foot", "", blocks)


def in_short(guide: Guide, plan: Plan) -> Iterator[Section]:
    """What is shown of the steps: of the one to start with, of the highlighted one, of the rest."""

    def place(step: StepShown) -> tuple[bool, bool]:
        is_start = plan.start is not None and step.number == plan.start.number
        return not is_start, not step.highlighted

    for step in sorted(plan.steps, key=place):
        if step.shown != Said():
            yield _step(guide, step, step.shown)


def in_full(guide: Guide, plan: Plan, step: StepShown) -> Section:
    """All that a step of the plan says to its reader; of one that does not apply, its status."""
    section = _step(guide, step, step)
    if step.status == "applies":
        return section
    labels = guide.labels
    status = Block("text", labels.step_is.format(status=getattr(labels, step.status)))
    elsewhere = Block("text", labels.step_elsewhere.format(number=step.number))
    # All that a step can say is also what is not for whoever is guarded.
    last = () if plan.guarded else (elsewhere,)
    return replace(section, blocks=(status, *section.blocks, *last))


def message_section(message: Message) -> Section:
    """An ending or a notice."""
    return Section("message", message.title, tuple(passage_blocks(message.text)))


def _step(guide: Guide, step: StepShown, said: Said) -> Section:
    kind: SectionKind = "highlight" if step.highlighted else "step"
    mark = guide.labels.mark_highlight if step.highlighted else ""
    blocks = tuple(_step_blocks(guide, step, said))
    return Section(kind, heading_of(guide, step), blocks, mark=mark, step=step.number)


def _step_blocks(guide: Guide, step: StepShown, said: Said) -> Iterator[Block]:
    labels = guide.labels
    if step.highlighted:
        yield Block("text", labels.helps_most_text)
    for reason in said.because:
        yield Block("because", labels.because.format(reason=reason))
    yield from passage_blocks(said.text)
    for advice in said.advice:
        yield Block("item", advice)
    if said.action:
        yield Block("label", labels.small_step)
        yield Block("action", said.action)
    if said.openers:
        yield Block("label", labels.you_could_say)
        yield from (Block("saying", opener) for opener in said.openers)


def foot(*texts: str) -> tuple[Section, ...]:
    """Lines of the program's own below a plan; no section where there are none."""
    blocks = tuple(Block("text", text) for text in texts)
    return (Section("foot", "", blocks),) if blocks else ()
