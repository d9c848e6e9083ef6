"""What is proved of a guide over every possible reader, and what fails, with a smallest example.

A reader is a combination of answers that the questions allow: one code or several that may stand
together, or a skip, for each question that is asked. There are far too many to try one by one.
So the guide is written down as statements about one unknown reader (`everyone` and `shown`): which
questions are asked, which ending is reached, what is shown. "No reader is told this" then is the
question whether a case of the statements exists in which it holds, and a SAT solver decides that
exactly: either it gives such a case, which is a reader, or none exists. The statements follow
`interview.replay` and `plan.make_plan` rule by rule, among them that an ending needs only what
is answered so far, and that only the first points that fit are shown; tests compare the verdicts
with trying every reader of small guides. The smallest example is the one with the fewest marks:
the solver is asked for a case with none, then with one, and so on.
"""

from collections.abc import Iterator
from typing import Any, Final, get_args

from distancecli.checking.everyone import Everyone, free_marks, taken_back
from distancecli.checking.findings import Finding
from distancecli.checking.logic import Logic, Statement, holds_in
from distancecli.checking.shown import Entry, Shown
from distancecli.conditions import questions_of
from distancecli.guide import Guide, Option, Saying, Status
from distancecli.plaindata import Place

NEVER_SHOWN: Final = "never-shown"
NO_RESULT: Final = ("topic", "opener", "first_notice", "files")
"""Outcomes that do not make a result of their own."""

NAMES: Final = {
    "endings": "ending",
    "notices": "notice",
    "applies": "reason",
    "done": "reason",
    "not_yet": "reason",
    "advice": "point of advice",
    "actions": "action",
    "openers": "opener",
    "text": "paragraph",
    "top": "paragraph",
    "highlight": "highlight",
    "openers_unless": "rule about openers",
}
"""What an entry is called, by the field that it stands in."""

AHEAD: Final = {
    "endings": "an ending before it always comes first",
    "advice": "as many points as are shown always stand before it",
    "actions": "an action before it always fits first",
    "openers": "as many openers as are shown always stand before it",
    "done": "the step always applies to them",
    "not_yet": "the step always applies to them, or is done",
}
"""Why an entry is not shown to those whom it is meant for."""


class Proofs:
    """The proofs of one guide; each gives what it finds."""

    def __init__(self, guide: Guide):
        self.guide = guide
        self.logic = Logic()
        self.marks = free_marks(self.logic, guide)
        self.everyone = Everyone(self.logic, guide, self.marks)
        self.shown = Shown(self.everyone)
        self._unasked = {
            question.id
            for question in guide.questions
            if not self.logic.possible(self.everyone.asked[question.id])
        }

    def _finding(self, place: Place, message: str, code: str, *example: Statement) -> Finding:
        """A finding; with statements, a smallest reader for whom they hold is its example."""
        case = self.logic.smallest_case(self.everyone.all_marks, *example) if example else None
        answers = self.everyone.answers(case) if case is not None else None
        return Finding(place, message, code, example=answers)

    def blank_plans(self) -> Iterator[Finding]:
        """Readers who reach neither an ending nor a plan in which at least one step applies."""
        none = [-self.shown.outcomes["applies", step.id] for step in self.guide.steps]
        blank = (self.everyone.planned, *none)
        if self.logic.possible(*blank):
            said = "a reader can reach a plan in which no step applies; give them a reason for one"
            yield self._finding(("steps",), said, "blank-plan", *blank)

    def blank_pages(self) -> Iterator[Finding]:
        """Endings and notices of which some reader is shown no more than the title."""
        for section in ("endings", "notices"):
            for index, page in enumerate(getattr(self.guide, section)):
                place: Place = (section, index)
                texts = [
                    self.shown.entries[(*place, "text", number)].shown
                    for number in range(len(page.text))
                ]
                blank = (self.shown.entries[place].shown, *(-text for text in texts))
                if self.logic.possible(*blank):
                    said = f'a reader of "{page.id}" is shown its title and nothing else'
                    yield self._finding((*place, "text"), said, "blank-page", *blank)

    def missing_actions(self) -> Iterator[Finding]:
        """Steps that apply to some reader and give them nothing to do this week."""
        for index, step in enumerate(self.guide.steps):
            place: Place = ("steps", index, "actions")
            actions = range(len(step.actions))
            none = [-self.shown.entries[(*place, number)].shown for number in actions]
            idle = (self.shown.outcomes["applies", step.id], *none)
            if self.logic.possible(*idle):
                said = (
                    f'"{step.id}" can apply to a reader and give them nothing to do this week; '
                    "add an action without `when`"
                )
                yield self._finding(place, said, "no-action", *idle)

    def unasked_questions(self) -> Iterator[Finding]:
        """Questions that are asked of no reader."""
        for index, question in enumerate(self.guide.questions):
            if question.id in self._unasked:
                said = f'no reader is ever asked "{question.id}"; change its `when` or take it out'
                yield self._finding(("questions", index, "when"), said, "never-asked")

    # --- Every entry matters ---------------------------------------------------------------------

    def entries_never_shown(self) -> Iterator[Finding]:
        """Endings, notices, reasons, paragraphs, points, actions and openers that reach no reader.

        What can never be because of something greater that is told already is left out: the text
        of an ending that is never reached, or a rule about a question that is never asked.
        """
        told: list[Place] = []
        for place, entry in self.shown.entries.items():
            inside = any(place[: len(outer)] == outer for outer in told)
            if inside or self.logic.possible(entry.shown):
                continue
            if self._depends_on_unasked(place):
                told.append(place)
            elif step := self._never_applies(place):
                told.append(step)
                said = "this step never applies to any reader; change its reasons or take it out"
                yield self._finding((*step, "applies"), said, NEVER_SHOWN)
            else:
                told.append(place)
                yield self._finding(place, self._why(place, entry), NEVER_SHOWN)

    def _never_applies(self, place: Place) -> Place | None:
        """The step that the place is in, if it applies to no reader."""
        if place[0] != "steps":
            return None
        step = self.guide.steps[int(place[1])]
        possible = self.logic.possible(self.shown.outcomes["applies", step.id])
        return None if possible else place[:2]

    def _depends_on_unasked(self, place: Place) -> bool:
        entry = _at(self.guide, place)
        when = (
            entry if place[-1] in ("highlight", "openers_unless") else getattr(entry, "when", None)
        )
        return bool(when and questions_of(when, self.guide.facts) & self._unasked)

    def _why(self, place: Place, statements: Entry) -> str:
        field = next(part for part in reversed(place) if isinstance(part, str))
        said = f"no reader is ever shown this {NAMES[field]}"
        if field in ("highlight", "openers_unless"):
            said = f"this {NAMES[field]} never holds where the step applies"
        if field in AHEAD and self.logic.possible(statements.meant):
            mend = "change its `when`" if field in get_args(Status) else "move it up"
            return f"{said}: {AHEAD[field]}; {mend}, or narrow what comes before"
        if isinstance(entry := _at(self.guide, place), Saying) and entry.when is None:
            return f"{said}: one with a `when` fits every reader; take it out"
        return f"{said}; change its `when` or take it out"

    # --- Every answer matters --------------------------------------------------------------------

    def answers_without_effect(self, index: int) -> Iterator[Finding]:
        """Options of a question that change nothing for any reader, compared with no mark there."""
        question = self.guide.questions[index]
        if question.id in self._unasked:
            return
        marks, gone = taken_back(self.logic, self.marks, question.id)
        without = Shown(Everyone(self.logic, self.guide, marks))
        other = self.logic.any(
            self.logic.differ(shown, without.seen[what]) for what, shown in self.shown.seen.items()
        )
        for number, option in enumerate(question.options):
            place: Place = ("questions", index, "options", number)
            yield from self._answer_finding(place, option, gone[option.code], other)

    def _answer_finding(
        self, place: Place, option: Option, *change: Statement
    ) -> Iterator[Finding]:
        matters = self.logic.possible(*change)
        if option.informs and not matters:
            said = (
                f'the answer "{option.code}" changes nothing for any reader; '
                "use it in a rule, or mark it `informs: false`"
            )
            yield self._finding(place, said, "no-effect")
        if matters and not option.informs:
            said = (
                f'"{option.code}" is marked `informs: false`, but it changes what is shown; '
                "take the mark away, or the rule"
            )
            yield self._finding((*place, "informs"), said, "has-effect", *change)

    # --- Promises --------------------------------------------------------------------------------

    def broken_promises(self) -> Iterator[Finding]:
        """Promises whose `when` holds for a reader and whose `then` does not."""
        for index, promise in enumerate(self.guide.promises):
            place: Place = ("promises", index)
            when = self.everyone.holds(promise.when)
            broken = (when, -self.shown.holds(promise.then))
            if not self.logic.possible(when):
                said = f'the promise "{promise.name}" speaks of no reader at all; change its `when`'
                yield self._finding((*place, "when"), said, "empty-promise")
            elif self.logic.possible(*broken):
                said = f'the promise "{promise.name}" is broken'
                yield self._finding(place, said, "broken-promise", *broken)

    def results(self, most: int) -> int | None:
        """How many different results readers get; None where there are more than `most`.

        A result is an ending, or the status of each step, the highlights and the notices.
        """
        told = [holds for (kind, _), holds in self.shown.outcomes.items() if kind not in NO_RESULT]
        counting = self.logic.new()
        for count in range(most + 1):
            case = self.logic.case(counting)
            if case is None:
                return count
            other = (-holds if holds_in(case, holds) else holds for holds in told)
            self.logic.require(-counting, *other)
        return None


def _at(value: Any, place: Place) -> Any:
    for part in place:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value
