"""What is between the pages and a terminal: sizes, looks, keys, and what is cleared when."""

import io

import pytest
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth

from distancecli.asking.device import MOST, keys_from, output_to
from distancecli.system.terminal import CLEAR
from tests.support.device import a_device


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ((80, 24), (80, 24)),
        ((MOST + 1, 24), (MOST, 24)),
        ((80, MOST + 1), (80, MOST)),
        ((65535, 65535), (MOST, MOST)),
    ],
)
def test_a_page_is_drawn_in_a_size_that_can_be(
    said: tuple[int, int], drawn: tuple[int, int]
) -> None:
    """In that of the window; where the terminal says it is huge, in one that takes no time."""
    with a_device(columns=said[0], rows=said[1]) as device:
        for whole_screen in (True, False):
            size = output_to(device.stream, whole_screen=whole_screen).get_size()
            assert (size.columns, size.rows) == drawn
    assert 200 < MOST < 1000


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"TERM": "xterm-256color"}, ColorDepth.DEPTH_8_BIT),
        ({"TERM": "linux"}, ColorDepth.DEPTH_4_BIT),
        ({"TERM": "linux", "NO_COLOR": ""}, ColorDepth.DEPTH_4_BIT),
        ({"TERM": "linux", "NO_COLOR": "1"}, ColorDepth.MONOCHROME),
        ({}, ColorDepth.DEPTH_8_BIT),
        ({"NO_COLOR": "0"}, ColorDepth.MONOCHROME),
    ],
)
def test_colours_are_those_that_the_environment_leaves(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], depth: ColorDepth
) -> None:
    """Those of that kind of terminal, or none at all."""
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with a_device() as device:
        assert output_to(device.stream, whole_screen=True).get_default_color_depth() == depth


@pytest.mark.parametrize(
    ("whole_screen", "entered", "erased"),
    [(True, "\x1b[0;0H", CLEAR), (False, "\x1b[?1049h", "\x1b[J")],
)
def test_pages_have_a_screen_that_is_theirs_already(
    whole_screen: bool, entered: str, erased: str
) -> None:
    """A page goes to its top and clears it whole; a line sets no screen aside, and never rings."""
    with a_device() as device:
        output = output_to(device.stream, whole_screen=whole_screen)
        output.enter_alternate_screen()
        output.flush()
        assert device.written().startswith(entered)
        output.erase_down()
        output.flush()
        assert device.written() == erased
        output.bell()
        output.flush()
        assert device.written() == ""
        assert not output.responds_to_cpr


def test_what_is_no_key_is_not_typed_into_a_page() -> None:
    """Sequences are read by the grammar of this program, and of them only the keys are left."""
    with a_device() as device:
        keys = keys_from(device.stream)
        with keys.raw_mode():
            device.type("\x1b[200;5Xa\x1b[A\x1b]11;rgb:0000\x07b")
            pressed = [press.key for press in keys.read_keys()]
    assert pressed == ["a", Keys.Up, "b"]


def test_where_keys_are_no_sequences_they_are_taken_as_they_come() -> None:
    """So it is where no terminal is behind the stream, from which then none comes."""
    nothing: list[KeyPress] = keys_from(io.StringIO()).read_keys()
    assert nothing == []
