"""The program as a job of a shell, watched: `python -m tests.seeds.job EVENTS ORDERS guide ...`.

It writes to the first pipe what happens, and after a stop waits for a byte from the second.
"""

import contextlib
import os
import pickle
import signal
import struct
import sys
from pathlib import Path
from typing import Any, Final

from tests.seeds.watched import Began, Stopped, WatchedAskers

HEAD: Final = struct.Struct("I")


def tell(pipe: int, event: Any) -> None:
    """Writes down what happened, in one piece as far as a pipe lets it be."""
    packed = pickle.dumps(event)
    rest = HEAD.pack(len(packed)) + packed
    while rest:
        rest = rest[os.write(pipe, rest) :]


def main() -> None:
    """Starts the program in the foreground, and ends as it does."""
    events, orders = int(sys.argv.pop(1)), int(sys.argv.pop(1))
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    process = os.fork()
    if not process:
        os.setpgid(0, 0)
        os.tcsetpgrp(2, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.close(orders)
        run_watched(events)
        return
    with contextlib.suppress(OSError):  # it may have done so itself
        os.setpgid(process, process)
    while True:
        _, status = os.waitpid(process, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            break
        os.tcsetpgrp(2, os.getpgrp())
        tell(events, Stopped())
        os.read(orders, 1)
        os.tcsetpgrp(2, process)
        os.killpg(process, signal.SIGCONT)
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


def run_watched(events: int) -> None:
    """Runs the program with whoever asks watched."""
    from distancecli.asking import askers
    from distancecli.cli.main import main as program
    from distancecli.system.console import Console

    unwatched: Any = askers.TerminalAskers

    def watched(console: Console, plain: bool) -> WatchedAskers:
        return WatchedAskers(unwatched(console, plain), lambda e: tell(events, e), Path.cwd())

    setattr(askers, "TerminalAskers", watched)  # noqa: B010
    tell(events, Began(os.getpid()))
    program()


if __name__ == "__main__":
    main()
