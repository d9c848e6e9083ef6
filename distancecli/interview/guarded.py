"""What guarded readers are shown of a guide: only what is marked safe for them.

All else is for them as if it did not stand there, before anything is counted: an unmarked reason
makes no step apply, an unmarked step is not even named, and of what is left the first that fits
is the first.
"""

from collections.abc import Iterable
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from distancecli.guide.conditions import Situation
from distancecli.guide.model import BY_REASON, Guide, PlanText, Step

T = TypeVar("T")
P = TypeVar("P", Step, PlanText)
MARKED: Final = ("text", *BY_REASON, "advice", "actions", "openers")
"""The fields of a step whose entries are each marked, or not."""


AROUND: Final = ("top", "start", "instead", "moments", "help", "foot")
"""The same of what stands around the steps."""


def guards_of(guide: Guide, situation: Situation) -> frozenset[str]:
    """The groups of guarded readers that the reader is in; one that is not decided counts too."""
    holds = situation.holds
    return frozenset(name for name, when in guide.guarded.items() if holds(when) is not False)


def safe_part(guide: Guide, guards: frozenset[str]) -> Guide:
    """The guide with nothing in its plan that is not safe for a reader in all those groups."""
    if not guards:
        return guide
    steps = tuple(_safe_fields(step, MARKED, guards) for step in _safe(guide.steps, guards))
    return replace(guide, plan=_safe_fields(guide.plan, AROUND, guards), steps=steps)


def _safe_fields(part: P, names: Iterable[str], guards: frozenset[str]) -> P:
    """The step or plan with nothing in those fields that is not safe."""
    fields: dict[str, Any] = {name: _safe(getattr(part, name), guards) for name in names}
    return replace(part, **fields)


def _safe(entries: Iterable[T], guards: frozenset[str]) -> tuple[T, ...]:
    """The entries that are marked for every group; a plain string has no mark."""
    return tuple(each for each in entries if guards <= set(getattr(each, "safe_for", ())))
