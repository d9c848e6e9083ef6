"""What is told of a file that is wrong in many places, and how the program then ends."""

import gc
import json
from typing import Any, Final

import pytest

from distancecli import __main__ as program
from distancecli.checking.report import as_json, as_lines
from distancecli.cli import main as door
from distancecli.errors import (
    LONGEST_LINE,
    MOST_GATHERED,
    CannotWrite,
    DistanceError,
    FileProblems,
    Problem,
    Refused,
    UnreadableFile,
)

MEND: Final = "Mend what is named above, then run the same command again."


def problem(line: int, message: str = "wrong", code: str = "syntax") -> Problem:
    """A problem in that line."""
    return Problem("a.yaml", line, 1, message, code)


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (1, "a.yaml:1:1: wrong"),
        (50, "a.yaml:50:1: wrong"),
        (51, "a.yaml: and 1 more"),
        (MOST_GATHERED - 1, "a.yaml: and 949 more"),
        (MOST_GATHERED, "a.yaml: and at least 950 more"),
        (MOST_GATHERED + 5, "a.yaml: and at least 950 more"),
    ],
)
def test_of_very_many_problems_the_first_fifty_are_told(count: int, last: str) -> None:
    """In the order in which they stand, and then how many more there are, as far as is known."""
    told = FileProblems(problem(line) for line in range(count, 0, -1))
    lines = str(told).splitlines()
    assert len(lines) == min(count, 51)
    assert lines[-1] == last
    assert told.ending == MEND


def gone(name: str, places: int, first: int, remedy: str) -> list[Problem]:
    """The problems of a name that is gone."""
    said = f'no fact is called "{name}"; {remedy}'
    return [problem(first + line, said, "unknown-name") for line in range(places)]


@pytest.mark.parametrize(
    ("remedy", "told"),
    [("there is: x, y", "take it out of them, or put it back"), ('did you mean "x"?',) * 2],
)
def test_each_name_that_is_gone_is_told_once_with_its_lines(remedy: str, told: str) -> None:
    """From the sixth place on, whatever is said of how to mend it; fewer are slips, each told."""
    found = [*gone("a", 6, 1, remedy), *gone("b", 7, 10, remedy), *gone("c", 5, 20, remedy)]
    assert str(FileProblems(found)).splitlines() == [
        f'a.yaml:1:1: no fact is called "a"; 6 places name it, in lines 1, 2, 3, 4, 5, 6; {told}',
        'a.yaml:10:1: no fact is called "b"; 7 places name it, in lines 10, 11, 12, 13, 14, 15, '
        f"16; {told}",
        *(f'a.yaml:{line}:1: no fact is called "c"; {remedy}' for line in range(20, 25)),
    ]


@pytest.mark.parametrize(
    ("lines", "where"), [([3], "line 3"), ([3, 5], "lines 3, 5"), ([7, 5, 3], "lines 3, 5, 7")]
)
def test_names_on_one_line_are_told_with_that_line(lines: list[int], where: str) -> None:
    """Once, however often they stand there."""
    said = 'no fact is called "a"; there is: b'
    found = [problem(line, said, "unknown-name") for line in lines * 6]
    assert str(FileProblems(found)) == (
        f'a.yaml:3:1: no fact is called "a"; {len(found)} places name it, in {where}; '
        "take it out of them, or put it back"
    )


@pytest.mark.parametrize("wrong", ['no fact is called "a"', 'no fact is called "a; b"', "a"])
def test_a_name_without_a_remedy_is_told_with_one(wrong: str) -> None:
    """Also where a semicolon is part of the name."""
    found = [problem(line, wrong, "unknown-name") for line in range(1, 7)]
    assert str(FileProblems(found)) == (
        f"a.yaml:1:1: {wrong}; 6 places name it, in lines 1, 2, 3, 4, 5, 6; "
        "take it out of them, or put it back"
    )


def test_of_very_many_places_it_is_said_that_there_are_at_least_so_many() -> None:
    """As soon as no more problems are gathered; all are in their order, whatever their kind."""
    few, many = gone("a", 6, 1, "there is: b"), gone("a", MOST_GATHERED - 1, 1, "there is: b")
    assert "; 6 places name it" in str(FileProblems([problem(9), *few]))
    told = FileProblems([problem(9), *many]).problems
    assert [each.line for each in told] == [1, 9]
    assert f"; at least {MOST_GATHERED - 1} places name it, in lines 1, 2, 3" in told[0].message


def test_a_problem_is_an_error_and_shows_no_more_than_it_has() -> None:
    """Where nothing else is said of it."""
    assert as_lines("a.yaml", [problem(1)], None, True).splitlines()[1:3] == [
        *("a.yaml:1:1: wrong", "")
    ]
    (told,) = json.loads(as_json([problem(1)]))
    assert (told["severity"], told["message"], told["example"]) == ("error", "wrong", None)


@pytest.mark.parametrize(
    ("known", "said", "place"),
    [
        ({}, "no text", (1, 1)),
        ({"file": "a.yaml"}, "a.yaml: no text", (1, 1)),
        ({"file": "a.yaml", "place": (3, 4)}, "a.yaml:3:4: no text", (3, 4)),
    ],
)
def test_a_file_that_is_no_text_is_told_with_what_is_known_of_its_place(
    known: dict[str, Any], said: str, place: tuple[int, int]
) -> None:
    """To programs as at the start of the file, where no place is known."""
    refused = UnreadableFile("no text", **known)
    problem = refused.problem
    assert str(refused) == said
    assert (problem.line, problem.column) == place
    assert (problem.message, problem.code, problem.severity) == ("no text", "unreadable", "error")


@pytest.mark.parametrize(
    ("kind", "code"), [(DistanceError, 2), (Refused, 2), (UnreadableFile, 2), (CannotWrite, 1)]
)
def test_what_was_asked_for_wrongly_is_told_from_what_failed(
    kind: type[DistanceError], code: int
) -> None:
    """By the exit code; nothing is said below a line that says all."""
    assert (kind("a").exit_code, kind("a").ending) == (code, "")


def test_each_line_of_an_error_stands_for_itself() -> None:
    """Harmless and of sane length, whatever a name in it is."""
    whole = "c" * LONGEST_LINE
    first, second, third = str(DistanceError("a\nb\x1b", whole, whole + "c")).split("\n")
    assert (first, second) == (r"a\nb\x1b", whole)
    assert len(third) <= LONGEST_LINE


def test_ctrl_c_ends_the_program_as_shells_know_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a word, from the first import on."""

    looks_for_rubbish = []

    def interrupted() -> None:
        looks_for_rubbish.append(gc.isenabled())
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "main", interrupted)
    try:
        with pytest.raises(SystemExit) as ended:
            program.main()
        assert looks_for_rubbish == [False]  # which would take a fifth of a short run
        assert gc.get_freeze_count() > 0
    finally:
        gc.enable()
        gc.unfreeze()
    assert ended.value.code == 130
