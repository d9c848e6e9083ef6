"""Help with a misspelt name: the nearest one, or all there are."""

import pytest

from distancecli.text.spelling import LONGEST_MISSPELT, MOST_LISTED, listed, suggestion

NAMES = ["mood", "help", "rest"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("moood", '; did you mean "mood"?'),
        ("hlep", '; did you mean "help"?'),
        ("weather", "; there is: mood, help, rest"),
        ("mood" * LONGEST_MISSPELT, "; there is: mood, help, rest"),
    ],
)
def test_a_near_name_is_suggested_and_else_all_are_told(name: str, words: str) -> None:
    """Nobody is offered a name that is far from what they wrote."""
    assert suggestion(name, NAMES) == words


def test_where_there_is_nothing_to_choose_from_nothing_is_said() -> None:
    """No empty list of names."""
    assert suggestion("mood", []) == ""


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    """The first of them are told, and the number of the others."""
    names = [f"name{number}" for number in range(MOST_LISTED + 3)]
    assert listed(names).endswith(f"name{MOST_LISTED - 1} and 3 more")


def test_two_ways_to_write_an_accent_are_told_apart() -> None:
    """One character or two: they look alike, so that they are is said."""
    said = suggestion("cafe\u0301", ["caf\u00e9", "bar"])
    assert said == '; did you mean "caf\u00e9", with its accent written that way?'
