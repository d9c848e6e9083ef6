"""What the tests in a terminal share."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.terminal_driver import ROOT


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A tmux of its own with one shell in it: the command line that talks to it."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "socket"), "-f", os.devnull]
    shell = ["bash", "--norc", "--noprofile"]
    start = [*command, "new-session", "-d", "-x", "80", "-y", "24", "-c", str(ROOT), *shell]
    subprocess.run(start, check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)
