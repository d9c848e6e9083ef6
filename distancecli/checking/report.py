"""The report of a check: a line for each problem, as compilers write them, or JSON for programs."""

import shlex
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from distancecli.checking.check import MOST_RESULTS, Check
from distancecli.checking.examples import outcome_of
from distancecli.checking.findings import Severity
from distancecli.documents.document import Document
from distancecli.errors import MEND, MOST_SHOWN, Problem, and_more
from distancecli.guide.promises import Expected, as_words
from distancecli.interview.answersfile import example_answers
from distancecli.interview.plan import make_plan
from distancecli.text.characters import on_one_line

INDENT: Final = "    "


class Remark(Struct, frozen=True):
    """A finding at its place in the file, with the answers file of its example, if it has one."""

    problem: Problem
    severity: Severity = Severity.ERROR
    table: tuple[str, ...] = ()
    example: str = ""


def remarks_of(check: Check, document: Document) -> list[Remark]:
    """The findings of a check in the order of the file."""
    remarks = []
    for finding in check.findings:
        problem = document.problem(finding.place, finding.message, finding.code)
        example = ""
        if finding.example is not None:
            plan = make_plan(check.guide, finding.example)
            lines = [_in_words(outcome_of(plan)), *example_answers(check.guide, finding.example)]
            example = "\n".join(lines) + "\n"
        remarks.append(Remark(problem, finding.severity, finding.table, example))
    return sorted(remarks, key=lambda remark: (remark.problem.line, remark.problem.column))


def _in_words(outcome: Expected) -> str:
    """What the reader of an example is shown, as a comment of the answers file."""
    parts = []
    for field in Expected.__struct_fields__:
        value = getattr(outcome, field)
        if value:
            parts.append(f"{field} {as_words(value)}")
    return f"# shown: {'; '.join(parts) or 'no step that applies'}"


def as_json(remarks: Sequence[Remark]) -> str:
    """A list with one object for each remark."""
    data = [
        {
            "file": remark.problem.file,
            "line": remark.problem.line,
            "column": remark.problem.column,
            "severity": remark.severity.value,
            "code": remark.problem.code,
            "message": "\n".join((remark.problem.message, *remark.table)),
            "example": remark.example or None,
        }
        for remark in remarks
    ]
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def as_lines(name: str, remarks: Sequence[Remark], check: Check | None, fails: bool) -> str:
    """The remarks, each with its example ready to save, and below them what was checked.

    `fails` says whether the remarks are to be mended before the guide is used.
    """
    lines = [line for remark in remarks[:MOST_SHOWN] for line in _remark_lines(name, remark)]
    lines += and_more([remark.problem for remark in remarks])
    lines += [*([""] if lines else []), _verdict(name, remarks)]
    if check is None:
        lines.append("Mend these first: before that, nothing can be proved.")
        return _joined(lines)
    if not any(remark.severity is Severity.ERROR for remark in remarks):
        lines += _proved(check)
    tried = f"To be asked by it, type: distance guide --guide {shlex.quote(name)}"
    return _joined([*lines, MEND if fails else tried])


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(map(on_one_line, lines)) + "\n"


def _remark_lines(name: str, remark: Remark) -> Iterator[str]:
    problem = remark.problem
    mild = "warning: " if remark.severity is Severity.WARNING else ""
    yield f"{problem.file}:{problem.line}:{problem.column}: {mild}{problem.message}"
    yield from (INDENT + line for line in remark.table)
    if remark.example:
        yield f"{INDENT}# To see it, save these lines as reader.yaml, and run:"
        yield f"{INDENT}# distance guide --guide {shlex.quote(name)} --answers reader.yaml"
        yield from (INDENT + line for line in remark.example.splitlines())


def _verdict(name: str, remarks: Sequence[Remark]) -> str:
    errors = sum(remark.severity is Severity.ERROR for remark in remarks)
    return f"{name}: {_count(errors, 'problem')}, {_count(len(remarks) - errors, 'warning')}."


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _proved(check: Check) -> Iterator[str]:
    yield ""
    yield "Proved for every possible reader:"
    yield from (f"  - {words}" for words in check.proved)
    least, most = check.asked
    from_least = "" if least == most else f"{least} to "
    yield f"Readers are asked {from_least}{_count(most, 'question')}."
    if check.results is None:
        yield f"That leads to more than {MOST_RESULTS:,} different results."
    else:
        yield f"That leads to {_count(check.results, 'different result')}."
