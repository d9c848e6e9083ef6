"""The proofs of a guide agree with trying every reader by the second reading of its rules.

Each guide is small and drawn at random, and its verdicts are compared one kind after the other.
How to try thousands is said in test_second_reading.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any, Final

from hypothesis import given

from distancecli.checking.proofs import Proofs
from distancecli.checking.unreached import Unreached
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.answers import SKIP, Answers
from tests.support.random_guides import FEWER, Data, as_guide, small_data
from tests.support.second_cut import moments_for
from tests.support.second_reader import every_reader
from tests.support.second_reading import Shown, promised, read

RESULT: Final = ("ending", "start", "applies", "done", "not_yet", "other", "highlight", "notice")
"""The kinds of outcome that make a result."""
STARTING: Final = ("start", "moments")
"""The lists of a plan that say where and when to start."""


class Tried:
    """A guide, and what every one of its readers is shown."""

    def __init__(self, data: Data):
        self.data = data
        self.readers = [(answers, read(data, answers)) for answers in every_reader(data)]

    @property
    def proofs(self) -> Proofs:
        """What is proved of the guide, by a solver that was asked nothing yet."""
        return Proofs(as_guide(self.data))

    @cached_property
    def asked(self) -> set[str]:
        """The questions that some reader is asked."""
        return {id for _, shown in self.readers for id in shown.asked}

    @cached_property
    def true(self) -> set[str]:
        """The facts that are true of some reader."""
        readers = [shown.reader for _, shown in self.readers]
        return {name for name in self.data["facts"] if any(each.holds(name) for each in readers)}

    @cached_property
    def words(self) -> set[str]:
        """The texts that some reader is shown."""
        return set().union(*(shown.words for _, shown in self.readers))

    @cached_property
    def rules(self) -> set[int | None]:
        """The lines that say where some reader starts."""
        return {rule for _, shown in self.readers for rule in shown.starting.rules}

    @cached_property
    def lit(self) -> set[str]:
        """The steps that are highlighted for some reader."""
        return {id for _, shown in self.readers for id in shown.outcomes["highlight"]}

    def at(self, place: Place) -> Any:
        """What stands at a place of the guide."""
        value = self.data
        for part in place:
            value = value[part]  # type: ignore[index]
        return value


def marks(data: Data, answers: Answers) -> int:
    """How many marks a reader made; to come back counts, as does each thing that is known of it."""
    back = any(each.get("again") and each["id"] in answers for each in data["questions"])
    gone = any(each.endswith("/") for each in answers.get("start", ()))
    return sum(len(codes) for codes in answers.values() if codes != SKIP) + back + gone


def is_smallest(tried: Tried, fault: Fault, fails: Callable[[Shown], object]) -> bool:
    """Whether the reader who is named with a fault is one whom it fails, with the fewest marks."""
    fewest = min(marks(tried.data, answers) for answers, shown in tried.readers if fails(shown))
    example = fault.example
    assert example is not None
    return bool(fails(read(tried.data, example))) and marks(tried.data, example) == fewest


def among(ids: Callable[[Shown], set[str]], id: str) -> Callable[[Shown], bool]:
    """Whether an id is among those that are wrong for a reader."""
    return lambda shown: id in ids(shown)


def named_in(rule: Any) -> Iterator[str]:
    """The facts and questions that a condition names itself."""
    if isinstance(rule, str):
        yield rule
        return
    ((name, value),) = rule.items()
    if name in ("all", "any", "none"):
        yield from chain.from_iterable(map(named_in, value))
    else:
        yield name


def leans_on(tried: Tried, rule: Any, lacking: set[str]) -> bool:
    """Whether a condition names, itself or by a fact, one of some facts and questions."""
    facts = tried.data["facts"]
    return any(
        name in lacking or (name in facts and leans_on(tried, facts[name], lacking))
        for name in named_in(rule)
    )


def blank_plans(tried: Tried) -> None:
    """A reader without a step that applies is found exactly where there is one, and a smallest."""

    def is_blank(shown: Shown) -> bool:
        return not shown.ending and not shown.outcomes["applies"]

    faults = list(tried.proofs.blank_plans())
    assert bool(faults) == any(is_blank(shown) for _, shown in tried.readers)
    assert all(is_smallest(tried, fault, is_blank) for fault in faults)


def blank_pages(tried: Tried) -> None:
    """Just those endings and notices are found of which a reader sees the title alone."""

    def blank(shown: Shown) -> set[str]:
        pages = [*shown.notices, *([shown.ending] if shown.ending else [])]
        return {page["id"] for page in pages if not page["text"]}

    faults = {str(tried.at(each.place[:2])["id"]): each for each in tried.proofs.blank_pages()}
    assert faults.keys() == set().union(*(blank(shown) for _, shown in tried.readers))
    for id, fault in faults.items():
        assert is_smallest(tried, fault, among(blank, id))


def missing_actions(tried: Tried) -> None:
    """Just those steps are found that apply to a reader without an action, each with a smallest."""

    def idle(shown: Shown) -> set[str]:
        steps = [each for each in shown.steps if each["status"] == "applies"]
        return {step["id"] for step in steps if not step["actions"]}

    faults = {str(tried.at(each.place[:2])["id"]): each for each in tried.proofs.missing_actions()}
    assert faults.keys() == set().union(*(idle(shown) for _, shown in tried.readers))
    for id, fault in faults.items():
        assert is_smallest(tried, fault, among(idle, id))


def questions_never_asked(tried: Tried) -> None:
    """Just those questions are found that no reader is asked, but for what follows from a fact."""
    found = {tried.at(each.place[:2])["id"] for each in Unreached(tried.proofs).questions()}
    assert not found & tried.asked
    for question in tried.data["questions"]:
        if question["id"] not in tried.asked | found:
            assert set(named_in(question["when"])) & (tried.data["facts"].keys() - tried.true)


def facts_never_true(tried: Tried) -> None:
    """Just those facts are found that are true of no reader, but for what follows from another."""
    found = {str(each.place[1]) for each in Unreached(tried.proofs).facts()}
    assert not found & tried.true
    false = tried.data["facts"].keys() - tried.true
    unasked = {each["id"] for each in tried.data["questions"]} - tried.asked
    for name in false - found:
        rule = tried.data["facts"][name]
        assert set(named_in(rule)) & false or leans_on(tried, rule, unasked)


def is_shown(tried: Tried, place: Place) -> bool:
    """Whether some reader is shown what stands at a place."""
    if place[-1] == "highlight":
        return tried.at(place[:2])["id"] in tried.lit
    if place == ("plan", "no_start"):
        return any(shown.calm for _, shown in tried.readers)
    if place[:2] == ("plan", "start"):
        return place[2] in tried.rules
    entry = tried.at(place)
    if isinstance(entry, str):
        return entry in tried.words
    words = next(entry[name] for name in ("because", "title", "text") if name in entry)
    return words in tried.words


def whom_entries_are_for(tried: Tried) -> None:
    """Each entry can be shown, by the proofs, exactly where some reader is shown it."""
    proofs = tried.proofs
    for place, audience in proofs.shown.audiences.items():
        assert proofs.logic.possible(audience.shown) == is_shown(tried, place), place


def entries_never_shown(tried: Tried) -> None:
    """Just those entries are found that nobody is shown, but for what follows from another."""
    found = {each.place for each in Unreached(tried.proofs).entries()}
    unasked = {each["id"] for each in tried.data["questions"]} - tried.asked
    lacking = unasked | (tried.data["facts"].keys() - tried.true)
    for place in found:
        # A step of which nothing applies is told at its reasons.
        reasons = [(*place, index) for index in range(len(tried.at(place)))]
        unseen = reasons if place[-1] == "applies" else [place]
        assert not any(is_shown(tried, each) for each in unseen), place
    outer = {place[:-1] if place[-1] == "applies" else place for place in found}
    for place in tried.proofs.shown.audiences:
        inside = any(place[: len(each)] == each for each in outer)
        # Where nobody is led to any smaller part, one of them is named.
        inside |= place[-1] == "smaller" and not any(
            shown.starting.smaller for _, shown in tried.readers
        )
        if not inside and not is_shown(tried, place):
            outward = [place[:end] for end in range(1, len(place) + 1)]
            rules = [rule for each in outward if (rule := rule_at(tried, each))]
            assert any(leans_on(tried, rule, lacking) for rule in rules), place


def rule_at(tried: Tried, place: Place) -> Any:
    """The rule of an entry, if it has one."""
    entry = tried.at(place)
    if place[-1] in ("highlight", "no_start"):
        return entry
    return entry.get("when") if isinstance(entry, dict) else None


def needless_marks_of_starts_and_moments(tried: Tried) -> None:
    """Just those marks are found of groups in which nobody is meant, where others are reached."""
    faults = [(each.place[:-1], each.message) for each in Unreached(tried.proofs).marks()]
    found = {(place, said.split('"')[1]) for place, said in faults if place[1] in STARTING}
    expected: set[tuple[Place, str]] = set()
    for name in STARTING:
        for index, entry in enumerate(tried.data["plan"][name]):
            place: Place = ("plan", name, index)
            meant = [shown.reader.groups() for _, shown in tried.readers if is_for(shown, entry)]
            if is_shown(tried, place):
                marks = {*entry.get("safe_for", [])}
                expected |= {(place, group) for group in marks.difference(*meant)}
    assert found == expected


def is_for(shown: Shown, entry: Data) -> bool:
    """Whether the rule of a start line or a moment speaks of a reader, whatever its marks."""
    if shown.ending or shown.calm or not shown.reader.fits(entry):
        return False
    actions = [step["actions"][0] for step in shown.steps if step["id"] in shown.choices]
    actions += [
        {"together": each.get("smaller_together", False)}
        for each in actions
        if each.get("smaller") == shown.starting.smaller != ""
    ]
    return not {"step", "last"}.isdisjoint(entry) or bool(
        [each for each in actions if moments_for(each, [entry])]
    )


def promises_broken_or_empty(tried: Tried) -> None:
    """A promise is found exactly where it fails a reader, with a smallest one, or has none."""
    found = {each.place: each for each in tried.proofs.broken_promises()}
    for index, promise in enumerate(tried.data["promises"]):

        def breaks(shown: Shown, promise: Data = promise) -> bool:
            return is_meant(shown, promise) and not promised(promise["then"], shown)

        meant = any(is_meant(shown, promise) for _, shown in tried.readers)
        broken = any(breaks(shown) for _, shown in tried.readers)
        assert (("promises", index, "when") in found) == (not meant)
        assert (("promises", index) in found) == broken
        if broken:
            assert is_smallest(tried, found["promises", index], breaks)


def is_meant(shown: Shown, promise: Data) -> bool:
    """Whether a promise is about a reader."""
    return shown.reader.fits(promise)


def counts(tried: Tried) -> None:
    """The fewest and the most questions, and the results, are those of trying every reader."""
    again = {each["id"] for each in tried.data["questions"] if each.get("again")}
    numbers = [len({*shown.asked} - again) for _, shown in tried.readers]
    assert tried.proofs.asked() == (min(numbers), max(numbers))
    every = [shown.outcomes for _, shown in tried.readers]
    results = {tuple(tuple(outcomes[kind]) for kind in RESULT) for outcomes in every}
    assert tried.proofs.results(1_000) == len(results)


VERDICTS: Final = (
    *(blank_plans, blank_pages, missing_actions, questions_never_asked, facts_never_true),
    *(whom_entries_are_for, entries_never_shown, needless_marks_of_starts_and_moments),
    *(promises_broken_or_empty, counts),
)


@FEWER
@given(data=small_data(again=True))
def test_every_verdict_is_that_of_trying_every_reader(data: Data) -> None:
    """What is found in a guide is what is wrong for some reader, and no more, kind by kind."""
    tried = Tried(data)
    for verdict in VERDICTS:
        verdict(tried)
