"""What each part of a page looks like, by its role; and which marks stand before a choice."""

from typing import Final

import pytest

from distancecli.asking.look import STYLES, painted
from distancecli.asking.marks import ASCII, UNICODE, Marks
from distancecli.asking.page import Progress
from distancecli.asking.screen import STYLE
from distancecli.asking.setting import Setting, Window, progress_bar
from tests.asking.test_askers import page_of
from tests.asking.test_control import MANY
from tests.support.built_in import GUIDE

BOLD, DIM, ITALIC, COLOUR = "1", "2", "3", "35"
"""What a terminal is sent for each (SGR); the colour is the magenta of its theme."""
LOOKS: Final = {
    "heading": [BOLD, COLOUR],
    "pointer": [BOLD, COLOUR],
    "active": [BOLD, COLOUR],
    "mark": [COLOUR],
    "ask": [BOLD],
    "said": [BOLD],
    "keys": [DIM],
    "progress": [DIM],
    "more": [ITALIC],
    "text": [],
    "choice": [],
}


@pytest.mark.parametrize(("role", "looks"), LOOKS.items())
def test_a_part_looks_the_same_whoever_draws_it(role: str, looks: list[str]) -> None:
    """Before the library is there and by the library: weight, and one colour where it is wanted."""
    for colour in (True, False):
        codes = ";".join(look for look in looks if colour or look != COLOUR)
        plain = [("text", "other"), (role, "words")]
        shown = f"\x1b[{codes}mwords\x1b[0m" if codes else "words"
        assert painted(plain, colour) == f"other{shown}"
    attributes = STYLE.get_attrs_for_style_str(f"class:{role}")
    assert [attributes.bold, attributes.dim, attributes.italic, attributes.color] == [
        BOLD in looks,
        DIM in looks,
        ITALIC in looks,
        "ansimagenta" if COLOUR in looks else "",
    ]


def test_every_part_that_has_a_look_is_told_here() -> None:
    """None has one that nobody decided on."""
    assert set(STYLES) == {role for role, looks in LOOKS.items() if looks}


@pytest.mark.parametrize(
    ("marks", "one", "many", "bar"),
    [
        (ASCII, ("> ( ) ", "  (x) "), ("> [ ] ", "  [x] "), "=" * 10 + "-" * 10),
        (UNICODE, ("\u276f ○ ", "  ● "), ("\u276f ☐ ", "  ☑ "), "━" * 10 + "─" * 10),
    ],
)
def test_before_a_choice_stands_what_it_is(
    marks: Marks, one: tuple[str, str], many: tuple[str, str], bar: str
) -> None:
    """Pointed at or not; a circle for one answer and a box for many, empty or not."""
    chosen = page_of(GUIDE, "how_long", frozenset({"m3_12"}))
    for page, leads in ((chosen, one), (MANY, many)):
        lines = Setting(page, Window(80, 24, marks), 0, frozenset({MANY.choices[1].key})).lines()
        led = ["".join(text for _, text in line.lead) for line in lines if line.lead]
        assert tuple(led[:2]) == leads
    assert progress_bar(Progress(1, 2), marks) == bar
