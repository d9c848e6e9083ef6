"""Where a reader starts, and the moments that they can choose for it, as a guide has them."""

from distancecli.guide.conditions import ALWAYS, Condition
from distancecli.guide.parts import Part, SafeFor, Words


class StartRule(Part, frozen=True):
    """Readers with `when` start with the step, where it applies and gives them an action."""

    step: Words
    """The id of the step to start with. Where it does not apply, the next rule is looked at."""
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
