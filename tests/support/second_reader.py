"""A second reading of how a reader is asked: what counts of their answers, and what holds of them.

Like `second_reading`, which says of what, it shares no code with the program.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

Data = Mapping[str, Any]
Codes = frozenset[str]
Answers = Mapping[str, Codes]

SKIPPED: Final[Codes] = frozenset({"skipped"})


@dataclass
class Reader:
    """A reader on their way through a guide: what they were asked, and what they were not."""

    guide: Data
    said: dict[str, Codes] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)

    def answer_holds(self, question: str, codes: list[str]) -> bool | None:
        """Whether the answer is one of the codes; a question not reached decides nothing."""
        if question in self.said:
            return bool(self.said[question] & set(codes))
        return False if question in self.left_out else None

    def holds(self, condition: Any) -> bool | None:
        """Whether a condition holds, or None where that hangs on what was not reached."""
        if condition == "always":
            return True
        if isinstance(condition, str):
            return self.holds(self.guide["facts"][condition])
        ((name, value),) = condition.items()
        if name in ("all", "any", "none"):
            return combined(name, [self.holds(each) for each in value])
        return self.answer_holds(name, value)

    def fits(self, entry: Any) -> bool:
        """Whether an entry's `when` holds; without one it means `always`."""
        return self.holds(of(entry, "when", "always")) is True

    def groups(self) -> set[str]:
        """The groups of guarded readers that this reader is in."""
        guarded = self.guide.get("guarded", {})
        return {name for name, condition in guarded.items() if self.holds(condition)}

    def safe(self, entry: Any) -> bool:
        """Whether an entry stands there for this reader: it is marked for each of their groups."""
        return bool(self.safe_ones([entry]))

    def safe_ones(self, entries: Any) -> list[Any]:
        """The entries that stand there for this reader."""
        groups = self.groups() if entries else set()
        return [each for each in entries or [] if groups <= set(of(each, "safe_for", []))]


def of(entry: Any, name: str, otherwise: Any) -> Any:
    """A part of an entry; an entry that is only words has none."""
    return entry.get(name, otherwise) if isinstance(entry, Mapping) else otherwise


def combined(kind: str, values: list[bool | None]) -> bool | None:
    """All, any or none of some values of which each may be undecided."""
    deciding = kind != "all"
    if deciding in values:
        return kind == "any"
    if None in values:
        return None
    return kind != "any"


def walk(guide: Data, answers: Answers) -> tuple[Reader, Data | None]:
    """Asks one question after the other, until an ending fits or no question is left."""
    reader = Reader(guide)
    for question in guide["questions"]:
        comes_back = not question.get("again") or question["id"] in answers
        if comes_back and reader.fits(question):
            reader.said[question["id"]] = answers.get(question["id"], SKIPPED)
        else:
            reader.left_out.add(question["id"])
        for ending in entries(guide, "endings", reader):
            return reader, ending
    return reader, None


def entries(guide: Data, section: str, reader: Reader) -> list[Data]:
    """The endings or notices that fit."""
    return [each for each in guide.get(section, []) if reader.fits(each)]


def every_reader(guide: Data, given: Answers | None = None) -> Iterator[dict[str, Codes]]:
    """Every possible reader, by their answers to what they are asked, or all who gave some.

    Whoever comes back has said how it went, and may have started with any step: with what it gives
    them now, or with something else of it.
    """
    waiting: list[dict[str, Codes]] = [dict(given or {}), *returning(guide)]
    while waiting:
        answers = waiting.pop()
        reader, _ = walk(guide, answers)
        unanswered = [name for name in reader.said if name not in answers]
        if not unanswered:
            yield answers
            continue
        question = next(each for each in guide["questions"] if each["id"] == unanswered[0])
        waiting.extend({**answers, question["id"]: codes} for codes in every_answer(question))


def returning(guide: Data) -> Iterator[dict[str, Codes]]:
    """Whoever comes back, by what they say first and what they started with."""
    steps = [each["id"] for each in guide["steps"]]
    for question in guide["questions"]:
        for codes in every_answer(question) if question.get("again") else ():
            yield {question["id"]: codes}
            for step in (*steps, *(f"{each}/" for each in steps)):
                yield {question["id"]: codes, "start": frozenset({step})}


def every_answer(question: Data) -> Iterator[Codes]:
    """Every answer that a question allows: the skip, one code, or several together."""
    yield SKIPPED
    many = question.get("choose") == "many"
    alone = [each["code"] for each in question["options"] if each.get("exclusive") or not many]
    yield from (frozenset({code}) for code in alone)
    together = [each["code"] for each in question["options"] if each["code"] not in alone]
    for size in range(1, len(together) + 1):
        yield from (frozenset(codes) for codes in combinations(together, size))
