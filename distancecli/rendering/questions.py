"""The questions of a guide with their codes, as sections for any way of showing them."""

from collections.abc import Iterator

from distancecli.guide.model import Guide, Question
from distancecli.interview.answersfile import codes_of, remarks
from distancecli.rendering.section import Block, Section


def questions_outline(guide: Guide) -> Iterator[Section]:
    """Every question: its name in an answers file, what is to be known of it, and its codes."""
    labels = guide.labels
    yield Section("title", labels.questions_title, (Block("text", labels.questions_intro),))
    for question in guide.questions:
        yield Section("step", question.ask, tuple(_blocks(guide, question)))


def _blocks(guide: Guide, question: Question) -> Iterator[Block]:
    labels = guide.labels
    yield Block("label", labels.question_code.format(id=question.id))
    yield Block("text", remarks(guide, question))
    for code, words in codes_of(guide, question):
        yield Block("item", labels.option_code.format(code=code, label=words))
