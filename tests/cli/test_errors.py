"""What is told of a file that is wrong in many places, and how the program then ends."""

import gc
from typing import Final

import pytest

from distancecli import __main__ as program
from distancecli.cli import main as door
from distancecli.errors import MOST_GATHERED, FileProblems, Problem

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
        (MOST_GATHERED, "a.yaml: and 950 more"),
        (MOST_GATHERED + 1, "a.yaml: and at least 951 more"),
        (MOST_GATHERED + 5, "a.yaml: and at least 951 more"),
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


def test_names_on_one_line_are_told_with_that_line() -> None:
    """Once, however often they stand there."""
    found = [problem(3, 'no fact is called "a"; there is: b', "unknown-name")] * 6
    assert str(FileProblems(found)) == (
        'a.yaml:3:1: no fact is called "a"; 6 places name it, in line 3; '
        "take it out of them, or put it back"
    )


def test_ctrl_c_ends_the_program_as_shells_know_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a word, from the first import on."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "main", interrupted)
    try:
        with pytest.raises(SystemExit) as ended:
            program.main()
    finally:
        gc.enable()
        gc.unfreeze()
    assert ended.value.code == 130
