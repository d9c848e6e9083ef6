"""What can go wrong, for the person who reads it. Errors carry facts and print nothing."""

from dataclasses import dataclass


class DistanceError(Exception):
    """The base of every error that is meant for a person; `cli` catches it, and nothing else does.

    Each line of the message stands for itself: what is wrong, where, and what to do next.
    """

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file, at a line and column counted from 1."""

    file: str
    line: int
    column: int
    message: str
    code: str = "answers"
    """Its kind in one word, for editors and other programs."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FileProblems(DistanceError):
    """All that is wrong in a guide or an answers file, in the order in which it stands."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(problems, key=lambda problem: (problem.line, problem.column))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnreadableFile(DistanceError):
    """A file that cannot be opened or is not text at all."""


class Refused(DistanceError):
    """Something asked for on the command line that cannot be done, and what to do instead."""


class CannotWrite(DistanceError):
    """Output that could not be written."""

    exit_code = 1
