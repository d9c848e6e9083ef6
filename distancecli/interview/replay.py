"""What to ask next, how much is left, and what counts of the answers given.

Answers are kept as given and read live: after each change what counts is worked out anew, in
question order. An answer to a question that is not asked any more counts for nothing, and is
there again when the question is.
"""

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from distancecli.guide.answers import Answers, Codes
from distancecli.guide.conditions import Situation
from distancecli.guide.model import Ending, Guide, Notice, Question


class Interview(Struct, frozen=True):
    """Where answers have led so far."""

    asked: tuple[Question, ...]
    """The questions asked, in order, with the one that waits for its answer at the end."""
    live: dict[str, Codes]
    """The answers that count; no codes for a question that is not asked."""
    next: Question | None
    """The question that waits for an answer; None at an ending, and when all is answered."""
    ending: Ending | None
    """The ending reached, which stops the questions."""


def replay(guide: Guide, answers: Answers, missing: Codes | None = None) -> Interview:
    """Goes through the questions with the answers, up to an ending or one without an answer.

    With `missing`, a question without an answer gets that one, and the interview goes on.
    """
    asked: list[Question] = []
    live: dict[str, Codes] = {}
    for question in guide.questions:
        if _is_asked(guide, question, live):
            asked.append(question)
            answer = answers.get(question.id, missing)
            if answer is None:
                return Interview(tuple(asked), live, question, None)
            live[question.id] = answer
        else:
            live[question.id] = frozenset()
        # Also where nothing was asked: that a question is left out can decide an ending.
        if ending := _ending(guide, live):
            return Interview(tuple(asked), live, None, ending)
    return Interview(tuple(asked), live, None, None)


def coming_back(guide: Guide) -> Guide:
    """The guide for a reader who comes back: its questions on how it went are asked as any other.

    In the guide itself nobody is asked them.
    """
    return replace(guide, questions=tuple(replace(each, again=False) for each in guide.questions))


def comes_back(guide: Guide, answers: Answers) -> bool:
    """Whether a reader with those answers says how it went, as only one who comes back does."""
    return any(question.again and question.id in answers for question in guide.questions)


def _is_asked(guide: Guide, question: Question, live: dict[str, Codes]) -> bool | None:
    """Whether the question is asked after those answers; None where they do not decide it."""
    return False if question.again else Situation(guide.facts, live).holds(question.when)


def _ending(guide: Guide, live: dict[str, Codes]) -> Ending | None:
    situation = Situation(guide.facts, live)
    return next((ending for ending in guide.endings if situation.holds(ending.when)), None)


def notices(guide: Guide, live: dict[str, Codes]) -> tuple[Notice, ...]:
    """The notices that the live answers call for, in the guide's order."""
    situation = Situation(guide.facts, live)
    return tuple(notice for notice in guide.notices if situation.holds(notice.when))


def at_most_to_go(
    guide: Guide, answers: Answers, question: Question, given: Collection[str] = ()
) -> int:
    """How many questions can follow this one at the most, whatever its answer is.

    `given` are those that came with an answer, and are passed over.
    """
    # This answer and the later ones are open again: any of them may change on the way.
    live = dict(replay(guide, answers).live)
    place = guide.questions.index(question)
    for later in guide.questions[place:]:
        if later.id in given:
            live.setdefault(later.id, answers[later.id])
        else:
            live.pop(later.id, None)
    left = 0
    for later in guide.questions[place + 1 :]:
        if _is_asked(guide, later, live) is False:
            live[later.id] = frozenset()
        elif later.id not in given:
            left += 1  # asked, or not decided; without an answer, what depends on it stays open
    return left


def is_off_record(guide: Guide, live: dict[str, Codes]) -> bool:
    """Whether a live answer is one after which nothing of the run may reach a file."""
    return any(
        option.off_record and option.code in live.get(question.id, frozenset())
        for question in guide.questions
        for option in question.options
    )
