"""What is shown of a plan, and in which order: sections of blocks, for any way of showing them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from distancecli.guide.model import Guide
from distancecli.interview.message import Message, Passage
from distancecli.interview.plan import Plan
from distancecli.interview.start import Start
from distancecli.interview.step import Said, StepShown
from distancecli.text.wrapping import columns, padded

BlockKind = Literal["text", "because", "item", "label", "action", "saying", "source"]
SectionKind = Literal["title", "message", "start", "overview", "step", "highlight", "foot"]
LISTS: Final = frozenset({"item", "because", "saying"})
"""The kinds of block that stand in a list."""
CLOSE: Final = frozenset({"start", "overview"})
"""The kinds of section in which no blank line stands between blocks."""


class Block(Struct, frozen=True):
    """A paragraph, list item or small heading."""

    kind: BlockKind
    text: str
    mark: str = ""
    """Stands before the text, which hangs behind it; it is never read out."""
    step: int | None = None
    """The number of the step that it names, where it stands for one."""
    highlighted: bool = False
    """It stands for a highlighted step, which its mark shows and a word says."""


class Group(Struct, frozen=True):
    """Blocks of one kind that stand together: the entries of a list, or one paragraph."""

    kind: BlockKind
    blocks: tuple[Block, ...]
    joins: bool
    """Stands right below what is before it, without a blank line."""


class Section(Struct, frozen=True):
    """Blocks under a heading; a heading may be empty."""

    kind: SectionKind
    heading: str
    blocks: tuple[Block, ...]
    aside: str = ""
    """Stands at the other end of the heading's line."""
    mark: str = ""
    """Stands before the heading of what is highlighted."""
    step: int | None = None
    """The number of the step that the section is about."""

    def groups(self) -> Iterator[Group]:
        """Which blocks stand together and which apart: the same in every way of showing them."""
        before: BlockKind | None = None
        for kind, blocks in groupby(self.blocks, lambda block: block.kind):
            together = self.kind in CLOSE or kind in LISTS
            alike = tuple(blocks)
            for each in [alike] if together else [(block,) for block in alike]:
                yield Group(kind, each, joins=self.kind in CLOSE or before in (None, "label"))
                before = kind


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
    if blocks := (*more, *_passages(plan.foot)):
        yield Section("foot", "", blocks)


def first_screen(guide: Guide, plan: Plan) -> Iterator[Section]:
    """Where to start, what could help most, the other steps by their titles, and where help is."""
    yield Section("title", guide.plan.title, tuple(_passages(plan.top)))
    if plan.start:
        yield _start(guide, plan, plan.start)
    elif plan.instead:
        yield Section("start", guide.labels.for_now, tuple(_items(plan.instead)))
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
        yield Section("foot", "", tuple(_passages(plan.help)))


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
    return Section("message", message.title, tuple(_passages(message.text)))


def _start(guide: Guide, plan: Plan, start: Start) -> Section:
    """One action, words for it, one reason, and what is never left out."""
    labels = guide.labels
    blocks = [*_moment(guide, start)] if start.moment else [Block("action", start.action)]
    if start.opener:
        blocks.append(Block("text", labels.start_opener.format(opener=start.opener)))
    if not start.moment:  # whoever chose it knows why
        blocks.append(Block("text", labels.because.format(reason=start.because)))
    blocks += _passages(start.kept)
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
    heading, status = _heading(guide, step), getattr(guide.labels, step.status)
    if step.status != "applies":
        heading = guide.labels.step_status.format(step=heading, status=status)
    lead = f"  {padded(_mark(guide, step), widest)} "
    return Block("text", heading, lead, step.number, step.highlighted)


def _mark(guide: Guide, step: StepShown) -> str:
    labels = guide.labels
    mark: str = getattr(labels, f"mark_{step.status}")
    return labels.mark_highlight if step.highlighted else mark


def _heading(guide: Guide, step: StepShown) -> str:
    return guide.labels.step.format(number=step.number, title=step.title)


def _passages(passages: Iterable[Passage]) -> Iterator[Block]:
    for passage in passages:
        yield Block("text", passage.text)
        yield from (Block("item", line) for line in passage.lines)


def _items(passages: Iterable[Passage]) -> Iterator[Block]:
    return (Block("action", passage.text) for passage in passages)


def _step(guide: Guide, step: StepShown, said: Said) -> Section:
    kind: SectionKind = "highlight" if step.highlighted else "step"
    mark = guide.labels.mark_highlight if step.highlighted else ""
    blocks = tuple(_step_blocks(guide, step, said))
    return Section(kind, _heading(guide, step), blocks, mark=mark, step=step.number)


def _step_blocks(guide: Guide, step: StepShown, said: Said) -> Iterator[Block]:
    labels = guide.labels
    if step.highlighted:
        yield Block("text", labels.helps_most_text)
    for reason in said.because:
        yield Block("because", labels.because.format(reason=reason))
    yield from _passages(said.text)
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
