"""Help with a misspelt name: the nearest one, or all there are."""

from collections.abc import Callable

import pytest

from distancecli.text.spelling import (
    LONGEST_MISSPELT,
    MOST_COMPARED,
    MOST_LISTED,
    counted,
    listed,
    near_or_nothing,
    slips_of,
    suggestion,
)

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


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *[("not_told", "told"), ("safe", "unsafe"), ("told_or_shut", "told"), ("not told", "told")],
        *[("untold", "told"), ("xtold", "told"), ("tolddds", "told")],
        *[("toldddd", "told"), ("hopefulnes", "hopeful"), ("tol,d", "told"), ("to=ld", "told")],
    ],
)
def test_a_name_with_more_said_of_it_is_not_that_name_misspelt(name: str, meant: str) -> None:
    """A guess would turn a rule round, or drop a half of it."""
    assert near_or_nothing(name, [meant]) == ""


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tolld", "told"),
        ("toldd", "told"),
        ("tolddd", "told"),
        ("tol", "told"),
        ("find", "find-help"),
    ],
)
def test_a_name_with_a_slip_is_guessed(name: str, meant: str) -> None:
    """Letters too many or too few, and a name that was left off."""
    assert near_or_nothing(name, [meant]) == f'; did you mean "{meant}"?'


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *[("Irland", ["Ireland"]), ("Icleand", ["Iceland"]), ("Icelandd", ["Iceland"])],
        *[("Bangladash", ["Bangladesh"]), ("Bongladash", []), ("Cuba", [])],
    ],
)
def test_a_slip_of_the_fingers_is_one_and_another_letter_is_not(
    name: str, meant: list[str]
) -> None:
    """In names of places another letter makes another place."""
    assert slips_of(name, ["Ireland", "Iceland", "Chad", "Bangladesh"]) == meant
    assert slips_of("Ireland", ["Iceland"]) == []


@pytest.mark.parametrize("find", [near_or_nothing, slips_of])
def test_what_takes_long_to_compare_is_not_compared(find: Callable[..., object]) -> None:
    """Very many names, or a name that is longer than any misspelt one."""
    many = [f"x{number}" for number in range(MOST_COMPARED)]
    assert find("mood", [*many[1:], "mood"])
    assert not find("mood", [*many, "mood"])
    longest = "m" * LONGEST_MISSPELT
    assert find(longest, [longest])
    assert not find(longest + "m", [longest + "m"])


@pytest.mark.parametrize("more", [0, 1])
def test_a_list_is_whole_as_long_as_it_can_be_read(more: int) -> None:
    """One name more, and it says so."""
    said = listed([f"name{number}" for number in range(MOST_LISTED + more)])
    assert said.endswith(f"name{MOST_LISTED - 1}" + " and 1 more" * more)
    assert said.startswith("name0, name1, ")


@pytest.mark.parametrize(("number", "said"), [(0, "no texts"), (1, "1 text"), (2, "2 texts")])
def test_a_count_is_said_in_words(number: int, said: str) -> None:
    """One of a kind is one, and where there is none that is said."""
    assert counted(number, "text") == said
