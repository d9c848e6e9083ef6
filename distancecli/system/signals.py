"""Signals that ask the program to end, and ending in order."""

import contextlib
import signal
from collections.abc import Iterator

from distancecli.system.machine import machine


class Ended(SystemExit):
    """A signal asked the program to end; its exit code is the one shells know it by."""

    def __init__(self, number: int):
        super().__init__(128 + number)


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """Lets signals that end the program end it in order. One that is ignored stays ignored."""
    heeded = [
        number for number in machine.ENDING_SIGNALS if signal.getsignal(number) != signal.SIG_IGN
    ]
    handlers = {number: signal.signal(number, _end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> None:
    raise Ended(number)
