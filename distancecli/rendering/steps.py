"""The steps of a guide with all that they can say, as sections for any way of showing them."""

from collections.abc import Iterator

from distancecli.guide.model import Guide, Step, paragraphs
from distancecli.rendering.outline import Block, Section


def steps_outline(guide: Guide, numbers: list[int]) -> Iterator[Section]:
    """Those steps with all that they can say, whoever reads them."""
    yield Section("title", guide.title, (Block("text", guide.labels.steps_intro),))
    for number in numbers:
        step = guide.steps[number - 1]
        heading = guide.labels.step.format(number=number, title=step.title)
        yield Section("step", heading, tuple(_blocks(guide, step)))


def _blocks(guide: Guide, step: Step) -> Iterator[Block]:
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
