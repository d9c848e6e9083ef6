"""What is found out about the readers of a guide: by entry, by words, and by outcome."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from distancecli.checking.everyone.interview import Everyone
from distancecli.checking.everyone.logic import FALSE, Statement
from distancecli.checking.everyone.places import Whereabouts
from distancecli.checking.kinds import Audience, Outcome, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import All, Answered, Any, AnyBut, Condition, No
from distancecli.guide.parts import SafeFor, Topics, each_topic
from distancecli.guide.promises import AT_HAND


class Standing(Struct, frozen=True):
    """Where a text of a step stands in the plan itself; elsewhere it is at hand."""

    anyway: Statement
    """It does, whichever step is the start."""
    step: str
    first: Statement
    """It does, where its step is the start."""


class Record:
    """Statements about the readers of a guide, which grow as it is gone through."""

    def __init__(self, everyone: Everyone):
        self.everyone = everyone
        self.guide = everyone.guide
        self.logic = everyone.logic
        self.places = Whereabouts(everyone.logic, self.guide.support)
        self.audiences: dict[Place, Audience] = {}
        """Of each entry, by its place in the file."""
        self.texts: dict[ShownText, Statement] = {}
        """The reader is shown a text of those words, wherever it stands, be it when they ask."""
        self.outcomes: dict[Outcome, Statement] = {}
        """The reader comes to that in the plan itself, whichever start they choose."""
        self.at_hand: dict[Outcome, Statement] = {}
        """The reader comes to that, be it by asking for all of a step."""
        self._first: defaultdict[str, dict[Outcome, Statement]] = defaultdict(dict)
        """By step: the reader comes to that in the plan itself where they start with the step."""
        self.guards = {name: everyone.holds(when) for name, when in self.guide.guarded.items()}

    def outcome(self, kind: str, name: str) -> Statement:
        """The reader comes to that; nobody does where the guide has no such outcome."""
        return self.outcomes.get(Outcome(kind, name), FALSE)

    def holds(self, then: Condition, denied: bool = False) -> Statement:
        """The reader's outcome is one of which the `then` of a promise speaks.

        What is promised is to stand in the plan itself; what is `denied`, nowhere at all.
        """
        match then:
            case Answered(kind, names):
                known = self.at_hand if denied else self.outcomes
                return self.logic.any(known.get(Outcome(kind, name), FALSE) for name in names)
            case AnyBut(kind, but):
                known = self.at_hand if denied else self.outcomes
                return self.logic.any(
                    holds
                    for (each, name), holds in known.items()
                    if each == kind and name not in but
                )
            case All(parts):
                return self.logic.all(self.holds(part, denied) for part in parts)
            case Any(parts):
                return self.logic.any(self.holds(part, denied) for part in parts)
            case No(parts):
                return self.logic.all(-self.holds(part, not denied) for part in parts)
        raise TypeError(f"not an outcome: {then!r}")

    def is_safe(self, marks: SafeFor) -> Statement:
        """The reader is in no group of guarded readers but those that are marked."""
        return self.logic.all(-holds for name, holds in self.guards.items() if name not in marks)

    def planned(self, when: Condition) -> Statement:
        """The reader gets a plan, and the condition holds for them."""
        return self.logic.all((self.everyone.planned, self.everyone.holds(when)))

    def add(
        self,
        place: Place,
        audience: Audience,
        text: ShownText,
        topic: Topics = "",
        stands: Standing | None = None,
    ) -> None:
        """Keeps an entry with its words; `stands` says where it does in the plan itself."""
        self.add_words(text, audience.shown)
        self.add_audience(place, audience, topic, stands)

    def add_words(self, text: ShownText, shown: Statement) -> None:
        """Keeps that words are shown."""
        # Two entries may have the same words, and readers cannot tell which of them they see.
        self.texts[text] = self.logic.any((self.texts.get(text, FALSE), shown))

    def add_audience(
        self, place: Place, audience: Audience, topic: Topics, stands: Standing | None
    ) -> None:
        """Keeps for whom an entry is, and what it speaks of."""
        self.audiences[place] = audience
        for each in each_topic(topic):
            self.add_outcome("topic", each, audience.shown, stands)
            self.add_outcome(AT_HAND, each, audience.shown)

    def add_outcome(
        self, kind: str, name: str, holds: Statement, stands: Standing | None = None
    ) -> None:
        """Keeps that readers come to something; without `stands` they all do in the plan itself."""
        one = Outcome(kind, name)
        in_plan = self.logic.all((holds, stands.anyway)) if stands else holds
        self.outcomes[one] = self.logic.any((self.outcome(kind, name), in_plan))
        self.at_hand[one] = self.logic.any((self.at_hand.get(one, FALSE), holds))
        if stands:
            first, here = self._first[stands.step], self.logic.all((holds, stands.first))
            first[one] = self.logic.any((first.get(one, FALSE), here))

    def settle(self, able: Mapping[str, Statement]) -> None:
        """Keeps also what stands in the plan under each start by itself, be it in another step.

        `able` says to whom each step gives something to do: any of those can be the start.
        """
        logic = self.logic
        for one in dict.fromkeys(one for first in self._first.values() for one in first):
            each = [
                logic.any((-can, self._first[step].get(one, FALSE))) for step, can in able.items()
            ]
            under_all = logic.all((logic.any(able.values()), *each))
            self.outcomes[one] = logic.any((self.outcomes[one], under_all))
