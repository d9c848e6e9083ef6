"""What became of the steps since the last time, for a reader who comes back with their answers.

Both plans are worked out with the private answers of today: an answers file has none, so that every
reader who gave any would else see a difference that none of them made.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from distancecli.guide.answers import Answers
from distancecli.guide.conditions import questions_of
from distancecli.guide.model import Guide
from distancecli.interview.start import Chosen
from distancecli.interview.step import StepShown


class Given(Struct, frozen=True):
    """What an answers file gives: of this run, or of the last time."""

    answers: Answers
    start: Chosen | None = None
    """What they chose to start with."""


class Since(Struct, frozen=True):
    """The steps by their numbers, each as it has been since the last time."""

    new: tuple[int, ...]
    """Those that fit now, and did not before."""
    done: tuple[int, ...]
    """Those that are done now, and were not before."""
    still: tuple[int, ...]
    """Those that fit now as they did before."""


def since(then: Sequence[StepShown], now: Sequence[StepShown]) -> Since:
    """What became of the steps of the plan then, in that of now."""
    before = {step.id: step.status for step in then}

    def of(status: str, was: bool) -> Iterator[int]:
        for step in now:
            if step.status == status and (before.get(step.id) == status) is was:
                yield step.number

    return Since(tuple(of("applies", False)), tuple(of("done", False)), tuple(of("applies", True)))


def telling_questions(guide: Guide) -> frozenset[str]:
    """The private questions, and those that are only asked after some answer to one of them."""
    telling: set[str] = set()
    for question in guide.questions:
        if question.private or questions_of(question.when, guide.facts) & telling:
            telling.add(question.id)
    return frozenset(telling)


def open_part(guide: Guide, answers: Answers) -> Answers:
    """The answers that tell nothing private."""
    telling = telling_questions(guide)
    return {id: codes for id, codes in answers.items() if id not in telling}


def then_of(guide: Guide, now: Answers, then: Answers) -> Answers:
    """The answers of then, with what is private as it is now."""
    telling = telling_questions(guide)
    private = {id: codes for id, codes in now.items() if id in telling}
    return {**open_part(guide, then), **private}
