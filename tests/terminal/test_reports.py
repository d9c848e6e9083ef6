"""What a terminal sends by itself, or for a key with Alt, changes nothing that a reader said."""

from collections.abc import Iterator
from typing import Final

import pytest

from tests.support.terminal_driver import Key, TerminalDriver, guide_session
from tests.support.walkthrough import answer_rows, settle

pytestmark = pytest.mark.slow

REPORTS: Final = {
    "what it is": b"\x1b[?62;1;4c",
    "what it is, again": b"\x1b[>41;354;0c",
    "its background": b"\x1b]11;rgb:1e1e/2c2c/3f3f\x1b\\",
    "its name": b"\x1bP>|term 3.4\x1b\\",
    "the state of a mode": b"\x1b[?2026;2$y",
    "its scheme of colours": b"\x1b[?997;1n",
    "the window got the focus": b"\x1b[I",
    "the window lost the focus": b"\x1b[O",
    "its new size": b"\x1b[48;24;80;480;800t",
    "a key that was let go": b"\x1b[1;1:3B",
    "Alt and a digit": b"\x1b1",
    "Alt and an arrow": b"\x1b[1;3D",
    "Alt and a letter": b"\x1bb",
    "a function key with Shift": b"\x1b[13;2~",
    "the mouse": b"\x1b[<0;35;12M",
    "a string of the program's own": b"\x1b_G1;OK\x1b\\",
    "half a letter": b"\xc3",
    "a letter of another encoding": b"\xe9 ",
    "nothing at all": b"\x00",
}
IN_THE_PLAIN_RUN: Final = ("its background", "Alt and a digit", "the window lost the focus")


@pytest.fixture
def at_fourth() -> Iterator[TerminalDriver]:
    """A terminal on the fourth question, with an answer given to the third."""
    with guide_session() as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        answer_rows(terminal)
        terminal.wait_for("Question 3,")
        terminal.press("3")
        terminal.wait_for("Question 4,")
        settle(terminal)
        yield terminal


@pytest.mark.parametrize(
    "name",
    [
        name if name in IN_THE_PLAIN_RUN else pytest.param(name, marks=pytest.mark.slow)
        for name in REPORTS
    ],
)
def test_a_report_changes_no_answer_and_no_page(at_fourth: TerminalDriver, name: str) -> None:
    """Also in two pieces: the page is as it was, and so is the answer before it."""
    before = at_fourth.text()
    sent = REPORTS[name]
    at_fourth.press_bytes(sent)
    at_fourth.press_bytes(sent[:2])
    at_fourth.press_bytes(sent[2:])
    settle(at_fourth, rounds=10)
    assert at_fourth.text() == before
    at_fourth.press(Key.LEFT)
    at_fourth.wait_for("Question 3,", "> (x) 3.")


@pytest.mark.parametrize("sent", [b"\x1b[99;5u", b"\x1b[27;5;99~", b"\x1b[100;5u"])
def test_ctrl_c_leaves_in_every_protocol(at_fourth: TerminalDriver, sent: bytes) -> None:
    """kitty's, and xterm's modifyOtherKeys, which a crashed editor can leave switched on."""
    at_fourth.press_bytes(sent)
    assert at_fourth.exit_code() == 130


@pytest.mark.parametrize("begun", [b"\x1b[200~abc", b"\x1b]11;rgb:1"])
def test_ctrl_c_leaves_where_a_sequence_never_ended(
    at_fourth: TerminalDriver, begun: bytes
) -> None:
    """A link that broke in the middle of a paste holds nobody."""
    at_fourth.press_bytes(begun)
    settle(at_fourth)
    at_fourth.press(Key.CTRL_C)
    assert at_fourth.exit_code() == 130


def test_what_was_written_into_a_page_goes_by_ctrl_l(at_fourth: TerminalDriver) -> None:
    """The page is drawn anew."""
    before = at_fourth.text()
    at_fourth.stream.feed(b"\x1b[5;5Hsomebody wrote this")
    assert at_fourth.text() != before
    at_fourth.press("\x0c")
    at_fourth.wait_until_gone("somebody wrote this")
    at_fourth.wait_for("Question 4,", "Ctrl-C: leave")
    settle(at_fourth)
    assert at_fourth.text() == before
