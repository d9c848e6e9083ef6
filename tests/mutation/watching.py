"""A plugin of pytest that runs the tests of a list, and notes how each went.

It works in the folder that `DISTANCE_MUTATION` names, which has the list, if there is one, and
gets what came out.
"""

import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

import pytest

FOLDER: Final = Path(os.environ.get("DISTANCE_MUTATION", ""))
WANTED: Final = FOLDER / "wanted.json"
"""The tests to run, in their order."""
PASSED: Final = FOLDER / "passed.json"
"""The tests that passed, and the seconds each took."""
CURRENT: Final = FOLDER / "current"
"""The test that runs, for the processes that it starts."""
PATIENCE: Final = 8.0
"""Seconds to wait for what a terminal should show."""

current = ""
"""The same for this process; empty while no test runs, or what is made once for many of them."""


def pytest_configure() -> None:
    """A change is tried without much patience: what should come mostly never will."""
    if WANTED.exists():
        from tests.support import terminal_driver

        terminal_driver.PATIENCE = PATIENCE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the tests that are wanted, all where there is no list."""
    if WANTED.exists():
        order = {name: at for at, name in enumerate(json.loads(WANTED.read_text("utf-8")))}
        wanted = (item for item in items if item.nodeid in order)
        items[:] = sorted(wanted, key=lambda item: order[item.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """A test runs."""
    _now(item.nodeid)
    done = yield
    _now("")
    return done


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Generator[None, object, object]:
    """What is made once for many tests is of none of them."""
    test = current
    if fixturedef.scope != "function":
        _now("")
    made = yield
    _now(test)
    return made


_seconds: dict[str, float] = {}
_failed: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A part of a test has ended."""
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration
    if report.outcome != "passed":
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """All have ended."""
    passed = {name: took for name, took in _seconds.items() if name not in _failed}
    PASSED.write_text(json.dumps(passed), encoding="utf-8")


def _now(test: str) -> None:
    global current
    current = test
    CURRENT.write_text(test, encoding="utf-8")
