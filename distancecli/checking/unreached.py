"""What reaches no reader: questions nobody is asked, facts true of nobody, what is never shown."""

from collections.abc import Iterator
from typing import Any, Final

from distancecli.checking.everyone.logic import Statement
from distancecli.checking.kinds import Audience
from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import Condition, Fact, mentions, questions_of
from distancecli.guide.model import Saying
from distancecli.guide.parts import SafeFor
from distancecli.guide.start import Moment

NEVER_SHOWN: Final = "never-shown"

CALLED: Final = {
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
    "foot": "paragraph",
    "instead": "paragraph",
    "help": "paragraph",
    "moments": "moment",
    "smaller": "smaller part",
}
"""What an entry is called, by the field that it stands in."""
UNUSED: Final = {
    "start": "no reader ever starts by this line",
    "no_start": "no reader is ever without a start by this",
    "highlight": "this highlight never holds where the step applies",
}
"""What is said of an entry that is not for reading, by its field."""

RULES: Final = ("highlight", "no_start")
"""The fields that hold a condition and nothing else."""

AHEAD: Final = {
    "endings": "an ending before it always comes first",
    "start": "a line before it fits first, or its step gives them nothing to do",
    "advice": "as many points as are shown always stand before it",
    "actions": "an action before it always fits first",
    "openers": "as many openers as are shown always stand before it",
    "applies": "as many reasons as are shown always stand before it",
    "done": "the step always applies to them, or as many reasons stand before it",
    "not_yet": "the step always applies to them, or is done, or as many reasons stand before it",
}
"""Why an entry is not shown to those whom it is meant for."""


class Unreached:
    """Finds what reaches no reader of the guide that is proved.

    What can never be because of something greater that is told already is left out: the text of
    an ending that is never reached, or a rule about a question that is never asked.
    """

    def __init__(self, proofs: Proofs):
        self.guide = proofs.guide
        self._proofs = proofs
        self._possible = proofs.logic.possible
        self._unasked = proofs.unasked
        self._false = {
            name
            for name in self.guide.facts
            if not self._possible(proofs.everyone.holds(Fact(name)))
        }

    def questions(self) -> Iterator[Fault]:
        """Questions that are asked of no reader."""
        for index, question in enumerate(self.guide.questions):
            if question.id in self._unasked and not self._names_false(question.when):
                said = f'no reader is ever asked "{question.id}"; change its `when` or take it out'
                yield self._proofs.fault(("questions", index, "when"), said, "never-asked")

    def facts(self) -> Iterator[Fault]:
        """Facts that are true of no reader."""
        for name, condition in self.guide.facts.items():
            if name in self._false and not self._is_told(condition):
                said = f'the fact "{name}" is true of no reader; change it or take it out'
                yield self._proofs.fault(("facts", name), said, "never-true")

    def entries(self) -> Iterator[Fault]:
        """Endings, notices, reasons, paragraphs, points, actions and openers that nobody sees."""
        told: list[Place] = []
        for place, audience in self._proofs.shown.audiences.items():
            # What stands in an entry that nobody sees is seen by nobody either; one line is enough.
            inside = any(place[: len(outer)] == outer for outer in told)
            if inside or self._possible(audience.shown):
                continue
            if self._is_told(self._rule_of(place)):
                told.append(place)
            elif place[-1] == "smaller" and self._told_of_parts(told):
                continue
            elif step := self._never_applies(place):
                told.append(step)
                yield self._proofs.fault((*step, "applies"), self._why_no_step(step), NEVER_SHOWN)
            else:
                told.append(place)
                yield self._proofs.fault(place, self._why(place, audience), NEVER_SHOWN)

    def _told_of_parts(self, told: list[Place]) -> bool:
        """Whether nobody is led to any smaller part, since a line of `start` is wrong."""
        parts = [
            audience.shown
            for place, audience in self._proofs.shown.audiences.items()
            if place[-1] == "smaller"
        ]
        return any(each[-1] == "smaller" for each in told) and not any(map(self._possible, parts))

    def marks(self) -> Iterator[Fault]:
        """Marks by which no guarded reader is reached of whom the entry's own rule speaks."""
        for place, audience in self._proofs.shown.audiences.items():
            if self._possible(audience.shown):
                yield from self._needless_marks(place, audience.meant)
        for index, step in enumerate(self.guide.steps):
            if self._possible(self._proofs.shown.outcome("applies", step.id)):
                yield from self._needless_marks(("steps", index), self._proofs.everyone.planned)

    def _needless_marks(self, place: Place, meant: Statement) -> Iterator[Fault]:
        for name in getattr(entry_at(self.guide, place), "safe_for", ()):
            if not self._possible(meant, self._proofs.shown.guards[name]):
                said = f'the mark "{name}" reaches no reader of whom this speaks; take it out'
                yield self._proofs.fault((*place, "safe_for"), said, "needless-mark")

    def _is_told(self, rule: Condition | None) -> bool:
        """Whether a rule that holds for nobody speaks of something of which that is told."""
        if rule is None:
            return False
        unasked = questions_of(rule, self.guide.facts) & self._unasked
        return bool(unasked) or self._names_false(rule)

    def _names_false(self, rule: Condition) -> bool:
        return any(isinstance(each, Fact) and each.name in self._false for each in mentions(rule))

    def _rule_of(self, place: Place) -> Condition | None:
        entry = entry_at(self.guide, place)
        rule: Condition | None = entry if place[-1] in RULES else getattr(entry, "when", None)
        return rule

    def _never_applies(self, place: Place) -> Place | None:
        """The step that the place is in, if it applies to no reader."""
        if place[0] != "steps":
            return None
        step = self.guide.steps[int(place[1])]
        possible = self._possible(self._proofs.shown.outcome("applies", step.id))
        return None if possible else place[:2]

    def _why(self, place: Place, audience: Audience) -> str:
        field = next(part for part in reversed(place) if isinstance(part, str))
        said = UNUSED.get(field) or f"no reader is ever shown this {CALLED[field]}"
        entry = entry_at(self.guide, place)
        if groups := self._kept_from(getattr(entry, "safe_for", ()), audience.meant):
            return f"{said}: {_unmarked(groups)}"
        if getattr(entry, "last", None) and not any(each.again for each in self.guide.questions):
            return f"{said}: it is for whoever comes back; mark a question for them `again: true`"
        if self._possible(audience.fits):
            return f"{said}: {_kept_back(field)}"
        if field == "smaller":
            return f"{said}; have a rule of `start` with `last: smaller` for them, or take it out"
        if isinstance(entry, Moment):
            # It has to be one for a kind of action that its readers can be given.
            return f"{said}; change its `when` or its `together`, or take it out"
        if isinstance(entry, Saying) and entry.when is None:
            return f"{said}: one with a `when` fits every reader; take it out"
        return f"{said}; change its `when` or take it out"

    def _why_no_step(self, place: Place) -> str:
        step = self.guide.steps[int(place[1])]
        meant = [
            self._proofs.shown.audiences[(*place, "applies", number)].meant
            for number in range(len(step.applies))
        ]
        anyone = self._proofs.logic.any(meant)
        if groups := self._kept_from(step.safe_for, anyone):
            return f"this step never applies to any reader: {_unmarked(groups)}"
        return "this step never applies to any reader; change its reasons or take it out"

    def _kept_from(self, marks: SafeFor, meant: Statement) -> list[str]:
        """The groups that lack a mark, where they are all whom the entry is meant for."""
        if self._possible(meant, self._proofs.shown.is_safe(marks)):
            return []
        lacking = {
            name: holds
            for name, holds in self._proofs.shown.guards.items()
            if name not in marks and self._possible(meant, holds)
        }
        # One mark is enough where all of them are in that group, whatever else some are in.
        every = [name for name, holds in lacking.items() if not self._possible(meant, -holds)]
        return every or list(lacking)


def _kept_back(field: str) -> str:
    """What keeps an entry from those whom its own rule fits: the order, or no help line for it."""
    if field not in AHEAD:
        return "no help line is of the kinds of its `support`; add one, or take it out"
    mend = "change its `when`" if field in ("done", "not_yet") else "move it up"
    return f"{AHEAD[field]}; {mend}, or narrow what comes before"


def _unmarked(groups: list[str]) -> str:
    return (
        f"all whom it is for are guarded; mark it `safe_for: [{', '.join(groups)}]`, "
        "if it is safe for them, or take it out"
    )


def entry_at(value: Any, place: Place) -> Any:
    """What stands in a guide, or in a part of one, at that place."""
    for part in place:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value
