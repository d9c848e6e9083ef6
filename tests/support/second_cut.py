"""A second reading of where a reader starts, and of what a plan has of each step.

Like `second_reading`, which says of what: it is written from the comments of steps.yaml, those at
`plan.start`, `plan.moments` and at the head of the steps. What they leave open was settled after
the program:
- A start is told by its action, the step's first reason, its first opener, and the paragraphs that
  are never cut. Below it its step has what was not said yet: two more reasons, one more opener.
- The reason of a highlighted step stands above it with its title, so its step has none.
"""

from collections.abc import Mapping
from typing import Any, Final

Data = Mapping[str, Any]
Step = Mapping[str, Any]
Parts = dict[str, list[Any]]

ALL: Final = ("text", "advice", "actions", "openers")
"""The parts of a step that have a text for promises to speak of."""
NONE: Final[Parts] = {"because": [], **{name: [] for name in ALL}}


def able(step: Step) -> bool:
    """Whether the step applies to its reader and gives them something to do."""
    return bool(step["status"] == "applies" and step["actions"])


def start_by_rule(rules: list[tuple[int, str]], steps: list[Step]) -> tuple[int | None, str | None]:
    """The line by which a reader starts, and the step; `rules` are those that hold."""
    can = [each["id"] for each in steps if able(each)]
    for number, step in rules:
        if step in can:
            return number, step
    return None, can[0] if can else None


def moments_for(action: Data, moments: list[Data]) -> list[Data]:
    """Those together for an action that is, the rest for any other one."""
    kind = action.get("together", False)
    return [each for each in moments if each.get("together", False) == kind]


def kept(entry: Any) -> bool:
    """Whether a text is never cut."""
    return isinstance(entry, Mapping) and entry.get("keep", False) is True


def is_among(entry: Any, entries: list[Any]) -> bool:
    """Whether it is one of them, not only alike."""
    return any(entry is each for each in entries)


def cut(step: Step, start: str | None, calm: bool) -> Parts:
    """What stands of the step in the list of steps, where its reader starts with `start`."""
    if calm or step["status"] != "applies":
        return NONE
    if step["id"] == start:
        return {
            "because": step["because"][1:3],
            "text": [each for each in step["text"] if not kept(each)],
            "advice": first_and_kept(step["advice"], 3),
            "actions": [],
            "openers": step["openers"][1:2],
        }
    lit = step["highlighted"]
    return {
        "because": [] if lit else step["because"][:1],
        "text": first_and_kept(step["text"], 1),
        "advice": first_and_kept(step["advice"], 2 if lit else 0),
        "actions": step["actions"],
        "openers": step["openers"][:1] if lit else [],
    }


def first_and_kept(entries: list[Any], most: int) -> list[Any]:
    """So many from the first on, and those that are never cut, in their order."""
    return [each for each in entries if kept(each) or is_among(each, entries[:most])]


def said(step: Step, parts: tuple[str, ...]) -> list[Any]:
    """The texts in those parts of a step."""
    return [each for name in parts for each in step[name]]


def standing(step: Step, start: str | None, calm: bool) -> list[Any]:
    """The texts of a step that stand in the plan, be it at the start or in the list of steps."""
    below = said(cut(step, start, calm), ALL)
    if calm or step["id"] != start:
        return below
    above = [each for each in step["text"] if kept(each)]
    return [*step["actions"], *step["openers"][:1], *above, *below]
