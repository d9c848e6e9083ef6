"""Who asks on a terminal: on a screen of its own, below a plan, or in plain lines."""

from collections.abc import Iterator
from typing import Final

import pyte
import pytest

from distancecli.asking.asker import Asker
from distancecli.asking.askers import TerminalAskers
from distancecli.asking.layout import lay_out
from distancecli.asking.marks import ASCII, UNICODE, Marks
from distancecli.asking.page import Blank
from distancecli.asking.plain import PlainAsker
from distancecli.asking.screen import ScreenAsker
from distancecli.asking.setting import Window
from distancecli.system.terminal import CLEAR, ENTER_SCREEN, LEAVE_BELOW
from tests.asking.test_askers import page_of
from tests.support.built_in import GUIDE
from tests.support.device import Device, a_device
from tests.support.terminal_driver import Key

COLUMNS, ROWS = 70, 20
PAGE: Final = page_of(GUIDE, "told")
SECOND: Final = frozenset({PAGE.choices[1].key})
BLANK: Final = Blank(("A copy of your plan.",), "Enter: keep", "A name:", "", "notes.txt")


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Iterator[Device]:
    """A terminal that keys come from, of a kind that can show everything."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with a_device(columns=COLUMNS, rows=ROWS) as device, device.as_input(monkeypatch):
        yield device


def seen(written: str) -> list[str]:
    """The lines that stand on a terminal after that."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed(written)
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("colour", [True, False])
def test_the_first_page_is_drawn_before_there_is_who_asks(
    monkeypatch: pytest.MonkeyPatch, device: Device, colour: bool
) -> None:
    """For the window as it is, on a screen of its own; and then it is asked there."""
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    with TerminalAskers(device.console(), plain=False).on_screen(PAGE) as asker:
        drawn = device.written()
        device.type("2")
        assert asker.show(PAGE) == SECOND
        asked = device.written()
    lines = lay_out(PAGE, Window(COLUMNS, ROWS, UNICODE)).visible()
    shown = [line.text.rstrip() for line in lines]
    assert seen(drawn)[: len(shown)] == shown
    assert drawn.startswith(ENTER_SCREEN)
    assert ("35m" in drawn) is colour
    assert isinstance(asker, ScreenAsker)
    assert ENTER_SCREEN not in asked
    assert CLEAR in asked


def test_in_plain_lines_nothing_is_drawn_ahead(device: Device) -> None:
    """The first page is said when it is asked, and no screen is set aside for it."""
    with TerminalAskers(device.console(), plain=True).on_screen(PAGE) as asker:
        assert device.written() == ""
        device.type("2\n")
        assert asker.show(PAGE) == SECOND
    assert isinstance(asker, PlainAsker)
    said = device.written()
    assert PAGE.heading in said
    assert "\x1b" not in said


@pytest.mark.parametrize(("plain", "kind"), [(True, PlainAsker), (False, ScreenAsker)])
def test_who_asks_below_a_plan_leaves_it_where_it_stands(
    device: Device, plain: bool, kind: type[Asker]
) -> None:
    """In lines or by pages, and no screen is set aside or cleared for either."""
    console = device.console()
    console.terminal.write("The plan.\n")
    with TerminalAskers(console, plain).below() as asker:
        asker.say("Here.")
        device.type("2" + Key.ENTER * plain)
        assert asker.show(PAGE) == SECOND
    said = device.written()
    assert isinstance(asker, kind)
    assert seen(said)[0] == "The plan."
    assert "Here." in said
    assert ENTER_SCREEN not in said
    assert (LEAVE_BELOW in said) is not plain


@pytest.mark.parametrize("on_screen", [True, False])
def test_a_name_is_asked_below_what_is_said_of_it(
    monkeypatch: pytest.MonkeyPatch, device: Device, on_screen: bool
) -> None:
    """On the screen of the pages too, the text above it stays when the line is done."""
    console = device.console()
    askers = TerminalAskers(console, plain=False)
    monkeypatch.setattr(console.terminal, "drop_typed_ahead", lambda: device.type("a.txt\r"))
    with askers.on_screen(PAGE) if on_screen else askers.below() as asker:
        console.terminal.clear()
        device.written()
        assert asker.fill_in(BLANK) == "a.txt"
        said = device.written()
    assert [line.strip() for line in seen(said) if line] == [*BLANK.text, BLANK.keys]


@pytest.mark.parametrize(
    ("encoding", "term", "marks"),
    [
        ("utf-8", "xterm", UNICODE),
        ("utf-8", None, UNICODE),
        ("utf-8", "linux", ASCII),
        ("ascii", "xterm", ASCII),
    ],
)
def test_the_marks_are_those_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, encoding: str, term: str | None, marks: Marks
) -> None:
    """By its encoding and its kind: in the first frame, on the screen, and below a plan."""
    if term is None:
        monkeypatch.delenv("TERM", raising=False)
    else:
        monkeypatch.setenv("TERM", term)
    shown = []
    with a_device(encoding) as device, device.as_input(monkeypatch):
        askers = TerminalAskers(device.console(), plain=False)
        with askers.on_screen(PAGE) as asker:
            shown.append(device.written())
            device.type("2")
            asker.show(PAGE)
            shown.append(device.written())
        with askers.below() as asker:
            device.type("2")
            asker.show(PAGE)
            shown.append(device.written())
    assert all(marks.other in each for each in shown)
    assert [each.isascii() for each in shown] == [marks is ASCII] * 3
