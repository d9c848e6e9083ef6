"""How long `distance check` takes. A benchmark, not a test.

To run it: `python tests/benchmark/bench_check.py`.

Prints the built-in guide as the command takes it, start-up included, and guides of 10, 20 and 40
questions with 8 options each and two and a half steps for each question, with how the time grows.
"""

import json
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.support.large_guide import large_data

OPTIONS = 8
SIZES = (10, 20, 40)
BUILT_IN_REACH = 1.0
LARGE_REACH = 10.0
"""Seconds."""
TIMES = 3

RAN = (0, 1)
"""The exit codes of a check that ran, with problems or without."""
REFUSED = "nothing can be proved"
"""Stands in the report of a file that is no guide, which takes no time to refuse."""


def seconds(*arguments: str) -> float:
    """The median time of `distance check` with those arguments.

    Raises:
        RuntimeError: the check did not run, so that its time says nothing.
    """
    command = [sys.executable, "-m", "distancecli", "check", *arguments]
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        run = subprocess.run(command, capture_output=True, text=True)
        taken.append(time.perf_counter() - start)
        if run.returncode not in RAN or REFUSED in run.stdout:
            said = f"{run.stdout}{run.stderr}".strip()
            raise RuntimeError(f"{shlex.join(command)} ended with {run.returncode}: {said}")
    return statistics.median(taken)


def verdict(taken: float, reach: float) -> str:
    """The time, what it should stay within, and whether it does."""
    return f"{taken:6.2f} s   reach {reach:4.1f} s   {'pass' if taken <= reach else 'SHORT'}"


def main() -> None:
    """Prints the times."""
    print(f"the built-in guide                       {verdict(seconds(), BUILT_IN_REACH)}")
    before = None
    for questions in SIZES:
        steps = questions * 5 // 2
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            json.dump(large_data(questions, OPTIONS, steps), file, indent=1)
            file.flush()
            taken = seconds(file.name)
        words = f"{questions} questions of {OPTIONS} options, {steps} steps"
        result = verdict(taken, LARGE_REACH) if questions == max(SIZES) else f"{taken:6.2f} s"
        growth = f"   {taken / before:.1f} times the size before" if before else ""
        print(f"{words:<40} {result}{growth}")
        before = taken


if __name__ == "__main__":
    main()
