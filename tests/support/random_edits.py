"""Edits of a guide at random, as an author would make them who knows nothing of guarded readers."""

import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final

Data = dict[str, Any]

ADDED: Final = "Words that were added."
NEW_CODE: Final = "added"
CONDITIONS: Final[list[Any]] = [
    *("always", "take_care", "in_crisis", "gently", "event", "long_standing"),
    *({"told": ["shut", "fine"]}, {"none": ["take_care"]}, {"none": [{"time": ["good"]}]}),
    *({"any": ["take_care", {"habits": ["buttons"]}]}, {"all": ["in_crisis", {"now": ["low"]}]}),
]
"""Rules of all kinds; some of them speak of guarded readers."""
OF_A_STEP: Final = ("text", "advice", "actions", "openers")
REASONS: Final = ("applies", "done", "not_yet")


def edited(data: Data, chance: random.Random) -> Data:
    """The guide with one edit."""
    data = deepcopy(data)
    chance.choice(EDITS)(data, chance)
    return data


def _entry(chance: random.Random) -> Data:
    """A text of any kind, with a rule or without one."""
    return {"text": ADDED, **({"when": _rule(chance)} if chance.random() < 0.6 else {})}


def _rule(chance: random.Random) -> Any:
    return deepcopy(chance.choice(CONDITIONS))


def _insert(entries: list[Any], entry: Any, chance: random.Random) -> None:
    entries.insert(chance.randint(0, len(entries)), entry)


def _add_entry(data: Data, chance: random.Random) -> None:
    step = chance.choice(data["steps"])
    _insert(step.setdefault(chance.choice(OF_A_STEP), []), _entry(chance), chance)


def _add_plain_text(data: Data, chance: random.Random) -> None:
    texts = [*(step["text"] for step in data["steps"]), data["plan"]["top"], data["plan"]["foot"]]
    _insert(chance.choice(texts), ADDED, chance)


def _add_plan_text(data: Data, chance: random.Random) -> None:
    name = chance.choice(["top", "foot", "help", "instead"])
    _insert(data["plan"].setdefault(name, []), _entry(chance), chance)


def _add_moment(data: Data, chance: random.Random) -> None:
    moment = {**_entry(chance), "id": "added", "together": chance.random() < 0.5}
    _insert(data["plan"]["moments"], moment, chance)


def _add_start(data: Data, chance: random.Random) -> None:
    """A line by which readers start with some step."""
    step = chance.choice(data["steps"])["id"]
    _insert(data["plan"]["start"], {"step": step, "when": _rule(chance)}, chance)


def _add_reason(data: Data, chance: random.Random) -> None:
    step = chance.choice(data["steps"])
    reason = {"when": _rule(chance), "because": ADDED}
    _insert(step.setdefault(chance.choice(REASONS), []), reason, chance)


def _add_step(data: Data, chance: random.Random) -> None:
    step = {
        "id": "added",
        "title": ADDED,
        "source": "our own words",
        "text": [ADDED],
        "applies": [{"when": _rule(chance), "because": ADDED}],
        "highlight": _rule(chance),
        **{name: [_entry(chance)] for name in ("advice", "actions", "openers")},
    }
    _insert(data["steps"], step, chance)


def _add_answer(data: Data, chance: random.Random) -> None:
    """An answer, with a point for whoever gives it."""
    question = chance.choice(data["questions"])
    _insert(question["options"], {"code": NEW_CODE, "label": ADDED}, chance)
    point = {"when": {question["id"]: [NEW_CODE]}, "text": ADDED}
    _insert(chance.choice(data["steps"])["advice"], point, chance)


EDITS: Final[list[Callable[[Data, random.Random], None]]] = [
    *(_add_entry, _add_entry, _add_entry, _add_plain_text, _add_plan_text),
    *(_add_reason, _add_reason, _add_step, _add_answer, _add_moment, _add_start),
]
"""What is added: more often what there is more of."""
