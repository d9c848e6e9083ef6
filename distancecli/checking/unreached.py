"""What reaches no reader: questions nobody is asked, facts true of nobody, what is never shown."""

from collections.abc import Iterator
from typing import Any, Final, get_args

from distancecli.checking.kinds import Audience
from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import Condition, Fact, mentions, questions_of
from distancecli.guide.model import Saying, Status

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
    "highlight": "highlight",
    "foot": "paragraph",
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
            elif step := self._never_applies(place):
                told.append(step)
                said = "this step never applies to any reader; change its reasons or take it out"
                yield self._proofs.fault((*step, "applies"), said, NEVER_SHOWN)
            else:
                told.append(place)
                yield self._proofs.fault(place, self._why(place, audience), NEVER_SHOWN)

    def _is_told(self, rule: Condition | None) -> bool:
        """Whether a rule that holds for nobody speaks of something of which that is told."""
        if rule is None:
            return False
        unasked = questions_of(rule, self.guide.facts) & self._unasked
        return bool(unasked) or self._names_false(rule)

    def _names_false(self, rule: Condition) -> bool:
        return any(isinstance(each, Fact) and each.name in self._false for each in mentions(rule))

    def _rule_of(self, place: Place) -> Condition | None:
        entry = _at(self.guide, place)
        rule: Condition | None = entry if place[-1] == "highlight" else getattr(entry, "when", None)
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
        said = f"no reader is ever shown this {CALLED[field]}"
        if field == "highlight":
            said = f"this {CALLED[field]} never holds where the step applies"
        # Its own rule holds for someone, so it is the order that keeps it from them.
        if field in AHEAD and self._possible(audience.meant):
            mend = "change its `when`" if field in get_args(Status) else "move it up"
            return f"{said}: {AHEAD[field]}; {mend}, or narrow what comes before"
        if isinstance(entry := _at(self.guide, place), Saying) and entry.when is None:
            return f"{said}: one with a `when` fits every reader; take it out"
        return f"{said}; change its `when` or take it out"


def _at(value: Any, place: Place) -> Any:
    for part in place:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return value
