"""What a well-formed guide must not say: names that stand twice, rings, rules without sense."""

import string
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.errors import UNKNOWN_NAME
from distancecli.guide.answers import answer_faults
from distancecli.guide.conditions import (
    EVERYONE,
    GROUPS,
    MEANT,
    SKIPPED,
    Condition,
    Fact,
    mentions,
    questions_of,
)
from distancecli.guide.countries import country_faults, placed_lines
from distancecli.guide.each import each_faults
from distancecli.guide.ids import REPEATED
from distancecli.guide.labels import placeholders
from distancecli.guide.model import BY_REASON, Guide, Question, StepText, Text, paragraphs
from distancecli.guide.promises import Expected
from distancecli.guide.start import START
from distancecli.text.spelling import suggestion


def meaning_faults(guide: Guide, sound: Set[str]) -> Iterator[Fault]:
    """Every fault that can only be seen where the fields and names concerned are in order.

    `sound` has the sections of the guide that are, and "names" where no unknown name stands in a
    rule. A section that is not sound is empty.
    """
    for index, question in enumerate(guide.questions):
        yield from _question_faults(question, ("questions", index))
        yield from each_faults(question, ("questions", index))
    for needed, faults_of in (
        ({"facts", "names"}, _fact_faults),
        ({"facts", "meanings"}, _unmeant),
        ({"facts", "names", "questions"}, _order_faults),
        ({"support", "plan"}, _support_faults),
        ({"steps", "plan"}, _start_faults),
        ({"labels"}, _label_faults),
        (set(Guide.__struct_fields__), _reader_faults),
    ):
        if needed <= sound:
            yield from faults_of(guide)


LABEL: Final = "label"
EXPECTED_STEPS: Final = (*BY_REASON, "highlight")
"""The fields of what is expected that list steps."""

DEEPEST_FACT: Final = 100
"""Levels of a fact, with those of the facts that it refers to; a guide needs about five."""


def _fact_faults(guide: Guide) -> Iterator[Fault]:
    depths: dict[str, int] = {}
    for name in guide.facts:
        if name == EVERYONE:
            said = f'"{name}" is a word of conditions; give the fact another name'
            yield Fault(("facts", name), said, "reserved-id")
        if fault := _fact_fault(name, guide.facts, depths, ()):
            yield fault


def _unmeant(guide: Guide) -> Iterator[Fault]:
    """Words for facts that the guide does not have."""
    for name in guide.meanings:
        if name not in guide.facts:
            said = f'no fact is called "{name}"{suggestion(name, guide.facts)}'
            yield Fault(("meanings", name), said, UNKNOWN_NAME)


def _fact_fault(
    name: str, facts: Mapping[str, Condition], depths: dict[str, int], path: tuple[str, ...]
) -> Fault | None:
    """The ring of facts, or the far too deep fact, that the path leads into, or None."""
    if name in path:
        ring = (*path[path.index(name) :], name)
        said = f"this fact refers to itself: {' -> '.join(ring)}; take one of them out"
        return Fault(("facts", ring[0]), said, "ring")
    if name in depths:
        return None
    depths[name] = 0  # told once, whatever is wrong with it
    inner = [each.name for each in mentions(facts[name]) if isinstance(each, Fact)]
    # Far too long a chain is not followed to its end: Python's own stack would not hold it.
    if len(path) < DEEPEST_FACT:
        faults = [_fact_fault(each, facts, depths, (*path, name)) for each in inner]
        if fault := next((fault for fault in faults if fault), None):
            return fault
        depths[name] = _depth(facts[name], depths)
    if len(path) >= DEEPEST_FACT or depths[name] > DEEPEST_FACT:
        said = f"this fact goes more than {DEEPEST_FACT} levels deep; make it flat"
        return Fault(("facts", name), said, "too-deep")
    return None


def _depth(condition: Condition, depths: Mapping[str, int]) -> int:
    """How many levels there are to evaluate."""
    if isinstance(condition, Fact):
        return 1 + depths[condition.name]
    parts = getattr(condition, "parts", ())
    return 1 + max((_depth(part, depths) for part in parts), default=0)


def _question_faults(question: Question, place: Place) -> Iterator[Fault]:
    if question.id in GROUPS or question.id in MEANT:
        said = f'"{question.id}" is a word of conditions; give the question another id'
        yield Fault((*place, "id"), said, "reserved-id")
    if question.id == START:
        said = f'"{START}" is what an answers file calls the start; give the question another id'
        yield Fault((*place, "id"), said, "reserved-id")
    if question.again and not question.private:
        said = "how it went is nobody else's to read; add `private: true` to this question"
        yield Fault((*place, "again"), said, "not-private")
    for index, option in enumerate(question.options):
        inner = (*place, "options", index)
        if option.code == SKIPPED:
            taken = f'the code "{SKIPPED}" of "{question.id}" is built into every question'
            said = f"{taken}; give the option its own"
            yield Fault((*inner, "code"), said, REPEATED)
        if option.exclusive and not question.many:
            said = "a question with one answer needs no exclusive option; remove this"
            yield Fault((*inner, "exclusive"), said, "needless-exclusive")


def _order_faults(guide: Guide) -> Iterator[Fault]:
    """A question's `when` may only speak of questions that come before it."""
    answered: set[str] = set()
    for index, question in enumerate(guide.questions):
        later = sorted(questions_of(question.when, guide.facts) - answered)
        if later:
            said = f'this depends on "{later[0]}", which is not asked before it; move one of them'
            yield Fault(("questions", index, "when"), said, "later-question")
        answered.add(question.id)


def _support_faults(guide: Guide) -> Iterator[Fault]:
    yield from country_faults(guide.support)
    for place, kind in _kinds_named(guide):
        if kind not in guide.support.kinds:
            said = f'no kind of line is called "{kind}"{suggestion(kind, guide.support.kinds)}'
            yield Fault(place, said, UNKNOWN_NAME)


def _kinds_named(guide: Guide) -> Iterator[tuple[Place, str]]:
    """Every place that names a kind of help line: the lines themselves, and paragraphs."""
    yield from (((*place, "kind"), line.kind) for place, line in placed_lines(guide.support))
    for section in ("endings", "notices", "steps"):
        for index, entry in enumerate(getattr(guide, section)):
            yield from _kinds_in(entry.text, (section, index, "text"))
    for name in ("top", "instead", "help", "foot"):
        yield from _kinds_in(getattr(guide.plan, name), ("plan", name))


def _kinds_in(text: Text | StepText, place: Place) -> Iterator[tuple[Place, str]]:
    for number, paragraph in enumerate(paragraphs(text)):
        yield from (((*place, number, "support"), kind) for kind in paragraph.support)


def _start_faults(guide: Guide) -> Iterator[Fault]:
    """Rules that do not say just one thing to start with, and steps that the guide lacks."""
    known = [step.id for step in guide.steps]
    for index, rule in enumerate(guide.plan.start):
        place: Place = ("plan", "start", index)
        if bool(rule.step) is bool(rule.last):
            said = "both `step` and `last` say" if rule.step else "neither `step` nor `last` says"
            yield Fault(place, f"{said} where to start here; write one of them", "no-start-rule")
        elif rule.say and not rule.last:
            said = "this goes with `last` alone, since others have a reason; take it out"
            yield Fault((*place, "say"), said, "no-start-rule")
        elif rule.step and rule.step not in known:
            said = f'no step is called "{rule.step}"{suggestion(rule.step, known)}'
            yield Fault((*place, "step"), said, UNKNOWN_NAME)
    for number, step in enumerate(guide.steps):
        for index, action in enumerate(step.actions):
            at = ("steps", number, "actions", index, "smaller")
            if action.smaller and not action.id:
                said = "no file could name this action, and so nobody comes back to a part of it"
                yield Fault(at, f"{said}; give it an id", "no-start-rule")
            if action.smaller == action.text:
                said = "this is the whole action; write a smaller part of it, or take it out"
                yield Fault(at, said, "no-start-rule")


def _reader_faults(guide: Guide) -> Iterator[Fault]:
    """Answers and ids of the example readers that the guide does not have."""
    for index, reader in enumerate(guide.readers):
        answers: Place = ("readers", index, "answers")
        for fault in answer_faults(guide, reader.answers):
            yield Fault((*answers, *fault.place), fault.message, UNKNOWN_NAME)
        yield from _expected_faults(guide, reader.expected, ("readers", index, "expected"))


def _expected_faults(guide: Guide, expected: Expected, place: Place) -> Iterator[Fault]:
    steps = [step.id for step in guide.steps]
    named: dict[str, tuple[Sequence[str], list[str]]] = {
        "ending": ([expected.ending] if expected.ending else [], [e.id for e in guide.endings]),
        "notices": (expected.notices, [notice.id for notice in guide.notices]),
        **{field: (getattr(expected, field), steps) for field in EXPECTED_STEPS},
    }
    for field, (names, known) in named.items():
        for index, name in enumerate(names):
            if name not in known:
                said = f'"{name}" is not an id that goes here{suggestion(name, known)}'
                yield Fault((*place, field, index), said, UNKNOWN_NAME)


def _label_faults(guide: Guide) -> Iterator[Fault]:
    labels, held = guide.labels, placeholders()
    for name in labels.__struct_fields__:
        allowed = held.get(name, frozenset())
        try:
            parts = list(string.Formatter().parse(getattr(labels, name)))
        except ValueError:
            yield Fault(("labels", name), "a brace { or } stands alone here; remove it", LABEL)
            continue
        for _, field, form, conversion in parts:
            if field is not None and field not in allowed:
                nearest = suggestion(field, sorted(allowed)) or "; remove it"
                said = f"{{{field}}} means nothing in this label{nearest}"
                yield Fault(("labels", name), said, LABEL)
            elif form or conversion:
                said = f"write {{{field}}} with nothing else between the braces"
                yield Fault(("labels", name), said, LABEL)
