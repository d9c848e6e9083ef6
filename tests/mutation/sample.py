"""Which changes are made, and which tests each is tried with."""

import ast
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from tests.mutation.changes import Change, changes
from tests.mutation.workshop import ROOT, Place

PACKAGE: Final = ROOT / "distancecli"
TOP: Final = "top"
"""What stands in no package."""
NOT_HERE: Final = {"system/windows.py"}
"""Runs on another platform."""


class Picked(NamedTuple):
    """A change that is made, and where."""

    place: Place
    change: Change

    @property
    def package(self) -> str:
        """The package it is made in."""
        return package_of(self.place[0])

    @property
    def name(self) -> str:
        """What it is called in `harmless.txt`."""
        return f"{self.place[0]}: {self.change.name}"


def packages() -> list[str]:
    """The packages that changes are made in."""
    return [*sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")), TOP]


def package_of(module: str) -> str:
    """The package of a module, by its path."""
    return module.split("/")[0] if "/" in module else TOP


def picked(package: str, count: int, seed: int, part: str = "") -> list[Picked]:
    """So many changes of a package, in the modules whose path has that part.

    The same ones for the same seed, as long as the package is the same.
    """
    found = [each for each in _changes_of(package) if part in each.place[0]]
    chance = random.Random(f"{seed} {package}")
    return sorted(chance.sample(found, min(count, len(found))))


def _changes_of(package: str) -> Iterator[Picked]:
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        if package_of(module) == package and module not in NOT_HERE:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for number, (change, _) in enumerate(changes(tree)):
                yield Picked((module, number), change)


def chosen(hits: set[str], passed: Mapping[str, float], package: str, seconds: float) -> list[str]:
    """The tests to try a change with, in their order, for so many seconds.

    First those that come by it: one case of each before the next case of one, the nearest and
    quickest first. Where it is done once for many tests, then the others of the package, then all.
    """
    near = f"tests/{package}/"
    found = (test for test in passed if "" in hits or test in hits)
    cases: Counter[str] = Counter()
    ranked: list[tuple[bool, bool, int, int, str]] = []
    for test in sorted(found, key=lambda test: (not test.startswith(near), passed[test])):
        name = test.partition("[")[0]
        is_other = test not in hits
        is_far = is_other and not test.startswith(near)
        ranked.append((is_other, is_far, cases[name], len(ranked), test))
        cases[name] += 1
    kept = []
    for *_, test in sorted(ranked):
        seconds -= passed[test]
        if seconds > 0:
            kept.append(test)
    return kept
