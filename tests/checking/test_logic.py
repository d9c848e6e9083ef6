"""Statements and the solver by themselves: a case where there is one, and a smallest one."""

import signal
import subprocess
import sys
from itertools import product
from typing import Final

import pytest

from distancecli.checking.everyone.logic import FALSE, TRUE, Logic, holds_in

PAIRS: Final = 4


def marked(logic: Logic, few: list[int]) -> list[int]:
    """Those of `few` that hold in a smallest case."""
    case = logic.smallest_case(few)
    assert case
    return [each for each in few if holds_in(case, each)]


@pytest.mark.parametrize("backwards", [False, True])
def test_of_the_smallest_cases_it_is_the_one_with_the_earliest(backwards: bool) -> None:
    """Whatever the solver would give by itself: so an example stays the same with any release."""
    logic = Logic()
    pairs = [(logic.new(), logic.new()) for _ in range(PAIRS)]
    for pair in pairs:
        logic.require(*pair)
    few = [each for pair in pairs for each in pair]
    if backwards:
        few.reverse()
    assert marked(logic, few) == few[::2]
    logic.require(-few[0])
    assert marked(logic, few) == [few[1], *few[2::2]]


def test_fewer_come_before_earlier() -> None:
    """One that is enough by itself is taken, though two stand before it."""
    logic = Logic()
    few = [logic.new() for _ in range(3)]
    logic.require(few[0], few[2])
    logic.require(few[1], few[2])
    assert marked(logic, few) == few[2:]


def test_what_a_case_says_of_a_statement() -> None:
    """Of one that was made later it says no more than that it does not hold."""
    held = [each for each in (1, -1, 2, -2, 3, -3, 4, -4) if holds_in([1, -2], each)]
    assert held == [1, -2, -3, -4]


def test_a_name_is_one_statement() -> None:
    """The same whoever asks for it, and another than that of any other name."""
    logic = Logic()
    again = logic.named("again")
    assert again == logic.named("again") != logic.named("again", "walk")
    assert logic.possible(again)
    assert logic.possible(-again)


NO_HOLE_FOR_EACH: Final = """
from itertools import combinations
from time import sleep
from distancecli.checking.everyone.logic import Logic

logic = Logic()
homes = [[logic.new() for _ in range(8)] for _ in range(9)]
for pigeon in homes:
    logic.require(*pigeon)
for one, other in combinations(homes, 2):
    for pair in zip(one, other, strict=True):
        logic.require(*(-each for each in pair))
print("begins", flush=True)
try:
    logic.possible()
    sleep(30)  # however soon that was
except BaseException as error:
    print(type(error).__name__)
"""
"""Seeks a hole of its own for more pigeons than there are holes, which takes a solver long."""


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals from outside")
def test_ctrl_c_while_the_solver_works_is_what_it_always_is() -> None:
    """No error of the solver's own, which nothing else in the program would know."""
    with subprocess.Popen(
        [sys.executable, "-c", NO_HOLE_FOR_EACH], stdout=subprocess.PIPE, text=True
    ) as solving:
        assert solving.stdout
        assert solving.stdout.readline() == "begins\n"
        with pytest.raises(subprocess.TimeoutExpired):
            solving.wait(0.01)  # until it is at work
        solving.send_signal(signal.SIGINT)
        assert solving.stdout.read() == "KeyboardInterrupt\n"


def test_where_nothing_has_to_hold_nothing_does() -> None:
    """And there is no case of what cannot be."""
    logic = Logic()
    few = [logic.new(), logic.new()]
    assert marked(logic, few) == []
    assert logic.smallest_case(few, few[0], -few[0]) is None
    assert logic.case(few[0], -few[0]) is None


@pytest.mark.parametrize("most", range(4))
def test_the_first_of_those_that_hold_are_counted(most: int) -> None:
    """In every case of three: which are among so many first, and whether there are more."""
    logic = Logic()
    parts = [logic.new() for _ in range(3)]
    inside, more = logic.among_first(parts, most), logic.more_than(parts, most)
    for truths in product([True, False], repeat=3):
        case = logic.case(
            *(each if true else -each for each, true in zip(parts, truths, strict=True))
        )
        assert case
        expected = [true and sum(truths[:place]) < most for place, true in enumerate(truths)]
        assert [holds_in(case, each) for each in inside] == expected
        assert holds_in(case, more) is (sum(truths) > most)


def test_what_always_holds_and_what_never_does() -> None:
    """Alone and as parts of others; a statement and its contrary are never both so."""
    logic = Logic()
    a, b = logic.new(), logic.new()
    assert [logic.possible(each) for each in (TRUE, FALSE, a, -a)] == [True, False, True, True]
    assert logic.all([]) == logic.all([TRUE]) == logic.any([a, -a]) == TRUE
    assert logic.any([]) == logic.all([a, FALSE]) == logic.all([a, b, -a]) == FALSE
    assert logic.all([a, TRUE]) == logic.any([a, FALSE]) == a
    assert logic.all([a, b]) == logic.all([b, a, TRUE])
    for one, other in product([a, -a], [b, -b]):
        assert logic.possible(logic.differ(a, b), one, other) is ((one > 0) != (other > 0))


def test_the_least_and_the_most_that_hold_together() -> None:
    """Over all cases that the requirements leave."""
    logic = Logic()
    parts = [logic.new() for _ in range(4)]
    assert logic.least_and_most(parts) == (0, 4)
    logic.require(parts[0], parts[1])
    logic.require(-parts[2], -parts[3])
    assert logic.least_and_most(parts) == (1, 3)
    assert logic.least_and_most([]) == (0, 0)
