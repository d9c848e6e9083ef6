"""Where every possible reader starts, as statements: what `interview.start` decides for one."""

from collections.abc import Mapping

from distancecli.checking.everyone.logic import FALSE, Statement
from distancecli.checking.everyone.record import Record
from distancecli.checking.kinds import Audience, Kind, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.start import Moment


def starting(record: Record) -> Statement:
    """The reader gets a plan, and the guide does not say that they are given no start."""
    calm = record.guide.plan.no_start
    if calm is None:
        return record.everyone.planned
    none = record.planned(calm)
    record.audiences[("plan", "no_start")] = Audience(none, none, none)
    return record.logic.all((record.everyone.planned, -none))


def add_starts(record: Record, starts: Statement, able: Mapping[str, Statement]) -> None:
    """With which step readers start; `able` says to whom each step gives something to do."""
    logic = record.logic
    found: dict[str, Statement] = dict.fromkeys(able, FALSE)
    left = starts
    for index, rule in enumerate(record.guide.plan.start):
        meant = logic.all((starts, record.everyone.holds(rule.when)))
        fits = logic.all((meant, record.is_safe(rule.safe_for)))
        taken = logic.all((left, fits, able[rule.step]))
        record.audiences[("plan", "start", index)] = Audience(taken, fits, meant)
        found[rule.step] = logic.any((found[rule.step], taken))
        left = logic.all((left, -taken))
    for step, can in able.items():
        first = logic.all((left, can))
        found[step] = logic.any((found[step], first))
        left = logic.all((left, -first))
    for step, holds in found.items():
        record.add_outcome("start", step, holds)


def add_moments(record: Record, alone: Statement, together: Statement) -> None:
    """Which moments are offered; the two say who can choose an action of each kind."""
    for index, moment in enumerate(record.guide.plan.moments):
        place: Place = ("plan", "moments", index)
        record.add(
            place,
            _offered(record, moment, together if moment.together else alone),
            ShownText(Kind.MOMENT, "", moment.text),
        )


def _offered(record: Record, moment: Moment, whole: Statement) -> Audience:
    meant = record.logic.all((whole, record.everyone.holds(moment.when)))
    fits = record.logic.all((meant, record.is_safe(moment.safe_for)))
    return Audience(fits, fits, meant)
