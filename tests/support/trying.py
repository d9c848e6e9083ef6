"""Every reader of a small guide, one by one."""

from collections.abc import Iterator
from itertools import combinations
from types import MappingProxyType

from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.model import Guide, Question
from distancecli.interview.replay import replay


def every_reader(guide: Guide, given: Answers = MappingProxyType({})) -> Iterator[Answers]:
    """Every possible reader of the guide, by their answers to the questions they are asked.

    With `given`, every reader who has given those answers.
    """
    waiting: list[dict[str, Codes]] = [dict(given)]
    while waiting:
        answers = waiting.pop()
        question = replay(guide, answers).next
        if question is None:
            yield answers
        else:
            waiting.extend({**answers, question.id: codes} for codes in every_answer(question))


def every_answer(question: Question) -> Iterator[Codes]:
    """Every answer that the question allows, the skip among them."""
    yield SKIP
    alone = [each.code for each in question.options if each.exclusive or not question.many]
    yield from (frozenset({code}) for code in alone)
    together = [each.code for each in question.options if each.code not in alone]
    for size in range(1, len(together) + 1):
        yield from (frozenset(codes) for codes in combinations(together, size))
