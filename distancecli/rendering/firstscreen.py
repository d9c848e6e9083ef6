"""The first screen of a plan: where to start, what could help most, the other steps, and help."""

from collections.abc import Iterator

from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan
from distancecli.interview.since import Since
from distancecli.interview.start import Start
from distancecli.interview.step import StepShown
from distancecli.rendering.section import Block, Section, heading_of, passage_blocks
from distancecli.text.wrapping import columns, padded


def first_screen(guide: Guide, plan: Plan) -> Iterator[Section]:
    """Where to start, what could help most, the other steps by their titles, and where help is."""
    yield Section("title", guide.plan.title, tuple(passage_blocks(plan.top)))
    if plan.since:
        yield _since(guide, plan, plan.since)
    if plan.start:
        yield _start(guide, plan, plan.start)
    elif plan.instead:
        small = tuple(Block("action", passage.text) for passage in plan.instead)
        yield Section("start", guide.labels.for_now, small)
    rest = [step for step in plan.steps if not (plan.start and step.number == plan.start.number)]
    if plan.start:
        yield from (_most(guide, step) for step in rest if step.highlighted)
        rest = [step for step in rest if not step.highlighted]
    if rest:
        heading = guide.labels.overview if plan.start else guide.labels.overview_later
        widest = max(columns(_mark(guide, step)) for step in rest)
        lines = tuple(_overview_line(guide, step, widest) for step in rest)
        yield Section("overview", heading, lines)
    if plan.help:
        yield Section("foot", "", tuple(passage_blocks(plan.help)))


def _since(guide: Guide, plan: Plan, since: Since) -> Section:
    """What is new, what is done, and what still fits, or that nothing is new."""
    labels = guide.labels

    def line(label: str, number: int) -> Block:
        return Block("text", label.format(step=heading_of(guide, plan.step(number))), step=number)

    blocks = [line(labels.since_new, number) for number in since.new]
    blocks += [line(labels.since_done, number) for number in since.done]
    if not blocks:
        return Section("since", "", (Block("text", labels.since_nothing),))
    if since.still:
        numbers = ", ".join(map(str, since.still))
        blocks.append(Block("text", labels.since_still.format(numbers=numbers)))
    return Section("since", labels.since, tuple(blocks))


def _start(guide: Guide, plan: Plan, start: Start) -> Section:
    """One action, words for it, one reason, and what is never left out."""
    labels = guide.labels
    blocks = [Block("text", start.say)] if start.say else []
    blocks += _moment(guide, start) if start.moment else [Block("action", start.action)]
    if start.opener:
        blocks.append(Block("text", labels.start_opener.format(opener=start.opener)))
    if not (start.moment or start.repeats):  # whoever chose it knows why
        blocks.append(Block("text", labels.because.format(reason=start.because)))
    blocks += passage_blocks(start.kept)
    if start.highlighted:
        title = plan.step(start.number).title
        blocks.insert(0, Block("text", labels.could_help_most.format(title=title)))
    mark = labels.mark_highlight if start.highlighted else ""
    aside = labels.step_number.format(number=start.number)
    return Section("start", labels.start_here, tuple(blocks), aside, mark, start.number)


def _moment(guide: Guide, start: Start) -> Iterator[Block]:
    labels = guide.labels
    yield Block("action", labels.start_when.format(moment=start.moment))
    yield Block("action", labels.start_then.format(action=start.action))
    yield Block("text", labels.start_say)


def _most(guide: Guide, step: StepShown) -> Section:
    """The highlighted step, where another one is the start: that it is there, and why."""
    labels = guide.labels
    reasons = [labels.because.format(reason=reason) for reason in step.because[:1]]
    return Section(
        "start",
        labels.could_help_most.format(title=step.title),
        tuple(Block("text", reason) for reason in reasons),
        labels.step_number.format(number=step.number),
        labels.mark_highlight,
        step.number,
    )


def _overview_line(guide: Guide, step: StepShown, widest: int) -> Block:
    heading, status = heading_of(guide, step), getattr(guide.labels, step.status)
    if step.status != "applies":
        heading = guide.labels.step_status.format(step=heading, status=status)
    lead = f"  {padded(_mark(guide, step), widest)} "
    return Block("text", heading, lead, step.number, step.highlighted)


def _mark(guide: Guide, step: StepShown) -> str:
    labels = guide.labels
    mark: str = getattr(labels, f"mark_{step.status}")
    return labels.mark_highlight if step.highlighted else mark
