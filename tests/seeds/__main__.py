"""Runs seeds again, as a failure says: `python -m tests.seeds values 4711`, or a range of them."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.seeds.by_values import run_by_values
from tests.seeds.in_terminal import run_in_terminal

KINDS: Final = {"values": run_by_values, "terminal": run_in_terminal}


def main(kind: str, numbers: str) -> None:
    """Runs `4711`, or `1-1000`, and tells of each that fails."""
    first, _, last = numbers.partition("-")
    failed = 0
    for seed in range(int(first), int(last or first) + 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                KINDS[kind](seed, Path(folder).resolve())
            except AssertionError as error:
                failed += 1
                print(f"{error}\n")
    print(f"{failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
