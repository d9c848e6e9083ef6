"""What is found out about the readers of a guide: by entry, by words, and by outcome."""

from distancecli.checking.everyone.interview import Everyone
from distancecli.checking.everyone.logic import FALSE, Statement
from distancecli.checking.everyone.places import Whereabouts
from distancecli.checking.kinds import Audience, Outcome, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import All, Answered, Any, AnyBut, Condition, No
from distancecli.guide.parts import SafeFor, Topics, each_topic
from distancecli.guide.promises import AT_HAND


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
        sure: Statement | None = None,
    ) -> None:
        """Keeps an entry with its words; `sure` says that it stands in the plan itself."""
        self.add_words(text, audience.shown)
        self.add_audience(place, audience, topic, sure)

    def add_words(self, text: ShownText, shown: Statement) -> None:
        """Keeps that words are shown."""
        # Two entries may have the same words, and readers cannot tell which of them they see.
        self.texts[text] = self.logic.any((self.texts.get(text, FALSE), shown))

    def add_audience(
        self, place: Place, audience: Audience, topic: Topics = "", sure: Statement | None = None
    ) -> None:
        """Keeps for whom an entry is, and what it speaks of."""
        self.audiences[place] = audience
        for each in each_topic(topic):
            self.add_outcome("topic", each, audience.shown, sure)
            self.add_outcome(AT_HAND, each, audience.shown)

    def add_outcome(
        self, kind: str, name: str, holds: Statement, sure: Statement | None = None
    ) -> None:
        """Keeps that readers come to something; without `sure` they all do in the plan itself."""
        one = Outcome(kind, name)
        in_plan = holds if sure is None else self.logic.all((holds, sure))
        self.outcomes[one] = self.logic.any((self.outcome(kind, name), in_plan))
        self.at_hand[one] = self.logic.any((self.at_hand.get(one, FALSE), holds))
