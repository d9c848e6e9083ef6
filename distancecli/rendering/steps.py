"""The steps of a guide with all that they can say, as sections for any way of showing them."""

from collections.abc import Iterator

from distancecli.guide.model import Advice, Guide, Paragraph, Saying, Step, paragraphs
from distancecli.rendering.forwhom import for_whom
from distancecli.rendering.section import Block, BlockKind, Section


def steps_outline(guide: Guide, numbers: list[int]) -> Iterator[Section]:
    """Those steps with all that they can say, whoever reads them, and for whom each of it is."""
    yield Section("title", guide.title, (Block("text", guide.labels.steps_intro),))
    for number in numbers:
        step = guide.steps[number - 1]
        heading = guide.labels.step.format(number=number, title=step.title)
        yield Section("step", heading, tuple(_blocks(guide, step)))


def _blocks(guide: Guide, step: Step) -> Iterator[Block]:
    labels = guide.labels
    yield from (_for(guide, "text", each) for each in paragraphs(step.text))
    for heading, entries in (
        (labels.advice, step.advice),
        (labels.actions, step.actions),
        (labels.openers, step.openers),
    ):
        if entries:
            yield Block("label", heading)
            yield from (_for(guide, "item", each) for each in entries)
    yield Block("source", labels.source.format(source=step.source))


def _for(guide: Guide, kind: BlockKind, entry: Paragraph | Advice | Saying) -> Block:
    """The entry, and below it for whom it is."""
    whom = for_whom(guide, entry.when)
    return Block(kind, f"{entry.text}\n{whom}" if whom else entry.text)
