"""The report of a check: a line for each problem, as compilers write them, or JSON for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from distancecli.checking.check import MOST_RESULTS, Check
from distancecli.checking.examples import outcome_in_words, outcome_of, plan_for
from distancecli.documents.document import Document
from distancecli.errors import MEND, MOST_SHOWN, Problem, and_more, in_order
from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide
from distancecli.interview.answersfile import example_answers
from distancecli.system.machine import machine
from distancecli.text.characters import on_one_line
from distancecli.text.data import json_text
from distancecli.text.spelling import counted

INDENT: Final = "    "


def problems_of(check: Check, document: Document) -> list[Problem]:
    """The faults that a check found, as they stand in the file."""
    faults = check.faults
    return in_order(document.problem(each, _example(check.guide, each.example)) for each in faults)


def _example(guide: Guide, answers: Answers | None) -> str:
    """The answers file of a reader, with what they are shown as a comment; empty without one."""
    if answers is None:
        return ""
    shown = outcome_in_words(outcome_of(plan_for(guide, answers)))
    return "\n".join([f"# shown: {shown}", *example_answers(guide, answers)]) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """A list with one object for each problem."""
    data = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": "\n".join((problem.message, *problem.table)),
            "example": problem.example or None,
        }
        for problem in problems
    ]
    return json_text(data)


def as_lines(
    name: str, problems: Sequence[Problem], check: Check | None, fails: bool, which: str = ""
) -> str:
    """The problems, each with its example ready to save, and below them what was checked.

    `fails` says whether the problems are to be mended before the guide is used, `which` which
    guide it is, where its name alone would not tell.
    """
    # A remark is one line for somebody with a telephone, and must not crowd out what is wrong.
    wrong = [problem for problem in problems if problem.severity != "remark"]
    remarks = [problem for problem in problems if problem.severity == "remark"]
    lines = [f"The guide {which}: {name}" if which else f"The guide: {name}"]
    lines += [line for problem in wrong[:MOST_SHOWN] for line in _problem_lines(name, problem)]
    lines += and_more(wrong)
    lines += [line for remark in remarks for line in _problem_lines(name, remark)]
    lines += [*([""] if problems else []), _verdict(name, problems)]
    if check is None:
        lines.append("Mend these first: before that, nothing can be proved.")
        return _joined(lines)
    if not any(problem.severity == "error" for problem in problems):
        lines += _proved(check)
    tried = f"To be asked by it, type: distance guide --guide {machine.quoted(name)}"
    return _joined([*lines, MEND if fails else tried])


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(map(on_one_line, lines)) + "\n"


def _problem_lines(name: str, problem: Problem) -> Iterator[str]:
    mild = "" if problem.severity == "error" else f"{problem.severity}: "
    yield f"{problem.file}:{problem.line}:{problem.column}: {mild}{problem.message}"
    yield from (INDENT + line for line in problem.table)
    if problem.example:
        yield f"{INDENT}# To see it, save these lines as reader.yaml, and run:"
        yield f"{INDENT}# distance guide --guide {machine.quoted(name)} --answers reader.yaml"
        yield from (INDENT + line for line in problem.example.splitlines())


def _verdict(name: str, problems: Sequence[Problem]) -> str:
    found = Counter(problem.severity for problem in problems)
    counts = [counted(found["error"], "problem"), counted(found["warning"], "warning")]
    counts += [counted(found["remark"], "remark")] if found["remark"] else []
    return f"{name}: {', '.join(counts)}."


def _proved(check: Check) -> Iterator[str]:
    yield ""
    yield "Proved for every possible reader:"
    yield from (f"  - {words}" for words in check.proved)
    least, most = check.asked
    from_least = "" if least == most else f"{least} to "
    yield f"Readers are asked {from_least}{counted(most, 'question')}."
    if check.results is None:
        yield f"That leads to more than {MOST_RESULTS} different results."
    else:
        yield f"That leads to {counted(check.results, 'different result')}."
