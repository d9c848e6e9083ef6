"""Every possible reader of a guide at once, as statements: what is asked, answered and reached.

It says of all readers what `interview.replay` does for one: the questions in order, each asked
where its `when` holds; an ending as soon as the answers so far decide it; no live answer to what
is not asked. A case of the statements is one reader; every reader is a case.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct, field

from distancecli.checking.everyone.logic import FALSE, TRUE, Case, Logic, Statement, holds_in
from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.conditions import SKIPPED, All, Answered, Any, Condition, Fact, No
from distancecli.guide.model import Guide, Question
from distancecli.guide.start import START
from distancecli.interview.keptstart import GONE

Marks = dict[str, dict[str, Statement]]
"""For each question and option: the reader marked it."""


class Truth(NamedTuple):
    """Whether a condition holds, and whether it fails; neither where answers do not decide it."""

    holds: Statement
    fails: Statement


class _Reading(Struct):
    """How conditions are read: by which questions that were reached, and the facts known so."""

    reached: Mapping[str, Statement]
    facts: dict[str, Truth] = field(default_factory=dict)


def free_marks(logic: Logic, guide: Guide) -> Marks:
    """Every way to answer the questions of a guide."""
    return {question.id: free_answer(logic, question) for question in guide.questions}


def free_answer(logic: Logic, question: Question) -> dict[str, Statement]:
    """Every way to answer: one mark, or marks that may stand together; none at all is a skip."""
    marks = {option.code: logic.new() for option in question.options}
    for option in question.options:
        if not question.many or option.exclusive:
            for other, mark in marks.items():
                if other != option.code:
                    logic.require(-marks[option.code], -mark)
    return marks


class Everyone:
    """All the readers of a guide who mark what `marks` says.

    A mark on a question that is not asked counts for nothing.
    """

    def __init__(self, logic: Logic, guide: Guide, marks: Marks):
        self.logic = logic
        self.guide = guide
        self.marks = marks
        self._of_return = {question.id for question in guide.questions if question.again}
        self.again = logic.named("again") if self._of_return else FALSE
        """The reader comes back, and is asked how it went."""
        self.last = self._any_last()
        """By step: whoever comes back started with it the last time."""
        self.kept = logic.named("kept")
        """What they started with then is what that step gives them now."""
        self.asked: dict[str, Statement] = {}
        self.ended: dict[str, Statement] = {ending.id: FALSE for ending in guide.endings}
        self._reached: dict[str, Statement] = {}
        self._live: dict[str, dict[str, Statement]] = {}
        self.planned = self._interview()
        """The reader reaches no ending, and so a plan."""
        self._open = _Reading(self._reached)
        self._closed = _Reading(dict.fromkeys(self._reached, TRUE))

    def live(self, question: str, code: str) -> Statement:
        """The code, which may be `skipped`, is among the reader's live answers."""
        return self._live[question].get(code, FALSE)

    def holds(self, condition: Condition) -> Statement:
        """The condition holds for the reader at the end of the questions."""
        return self._truth(condition, self._open).holds

    def holds_closed(self, condition: Condition) -> Statement:
        """It holds, or would if "no" were the answer to all that an ending left unasked."""
        return self._truth(condition, self._closed).holds

    def answers(self, case: Case) -> Answers:
        """The answers of the reader who is that case, without skips.

        Of whoever comes back also that they skip how it went, and the step they started with.
        """
        given: dict[str, frozenset[str]] = {}
        for question, marks in self.marks.items():
            codes = frozenset(code for code, mark in marks.items() if holds_in(case, mark))
            if holds_in(case, self.asked[question]) and (codes or question in self._of_return):
                given[question] = codes or SKIP
        end = "" if holds_in(case, self.kept) else GONE
        back = [id + end for id, last in self.last.items() if holds_in(case, last)]
        return {**given, START: frozenset(back)} if back else given

    @property
    def all_marks(self) -> list[Statement]:
        """Every mark of every question, and what else tells readers apart."""
        marks = [mark for marks in self.marks.values() for mark in marks.values()]
        return [*marks, self.again, *self.last.values(), -self.kept]

    def _any_last(self) -> dict[str, Statement]:
        if not any(rule.last for rule in self.guide.plan.start):
            return {}
        last = {step.id: self.logic.named("last", step.id) for step in self.guide.steps}
        for one, other in combinations(last.values(), 2):
            self.logic.require(-one, -other)
        return {id: self.logic.all((self.again, holds)) for id, holds in last.items()}

    # --- The interview ---------------------------------------------------------------------------

    def _interview(self) -> Statement:
        reached = TRUE
        for question in self.guide.questions:
            # No fact is known from before: each may be decided by one more answer now.
            when = self._truth(question.when, _Reading(self._reached)).holds
            back = self.again if question.again else TRUE
            self._answer(question, reached, self.logic.all((reached, back, when)))
            reached = self._after(reached)
        return reached

    def _answer(self, question: Question, reached: Statement, asked: Statement) -> None:
        marks = self.marks[question.id]
        nothing = -self.logic.any(marks.values())
        given = {**marks, SKIPPED: nothing}
        self._reached[question.id] = reached
        self.asked[question.id] = asked
        self._live[question.id] = {
            code: self.logic.all((asked, mark)) for code, mark in given.items()
        }

    def _after(self, reached: Statement) -> Statement:
        """The questions go on: no ending holds yet by what is answered so far."""
        so_far = _Reading(self._reached)
        for ending in self.guide.endings:
            # Of several that hold, the first one is reached: no later one finds a reader left.
            here = self.logic.all((reached, self._truth(ending.when, so_far).holds))
            self.ended[ending.id] = self.logic.any((self.ended[ending.id], here))
            reached = self.logic.all((reached, -here))
        return reached

    # --- Conditions ------------------------------------------------------------------------------

    def _truth(self, condition: Condition, reading: _Reading) -> Truth:
        """By the questions that were gone through so far."""
        match condition:
            case Answered(question, codes):
                return self._answered(question, codes, reading)
            case Fact(name):
                if name not in reading.facts:
                    reading.facts[name] = self._truth(self.guide.facts[name], reading)
                return reading.facts[name]
            case All(parts):
                return self._all([self._truth(part, reading) for part in parts])
            case Any(parts):
                return _turned(self._all([_turned(self._truth(part, reading)) for part in parts]))
            case No(parts):
                return self._all([_turned(self._truth(part, reading)) for part in parts])
        raise TypeError(f"not a condition: {condition!r}")

    def _answered(self, question: str, codes: frozenset[str], reading: _Reading) -> Truth:
        if question not in self._live:
            return Truth(FALSE, FALSE)
        holds = self.logic.any(self.live(question, code) for code in sorted(codes))
        # Who is not asked has none of the codes; of one whom an ending stopped, nothing is known.
        return Truth(holds, self.logic.all((reading.reached[question], -holds)))

    def _all(self, parts: list[Truth]) -> Truth:
        holds = self.logic.all(part.holds for part in parts)
        return Truth(holds, self.logic.any(part.fails for part in parts))


def _turned(truth: Truth) -> Truth:
    return Truth(truth.fails, truth.holds)
