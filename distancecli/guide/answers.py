"""Answers by question id: what an answer may be, and reading answers from a file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from distancecli.documents.fault import Fault
from distancecli.guide.conditions import SKIPPED
from distancecli.guide.meant import one_by_one
from distancecli.guide.model import Guide, Question
from distancecli.text.spelling import listed, near_or_nothing

Codes = frozenset[str]
"""An answer: the codes chosen, or `SKIP`. An empty set belongs to a question that is not asked."""

Answers = Mapping[str, Codes]
"""Answers as they were given, by question id."""

SKIP: Final[Codes] = frozenset({SKIPPED})

MISFIT: Final = "answers"
"""The code of every fault of answers."""


def clash(question: Question, codes: Codes) -> str | None:
    """Why the codes cannot stand together as an answer to the question, in words, or None."""
    if len(codes) < 2:
        return None
    if not question.many:
        return f'"{question.id}" takes one answer, and here are {len(codes)}; keep one'
    alone = sorted(codes & {SKIPPED, *(each.code for each in question.options if each.exclusive)})
    if not alone:
        return None
    said = f'"{alone[0]}" of "{question.id}" stands alone'
    return f"{said}, and here it stands beside another; keep one"


def as_answers(data: Mapping[str, str | Sequence[str] | None]) -> Answers:
    """The answers that plain data without faults stands for."""
    return {
        id: frozenset([value] if isinstance(value, str) else value)
        for id, value in data.items()
        if value
    }


def answer_faults(guide: Guide, data: Any) -> Iterator[Fault]:
    """What keeps plain data from being answers to the guide, each with its place."""
    if not isinstance(data, dict | None):
        said = "this is not a list of answers; write one `question: code` to a line"
        yield Fault((), said, MISFIT)
        return
    questions = {question.id: question for question in guide.questions}
    for id, value in (data or {}).items():
        if question := questions.get(id):
            yield from _answer_faults(question, value)
        else:
            near = near_or_nothing(id, questions) or ";"
            said = f'no question is called "{id}"{near} valid questions: {listed(questions)}'
            yield Fault((id,), said, MISFIT)


def _answer_faults(question: Question, value: Any) -> Iterator[Fault]:
    if value is None:
        return
    codes = value if isinstance(value, list | tuple) else [value]
    unknown = False
    for index, code in enumerate(codes):
        if code != SKIPPED and question.option(code) is None:
            unknown = True
            yield Fault((question.id, index), _unknown_code(question, code), MISFIT)
    if not unknown and (said := clash(question, frozenset(codes))):
        yield Fault((question.id,), f"{said}; {_valid_codes(question)}", MISFIT)


def _unknown_code(question: Question, code: Any) -> str:
    valid = _valid_codes(question)
    if not isinstance(code, str):
        return f'"{question.id}" takes a code or a list of codes; {valid}'
    said = f'"{question.id}" has no answer "{code}"'
    several = one_by_one(code)
    if len(several) > 1:
        write = f"write more than one as [{', '.join(several)}]" if question.many else "keep one"
        return f"{said}; {write}; {valid}"
    near = near_or_nothing(code, _codes(question)) or ";"
    return f"{said}{near} {valid}"


def _valid_codes(question: Question) -> str:
    return f"valid codes: {listed(_codes(question))}"


def _codes(question: Question) -> list[str]:
    return [*(option.code for option in question.options), SKIPPED]
