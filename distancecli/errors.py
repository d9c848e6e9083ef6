"""What can go wrong, for the person who reads it. Errors carry facts and print nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple

from distancecli.text.characters import on_one_line, shortened
from distancecli.text.spelling import listed

LONGEST_LINE: Final = 1000
"""Characters; about a screen full. A name in a file may be far longer."""
MOST_GATHERED: Final = 1000
MOST_SHOWN: Final = 50
"""Problems of a file: more than anyone mends before the next try."""
FEW: Final = 5
"""Places at which a name is a slip; named more often, it was meant, and has been taken out."""
UNKNOWN_NAME: Final = "unknown-name"
"""The code of a problem with a name that stands for nothing."""
MEND: Final = "Mend what is named above, then run the same command again."


class DistanceError(Exception):
    """The base of every error that is meant for a person; `cli` catches it, and nothing else does.

    Each line of the message stands for itself: what is wrong, where, and what to do next. Names
    and values of others stand in it, so that each is kept to one line, harmless and of sane length.
    """

    exit_code = 2
    ending = ""
    """A last line that says what to do next, where the lines of the message do not."""

    def __init__(self, *lines: str):
        super().__init__("\n".join(shortened(on_one_line(line), LONGEST_LINE) for line in lines))


Severity = Literal["error", "warning", "remark"]
"""An error fails a check, and a strict check fails for a warning too; a remark fails none."""


class Problem(NamedTuple):
    """One thing that is wrong in a file, at a line and column counted from 1."""

    file: str
    line: int
    column: int
    message: str
    code: str
    """Its kind in one word, for editors and other programs."""
    severity: Severity = "error"
    table: tuple[str, ...] = ()
    """Lines that show more than the message can say in one."""
    example: str = ""
    """An answers file of a reader for whom it is wrong, if it has one."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FileProblems(DistanceError):
    """What is wrong in a guide or an answers file, in the order in which it stands.

    A name that is gone is told once, with the lines of all the places that still name it.
    Of a file that is wrong in very many places only the first that are found are told.
    """

    ending = MEND

    def __init__(self, problems: Iterable[Problem]):
        found = list(islice(problems, MOST_GATHERED))
        self.problems = in_order(_names_told_once(found))
        shown = map(str, self.problems[:MOST_SHOWN])
        super().__init__(*shown, *and_more(self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems as they stand in the file."""
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _names_told_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    alike: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.code == UNKNOWN_NAME:
            alike[_wrong_and_remedy(problem)[0]].append(problem)
        else:
            yield problem
    least = "at least " if len(problems) >= MOST_GATHERED else ""
    for same in alike.values():
        yield from same if len(same) <= FEW else [_told_once(in_order(same), least)]


def _told_once(same: Sequence[Problem], least: str) -> Problem:
    """The first of the problems, with the lines of all; a name that is near is told as before."""
    first = same[0]
    wrong, remedy = _wrong_and_remedy(first)
    if not remedy.endswith("?"):
        remedy = "take it out of them, or put it back"
    lines = dict.fromkeys(str(problem.line) for problem in same)
    where = f"in line{'s' if len(lines) > 1 else ''} {listed(lines)}"
    places = f"{least}{len(same)} places name it, {where}"
    return first._replace(message=f"{wrong}; {places}; {remedy}")


def _wrong_and_remedy(problem: Problem) -> tuple[str, str]:
    """What stands in the message before and behind its first semicolon that is in no quotes."""
    found = re.fullmatch(r'((?:"[^"]*"|[^";])*); (.*)', problem.message)
    return (found[1], found[2]) if found else (problem.message, "")


def and_more(problems: Sequence[Problem]) -> list[str]:
    """A line on the problems that are not shown, where there are too many to show."""
    more = len(problems) - MOST_SHOWN
    if more <= 0:
        return []
    count = f"at least {more}" if len(problems) >= MOST_GATHERED else str(more)
    return [f"{problems[0].file}: and {count} more"]


class UnreadableFile(DistanceError):
    """A file that cannot be opened or is not text at all; `said` goes on from its name."""

    def __init__(self, said: str, *, file: str = "", place: tuple[int, int] | None = None):
        self.problem = Problem(file, *(place or (1, 1)), said, "unreadable")
        """The same for programs; at the start of the file where no place in it is known."""
        super().__init__(str(self.problem) if place else f"{file}: {said}" if file else said)


class Refused(DistanceError):
    """Something asked for on the command line that cannot be done, and what to do instead."""


class CannotWrite(DistanceError):
    """Output that could not be written."""

    exit_code = 1
