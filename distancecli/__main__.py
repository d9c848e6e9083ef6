"""Runs the command line: `python -m distancecli`, and the command `distance`."""

import sys

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells know it: 128 and the signal's number."""


def main() -> None:
    """Runs the command line. Ctrl-C leaves without a word, from the first import on."""
    try:
        from distancecli.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
