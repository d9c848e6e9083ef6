"""What is shown of a plan, and in which order: sections of blocks, for any way of showing them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal

from msgspec import Struct

from distancecli.guide.model import Guide, Step, paragraphs
from distancecli.interview.plan import Passage, Plan, StepShown

BlockKind = Literal["text", "because", "item", "label", "action", "saying", "source"]
SectionKind = Literal["title", "message", "overview", "step", "highlight", "line", "foot"]
LISTS: Final = frozenset({"item", "because", "saying"})
"""The kinds of block that stand in a list."""


class Block(Struct, frozen=True):
    """A paragraph, list item or small heading."""

    kind: BlockKind
    text: str
    mark: str = ""
    """Stands before the text, which hangs behind it."""


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

    def groups(self) -> Iterator[Group]:
        """Which blocks stand together and which apart: the same in every way of showing them."""
        before: BlockKind | None = None
        for kind, blocks in groupby(self.blocks, lambda block: block.kind):
            together = self.kind == "overview" or kind in LISTS
            alike = tuple(blocks)
            for each in [alike] if together else [(block,) for block in alike]:
                yield Group(kind, each, joins=before in (None, "label"))
                before = kind


def outline(guide: Guide, plan: Plan) -> Iterator[Section]:
    """A whole plan, or an ending, from top to foot."""
    if plan.ending:
        yield Section("message", plan.ending.title, tuple(_passages(plan.ending.text)))
        return
    for notice in plan.notices:
        yield Section("message", notice.title, tuple(_passages(notice.text)))
    yield Section("title", guide.plan.title, tuple(_passages(plan.top)))
    yield overview(guide, plan)
    for step in plan.steps:
        yield _step(guide, step)
    yield Section("foot", "", tuple(_passages(plan.foot)))


def foot(*texts: str) -> tuple[Section, ...]:
    """Lines of the program's own below a plan; no section where there are none."""
    blocks = tuple(Block("text", text) for text in texts)
    return (Section("foot", "", blocks),) if blocks else ()


def overview(guide: Guide, plan: Plan) -> Section:
    """All the steps at a glance, each with its mark."""
    lines = tuple(_overview_line(guide, step) for step in plan.steps)
    return Section("overview", guide.labels.overview, lines)


def _overview_line(guide: Guide, step: StepShown) -> Block:
    labels = guide.labels
    status = getattr(labels, step.status)
    mark = labels.mark_highlight if step.highlighted else getattr(labels, f"mark_{step.status}")
    most = f", {labels.helps_most_short}" if step.highlighted else ""
    return Block("text", f"{_heading(guide, step)}: {status}{most}", f"{mark} ")


def _heading(guide: Guide, step: StepShown) -> str:
    return guide.labels.step.format(number=step.number, title=step.title)


def _passages(passages: tuple[Passage, ...]) -> Iterator[Block]:
    for passage in passages:
        yield Block("text", passage.text)
        for line in passage.lines:
            yield Block("item", line)


def _because(guide: Guide, step: StepShown) -> tuple[str, ...]:
    return tuple(guide.labels.because.format(reason=reason) for reason in step.because)


def _step(guide: Guide, step: StepShown) -> Section:
    if step.status != "applies":
        return _line(guide, step)
    kind: SectionKind = "highlight" if step.highlighted else "step"
    return Section(kind, _heading(guide, step), tuple(_step_blocks(guide, step)))


def _line(guide: Guide, step: StepShown) -> Section:
    """A step that does not apply: one line, with its reasons where it has any."""
    status = f"{_heading(guide, step)}: {getattr(guide.labels, step.status)}."
    words = " ".join((status, *_because(guide, step), *step.advice))
    return Section("line", "", (Block("text", words),))


def _step_blocks(guide: Guide, step: StepShown) -> Iterator[Block]:
    labels = guide.labels
    if step.highlighted:
        yield Block("text", labels.helps_most_text)
    for reason in _because(guide, step):
        yield Block("because", reason)
    yield from _passages(step.text)
    for advice in step.advice:
        yield Block("item", advice)
    if step.action:
        yield Block("label", labels.this_week)
        yield Block("action", step.action)
    if step.openers:
        yield Block("label", labels.you_could_say)
        yield from (Block("saying", opener) for opener in step.openers)


def steps_in_full(guide: Guide, numbers: list[int]) -> Iterator[Section]:
    """Those steps with all that they can say, whoever reads them."""
    yield Section("title", guide.title, (Block("text", guide.labels.steps_intro),))
    for number in numbers:
        step = guide.steps[number - 1]
        heading = guide.labels.step.format(number=number, title=step.title)
        yield Section("step", heading, tuple(_full_blocks(guide, step)))


def _full_blocks(guide: Guide, step: Step) -> Iterator[Block]:
    labels = guide.labels
    yield from (Block("text", paragraph.text) for paragraph in paragraphs(step.text))
    for heading, texts in (
        (labels.advice, [advice.text for advice in step.advice]),
        (labels.actions, [action.text for action in step.actions]),
        (labels.openers, [opener.text for opener in step.openers]),
    ):
        if texts:
            yield Block("label", heading)
            yield from (Block("item", text) for text in texts)
    yield Block("source", labels.source.format(source=step.source))
