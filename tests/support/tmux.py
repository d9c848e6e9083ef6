"""Talks to a tmux with one shell in it, for what only a shell with jobs can do."""

import subprocess
import time

from tests.support.terminal_driver import PATIENCE


def tmux_shows(tmux: list[str], *wanted: str, gone: str = "") -> str:
    """Waits until the pane shows the words, and returns what it shows."""
    deadline = time.monotonic() + PATIENCE
    while True:
        capture = subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, check=True)
        shown = capture.stdout.decode()
        words = " ".join(shown.split())
        if all(each in words for each in wanted) and not (gone and gone in words):
            return shown
        assert time.monotonic() < deadline, shown
        time.sleep(0.05)


def tmux_history(tmux: list[str]) -> str:
    """All that can be found in the pane by scrolling back."""
    capture = [*tmux, "capture-pane", "-p", "-S", "-"]
    return subprocess.run(capture, capture_output=True, check=True).stdout.decode()


def tmux_press(tmux: list[str], *keys: str) -> None:
    """Sends keys by their tmux names."""
    subprocess.run([*tmux, "send-keys", *keys], check=True)
