"""What catches an edit of the built-in guide: the check, a content test, or nothing."""

import atexit
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from distancecli.checking.check import check, parts_of
from distancecli.checking.everyone.interview import Everyone, Marks, free_marks
from distancecli.checking.everyone.logic import FALSE, Logic, Statement
from distancecli.checking.everyone.plan import Shown
from distancecli.checking.proofs import Proofs
from distancecli.documents.document import parse_document
from distancecli.documents.fault import Fault
from distancecli.errors import FileProblems
from distancecli.guide.load import guide_from
from distancecli.guide.model import Guide

HOUSE: Final = Path(__file__).parents[2]
OPTIONS: Final = ("-x", "-q", "-n0", "-p", "no:cacheprovider")
LIKELY: Final = ("tests/content/test_audiences.py", "tests/content/test_kept.py")
"""The tests that most edits of what guarded readers are shown are caught by."""
ALL: Final = ("tests/content",)
NOT_COPIED: Final = shutil.ignore_patterns(
    ".venv", ".git", ".*_cache", ".hypothesis", ".coverage*", "__pycache__", "*.egg-info"
)
CHECK: Final = "check: "
TEST: Final = "test: "
FREE: Final = "the author's choice: no guarded reader is shown anything else"
SURVIVES: Final = "SURVIVES"


def verdict(old: str, new: str) -> str:
    """What catches the edit from one text to the other; the quickest ways are tried first."""
    try:
        document = parse_document("steps.yaml", new)
        guide = guide_from(document)
        before = guide_from(parse_document("steps.yaml", old))
        return (
            _promise_or_example(guide)
            or _free(before, guide)
            or _caught_by_a_test(new, LIKELY)
            or _fault_of(check(document).faults)
            or _caught_by_a_test(new, ALL)
            or SURVIVES
        )
    except FileProblems as problems:
        return f"{CHECK}{str(problems).splitlines()[0]}"


def _promise_or_example(guide: Guide) -> str:
    """These come last in a check, are proved soon, and are what most edits break."""
    last = list(parts_of(Proofs(guide)))[-2:]
    return _fault_of(fault for part in last for fault in part.faults())


def _fault_of(faults: Iterable[Fault]) -> str:
    """The first fault; a remark is for whoever rings the help lines, and fails no guide."""
    found = next((each for each in faults if each.severity != "remark"), None)
    return f"{CHECK}{found.message}" if found else ""


def _free(before: Guide, guide: Guide) -> str:
    same = flags_of(before) == flags_of(guide) and not reaches(before, guide)
    return FREE if same else ""


def flags_of(guide: Guide) -> list[object]:
    """What is said of questions, answers, notices and texts beside their rules."""
    questions = [(each.id, each.private, each.sensitive, each.choose) for each in guide.questions]
    alone = [(each.code, each.exclusive) for one in guide.questions for each in one.options]
    notices = [(each.id, each.at_once, each.screen_only) for each in guide.notices]
    moments = [(each.text, each.id, each.together) for each in guide.plan.moments]
    actions = [(each.text, each.id, each.together) for one in guide.steps for each in one.actions]
    return [*questions, *alone, *notices, *moments, *actions, *_kept(guide)]


def _kept(guide: Guide) -> list[str]:
    """The texts that are never cut, in no order."""
    texts = [each for step in guide.steps for each in (*step.text, *step.advice)]
    return sorted(getattr(each, "text", "") for each in texts if getattr(each, "keep", False))


def reaches(old: Guide, new: Guide) -> bool:
    """Whether somebody with an off-record answer is shown something else after an edit.

    So is every guarded reader, and everyone who reaches an ending.
    """
    logic = Logic()
    marks = free_marks(logic, new)
    before, after = (Shown(Everyone(logic, each, known(marks, each))) for each in (old, new))
    return logic.possible(logic.any((before.off_record, after.off_record)), differs(before, after))


def known(marks: Marks, guide: Guide) -> Marks:
    """The marks that a guide knows; one that it does not know is to it as if it were not made."""
    return {
        question.id: {
            option.code: marks.get(question.id, {}).get(option.code, FALSE)
            for option in question.options
        }
        for question in guide.questions
    }


def differs(one: Shown, other: Shown) -> Statement:
    """A reader is shown something else, or asked something else."""
    logic = one.everyone.logic
    pairs = (
        (_by_name(one.texts), _by_name(other.texts)),
        (_results(one), _results(other)),
        (one.everyone.asked, other.everyone.asked),
    )
    return logic.any(
        logic.differ(first.get(key, FALSE), second.get(key, FALSE))
        for first, second in pairs
        for key in dict.fromkeys((*first, *second))
    )


def _results(shown: Shown) -> dict[str, Statement]:
    # Help lines go with their texts; which of them a country lacks is another matter.
    return {
        repr(each): statement for each, statement in shown.outcomes.items() if each.kind != "lines"
    }


def _by_name(statements: Mapping[Any, Statement]) -> dict[str, Statement]:
    return {repr(key): statement for key, statement in statements.items()}


def _caught_by_a_test(text: str, tests: Iterable[str]) -> str:
    """The first of these tests that fails with the guide."""
    house = _copied_house()
    (house / "steps.yaml").write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *tests, *OPTIONS],
        cwd=house,
        env={"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"^(?:FAILED|ERROR) (\S+)", ran.stdout, re.MULTILINE)
    return f"{TEST}{found[1]}" if found else ""


@cache
def _copied_house() -> Path:
    """A copy of the program and its tests: one, so that Python need not compile it each time."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    shutil.copytree(HOUSE, folder.name, ignore=NOT_COPIED, dirs_exist_ok=True)
    return Path(folder.name)
