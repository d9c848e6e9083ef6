"""Shows how far long work is, on standard error and only on a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from distancecli.system.machine import machine
from distancecli.system.signals import ended_in_order
from distancecli.system.terminal import is_terminal

Tell = Callable[[int, int], None]
"""Told how many parts of the work are done, and how many there are."""

PATIENCE: Final = 0.5
"""Seconds; work that is done sooner says nothing."""


@contextmanager
def progress_shown() -> Iterator[Tell]:
    """What is told is shown while the work goes on, and is gone after it."""
    if not is_terminal(sys.stderr):
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    # Short, so that the terminal's own ^C does not wrap it: then it could not be taken away.
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = progress.add_task("Proving")
    patient_until = time.monotonic() + PATIENCE

    def tell(done: int, parts: int) -> None:
        with machine.signals_wait():  # half a bar could not be taken away
            if time.monotonic() > patient_until:
                progress.start()
            progress.update(task, completed=done, total=parts, refresh=True)

    with ended_in_order():
        try:
            yield tell
        finally:
            with machine.signals_wait():
                progress.stop()
