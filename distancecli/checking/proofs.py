"""What is proved of a guide over every possible reader, and what fails, with a smallest example.

A reader is a combination of answers that the questions allow: one code or several that may stand
together, or a skip, for each question that is asked. There are far too many to try one by one.
So the guide is written down as statements about one unknown reader (in `everyone`): which
questions are asked, which ending is reached, what is shown. "No reader is told this" then is the
question whether a case of the statements exists in which it holds, and a SAT solver decides that
exactly: either it gives such a case, which is a reader, or none exists. The statements follow
`interview.replay` and `plan.make_plan` rule by rule, among them that an ending needs only what
is answered so far, and that only the first points that fit are shown; tests compare the verdicts
with trying every reader of small guides. The smallest example is the one with the fewest marks:
the solver is asked for a case with none, then with one, and so on.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from distancecli.checking.everyone.interview import Everyone, free_marks
from distancecli.checking.everyone.logic import Logic, Statement, holds_in
from distancecli.checking.everyone.plan import Shown
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import Answered, Condition, mentions
from distancecli.guide.model import Guide
from distancecli.interview.support import countries_without


class Proofs:
    """The proofs of one guide; each gives what it finds."""

    def __init__(self, guide: Guide):
        self.guide = guide
        self.logic = Logic()
        self.marks = free_marks(self.logic, guide)
        self.everyone = Everyone(self.logic, guide, self.marks)
        self.shown = Shown(self.everyone)
        self.unasked = {
            question.id
            for question in guide.questions
            if not self.logic.possible(self.everyone.asked[question.id])
        }
        """The ids of questions that no reader is asked."""

    def fault(self, place: Place, message: str, code: str, *example: Statement) -> Fault:
        """A fault; with statements, a smallest reader for whom they hold is its example."""
        case = self.logic.smallest_case(self.everyone.all_marks, *example) if example else None
        answers = self.everyone.answers(case) if case is not None else None
        return Fault(place, message, code, example=answers)

    def warning(self, place: Place, message: str, code: str, *example: Statement) -> Fault:
        """The same of what could be better without being wrong."""
        return replace(self.fault(place, message, code, *example), severity="warning")

    def blank_plans(self) -> Iterator[Fault]:
        """Readers who reach neither an ending nor a plan in which at least one step applies."""
        none = [-self.shown.outcome("applies", step.id) for step in self.guide.steps]
        blank = (self.everyone.planned, *none)
        if self.logic.possible(*blank):
            said = "a reader can reach a plan in which no step applies; give them a reason for one"
            yield self.fault(("steps",), said, "blank-plan", *blank)

    def blank_pages(self) -> Iterator[Fault]:
        """Endings and notices of which some reader is shown no more than the title."""
        for section in ("endings", "notices"):
            for index, page in enumerate(getattr(self.guide, section)):
                place: Place = (section, index)
                texts = [
                    self.shown.audiences[(*place, "text", number)].shown
                    for number in range(len(page.text))
                ]
                blank = (self.shown.audiences[place].shown, *(-text for text in texts))
                if self.logic.possible(*blank):
                    said = (
                        f'a reader of "{page.id}" is shown its title and nothing else; add a text'
                    )
                    yield self.fault((*place, "text"), said, "blank-page", *blank)

    def missing_actions(self) -> Iterator[Fault]:
        """Steps that apply to some reader and give them nothing to do this week."""
        for index, step in enumerate(self.guide.steps):
            place: Place = ("steps", index, "actions")
            actions = range(len(step.actions))
            none = [-self.shown.audiences[(*place, number)].shown for number in actions]
            idle = (self.shown.outcome("applies", step.id), *none)
            if self.logic.possible(*idle):
                said = (
                    f'"{step.id}" can apply to a reader and give them nothing to do this week; '
                    "add an action without `when`"
                )
                yield self.fault(place, said, "no-action", *idle)

    # --- Promises --------------------------------------------------------------------------------

    def broken_promises(self) -> Iterator[Fault]:
        """Promises whose `when` holds for a reader and whose `then` does not."""
        for index, promise in enumerate(self.guide.promises):
            place: Place = ("promises", index)
            when = self.everyone.holds(promise.when)
            broken = (when, -self.shown.holds(promise.then))
            # Told first: of nobody everything is true, so that it would pass for kept.
            if not self.logic.possible(when):
                said = f'the promise "{promise.name}" speaks of no reader at all; change its `when`'
                yield self.fault((*place, "when"), said, "empty-promise")
            elif self.logic.possible(*broken):
                lacking = _lacking(self.guide, promise.then)
                said = f'the promise "{promise.name}" is broken{lacking}'
                said += "; change a rule, or the promise"
                yield self.fault(place, said, "broken-promise", *broken)

    def asked(self) -> tuple[int, int]:
        """How many questions readers are asked their first time, at the least and at the most."""
        asked = (self.everyone.asked[each.id] for each in self.guide.questions if not each.again)
        return self.logic.least_and_most(list(asked))

    def results(self, most: int) -> int | None:
        """How many different results readers get; None where there are more than `most`.

        A result is an ending, or the status of each step, the highlights and the notices.
        """
        # The solver forgets no requirement, so these hold only where `counting` is wanted.
        counting = self.logic.new()
        for count in range(most + 1):
            case = self.logic.case(counting)
            if case is None:
                return count
            other = (-holds if holds_in(case, holds) else holds for holds in self.shown.results)
            self.logic.require(-counting, *other)
        return None


def _lacking(guide: Guide, then: Condition) -> str:
    """Which countries have no line of a kind that is promised."""
    named = (each for each in mentions(then) if isinstance(each, Answered))
    kinds = {kind for each in named if each.question == "lines" for kind in each.codes}
    found = [
        f"there is no line of the kind {kind} for {', '.join(codes)}"
        for kind in sorted(kinds)
        if (codes := countries_without(guide.support, kind))
    ]
    return "".join(f": {words}" for words in found)
