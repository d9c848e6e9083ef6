"""The world of Windows, made once for all of its tests."""

import pytest

from tests.support.wine import Wine


@pytest.fixture(scope="session")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Wine:
    """A world of Windows, made anew."""
    world = Wine(tmp_path_factory.mktemp("windows"))
    world.make()
    return world
