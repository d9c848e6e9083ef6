"""What a well-formed guide must not say: names that stand twice, rings, rules without sense."""

import string
from collections.abc import Iterator, Mapping
from typing import Final

from distancecli.conditions import GROUPS, SKIPPED, Condition, Fact, mentions, questions_of
from distancecli.documents import Place
from distancecli.guide import Country, Guide, Question
from distancecli.guidefile.shape import Fault
from distancecli.labels import PLACEHOLDERS, Labels
from distancecli.suggestions import suggestion


def meaning_faults(guide: Guide) -> Iterator[Fault]:
    """Every fault that can only be seen once the guide's fields and names are in order."""
    yield from _fact_faults(guide.facts)
    yield from _repeated_ids(guide)
    for index, question in enumerate(guide.questions):
        yield from _question_faults(question, ("questions", index))
    yield from _order_faults(guide)
    yield from _support_faults(guide)
    yield from _label_faults(guide.labels)


DEEPEST_FACT: Final = 100
"""Levels of a fact, with those of the facts that it refers to; a guide needs about five."""


def _fact_faults(facts: Mapping[str, Condition]) -> Iterator[Fault]:
    depths: dict[str, int] = {}
    for name in facts:
        if fault := _fact_fault(name, facts, depths, ()):
            yield fault


def _fact_fault(
    name: str, facts: Mapping[str, Condition], depths: dict[str, int], path: tuple[str, ...]
) -> Fault | None:
    """The ring of facts, or the far too deep fact, that the path leads into, or None."""
    if name in path:
        ring = (*path[path.index(name) :], name)
        return ("facts", ring[0]), f"this fact refers to itself: {' -> '.join(ring)}"
    if name in depths:
        return None
    depths[name] = 0  # told once, whatever is wrong with it
    inner = [each.name for each in mentions(facts[name]) if isinstance(each, Fact)]
    if len(path) < DEEPEST_FACT:
        faults = [_fact_fault(each, facts, depths, (*path, name)) for each in inner]
        if fault := next((fault for fault in faults if fault), None):
            return fault
        depths[name] = _depth(facts[name], depths)
    if len(path) >= DEEPEST_FACT or depths[name] > DEEPEST_FACT:
        return ("facts", name), f"this fact goes more than {DEEPEST_FACT} levels deep; make it flat"
    return None


def _depth(condition: Condition, depths: Mapping[str, int]) -> int:
    """How many levels there are to evaluate."""
    if isinstance(condition, Fact):
        return 1 + depths[condition.name]
    parts = getattr(condition, "parts", ())
    return 1 + max((_depth(part, depths) for part in parts), default=0)


def _repeated_ids(guide: Guide) -> Iterator[Fault]:
    for section in ("questions", "endings", "notices", "steps"):
        seen: set[str] = set()
        for index, entry in enumerate(getattr(guide, section)):
            if entry.id in seen:
                yield (section, index, "id"), f'the id "{entry.id}" stands twice; give each its own'
            seen.add(entry.id)


def _question_faults(question: Question, place: Place) -> Iterator[Fault]:
    if question.id in GROUPS:
        yield (
            (*place, "id"),
            f'"{question.id}" is a word of conditions; give the question another id',
        )
    seen = {SKIPPED}
    for index, option in enumerate(question.options):
        inner = (*place, "options", index)
        if option.code in seen:
            taken = "is built into every question" if option.code == SKIPPED else "stands twice"
            yield (*inner, "code"), f'the code "{option.code}" {taken}; give the option its own'
        if option.exclusive and not question.many:
            yield (*inner, "exclusive"), "a question with one answer needs no exclusive option"
        seen.add(option.code)


def _order_faults(guide: Guide) -> Iterator[Fault]:
    """A question's `when` may only speak of questions that come before it."""
    answered: set[str] = set()
    for index, question in enumerate(guide.questions):
        later = sorted(questions_of(question.when, guide.facts) - answered)
        if later:
            said = f'this depends on "{later[0]}", which is not asked before it; move one of them'
            yield ("questions", index, "when"), said
        answered.add(question.id)


def _support_faults(guide: Guide) -> Iterator[Fault]:
    kinds = guide.support.kinds
    places: dict[Place, Country] = {("support", "anywhere"): guide.support.anywhere}
    places |= {
        ("support", "countries", code): each for code, each in guide.support.countries.items()
    }
    for place, country in places.items():
        for index, line in enumerate(country.lines):
            if line.kind not in kinds:
                said = f'no kind of line is called "{line.kind}"{suggestion(line.kind, kinds)}'
                yield (*place, "lines", index, "kind"), said
    for section in ("endings", "notices", "steps"):
        for index, entry in enumerate(getattr(guide, section)):
            for number, paragraph in enumerate(entry.text):
                for kind in () if isinstance(paragraph, str) else paragraph.support:
                    if kind not in kinds:
                        said = f'no kind of line is called "{kind}"{suggestion(kind, kinds)}'
                        yield (section, index, "text", number, "support"), said


def _label_faults(labels: Labels) -> Iterator[Fault]:
    for name in labels.__struct_fields__:
        allowed = PLACEHOLDERS.get(name, frozenset())
        try:
            parts = list(string.Formatter().parse(getattr(labels, name)))
        except ValueError:
            yield ("labels", name), "a brace { or } stands alone here; remove it"
            continue
        for _, field, form, conversion in parts:
            if field is not None and field not in allowed:
                nearest = suggestion(field, sorted(allowed))
                yield ("labels", name), f"{{{field}}} means nothing in this label{nearest}"
            elif form or conversion:
                said = f"write {{{field}}} with nothing else between the braces"
                yield ("labels", name), said
