"""One run by values: stated streams, a reader drawn by a number, and the oracle at their side."""

import contextlib
import errno
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from distancecli.errors import DistanceError
from distancecli.guide.model import Guide
from distancecli.run import run as running
from distancecli.run.request import Request
from distancecli.system.console import Sink
from tests.seeds.occasion import occasion_of
from tests.seeds.oracle import WIDTH, Oracle
from tests.seeds.remains import check_output, check_screen
from tests.seeds.wanderer import Wanderer
from tests.seeds.watched import Watched, files_in
from tests.support.built_in import GUIDE
from tests.support.stated_run import ScriptedAskers, StatedRun


@cache
def the_guide() -> Guide:
    """The guide that ships with the program; read once, and not for every run."""
    return GUIDE


class ReadGuide:
    """Stands for the guide of a run, which is read already."""

    def __init__(self, _named: str | None = None):
        self.front = self.whole = the_guide()


class WanderersAsk(ScriptedAskers):
    """Has the wanderer for every screen."""

    def __init__(self, asker: Watched):
        super().__init__([])
        self.asker: Any = asker


class WanderersRun(StatedRun):
    """A stated run of a wanderer."""

    def run_with(self, asker: Watched, request: Request) -> int:
        """Runs, and returns the exit code that the program would have."""
        self.askers = WanderersAsk(asker)
        try:
            return 0 if self.run_by(request) else 1
        except KeyboardInterrupt:
            return 130
        except SystemExit as ended:
            return int(str(ended.code))
        except DistanceError as error:
            return error.exit_code


def run_by_values(seed: int, folder: Path) -> None:
    """Runs what the number draws, in an empty folder.

    Raises:
        AssertionError: something does not hold; it says how to see the same again.
    """
    chance = random.Random(seed)
    guide = the_guide()
    occasion = occasion_of(chance, guide)
    occasion.lay_out(folder)
    oracle = Oracle(guide, occasion, folder, files_in(folder))
    wanderer = Wanderer(chance, guide, oracle)
    it = WanderersRun(
        occasion.output,
        occasion.errors,
        somebody=occasion.somebody,
        fails=0 if occasion.is_read else errno.EPIPE,
    )
    asker = Watched(wanderer, oracle.note, folder)
    with told(seed, "values", oracle), contextlib.chdir(folder):
        with patch.object(running, "OpenGuide", ReadGuide):
            code = it.run_with(asker, occasion.request)
        oracle.close(files_in(folder), code, wanderer.left_with)
        is_whole = wanderer.left_with is None
        if occasion.output is not Sink.TERMINAL:
            check_output(oracle, it.output, is_whole=is_whole)
        if occasion.somebody:
            check_screen(oracle, it.raw.encode(), WIDTH, is_whole=is_whole)


@contextlib.contextmanager
def told(seed: int, kind: str, oracle: Oracle) -> Iterator[None]:
    """Says of anything that fails how to see the same again, and what was done."""
    try:
        yield
    except Exception as error:
        again = f"To see it again: python -m tests.seeds {kind} {seed}"
        what = "\n".join((oracle.occasion.in_words, *oracle.diary))
        raise AssertionError(f"{error}\n\n{again}\n{what}") from error
