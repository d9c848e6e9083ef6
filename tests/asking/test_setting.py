"""Which words and marks stand on which line of a page, line by line and each behind its role."""

from collections.abc import Iterator, Sequence
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.marks import ASCII
from distancecli.asking.page import Choice, Hints, Page, Parts, Progress
from distancecli.asking.rows.responses import Response, key_of
from distancecli.asking.rows.words import RowWords
from distancecli.asking.setting import Line, Setting, Window, heading_lines, key_lines
from distancecli.interview.message import Passage
from tests.support.built_in import GUIDE

PAGE: Final = Page(
    heading="Question 1",
    text=(
        Passage("You wanted to start with this:", ("a walk", "a call")),
        Passage("Which of these?"),
        Passage("Take your time."),
    ),
    choices=(
        Choice("a", "First", below="with more\nand more", above="Of one kind:"),
        Choice("b", "Second"),
        Choice("c", "Third", above="Of another kind:"),
        Choice("d", "Fourth", apart=True),
        Choice("a", "First", again=True, apart=True),
    ),
    hints=Hints("", "", GUIDE.labels),
    asks=True,
    before=1,
)
TEXT: Final[list[Line]] = [
    Line("  Question 1", "heading"),
    Line(""),
    Line("  You wanted to start with this:"),
    Line("    - a walk"),
    Line("    - a call"),
    Line(""),
    Line("  Which of these?", "ask"),
    Line(""),
    Line("  Take your time."),
    Line(""),
]
"""What stands above the choices in a window with room for it."""


def lines_of(
    page: Page, width: int = 79, active: int = 0, marked: Sequence[str] = ()
) -> list[Line]:
    """The lines of the page where they may take so many columns."""
    return Setting(page, Window(width + 1, 50), active, frozenset(marked)).lines()


def told(lines: list[Line]) -> list[tuple[Parts, int | None, tuple[int, ...]]]:
    """All that stands on the lines, with its roles, and the choices to which they belong."""
    return [(line.parts, line.choice, line.beside) for line in lines]


def texts(lines: list[Line]) -> list[str]:
    """The lines as they are read."""
    return [line.text for line in lines]


# --- Questions -----------------------------------------------------------------------------------


def test_a_question_stands_line_by_line_with_its_choices() -> None:
    """Its own words look like a question, what stands before and below it does not."""
    pointed, other = (("pointer", "> "),), (("text", "  "),)
    off, on = (("text", "( ) "),), (("mark", "(x) "),)
    assert told(lines_of(replace(PAGE, chosen=frozenset("b")))) == told(
        [
            *TEXT,
            Line("  Of one kind:", "text", 0),
            Line("1. First", "active", 0, pointed + off),
            Line("           with more", "active", 0),
            Line("           and more", "active", 0),
            Line("2. Second", "choice", 1, other + on),
            Line("", "text", 2),
            Line("  Of another kind:", "text", 2),
            Line("3. Third", "choice", 2, other + off),
            Line("", "text", 3),
            Line("4. Fourth", "choice", 3, other + off),
            Line("", "text", 4),
            Line("First", "choice", 4, other + off),
        ]
    )


@pytest.mark.parametrize(("asks", "before"), [(False, 1), (False, 0), (True, 0), (True, 2)])
def test_only_the_question_of_a_page_looks_like_one(asks: bool, before: int) -> None:
    """The text of a page that asks none looks like any other."""
    lines = lines_of(replace(PAGE, asks=asks, before=before))
    words = PAGE.text[before].text
    assert [line.words.strip() for line in lines if line.role == "ask"] == [words] * asks
    assert {line.role for line in lines if line.choice is None} - {"ask"} == {"heading", "text"}


def test_where_many_can_be_marked_each_has_a_box() -> None:
    """Filled where it is marked now, whatever was chosen before."""
    many = replace(PAGE, many=True, choices=PAGE.choices[1:3], chosen=frozenset("b"))
    box, cross = ("text", "[ ] "), ("mark", "[x] ")
    assert [each.lead for each in lines_of(many, 79, 1, ["c"]) if each.lead] == [
        (("text", "  "), box),
        (("pointer", "> "), cross),
    ]


def test_a_page_that_asks_nothing_has_no_marks() -> None:
    """Only numbers, where there is more than one way on."""
    page = replace(PAGE, asks=False, text=(), choices=PAGE.choices[1:3])
    assert texts(lines_of(page))[2:] == ["> 1. Second", "", "  Of another kind:", "  2. Third"]
    assert texts(lines_of(replace(page, choices=page.choices[:1])))[2:] == ["> Second"]


@pytest.mark.parametrize(("columns", "margin"), [(61, "  "), (60, "  "), (59, ""), (20, "")])
def test_a_small_window_has_no_margin(columns: int, margin: str) -> None:
    """Beside its text; the pointer still has its place."""
    lines = texts(Setting(PAGE, Window(columns, 50), 1, frozenset()).lines())
    assert lines[0] == f"{margin}Question 1"
    assert f"{margin}  - a walk" in lines
    assert "> ( ) 2. Second" in lines


@pytest.mark.parametrize(("width", "bar"), [(32, True), (31, False)])
def test_the_progress_stands_at_the_end_of_the_first_line(width: int, bar: bool) -> None:
    """Two columns apart or more, or not at all."""
    page, window = replace(PAGE, progress=Progress(2, 4)), Window(width + 1, 50)
    (line,) = heading_lines(page, window)
    gap = " " * (width - len("Question 1") - 20)
    tail = (("text", gap), ("progress", "=" * 10 + "-" * 10))
    assert line == Line("Question 1", "heading", tail=tail if bar else ())


def test_a_heading_of_two_lines_has_no_progress() -> None:
    """However short its first line is."""
    words = ["Question", "1" * 30]
    page = replace(PAGE, heading=" ".join(words), progress=Progress(2, 4))
    assert heading_lines(page, Window(33, 50)) == [Line(each, "heading") for each in words]


# --- Drawn pages ---------------------------------------------------------------------------------


class Drawing:
    """What another room has drawn: a choice on two rows, with one between that is none."""

    keys = ("a",)

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[Parts, str | None]]:
        """The rows, whatever the width."""
        for words, key in (("One", "a"), ("between", None), ("more", "a")):
            yield (("text", words),), key

    def heard(self, width: int) -> str:
        """Not heard here."""
        return ""


DRAWN: Final = replace(
    PAGE, drawn=Drawing(), text=(), choices=tuple(Choice(key, key * 5) for key in "abcd")
)


def test_what_is_drawn_is_pointed_at_once() -> None:
    """On the first of its rows, wherever the others stand."""
    assert texts(lines_of(DRAWN))[:4] == ["> One", "  between", "  more", ""]


@pytest.mark.parametrize(
    ("width", "below"),
    [
        (32, ["  2. bbbbb   3. ccccc   4. ddddd"]),
        (31, ["  2. bbbbb   3. ccccc", "  4. ddddd"]),
        (21, ["  2. bbbbb   3. ccccc", "  4. ddddd"]),
        (20, ["  2. bbbbb", "  3. ccccc", "  4. ddddd"]),
    ],
)
def test_what_can_be_done_below_stands_side_by_side_while_it_fits(
    width: int, below: list[str]
) -> None:
    """To the last column that a line may take."""
    assert texts(lines_of(DRAWN, width))[4:] == below


def test_what_stands_side_by_side_is_told_apart_by_its_look() -> None:
    """The pointer stands before the one that is pointed at, which alone is active."""
    blank = ("text", "  ")
    lead: Parts = (blank, ("choice", "2. bbbbb"), ("text", " "), ("pointer", "> "))
    lead = (*lead, ("active", "3. ccccc"), ("text", " "), blank, ("choice", "4. ddddd"))
    assert told(lines_of(DRAWN, active=2)[4:]) == told([Line("", "text", 1, lead, beside=(2, 3))])


def test_what_takes_more_than_a_line_stands_by_itself() -> None:
    """Also where one before or behind it would fit; its later lines belong to it."""
    long = Choice("c", "c cccccccccccc cccc")
    page = replace(DRAWN, choices=(*DRAWN.choices[:2], long, Choice("d", "d")))
    lines = lines_of(page, 18, active=2)
    assert told(lines[4:]) == told(
        [
            Line("", "text", 1, (("text", "  "), ("choice", "2. bbbbb"))),
            Line("", "text", 2, (("pointer", "> "), ("active", "3. c"))),
            Line("  cccccccccccc", "active", 2),
            Line("  cccc", "active", 2),
            Line("", "text", 3, (("text", "  "), ("choice", "4. d"))),
        ]
    )


def test_a_single_way_on_below_has_no_number() -> None:
    """There is nothing to choose among."""
    page = replace(DRAWN, choices=(Choice("b", "Back"),))
    assert texts(lines_of(page))[3:] == ["", "> Back"]


# --- Rows ----------------------------------------------------------------------------------------

ROWS: Final = replace(PAGE, text=(), choices=PAGE.choices[1:3], rows=RowWords(GUIDE.labels))
SAID: Final = [key_of("b", Response.YES)]


def test_what_was_said_to_a_row_stands_beside_it() -> None:
    """Padded to the longest that can be said; dots at the row that waits."""
    pointed, other = ("pointer", "> "), ("text", "  ")
    for active, marked, said in ((0, SAID, "yes"), (0, [], "..."), (1, SAID, "yes"), (1, [], "")):
        first, *_, second = lines_of(ROWS, 79, active, marked)[2:]
        roles = ("active", "choice") if active == 0 else ("choice", "active")
        lead: Parts = (other if active else pointed, (roles[0], f"{said:10}"))
        assert told([first]) == told([Line("Second", roles[0], 0, lead)])
        lead = (pointed if active else other, (roles[1], "...       " if active else " " * 10))
        assert told([second]) == told([Line("Third", roles[1], 1, lead)])


@pytest.mark.parametrize(("width", "beside"), [(32, True), (31, False)])
def test_a_row_stands_below_what_was_said_where_there_is_no_room(width: int, beside: bool) -> None:
    """Twenty columns are room enough; nothing said takes no line."""
    shown = texts(lines_of(ROWS, width, 1, SAID))[2:]
    gap = ["", "  Of another kind:"] if width + 1 >= 60 else ["", "Of another kind:"]
    if beside:
        assert shown == ["  yes       Second", *gap, "> ...       Third"]
    else:
        assert shown == ["  yes", "    Second", *gap, "> ...", "    Third"]
        assert texts(lines_of(ROWS, width, 1))[2] == "    Second"
    (role,) = {line.role for line in lines_of(ROWS, width, 1, SAID) if line.choice == 0}
    assert role == "choice"


# --- Keys ----------------------------------------------------------------------------------------

KEYS: Final = ["Enter: on"] * 4


@pytest.mark.parametrize(
    ("columns", "keys", "lines"),
    [
        (61, [*KEYS, "Enter: now"], ["  " + "   ".join([*KEYS, "Enter: now"])]),
        (60, [*KEYS, "Enter: now"], ["  " + "  ".join([*KEYS, "Enter: now"])]),
        (60, [*KEYS, "Enter: on"], ["  " + "   ".join([*KEYS, "Enter: on"])]),
        (58, [*KEYS, "Enter: on"], ["   ".join([*KEYS, "Enter: on"])]),
        (57, [*KEYS, "Enter: on"], ["  ".join([*KEYS, "Enter: on"])]),
        (54, [*KEYS, "Enter: on"], ["  ".join([*KEYS, "Enter: on"])]),
        (53, [*KEYS, "Enter: on"], ["   ".join(KEYS), "Enter: on"]),
    ],
)
def test_keys_stand_a_little_closer_before_they_take_another_line(
    columns: int, keys: list[str], lines: list[str]
) -> None:
    """Three blanks between them or, where they then fit, two."""
    shown = key_lines("   ".join(keys), Window(columns, 20, ASCII))
    assert shown == [Line(line, "keys") for line in lines]
