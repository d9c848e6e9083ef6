"""The condition grammar of a guide: parse it, then evaluate it against answers.

A condition is one of: a fact's name; ``{question: [codes]}``; ``{all: [...]}``; ``{any: [...]}``;
``{none: [...]}``; ``always``. There is nothing else: no expressions, no templates, no code. Only
promises, which speak of outcomes, also have ``{kind: any}`` and ``{kind: {any_but: [names]}}``.
"""

import typing
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

SKIPPED: Final = "skipped"
"""The code of the answer "I'd rather not say", which every question has."""

SHAPES: Final = (
    "a fact's name, {question: [codes]}, {all: [...]}, {any: [...]}, {none: [...]} or always"
)


class Condition:
    """What the kinds of condition have in common: nothing but being one."""

    __slots__ = ()


class Fact(Condition, Struct, frozen=True):
    """True where the named condition is."""

    name: str


class Answered(Condition, Struct, frozen=True):
    """True where one of the codes is among the live answers to the question."""

    question: str
    codes: frozenset[str]


class All(Condition, Struct, frozen=True):
    """True where every part is; with no parts, always."""

    parts: tuple[Condition, ...]


class Any(Condition, Struct, frozen=True):
    """True where at least one part is."""

    parts: tuple[Condition, ...]


class No(Condition, Struct, frozen=True):
    """True where no part is: the grammar's ``none``."""

    parts: tuple[Condition, ...]


class AnyBut(Condition, Struct, frozen=True):
    """True where there is an outcome of that kind with any name but these; for promises alone."""

    kind: str
    but: frozenset[str] = frozenset()


ALWAYS: Final = All(())
EVERYONE: Final = "always"
"""The word for a rule that is for every reader."""
ANY: Final = "any"
ANY_BUT: Final = "any_but"
GROUPS: Final = {"all": All, "any": Any, "none": No}
MEANT: Final = {
    **{"and": "all", "or": "any"},
    **dict.fromkeys(("not", "no", "unless", "except", "without", "neither", "nor"), "none"),
}
"""What is often written in their place, and so is the name of no question either."""


def parse(data: object) -> Condition:
    """The condition that a guide's plain data stands for.

    Raises:
        ValueError: the data has another shape; the message says which shapes there are.
    """
    match data:
        case str() if data:
            return ALWAYS if data == EVERYONE else Fact(data)
        case dict() if len(data) == 1:
            ((name, values),) = data.items()
            return _parse_entry(name, values)
    from distancecli.guide.meant import misfit  # few conditions are none

    raise ValueError(misfit(data))


def _parse_entry(name: str, values: object) -> Condition:
    if (word := name.casefold()) in MEANT:
        from distancecli.guide.meant import flow  # few know other words

        said = flow(values if isinstance(values, list) and values else [values or None])
        raise ValueError(f'"{name}" is no word of conditions; write {{{MEANT[word]}: {said}}}')
    if group := GROUPS.get(name):
        return group(tuple(parse(value) for value in _listed(name, values)))
    if values == ANY:
        return AnyBut(name)
    if isinstance(values, dict) and values.keys() == {ANY_BUT}:
        return AnyBut(name, _codes(ANY_BUT, values[ANY_BUT], around=name))
    return Answered(name, _codes(name, values))


def _codes(name: str, values: object, around: str = "") -> frozenset[str]:
    codes = _listed(name, values, around)
    if not all(isinstance(code, str) for code in codes):
        raise ValueError(f'"{name}" needs a list of codes')
    return frozenset(codes)


def _listed(name: str, values: object, around: str = "") -> list[typing.Any]:
    if not isinstance(values, list) or not values:
        from distancecli.guide.meant import no_list  # few lists are none

        raise ValueError(no_list(name, values, around))
    return values


def written(condition: Condition) -> str:
    """The condition as a guide has it, on one line; nothing for one that always holds."""
    match condition:
        case Fact(name):
            return name
        case Answered(question, codes):
            return f"{{{question}: [{', '.join(sorted(codes))}]}}"
        case AnyBut(kind, but):
            names = f"{{{ANY_BUT}: [{', '.join(sorted(but))}]}}" if but else ANY
            return f"{{{kind}: {names}}}"
        case All(parts) | Any(parts) | No(parts) if parts:
            group = next(name for name, kind in GROUPS.items() if isinstance(condition, kind))
            return f"{{{group}: [{', '.join(map(written, parts))}]}}"
    return ""


def mentions(condition: Condition) -> Iterator[Fact | Answered]:
    """Each fact and each question that the condition names itself, in order."""
    match condition:
        case Fact() | Answered():
            yield condition
        case All(parts) | Any(parts) | No(parts):
            for part in parts:
                yield from mentions(part)


def questions_of(condition: Condition, facts: Mapping[str, Condition]) -> set[str]:
    """The ids of the questions that the condition depends on, through facts too."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [condition]
    while waiting:
        for mention in mentions(waiting.pop()):
            if isinstance(mention, Answered):
                found.add(mention.question)
            elif mention.name not in seen:
                seen.add(mention.name)
                waiting.append(facts[mention.name])
    return found


class Situation:
    """What is known of a reader so far: live answers, and the facts that follow from them.

    ``answers`` has the codes by question id. A question that is not there is not answered yet, so
    what depends on it is not decided; one that is not asked is there with no codes at all.
    """

    def __init__(self, facts: Mapping[str, Condition], answers: Mapping[str, frozenset[str]]):
        self._facts = facts
        self._answers = answers
        self._known: dict[str, bool | None] = {}

    def holds(self, condition: Condition) -> bool | None:
        """Whether the condition holds: True, False, or None where the answers do not decide it."""
        match condition:
            case Answered(question, codes):
                given = self._answers.get(question)
                return None if given is None else not codes.isdisjoint(given)
            case Fact(name):
                if name not in self._known:
                    self._known[name] = self.holds(self._facts[name])
                return self._known[name]
            case All(parts):
                return _negated(self._one_of(parts, wanted=False))
            case Any(parts):
                return self._one_of(parts, wanted=True)
            case No(parts):
                return _negated(self._one_of(parts, wanted=True))
        raise TypeError(f"not a condition: {condition!r}")

    def _one_of(self, parts: tuple[Condition, ...], *, wanted: bool) -> bool | None:
        """Whether one of the parts has the wanted truth; None where that is not decided."""
        undecided = False
        for part in parts:
            truth = self.holds(part)
            if truth is wanted:
                return True
            undecided = undecided or truth is None
        return None if undecided else False


def _negated(truth: bool | None) -> bool | None:
    return None if truth is None else not truth
