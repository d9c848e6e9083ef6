"""Where a reader starts, and the moments that they can choose for it, as a guide has them."""

from typing import Final, Literal

from distancecli.guide.conditions import ALWAYS, Condition
from distancecli.guide.parts import Part, SafeFor, Words

START: Final = "start"
"""What an answers file calls what a reader chose to start with; no question has that name."""
Last = Literal["smaller", "same", "other"]
SMALLER: Final = "smaller"
SAME: Final = "same"
OTHER: Final = "other"


class StartRule(Part, frozen=True):
    """Readers with `when` start with the step, where it applies and gives them an action.

    In place of a step it can say what becomes of what the reader started with last time.
    """

    step: str = ""
    """The id of the step to start with. Where it does not apply, the next rule is looked at."""
    last: Last | None = None
    """In place of a step, for whoever comes back: what they started with last time, in a smaller
    way (smaller) or once more at the same moment (same), where their plan still has it; or any
    step but that one (other), by the rules that follow."""
    say: str = ""
    """Goes with `last`: a sentence above what they start with, which says why it is that."""
    when: Condition = ALWAYS
    """The readers for whom the rule is; left out, all whom no earlier rule gave a start."""
    safe_for: SafeFor = ()
    """The guarded groups for whom the rule counts too."""


class Moment(Part, frozen=True):
    """A moment for an action, in words that go on from "when"."""

    id: Words
    """A name for the moment, by which it is known again; readers never see it."""
    text: Words
    """Words that go on from "When": small letter first, no stop. Best is what happens every day."""
    together: bool = False
    """Whether it is one for the two; only actions of its kind are offered it."""
    when: Condition = ALWAYS
    """The readers to whom it is offered; left out, to all."""
    safe_for: SafeFor = ()
    """The guarded groups to whom it is offered too."""
