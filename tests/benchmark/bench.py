"""How quick the program is beside others. A benchmark, not a test.

To run it: `python tests/benchmark/bench.py`.

Everything runs in turn in one pseudo-terminal of 80x24 after the other: each round starts every
program anew. The program is the command `distance` of an ordinary installation. Who is measured
is installed in a temporary folder, and nothing is left behind. `--quick` takes a few rounds.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.benchmark.contenders import Field, NotHere, field_in
from tests.benchmark.growth import growths, sizes
from tests.benchmark.measures import Measures
from tests.benchmark.table import growth_table, table

ROUNDS, QUICK_ROUNDS = 21, 3
"""How often each is measured."""
GROWTH_ROUNDS, QUICK_GROWTH_ROUNDS = 5, 1


def main(quick: bool) -> None:
    """Prints the tables."""
    with tempfile.TemporaryDirectory(prefix="distance-bench-") as name:
        folder = Path(name)
        try:
            print("Installing ...", flush=True)
            field = field_in(folder)
        except NotHere as error:
            sys.exit(f"The program cannot be installed: {error}")
        for line in report(field, folder, quick):
            print(line, flush=True)


def report(field: Field, folder: Path, quick: bool) -> Iterator[str]:
    """The lines of the whole report, as they are found out."""
    rounds = QUICK_ROUNDS if quick else ROUNDS
    growth_rounds = QUICK_GROWTH_ROUNDS if quick else GROWTH_ROUNDS
    yield f"{rounds} rounds. Load of the machine: {_load()} at the start"
    yield from (f"left out: {who}" for who in field.missing)
    measures = Measures(field, folder)
    taken = measures.all(rounds)
    for _ in range(rounds):
        for measure in taken.values():
            measure.once()
    yield from table(taken, tuple(other.name for other in field.others))
    yield f"load at the end: {_load()}\n"
    yield from growth(measures, folder, growth_rounds)


def growth(measures: Measures, folder: Path, rounds: int) -> Iterator[str]:
    """The lines on guides of many steps."""
    try:
        found = sizes(measures, folder, rounds)
    except (AssertionError, OSError, subprocess.SubprocessError) as error:
        yield f"guides of many steps: failed: {error}"
        return
    yield from growth_table(found, growths(found))


def _load() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


if __name__ == "__main__":
    main("--quick" in sys.argv[1:])
