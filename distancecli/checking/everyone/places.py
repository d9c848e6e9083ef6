"""Where a reader may be, as statements: which kinds of help line there are for them."""

from collections.abc import Iterable

from distancecli.checking.everyone.logic import TRUE, Logic, Statement
from distancecli.guide.support import Support
from distancecli.interview.support import kinds_for


class Whereabouts:
    """A reader who is in any one of the countries, or who looks at the lines of all of them."""

    def __init__(self, logic: Logic, support: Support):
        self._logic = logic
        self._everywhere = kinds_for(support, None)
        # Countries with the same kinds are one and the same here.
        alike = dict.fromkeys(kinds_for(support, each) for each in (None, *support.countries))
        self._served = list(zip(self._one_of(len(alike)), alike, strict=True))

    def anywhere(self, kinds: Iterable[str]) -> bool:
        """Whether some place has a line of one of the kinds, or none is wanted."""
        wanted = frozenset(kinds)
        return not wanted or bool(wanted & self._everywhere)

    def serve(self, kinds: Iterable[str]) -> Statement:
        """Where the reader is, there is a line of one of the kinds, or none is wanted."""
        wanted = frozenset(kinds)
        if not wanted or all(wanted & there for _, there in self._served):
            return TRUE
        return self._logic.any(here for here, there in self._served if wanted & there)

    def _one_of(self, many: int) -> list[Statement]:
        """So many statements of which just one holds, any of them."""
        found: list[Statement] = []
        for left in range(many, 0, -1):
            this = self._logic.new() if left > 1 else TRUE
            found.append(self._logic.all((this, *(-each for each in found))))
        return found
