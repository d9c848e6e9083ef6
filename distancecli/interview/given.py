"""What an answers file gives: answers, and what was chosen to start with."""

from itertools import chain, islice
from typing import Any

from distancecli.documents.document import Document
from distancecli.documents.fault import Fault
from distancecli.errors import MOST_GATHERED, FileProblems, Problem, Refused
from distancecli.guide.answers import answer_faults, as_answers
from distancecli.guide.model import Guide
from distancecli.guide.start import START
from distancecli.interview.keptstart import start_faults, start_in
from distancecli.interview.since import Given


def given_by(guide: Guide, document: Document) -> Given:
    """The answers that a file gives, by question id; what it leaves out is not in them.

    A value is a code, a list of codes or `skipped`; an empty value or list says nothing.

    Raises:
        FileProblems: an unknown question, code or start, or codes that cannot stand together.
    """
    if faults := _faults(guide, document.data):
        raise FileProblems(map(document.problem, faults))
    return _as_given(document.data)


def known_in(guide: Guide, document: Document) -> tuple[Given, list[Problem]]:
    """What an earlier file gives of which the guide still knows, and what it knows no longer.

    A question with an answer that is not known any more is asked as if it had none.

    Raises:
        FileProblems: it is no answers file.
        Refused: it is one of another guide, whose questions are others.
    """
    faults = _faults(guide, document.data)
    problems = [document.problem(fault) for fault in faults]
    if not all(fault.place for fault in faults):
        raise FileProblems(problems)
    if _is_of_another(guide, document.data):
        raise Refused(
            f"{document.name}: this answers the questions of another guide. Name that guide with "
            "--guide, or another file."
        )
    unknown = {fault.place[0] for fault in faults}
    data = document.data or {}
    return _as_given({id: value for id, value in data.items() if id not in unknown}), problems


def _is_of_another(guide: Guide, data: Any) -> bool:
    """Whether the guide does not know most of what the file answers."""
    ids = set(data or ()) - {START}
    return 2 * len(ids - {question.id for question in guide.questions}) > len(ids)


def _faults(guide: Guide, data: Any) -> list[Fault]:
    answers = _answers_of(data) if isinstance(data, dict) else data
    found = chain(answer_faults(guide, answers), start_faults(guide, data))
    return list(islice(found, MOST_GATHERED))


def _as_given(data: Any) -> Given:
    return Given(as_answers(_answers_of(data or {})), start_in(data))


def _answers_of(data: dict[str, Any]) -> dict[str, Any]:
    return {id: value for id, value in data.items() if id != START}
