"""What is so on Windows; `posix` has the same names.

Sources: Microsoft's pages on console modes and on naming files; the documentation of `signal`,
`os` and `msvcrt` in Python.
"""

import contextlib
import ctypes
import errno
import msvcrt
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from os import PathLike
from typing import Any, Final, TextIO

assert sys.platform == "win32"

ENDING_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK)
"""The last also where the window is closed."""
TERMINAL_GONE: Final = 1
PIPE_GONE: Final = 13
"""The numbers that other systems have for both; here there are no such signals."""
TERMINAL_ERRORS: Final = (OSError, EOFError)
STOP_SIGNALS: Final[tuple[int, ...]] = ()
"""Nothing stops a program here."""

ENCODING_BEHIND: Final[str | None] = "ascii"
"""A pipe is read by other programs in another code page than it is written in: so in letters that
all of them have, unless the environment says in what."""
FOLDER_ENDS: Final = ("/", "\\")
NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_BINARY
"""Without the last, each line feed is written as two characters."""
STREAM_OF_A_FILE: Final = ":"
"""Behind a drive, it names a hidden part of another file."""

INPUT, OUTPUT = -10, -11
"""The standard handles of a console."""
LINES, ECHO = 0x2, 0x4
"""Of the modes of input: whole lines are read, and keys are shown."""
SEQUENCES: Final = 0x4
"""Of the modes of output: escape sequences act."""


def _handle(which: int) -> int:
    return int(ctypes.windll.kernel32.GetStdHandle(which))


def _mode(handle: int) -> int | None:
    """The mode of a console; None for a handle that leads to none."""
    mode = ctypes.c_ulong()
    is_console = ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(mode))
    return mode.value if is_console else None


def _set_mode(handle: int, mode: int | None) -> None:
    if mode is not None:
        ctypes.windll.kernel32.SetConsoleMode(handle, mode)


@contextlib.contextmanager
def escapes() -> Iterator[None]:
    """Escape sequences act on the console for so long; else it would print them."""
    before = settings()
    shown = before[OUTPUT]
    _set_mode(_handle(OUTPUT), None if shown is None else shown | SEQUENCES)
    try:
        yield
    finally:
        restore(before)


def settings() -> Any:
    """The console's modes, to be put back later."""
    return {which: _mode(_handle(which)) for which in (INPUT, OUTPUT)}


def restore(before: Any) -> None:
    """Puts modes back."""
    for which, mode in before.items():
        _set_mode(_handle(which), mode)


def hush() -> None:
    """Lets the console show no key."""
    keys = _mode(_handle(INPUT))
    _set_mode(_handle(INPUT), None if keys is None else keys & ~(LINES | ECHO))


def typed_ahead(end: bytes) -> bytes:
    """What was typed and not read yet."""
    typed = b""
    while msvcrt.kbhit():
        typed += msvcrt.getwch().encode("utf-8", "replace")
    return typed


def is_terminal(stream: TextIO) -> bool:
    """Whether the stream leads to a console: NUL says of itself that it is one, and is not."""
    return stream.isatty() and _mode(msvcrt.get_osfhandle(stream.fileno())) is not None


def is_bare(term: str) -> bool:
    """Whether the environment says that it can show no more than lines; a console says nothing."""
    return term in ("dumb", "unknown")


def terminal_names() -> Iterator[str]:
    """The console that the program was started on."""
    yield "CONOUT$"


def keyboard_names() -> Iterator[str]:
    """The keyboard of the console, where standard input is something else."""
    yield "CONIN$"


def is_in_background() -> bool:
    """Never: there are no jobs."""
    return False


def stop_here() -> None:
    """Nothing stops a program here."""


def is_reader_gone(error: OSError) -> bool:
    """Whether writing failed since nobody reads the pipe any more; there is no signal for it."""
    return isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL


@contextlib.contextmanager
def signals_wait() -> Iterator[None]:
    """Signals cannot be made to wait here."""
    yield


def for_owner_alone(descriptor: int) -> None:
    """A file has the rights of its folder here."""


def open_nameless(folder: PathLike[str]) -> tuple[int, Callable[[PathLike[str]], None]]:
    """Every file has a name here.

    Raises:
        OSError: always.
    """
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


def is_name_of_a_file(name: str) -> bool:
    """Whether it names a whole file, and no part of one."""
    return bool(name) and STREAM_OF_A_FILE not in os.path.splitdrive(name)[1]


def quoted(word: str) -> str:
    """The word as cmd and PowerShell read it back, in a command to be copied."""
    return subprocess.list2cmdline([word])


def write_no_dump() -> None:
    """No program's memory is written down here unless somebody sets that up."""
