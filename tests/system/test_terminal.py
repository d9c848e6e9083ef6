"""The terminal by itself: its size, its settings, what it takes for keys, and what signals do."""

import contextlib
import io
import os
import pty
import select
import signal
import termios
from collections.abc import Iterator
from typing import Any, Final

import pytest

from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from distancecli.system.terminal import (
    CLEAR,
    ENTER_SCREEN,
    LEAVE_BELOW,
    LEAVE_SCREEN,
    Terminal,
    is_terminal,
    wants_plain,
)


@pytest.fixture
def keyboard() -> Iterator[int]:
    """A terminal as standard input: what is written here is typed there."""
    ours, theirs = pty.openpty()
    before = os.dup(0)
    os.dup2(theirs, 0)
    yield ours
    os.dup2(before, 0)
    for descriptor in (ours, theirs, before):
        os.close(descriptor)


class Open:
    """A page that is open, and notes what it is asked to do."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def close(self, ended: Ended) -> None:
        """Notes the exit code."""
        self.asked.append(ended.code)

    def stop(self) -> None:
        """Notes it."""
        self.asked.append("stop")

    def redraw(self) -> None:
        """Notes it."""
        self.asked.append("redraw")


# --- What it is ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "size"),
    [((100, 30), (100, 30)), ((0, 30), (80, 24)), ((100, 0), (80, 24)), ((0, 0), (80, 24))],
)
def test_a_window_has_a_size_even_where_the_terminal_knows_half_of_it(
    monkeypatch: pytest.MonkeyPatch, said: tuple[int, int], size: tuple[int, int]
) -> None:
    """Serial lines say 0; then it is 80 by 24, as it is where there is nothing to ask."""
    ours, theirs = pty.openpty()
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size(said))
    with os.fdopen(theirs, "w") as output:
        assert Terminal(output).size() == size
    os.close(ours)
    assert Terminal(io.StringIO()).size() == (80, 24)


def test_what_is_written_is_there_at_once() -> None:
    """Nothing waits in a buffer until the program ends."""
    behind = io.BytesIO()
    terminal = Terminal(io.TextIOWrapper(behind))
    terminal.write("here")
    assert behind.getvalue() == b"here"


def test_a_stream_that_is_closed_is_no_terminal() -> None:
    """Nor is one that never was open, or one in memory."""
    closed = io.StringIO()
    closed.close()
    assert [is_terminal(stream) for stream in (None, closed, io.StringIO())] == [False] * 3


@pytest.mark.parametrize(
    ("environment", "is_plain"),
    [
        ({}, True),
        *[({"TERM": term}, True) for term in ("", "dumb", "unknown")],
        *[({"TERM": term}, False) for term in ("xterm", "linux", "vt100")],
        *[({"TERM": "xterm", name: "1"}, True) for name in ("DISTANCE_PLAIN", "ACCESSIBLE")],
        *[
            ({"TERM": "xterm", "DISTANCE_PLAIN": off}, False)
            for off in ("", "0", "no", "off", "false", " NO ")
        ],
        ({"TERM": "dumb", "DISTANCE_PLAIN": "0"}, True),
    ],
)
def test_who_gets_plain_lines(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_plain: bool
) -> None:
    """Whoever asks for them by either name, and a terminal that can do no more."""
    for name in ("TERM", "DISTANCE_PLAIN", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_plain() is is_plain


# --- Keys before there is a page -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [(b"", False), (b"12\r", False), (b"1\x03", True), (b"\x04\r", True), (b"\x1b[A", False)],
)
def test_of_the_keys_typed_ahead_only_those_that_leave_count(
    keyboard: int, typed: bytes, leaves: bool
) -> None:
    """Ctrl-C and Ctrl-D are heeded wherever they stand; all are forgotten."""
    terminal = Terminal(io.StringIO())
    with terminal.screen():
        machine.hush()
        quiet = termios.tcgetattr(0)
        quiet[3] &= ~termios.ISIG
        machine.restore(quiet)
        os.write(keyboard, typed)
        if leaves:
            with pytest.raises(KeyboardInterrupt):
                terminal.drop_typed_ahead()
        terminal.drop_typed_ahead()


@pytest.mark.usefixtures("keyboard")
def test_nobody_waits_for_keys_that_were_not_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there is looked at once, and the page comes."""
    waited: list[float] = []
    looked = select.select

    def noted(*given: Any) -> Any:
        waited.append(given[3])
        return looked(*given)

    monkeypatch.setattr(select, "select", noted)
    Terminal(io.StringIO()).drop_typed_ahead()
    assert waited == [0]


def test_what_comes_by_a_pipe_was_not_typed() -> None:
    """It is not forgotten, and is there to be read as what it is."""
    before, (coming, going) = os.dup(0), os.pipe()
    os.dup2(coming, 0)
    try:
        os.write(going, b"\x03\n")
        Terminal(io.StringIO()).drop_typed_ahead()
        assert os.read(0, 9) == b"\x03\n"
    finally:
        os.dup2(before, 0)
        for descriptor in (before, coming, going):
            os.close(descriptor)


def test_nobody_there_any_more_is_leaving(monkeypatch: pytest.MonkeyPatch, keyboard: int) -> None:
    """A terminal that has gone gives no more keys, and the program does not wait for any."""
    monkeypatch.setattr(os, "read", lambda *_: b"")
    os.write(keyboard, b"\n")
    with pytest.raises(KeyboardInterrupt):
        Terminal(io.StringIO()).drop_typed_ahead()


# --- Left as it was ------------------------------------------------------------------------------


@pytest.mark.usefixtures("keyboard")
@pytest.mark.parametrize(
    ("way", "entering", "leaving"),
    [("screen", ENTER_SCREEN, LEAVE_SCREEN), ("below", "", LEAVE_BELOW)],
)
def test_the_terminal_is_left_as_it_was(way: str, entering: str, leaving: str) -> None:
    """Between the two it shows no key and stops for none; Ctrl-C still acts. Also after a fault."""
    before = termios.tcgetattr(0)
    terminal = Terminal(io.StringIO())
    with contextlib.suppress(ZeroDivisionError), getattr(terminal, way)():
        quiet = termios.tcgetattr(0)
        assert not quiet[3] & (termios.ECHO | termios.ICANON)
        assert quiet[3] & termios.ISIG
        assert quiet[6][termios.VSUSP] == b"\0"
        raise ZeroDivisionError
    assert termios.tcgetattr(0) == before
    assert terminal.output.getvalue() == entering + leaving  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "orders"),
    [
        (ENTER_SCREEN, ["[?1049h", "[H", "[2J"]),
        (CLEAR, ["[2H", "[J", "[H", "[K"]),
        (LEAVE_BELOW, ["[?2004l", "[?25h", "[0m"]),
        (LEAVE_SCREEN, ["[2H", "[J", "[H", "[K", "[?1049l", "[?2004l", "[?25h", "[0m"]),
    ],
    ids=["enter", "clear", "leave below", "leave"],
)
def test_what_is_sent_to_a_terminal_is_orders_and_no_letter(
    written: str, orders: list[str]
) -> None:
    """By the names that xterm has for them; whatever else stood there would be shown."""
    assert written == "".join(f"\x1b{order}" for order in orders)


def test_a_page_is_cleared_before_the_main_screen_comes_back() -> None:
    """Nothing of it can be scrolled back to, and the cursor and its keys are the shell's again."""
    assert LEAVE_SCREEN.startswith(CLEAR)
    assert LEAVE_SCREEN.endswith(LEAVE_BELOW)
    assert "\x1b[?1049l" in LEAVE_SCREEN


# --- Signals -------------------------------------------------------------------------------------

FIRST: Final = ["one", "two"]
"""The first page as it stands before the library that asks is loaded."""


@pytest.mark.usefixtures("keyboard")
@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGCONT])
@pytest.mark.parametrize("lines", [FIRST, []])
def test_whoever_comes_back_finds_the_first_page_again(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals, lines: list[str]
) -> None:
    """Stopped by another program, or going on after a stop that nobody was asked about."""
    stopped: list[str] = []
    terminal = Terminal(io.StringIO())
    shown = terminal.output.getvalue  # type: ignore[attr-defined]

    def stop_here() -> None:
        stopped.append(shown())
        os.kill(os.getpid(), signal.SIGCONT)  # as a shell does to go on

    monkeypatch.setattr(machine, "stop_here", stop_here)
    with terminal.screen():
        if lines:
            terminal.draw(lines)
        first = shown()
        os.kill(os.getpid(), number)
        again = shown()
        os.kill(os.getpid(), signal.SIGCONT)
        third = shown()
    page = "\x1b[Hone\r\ntwo" if lines else ""
    assert first == ENTER_SCREEN + page
    left = LEAVE_SCREEN if number == signal.SIGTSTP else ""
    assert stopped == ([first + left] if left else [])
    assert again == first + left + ENTER_SCREEN + page
    assert third == again + ENTER_SCREEN + page


@pytest.mark.usefixtures("keyboard")
@pytest.mark.parametrize("page_opens", [True, False])
def test_a_page_that_is_over_does_not_come_back(page_opens: bool) -> None:
    """Nor does the first one once another is open: what is drawn again is what was there."""
    terminal = Terminal(io.StringIO())
    with terminal.screen():
        terminal.draw(FIRST)
        if page_opens:
            with terminal.showing(Open()):
                pass
            before = terminal.output.tell()
            os.kill(os.getpid(), signal.SIGCONT)
            terminal.output.seek(before)
            assert terminal.output.read() == ENTER_SCREEN
    before = terminal.output.tell()
    with terminal.below():
        os.kill(os.getpid(), signal.SIGCONT)
    terminal.output.seek(before)
    assert terminal.output.read() == LEAVE_BELOW


@pytest.mark.usefixtures("keyboard")
@pytest.mark.parametrize(
    ("number", "asked"),
    [(signal.SIGTSTP, "stop"), (signal.SIGCONT, "redraw"), (signal.SIGTERM, 143)],
)
def test_a_signal_is_for_the_page_that_is_open(number: signal.Signals, asked: object) -> None:
    """It alone knows how to be put away; nothing is written over it."""
    terminal, page = Terminal(io.StringIO()), Open()
    with terminal.screen():
        with terminal.showing(page):
            os.kill(os.getpid(), number)
        assert page.asked == [asked]
        assert terminal.output.getvalue() == ENTER_SCREEN  # type: ignore[attr-defined]


@pytest.mark.usefixtures("keyboard")
def test_a_signal_that_ends_the_program_ends_it_where_no_page_is_open() -> None:
    """Before the first one, and after the last; and what it did before, it does again after."""
    heeded = (*machine.ENDING_SIGNALS, signal.SIGTSTP, signal.SIGCONT)
    before = [signal.getsignal(number) for number in heeded]
    terminal = Terminal(io.StringIO())
    with terminal.screen():
        with terminal.showing(Open()):
            pass
        with pytest.raises(Ended, match="143"):
            os.kill(os.getpid(), signal.SIGTERM)
        assert not set(before) & {signal.getsignal(number) for number in heeded}
    assert [signal.getsignal(number) for number in heeded] == before
