"""Who asks by pages on a terminal: what stands there, what is dropped, and what is given back."""

import io
from pathlib import Path
from typing import Final

import pyte
import pyte.modes
import pytest
from msgspec.structs import replace
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput
from prompt_toolkit.output import DummyOutput

from distancecli.asking.device import LineOutput, PageOutput
from distancecli.asking.marks import UNICODE
from distancecli.asking.page import Blank, Page, Turn
from distancecli.asking.screen import ESCAPE_WAIT, ScreenAsker, name_prompt, pages_on
from distancecli.system.machine import machine
from distancecli.system.terminal import Terminal
from tests.asking.test_askers import NOWHERE, page_of
from tests.support.built_in import GUIDE
from tests.support.terminal_driver import Key

COLUMNS, ROWS = 80, 24
PAGE: Final = page_of(GUIDE, "told")
SECOND: Final = frozenset({PAGE.choices[1].key})
THIRD: Final = frozenset({PAGE.choices[2].key})
LEAD: Final = "A name [notes.txt]:"


def blank(lines: int, page: Page | None = PAGE, keys: str = "Enter: keep") -> Blank:
    """A line to fill in, below that many lines of text and the keys."""
    text = tuple(f"line {number}" for number in range(lines))
    return Blank(text, keys, LEAD, "", "notes.txt", page)


class Screen:
    """A terminal that is a text, and who asks on it."""

    def __init__(self, keyboard: PipeInput, whole_screen: bool = True):
        self.keyboard = keyboard
        self.written = io.StringIO()
        self.terminal = Terminal(self.written)

        def size() -> Size:
            return Size(rows=ROWS, columns=COLUMNS)

        lines = LineOutput(self.written, size)
        pages = PageOutput(self.written, size) if whole_screen else lines
        self.asker = ScreenAsker(self.terminal, keyboard, pages, lines, UNICODE)

    def then_type(self, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
        """Has that typed as soon as what was typed before is dropped."""
        drop = lambda: self.keyboard.send_text(typed)  # noqa: E731
        monkeypatch.setattr(self.terminal, "drop_typed_ahead", drop)

    @property
    def left(self) -> list[str]:
        """The lines that stand on it now."""
        screen = pyte.Screen(COLUMNS, ROWS)
        screen.set_mode(pyte.modes.LNM)
        pyte.Stream(screen).feed(self.written.getvalue())
        return [line.rstrip() for line in screen.display if line.strip()]


# --- Pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("whole_screen", [True, False])
def test_a_page_is_gone_once_it_is_answered(keys: PipeInput, whole_screen: bool) -> None:
    """It has the marks that the terminal can show, and leaves nothing behind."""
    screen = Screen(keys, whole_screen)
    keys.send_text("2")
    assert screen.asker.show(PAGE) == SECOND
    assert f"{UNICODE.pointer} " in screen.written.getvalue()
    assert PAGE.heading in screen.written.getvalue()
    assert screen.left == []


@pytest.mark.parametrize(("unhurried", "reply"), [(True, THIRD), (False, SECOND)])
def test_only_before_a_page_that_must_not_be_hurried_are_keys_dropped(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch, unhurried: bool, reply: frozenset[str]
) -> None:
    """What was typed on the page before is not an answer there; anywhere else it is one."""
    screen = Screen(keys)
    screen.then_type(monkeypatch, "3")
    keys.send_text("12")
    screen.asker.show(PAGE)
    assert screen.asker.show(replace(PAGE, unhurried=unhurried)) == reply


@pytest.mark.parametrize("key", [Key.CTRL_C, Key.CTRL_D])
def test_who_left_before_the_page_was_there_has_left(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Of all that was typed ahead these keys are heeded."""
    screen = Screen(keys)
    screen.then_type(monkeypatch, "3")
    keys.send_text("1x" + key)
    screen.asker.show(PAGE)
    with pytest.raises(KeyboardInterrupt):
        screen.asker.show(replace(PAGE, unhurried=True))


@pytest.mark.parametrize("can_stop", [True, False])
def test_ctrl_z_stops_the_program_on_a_page_where_programs_can_be_stopped(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch, can_stop: bool
) -> None:
    """Once for a key; anywhere else the key does nothing."""
    screen, stopped = Screen(keys), []
    monkeypatch.setattr(screen.terminal, "suspend", lambda: stopped.append(screen.left))
    if not can_stop:
        monkeypatch.setattr(machine, "STOP_SIGNALS", ())
    keys.send_text(Key.CTRL_Z + "2")
    assert screen.asker.show(PAGE) == SECOND
    assert stopped == [[]] * can_stop


def test_what_is_said_stands_apart_from_what_comes_below_it(keys: PipeInput) -> None:
    """From the margin on, with an empty line after it."""
    screen = Screen(keys)
    screen.asker.say("It is kept.")
    assert screen.written.getvalue().endswith("  It is kept.\n\n")


def test_escape_waits_no_longer_than_a_slow_line_takes(keys: PipeInput) -> None:
    """On a page and in a line, for the rest of a sequence as for a second key."""
    page = pages_on(keys, DummyOutput(), whole_screen=True)
    line = name_prompt(blank(1), keys, DummyOutput(), NOWHERE.suspend)
    waits = [page.timeoutlen, page.ttimeoutlen, line.timeoutlen, line.ttimeoutlen]
    assert waits == [ESCAPE_WAIT] * 4
    assert 0.05 < ESCAPE_WAIT < 0.5


# --- A line to fill in ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("plan.md" + Key.ENTER, "plan.md"),
        ("  my plan.md " + Key.ENTER, "my plan.md"),
        (" " + Key.ENTER, "notes.txt"),
        (Key.LEFT, Turn.BACK),
    ],
)
@pytest.mark.parametrize("whole_screen", [True, False])
def test_a_name_is_what_is_typed_or_what_was_suggested(
    keys: PipeInput,
    monkeypatch: pytest.MonkeyPatch,
    whole_screen: bool,
    typed: str,
    name: str | Turn,
) -> None:
    """What stands above it stays, and of the line itself nothing but its end."""
    screen = Screen(keys, whole_screen)
    screen.then_type(monkeypatch, typed)
    keys.send_text("1x")
    screen.asker.show(PAGE)
    assert screen.asker.fill_in(blank(2)) == name
    assert "  " + LEAD in screen.written.getvalue()
    assert screen.left == ["  line 0", "  line 1", "  Enter: keep"]
    assert screen.written.getvalue().endswith("\n")


LONG: Final = "Enter: keep the copy " * 100


@pytest.mark.parametrize(
    ("asked", "whole_screen", "by_page"),
    [
        (blank(ROWS - 3), True, False),
        (blank(ROWS - 2), True, True),
        (blank(ROWS - 2), False, False),
        (blank(ROWS - 2, page=None), True, False),
        (blank(0, keys=LONG), True, False),
    ],
)
def test_what_has_no_room_above_a_line_is_a_page_before_it(
    keys: PipeInput,
    monkeypatch: pytest.MonkeyPatch,
    asked: Blank,
    whole_screen: bool,
    by_page: bool,
) -> None:
    """Only on the screen of the pages, where nobody can scroll back, and where there is a text."""
    screen = Screen(keys, whole_screen)
    screen.then_type(monkeypatch, "plan.md" + Key.ENTER)
    keys.send_text(Key.ENTER)  # which is taken by the page, or else by the line
    assert screen.asker.fill_in(asked) == ("plan.md" if by_page else "notes.txt")
    assert (PAGE.heading in screen.written.getvalue()) is by_page
    says_text = bool(asked.text) and not by_page
    assert ("  line 0\n" in screen.written.getvalue()) is says_text


def test_back_from_such_a_page_asks_for_no_name(keys: PipeInput) -> None:
    """It is as if the line itself had been left."""
    screen = Screen(keys)
    keys.send_text(Key.LEFT)
    assert screen.asker.fill_in(blank(ROWS)) is Turn.BACK
    assert LEAD not in screen.written.getvalue()


@pytest.mark.parametrize("whole_screen", [True, False])
def test_ctrl_z_stops_the_program_while_a_name_is_typed(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch, whole_screen: bool
) -> None:
    """Once, and what was typed is kept; on the screen of the pages all of it is said again."""
    screen = Screen(keys, whole_screen)
    screen.then_type(monkeypatch, "my" + Key.CTRL_Z + "plan.txt" + Key.ENTER)
    stopped: list[int] = []
    said = "".join(f"  {text}\n" for text in ("line 0", "line 1", "Enter: keep"))

    def suspend() -> None:
        stopped.append(screen.written.getvalue().count(said))

    monkeypatch.setattr(screen.terminal, "suspend", suspend)
    assert screen.asker.fill_in(blank(2)) == "myplan.txt"
    assert stopped == [1]
    assert screen.written.getvalue().count(said) == 1 + whole_screen


def test_tab_completes_the_name_of_a_file(
    keys: PipeInput, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also of one in the folder of the reader, by its short name."""
    (tmp_path / "my-plan.md").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    keys.send_text("~/my" + "\t" + Key.ENTER)
    assert name_prompt(blank(1), keys, DummyOutput(), NOWHERE.suspend).run() == "~/my-plan.md"
