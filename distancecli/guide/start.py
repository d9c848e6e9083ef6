"""Where a reader starts, and the moments that they can choose for it, as a guide has them."""

from distancecli.guide.conditions import ALWAYS, Condition
from distancecli.guide.parts import Part, SafeFor, Words


class StartRule(Part, frozen=True):
    """Readers with `when` start with the step, where it applies and gives them an action."""

    step: Words
    when: Condition = ALWAYS
    safe_for: SafeFor = ()


class Moment(Part, frozen=True):
    """A moment for an action, in words that go on from "when"."""

    id: Words
    text: Words
    together: bool = False
    """Whether it is one for the two; only actions of its kind are offered it."""
    when: Condition = ALWAYS
    safe_for: SafeFor = ()
