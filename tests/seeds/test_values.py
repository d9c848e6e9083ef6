"""Whole runs by values: a thousand numbers, each of them one reader from the first page on."""

from pathlib import Path
from typing import Final

import pytest

from tests.seeds.by_values import run_by_values
from tests.support.sampling import one_plain

SEEDS: Final = 1000
AT_ONCE: Final = 50


@pytest.mark.parametrize("first", one_plain(range(0, SEEDS, AT_ONCE)))
def test_a_run_holds_what_is_promised(tmp_path: Path, first: int) -> None:
    """Files, output, exit code and every page are as the core says, whatever the reader does."""
    for seed in range(first, first + AT_ONCE):
        folder = tmp_path / str(seed)
        folder.mkdir()
        run_by_values(seed, folder)
