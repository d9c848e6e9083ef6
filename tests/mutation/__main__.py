"""Makes small changes to a copy of the program, one by one, and says which no test notices.

Those that need not be noticed stand in harmless.txt beside this. Ends with 1 where others are left.
"""

import argparse
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutation.harmless import reasons
from tests.mutation.sample import Picked, chosen, packages, picked, picked_again
from tests.mutation.workshop import Workshop


def main() -> int:
    """Reads the command line, and tries the changes to each package."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # or the copy would stay
    if options.again:
        sample = picked_again(options.again.read_text(encoding="utf-8"))
    else:
        sample = [
            each
            for package in options.package or packages()
            for each in picked(package, options.mutants, options.seed, options.module)
        ]
    with tempfile.TemporaryDirectory(prefix="distance-mutation-") as folder:
        workshops = [Workshop(Path(folder, str(each))) for each in range(options.at_once)]
        return _report(workshops, sample, options.seconds)


def _options() -> argparse.Namespace:
    names = packages()
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--package", action="append", choices=names, help="all unless told")
    parser.add_argument("--module", default="", help="only modules with that in their path")
    parser.add_argument("--mutants", type=int, default=30, help="changes to each package: 30")
    parser.add_argument("--seed", type=int, default=1, help="which ones: 1")
    parser.add_argument("--seconds", type=float, default=30, help="of tests for each change: 30")
    parser.add_argument("--at-once", type=int, default=2, help="how many are tried side by side: 2")
    parser.add_argument("--again", type=Path, help="those that an earlier report names, a file")
    return parser.parse_args()


def _report(workshops: list[Workshop], sample: list[Picked], seconds: float) -> int:
    """Prints each change that is not noticed, and then how many of each package are."""
    passed, hits = workshops[0].tests_at([each.place for each in sample])
    print(f"{len(sample)} changes, {len(passed)} tests of {sum(passed.values()):.0f} s", flush=True)
    explained = reasons()
    made = Counter(each.package for each in sample)
    harmless = Counter(each.package for each in sample if each.name in explained)
    noticed = Counter[str]()
    wanted = [
        (each, chosen(tests, passed, each.place[0], seconds))
        for each, tests in zip(sample, hits, strict=True)
        if each.name not in explained
    ]
    for (each, tests), is_noticed in zip(wanted, _tried(workshops, wanted), strict=True):
        noticed[each.package] += is_noticed
        if not is_noticed:
            what = "not noticed" if tests else "no test comes by"
            print(f"{each.name}\n  line {each.change.line}: {what}", flush=True)
    for package, count in made.items():
        print(_rate(package, count, noticed[package], harmless[package]))
    return int(made.total() > noticed.total() + harmless.total())


def _rate(package: str, made: int, noticed: int, harmless: int) -> str:
    """What became of the changes to a package, in a line."""
    counts = f"{made:4} changes {noticed:4} noticed {harmless:4} harmless"
    return f"{package:<12}{counts} {made - noticed - harmless:4} not noticed"


def _tried(workshops: list[Workshop], wanted: list[tuple[Picked, list[str]]]) -> Iterator[bool]:
    """Whether each change is noticed by its tests, in their order."""
    free = SimpleQueue[Workshop]()
    for each in workshops:
        free.put(each)

    def is_noticed(change: tuple[Picked, list[str]]) -> bool:
        workshop = free.get()
        try:
            return workshop.is_noticed(change[0].place, change[1])
        finally:
            free.put(workshop)

    with ThreadPoolExecutor(len(workshops)) as pool:
        yield from pool.map(is_noticed, wanted)


if __name__ == "__main__":
    sys.exit(main())
