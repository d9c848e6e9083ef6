"""How questions lead to other questions, endings, notices and steps: the lines of a picture."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from distancecli.checking.everyone import Everyone, free_marks
from distancecli.checking.logic import TRUE, Logic, Statement
from distancecli.checking.shown import Shown
from distancecli.conditions import ALWAYS, SKIPPED, All, Answered, Any, Condition, Fact, No
from distancecli.guide import Guide, Question

Kind = Literal["question", "ending", "notice", "step"]


class Target(NamedTuple):
    """What an answer can lead to: its kind, its number among those of its kind, and its words."""

    kind: Kind
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
    """A target, what leads to it, and which readers could get there at all."""

    target: Target
    when: Condition
    reached: Statement
    among: Statement


def links(guide: Guide) -> list[Link]:
    """Every link of a guide, question by question."""
    logic = Logic()
    everyone = Everyone(logic, guide, free_marks(logic, guide))
    goals = list(_goals(guide, Shown(everyone)))
    return [
        link
        for number, question in enumerate(guide.questions, start=1)
        for goal in goals
        for link in _links(number, question, goal, everyone)
    ]


def _goals(guide: Guide, shown: Shown) -> Iterator[_Goal]:
    planned = shown.everyone.planned
    for number, question in enumerate(guide.questions, start=1):
        if question.when != ALWAYS:
            target = Target("question", number, question.ask)
            yield _Goal(target, question.when, shown.everyone.asked[question.id], planned)
    titles = [ending.title for ending in guide.endings]
    for number, ending in enumerate(guide.endings, start=1):
        alike = f" ({ending.id})" if titles.count(ending.title) > 1 else ""
        target = Target("ending", number, ending.title + alike)
        yield _Goal(target, ending.when, shown.outcomes["ending", ending.id], TRUE)
    for number, notice in enumerate(guide.notices, start=1):
        target = Target("notice", number, notice.title)
        yield _Goal(target, notice.when, shown.outcomes["notice", notice.id], planned)
    for number, step in enumerate(guide.steps, start=1):
        target = Target("step", number, guide.labels.step.format(number=number, title=step.title))
        when = Any(tuple(reason.when for reason in step.applies))
        yield _Goal(target, when, shown.outcomes["applies", step.id], planned)


def _links(number: int, question: Question, goal: _Goal, everyone: Everyone) -> Iterator[Link]:
    """The links from a question to a goal: those by one answer alone, and the others."""
    words = {option.code: option.label for option in question.options}
    words[SKIPPED] = everyone.guide.labels.skip
    speaking = _favoured(goal.when, everyone.guide, question.id, True)
    by_kind: dict[bool, list[str]] = {True: [], False: []}
    for code in words:
        given = everyone.live(question.id, code)
        if code in speaking and everyone.logic.possible(given, goal.reached):
            alone = not everyone.logic.possible(given, goal.among, -goal.reached)
            by_kind[alone].append(words[code])
    for alone, answers in by_kind.items():
        if answers:
            yield Link(number, tuple(answers), goal.target, alone)


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
