"""Shows how far long work is, on standard error and only on a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

PATIENCE: Final = 0.5
"""Seconds; work that is done sooner says nothing."""


def watched(parts: list[tuple[str, T]]) -> Iterable[tuple[str, T]]:
    """The parts of some work, one by one, each shown by its words while it is done."""
    if sys.stderr is None or not sys.stderr.isatty():
        return parts
    return _shown(parts)


def _shown(parts: list[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    from rich.console import Console
    from rich.progress import Progress

    started = time.monotonic()
    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task("", total=len(parts))
    try:
        for part in parts:
            if time.monotonic() - started > PATIENCE:
                progress.start()
            progress.update(task, description=part[0])
            yield part
            progress.advance(task)
    finally:
        progress.stop()
