"""Fixtures, and how hypothesis runs: the same examples each time, and no clock."""

import pytest
from hypothesis import settings

from distancecli.guide import Guide
from distancecli.guidefile import built_in_path, load_guide, parse_guide
from tests.small_guide import NAME, small_text

settings.register_profile("steady", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide that ships with the program."""
    return load_guide()


@pytest.fixture(scope="session")
def small_guide() -> Guide:
    """A guide with three questions and two steps."""
    return parse_guide(NAME, small_text())


@pytest.fixture(scope="session")
def real_text() -> str:
    """The built-in guide as text."""
    return built_in_path().read_text(encoding="utf-8")
