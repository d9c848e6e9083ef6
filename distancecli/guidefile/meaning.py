"""What a well-formed guide must not say: names that stand twice, rings, rules without sense."""

import string
from collections.abc import Iterator, Mapping

from distancecli.conditions import GROUPS, SKIPPED, Condition, Fact, mentions, questions_of
from distancecli.documents import Place
from distancecli.guide import Country, Guide, Question
from distancecli.guidefile.shape import Fault
from distancecli.labels import PLACEHOLDERS, Labels
from distancecli.suggestions import suggestion


def meaning_faults(guide: Guide) -> Iterator[Fault]:
    """Every fault that can only be seen once the guide's fields and names are in order."""
    yield from _ring_faults(guide.facts)
    yield from _repeated_ids(guide)
    for index, question in enumerate(guide.questions):
        yield from _question_faults(question, ("questions", index))
    yield from _order_faults(guide)
    yield from _support_faults(guide)
    yield from _label_faults(guide.labels)


def _ring_faults(facts: Mapping[str, Condition]) -> Iterator[Fault]:
    settled: set[str] = set()
    for name in facts:
        if ring := _ring(name, facts, settled, ()):
            yield ("facts", name), f"this fact refers to itself: {' -> '.join(ring)}"


def _ring(
    name: str, facts: Mapping[str, Condition], settled: set[str], path: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The ring of facts that leads from `name` back to the start of the path, or None."""
    if name in path:
        return (*path, name) if name == path[0] else None
    if name in settled:
        return None
    for mention in mentions(facts[name]):
        if isinstance(mention, Fact) and (
            ring := _ring(mention.name, facts, settled, (*path, name))
        ):
            return ring
    settled.add(name)
    return None


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
            used = {field for _, field, _, _ in string.Formatter().parse(getattr(labels, name))}
        except ValueError:
            yield ("labels", name), "a brace { or } stands alone here"
            continue
        for field in sorted(used - {None} - allowed, key=str):
            yield (
                ("labels", name),
                f"{{{field}}} means nothing in this label{suggestion(str(field), allowed)}",
            )
