"""Fixtures, and how hypothesis runs: the same examples each time, and no clock."""

import gc
import os
from typing import Any, Final

import pytest
from hypothesis import settings

from distancecli.guide.load import built_in_path, parse_guide
from distancecli.guide.model import Guide
from tests.support.built_in import GUIDE
from tests.support.small_guide import NAME, small_text

settings.register_profile("steady", max_examples=12, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=150, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile("steady")


PLAIN: Final = "not install and not slow and not windows"
LEFT_OUT: Final = """\
Left out: the long ways through the program (pytest -m slow), installing on every Python here
(pytest -m install), all but a few damaged guides
(DISTANCE_FUZZ=3000 pytest -m fuzz), and all but a few readers and guides at random
(pytest -m hypothesis --hypothesis-profile=thorough). .ci/run runs them too.
Only by hand, with Wine: the program on Windows (pytest -m windows)."""


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Says in the last lines what a plain run leaves out, and how to run it."""
    if config.option.markexpr == PLAIN and "DISTANCE_FUZZ" not in os.environ:
        terminalreporter.write_line(LEFT_OUT)


def pytest_collection_finish() -> None:
    """Spares the garbage collector looking through the tests themselves, thousands of them."""
    gc.freeze()


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide that ships with the program."""
    return GUIDE


@pytest.fixture(scope="session")
def small_guide() -> Guide:
    """A guide with three questions and two steps."""
    return parse_guide(NAME, small_text())


@pytest.fixture(scope="session")
def real_text() -> str:
    """The built-in guide as text."""
    return built_in_path().read_text(encoding="utf-8")
