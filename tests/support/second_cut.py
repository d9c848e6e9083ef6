"""A second reading of where a reader starts, and of what a plan has of each step.

Like `second_reading`, which says of what: it is written from the comments of steps.yaml, those at
`plan.start`, `plan.moments` and at the head of the steps. What they leave open was settled after
the program:
- A start is told by its action, the step's first reason, its first opener, and the paragraphs that
  are never cut. Below it its step has what was not said yet: two more reasons, one more opener.
- The reason of a highlighted step stands above it with its title, so its step has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass
class Starting:
    """Where a reader starts by the rules, and by which of them they are led there."""

    step: str | None = None
    rules: list[int] = field(default_factory=list)
    say: str = ""
    smaller: str = ""


def start_by_rule(rules: list[tuple[int, Data]], steps: list[Step], last: str) -> Starting:
    """Where a reader starts; `rules` are the lines that hold, and `last` names the last time."""
    can = {each["id"]: each for each in steps if able(each)}
    found = Starting()
    for number, rule in rules:
        if "step" in rule:
            if rule["step"] in can:
                return Starting(rule["step"], [*found.rules, number], found.say)
        elif rule["last"] == "other":
            before = last.removesuffix("/")
            if last and can.keys() - {before}:
                can.pop(before, None)
                found.rules.append(number)
                found.say = found.say or rule.get("say", "")
        elif last in can:  # with a stroke behind it, what they started with is gone
            smaller = can[last]["actions"][0].get("smaller", "")
            if rule["last"] == "same" or smaller:
                part = smaller if rule["last"] == "smaller" else ""
                return Starting(last, [*found.rules, number], rule.get("say", ""), part)
    found.step = next(iter(can), None)
    return found


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


def cut(step: Step, start: str | None, calm: bool, smaller: bool = False) -> Parts:
    """What stands of the step in the list of steps, where its reader starts with `start`.

    Where that is only a smaller part of its action, the whole of it is there, with all its words.
    """
    if calm or step["status"] != "applies":
        return NONE
    if step["id"] == start:
        return {
            "because": step["because"][1:3],
            "text": [each for each in step["text"] if smaller or not kept(each)],
            "advice": first_and_kept(step["advice"], 3),
            "actions": step["actions"] if smaller else [],
            "openers": step["openers"][:2] if smaller else step["openers"][1:2],
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
