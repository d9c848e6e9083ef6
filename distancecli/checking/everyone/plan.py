"""What is shown to every possible reader, as statements: what `plan.make_plan` decides for one."""

from itertools import chain
from typing import Final, get_args

from distancecli.checking.everyone.interview import Everyone
from distancecli.checking.everyone.logic import Statement
from distancecli.checking.everyone.paragraphs import Paragraphs
from distancecli.checking.everyone.record import Record
from distancecli.checking.everyone.start import Starts, add_moments, starting
from distancecli.checking.everyone.steps import StepOfAll
from distancecli.checking.kinds import Audience, Kind
from distancecli.documents.plaindata import Place
from distancecli.guide.model import Status

RESULTS: Final = (*get_args(Status), "ending", "notice", "highlight", "start")
"""The kinds of outcome that make a result; the others go with these, or with texts."""


class Shown(Record):
    """What the readers of a guide are shown, entry by entry."""

    def __init__(self, everyone: Everyone):
        super().__init__(everyone)
        self._endings()
        self._notices()
        starts = starting(self)
        self._around(starts)
        self._steps(starts)
        self.off_record = self._off_record()
        self.add_outcome("files", "never", self.off_record)
        self.add_outcome("files", "allowed", -self.off_record)

    @property
    def results(self) -> list[Statement]:
        """What makes a result: the ending, or the start, each step's status, the highlights, the
        notices."""
        return [holds for (kind, _), holds in self.outcomes.items() if kind in RESULTS]

    @property
    def seen(self) -> list[Statement]:
        """All that readers are shown, and so can tell apart."""
        return [*self.texts.values(), *self.results]

    def _endings(self) -> None:
        for index, ending in enumerate(self.guide.endings):
            ended = self.everyone.ended[ending.id]
            place: Place = ("endings", index)
            meant = self.everyone.holds(ending.when)
            self.audiences[place] = Audience(ended, meant, meant)
            self.add_outcome("ending", ending.id, ended)
            text = (*place, "text")
            Paragraphs(self, text, ending.text, Kind.ENDING_TEXT, ending.id).add(ended)

    def _notices(self) -> None:
        before: list[Statement] = []
        for index, notice in enumerate(self.guide.notices):
            shown = self.planned(notice.when)
            place: Place = ("notices", index)
            self.audiences[place] = Audience(shown, shown, shown)
            self.add_outcome("notice", notice.id, shown)
            first = self.logic.all((shown, *(-each for each in before)))
            self.add_outcome("first_notice", notice.id, first)
            text = (*place, "text")
            Paragraphs(self, text, notice.text, Kind.NOTICE_TEXT, notice.id).add(shown)
            before.append(shown)

    def _around(self, starts: Statement) -> None:
        """What stands around the steps."""
        planned = self.everyone.planned
        instead = self.logic.all((planned, -starts))
        for name, kind, whole in (
            ("top", Kind.TOP_TEXT, planned),
            ("instead", Kind.INSTEAD_TEXT, instead),
            ("help", Kind.HELP_TEXT, planned),
            ("foot", Kind.FOOT_TEXT, planned),
        ):
            Paragraphs(self, ("plan", name), getattr(self.guide.plan, name), kind, "").add(whole)

    def _steps(self, starts: Statement) -> None:
        steps = [
            StepOfAll(self, ("steps", index), step, starts)
            for index, step in enumerate(self.guide.steps)
        ]
        able = {step.id: one.able for step, one in zip(self.guide.steps, steps, strict=True)}
        found = Starts(self, starts, able)
        for step, each in zip(self.guide.steps, steps, strict=True):
            each.add(found.smaller[step.id])
        self.settle({id: each.any for id, each in able.items()})
        found.add()
        alone, together = (
            self.logic.all((starts, self.logic.any(chain(*(step.of_kind(kind) for step in steps)))))
            for kind in (False, True)
        )
        add_moments(self, alone, together)

    def _off_record(self) -> Statement:
        return self.logic.any(
            self.everyone.live(question.id, option.code)
            for question in self.guide.questions
            for option in question.options
            if option.off_record
        )
