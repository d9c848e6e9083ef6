"""Answers by question id: what an answer may be, and reading answers from a file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import SKIPPED
from distancecli.guide.model import Guide, Question
from distancecli.text.spelling import listed, near_or_nothing

Codes = frozenset[str]
"""An answer: the codes chosen, or `SKIP`. An empty set belongs to a question that is not asked."""

Answers = Mapping[str, Codes]
"""Answers as they were given, by question id."""

SKIP: Final[Codes] = frozenset({SKIPPED})


def fault_of(question: Question, codes: Codes) -> str | None:
    """What keeps the codes from being an answer to the question, in words, or None."""
    if len(codes) < 2:
        return None
    if not question.many:
        return f'"{question.id}" takes one answer, and here are {len(codes)}; keep one'
    alone = [code for code in sorted(codes) if code == SKIPPED or _is_exclusive(question, code)]
    return (
        f'"{alone[0]}" stands alone, and here it stands beside another; keep one' if alone else None
    )


def _is_exclusive(question: Question, code: str) -> bool:
    option = question.option(code)
    return option is not None and option.exclusive


def given(data: Mapping[str, str | Sequence[str] | None]) -> Answers:
    """The answers that plain data without faults stands for."""
    return {id: frozenset(_as_list(value)) for id, value in data.items() if value}


def _as_list(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


def answer_faults(guide: Guide, data: Any) -> Iterator[tuple[Place, str]]:
    """What keeps plain data from being answers to the guide, each with its place."""
    if not isinstance(data, dict | None):
        yield (), "this is not a list of answers; write one `question: code` to a line"
        return
    questions = {question.id: question for question in guide.questions}
    for id, value in (data or {}).items():
        if question := questions.get(id):
            yield from _answer_faults(question, value)
        else:
            near = near_or_nothing(id, questions) or ";"
            said = f'no question is called "{id}"{near} valid questions: {listed(questions)}'
            yield (id,), said


def _answer_faults(question: Question, value: Any) -> Iterator[tuple[Place, str]]:
    if value is None:
        return
    several = isinstance(value, list | tuple)
    codes = value if several else [value]
    unknown = False
    for index, code in enumerate(codes):
        if not isinstance(code, str) or (code != SKIPPED and question.option(code) is None):
            unknown = True
            place: Place = (question.id, index) if several else (question.id,)
            yield place, _unknown_code(question, code)
    if not unknown and (fault := fault_of(question, frozenset(codes))):
        yield (question.id,), f"{fault}; {_valid_codes(question)}"


def _unknown_code(question: Question, code: Any) -> str:
    valid = _valid_codes(question)
    if not isinstance(code, str):
        return f'"{question.id}" takes a code or a list of codes; {valid}'
    near = near_or_nothing(code, _codes(question)) or ";"
    return f'"{question.id}" has no answer "{code}"{near} {valid}'


def _valid_codes(question: Question) -> str:
    return f"valid codes: {listed(_codes(question))}"


def _codes(question: Question) -> list[str]:
    return [*(option.code for option in question.options), SKIPPED]
