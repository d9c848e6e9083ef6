"""A second reading of the rules, written from the documentation alone.

It takes a guide as plain data, as it stands in YAML, and a reader's answers, and works out what
that reader is shown. It shares no code with the program and was written without a look at it: from
the head of steps.yaml, and the comments there at `guarded`, `questions`, `endings`, `notices`,
`plan`, `steps` and `promises`. Where it and the program, or its proofs, do not agree, one of them
must be mended, or the words. It is meant to be read beside those comments, not to be quick. How
readers are asked is in `second_reader`; where they start, and what of a step their plan has, in
`second_cut`.

What they leave open was settled after the program:
- An ending is looked for after each question, asked or left out, so not before the first one.
- A step is highlighted, and its base text and what goes with that is shown, where it applies.
- The lines and topics of the texts above and below the steps count like those of the steps.
- What is promised stands in the plan, whichever start its reader chooses: each that gives them
  something to do. What is denied is nowhere at hand either, in no step that is read in full.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from tests.support.second_cut import (
    ALL,
    Starting,
    able,
    moments_for,
    said,
    standing,
    start_by_rule,
)
from tests.support.second_reader import Answers, Data, Reader, combined, entries, of, walk

STATUSES: Final = ("applies", "done", "not_yet")
MOST_ADVICE: Final = 4
MOST_OPENERS: Final = 2


@dataclass
class Shown:
    """What a reader is shown at the end of their way; each text with all that stands at it."""

    reader: Reader
    ending: Data | None = None
    notices: list[Data] = field(default_factory=list)
    steps: list[Data] = field(default_factory=list)
    around: dict[str, list[Any]] = field(default_factory=dict)
    calm: bool = False
    """They are given no start, and of each step the plan has only the title."""
    starting: Starting = field(default_factory=Starting)
    """Where they start, where they choose nothing else."""

    @property
    def start(self) -> str | None:
        """The step that they start with where they choose no other one."""
        return self.starting.step

    @property
    def comes_back(self) -> bool:
        """Whether they say how it went."""
        asked = self.reader.guide["questions"]
        return any(each.get("again") and each["id"] in self.reader.said for each in asked)

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

    @property
    def choices(self) -> list[str]:
        """The steps that they can choose to start with."""
        return [] if self.calm else [each["id"] for each in self.steps if able(each)]

    @property
    def _part_moments(self) -> list[Data]:
        """The moments that they are offered for a smaller part."""
        if not self.starting.smaller:
            return []
        action = next(each["actions"][0] for each in self.steps if each["id"] == self.start)
        return self._moments_for({"together": action.get("smaller_together", False)})

    def moments(self, step: str) -> list[Data]:
        """The moments that they are offered for the step."""
        return self._moments_for(
            next(each["actions"][0] for each in self.steps if each["id"] == step)
        )

    def _moments_for(self, action: Data) -> list[Data]:
        given = self.reader.safe_ones(self.reader.guide["plan"].get("moments"))
        return moments_for(action, [each for each in given if self.reader.fits(each)])

    @cached_property
    def pages(self) -> list[Any]:
        """The texts that stand there whatever they choose."""
        pages = [*self.notices, *([self.ending] if self.ending else [])]
        return [*concat(page["text"] for page in pages), *concat(self.around.values())]

    def in_plan(self, start: str | None) -> list[Any]:
        """The texts that stand in the plan if they start with that step."""
        return [*self.pages, *concat(standing(each, start, self.calm) for each in self.steps)]

    @cached_property
    def whole(self) -> list[Any]:
        """The same, with all that a step says where it is read in full."""
        return [*self.pages, *concat(said(each, ALL) for each in self.steps)]

    @cached_property
    def outcomes(self) -> dict[str, list[str]]:
        """What promises speak of and the plan has, whichever start is chosen."""
        starts: list[str | None] = [*self.choices]
        found = [self._of_texts(self.in_plan(start)) for start in starts or [None]]
        certain = {kind: set.intersection(*(each[kind] for each in found)) for kind in found[0]}
        return self._with_results({**certain, "at_hand": topics_of(self.whole)})

    @cached_property
    def at_hand(self) -> dict[str, list[str]]:
        """The same with what is a key away; what is denied is to be nowhere in this."""
        return self._with_results({**self._of_texts(self.whole), "at_hand": topics_of(self.whole)})

    def _of_texts(self, texts: list[Any]) -> dict[str, set[str]]:
        openers = {each["id"] for each in self.steps if held(each["openers"], texts)}
        return {"topic": topics_of(texts), "lines": lines_of(texts), "opener": openers}

    def _with_results(self, of_texts: Mapping[str, set[str]]) -> dict[str, list[str]]:
        ids = [each["id"] for each in self.notices]
        return {
            "ending": [self.ending["id"]] if self.ending else [],
            "notice": ids,
            "first_notice": ids[:1],
            **{each: self.steps_that_are(each) for each in (*STATUSES, "other")},
            "highlight": [each["id"] for each in self.steps if each["highlighted"]],
            "start": [self.start] if self.start else [],
            **{kind: sorted(ids) for kind, ids in of_texts.items()},
            "files": ["never" if self.off_record else "allowed"],
        }

    @cached_property
    def words(self) -> set[str]:
        """Every text that is shown, but for the names of steps; moments where they are offered."""
        pages = [*self.notices, *([self.ending] if self.ending else [])]
        moments = concat(self.moments(each) for each in self.choices) + self._part_moments
        reasons = concat(each["because"] for each in self.steps)
        texts = words_of([*self.whole, *moments])
        return {page["title"] for page in pages} | {*reasons, *texts, *self._start_words}

    @property
    def _start_words(self) -> list[str]:
        return [self.starting.say, self.starting.smaller]

    def steps_that_are(self, status: str) -> list[str]:
        """The steps with a status."""
        return [each["id"] for each in self.steps if each["status"] == status]


def concat(lists: Iterable[Iterable[Any]]) -> list[Any]:
    """The entries of several lists in one."""
    return [entry for each in lists for entry in each]


def held(some: list[Any], texts: list[Any]) -> bool:
    """Whether one of some texts is among others: itself, not one with the same words."""
    return any(each is other for each in some for other in texts)


def words_of(texts: Iterable[Any]) -> list[str]:
    """The words of texts."""
    return [each if isinstance(each, str) else each["text"] for each in texts]


def topics_of(texts: list[Any]) -> set[str]:
    """What texts speak of."""
    topics = [of(each, "topic", []) for each in texts]
    return {*concat([each] if isinstance(each, str) else each for each in topics)} - {""}


def lines_of(texts: list[Any]) -> set[str]:
    """The kinds of help line below texts."""
    return {*concat(of(each, "support", []) for each in texts)}


def read(guide: Data, answers: Answers) -> Shown:
    """What a reader is shown who gives these answers; what they left out counts as skipped."""
    reader, ending = walk(guide, answers)
    shown = Shown(reader)
    if ending is not None:
        shown.ending = page(reader, ending)
        return shown
    shown.notices = [page(reader, each) for each in entries(guide, "notices", reader)]
    shown.steps = [step(reader, each) for each in reader.safe_ones(guide["steps"])]
    plan = guide["plan"]
    shown.calm = "no_start" in plan and reader.holds(plan["no_start"]) is True
    for name in ("top", "instead", "help", "foot"):
        left_out = name == "instead" and not shown.calm
        shown.around[name] = [] if left_out else paragraphs(reader, plan.get(name))
    if not shown.calm:
        rules = [
            (number, rule)
            for number, rule in enumerate(plan.get("start", []))
            if reader.safe(rule) and reader.fits(rule)
        ]
        last = next(iter(answers.get("start", [""])))
        shown.starting = start_by_rule(rules, shown.steps, last)
    return shown


def page(reader: Reader, entry: Data) -> dict[str, Any]:
    """An ending or a notice, with the paragraphs that fit."""
    text = [each for each in entry["text"] if reader.fits(each)]
    return {"id": entry["id"], "title": entry["title"], "text": text}


def paragraphs(reader: Reader, given: Any) -> list[Any]:
    """The texts of a plan or a step that fit and are safe."""
    return [each for each in reader.safe_ones(given) if reader.fits(each)]


def step(reader: Reader, entry: Data) -> dict[str, Any]:
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
        "text": paragraphs(reader, entry["text"]) if applies else [],
        "advice": points(reader, entry, status)[:MOST_ADVICE],
        "actions": actions[:1] if applies else [],
        "openers": openers[:MOST_OPENERS] if applies else [],
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


def promised(then: Any, shown: Shown, denied: bool = False) -> bool:
    """Whether what was promised is true for a reader; what is `denied` is looked for at hand."""
    ((kind, value),) = then.items()
    if kind in ("all", "any", "none"):
        denied = denied != (kind == "none")
        return combined(kind, [promised(each, shown, denied) for each in value]) is True
    ids = set((shown.at_hand if denied else shown.outcomes)[kind])
    if value == "any":
        return bool(ids)
    if isinstance(value, Mapping):
        return bool(ids - set(value["any_but"]))
    return bool(ids & set(value))
