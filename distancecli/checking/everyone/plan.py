"""What is shown to every possible reader, as statements: what `plan.make_plan` decides for one."""

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from distancecli.checking.everyone.interview import Everyone
from distancecli.checking.everyone.logic import FALSE, TRUE, Statement
from distancecli.checking.everyone.places import Whereabouts
from distancecli.checking.kinds import GUARDED, Audience, Kind, Outcome, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import ALWAYS, All, Answered, Any, AnyBut, Condition, No
from distancecli.guide.model import (
    Advice,
    Reason,
    Saying,
    Status,
    Step,
    StepText,
    Text,
    paragraphs,
)
from distancecli.guide.parts import SafeFor, Topics, each_topic
from distancecli.interview.plan import MOST_ADVICE, MOST_OPENERS, MOST_REASONS

RESULTS: Final = (*get_args(Status), "ending", "notice", "highlight")
"""The kinds of outcome that make a result; the others go with these, or with texts."""


class Shown:
    """What the readers of a guide are shown, entry by entry."""

    def __init__(self, everyone: Everyone):
        self.everyone = everyone
        self.guide = everyone.guide
        self._logic = everyone.logic
        self._places = Whereabouts(everyone.logic, self.guide.support)
        self.audiences: dict[Place, Audience] = {}
        """Of each entry, by its place in the file."""
        self.texts: dict[ShownText, Statement] = {}
        """The reader is shown a text of those words, wherever it stands."""
        self.outcomes: dict[Outcome, Statement] = {}
        self.guards = {name: everyone.holds(when) for name, when in self.guide.guarded.items()}
        self._endings()
        self._notices()
        plan, planned = self.guide.plan, everyone.planned
        self._paragraphs(("plan", "top"), plan.top, planned, Kind.TOP_TEXT, "")
        self._paragraphs(("plan", "foot"), plan.foot, planned, Kind.FOOT_TEXT, "")
        for index, step in enumerate(self.guide.steps):
            self._step(("steps", index), step)
        self.off_record = self._off_record()
        self._add_outcome("files", "never", self.off_record)
        self._add_outcome("files", "allowed", -self.off_record)

    def outcome(self, kind: str, name: str) -> Statement:
        """The reader comes to that; nobody does where the guide has no such outcome."""
        return self.outcomes.get(Outcome(kind, name), FALSE)

    def holds(self, outcome: Condition) -> Statement:
        """The reader's outcome is one of which the `then` of a promise speaks."""
        match outcome:
            case Answered(kind, names):
                return self._logic.any(self.outcome(kind, name) for name in names)
            case AnyBut(kind, but):
                return self._logic.any(
                    holds
                    for (each, name), holds in self.outcomes.items()
                    if each == kind and name not in but
                )
            case All(parts):
                return self._logic.all(self.holds(part) for part in parts)
            case Any(parts):
                return self._logic.any(self.holds(part) for part in parts)
            case No(parts):
                return self._logic.all(-self.holds(part) for part in parts)
        raise TypeError(f"not an outcome: {outcome!r}")

    @property
    def results(self) -> list[Statement]:
        """What makes a result: the ending, or each step's status, the highlights, the notices."""
        return [holds for (kind, _), holds in self.outcomes.items() if kind in RESULTS]

    @property
    def seen(self) -> list[Statement]:
        """All that readers are shown, and so can tell apart."""
        return [*self.texts.values(), *self.results]

    # --- Keeping what was found ------------------------------------------------------------------

    def is_safe(self, marks: SafeFor) -> Statement:
        """The reader is in no group of guarded readers but those that are marked."""
        return self._logic.all(-holds for name, holds in self.guards.items() if name not in marks)

    def _add(self, place: Place, audience: Audience, text: ShownText, topic: Topics = "") -> None:
        self._add_words(text, audience.shown)
        self._add_audience(place, audience, topic)

    def _add_words(self, text: ShownText, shown: Statement) -> None:
        # Two entries may have the same words, and readers cannot tell which of them they see.
        self.texts[text] = self._logic.any((self.texts.get(text, FALSE), shown))

    def _add_audience(self, place: Place, audience: Audience, topic: Topics) -> None:
        self.audiences[place] = audience
        for each in each_topic(topic):
            self._add_outcome("topic", each, audience.shown)

    def _add_outcome(self, kind: str, name: str, holds: Statement) -> None:
        before = self.outcome(kind, name)
        self.outcomes[Outcome(kind, name)] = self._logic.any((before, holds))

    # --- What stands before the steps ------------------------------------------------------------

    def _endings(self) -> None:
        for index, ending in enumerate(self.guide.endings):
            ended = self.everyone.ended[ending.id]
            place: Place = ("endings", index)
            meant = self.everyone.holds(ending.when)
            self.audiences[place] = Audience(ended, meant, meant)
            self._add_outcome("ending", ending.id, ended)
            self._paragraphs((*place, "text"), ending.text, ended, Kind.ENDING_TEXT, ending.id)

    def _notices(self) -> None:
        before: list[Statement] = []
        for index, notice in enumerate(self.guide.notices):
            shown = self._planned(notice.when)
            place: Place = ("notices", index)
            self.audiences[place] = Audience(shown, shown, shown)
            self._add_outcome("notice", notice.id, shown)
            first = self._logic.all((shown, *(-each for each in before)))
            self._add_outcome("first_notice", notice.id, first)
            self._paragraphs((*place, "text"), notice.text, shown, Kind.NOTICE_TEXT, notice.id)
            before.append(shown)

    def _paragraphs(
        self, place: Place, text: Text | StepText, whole: Statement, kind: Kind, owner: str
    ) -> None:
        for index, paragraph in enumerate(paragraphs(text)):
            meant = self._logic.all((whole, self.everyone.holds(paragraph.when)))
            safe = self.is_safe(getattr(paragraph, "safe_for", ())) if kind in GUARDED else TRUE
            shown = self._logic.all((meant, safe))
            what = ShownText(kind, owner, paragraph.text)
            # Readers are compared by their answers, so the words count as shown wherever they are.
            self._add_words(what, shown if self._places.anywhere(paragraph.support) else FALSE)
            # Where none of its lines are known it is left out, and nothing of it is promised.
            here = self._logic.all((shown, self._places.serve(paragraph.support)))
            self._add_audience((*place, index), Audience(here, shown, meant), paragraph.topic)
            for line in paragraph.support:
                served = self._places.serve([line])
                self._add_outcome("lines", line, self._logic.all((here, served)))

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
            self.audiences[(*place, "highlight")] = Audience(lit, lit, lit)
            self._add_outcome("highlight", step.id, lit)
        self._paragraphs((*place, "text"), step.text, applies, Kind.STEP_TEXT, step.id)
        self._advice((*place, "advice"), step, statuses)
        self._sayings((*place, "actions"), step.actions, applies, 1, Kind.ACTION, step.id)
        openers = self._sayings(
            (*place, "openers"), step.openers, applies, MOST_OPENERS, Kind.OPENER, step.id
        )
        self._add_outcome("opener", step.id, self._logic.any(openers))

    def _statuses(self, place: Place, step: Step) -> dict[str, Statement]:
        """Which of the four statuses the step has, with the reasons shown for it."""
        # Those who have none of the statuses so far.
        left = self._logic.all((self.everyone.planned, self.is_safe(step.safe_for)))
        found: dict[str, Statement] = {}
        for status in get_args(Status):
            reasons: tuple[Reason, ...] = getattr(step, status, ())
            fit = [
                self._logic.all((self._planned(each.when), self.is_safe(each.safe_for)))
                for each in reasons
            ]
            has = left if status == "other" else self._logic.all((left, self._logic.any(fit)))
            given = self._logic.among_first(fit, MOST_REASONS)
            for index, (reason, is_given) in enumerate(zip(reasons, given, strict=True)):
                # Fits also readers who have an earlier status: then the order is to blame.
                shown = self._logic.all((left, is_given))
                audience = Audience(shown, fit[index], self._planned(reason.when))
                text = ShownText(Kind.REASON, step.id, reason.because)
                self._add((*place, status, index), audience, text)
            found[status] = has
            self._add_outcome(status, step.id, has)
            left = self._logic.all((left, -has))
        return found

    def _advice(self, place: Place, step: Step, statuses: dict[str, Statement]) -> None:
        meant = [self._meant(advice, statuses) for advice in step.advice]
        fits = [
            self._logic.all((each, self.is_safe(advice.safe_for)))
            for each, advice in zip(meant, step.advice, strict=True)
        ]
        for index, shown in enumerate(self._logic.among_first(fits, MOST_ADVICE)):
            advice = step.advice[index]
            text = ShownText(Kind.ADVICE, step.id, advice.text)
            audience = Audience(shown, fits[index], meant[index])
            self._add((*place, index), audience, text, advice.topic)

    def _meant(self, advice: Advice, statuses: dict[str, Statement]) -> Statement:
        status = self._logic.any(statuses[each] for each in advice.status)
        return self._logic.all((status, self.everyone.holds(advice.when)))

    def _sayings(
        self,
        place: Place,
        sayings: Sequence[Saying],
        base: Statement,
        most: int,
        kind: Kind,
        owner: str,
    ) -> list[Statement]:
        fits = list(self._fitting(sayings, base))
        shown = self._logic.among_first(fits, most)
        for index, saying in enumerate(sayings):
            meant = self._logic.all((base, self.everyone.holds(saying.when or ALWAYS)))
            audience = Audience(shown[index], fits[index], meant)
            text = ShownText(kind, owner, saying.text)
            self._add((*place, index), audience, text, saying.topic)
        return shown

    def _fitting(self, sayings: Sequence[Saying], base: Statement) -> Iterator[Statement]:
        """The reader is one whom the saying fits: by its `when`, or because no other one does.

        Others that are not safe for the reader do not count: they do not stand there for them.
        """
        suited = [
            self._logic.all((self.everyone.holds(each.when or ALWAYS), self.is_safe(each.safe_for)))
            for each in sayings
        ]
        pairs = list(zip(sayings, suited, strict=True))
        none = self._logic.all(-suits for saying, suits in pairs if saying.when is not None)
        for saying, suits in pairs:
            yield self._logic.all((base, suits, none if saying.when is None else TRUE))
