"""What an edit of a guide changes for its readers, with a smallest reader for each kind of change.

Both guides are written down as statements over the same answers, so that "somebody gets something
else" is a question that has an exact answer. Readers are compared by the answers that both guides
know; questions and options that only one of them has are told apart from that, and so is what
they say whatever the rules are.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Final

from distancecli.checking.diff.newcomers import newcomers
from distancecli.checking.diff.sides import Change, Readers, Side
from distancecli.checking.diff.wording import Wording
from distancecli.checking.everyone.interview import Everyone, Marks, free_marks
from distancecli.checking.everyone.logic import FALSE, Logic, Statement
from distancecli.checking.everyone.plan import Shown
from distancecli.checking.kinds import ShownText
from distancecli.guide.model import Guide, Status

STATUSES: Final[dict[Status, tuple[str, str]]] = {
    "applies": ("applies", "applied"),
    "done": ("is done", "was done"),
    "not_yet": ("has to wait", "had to wait"),
    "other": ("is just named", "was just named"),
}
"""What a step does that has the status now, and what it did that had it before."""


class Difference:
    """The difference between two guides."""

    def __init__(self, old: Guide, new: Guide):
        self._logic = Logic()
        self._wording = Wording(old, new)
        before, after = free_marks(self._logic, old), free_marks(self._logic, new)
        self._join(before, after)
        self._old, self._new = (
            Side(guide, Shown(Everyone(self._logic, guide, marks)))
            for guide, marks in ((old, before), (new, after))
        )
        self._readers = Readers(self._old.shown.everyone, self._new.shown.everyone)
        self._both = self._logic.all((self._old.planned, self._new.planned))
        self._directions = (
            (self._new, self._old, "now"),
            (self._old, self._new, "no longer"),
        )
        """From each guide to the other: what holds by the first alone, and since when."""

    def _join(self, before: Marks, after: Marks) -> None:
        """Lets both guides be answered alike, and nothing be marked that only one of them has."""
        for marks, others in ((before, after), (after, before)):
            for question, own in marks.items():
                for code, mark in own.items():
                    other = others.get(question, {}).get(code)
                    self._logic.require(-mark, *([other] if other else []))

    def changes(self) -> Iterator[Change]:
        """Every kind of change: what is new or gone, what is for other readers, what is for all."""
        yield from map(Change, self._wording.entries_of_one())
        yield from newcomers(self._old.guide, self._new)
        yield from self._endings()
        yield from self._steps()
        yield from self._starts()
        yield from self._highlights_and_notices()
        yield from self._questions()
        yield from self._off_record()
        reworded = dict(self._reworded())
        yield from self._texts(reworded)
        yield from map(Change, self._wording.changes(reworded))

    # --- Results ---------------------------------------------------------------------------------

    def _endings(self) -> Iterator[Change]:
        results: dict[str, tuple[Statement, Statement]] = {
            "a plan": (self._old.planned, self._new.planned)
        }
        for ending in dict.fromkeys(e.id for s in (self._old, self._new) for e in s.guide.endings):
            sides = (self._old.outcome("ending", ending), self._new.outcome("ending", ending))
            results[f'the ending "{ending}"'] = sides
        for before, (was, _) in results.items():
            for after, (_, is_now) in results.items():
                if before != after:
                    yield from self._readers.change(f"{after} instead of {before}", was, is_now)

    def _steps(self) -> Iterator[Change]:
        new = {step.id for step in self._new.guide.steps}
        for step in self._old.guide.steps:
            for before, (_, did) in STATUSES.items():
                was = self._old.outcome(before, step.id)
                for after, (does, _) in STATUSES.items():
                    if before != after:
                        said = f'the step "{step.id}" {does}, and before it {did}'
                        yield from self._readers.change(
                            said, was, self._new.outcome(after, step.id)
                        )
            if step.id in new:
                yield from self._named(step.id)

    def _named(self, step: str) -> Iterator[Change]:
        """Guarded readers who are told of a step now, or not any more: its mark decides that."""
        for one, other, words in self._directions:
            has, lacks = (
                self._logic.any(side.outcome(status, step) for status in STATUSES)
                for side in (one, other)
            )
            said = f'the step "{step}" is {words} named to a guarded reader'
            yield from self._readers.change(said, self._both, has, -lacks)

    def _starts(self) -> Iterator[Change]:
        """Readers of a plan by both guides who start with another step, or with none."""
        old, new = self._by_start(self._old), self._by_start(self._new)
        for before, was in old.items():
            for after, is_now in new.items():
                if before != after:
                    said = f"{after} is where a reader starts, and before it was {before}"
                    yield from self._readers.change(said, self._both, was, is_now)

    def _by_start(self, side: Side) -> dict[str, Statement]:
        """Who starts with each step, by how it is told; and who with none."""
        starts = {
            f'the step "{step.id}"': side.outcome("start", step.id) for step in side.guide.steps
        }
        none = self._logic.all((side.planned, *(-each for each in starts.values())))
        return {**starts, "no step": none}

    def _highlights_and_notices(self) -> Iterator[Change]:
        for one, other, words in self._directions:
            for (kind, name), holds in one.shown.outcomes.items():
                lacks = -other.outcome(kind, name)
                if kind == "highlight":
                    said = f'the step "{name}" is {words} highlighted'
                    yield from self._readers.change(said, self._both, holds, lacks)
                elif kind == "notice":
                    said = f'the notice "{name}" is {words} shown'
                    yield from self._readers.change(said, self._both, holds, lacks)

    def _questions(self) -> Iterator[Change]:
        for one, other, words in self._directions:
            asked, others = one.shown.everyone.asked, other.shown.everyone.asked
            for question, holds in asked.items():
                if question in others:
                    said = f'the question "{question}" is {words} asked'
                    # Where an ending came first, that is told already.
                    yield from self._readers.change(said, self._both, holds, -others[question])

    def _off_record(self) -> Iterator[Change]:
        for one, other, words in self._directions:
            off = (one.shown.off_record, -other.shown.off_record)
            yield from self._readers.change(f"a run is {words} off record", *off)

    # --- Texts -----------------------------------------------------------------------------------

    def _texts(self, reworded: Mapping[ShownText, str]) -> Iterator[Change]:
        """Texts that other readers are shown, but for what goes with another result or status."""
        for text, new_words in reworded.items():
            yield Change(f'{text.called} is reworded: "{text.words}" is now "{new_words}"')
        # Their new words are no new text either.
        told = {*reworded, *(text._replace(words=words) for text, words in reworded.items())}
        for one, other, words in self._directions:
            for text, holds in one.shown.texts.items():
                if text not in told:
                    lacks = -other.shown.texts.get(text, FALSE)
                    said = f'{text.called} is {words} shown: "{text.words}"'
                    yield from self._readers.change(said, self._alike(text.owner), holds, lacks)
        yield from self._texts_for_nobody(told)

    def _texts_for_nobody(self, told: Container[ShownText]) -> Iterator[Change]:
        """Texts of one guide for no reader whom both know; `distance steps` lists them all."""
        for one, other, words, answer in (
            (self._new, self._old, "new", "give a new answer"),
            (self._old, self._new, "gone", "gave an answer that is gone"),
        ):
            for text, holds in one.shown.texts.items():
                # Where the whole step or page is new, that is told.
                fresh = text not in other.shown.texts and text not in told
                if fresh and other.has(text.owner) and not self._logic.possible(holds):
                    whom = f"those who {answer}" if one.can_show(text) else "no reader"
                    yield Change(f'{text.called} is {words}, for {whom}: "{text.words}"')

    def _alike(self, owner: str) -> Statement:
        """Both guides come to the same for the reader, as far as the owner of a text goes."""
        logic, old, new = self._logic, self._old, self._new
        # Another result is told as such, and need not be told again by each text of it.
        pairs = [
            logic.all((old.outcome(kind, owner), new.outcome(kind, owner)))
            for kind in (*STATUSES, "ending", "notice")
        ]
        return logic.any(pairs) if owner else self._both

    def _reworded(self) -> Iterator[tuple[ShownText, str]]:
        """Texts that only the old guide has, with one of the new guide's for the same readers."""
        old, new = self._old.shown.texts, self._new.shown.texts
        fresh = [text for text in new if text not in old]
        for text in old:
            for other in fresh if text not in new else ():
                alike = other._replace(words=text.words) == text
                differ = self._logic.differ(old[text], new[other])
                if alike and not self._logic.possible(self._alike(text.owner), differ):
                    fresh.remove(other)
                    yield text, other.words
                    break
