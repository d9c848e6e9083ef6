"""A reader in no trouble, in a folder of a test: their run in a terminal, and their plan."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.support.terminal_driver import (
    ROOT,
    TerminalDriver,
    begin,
    clean_environment,
    program,
)
from tests.support.undated import undated

CALM: Final = """\
how_long: lt3m
safety: none
told: not_yet
talk: ok
time: little_none
in_way: nothing
cause: drift
habits: none
now: none
"""
"""What `answer_calmly` answers."""
MEANT: Final = """\
how_long: m3_12
told: hinted
talk: [argue]
time: little
in_way: [work]
cause: [drift]
habits: [none]
start: {action: make-time/meal, moment: walk}
"""
"""What a reader kept who meant to have a meal together."""


@contextmanager
def sitting(folder: Path, *arguments: str, **options: Any) -> Iterator[TerminalDriver]:
    """`distance guide` in a terminal and in that folder, past the welcome page."""
    options.setdefault("environment", {"PYTHONPATH": str(ROOT)})
    with TerminalDriver(program("guide", *arguments), cwd=folder, **options) as terminal:
        begin(terminal)
        yield terminal


def plan_of(answers: str, *arguments: str) -> str:
    """The plan of those answers, as standard output has it."""
    command = program("guide", "--answers", "-", *arguments)
    done = subprocess.run(
        command, input=answers.encode(), capture_output=True, env=clean_environment(), cwd=ROOT,
        check=True, start_new_session=True,
    )  # fmt: skip
    return undated(done.stdout.decode())
