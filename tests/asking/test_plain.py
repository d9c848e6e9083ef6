"""Plain lines, word for word: what a page prints, and what is said of what was typed."""

from collections.abc import Iterator
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.page import Blank, Choice, Hints, Page, Turn
from distancecli.asking.plain import chosen_by_numbers, compared
from distancecli.asking.rows.responses import Response, key_of
from distancecli.asking.rows.words import RowWords
from distancecli.interview.message import Passage
from tests.asking.test_askers import BLANK, Lines, page_of
from tests.support.built_in import GUIDE

LABELS: Final = GUIDE.labels
NO, YES, _ = Response
PAGE: Final = Page(
    heading="Which of these?",
    text=(Passage("Take your time.", ("one line", "another")), Passage("As before.")),
    choices=(
        Choice("a", "First", below="with more"),
        Choice("b", "Second", above="Apart from those:"),
        Choice("c", "Third", alone=True),
        Choice("a", "First", again=True),
    ),
    hints=Hints("", "Type it.", LABELS),
    chosen=frozenset({"b"}),
)
PRINTED: Final = """
Which of these?
Take your time.
  - one line
  - another
As before.
1. First
     with more
Apart from those:
2. Second (chosen before)
3. Third
"""
MANY: Final = replace(PAGE, many=True)
OWN: Final = replace(PAGE, by_number={4: PAGE.choices[0], 12: PAGE.choices[1]})
NO_NUMBER: Final = LABELS.unknown_number.format
ALONE: Final = LABELS.stands_alone.format(option="Third")


class Drawing:
    """What another room has drawn."""

    keys = ("a",)

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[tuple[()], None]]:
        """Nothing: this is for the ear."""
        yield from ()

    def heard(self, width: int) -> str:
        """A line that says how wide it may be."""
        return f"Drawn, {width} wide."


def said(page: Page, *lines: str) -> list[str]:
    """What is said of each line but the last one, which is a reply, before it is asked again."""
    shown = Lines(*lines)
    assert shown.asker.show(page) is not None
    _, *rest = shown.shown.getvalue().split(f"{page.hints.prompt}\n")
    return [each.strip("\n") for each in rest[:-1]]


def test_a_page_is_printed_word_for_word() -> None:
    """Heading, text and its lists, each choice once with its number, and last what to type."""
    lines = Lines("?", "2")
    assert lines.asker.show(PAGE) == frozenset({"b"})
    assert lines.shown.getvalue() == 2 * f"{PRINTED}Type it.\n"


def test_what_is_drawn_is_heard_in_place_of_the_heading() -> None:
    """As wide as the window lets it be, with text and choices below."""
    lines = Lines("1")
    lines.asker.show(replace(PAGE, drawn=Drawing()))
    heard = "\nDrawn, 79 wide.\n" + PRINTED.partition("these?\n")[2]
    assert lines.shown.getvalue() == f"{heard}Type it.\n"


def test_what_cannot_be_chosen_among_has_no_numbers() -> None:
    """One way on is said by the prompt alone."""
    lines = Lines("1")
    assert lines.asker.show(replace(PAGE, choices=PAGE.choices[:1], text=())) == frozenset({"a"})
    assert lines.shown.getvalue() == "\nWhich of these?\nType it.\n"


@pytest.mark.parametrize(
    ("page", "typed", "words"),
    [
        *[(PAGE, typed, NO_NUMBER(last=3)) for typed in ("0", "4", "x", "1 2", "-1", "1x", ".")],
        *[(MANY, typed, NO_NUMBER(last=3)) for typed in ("0", "1 4", "1 x", ",", ".")],
        *[(MANY, typed, ALONE) for typed in ("1 3", "3, 2", "1 2 3")],
        *[(OWN, typed, NO_NUMBER(last=12)) for typed in ("1", "5", "13")],
        *[(page, "", "") for page in (PAGE, MANY)],
        (replace(PAGE, choices=PAGE.choices[:1]), "x", ""),
    ],
)
def test_what_was_typed_and_means_nothing_is_told(page: Page, typed: str, words: str) -> None:
    """The numbers that there are, or what stands alone; and the prompt is said again."""
    assert said(page, typed, "12" if page is OWN else "1") == [words]


def test_two_to_choose_from_are_listed() -> None:
    """With a number for each."""
    lines = Lines("2")
    assert lines.asker.show(replace(PAGE, choices=PAGE.choices[1:3], text=())) == frozenset({"c"})
    shown = "\nWhich of these?\nApart from those:\n1. Second (chosen before)\n2. Third\nType it.\n"
    assert lines.shown.getvalue() == shown


def test_rows_are_said_one_by_one_and_never_listed() -> None:
    """The page above them is said again where that is asked for, and then the same row."""
    labels = replace(LABELS, each_row="{number}/{last} {option}", prompt_each="Say it.")
    lines, rows = Lines("?", "1", "2", "1"), RowWords(labels)
    page = replace(PAGE, choices=PAGE.choices[:3], rows=rows, chosen=frozenset())
    said = frozenset({key_of("a", NO), key_of("b", YES), key_of("c", NO)})
    assert lines.asker.show(page) == said
    top = PRINTED.partition("1. First")[0]
    first, second = "1/3 First\nSay it.\n", "Apart from those:\n2/3 Second\nSay it.\n"
    assert lines.shown.getvalue() == f"{top}{first}{top}{first}{second}3/3 Third\nSay it.\n"


@pytest.mark.parametrize("typed", ["4", "x", "1 2", "0"])
def test_of_a_row_the_numbers_are_those_of_what_can_be_said(typed: str) -> None:
    """Not of the rows; 0 is one only where there is something to take back."""
    lines = Lines(typed, *["1"] * 7)
    lines.asker.show(page_of(GUIDE, "safety"))
    assert lines.shown.getvalue().count(NO_NUMBER(last=3)) == 1


@pytest.mark.parametrize(
    ("page", "typed", "keys"),
    [
        (PAGE, "3", {"c"}),
        *[(MANY, typed, {"a", "b"}) for typed in ("1 2", "2,1", "1., 2)", " 1  1 2 ", "01 2")],
        (MANY, "3", {"c"}),
        (OWN, "4", {"a"}),
        (replace(PAGE, empty=frozenset({"b"})), "", {"b"}),
    ],
)
def test_numbers_choose_by_lines(page: Page, typed: str, keys: set[str]) -> None:
    """In any order, with what people write between and behind them."""
    assert Lines(typed).asker.show(page) == frozenset(keys)


def test_only_a_stop_or_a_bracket_can_stand_behind_a_number() -> None:
    """Or what stands between two of them; whatever else there is makes it none."""
    behind = {chr(code) for code in range(0x20, 0x7F) if chosen_by_numbers(PAGE, f"1{chr(code)}")}
    assert behind == {".", ")", ",", " "}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *[("B", "b"), ("Back.", "back"), ("q)", "q"), ("2.", "2"), (" 2 .", "2 "), ("x", "x")],
        *[
            (".", "."),
            ("\uff12", "2"),
            ("\u0663 \u0661", "3 1"),
            ("\u00b2", "\u00b2"),
            ("?", "?"),
            ("", ""),
        ],
    ],
)
def test_a_line_is_compared_as_it_is_meant(typed: str, read: str) -> None:
    """Without capitals, with the digits of any script, and without a stop behind it."""
    assert compared(typed) == read


def test_a_name_is_asked_for_word_for_word() -> None:
    """Who could read the file, where it goes, and what to type; as it was typed, it is the name."""
    lines = Lines(" My Plan.txt ")
    assert lines.asker.fill_in(
        Blank(("One.", "Two."), "Keys", "Lead", "Name it.", "own", None)
    ) == ("My Plan.txt")
    assert lines.shown.getvalue() == "\nOne.\nTwo.\nName it.\n"
    assert [Lines(typed).asker.fill_in(BLANK) for typed in ("b", "BACK")] == [Turn.BACK] * 2
    assert Lines("q").asker.fill_in(BLANK) == "q"


def test_a_line_in_between_stands_apart() -> None:
    """With an empty line above it."""
    lines = Lines()
    lines.asker.say("It is done.")
    assert lines.shown.getvalue() == "\nIt is done.\n"


@pytest.mark.parametrize("unhurried", [True, False])
def test_only_what_must_not_be_hurried_forgets_what_was_typed_ahead(
    monkeypatch: pytest.MonkeyPatch, unhurried: bool
) -> None:
    """Elsewhere a reader who knows the way may type ahead."""
    dropped: list[str] = []
    lines = Lines("1", "x")
    terminal = "distancecli.system.terminal.Terminal.drop_typed_ahead"
    monkeypatch.setattr(terminal, lambda _: dropped.append(lines.shown.getvalue()))
    lines.asker.show(replace(PAGE, unhurried=unhurried))
    assert dropped == [""] * unhurried
    lines.asker.fill_in(BLANK)
    assert len(dropped) == unhurried + 1
