"""Checks a guide: what is proved of it for every reader, its example readers, and its style."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

from msgspec import Struct, field

from distancecli.checking.alike import alike_faults
from distancecli.checking.answers import faults_by_question
from distancecli.checking.cautions import caution_faults
from distancecli.checking.examples import readers_as_expected, unasked_answers
from distancecli.checking.language import language_faults
from distancecli.checking.proofs import Proofs
from distancecli.checking.style import style_faults
from distancecli.checking.undecided import undecided_faults
from distancecli.checking.unreached import Unreached
from distancecli.documents.document import Document
from distancecli.documents.fault import Fault
from distancecli.guide.load import guide_from
from distancecli.guide.model import Guide

MOST_RESULTS: Final = 1000


class Proof(NamedTuple):
    """A part of a check: what it shows, and what finds the faults that keep it from being so."""

    words: str
    faults: Callable[[], Iterable[Fault]]


class Check(Struct):
    """What was found out about a guide."""

    guide: Guide
    asked: tuple[int, int]
    """How many questions readers are asked, at the least and at the most."""
    results: int | None
    """How many different results there are: endings, and plans by what they say of each step.
    None where there are more than `MOST_RESULTS`."""
    proved: tuple[str, ...] = ()
    """What was proved, in words, if nothing was found against it."""
    faults: list[Fault] = field(default_factory=list)


def _silent(_done: int, _all: int) -> None:
    """Tells nobody how far the work is."""


def check(document: Document, tell: Callable[[int, int], None] = _silent) -> Check:
    """Everything that can be said of a guide before anyone relies on it.

    `tell` hears how many parts of the work are done, and how many there are.

    Raises:
        FileProblems: it is not a guide; nothing can be proved before that is mended.
    """
    guide = guide_from(document)
    counting = Proofs(guide)  # it leaves much behind in its solver, so it has one of its own
    done = Check(guide, counting.asked(), counting.results(MOST_RESULTS))
    proofs = Proofs(guide)
    parts = list(parts_of(proofs))
    for number, part in enumerate(parts):
        tell(number, len(parts))
        done.faults.extend(part.faults())
    done.proved = tuple(dict.fromkeys(part.words for part in parts))
    done.faults.extend(undecided_faults(proofs))
    done.faults.extend(caution_faults(proofs))
    done.faults.extend(alike_faults(proofs, done.asked[1]))
    done.faults.extend(unasked_answers(guide))
    done.faults.extend(style_faults(guide, document))
    done.faults.extend(language_faults(guide, document))
    return done


def parts_of(proofs: Proofs) -> Iterator[Proof]:
    """What is to be proved, part by part; the promises and example readers come last."""
    guide, unreached = proofs.guide, Unreached(proofs)
    yield Proof("every reader gets an ending, or a plan where a step applies", proofs.blank_plans)
    pages = "every ending and every notice says something to each of its readers"
    yield Proof(pages, proofs.blank_pages)
    actions = (
        "every step that applies gives its reader an action, so that there is one to start with"
    )
    yield Proof(actions, proofs.missing_actions)
    yield Proof("every question is asked of some reader", unreached.questions)
    yield Proof("every fact is true of some reader", unreached.facts)
    yield Proof("every rule and every text is for some reader", unreached.entries)
    if guide.guarded:
        safe = "nothing in a plan reaches a guarded reader that is not marked safe for them"
        yield Proof(safe, unreached.marks)
    by_question = faults_by_question(guide)
    for _ in guide.questions:
        words = "every answer changes something, or is marked as informing nothing"
        yield Proof(words, partial(next, by_question))
    if guide.promises:
        yield Proof("every promise is kept, for every reader", proofs.broken_promises)
    if guide.readers:
        examples = partial(readers_as_expected, guide)
        yield Proof("every example reader is shown what is expected", examples)
