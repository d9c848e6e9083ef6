"""What `distance check` prints, by values: whole reports of what it can have found."""

import json
from typing import Final

import pytest

from distancecli.checking.check import Check
from distancecli.checking.report import as_json, as_lines, problems_of
from distancecli.documents.document import parse_document
from distancecli.documents.fault import Fault
from distancecli.errors import Problem
from distancecli.system.machine import machine
from tests.support.small_guide import codes
from tests.support.sound_guide import NAME, sound_guide, sound_text

WRONG: Final = Problem(
    *("g.yaml", 3, 5, "this is wrong; mend it", "wrong-type", "error"),
    *(("     expected  shown", "text  a         b"), "# shown: no step\nmood: low  # Low\n"),
)
WARNED: Final = Problem("g.yaml", 1, 2, "this could be better", "empty", "warning")
REMARK: Final = Problem("g.yaml", 9, 1, "ring this", "unconfirmed", "remark")
ALL_ASKED: Final = "Readers are asked 3 questions.\n"
PROVED: Final = "\nProved for every possible reader:\n  - one thing\n  - another\n"
TRY_IT: Final = "To be asked by it, type: distance guide --guide g.yaml\n"
MEND: Final = "Mend what is named above, then run the same command again.\n"
ONE: Final = """\
g.yaml:3:5: this is wrong; mend it
         expected  shown
    text  a         b
    # To see it, save these lines as reader.yaml, and run:
    # distance guide --guide g.yaml --answers reader.yaml
    # shown: no step
    mood: low  # Low
"""


def found(asked: tuple[int, int] = (3, 3), results: int | None = 1) -> Check:
    """A check that proved two things."""
    return Check(sound_guide(), asked, results, proved=("one thing", "another"))


@pytest.mark.parametrize(
    ("problems", "fails", "report"),
    [
        ([], False, "\ng.yaml: no problems, no warnings.\n{proved}{to_try}"),
        (
            [WARNED],
            False,
            "\ng.yaml:1:2: warning: this could be better\n\n"
            "g.yaml: no problems, 1 warning.\n{proved}{to_try}",
        ),
        (
            [WARNED],
            True,
            "\ng.yaml:1:2: warning: this could be better\n\n"
            "g.yaml: no problems, 1 warning.\n{proved}{mend}",
        ),
        (
            [REMARK, WRONG, REMARK, WARNED],
            True,
            "\n{one}g.yaml:1:2: warning: this could be better\n"
            + "g.yaml:9:1: remark: ring this\n" * 2
            + "\ng.yaml: 1 problem, 1 warning, 2 remarks.\n{mend}",
        ),
        (
            [REMARK],
            False,
            "\ng.yaml:9:1: remark: ring this\n\n"
            "g.yaml: no problems, no warnings, 1 remark.\n{proved}{to_try}",
        ),
    ],
)
def test_a_report_is_read_whole(problems: list[Problem], fails: bool, report: str) -> None:
    """What is wrong with its example, remarks behind it, a count, what was proved, what to do."""
    proved = f"{PROVED}{ALL_ASKED}That leads to 1 different result.\n"
    filled = report.format(one=ONE, proved=proved, to_try=TRY_IT, mend=MEND)
    assert as_lines("g.yaml", problems, found(), fails) == f"The guide: g.yaml{filled}"


def test_what_is_no_guide_is_not_proved() -> None:
    """Nothing is said of readers, and first things come first."""
    assert as_lines("g.yaml", [WARNED._replace(severity="error")] * 2, None, True) == (
        "The guide: g.yaml\n" + "g.yaml:1:2: this could be better\n" * 2 + "\n"
        "g.yaml: 2 problems, no warnings.\n"
        "Mend these first: before that, nothing can be proved.\n"
    )


@pytest.mark.parametrize(("count", "more"), [(50, ""), (51, "g.yaml: and 1 more\n")])
def test_no_more_is_told_than_anybody_mends_at_once(count: int, more: str) -> None:
    """But how many more there are, and remarks all the same, which are another's work."""
    assert as_lines("g.yaml", [*[WARNED] * count, *[REMARK] * 60], found(), True).startswith(
        "The guide: g.yaml\n" + "g.yaml:1:2: warning: this could be better\n" * 50 + more
        + "g.yaml:9:1: remark: ring this\n" * 60
        + f"\ng.yaml: no problems, {count} warnings, 60 remarks.\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "results", "said"),
    [
        ((0, 1), 2, "Readers are asked 0 to 1 question.\nThat leads to 2 different results.\n"),
        ((1, 1), 1000, "Readers are asked 1 question.\nThat leads to 1000 different results.\n"),
        (
            (2, 12),
            None,
            "Readers are asked 2 to 12 questions.\n"
            "That leads to more than 1000 different results.\n",
        ),
    ],
)
def test_how_many_questions_and_results_there_are(
    asked: tuple[int, int], results: int | None, said: str
) -> None:
    """One alone, or from the least to the most; of very many results that there are more."""
    assert as_lines("g.yaml", [], found(asked, results), False).endswith(PROVED + said + TRY_IT)


def test_where_no_file_was_named_it_is_said_which_guide_that_is() -> None:
    """And a name with a blank stands in quotes in what can be typed."""
    lines = as_lines("my g.yaml", [], found(), False, "that came from afar").splitlines()
    assert lines[0] == "The guide that came from afar: my g.yaml"
    command = f"distance guide --guide {machine.quoted('my g.yaml')}"
    assert lines[-1] == f"To be asked by it, type: {command}"


def test_faults_are_told_in_the_order_of_the_file_with_what_a_reader_is_shown() -> None:
    """The answers of a reader are ready to save, below what these come to."""
    low = {"mood": codes("low"), "help": codes("nobody")}
    faults = [Fault(("steps", 0), "that", "b", example=low), Fault(("title",), "this", "a")]
    check = Check(sound_guide(), (1, 1), 1, faults=faults)
    problems = problems_of(check, parse_document(NAME, sound_text()))
    assert [(each.line, each.message) for each in problems] == [(1, "this"), (37, "that")]
    assert [each.example for each in problems] == [
        "",
        "# shown: applies rest-more, find-help; highlight rest-more; notices alone\n"
        "mood: low  # Low\nhelp:\n  - nobody  # Nobody\n",
    ]


def test_programs_are_told_all_of_it() -> None:
    """An object for each problem, in order; the table belongs to the message."""
    assert json.loads(as_json([WRONG, REMARK])) == [
        {
            **{"file": "g.yaml", "line": 3, "column": 5, "severity": "error"},
            **{"code": "wrong-type", "example": "# shown: no step\nmood: low  # Low\n"},
            "message": "this is wrong; mend it\n     expected  shown\ntext  a         b",
        },
        {
            **{"file": "g.yaml", "line": 9, "column": 1, "severity": "remark"},
            **{"code": "unconfirmed", "example": None, "message": "ring this"},
        },
    ]
