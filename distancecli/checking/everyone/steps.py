"""What every possible reader is shown of a step, as statements: what `interview.step` decides."""

from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from msgspec import Struct

from distancecli.checking.everyone.logic import FALSE, TRUE, Statement
from distancecli.checking.everyone.paragraphs import Paragraphs
from distancecli.checking.everyone.record import Record, Standing
from distancecli.checking.kinds import Audience, Kind, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import ALWAYS
from distancecli.guide.model import Action, Advice, Reason, Saying, Status, Step
from distancecli.interview.step import (
    AS_HIGHLIGHT,
    AS_START,
    MOST_ADVICE,
    MOST_OPENERS,
    MOST_REASONS,
)


class Able(Struct, frozen=True):
    """To whom a step gives something to do: of any kind, alone, or together."""

    any: Statement
    alone: Statement
    together: Statement
    smaller: Statement
    """Of any kind, with a smaller part of it."""


class StepOfAll:
    """A step, and what of it each reader is shown.

    `starts` says who is given a start at all: in the plans of all others no more than the title of
    a step is shown, and the rest is at hand.
    """

    def __init__(self, record: Record, place: Place, step: Step, starts: Statement):
        self._record = record
        self._logic = record.logic
        self._place = place
        self._step = step
        self._starts = starts
        self._statuses = self._found_statuses()
        self._applies = self._statuses["applies"]
        self._lit = self._highlight()
        self._actions = self._sayings(step.actions, 1)
        self.able = self._able()
        self._parts: dict[bool, list[Statement]] = {False: [], True: []}

    def of_kind(self, together: bool) -> tuple[Statement, ...]:
        """To whom it gives something to do of that kind, be it a smaller part."""
        return (self.able.together if together else self.able.alone, *self._parts[together])

    def add(self, smaller: Statement) -> None:
        """Keeps what is shown; to readers with `smaller`, a smaller part of the action.

        A reader may start with this step, or choose another one, and then see of this one what is
        shown of any, or of one that is highlighted.
        """
        step, record = self._step, self._record
        lit = self._logic.all((self._starts, self._lit))
        for index, action in enumerate(step.actions):
            self._add(("actions", index), self._actions[index], Kind.ACTION, action, self._starts)
            if action.smaller:
                shown = self._logic.all((self._actions[index].shown, smaller))
                self._parts[action.smaller_together].append(shown)
                text = ShownText(Kind.ACTION, step.id, action.smaller)
                place = (*self._place, "actions", index, "smaller")
                record.add(place, Audience(shown, shown, shown), text)
        Paragraphs(record, (*self._place, "text"), step.text, Kind.STEP_TEXT, step.id).add(
            self._applies, self._starts
        )
        self._advice(lit)
        self._openers(lit)

    def _openers(self, lit: Statement) -> None:
        step, logic = self._step, self._logic
        shown = self._sayings(step.openers, MOST_OPENERS)
        said = [each.shown for each in shown]
        leads = logic.among_first(said, AS_HIGHLIGHT.openers.stop)
        for index, opener in enumerate(step.openers):
            anyway = logic.all((lit, leads[index]))
            self._add(("openers", index), shown[index], Kind.OPENER, opener, anyway)
        self._record.add_outcome(
            "opener", step.id, logic.any(said), Standing(lit, step.id, self._starts)
        )

    def _able(self) -> Able:
        pairs = list(zip(self._step.actions, self._actions, strict=True))

        def of(suits: Callable[[Action], object]) -> Statement:
            return self._logic.any(each.shown for action, each in pairs if suits(action))

        return Able(
            any=of(lambda action: True),
            alone=of(lambda action: not action.together),
            together=of(lambda action: action.together),
            smaller=of(lambda action: action.smaller),
        )

    def _add(
        self, place: Place, audience: Audience, kind: Kind, saying: Saying, anyway: Statement
    ) -> None:
        text = ShownText(kind, self._step.id, saying.text)
        stands = Standing(anyway, self._step.id, self._starts)
        self._record.add((*self._place, *place), audience, text, saying.topic, stands)

    def _highlight(self) -> Statement:
        step, record = self._step, self._record
        if step.highlight is None:
            return FALSE
        lit = self._logic.all((self._applies, record.everyone.holds(step.highlight)))
        record.audiences[(*self._place, "highlight")] = Audience(lit, lit, lit)
        record.add_outcome("highlight", step.id, lit)
        return lit

    def _found_statuses(self) -> dict[str, Statement]:
        """Which of the four statuses the step has, with the reasons shown for it."""
        record, step = self._record, self._step
        # Those who have none of the statuses so far.
        left = self._logic.all((record.everyone.planned, record.is_safe(step.safe_for)))
        found: dict[str, Statement] = {}
        for status in get_args(Status):
            reasons: tuple[Reason, ...] = getattr(step, status, ())
            fit = [
                self._logic.all((record.planned(each.when), record.is_safe(each.safe_for)))
                for each in reasons
            ]
            has = left if status == "other" else self._logic.all((left, self._logic.any(fit)))
            self._add_reasons(status, reasons, fit, left)
            found[status] = has
            record.add_outcome(status, step.id, has)
            left = self._logic.all((left, -has))
        return found

    def _add_reasons(
        self, status: str, reasons: Sequence[Reason], fit: Sequence[Statement], left: Statement
    ) -> None:
        given = self._logic.among_first(fit, MOST_REASONS)
        for index, (reason, is_given) in enumerate(zip(reasons, given, strict=True)):
            # Fits also readers who have an earlier status: then the order is to blame.
            shown = self._logic.all((left, is_given))
            audience = Audience(shown, fit[index], self._record.planned(reason.when))
            text = ShownText(Kind.REASON, self._step.id, reason.because)
            self._record.add((*self._place, status, index), audience, text)

    def _advice(self, lit: Statement) -> None:
        logic, record = self._logic, self._record
        advice = self._step.advice
        meant = [self._meant(each) for each in advice]
        fits = [
            logic.all((each, record.is_safe(point.safe_for)))
            for each, point in zip(meant, advice, strict=True)
        ]
        whole, at_start, at_lit = (
            logic.among_first(fits, most)
            for most in (MOST_ADVICE, AS_START.advice, AS_HIGHLIGHT.advice)
        )
        for index, point in enumerate(advice):
            kept = logic.all((self._applies, self._starts)) if point.keep else FALSE
            anyway = logic.any((logic.all((lit, at_lit[index])), kept))
            first = logic.any((logic.all((self._starts, at_start[index])), kept))
            audience = Audience(whole[index], fits[index], meant[index])
            text = ShownText(Kind.ADVICE, self._step.id, point.text)
            place = (*self._place, "advice", index)
            record.add(place, audience, text, point.topic, Standing(anyway, self._step.id, first))

    def _meant(self, advice: Advice) -> Statement:
        status = self._logic.any(self._statuses[each] for each in advice.status)
        return self._logic.all((status, self._record.everyone.holds(advice.when)))

    def _sayings(self, sayings: Sequence[Saying], most: int) -> list[Audience]:
        fits = list(self._fitting(sayings))
        shown = self._logic.among_first(fits, most)
        return [
            Audience(
                shown[index],
                fits[index],
                self._logic.all((self._applies, self._record.everyone.holds(each.when or ALWAYS))),
            )
            for index, each in enumerate(sayings)
        ]

    def _fitting(self, sayings: Sequence[Saying]) -> Iterator[Statement]:
        """The reader is one whom the saying fits: by its `when`, or because no other one does.

        Others that are not safe for the reader do not count: they do not stand there for them.
        """
        record, logic = self._record, self._logic
        suited = [
            logic.all((record.everyone.holds(each.when or ALWAYS), record.is_safe(each.safe_for)))
            for each in sayings
        ]
        pairs = list(zip(sayings, suited, strict=True))
        none = logic.all(-suits for saying, suits in pairs if saying.when is not None)
        for saying, suits in pairs:
            yield logic.all((self._applies, suits, none if saying.when is None else TRUE))
