"""Whole runs in a real terminal: a hundred numbers, each of them a window, keys and signals."""

from pathlib import Path
from typing import Final

import pytest

from tests.seeds.in_terminal import run_in_terminal

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="it looks at /proc")

SEEDS: Final = 100


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_run_holds_what_is_promised(tmp_path: Path, seed: int) -> None:
    """The terminal is as it was, and all else as by values."""
    run_in_terminal(seed, tmp_path)
