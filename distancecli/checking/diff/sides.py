"""The two guides of a difference, and a smallest reader for whom something holds in them."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from distancecli.checking.everyone.interview import Everyone
from distancecli.checking.everyone.logic import FALSE, Statement, holds_in
from distancecli.checking.everyone.plan import Shown
from distancecli.checking.kinds import Outcome, ShownText
from distancecli.checking.proofs import Proofs
from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide


class Change(Struct, frozen=True):
    """One kind of change, and the answers of a smallest reader for whom it is so, if it has one."""

    words: str
    example: Answers | None = None
    guards: tuple[str, ...] = ()
    """The groups of guarded readers that this one is in."""


class Side(Struct, frozen=True, dict=True):
    """One of the two guides, and what its readers are shown."""

    guide: Guide
    shown: Shown

    def outcome(self, kind: str, name: str) -> Statement:
        """The reader comes to that by this guide."""
        return self.shown.outcome(kind, name)

    def has(self, owner: str) -> bool:
        """Whether the guide has what texts with that owner belong to."""
        known = (Outcome(kind, owner) for kind in ("other", "notice", "ending"))
        return not owner or any(each in self.shown.outcomes for each in known)

    def can_show(self, text: ShownText) -> bool:
        """Whether the text is shown to some reader of this guide, with whatever answers."""
        return self.alone.logic.possible(self.alone.shown.texts[text])

    @cached_property
    def alone(self) -> Proofs:
        """What readers are shown with answers that the other guide need not know."""
        return Proofs(self.guide)

    @property
    def planned(self) -> Statement:
        """The reader gets a plan by this guide."""
        return self.shown.everyone.planned


class Readers:
    """All the readers of one guide, or of two that are answered alike."""

    def __init__(self, *everyones: Everyone):
        self._everyones = everyones
        self._logic = everyones[0].logic
        self.guards: dict[str, Statement] = {}
        """Each group of guarded readers: the reader is in it, by one of the guides at least."""
        for everyone in everyones:
            for name, when in everyone.guide.guarded.items():
                before = self.guards.get(name, FALSE)
                self.guards[name] = self._logic.any((before, everyone.holds(when)))

    def change(self, words: str, *holds: Statement) -> Iterator[Change]:
        """The change, if there is a reader for whom the statements hold; a guarded one, if any.

        What changes for those who are in danger matters most, and is seldom what an author tries.
        """
        guarded = self._logic.any(self.guards.values())
        found = list(self.smallest(words, *holds, guarded))
        yield from found or self.smallest(words, *holds)

    def smallest(self, words: str, *holds: Statement) -> Iterator[Change]:
        """The change with a smallest reader, whoever that is."""
        case = self._logic.smallest_case(self._everyones[-1].all_marks, *holds)
        if case is not None:
            answers: dict[str, frozenset[str]] = {}
            # Either guide may ask what the other does not, so the example has the answers to both.
            for everyone in self._everyones:
                answers |= everyone.answers(case)
            guards = (name for name, group in self.guards.items() if holds_in(case, group))
            yield Change(words, answers, tuple(guards))
