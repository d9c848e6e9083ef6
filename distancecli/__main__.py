"""Runs the command line: `python -m distancecli`, and the command `distance`."""

import gc
import sys

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells know it: 128 and the signal's number."""


def main() -> None:
    """Runs the command line. Ctrl-C leaves without a word, from the first import on.

    What is loaded is in use to the end, so Python need not look through it for what is not: at
    the start and at the end that would take a fifth of a short run.
    """
    gc.disable()
    try:
        from distancecli.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
