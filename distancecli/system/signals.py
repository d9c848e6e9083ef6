"""Signals that ask the program to end, and ending in order."""

import contextlib
import signal
from collections.abc import Iterator
from typing import Final

ENDING_SIGNALS: Final = (
    *(signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT),
    *(signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGABRT, signal.SIGXCPU),
)
"""Those that end a program that does not heed them. SIGPIPE is left ignored, as Python has it: a
plan is not lost with whoever read the pipe."""


class Ended(SystemExit):
    """A signal asked the program to end; its exit code is the one shells know it by."""

    def __init__(self, number: int):
        super().__init__(128 + number)


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """Lets signals that end the program end it in order. One that is ignored stays ignored."""
    heeded = [number for number in ENDING_SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    handlers = {number: signal.signal(number, _end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> None:
    raise Ended(number)
