"""No copy of the program's memory is ever written: it has what a reader answered."""

import contextlib
import resource
import sys
from typing import Final

PR_SET_DUMPABLE: Final = 4
"""A number of Linux (prctl(2))."""


def write_no_dump() -> None:
    """Lets the system write no core file of this process.

    Where a service gathers them, as systemd-coredump does, a limit does not hold it back; so on
    Linux the process is made one that may not be dumped.
    """
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # takes 5 ms

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
