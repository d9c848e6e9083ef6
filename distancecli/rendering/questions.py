"""The questions of a guide with their codes, as sections for any way of showing them."""

from collections.abc import Iterator

from distancecli.conditions import ALWAYS, SKIPPED
from distancecli.guide import Guide, Question
from distancecli.rendering.outline import Block, Section


def questions_outline(guide: Guide) -> Iterator[Section]:
    """Every question: its name in an answers file, what is to be known of it, and its codes."""
    labels = guide.labels
    yield Section("title", labels.questions_title, (Block("text", labels.questions_intro),))
    for question in guide.questions:
        yield Section("step", question.ask, tuple(_blocks(guide, question)))


def remarks(guide: Guide, question: Question) -> str:
    """How many answers the question takes, when it is asked, and whether it is private."""
    labels = guide.labels
    said = [labels.takes_many if question.many else labels.takes_one]
    if question.when != ALWAYS:
        said.append(labels.asked_sometimes)
    if question.private:
        said.append(labels.asked_in_private)
    return " ".join(said)


def codes_of(guide: Guide, question: Question) -> list[tuple[str, str]]:
    """Each code that the question takes, and its words."""
    options = [(option.code, option.label) for option in question.options]
    return [*options, (SKIPPED, guide.labels.skip)]


def _blocks(guide: Guide, question: Question) -> Iterator[Block]:
    labels = guide.labels
    yield Block("label", labels.question_code.format(id=question.id))
    yield Block("text", remarks(guide, question))
    for code, words in codes_of(guide, question):
        yield Block("item", labels.option_code.format(code=code, label=words))
