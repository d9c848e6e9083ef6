"""Which of many cases belong in a plain run."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_plain(cases: Iterable[Any], plain: int = 1) -> list[Any]:
    """The cases, of which a plain run takes the first, or so many; the rest run by `-m slow`."""
    each = [case if isinstance(case, tuple) else (case,) for case in cases]
    slow = (pytest.param(*case, marks=pytest.mark.slow) for case in each[plain:])
    return [*(pytest.param(*case) for case in each[:plain]), *slow]
