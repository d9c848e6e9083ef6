"""The clock, which is looked at once in a run, and only for the day."""

import time


def today() -> str:
    """The day where the reader is, as in 2026-11-29."""
    return time.strftime("%Y-%m-%d", time.localtime())
