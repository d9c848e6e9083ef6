"""A guide laid out as entries: each thing that it says, by its name, and without its rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final, NamedTuple

from msgspec import Struct, field
from msgspec.structs import asdict

from distancecli.checking.kinds import Kind
from distancecli.guide.conditions import written
from distancecli.guide.model import BY_REASON, Guide, Step, StepText, Text, paragraphs
from distancecli.guide.parts import Part
from distancecli.guide.promises import ORDERED, as_words
from distancecli.guide.support import Country
from distancecli.text.characters import shortened

LONGEST_NAME: Final = 60
"""Characters of a text that only says which text is meant."""


class Key(NamedTuple):
    """What tells an entry apart."""

    kind: Kind
    name: str
    """Its id, its code or its words."""
    owner: str
    """The id or code of what it belongs to."""
    group: str
    """What it is one of there: the kind of a help line, or the status of a reason."""
    before: int = 0
    """How many of the same stand before it."""


class Entry(Struct, frozen=True):
    """One thing that a guide says, and the fields of it that are no rule."""

    kind: Kind
    name: str = ""
    owner: str = ""
    group: str = ""
    fields: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The entry as it is told."""
        name = f' "{shortened(self.name, LONGEST_NAME)}"' if self.name else ""
        return f"the {self.kind.one}{name}{self._place}"

    @property
    def list(self) -> str:
        """What it stands in order with, as it is told; empty where the order says nothing."""
        return self.kind.several and f"the {self.kind.several}{self._place}"

    @property
    def _place(self) -> str:
        owner = f' of "{self.owner}"' if self.owner else ""
        return f"{owner}, {self.group}" if self.group else owner


def keyed(guide: Guide) -> dict[Key, Entry]:
    """The entries of a guide in order, each by what tells it apart."""
    found: dict[Key, Entry] = {}
    number: dict[Key, Iterator[int]] = defaultdict(count)
    for entry in _entries(guide):
        key = Key(entry.kind, entry.name, entry.owner, entry.group)
        found[key._replace(before=next(number[key]))] = entry
    return found


def _entries(guide: Guide) -> Iterator[Entry]:
    yield from _questions(guide)
    yield from _results(guide)
    yield from _support(guide)
    yield Entry(Kind.GUIDE, fields=_fields(guide))
    yield Entry(Kind.WELCOME, fields=_fields(guide.welcome))
    yield from _texts(Kind.WELCOME_TEXT, "", guide.welcome.text)
    yield Entry(Kind.PLAN, fields=_fields(guide.plan))
    yield from _texts(Kind.TOP_TEXT, "", guide.plan.top)
    yield from _texts(Kind.INSTEAD_TEXT, "", guide.plan.instead)
    for moment in guide.plan.moments:
        # What it is called in files is no more than a field: readers know it by its words.
        yield Entry(Kind.MOMENT, moment.text, fields=_fields(moment, "text"))
    yield from _texts(Kind.HELP_TEXT, "", guide.plan.help)
    yield from _texts(Kind.FOOT_TEXT, "", guide.plan.foot)
    for name, meaning in guide.meanings.items():
        yield Entry(Kind.MEANING, name, fields={"": meaning})
    for name, words in _fields(guide.labels).items():
        yield Entry(Kind.LABEL, name, fields={"": words})
    yield from _expectations(guide)


def _questions(guide: Guide) -> Iterator[Entry]:
    for question in guide.questions:
        whole = _in_a_line(asdict(question.each)) if question.each else ""
        yield Entry(Kind.QUESTION, question.id, fields={**_fields(question), "each": whole})
        for option in question.options:
            yield Entry(Kind.ANSWER, option.code, question.id, fields=_fields(option))


def _results(guide: Guide) -> Iterator[Entry]:
    for step in guide.steps:
        yield Entry(Kind.STEP, step.id, fields=_fields(step))
        yield from _step_texts(step)
    for notice in guide.notices:
        yield Entry(Kind.NOTICE, notice.id, fields=_fields(notice))
        yield from _texts(Kind.NOTICE_TEXT, notice.id, notice.text)
    for ending in guide.endings:
        yield Entry(Kind.ENDING, ending.id, fields=_fields(ending))
        yield from _texts(Kind.ENDING_TEXT, ending.id, ending.text)


def _step_texts(step: Step) -> Iterator[Entry]:
    for status in BY_REASON:
        for reason in getattr(step, status):
            yield Entry(Kind.REASON, reason.because, step.id, status)
    yield from _texts(Kind.STEP_TEXT, step.id, step.text)
    for kind, sayings in (
        (Kind.ADVICE, step.advice),
        (Kind.ACTION, step.actions),
        (Kind.OPENER, step.openers),
    ):
        for saying in sayings:
            fields = {**_fields(saying, "text"), "topic": as_words(saying.topic)}
            yield Entry(kind, saying.text, step.id, fields=fields)


def _texts(kind: Kind, owner: str, text: Text | StepText) -> Iterator[Entry]:
    for paragraph in paragraphs(text):
        fields: dict[str, str | int] = {
            "topic": as_words(paragraph.topic),
            "support": as_words(paragraph.support),
            "keep": getattr(paragraph, "keep", False),
        }
        yield Entry(kind, paragraph.text, owner, fields=fields)


def _support(guide: Guide) -> Iterator[Entry]:
    support = guide.support
    yield Entry(Kind.SUPPORT, fields=_fields(support))
    for kind, heading in support.kinds.items():
        yield Entry(Kind.HEADING, kind, fields={"": heading})
    for code, country in support.countries.items():
        yield from _country(code, country)
    yield from _country("anywhere", support.anywhere)


def _expectations(guide: Guide) -> Iterator[Entry]:
    for promise in guide.promises:
        rules = {"when": written(promise.when), "then": written(promise.then)}
        yield Entry(Kind.PROMISE, promise.name, fields=rules)
    for reader in guide.readers:
        answers, expected = _in_a_line(reader.answers), _in_a_line(asdict(reader.expected))
        yield Entry(Kind.READER, reader.name, fields={"answers": answers, "expected": expected})


def _in_a_line(values: Mapping[str, str | tuple[str, ...]]) -> str:
    """Names with their codes or ids, in an order of their own where theirs says nothing."""
    lines = (f"{name} {_listed(name, value)}" for name, value in sorted(values.items()) if value)
    return "; ".join(lines)


def _listed(name: str, value: str | tuple[str, ...]) -> str:
    matters = isinstance(value, str) or name in ORDERED
    return as_words(value if matters else tuple(sorted(value)))


def _country(code: str, country: Country) -> Iterator[Entry]:
    yield Entry(Kind.COUNTRY, code, fields={**_fields(country), "also": as_words(country.also)})
    for line in country.lines:
        yield Entry(Kind.HELP_LINE, line.name, code, line.kind, _fields(line))


def _fields(part: Part, *known_by: str) -> dict[str, str | int]:
    """The texts, the numbers and the yes-or-no fields, but for the one that it is known by."""
    values = {name: getattr(part, name) for name in part.__struct_fields__ if name not in known_by}
    return {name: value for name, value in values.items() if isinstance(value, str | int)}
