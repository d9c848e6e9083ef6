"""A copy of the program and its tests, which is changed and tried in the place of the checkout."""

import ast
import contextlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.mutation.changes import changed, changes

ROOT: Final = Path(__file__).parent.parent.parent
LEFT: Final = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "dist")
LONGEST: Final = 30
"""Seconds that one test may take: then it is in a loop without end."""
LONGEST_RUN: Final = 300
MEMORY: Final = 4 << 30
"""Bytes that a process may have: a loop without end can also collect."""
PYTEST: Final = (
    *(sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "-p"),
    *("tests.mutation.watching", "-o", f"faulthandler_timeout={LONGEST}"),
    *("-o", "faulthandler_exit_on_timeout=true", "--no-header", "--tb=no"),
    "--ignore=tests/mutation",
)
PROBE: Final = """\
import os, sys
FOLDER = {folder!r}
def _test():
    try:
        with open(FOLDER + "/current", encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""
ELSEWHERE = _test()
SEEN = set()
def hit(number):
    watching = sys.modules.get("tests.mutation.watching")
    seen = number, watching.current if watching else ELSEWHERE
    if seen not in SEEN:
        SEEN.add(seen)
        with open(FOLDER + "/hits", "a", encoding="utf-8") as file:
            file.write("%d\\t%s\\n" % seen)
"""
"""A module that notes which test comes by a place, in this process or in one that it starts."""
CALL: Final = "__import__('distancecli.probe').probe.hit({number})"

Place = tuple[str, int]
"""A module, by its path in the package, and the number of a change to it."""


class Workshop:
    """A copy in a folder, whose modules can be changed and tried."""

    def __init__(self, folder: Path, root: Path = ROOT) -> None:
        self._folder = folder
        self._root = folder / "copy"
        shutil.copytree(root, self._root, ignore=LEFT, symlinks=True)
        self._package = self._root / "distancecli"
        self._written = 0

    def tests_at(self, places: Sequence[Place]) -> tuple[dict[str, float], list[set[str]]]:
        """Runs all tests once: those that pass, with their seconds, and which come by each place.

        An empty name among those stands for what is done once for many tests.
        """
        originals = {module: self._text(module) for module, _ in places}
        (self._package / "probe.py").write_text(PROBE.format(folder=str(self._folder)), "utf-8")
        for module, text in originals.items():
            numbers = {number: at for at, (of, number) in enumerate(places) if of == module}
            self._write(module, with_probes(text, numbers))
        self._run(PYTEST, None)
        for module, text in originals.items():
            self._write(module, text)
        return self._passed(), self._hits(len(places))

    def is_noticed(self, place: Place, tests: Sequence[str]) -> bool:
        """Whether one of the tests fails with that change."""
        if not tests:
            return False
        module, number = place
        original = self._text(module)
        (self._folder / "wanted.json").write_text(json.dumps(tests), encoding="utf-8")
        self._write(module, changed(original, number))
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        try:
            return self._run((*PYTEST, "-x", *files), LONGEST_RUN) != 0
        finally:
            self._write(module, original)

    def _text(self, module: str) -> str:
        return (self._package / module).read_text(encoding="utf-8")

    def _write(self, module: str, text: str) -> None:
        """Writes a module, at a time of its own: Python knows one that it compiled by its time."""
        self._written += 1
        path = self._package / module
        path.write_text(text, encoding="utf-8")
        os.utime(path, (self._written * 10, self._written * 10))

    def _run(self, command: Sequence[str], seconds: float | None) -> int:
        """The exit code; not 0 either where it takes too long."""
        process = subprocess.Popen(
            command,
            cwd=self._root,
            env=os.environ
            | {"PYTHONPATH": str(self._root), "DISTANCE_MUTATION": str(self._folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_limit_memory,
        )
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            return -1
        finally:
            _end(process)

    def _passed(self) -> dict[str, float]:
        passed = json.loads((self._folder / "passed.json").read_text(encoding="utf-8"))
        return dict(passed)

    def _hits(self, count: int) -> list[set[str]]:
        hits: list[set[str]] = [set() for _ in range(count)]
        notes = self._folder / "hits"
        if notes.exists():
            for line in notes.read_text(encoding="utf-8").splitlines():
                number, _, test = line.partition("\t")
                hits[int(number)].add(test)
        return hits


def with_probes(text: str, numbers: Mapping[int, int]) -> str:
    """The module with a probe before each statement in which one of the changes would be made.

    `numbers` has what each of these changes is called in the notes.
    """
    tree = ast.parse(text)
    probed: dict[ast.stmt, list[int]] = defaultdict(list)
    for number, (_, statement) in enumerate(changes(tree)):
        if number in numbers:
            probed[statement].append(numbers[number])
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            body = getattr(node, field, None)
            if isinstance(body, list):
                setattr(node, field, [each for old in body for each in _probed(old, probed)])
    return ast.unparse(tree)


def _probed(node: ast.AST, probed: Mapping[ast.stmt, Iterable[int]]) -> list[ast.AST]:
    numbers = probed.get(node, ()) if isinstance(node, ast.stmt) else ()
    return [*(ast.parse(CALL.format(number=each)).body[0] for each in numbers), node]


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a run with all that it started in its group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
