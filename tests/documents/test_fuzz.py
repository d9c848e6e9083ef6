"""Thousands of damaged guides: each is refused for a person, or it works.

`DISTANCE_FUZZ` says how many are tried; plain `pytest` tries few, and `.ci/run` thousands.
"""

import os
import random
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from distancecli.cli.new import STARTER
from distancecli.errors import DistanceError
from distancecli.guide.load import built_in_path, load_guide
from distancecli.guide.model import Guide
from tests.support.guarded_guide import guarded_text
from tests.support.mutations import mutant
from tests.support.random_reader import use
from tests.support.safety_guide import safety_text
from tests.support.small_guide import small_text
from tests.support.sound_guide import sound_text
from tests.support.starts_guide import starts_text

pytestmark = pytest.mark.fuzz

MUTANTS: Final = int(os.environ.get("DISTANCE_FUZZ", "20"))
A_BLOCK: Final = 20
"""Mutants of one test, so that the tests can run side by side."""


@cache
def whole() -> list[bytes]:
    """The built-in guide, and small ones, in which damage more often meets rules than words."""
    small = (guarded_text(), safety_text(), small_text(), sound_text(), starts_text())
    files = (built_in_path(), STARTER)
    return [*(path.read_bytes() for path in files), *(text.encode() for text in small)]


def damaged(seed: int, folder: Path) -> Guide | None:
    """The mutant of that seed as a guide, or None where it is refused."""
    path = folder / "mutant.yaml"
    guides = whole()
    path.write_bytes(mutant(guides[seed % len(guides)], seed))
    with suppress(DistanceError):
        return load_guide(str(path))
    return None


@pytest.mark.parametrize("start", range(0, MUTANTS, A_BLOCK))
def test_a_damaged_guide_is_refused_or_works(start: int, tmp_path: Path) -> None:
    """A damaged guide leads to a DistanceError, or to plans in every form."""
    for seed in range(start, min(start + A_BLOCK, MUTANTS)):
        try:
            if guide := damaged(seed, tmp_path):
                use(guide, random.Random(seed))
        except Exception as error:
            error.add_note(f"with the mutant of seed {seed}")
            raise
