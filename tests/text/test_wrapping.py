"""Wrapping by the columns that text takes: no word is lost, and no phone number is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.text.wrapping import columns, padded, wrap, wrap_items


@given(
    words=st.lists(st.text("abc1é\u6f22 ", min_size=1, max_size=12), max_size=12),
    width=st.integers(8, 60),
)
def test_no_line_is_too_wide_and_no_character_is_lost(words: list[str], width: int) -> None:
    """Whatever letters it is of, wide ones among them."""
    text = " ".join(words)
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_after_the_first_hang_below_its_lead() -> None:
    """By as much as the lead takes, or by what is given for them."""
    assert wrap("one two three", 9, "- ") == ["- one two", "  three"]
    assert wrap("one two three", 10, "# ", "# ") == ["# one two", "# three"]


@pytest.mark.parametrize("width", range(18, 40))
@pytest.mark.parametrize("name", ["this line", "línea nacional", "\u76f8\u8ac7"])
def test_the_digits_of_a_number_stay_together(width: int, name: str) -> None:
    """A number that is cut in two cannot be dialled; nor does its line run over, by any letters."""
    lines = wrap(f"Call {name}: 0800 123 45 67, day and night.", width)
    assert any("0800 123 45 67" in line for line in lines)
    assert all(columns(line) <= width for line in lines)


@pytest.mark.parametrize("word", ["see", "s\u00e9e"])
def test_a_line_is_filled_to_its_last_column(word: str) -> None:
    """Digits with blanks between them count for what they take, and no hyphen is a place to end."""
    assert wrap(f"{word} 12 34 56", 12) == [f"{word} 12 34 56"]
    assert wrap(f"{word} 12 34 56", 11) == [word, "12 34 56"]
    assert wrap(f"{word} one-two", 10) == [word, "one-two"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (36, ["Up: move   Enter: go on   Left: back"]),
        (35, ["Up: move   Enter: go on", "Left: back"]),
        (23, ["Up: move   Enter: go on", "Left: back"]),
        (22, ["Up: move", "Enter: go on", "Left: back"]),
        (10, ["Up: move", "Enter: go", "on", "Left: back"]),
    ],
)
def test_a_line_of_keys_ends_between_two_items(width: int, lines: list[str]) -> None:
    """Never within one, as long as it fits."""
    assert wrap_items("Up: move   Enter: go on   Left: back", width) == lines


def test_a_line_feed_stays_and_what_comes_after_it_hangs_too() -> None:
    """Also an empty line between two; a text with nothing in it is one line."""
    assert wrap("one\n\ntwo", 20, "- ") == ["- one", "  ", "  two"]
    assert wrap("", 20, "- ") == ["- "]


def test_in_the_narrowest_window_a_word_is_broken_behind_its_lead() -> None:
    """With room for two columns at the least, so that wide letters come out as well."""
    assert wrap("abc", 1, "> ") == ["> ab", "  c"]
    assert wrap("\u65e5\u672c", 1, "> ") == ["> \u65e5", "  \u672c"]


@pytest.mark.parametrize("text", ["ab", "\u65e5", "e\u0301x"])
def test_columns_are_filled_up_to_a_width(text: str) -> None:
    """By the columns that a text takes; one that is too wide stays as it is."""
    assert columns(padded(text, 6)) == 6
    assert padded(text, 6).startswith(text)
    assert padded(text, 2) == padded(text, 1) == text


@pytest.mark.parametrize(
    ("text", "taken"),
    [("", 0), ("ab", 2), ("\u65e5", 2), ("e\u0301", 1), ("\u0301", 0), ("\u00e9\x9b", 0)],
)
def test_columns_are_those_of_a_screen(text: str, taken: int) -> None:
    """Two for a wide letter, none for an accent by itself, and never less than none."""
    assert columns(text) == taken
