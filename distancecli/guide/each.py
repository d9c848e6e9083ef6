"""What a question must not say whose options are asked one by one (`choose: each`)."""

from collections.abc import Iterator
from typing import Final

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.errors import UNKNOWN_NAME
from distancecli.guide.model import Each, Question
from distancecli.text.spelling import suggestion

EACH: Final = "each"
"""The code of every fault that is about asking one by one, but for names that are not known."""
LEAST_ROWS: Final = 2
WRITTEN: Final = "each: {no_to_all: CODE, not_sure: CODE}"


def each_faults(question: Question, place: Place) -> Iterator[Fault]:
    """Everything that keeps the question from being asked option by option as it says."""
    asks_each, each = question.choose == EACH, question.each
    if asks_each and each is None:
        said = f"this needs two codes to go with it; add `{WRITTEN}`"
        yield Fault((*place, "choose"), said, EACH)
    elif each is not None and not asks_each:
        said = f"this is for `choose: each`, and here stands {question.choose}; remove one of them"
        yield Fault((*place, EACH), said, EACH)
    elif each is not None:
        named = list(_unknown(question, each, place))
        yield from named or [*_row_faults(question, each, place), *_whole_faults(question, place)]


def _unknown(question: Question, each: Each, place: Place) -> Iterator[Fault]:
    """The two codes must be two answers of the question."""
    codes = [option.code for option in question.options]
    if each.no_to_all == each.not_sure:
        said = f'"{each.not_sure}" is no to all already; give the option for not sure its own code'
        yield Fault((*place, EACH, "not_sure"), said, EACH)
        return
    for name in ("no_to_all", "not_sure"):
        code = getattr(each, name)
        if code not in codes:
            said = f'"{question.id}" has no code "{code}"{suggestion(code, codes)}'
            yield Fault((*place, EACH, name), said, UNKNOWN_NAME)


def _row_faults(question: Question, each: Each, place: Place) -> Iterator[Fault]:
    """There are some to ask, any of them can be answered with yes, and "no to all" stands alone."""
    if len(question.rows) < LEAST_ROWS:
        said = f"fewer than {LEAST_ROWS} options are asked by themselves; add one, or choose: many"
        yield Fault((*place, "options"), said, EACH)
    for index, option in enumerate(question.options):
        inner, called = (*place, "options", index), f'"{option.code}" of "{question.id}"'
        if option.code == each.no_to_all and not option.exclusive:
            said = f"{called} is no to all, so it stands beside nothing; add exclusive: true"
            yield Fault(inner, said, EACH)
        elif option.code != each.no_to_all and option.exclusive:
            said = f"{called} can be said beside a yes to another; remove this"
            yield Fault((*inner, "exclusive"), said, EACH)


def _whole_faults(question: Question, place: Place) -> Iterator[Fault]:
    """What is never asked has no line above it."""
    for index, option in enumerate(question.options):
        if option.above and option not in question.rows:
            said = f'"{option.code}" is not asked by itself, so nobody sees this; remove it'
            yield Fault((*place, "options", index, "above"), said, EACH)
