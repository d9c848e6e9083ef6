"""Whether every question, code, fact and outcome that a condition names is one the guide has."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.errors import UNKNOWN_NAME
from distancecli.guide.conditions import ANY, ANY_BUT, EVERYONE, GROUPS, MEANT, SHAPES, SKIPPED
from distancecli.guide.meant import combined, one_by_one
from distancecli.guide.promises import FILE_OUTCOMES, OUTCOMES
from distancecli.text.spelling import near_or_nothing, suggestion

ABOUT_ANSWERS: Final = frozenset({"when", "highlight", "no_start"})
"""The fields of a guide that hold a condition on answers, wherever they stand."""
ABOUT_OUTCOMES: Final = "then"
NAMED: Final = (("facts",), ("guarded",))
"""The sections in which each entry is a condition."""
IF: Final = ("if", "when")
"""What can be left out before a fact; another word could turn it round."""
NAME: Final = re.compile(r"[\w-]+")
WITHOUT_TOPICS: Final = frozenset({"labels", "support", "questions", "promises", "readers"})
"""The sections in which no text is that speaks of something; half of a guide."""
NESTED: Final = (dict, list)
"""What can have something inside it; most of a guide is text, which has not."""


class _Vocabulary(Struct, frozen=True):
    """The names that a kind of condition may use."""

    facts: list[str]
    groups: list[str]
    """The groups of guarded readers, which are no facts."""
    names: dict[str, list[str]]
    """The codes of each question, or the names of each kind of outcome."""
    kind: str
    """What stands before the list of names: a question, or an outcome."""
    partly: frozenset[str] = frozenset()
    """The questions of which a code cannot be read or stands twice, so that one is not known."""


def name_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Every question, code, fact and outcome that a condition names and the guide does not have."""
    facts, groups = (
        list(found) if isinstance(found := data.get(section), dict) else [] for (section,) in NAMED
    )
    partly = frozenset(_partly_known(data))
    answers = _Vocabulary(facts, groups, dict(_codes_by_question(data)), "question", partly)
    topics = list(placed_topics(data))
    outcomes = _Vocabulary([], [], _names_by_outcome(data, topics), "outcome")
    yield from _mark_faults(data, groups)
    yield from _topic_faults(topics)
    for place, written in conditions_of(data):
        yield from _faults(written, place, outcomes if place[-1] == ABOUT_OUTCOMES else answers)


def _entries(data: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """The entries of a list in the guide that are at least mappings."""
    entries = data.get(section)
    return [each for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []


def _codes_by_question(data: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for question in _entries(data, "questions"):
        if isinstance(question.get("id"), str):
            codes = [option.get("code") for option in _entries(question, "options")]
            yield question["id"], [*(code for code in codes if isinstance(code, str)), SKIPPED]


def _partly_known(data: dict[str, Any]) -> Iterator[str]:
    for question in _entries(data, "questions"):
        options = question.get("options")
        codes = [each.get("code") for each in _entries(question, "options")]
        known = {code for code in codes if isinstance(code, str)}
        if isinstance(question.get("id"), str) and len(known) != len(options or ()):
            yield question["id"]


def _names_by_outcome(data: Any, placed: Iterable[tuple[Place, str]]) -> dict[str, list[str]]:
    names = {
        section: [each["id"] for each in _entries(data, section) if isinstance(each.get("id"), str)]
        for section in ("endings", "notices", "steps")
    }
    support = data.get("support")
    kinds = support.get("kinds") if isinstance(support, dict) else None
    names["kinds"] = list(kinds) if isinstance(kinds, dict) else []
    topics = sorted({each for _, topic in placed for each in one_by_one(topic)})
    names |= {"topics": topics, "files": list(FILE_OUTCOMES)}
    return {kind: names[section] for kind, section in OUTCOMES.items()}


def placed_topics(data: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every topic that a text says it speaks of, with its place."""
    if isinstance(data, dict):
        topic = data.get("topic")
        several = enumerate(topic) if isinstance(topic, list) else [(None, topic)]
        for index, each in several:
            if isinstance(each, str) and each:
                inner = (*place, "topic")
                yield inner if index is None else (*inner, index), each
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        if isinstance(value, NESTED) and key not in WITHOUT_TOPICS:
            yield from placed_topics(value, (*place, key))


def _topic_faults(placed: Iterable[tuple[Place, str]]) -> Iterator[Fault]:
    """Several topics in one text: it would be a topic that no promise speaks of."""
    for place, topic in placed:
        if len(several := one_by_one(topic)) > 1:
            said = f"topics stand in brackets; write [{', '.join(several)}]"
            yield Fault(place, said, "odd-name")


def conditions_of(data: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every condition as it is written, with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ABOUT_ANSWERS or key == ABOUT_OUTCOMES or place in NAMED:
                yield (*place, key), value
            elif isinstance(value, NESTED) and (*place, key) != ("readers",):
                yield from conditions_of(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if isinstance(value, NESTED):
                yield from conditions_of(value, (*place, index))


def _faults(written: Any, place: Place, known: _Vocabulary) -> Iterator[Fault]:
    if isinstance(written, str) and written not in (*known.facts, EVERYONE):
        yield Fault(place, f'no fact is called "{written}"{_hint(written, known)}', UNKNOWN_NAME)
    for name, values in written.items() if isinstance(written, dict) else ():
        inner = (*place, name)
        all_but = isinstance(values, dict) and ANY_BUT in values
        names = values[ANY_BUT] if all_but else values
        listed = names if isinstance(names, list) else [] if names == ANY else one_by_one(names)
        if known.kind == "question" and name in known.names and (all_but or values == ANY):
            said = f"only a promise speaks of any; list the codes, such as {{{name}: [...]}}"
            yield Fault(inner, said, "any-answer")
        elif name in GROUPS:
            for index, part in enumerate(listed):
                yield from _faults(part, (*inner, index), known)
        elif name.casefold() in MEANT or (values is None and name in known.facts):
            continue  # told by its shape
        elif name not in known.names:
            is_fact = name in IF and isinstance(values, str) and values in known.facts
            near = f"; write {values}" if is_fact else suggestion(name, known.names)
            said = f'no {known.kind} is called "{name}"{near}'
            yield Fault(inner, said, UNKNOWN_NAME)
        else:
            for fault in _code_faults(name, listed, inner, known):
                bare = "" if isinstance(names, list) else f" (in brackets: {{{name}: [...]}})"
                yield replace(fault, message=fault.message + bare)


def _mark_faults(data: Any, groups: list[str], place: Place = ()) -> Iterator[Fault]:
    """Marks of groups of guarded readers that the guide does not name."""
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inner:
        if key == "safe_for" and isinstance(value, list):
            for index, name in enumerate(value):
                if isinstance(name, str) and name not in groups:
                    said = f'no group of guarded readers is called "{name}"'
                    near = suggestion(name, groups)
                    yield Fault((*place, key, index), said + near, UNKNOWN_NAME)
        elif isinstance(value, NESTED):
            yield from _mark_faults(value, groups, (*place, key))


def _hint(written: str, known: _Vocabulary) -> str:
    if known.kind == "outcome":
        return "; an outcome is written {kind: [names]}"
    if written in known.names:
        return f"; to name its answers, write {{{written}: [...]}}"
    if written in known.groups:
        return "; a group of guarded readers is no fact: write its rule, or make a fact of it"
    if one := combined(written):
        return f"; write {one}"
    # A guess at a part of it could turn the rule round.
    is_name = NAME.fullmatch(written)
    return suggestion(written, known.facts) if is_name else f"; a condition is {SHAPES}"


def _code_faults(name: str, values: list[Any], place: Place, known: _Vocabulary) -> Iterator[Fault]:
    word = "code" if known.kind == "question" else "name"
    for index, value in enumerate(values):
        if isinstance(value, str) and value not in known.names[name]:
            if name in known.partly and not near_or_nothing(value, known.names[name]):
                continue
            said = f'"{name}" has no {word} "{value}"{suggestion(value, known.names[name])}'
            yield Fault((*place, index), said, UNKNOWN_NAME)
