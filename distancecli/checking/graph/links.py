"""How questions lead to other questions, endings, notices and steps: the lines of a picture.

An answer leads to something where a rule for it names the answer, or where a reader who gives just
that answer gets there, and with another answer to the same question would not.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from distancecli.checking.everyone.interview import Everyone, free_answer, free_marks
from distancecli.checking.everyone.logic import TRUE, Logic, Statement
from distancecli.checking.everyone.plan import Shown
from distancecli.guide.conditions import ALWAYS, SKIPPED, All, Answered, Any, Condition, Fact, No
from distancecli.guide.model import Guide, Question


class Target(NamedTuple):
    """What an answer can lead to: its kind, its number among those of its kind, and its words."""

    kind: Literal["question", "ending", "notice", "step"]
    number: int
    words: str


class Link(NamedTuple):
    """Answers to a question that lead to a target, alone or together with other answers."""

    question: int
    """Its number, from 1."""
    answers: tuple[str, ...]
    """In the reader's words."""
    target: Target
    alone: bool
    """Whether each of them is enough, whatever else the reader answers on the way to a plan."""


class _Goal(NamedTuple):
    """A target and what leads to it."""

    target: Target
    when: Condition
    id: str


def links(guide: Guide) -> list[Link]:
    """Every link of a guide, question by question."""
    return [
        link
        for number, question in enumerate(guide.questions, start=1)
        for link in _Fork(guide, number, question).links()
    ]


def _goals(guide: Guide) -> Iterator[_Goal]:
    for number, question in enumerate(guide.questions, start=1):
        if question.when != ALWAYS:
            target = Target("question", number, question.ask)
            yield _Goal(target, question.when, question.id)
    titles = [ending.title for ending in guide.endings]
    for number, ending in enumerate(guide.endings, start=1):
        alike = f" ({ending.id})" if titles.count(ending.title) > 1 else ""
        target = Target("ending", number, ending.title + alike)
        yield _Goal(target, ending.when, ending.id)
    for number, notice in enumerate(guide.notices, start=1):
        target = Target("notice", number, notice.title)
        yield _Goal(target, notice.when, notice.id)
    for number, step in enumerate(guide.steps, start=1):
        target = Target("step", number, guide.labels.step.format(number=number, title=step.title))
        when = Any(tuple(reason.when for reason in step.applies))
        yield _Goal(target, when, step.id)


class _Fork:
    """A question, readers who answer it one way, and the same readers with another answer to it."""

    def __init__(self, guide: Guide, number: int, question: Question):
        self._guide, self._number, self._question = guide, number, question
        self._logic = Logic()
        marks = free_marks(self._logic, guide)
        # All else is answered alike on both sides, so what differs comes from this question.
        others = {**marks, question.id: free_answer(self._logic, question)}
        self._shown = Shown(Everyone(self._logic, guide, marks))
        self._other = Shown(Everyone(self._logic, guide, others))

    def links(self) -> Iterator[Link]:
        """The links to each goal: those by one answer alone, and the others."""
        words = {option.code: option.label for option in self._question.options}
        words[SKIPPED] = self._guide.labels.skip
        for goal in _goals(self._guide):
            named = _favoured(goal.when, self._guide, self._question.id, True)
            leading = [code for code in words if self._leads(code, goal, code in named)]
            enough = {code: self._suffices(code, goal) for code in leading}
            for alone in (True, False):
                answers = tuple(words[code] for code in leading if enough[code] is alone)
                if answers:
                    yield Link(self._number, answers, goal.target, alone)

    def _leads(self, code: str, goal: _Goal, is_named: bool) -> bool:
        everyone = self._shown.everyone
        given = everyone.live(self._question.id, code)
        reached = _reached(self._shown, goal)
        if is_named:
            return self._logic.possible(given, reached)
        # No rule names it: then it has to be this answer alone that makes the difference.
        marks = everyone.marks[self._question.id].items()
        alone = [-mark for option, mark in marks if option != code]
        asked = self._other.everyone.asked[self._question.id]
        missed = (asked, _eligible(self._other, goal), -_reached(self._other, goal))
        return self._logic.possible(given, *alone, reached, *missed)

    def _suffices(self, code: str, goal: _Goal) -> bool:
        """Whether nobody who gives the answer, and gets on to a plan, misses the goal."""
        given = self._shown.everyone.live(self._question.id, code)
        missed = (_eligible(self._shown, goal), -_reached(self._shown, goal))
        return not self._logic.possible(given, *missed)


def _reached(shown: Shown, goal: _Goal) -> Statement:
    kind = goal.target.kind
    if kind == "question":
        return shown.everyone.asked[goal.id]
    return shown.outcome("applies" if kind == "step" else kind, goal.id)


def _eligible(shown: Shown, goal: _Goal) -> Statement:
    """The readers who could get to the goal at all: for all but endings, those with a plan."""
    return TRUE if goal.target.kind == "ending" else shown.everyone.planned


def _favoured(condition: Condition, guide: Guide, question: str, wanted: bool) -> frozenset[str]:
    """The codes of the question that speak for the condition; against it, if not wanted."""
    match condition:
        case Answered(asked, codes):
            return codes if wanted and asked == question else frozenset()
        case Fact(name):
            return _favoured(guide.facts[name], guide, question, wanted)
        case All(parts) | Any(parts):
            return frozenset().union(*(_favoured(each, guide, question, wanted) for each in parts))
        case No(parts):
            found = (_favoured(each, guide, question, not wanted) for each in parts)
            return frozenset().union(*found)
    raise TypeError(f"not a condition: {condition!r}")
