"""Which changes are made, and which tests each is tried with."""

import ast
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
    modules = (each for each in _modules() if package_of(each) == package and part in each)
    found = [each for module in modules for each in _changes_of(module)]
    chance = random.Random(f"{seed} {package}")
    return sorted(chance.sample(found, min(count, len(found))))


def picked_again(report: str) -> list[Picked]:
    """The changes that a report names, as long as their statements are what they were."""
    names = set(report.splitlines())
    modules = {name.partition(": ")[0] for name in names}
    found = (each for module in sorted(modules & {*_modules()}) for each in _changes_of(module))
    return [each for each in found if each.name in names]


def _modules() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        if module not in NOT_HERE:
            yield module


def _changes_of(module: str) -> Iterator[Picked]:
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    for number, (change, _) in enumerate(changes(tree)):
        yield Picked((module, number), change)


def chosen(hits: set[str], passed: Mapping[str, float], module: str, seconds: float) -> list[str]:
    """The tests to try a change to a module with, in their order, for so many seconds.

    Those that come by it: one case of each before the next case of one, the nearest and quickest
    first. Where it is done once for many tests, every test: all of the nearest first.
    """
    for_many = "" in hits
    far = _distances(module, {test.partition("::")[0] for test in passed})
    found = (test for test in passed if for_many or test in hits)
    cases: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, str]] = []
    for test in sorted(found, key=lambda test: (far[test.partition("::")[0]], passed[test])):
        file, _, name = test.partition("::")
        case = cases[name.partition("[")[0]]
        ranked.append((far[file] if for_many else 0, case, len(ranked), test))
        cases[name.partition("[")[0]] += 1
    kept = []
    for *_, test in sorted(ranked):
        seconds -= passed[test]
        if seconds > 0:
            kept.append(test)
    return kept


def _distances(module: str, files: Iterable[str]) -> dict[str, int]:
    """How far each file of tests is from a module: it names it, is of its package, or neither."""
    name = f"distancecli.{module.removesuffix('.py').replace('/', '.')}"
    near = f"tests/{package_of(module)}/"

    def distance(file: str) -> int:
        path = ROOT / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        return 0 if name in text else 1 if file.startswith(near) else 2

    return {file: distance(file) for file in files}
