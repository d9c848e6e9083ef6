"""What pyproject says of the package, held against the package."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.installing import PROJECT, PYPROJECT, oldest, pins, pythons, requirements
from tests.support.terminal_driver import ROOT


def imported() -> Iterator[str]:
    """The names of the packages of others that the program imports."""
    for path in (ROOT / "distancecli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}:{node.lineno}"
                yield (node.module or "").partition(".")[0]


def test_what_is_installed_is_what_is_imported() -> None:
    """Each dependency is imported by the program itself, and nothing else is but for checking."""
    others = set(imported()) - sys.stdlib_module_names - {"distancecli"}
    owners = packages_distributions()
    used = {canonicalize_name(owners[name][0]) for name in others}
    needed = [*requirements(), *requirements("check")]
    assert used == {canonicalize_name(each.name) for each in needed}


def test_every_lower_bound_is_a_release() -> None:
    """Each dependency names the oldest release that it works with."""
    pins = oldest(requirements())
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", pin) for pin in pins), pins


@pytest.mark.parametrize("extra", [None, *PROJECT["optional-dependencies"]])
def test_every_requirement_is_pinned_within_its_bounds(extra: str | None) -> None:
    """What `.ci/run` tests is what pyproject allows; an edit of one is an edit of the other."""
    pinned = {canonicalize_name(pin.name): pin for pin in map(Requirement, pins())}
    for needed in requirements(extra):
        (release,) = pinned[canonicalize_name(needed.name)].specifier
        assert release.operator == "=="
        assert needed.specifier.contains(release.version, prereleases=True), needed


def test_the_metadata_promises_nothing_that_is_not_there() -> None:
    """No licence and no address is named, since there is none; the long text is the README."""
    assert not {"license", "license-files", "urls"} & PROJECT.keys()
    assert not [each for each in PROJECT["classifiers"] if each.startswith("License")]
    assert not list(ROOT.glob("LICEN*"))
    long_text = PYPROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]
    assert long_text["fragments"] == [{"path": "README.md"}]
    assert 20 < len(PROJECT["description"]) < 100


def test_the_metadata_names_the_pythons() -> None:
    """The classifiers start with the oldest Python that is allowed; this one is among them."""
    named = [
        each.rpartition(" ")[2]
        for each in PROJECT["classifiers"]
        if re.search(r":: Python :: 3\.\d+$", each)
    ]
    assert named[0] == PROJECT["requires-python"].removeprefix(">=")
    assert named == sorted(named, key=lambda version: int(version.partition(".")[2]))


def test_this_python_is_found() -> None:
    """The Pythons to install on are found, this one among them."""
    assert sys.version_info[:2] in pythons()
