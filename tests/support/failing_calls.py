"""Calls of the system that meet trouble in turn, as SQLite tests what it does to files.

Nothing here lists the calls of the code that is tested: they are counted as they come.
"""

import contextlib
import errno
import os
import signal
import types
from collections.abc import Callable, Iterator
from itertools import count
from os import _exit, fork, getpid, kill, waitpid, write
from typing import Any, Final, NoReturn

import pytest

Call = Callable[..., Any]
Trouble = Callable[..., Any]
"""Gets a call and what it is called with, and does it, or not, or only in part."""

NAMES: Final = [
    name
    for name, call in vars(os).items()
    if isinstance(call, types.BuiltinFunctionType) and name not in ("fspath", "strerror")
]
"""All that `os` has from the system, but for what asks it nothing."""


def refused(number: int) -> Trouble:
    """The call does nothing, and says so; but a descriptor is closed all the same (close(2))."""

    def trouble(call: Call, *given: Any, **named: Any) -> NoReturn:
        if call.__name__ == "close":
            call(*given)
        raise OSError(number, os.strerror(number))

    return trouble


def done_and_refused(call: Call, *given: Any, **named: Any) -> NoReturn:
    """The call does its work, and says that it failed."""
    call(*given, **named)
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def signalled(number: int, before: bool) -> Trouble:
    """A signal comes just before the call, or just after it."""

    def trouble(call: Call, *given: Any, **named: Any) -> Any:
        if before:
            signal.raise_signal(number)
        result = call(*given, **named)
        if not before:
            signal.raise_signal(number)
        return result

    return trouble


def in_part(call: Call, *given: Any, **named: Any) -> Any:
    """A write takes three bytes; all else is as ever."""
    return call(given[0], bytes(given[1][:3])) if call is write else call(*given, **named)


def killed(*_: Any, **__: Any) -> NoReturn:
    """The program ends before the call, and can do no more."""
    kill(getpid(), signal.SIGKILL)
    raise AssertionError("outlived a kill")


TROUBLES: Final[dict[str, Trouble]] = {
    "broken": refused(errno.EIO),
    "done all the same": done_and_refused,
    "ended before": signalled(signal.SIGTERM, before=True),
    "ended after": signalled(signal.SIGTERM, before=False),
    "full": refused(errno.ENOSPC),
    "interrupted": refused(errno.EINTR),
    "Ctrl-C before": signalled(signal.SIGINT, before=True),
    "Ctrl-C after": signalled(signal.SIGINT, before=False),
    "in part": in_part,
}
"""Those that differ come first."""


class Calls:
    """What stands between a program and its system: from one call on, some calls meet trouble."""

    def __init__(self, trouble: Trouble, at: int, lasting: str = "once"):
        self.trouble, self.at, self.lasting = trouble, at, lasting
        """Lasting: `once`, in the `same` call whenever it comes again, or in `all` from then on."""
        self.made: list[str] = []

    @property
    def met(self) -> str:
        """The first call that met trouble; nothing if there was none."""
        return self.made[self.at - 1] if len(self.made) >= self.at else ""

    def _is_met_by(self, name: str) -> bool:
        if self.lasting == "once" or not self.met:
            return len(self.made) == self.at
        return self.lasting == "all" or name == self.met

    def _through(self, name: str, call: Call) -> Call:
        def through(*given: Any, **named: Any) -> Any:
            self.made.append(name)
            meets = self._is_met_by(name)
            return self.trouble(call, *given, **named) if meets else call(*given, **named)

        return through

    @contextlib.contextmanager
    def between(self) -> Iterator[None]:
        """Stands there for so long."""
        with pytest.MonkeyPatch.context() as patch:
            for name in NAMES:
                patch.setattr(os, name, self._through(name, getattr(os, name)))
            yield


def in_turn(trouble: Trouble, lasting: str = "once") -> Iterator[Calls]:
    """Trouble in the first call, then in the second, and so on, until there is no such call."""
    for at in count(1):
        calls = Calls(trouble, at, lasting)
        yield calls
        if not calls.met:
            return


def started(work: Callable[[], int]) -> int:
    """A process that does the work, and ends with what that returns."""
    pid = fork()
    if pid:
        return pid
    with contextlib.suppress(BaseException):
        _exit(work())
    _exit(99)


def ended(pid: int) -> int:
    """How the process ended: its exit code, or the number of a signal with a minus."""
    return os.waitstatus_to_exitcode(waitpid(pid, 0)[1])
