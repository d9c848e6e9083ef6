"""What readers get by what only the new guide has: an answer, or a step."""

from collections.abc import Iterator

from msgspec.structs import replace

from distancecli.checking.answers import AnotherAnswer
from distancecli.checking.diff.sides import Change, Readers, Side
from distancecli.checking.examples import outcome_in_words, outcome_of, plan_for
from distancecli.checking.proofs import Proofs
from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide, Option, Question


def newcomers(old: Guide, new: Side) -> Iterator[Change]:
    """The answers and steps that the old guide has not, and what the new one makes of them."""
    for question, option in _new_answers(old, new.guide):
        yield from _NewAnswer(new.alone, question, option).changes()
    known = {step.id for step in old.steps}
    for step in new.guide.steps:
        if step.id not in known:
            yield from _new_step(new.alone, step.id)


def _new_answers(old: Guide, new: Guide) -> Iterator[tuple[Question, Option]]:
    """Those to questions that both have; a new question is told as a whole."""
    before = {question.id: question for question in old.questions}
    for question in new.questions:
        for option in question.options if question.id in before else ():
            if not before[question.id].option(option.code):
                yield question, option


class _NewAnswer:
    """An answer, and the readers who give just that one to its question."""

    def __init__(self, proofs: Proofs, question: Question, option: Option):
        self._proofs = proofs
        self._question = question
        self._option = option
        self._another = AnotherAnswer(proofs, question)
        self._alone = (proofs.everyone.asked[question.id], *self._another.just(option))

    def changes(self) -> Iterator[Change]:
        """What the answer leads to; nothing where no reader can give it."""
        itself = " by itself" if self._question.many else ""
        said = f'the new answer "{self._option.code}" of "{self._question.id}"{itself} leads'
        # Not a guarded one first: that would take another answer, which leads elsewhere.
        for change in Readers(self._proofs.everyone).smallest(said, *self._alone):
            yield replace(change, words=said + self._end(change.example or {}))

    def _end(self, example: Answers) -> str:
        if plain := self._another.alike(self._option):
            return f' to the same as "{plain.code}"'
        if self._another.is_alike(self._option, None):
            return " to the same as no answer"
        for ending, reached in self._proofs.everyone.ended.items():
            if not self._proofs.logic.possible(*self._alone, -reached):
                return f' to the ending "{ending}"'
        outcome = outcome_of(plan_for(self._proofs.guide, example))
        return f", for example, to: {outcome_in_words(outcome)}"


def _new_step(proofs: Proofs, id: str) -> Iterator[Change]:
    """For whom the step applies."""
    applies = proofs.shown.outcome("applies", id)
    readers, possible = Readers(proofs.everyone), proofs.logic.possible
    groups = [name for name, group in readers.guards.items() if possible(applies, group)]
    said = f'the new step "{id}" applies to '
    if not possible(applies):
        yield Change(f"{said}no reader")
    elif groups:
        yield from readers.change(f"{said}guarded readers too: {', '.join(groups)}", applies)
    else:
        none = ", and to none who is guarded" if readers.guards else ""
        yield from readers.change(f"{said}some readers{none}", applies)
