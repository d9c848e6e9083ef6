"""A second reading of the rules, written from the documentation alone.

It takes a guide as plain data, as it stands in YAML, and a reader's answers, and works out what
that reader is shown. It shares no code with the program and was written without a look at it: from
the head of steps.yaml, and the comments there at `guarded`, `questions`, `endings`, `notices`,
`steps` and `promises`. Where it and the program, or its proofs, do not agree, one of them must be
mended, or the words. It is meant to be read beside those comments, not to be quick.

What they leave open was settled after the program:
- An ending is looked for after each question, asked or left out, so not before the first one.
- A step is highlighted, and its base text and what goes with that is shown, where it applies.
- The lines and topics of the texts above and below the steps count like those of the steps.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

Data = Mapping[str, Any]
Codes = frozenset[str]
Answers = Mapping[str, Codes]

SKIPPED: Final[Codes] = frozenset({"skipped"})
STATUSES: Final = ("applies", "done", "not_yet")
MOST_ADVICE: Final = 4
MOST_OPENERS: Final = 2


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
        return self.groups() <= set(of(entry, "safe_for", []))

    def safe_ones(self, entries: Any) -> list[Any]:
        """The entries that stand there for this reader."""
        return [each for each in entries or [] if self.safe(each)]


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


@dataclass
class Shown:
    """What a reader is shown at the end of their way."""

    reader: Reader
    ending: Data | None = None
    notices: list[Data] = field(default_factory=list)
    steps: list[Data] = field(default_factory=list)
    top: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)

    @property
    def asked(self) -> list[str]:
        """The questions that were asked, in order."""
        return list(self.reader.said)

    @property
    def off_record(self) -> bool:
        """Whether an answer that counts is one after which nothing goes to a file."""
        return any(
            option.get("off_record") and option["code"] in self.reader.said.get(question["id"], ())
            for question in self.reader.guide["questions"]
            for option in question["options"]
        )

    def say(self, chosen: list[Any]) -> list[str]:
        """The words of what is shown, with a note of its topics and of the help lines below it."""
        for each in chosen:
            topic = of(each, "topic", [])
            self.topics.update([topic] if isinstance(topic, str) else topic)
            self.lines.update(of(each, "support", []))
        return [each if isinstance(each, str) else each["text"] for each in chosen]

    def outcomes(self) -> dict[str, list[str]]:
        """What promises speak of: each kind of outcome, with the ids of which it is true."""
        ids = [each["id"] for each in self.notices]
        return {
            "ending": [self.ending["id"]] if self.ending else [],
            "notice": ids,
            "first_notice": ids[:1],
            **{each: self.steps_that_are(each) for each in (*STATUSES, "other")},
            "highlight": [each["id"] for each in self.steps if each["highlighted"]],
            "opener": [each["id"] for each in self.steps if each["openers"]],
            "topic": sorted(self.topics),
            "lines": sorted(self.lines),
            "files": ["never" if self.off_record else "allowed"],
        }

    def words(self) -> set[str]:
        """Every text that is shown, but for the names of steps."""
        pages = [*self.notices, *([self.ending] if self.ending else [])]
        lists = [[page["title"], *page["text"]] for page in pages]
        for step in self.steps:
            lists += [step[name] for name in ("because", "text", "advice", "actions", "openers")]
        return {*self.top, *self.foot}.union(*lists)

    def steps_that_are(self, status: str) -> list[str]:
        """The steps with a status."""
        return [each["id"] for each in self.steps if each["status"] == status]


def read(guide: Data, answers: Answers) -> Shown:
    """What a reader is shown who gives these answers; what they left out counts as skipped."""
    reader, ending = walk(guide, answers)
    shown = Shown(reader)
    if ending is not None:
        shown.ending = page(reader, ending, shown)
        return shown
    shown.notices = [page(reader, each, shown) for each in entries(guide, "notices", reader)]
    shown.steps = [step(reader, each, shown) for each in reader.safe_ones(guide["steps"])]
    plan = guide["plan"]
    shown.top, shown.foot = (paragraphs(reader, plan.get(name), shown) for name in ("top", "foot"))
    return shown


def walk(guide: Data, answers: Answers) -> tuple[Reader, Data | None]:
    """Asks one question after the other, until an ending fits or no question is left."""
    reader = Reader(guide)
    for question in guide["questions"]:
        if reader.fits(question):
            reader.said[question["id"]] = answers.get(question["id"], SKIPPED)
        else:
            reader.left_out.add(question["id"])
        for ending in entries(guide, "endings", reader):
            return reader, ending
    return reader, None


def entries(guide: Data, section: str, reader: Reader) -> list[Data]:
    """The endings or notices that fit."""
    return [each for each in guide.get(section, []) if reader.fits(each)]


def page(reader: Reader, entry: Data, shown: Shown) -> dict[str, Any]:
    """An ending or a notice, with the paragraphs that fit."""
    text = [each for each in entry["text"] if reader.fits(each)]
    return {"id": entry["id"], "title": entry["title"], "text": shown.say(text)}


def paragraphs(reader: Reader, given: Any, shown: Shown) -> list[str]:
    """The texts of a plan or a step that fit and are safe."""
    return shown.say([each for each in reader.safe_ones(given) if reader.fits(each)])


def step(reader: Reader, entry: Data, shown: Shown) -> dict[str, Any]:
    """A step, as it is for this reader."""
    status, because = status_of(reader, entry)
    applies = status == "applies"
    actions, openers = (fitting(reader, entry.get(name)) for name in ("actions", "openers"))
    return {
        "id": entry["id"],
        "title": entry["title"],
        "status": status,
        "highlighted": applies and "highlight" in entry and bool(reader.holds(entry["highlight"])),
        "because": because,
        "text": paragraphs(reader, entry["text"], shown) if applies else [],
        "advice": shown.say(points(reader, entry, status)[:MOST_ADVICE]),
        "actions": shown.say(actions[:1]) if applies else [],
        "openers": shown.say(openers[:MOST_OPENERS]) if applies else [],
    }


def status_of(reader: Reader, entry: Data) -> tuple[str, list[str]]:
    """The first status of which a reason holds, with the first three of its reasons that do."""
    for status in STATUSES:
        reasons = [each for each in reader.safe_ones(entry.get(status)) if reader.fits(each)]
        if reasons:
            return status, [each["because"] for each in reasons][:3]
    return "other", []


def points(reader: Reader, entry: Data, status: str) -> list[Data]:
    """The points that fit, in order of weight."""
    return [
        each
        for each in reader.safe_ones(entry.get("advice"))
        if reader.fits(each) and status in each.get("status", ["applies"])
    ]


def fitting(reader: Reader, given: Any) -> list[Data]:
    """The actions or openers that fit; those without `when` where no other one does."""
    safe = reader.safe_ones(given)
    fit = [each for each in safe if "when" in each and reader.fits(each)]
    return fit or [each for each in safe if "when" not in each]


def promised(then: Any, shown: Shown) -> bool:
    """Whether what was promised is true of what is shown."""
    ((kind, value),) = then.items()
    if kind in ("all", "any", "none"):
        return combined(kind, [promised(each, shown) for each in value]) is True
    ids = set(shown.outcomes()[kind])
    if value == "any":
        return bool(ids)
    if isinstance(value, Mapping):
        return bool(ids - set(value["any_but"]))
    return bool(ids & set(value))


def every_reader(guide: Data, given: Answers | None = None) -> Iterator[dict[str, Codes]]:
    """Every possible reader, by their answers to what they are asked, or all who gave some."""
    waiting: list[dict[str, Codes]] = [dict(given or {})]
    while waiting:
        answers = waiting.pop()
        reader, _ = walk(guide, answers)
        unanswered = [name for name in reader.said if name not in answers]
        if not unanswered:
            yield answers
            continue
        question = next(each for each in guide["questions"] if each["id"] == unanswered[0])
        waiting.extend({**answers, question["id"]: codes} for codes in every_answer(question))


def every_answer(question: Data) -> Iterator[Codes]:
    """Every answer that a question allows: the skip, one code, or several together."""
    yield SKIPPED
    many = question.get("choose") == "many"
    alone = [each["code"] for each in question["options"] if each.get("exclusive") or not many]
    yield from (frozenset({code}) for code in alone)
    together = [each["code"] for each in question["options"] if each["code"] not in alone]
    for size in range(1, len(together) + 1):
        yield from (frozenset(codes) for codes in combinations(together, size))
