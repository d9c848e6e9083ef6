"""What is so on Linux and macOS; `windows` has the same names."""

import contextlib
import errno
import os
import select
import shlex
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from functools import partial
from os import PathLike
from typing import Any, Final, TextIO

assert sys.platform != "win32"

ENDING_SIGNALS: Final = (
    *(signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT),
    *(signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGABRT, signal.SIGXCPU),
)
"""Those that end a program that does not heed them. SIGPIPE is left ignored, as Python has it: a
plan is not lost with whoever read the pipe."""
TERMINAL_GONE: Final[int] = signal.SIGHUP
"""The signal by which the end of a terminal is known."""
PIPE_GONE: Final[int] = signal.SIGPIPE
"""The same of whoever reads a pipe."""
TERMINAL_ERRORS: Final = (OSError, EOFError, termios.error)
"""What comes of asking a terminal that has gone."""
STOP_SIGNALS: Final[tuple[int, ...]] = (signal.SIGTSTP, signal.SIGCONT)
"""By which another program stops a job, and lets it go on; none where no job can be stopped."""

ENCODING_BEHIND: Final[str | None] = None
"""What is written to files and pipes in, where that is not what Python finds."""
FOLDER_ENDS: Final = ("/",)
"""What stands at the end of the name of a folder."""
NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
PR_SET_DUMPABLE: Final = 4
"""A number of Linux (prctl(2))."""
NO_KEY: Final = b"\0"
"""Stands for no key among those that a terminal itself acts on."""
SOME: Final = 4096
"""Bytes that are read at once of what was typed."""


@contextlib.contextmanager
def escapes() -> Iterator[None]:
    """Escape sequences act on a terminal, always."""
    yield


def settings() -> Any:
    """The terminal's settings, to be put back later."""
    return termios.tcgetattr(0)


def restore(before: Any) -> None:
    """Puts settings back; a terminal that is gone is no error."""
    with contextlib.suppress(termios.error):
        termios.tcsetattr(0, termios.TCSADRAIN, before)


def hush() -> None:
    """Lets the terminal show no key, and act on none by itself but for Ctrl-C."""
    quiet = termios.tcgetattr(0)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    quiet[6][termios.VSUSP] = NO_KEY  # between two pages as on them, Ctrl-Z is the page's
    restore(quiet)


def typed_ahead(end: bytes) -> bytes:
    """What was typed and not read yet; `end` stands for the end of a terminal that has gone."""
    typed = b""
    with contextlib.suppress(OSError, ValueError):
        while os.isatty(0) and select.select([0], [], [], 0)[0]:
            more = os.read(0, SOME)
            typed += more or end
            if not more:
                break
    return typed


def is_terminal(stream: TextIO) -> bool:
    """Whether the stream leads to a terminal."""
    return stream.isatty()


def is_bare(term: str) -> bool:
    """Whether a terminal of that kind can show no more than lines."""
    return term in ("", "dumb", "unknown")


def terminal_names() -> Iterator[str]:
    """The terminal that keys come from, if they do: /dev/tty cannot be waited on by macOS."""
    with contextlib.suppress(OSError):
        yield os.ttyname(0)
    yield "/dev/tty"


def keyboard_names() -> Iterator[str]:
    """The terminal for keys, where standard input is something else."""
    for descriptor in (1, 2):
        with contextlib.suppress(OSError):
            yield os.ttyname(descriptor)
    yield "/dev/tty"


def is_in_background() -> bool:
    """Whether another job has the terminal, so that asking would only stop this one."""
    with contextlib.suppress(OSError):
        return os.tcgetpgrp(0) != os.getpgrp()
    return False


def stop_here() -> None:
    """Stops the job, until it is told to go on."""
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(0, signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, handler)


def is_reader_gone(error: OSError) -> bool:
    """Whether writing failed since nobody reads the pipe any more."""
    return isinstance(error, BrokenPipeError)


@contextlib.contextmanager
def signals_wait() -> Iterator[None]:
    """Lets the signals that end the program wait."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def for_owner_alone(descriptor: int) -> None:
    """Lets nobody but its owner read the file."""
    os.fchmod(descriptor, 0o600)


def open_nameless(folder: PathLike[str]) -> tuple[int, Callable[[PathLike[str]], None]]:
    """A new file in that folder that has no name, and what gives it one that is free.

    Raises:
        OSError: the system, or the file system, knows no such file.
    """
    if sys.platform == "linux":
        descriptor = os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o600)
        itself = f"/proc/self/fd/{descriptor}"
        # only where a folder is named does Python up to 3.14 follow a link; any one will do
        name = partial(os.link, itself, src_dir_fd=descriptor, follow_symlinks=True)
        return descriptor, name
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


def is_name_of_a_file(name: str) -> bool:
    """Whether the system takes it for one: here every name that is no folder's."""
    return bool(name)


def quoted(word: str) -> str:
    """The word as a shell reads it back, in a command to be copied."""
    return shlex.quote(word)


def write_no_dump() -> None:
    """Lets the system write no core file of this process: it has what a reader answered.

    Where a service gathers them, as systemd-coredump does, a limit does not hold it back; so on
    Linux the process is made one that may not be dumped.
    """
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # takes 5 ms

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)
