"""How load and plan grow with a guide: guides of 1 to 10,000 steps, made by `large_guide`."""

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.benchmark.measures import Measures
from tests.benchmark.stopwatch import Taken
from tests.support.terminal_driver import ROOT

BASE = 1
"""Steps of the guide whose time and memory is the program's own, which does not grow."""
SIZES = (100, 1_000, 10_000)
QUESTIONS, OPTIONS = 10, 8
ALLOWED = 1.1
"""What measuring may be out by: a ratio of growth that is larger is growth."""


@dataclass(frozen=True)
class Size:
    """What a guide of some size takes, and how large its file is."""

    steps: int
    megabytes: float
    taken: Taken


def sizes(measures: Measures, folder: Path, rounds: int) -> list[Size]:
    """What each guide takes, in turn; the medians of some rounds.

    Raises:
        AssertionError: a guide was refused, or took too long.
        OSError: a guide could not be made.
    """
    answers = folder / "some_answers.yaml"
    answers.write_text("q0: c1\nq1: [c0, c2]\nq4: c3\n", encoding="utf-8")
    guides = {steps: written(steps, folder) for steps in (BASE, *SIZES)}
    runs: dict[int, list[Taken]] = {steps: [] for steps in guides}
    for _ in range(rounds):
        for steps, path in guides.items():
            command = ("--guide", str(path), "--answers", str(answers))
            runs[steps].append(measures.plan_of(*command))
    return [
        Size(steps, path.stat().st_size / 1e6, _median(runs[steps]))
        for steps, path in guides.items()
    ]


def written(steps: int, folder: Path) -> Path:
    """The file of a guide with so many steps.

    Another process makes it: its memory would count as that of every program started after.
    """
    path = folder / f"guide-of-{steps}.yaml"
    command = [sys.executable, "-m", "tests.benchmark.growth", str(steps), str(path)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    return path


def _median(runs: list[Taken]) -> Taken:
    """The median of each thing taken."""
    return Taken(*(statistics.median(values) for values in zip(*runs, strict=True)))


@dataclass(frozen=True)
class Growth:
    """How many times as large a guide is as the one before, and what it takes; the base taken off.

    Off each comes what the guide of one step has: the labels, and the start of the program. The
    time is that of the processor, since a small guide takes less than the machine's other work.
    """

    steps: int
    guide: float
    time: float
    memory: float

    @property
    def is_in_step(self) -> bool:
        """Whether neither grows faster than the guide."""
        return max(self.time, self.memory) <= self.guide * ALLOWED


def growths(found: list[Size]) -> list[Growth]:
    """How each size grows from the one before it; the first is the base."""
    base, *rest = found
    return [
        Growth(
            after.steps,
            (after.megabytes - base.megabytes) / (before.megabytes - base.megabytes),
            *_times_as_much(before.taken, after.taken, base.taken),
        )
        for before, after in pairwise(rest)
    ]


def _times_as_much(before: Taken, after: Taken, base: Taken) -> tuple[float, float]:
    """The growth of time and of memory."""
    time = (after.busy - base.busy) / (before.busy - base.busy)
    return time, (after.megabytes - base.megabytes) / (before.megabytes - base.megabytes)


def main(steps: str, path: str) -> None:
    """Writes the file of a guide."""
    from tests.support.large_guide import large_data

    with Path(path).open("w", encoding="utf-8") as file:
        json.dump(large_data(QUESTIONS, OPTIONS, int(steps)), file)


if __name__ == "__main__":
    main(*sys.argv[1:])
