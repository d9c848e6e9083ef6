"""Signals that ask the program to end, and ending in order."""

import contextlib
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager

from distancecli.system.machine import machine


class Ended(SystemExit):
    """A signal asked the program to end; its exit code is the one shells know it by."""

    def __init__(self, number: int):
        super().__init__(128 + number)


@contextlib.contextmanager
def handled(handlers: Mapping[int, Callable[[int, object], None]]) -> Iterator[None]:
    """Has each of those signals call what stands for it, and after that what it called before."""
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def ended_in_order() -> AbstractContextManager[None]:
    """Lets signals that end the program end it in order. One that is ignored stays ignored."""
    ending = machine.ENDING_SIGNALS
    heeded = (number for number in ending if signal.getsignal(number) != signal.SIG_IGN)
    return handled(dict.fromkeys(heeded, _end))


def _end(number: int, _frame: object) -> None:
    raise Ended(number)
