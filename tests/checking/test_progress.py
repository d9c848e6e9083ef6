"""How far long work is, by values: what a stated terminal is sent, at stated times."""

import io
import re
import sys
import threading
import time

import pytest

from distancecli.checking import progress
from distancecli.checking.progress import PATIENCE, progress_shown


class Screen(io.StringIO):
    """A terminal that keeps what it is sent."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def a_screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Standard error, as a terminal of 80 columns."""
    made = Screen()
    monkeypatch.setattr(sys, "stderr", made)
    for name, value in (("TERM", "xterm"), ("COLUMNS", "80"), ("LINES", "24")):
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(progress, "is_terminal", lambda stream: stream is made)
    return made


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that it is, which can be set."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def seen(screen: Screen) -> list[str]:
    """The words that the terminal was sent, each time that the bar was drawn."""
    words = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    return [" ".join(each) for each in re.findall(r"(\w+) [^\w%]*?(\d+%)", words)]


def test_a_bar_says_what_is_done_and_how_much_of_it(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as patience ends; afterwards the line is empty, and the cursor is back."""
    screen, threads = a_screen(monkeypatch), threading.active_count()
    with progress_shown() as tell:
        clock[0] += PATIENCE
        tell(1, 4)
        assert screen.getvalue() == ""
        clock[0] += 0.01
        tell(1, 4)
        tell(2, 4)
        assert seen(screen)[-1] == "Proving 50%"
        assert threading.active_count() == threads, "half a bar of its own could be left behind"
    assert list(dict.fromkeys(seen(screen))) == ["Proving 25%", "Proving 50%"]
    assert screen.getvalue().endswith("\x1b[2K")
    assert screen.getvalue().rindex("\x1b[?25h") > screen.getvalue().rindex("\x1b[?25l")


def test_short_work_says_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """The next page would come before anybody had read it."""
    screen = a_screen(monkeypatch)
    with progress_shown() as tell:
        tell(1, 2)
    assert "Proving" not in screen.getvalue()


def test_a_pipe_is_told_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    """However long it takes."""
    with progress_shown() as tell:
        clock[0] += 60
        tell(1, 2)
    assert capsys.readouterr() == ("", "")
