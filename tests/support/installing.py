"""What the tests of installing share: Pythons, what pyproject says, environments, built files."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement

from tests.support.terminal_driver import ROOT, clean_environment

PYPROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT: Final[dict[str, Any]] = PYPROJECT["project"]
SOURCES: Final = ("distancecli", "steps.yaml", "tests", "pyproject.toml", "README.md")
CONSTRAINTS: Final = ROOT / "tests" / "constraints.txt"
NEWEST_MINOR: Final = 30
"""The last Python 3 that is looked for."""

Version = tuple[int, int]


def pythons() -> dict[Version, str]:
    """Every Python here that the project says it runs on: this one, pyenv's, those on the path."""
    found = {sys.version_info[:2]: str(Path(sys.base_prefix, "bin", "python3"))}
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for path in sorted(pyenv.glob("versions/3.*/bin/python3")):
        if version := re.match(r"3\.(\d+)\.\d+$", path.parts[-3]):
            found.setdefault((3, int(version[1])), str(path))
    for minor in range(NEWEST_MINOR):
        command = shutil.which(f"python3.{minor}")
        if command and "shims" not in command:  # pyenv's stand for a Python that may not be there
            found.setdefault((3, minor), command)
    specifier = Requirement(f"x{PROJECT['requires-python']}").specifier
    return {
        version: path
        for version, path in sorted(found.items())
        if specifier.contains("{}.{}".format(*version))
    }


def requirements(extra: str | None = None) -> list[Requirement]:
    """What pyproject says is needed, by the program or by one of its extras and those in it."""
    listed = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    needed = [Requirement(each) for each in listed]
    others = [each for each in needed if each.name != PROJECT["name"]]
    inside = {name for each in needed if each.name == PROJECT["name"] for name in each.extras}
    return others + [each for name in sorted(inside) for each in requirements(name)]


def oldest(needed: list[Requirement]) -> list[str]:
    """The same, each in the oldest release that it allows."""
    return [_oldest(each) for each in needed]


def _oldest(needed: Requirement) -> str:
    lowest = [each.version for each in needed.specifier if each.operator == ">="]
    return f"{needed.name}=={lowest[0]}" if lowest else str(needed)


def pins() -> set[str]:
    """The releases that `.ci/run` installs, as pip writes them."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def run(*command: str | Path, **options: Any) -> str:
    """Runs a command, and returns what it prints; what it says is part of the failure, if any."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    environment = clean_environment() | kept | options.pop("environment", {})
    done: subprocess.CompletedProcess[str] = subprocess.run(
        [*map(str, command)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
        check=False,
        **options,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


class Environment:
    """A virtual environment without pip, filled by the pip of another one."""

    def __init__(self, folder: Path, python: str | Path, pip: Path | None = None):
        run(python, "-m", "venv", *(["--without-pip"] if pip else []), folder)
        self.python = folder / "bin" / "python"
        self.bin = folder / "bin"
        self._pip = pip or self.python

    def pip(self, *arguments: str | Path, **options: Any) -> str:
        """Runs pip for this environment; what it installs is compiled when it is used."""
        quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
        later = {"PIP_NO_COMPILE": "no"}  # so pip wants to be told of a `no-` option
        command = (self._pip, "-m", "pip", "--python", self.python, *quiet, *arguments)
        return run(*command, environment=later | options.pop("environment", {}), **options)


@contextmanager
def one_at_a_time(folder: Path, name: str) -> Iterator[None]:
    """Keeps other workers of this test run out of the same part of the work."""
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker to need it makes, for all of them."""
    made = folder / name
    with one_at_a_time(folder, name):
        if not made.exists():
            unfinished = folder / f"{name}.unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(made)
    return made


def copy_of_the_sources(folder: Path) -> Path:
    """A copy of what a checkout holds, without what tools leave in it."""
    leftovers = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=leftovers)
        else:
            shutil.copy(source, folder / name)
    return folder
