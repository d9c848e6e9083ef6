"""The ways through a guide: the shortest, the longest, and how many ways readers can answer.

Question by question, readers are counted in groups: all those for whom the rules that are still to
come (each `when`, each ending) are left in the same state. So the count is exact, though it never
looks at one reader alone; only a guide whose rules tie very many questions together has too many
groups to count.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from msgspec import Struct

from distancecli.guide.conditions import SKIPPED, All, Answered, Any, Condition, Fact, No
from distancecli.guide.model import Guide, Question

MOST_GROUPS: Final = 5_000

Rule = int
"""What is left of a condition: 1 holds, minus turns it round."""
HOLDS: Final[Rule] = 1

Hits = frozenset[frozenset[str]]
"""Of the sets of codes that rules ask a question for, those that an answer has a code of."""


class Routes(NamedTuple):
    """How many questions readers are asked at the least and at the most, and in how many ways."""

    shortest: int
    longest: int
    ways: int
    """The number of different answers that all readers together can give."""

    def and_also(self, other: "Routes") -> "Routes":
        """Both groups of readers as one."""
        return Routes(
            min(self.shortest, other.shortest),
            max(self.longest, other.longest),
            self.ways + other.ways,
        )

    def asked(self, ways: int) -> "Routes":
        """The group after one more question that can be answered in so many ways."""
        return Routes(self.shortest + 1, self.longest + 1, self.ways * ways)


Groups = dict[tuple[Rule, ...], Routes]
"""Readers by what is left of every rule."""


def routes(guide: Guide) -> Routes | None:
    """The ways through the guide; None where there are too many groups to count them."""
    rules = _Rules(guide)
    whens = [rules.rule(question.when) for question in guide.questions]
    endings = [rules.rule(ending.when) for ending in guide.endings]
    groups: Groups = {(*whens, *endings): Routes(0, 0, 1)}
    ended: list[Routes] = []
    for index, question in enumerate(guide.questions):
        groups = _after(question, groups, rules, len(guide.questions) - index, ended)
        if len(groups) > MOST_GROUPS:
            return None
    first, *others = [*ended, *groups.values()]
    for other in others:
        first = first.and_also(other)
    return first


def _after(
    question: Question, groups: Groups, rules: "_Rules", left: int, ended: list[Routes]
) -> Groups:
    """The groups after the question, the first of `left`; those at an ending go to `ended`."""
    answers = ways_by_hits(question, rules.sets[question.id])
    later: Groups = {}
    for (when, *rest), group in groups.items():
        asked = when == HOLDS
        for hits, ways in answers.items() if asked else [(Hits(), 1)]:
            state = tuple(rules.after(rule, question.id, hits) for rule in rest)
            reached = group.asked(ways) if asked else group
            if HOLDS in state[left - 1 :]:
                ended.append(reached)
            else:
                later[state] = later[state].and_also(reached) if state in later else reached
    return later


def ways_by_hits(question: Question, sets: set[frozenset[str]]) -> Counter[Hits]:
    """In how many ways the question can be answered, by which of the sets the answer hits."""

    def hit(code: str) -> Hits:
        return frozenset(codes for codes in sets if code in codes)

    ways = Counter([hit(SKIPPED)])
    alone = [each.code for each in question.options if each.exclusive or not question.many]
    ways.update(hit(code) for code in alone)
    together = Counter({Hits(): 1})
    for option in question.options:
        if option.code not in alone:
            for hits, count in list(together.items()):
                together[hits | hit(option.code)] += count
    together[Hits()] -= 1  # no mark at all is the skip, counted above
    return +(ways + together)


class _Asks(Struct, frozen=True):
    """Holds where an answer to the question has one of the codes."""

    question: str
    codes: frozenset[str]


class _Together(Struct, frozen=True):
    """Holds where all the rules do."""

    rules: frozenset[Rule]


class _Rules:
    """The rules of a guide by number; alike ones have the same number.

    Only what answers decide part by part is taken out, as `Situation` does it: a rule that holds
    either way but needs an answer still waits for it.
    """

    def __init__(self, guide: Guide):
        self.sets: dict[str, set[frozenset[str]]] = {each.id: set() for each in guide.questions}
        self._guide = guide
        self._made: list[_Asks | _Together] = [_Together(frozenset())] * 2  # numbers start at 2
        self._numbers: dict[_Asks | _Together, Rule] = {}
        self._facts: dict[str, Rule] = {}
        self._later: dict[tuple[Rule, str, Hits], Rule] = {}

    def rule(self, condition: Condition) -> Rule:
        """The condition as a rule."""
        match condition:
            case Answered(question, codes):
                self.sets[question].add(codes)
                return self._number(_Asks(question, codes))
            case Fact(name):
                if name not in self._facts:
                    self._facts[name] = self.rule(self._guide.facts[name])
                return self._facts[name]
            case All(parts):
                return self._all(self.rule(part) for part in parts)
            case Any(parts):
                return -self._all(-self.rule(part) for part in parts)
            case No(parts):
                return self._all(-self.rule(part) for part in parts)
        raise TypeError(f"not a condition: {condition!r}")

    def after(self, rule: Rule, question: str, hits: Hits) -> Rule:
        """What is left of the rule after an answer to the question."""
        if rule < 0:
            return -self.after(-rule, question, hits)
        key = (rule, question, hits)
        if key not in self._later:
            self._later[key] = self._after(self._made[rule], rule, question, hits)
        return self._later[key]

    def _after(self, made: _Asks | _Together, rule: Rule, question: str, hits: Hits) -> Rule:
        if isinstance(made, _Together):
            return self._all(self.after(part, question, hits) for part in made.rules)
        if made.question != question:
            return rule
        return HOLDS if made.codes in hits else -HOLDS

    def _all(self, rules: Iterable[Rule]) -> Rule:
        left = frozenset(rules) - {HOLDS}
        if -HOLDS in left:
            return -HOLDS
        if len(left) < 2:
            return next(iter(left), HOLDS)
        return self._number(_Together(left))

    def _number(self, made: _Asks | _Together) -> Rule:
        if made not in self._numbers:
            self._numbers[made] = len(self._made)
            self._made.append(made)
        return self._numbers[made]
