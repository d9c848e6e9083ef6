"""Where every possible reader starts, as statements: what `interview.start` decides for one."""

from collections.abc import Mapping

from distancecli.checking.everyone.logic import FALSE, Statement
from distancecli.checking.everyone.record import Record
from distancecli.checking.everyone.steps import Able
from distancecli.checking.kinds import Audience, Kind, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.start import OTHER, SMALLER, StartRule


def starting(record: Record) -> Statement:
    """The reader gets a plan, and the guide does not say that they are given no start."""
    calm = record.guide.plan.no_start
    if calm is None:
        return record.everyone.planned
    none = record.planned(calm)
    record.audiences[("plan", "no_start")] = Audience(none, none, none)
    return record.logic.all((record.everyone.planned, -none))


class Starts:
    """With which step readers start; `able` says to whom each step gives something to do.

    Of whoever comes back, any step may be the one of last time, with what it gives now or without.
    """

    def __init__(self, record: Record, starts: Statement, able: Mapping[str, Able]):
        self._record = record
        self._logic = record.logic
        self._starts = starts
        self._able = able
        self._left = starts
        self._open = {step: each.any for step, each in able.items()}
        """Which steps can be the start, of those whom no rule gave one."""
        self._found: dict[str, Statement] = dict.fromkeys(able, FALSE)
        self.smaller: dict[str, Statement] = dict.fromkeys(able, FALSE)
        """Who starts with a smaller part of the step's action."""
        self._last = record.everyone.last
        self._kept = record.everyone.kept
        for index, rule in enumerate(record.guide.plan.start):
            self._follow(("plan", "start", index), rule)
        for step in able:
            self._take(step, self._open[step])

    def add(self) -> None:
        """Keeps who starts with what."""
        for step, holds in self._found.items():
            self._record.add_outcome("start", step, holds)

    def _follow(self, place: Place, rule: StartRule) -> None:
        """Gives a start to those whom the rule fits, or keeps them from that of last time."""
        logic, record = self._logic, self._record
        meant = logic.all((self._starts, record.everyone.holds(rule.when)))
        fits = logic.all((meant, record.is_safe(rule.safe_for)))
        here = logic.all((self._left, fits))
        if rule.last == OTHER:
            led = self._pass_over(here)
        elif rule.last:
            led = logic.any(self._take_last(step, here, rule) for step in self._able)
        else:
            led = self._take(rule.step, logic.all((fits, self._open[rule.step])))
        record.audiences[place] = Audience(led, fits, meant)
        if rule.say:
            text = ShownText(Kind.START_TEXT, "", rule.say)
            record.add((*place, "say"), Audience(led, led, led), text)

    def _take(self, step: str, holds: Statement) -> Statement:
        """Lets those of whoever is left start with the step; who they are."""
        taken = self._logic.all((self._left, holds))
        self._found[step] = self._logic.any((self._found[step], taken))
        self._left = self._logic.all((self._left, -taken))
        return taken

    def _take_last(self, step: str, here: Statement, rule: StartRule) -> Statement:
        had = (here, self._last.get(step, FALSE), self._kept, self._open[step])
        if rule.last == SMALLER:
            taken = self._take(step, self._logic.all((*had, self._able[step].smaller)))
            self.smaller[step] = self._logic.any((self.smaller[step], taken))
            return taken
        return self._take(step, self._logic.all(had))

    def _pass_over(self, here: Statement) -> Statement:
        """Keeps them from the step of last time, where they have another one; who they are."""
        logic = self._logic
        passed = {}
        for step in self._open:
            others = logic.any(each for other, each in self._open.items() if other != step)
            passed[step] = logic.all((here, self._last.get(step, FALSE), others))
        for step, over in passed.items():
            self._open[step] = logic.all((self._open[step], -over))
        return logic.any(passed.values())


def add_moments(record: Record, alone: Statement, together: Statement) -> None:
    """Which moments are offered; the two say who can choose an action of each kind."""
    logic = record.logic
    for index, moment in enumerate(record.guide.plan.moments):
        whole = together if moment.together else alone
        meant = logic.all((whole, record.everyone.holds(moment.when)))
        fits = logic.all((meant, record.is_safe(moment.safe_for)))
        text = ShownText(Kind.MOMENT, "", moment.text)
        record.add(("plan", "moments", index), Audience(fits, fits, meant), text)
