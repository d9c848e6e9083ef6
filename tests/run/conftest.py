"""What the tests of a run share."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a run is in, and in which its files are."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
