"""Statements that are true or false, and a solver that finds a case in which some hold together.

A statement is a whole number: 1 is always true, and minus turns a statement round. The solving is
done by a SAT solver (MiniSat, by python-sat): it answers "is there a case?" exactly, by searching
until one is found or none can exist, not by sampling.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from distancecli.errors import Refused

try:
    from pysat.solvers import Minisat22
except ImportError as error:  # readers do without it
    raise Refused(
        "This needs the package python-sat. "
        'Install it with: python -m pip install "distancecli[check]"'
    ) from error

Statement = int
TRUE: Final[Statement] = 1
FALSE: Final[Statement] = -1

Case = list[Statement]
"""For every statement that was made, in order: itself where it is true in the case, else minus."""


def holds_in(case: Case, statement: Statement) -> bool:
    """Whether the statement is true in the case; one that nothing speaks of is not."""
    place = abs(statement) - 1
    there = case[place] if place < len(case) else -abs(statement)
    return there == statement


class Logic:
    """A growing set of statements, each made of others; the same statement is made only once."""

    def __init__(self) -> None:
        self._solver = Minisat22(bootstrap_with=[[TRUE]])
        self._last = TRUE
        self._made: dict[frozenset[Statement], Statement] = {}
        self._named: dict[tuple[str, ...], Statement] = {}

    def new(self) -> Statement:
        """A statement that is free to be true or false."""
        self._last += 1
        return self._last

    def named(self, *name: str) -> Statement:
        """The free statement of that name: the same in all that is said of one reader."""
        if name not in self._named:
            self._named[name] = self.new()
        return self._named[name]

    def require(self, *alternatives: Statement) -> None:
        """At least one of the alternatives holds in every case."""
        self._solver.add_clause(alternatives)

    def all(self, parts: Iterable[Statement]) -> Statement:
        """Says that every part holds."""
        kept: set[Statement] = set()
        for part in parts:
            if part == FALSE or -part in kept:
                return FALSE
            if part != TRUE:
                kept.add(part)
        if len(kept) < 2:
            return kept.pop() if kept else TRUE
        key = frozenset(kept)
        if key not in self._made:
            self._made[key] = self._conjunction(key)
        return self._made[key]

    def _conjunction(self, parts: frozenset[Statement]) -> Statement:
        whole = self.new()
        for part in parts:
            self.require(-whole, part)
        self.require(whole, *(-part for part in parts))
        return whole

    def any(self, parts: Iterable[Statement]) -> Statement:
        """Says that at least one part holds."""
        return -self.all(-part for part in parts)

    def differ(self, one: Statement, other: Statement) -> Statement:
        """Says that exactly one of the two holds."""
        return self.any((self.all((one, -other)), self.all((-one, other))))

    def among_first(self, parts: Sequence[Statement], most: int) -> list[Statement]:
        """For each part: it holds, and fewer than `most` of those before it do."""
        inside = []
        reached = [TRUE] + [FALSE] * most  # at n: at least n of the parts so far hold
        for part in parts:
            inside.append(self.all((part, -reached[most])))
            reached = self._with_one_more(reached, part)
        return inside

    def _with_one_more(self, reached: list[Statement], part: Statement) -> list[Statement]:
        """What was reached by the parts so far, once this one is counted too."""
        return [TRUE] + [
            self.any((reached[count], self.all((reached[count - 1], part))))
            for count in range(1, len(reached))
        ]

    def more_than(self, parts: Sequence[Statement], most: int) -> Statement:
        """Says that more than `most` of the parts hold."""
        return -self.among_first([*parts, TRUE], most + 1)[-1]

    def least_and_most(self, parts: Sequence[Statement]) -> tuple[int, int]:
        """The smallest and the largest number of the parts that hold together in some case."""
        reached = [TRUE]  # at n: at least n of the parts so far hold
        for part in parts:
            reached = self._with_one_more([*reached, FALSE], part)
        least = sum(not self.possible(-so_many) for so_many in reached[1:])
        return least, sum(self.possible(so_many) for so_many in reached[1:])

    def case(self, *wanted: Statement) -> Case | None:
        """A case in which all wanted hold, or None."""
        if not self.possible(*wanted):
            return None
        case: Case = self._solver.get_model()
        return case

    def possible(self, *wanted: Statement) -> bool:
        """Whether there is a case in which all wanted hold."""
        # Plain solve() takes Ctrl-C for itself and makes an error of its own of it.
        return FALSE not in wanted and bool(
            self._solver.solve_limited(assumptions=wanted, expect_interrupt=True)
        )

    def smallest_case(self, few: Sequence[Statement], *wanted: Statement) -> Case | None:
        """A case where all wanted hold and as few of `few` as possible do, or None.

        Of several such cases it is the one where the earliest of `few` hold, whatever the solver.
        """
        if not self.possible(*wanted):
            return None
        # A few marks are enough for nearly every case, so that counting up ends soon.
        most = 0
        while not self.possible(*wanted, -self.more_than(few, most)):
            most += 1
        # Left to itself the solver gives any of them, and another release of it another one.
        chosen, left = [*wanted, -self.more_than(few, most)], iter(few)
        while most:
            if self.possible(*chosen, each := next(left)):
                chosen.append(each)
                most -= 1
        return self.case(*chosen)
