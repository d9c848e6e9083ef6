"""Which of many cases belong in a plain run."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_plain(cases: Iterable[Any]) -> list[Any]:
    """The cases, of which a plain run takes the first; the rest are slow, and run by `-m slow`."""
    first, *rest = (each if isinstance(each, tuple) else (each,) for each in cases)
    return [pytest.param(*first), *(pytest.param(*each, marks=pytest.mark.slow) for each in rest)]
