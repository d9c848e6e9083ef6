"""Whether each answer does something: compared with a skip, and with an answer that stands alone.

An answer of which an author forgot to write a rule leads its readers on as if they had said "None
of these". Where it tells of a danger that does harm, and nothing in the plan shows it. That the
run is off record then is no comfort, so it does not count as something that the answer does.
"""

from collections.abc import Iterator
from typing import Final

from distancecli.checking.everyone.interview import Everyone, free_answer
from distancecli.checking.everyone.logic import Statement
from distancecli.checking.everyone.plan import Shown
from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.model import Guide, Option, Question
from distancecli.text.characters import shortened

AT_A_TIME: Final = 8
"""Questions that share a solver."""
MARK_IT: Final = "mark it `informs: false`"
OFF_RECORD_ONLY: Final = "off-record-only"
LONGEST_LABEL: Final = 60
"""Characters of an answer's words that only say which one is meant."""


class AnotherAnswer:
    """Every reader, and beside each the same reader with another answer to one question.

    Whether a run is off record is no difference here.
    """

    def __init__(self, proofs: Proofs, question: Question):
        self._logic = logic = proofs.logic
        self._question = question
        self._marks = proofs.marks[question.id]
        self._others = free_answer(logic, question)
        marks = {**proofs.marks, question.id: self._others}
        other = Shown(Everyone(logic, proofs.guide, marks))
        self._differ = logic.any(map(logic.differ, proofs.shown.seen, other.seen))

    def matters(self, option: Option) -> bool:
        """Whether somebody is shown something else than they would be without the answer."""
        return self._logic.possible(*self.change(option))

    def adds(self, option: Option) -> bool:
        """The same of those who gave another answer as well."""
        return self._logic.possible(*self.change(option), self._beside(option))

    def alike(self, option: Option) -> Option | None:
        """A plain answer after which everybody is shown what they are after this one alone."""
        plain = _plain(self._question, option)
        return next((each for each in plain if self.is_alike(option, each)), None)

    def is_alike(self, option: Option, other: Option | None) -> bool:
        """Whether everybody is shown the same after just this answer and the other, or a skip."""
        code = other and other.code
        there = [mark if each == code else -mark for each, mark in self._others.items()]
        return not self._logic.possible(*self.just(option), *there, self._differ)

    def just(self, option: Option) -> list[Statement]:
        """The reader gave that answer and no other."""
        return [self._marks[option.code], -self._beside(option)]

    def change(self, option: Option) -> list[Statement]:
        """The reader gave the answer, the other all but that, and they see the difference."""
        same = [
            -self._logic.differ(mark, self._others[code])
            for code, mark in self._marks.items()
            if code != option.code
        ]
        return [self._marks[option.code], -self._others[option.code], *same, self._differ]

    def _beside(self, option: Option) -> Statement:
        others = (mark for code, mark in self._marks.items() if code != option.code)
        return self._logic.any(others)


def _plain(question: Question, option: Option) -> Iterator[Option]:
    """The other answers that say "nothing of that": those that exclude all the others.

    Where only one answer can be given there are none of these. There it is each one that stays on
    record, beside an answer that does not.
    """
    for other in question.options:
        told = option.off_record and not other.off_record
        if other is not option and (other.exclusive if question.many else told):
            yield other


def faults_by_question(guide: Guide) -> Iterator[Iterator[Fault]]:
    """For one question after the other: the answers that do nothing."""
    for index, question in enumerate(guide.questions):
        # Each question leaves a whole guide behind in the solver, which then has more to look at.
        if index % AT_A_TIME == 0:
            proofs = Proofs(guide)
        yield iter(()) if question.id in proofs.unasked else _Answers(proofs, index).faults()


class _Answers:
    """What the answers to one question do."""

    def __init__(self, proofs: Proofs, index: int):
        self._proofs = proofs
        self._index = index
        self._question = proofs.guide.questions[index]
        self._another = AnotherAnswer(proofs, self._question)

    def faults(self) -> Iterator[Fault]:
        """Answers that do nothing, or that are wrongly marked as doing nothing."""
        for number, option in enumerate(self._question.options):
            place: Place = ("questions", self._index, "options", number)
            found = self._of_active if option.informs else self._of_idle
            yield from found(place, option)

    def _of_active(self, place: Place, option: Option) -> Iterator[Fault]:
        """An answer that is to do something."""
        answer = self._named(option)
        if self._another.matters(option):
            # "None of these" may be alike to another one, as long as it tells of no danger.
            innocent = option.exclusive and not option.off_record
            if not innocent and (plain := self._another.alike(option)):
                yield self._proofs.fault(place, self._as_plain(option, plain), "same-effect")
        elif option.off_record:
            said = f"{answer} changes nothing but that the run is off record; use it in a rule"
            yield self._proofs.fault(place, said, OFF_RECORD_ONLY)
        else:
            skip = "" if self._question.many else ": a skip does the same"
            said = f"{answer} changes nothing for any reader{skip}; use it in a rule"
            yield self._proofs.fault(place, f"{said}, or {MARK_IT}", "no-effect")

    def _as_plain(self, option: Option, plain: Option) -> str:
        same = f'does the same as "{plain.code}" ("{shortened(plain.label, LONGEST_LABEL)}")'
        if self._another.adds(option):
            said = f"by itself {self._named(option)} {same}, for every reader"
            return f"{said}; write a rule by which they differ"
        said = f"{self._named(option)} {same}, for every reader; use it in a rule"
        return said if option.off_record else f"{said}, or {MARK_IT}"

    def _of_idle(self, place: Place, option: Option) -> Iterator[Fault]:
        """An answer that is marked as doing nothing."""
        another, marked = self._another, f"{self._named(option)} is marked `informs: false`"
        if another.matters(option) and (another.adds(option) or not another.alike(option)):
            said = f"{marked}, but it changes what is shown; take the mark away, or the rule"
            example = another.change(option)
            yield self._proofs.fault((*place, "informs"), said, "has-effect", *example)
        elif option.off_record:
            said = f"{marked}, and yet the run is off record by it; use it in a rule instead"
            yield self._proofs.fault((*place, "informs"), said, OFF_RECORD_ONLY)

    def _named(self, option: Option) -> str:
        return f'the answer "{option.code}" of "{self._question.id}"'
