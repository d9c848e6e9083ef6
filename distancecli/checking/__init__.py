"""Checks a guide: what is proved of it for every reader, its example readers, and its style."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from distancecli.checking.examples import readers_as_expected
from distancecli.checking.findings import Finding
from distancecli.checking.proofs import Proofs
from distancecli.checking.routes import Routes, routes
from distancecli.checking.style import style_findings
from distancecli.documents import Document
from distancecli.guide import Guide
from distancecli.guidefile import guide_from

Part = tuple[str, Callable[[], Iterable[Finding]]]
"""A part of the check: what it shows, and what finds the faults that keep it from being so."""

MOST_RESULTS: Final = 1_000


@dataclass(slots=True)
class Check:
    """What was found out about a guide."""

    guide: Guide
    parts: tuple[str, ...]
    """What was checked, in words."""
    findings: list[Finding] = field(default_factory=list)
    routes: Routes | None = None
    """None where the ways through the guide are too entangled to count."""
    results: int | None = None
    """How many different results there are: endings, and plans by what they say of each step.
    None where there are more than `MOST_RESULTS`."""


def check(document: Document, watched: Callable[[list[Part]], Iterable[Part]] = iter) -> Check:
    """Everything that can be said of a guide before anyone relies on it.

    `watched` is given the parts of the work, and may show how far it is as they go by.

    Raises:
        FileProblems: it is not a guide; nothing can be proved before that is mended.
    """
    guide = guide_from(document)
    proofs = Proofs(guide)
    parts: list[Part] = [
        ("every reader gets an ending, or a plan where a step applies", proofs.blank_plans),
        ("every question is asked of some reader", proofs.unasked_questions),
        ("every rule and every text is for some reader", proofs.entries_never_shown),
        ("every answer changes something", proofs.answers_without_effect),
        ("every promise is kept, for every reader", proofs.broken_promises),
        ("every example reader is shown what is expected", lambda: readers_as_expected(guide)),
        (
            "no sentence is long, and every help line and fact is in order",
            lambda: style_findings(guide, document.data),
        ),
    ]
    done = Check(guide, tuple(words for words, _ in parts))
    for _, find in watched(parts):
        done.findings.extend(find())
    done.routes = routes(guide)
    done.results = proofs.results(MOST_RESULTS)
    return done
