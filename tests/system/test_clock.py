"""The day that a copy has on it: the one where the reader is."""

import time
from collections.abc import Iterator
from typing import Final

import pytest

from distancecli.system.clock import today

EVENING: Final = 1795989600
"""Ten in the evening of 29 November 2026, in Greenwich."""


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Clocks that stand still that evening; the zone of this machine comes back afterwards."""
    running = time.localtime
    monkeypatch.setattr(time, "localtime", lambda: running(EVENING))
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("zone", "day"), [("UTC0", "2026-11-29"), ("EAST-3", "2026-11-30")])
def test_the_day_is_the_readers(clocks: pytest.MonkeyPatch, zone: str, day: str) -> None:
    """Three hours further east it is tomorrow already."""
    clocks.setenv("TZ", zone)
    time.tzset()
    assert today() == day
