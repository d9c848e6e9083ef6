"""What is shown to every possible reader, as statements: what `plan.make_plan` decides for one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from distancecli.checking.everyone.interview import Everyone
from distancecli.checking.everyone.logic import FALSE, TRUE, Statement
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import All, Answered, Any, Condition, No
from distancecli.guide.model import Advice, Reason, Saying, Status, Step, Text
from distancecli.interview.plan import MOST_ADVICE, MOST_OPENERS
from distancecli.interview.support import countries_without


class Audience(NamedTuple):
    """For whom an entry is: the reader is shown it, and the reader is one whom it is meant for.

    What is meant for a reader need not be shown: four points that fit may stand before it.
    """

    shown: Statement
    meant: Statement


class Shown:
    """What the readers of a guide are shown, entry by entry."""

    def __init__(self, everyone: Everyone):
        self.everyone = everyone
        self.guide = everyone.guide
        self._logic = everyone.logic
        self.audiences: dict[Place, Audience] = {}
        """Of each entry, by its place in the file."""
        self.seen: dict[tuple[str, str, str], Statement] = {}
        """What readers can tell apart: the kind of thing, whose it is, and its words."""
        self.outcomes: dict[tuple[str, str], Statement] = {}
        """By the words of a promise: for example ("applies", a step's id)."""
        self._endings()
        self._notices()
        self._text(("plan", "top"), self.guide.plan.top, everyone.planned, ("top", ""))
        for index, step in enumerate(self.guide.steps):
            self._step(("steps", index), step)
        off_record = self._off_record()
        self._note(("off_record", "", ""), off_record)
        self._outcome("files", "never", off_record)
        self._outcome("files", "allowed", -off_record)

    def holds(self, outcome: Condition) -> Statement:
        """The reader's outcome is one of which the `then` of a promise speaks."""
        match outcome:
            case Answered(kind, names):
                return self._logic.any(self.outcomes.get((kind, name), FALSE) for name in names)
            case All(parts):
                return self._logic.all(self.holds(part) for part in parts)
            case Any(parts):
                return self._logic.any(self.holds(part) for part in parts)
            case No(parts):
                return self._logic.all(-self.holds(part) for part in parts)
        raise TypeError(f"not an outcome: {outcome!r}")

    # --- Keeping what was found ------------------------------------------------------------------

    def _note(self, what: tuple[str, str, str], shown: Statement) -> None:
        self.seen[what] = self._logic.any((self.seen.get(what, FALSE), shown))

    def _outcome(self, kind: str, name: str, holds: Statement) -> None:
        before = self.outcomes.get((kind, name), FALSE)
        self.outcomes[kind, name] = self._logic.any((before, holds))

    def _add(
        self, place: Place, audience: Audience, what: tuple[str, str, str], topic: str = ""
    ) -> None:
        self.audiences[place] = audience
        self._note(what, audience.shown)
        if topic:
            self._outcome("topic", topic, audience.shown)

    # --- What stands before the steps ------------------------------------------------------------

    def _endings(self) -> None:
        for index, ending in enumerate(self.guide.endings):
            ended = self.everyone.ended[ending.id]
            place: Place = ("endings", index)
            meant = self.everyone.holds(ending.when)
            self._add(place, Audience(ended, meant), ("ending", ending.id, ""))
            self._outcome("ending", ending.id, ended)
            self._text((*place, "text"), ending.text, ended, ("ending", ending.id))

    def _notices(self) -> None:
        before: list[Statement] = []
        for index, notice in enumerate(self.guide.notices):
            shown = self._planned(notice.when)
            place: Place = ("notices", index)
            self._add(place, Audience(shown, shown), ("notice", notice.id, ""))
            self._outcome("notice", notice.id, shown)
            first = self._logic.all((shown, *(-each for each in before)))
            self._outcome("first_notice", notice.id, first)
            self._text((*place, "text"), notice.text, shown, ("notice", notice.id))
            before.append(shown)

    def _text(self, place: Place, text: Text, whole: Statement, owner: tuple[str, str]) -> None:
        for index, each in enumerate(text):
            inner = (*place, index)
            if isinstance(each, str):
                self._add(inner, Audience(whole, whole), (f"{owner[0]} text", owner[1], each))
            else:
                shown = self._logic.all((whole, self.everyone.holds(each.when)))
                what = (f"{owner[0]} text", owner[1], each.text)
                self._add(inner, Audience(shown, shown), what, each.topic)
                for kind in each.support:
                    self._outcome("lines", kind, self._logic.all((shown, self._served(kind))))

    def _served(self, kind: str) -> Statement:
        """There is such a line for the reader; where a country lacks it, that is left open."""
        return self._logic.new() if countries_without(self.guide.support, kind) else TRUE

    def _planned(self, when: Condition) -> Statement:
        return self._logic.all((self.everyone.planned, self.everyone.holds(when)))

    def _off_record(self) -> Statement:
        return self._logic.any(
            self.everyone.live(question.id, option.code)
            for question in self.guide.questions
            for option in question.options
            if option.off_record
        )

    # --- The steps -------------------------------------------------------------------------------

    def _step(self, place: Place, step: Step) -> None:
        statuses = self._statuses(place, step)
        applies = statuses["applies"]
        if step.highlight is not None:
            lit = self._logic.all((applies, self.everyone.holds(step.highlight)))
            self._add((*place, "highlight"), Audience(lit, lit), ("highlight", step.id, ""))
            self._outcome("highlight", step.id, lit)
        self._text((*place, "text"), step.text, applies, ("step", step.id))
        self._advice((*place, "advice"), step, statuses)
        self._sayings((*place, "actions"), step.actions, applies, 1, ("action", step.id))
        self._openers(place, step, applies)

    def _statuses(self, place: Place, step: Step) -> dict[str, Statement]:
        """Which of the four statuses the step has, with the reasons shown for it."""
        left = self.everyone.planned
        found: dict[str, Statement] = {}
        for status in get_args(Status):
            reasons: tuple[Reason, ...] = getattr(step, status, ())
            hold = [self.everyone.holds(reason.when) for reason in reasons]
            has = left if status == "other" else self._logic.all((left, self._logic.any(hold)))
            for index, (reason, holds) in enumerate(zip(reasons, hold, strict=True)):
                audience = Audience(self._logic.all((left, holds)), self._planned(reason.when))
                self._add((*place, status, index), audience, ("because", step.id, reason.because))
            found[status] = has
            self._note((status, step.id, ""), has)
            self._outcome(status, step.id, has)
            left = self._logic.all((left, -has))
        return found

    def _advice(self, place: Place, step: Step, statuses: dict[str, Statement]) -> None:
        fits = [self._fits(advice, statuses) for advice in step.advice]
        for index, shown in enumerate(self._logic.among_first(fits, MOST_ADVICE)):
            advice = step.advice[index]
            what = ("advice", step.id, advice.text)
            self._add((*place, index), Audience(shown, fits[index]), what, advice.topic)

    def _fits(self, advice: Advice, statuses: dict[str, Statement]) -> Statement:
        status = self._logic.any(statuses[each] for each in advice.status)
        return self._logic.all((status, self.everyone.holds(advice.when)))

    def _openers(self, place: Place, step: Step, applies: Statement) -> None:
        open_to = applies
        if step.openers_unless is not None:
            kept_from = self._logic.all((applies, self.everyone.holds(step.openers_unless)))
            self.audiences[(*place, "openers_unless")] = Audience(kept_from, kept_from)
            open_to = self._logic.all((applies, -kept_from))
        owner = ("opener", step.id)
        shown = self._sayings((*place, "openers"), step.openers, open_to, MOST_OPENERS, owner)
        self._outcome("opener", step.id, self._logic.any(shown))

    def _sayings(
        self,
        place: Place,
        sayings: Sequence[Saying],
        base: Statement,
        most: int,
        owner: tuple[str, str],
    ) -> list[Statement]:
        fits = list(self._fitting(sayings, base))
        shown = self._logic.among_first(fits, most)
        for index, saying in enumerate(sayings):
            audience = Audience(shown[index], fits[index])
            self._add((*place, index), audience, (*owner, saying.text), saying.topic)
        return shown

    def _fitting(self, sayings: Iterable[Saying], base: Statement) -> Iterator[Statement]:
        """The reader is one whom the saying fits: by its `when`, or because no other one does."""
        holds = [None if each.when is None else self.everyone.holds(each.when) for each in sayings]
        none = self._logic.all(-each for each in holds if each is not None)
        for each in holds:
            yield self._logic.all((base, none if each is None else each))
