"""A plan, and what `diff` tells, are what a second reading of the rules says, reader by reader.

Some twenty guides in a plain run, some hundred in .ci/run. For thousands, these and the proofs:

    python -m pytest tests/checking -k "second_reading or by_trying" --hypothesis-profile=search
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.checking.diff.difference import Difference
from distancecli.checking.examples import guide_for, plan_for
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.replay import replay
from distancecli.interview.start import Chosen
from distancecli.rendering.json import as_json
from tests.support.plan_view import choices, outcome
from tests.support.random_guides import FEWER, Data, as_guide, condition_of, small_data
from tests.support.second_cut import cut, kept
from tests.support.second_reader import every_reader
from tests.support.second_reading import Shown, read, words_of

HELP = "Anywhere: "
"""How a help line begins in a guide at random."""


def written(shown: Shown, start: str | None, by_rule: bool = True) -> dict[str, Any]:
    """What JSON says of a plan with that start, but for help lines, numbers, and moments."""
    kept = ("id", "title", "status", "highlighted")
    smaller = by_rule and shown.starting.smaller != ""
    return {
        "since": since_written(shown),
        "off_record": shown.off_record,
        "ending": page_written(shown.ending) if shown.ending else None,
        "notices": [page_written(each) for each in shown.notices],
        "start": start_written(shown, start, by_rule) if start else None,
        "instead": words_of(shown.around.get("instead", [])),
        "steps": [
            {name: step[name] for name in kept}
            | said_written(step)
            | {"shown": said_written(cut(step, start, shown.calm, smaller))}
            for step in shown.steps
        ],
    }


def since_written(shown: Shown) -> dict[str, list[str]] | None:
    """What became of the steps of somebody who comes back with the answers of today."""
    if not shown.comes_back or shown.ending or shown.off_record:
        return None
    return {"new": [], "done": [], "still": shown.steps_that_are("applies")}


def page_written(page: Any) -> dict[str, Any]:
    """An ending or a notice."""
    return {**page, "text": words_of(page["text"])}


def said_written(parts: Any) -> dict[str, Any]:
    """What a step says, or a part of it."""
    return {
        "because": parts["because"],
        **{name: words_of(parts[name]) for name in ("text", "advice", "openers")},
        "action": next(iter(words_of(parts["actions"])), None),
    }


def start_written(shown: Shown, start: str, by_rule: bool) -> dict[str, Any]:
    """Where a reader starts, with no moment chosen."""
    (step,) = (each for each in shown.steps if each["id"] == start)
    smaller = shown.starting.smaller if by_rule else ""
    return {
        "step": start,
        "because": step["because"][0],
        "say": (shown.starting.say if by_rule else "") or None,
        "action": smaller or words_of(step["actions"])[0],
        "smaller": smaller != "",
        "text": words_of(each for each in step["text"] if kept(each)),
        "opener": None if smaller else next(iter(words_of(step["openers"])), None),
        "moment": None,
    }


def told(text: str) -> list[str]:
    """The lines of a text in JSON, without help lines."""
    return [line for line in text.split("\n") if line and not line.startswith(HELP)]


def in_json(plan_made: Plan) -> dict[str, Any]:
    """The program's plan in the same words."""
    plan = json.loads(as_json(plan_made))
    for page in (*plan["notices"], *([plan["ending"]] if plan["ending"] else []), *plan["steps"]):
        page["text"] = told(page["text"])
    if plan["start"]:
        plan["start"]["text"] = told(plan["start"]["text"])
    for step in plan["steps"]:
        del step["number"]
        step["shown"]["text"] = told(step["shown"]["text"])
    del plan["outcome"], plan["made"]
    return dict(plan)


@given(data=small_data(again=True))
def test_a_plan_is_what_the_second_reading_says(data: Data) -> None:
    """What every reader is asked and shown, also where answers count for nothing."""
    guide = as_guide(data)
    others = {each["id"]: frozenset({each["options"][0]["code"]}) for each in data["questions"]}
    for answers in every_reader(data):
        shown, plan = read(data, answers), plan_for(guide, answers)
        assert [each.id for each in replay(guide_for(guide, answers), answers).asked] == shown.asked
        assert in_json(plan) == written(shown, shown.start)
        for name in ("top", "help", "foot"):
            words = [each.text for each in getattr(plan, name)]
            assert words == words_of(shown.around.get(name, []))
        topics = ("topic", "at_hand")
        outcomes = {kind: set(ids) for kind, ids in shown.at_hand.items() if kind not in topics}
        assert outcome(plan) == outcomes
        assert choices(plan) == shown.choices
        if not shown.comes_back:
            given_once = {id: own for id, own in answers.items() if "skipped" not in own}
            assert make_plan(guide, {**others, **answers}) == plan
            assert make_plan(guide, given_once) == plan


@pytest.mark.slow
@given(data=small_data())
def test_a_plan_with_a_chosen_start_is_what_the_second_reading_says(data: Data) -> None:
    """What each reader is shown whichever start they choose, and the moments that go with it."""
    guide = as_guide(data)
    for answers in every_reader(data):
        shown = read(data, answers)
        for step in shown.choices:
            plan = make_plan(guide, answers, chosen=Chosen(step))
            assert in_json(plan) == written(shown, step, by_rule=False)
            assert plan.start
            assert [each.id for each in plan.start.moments] == [
                each["id"] for each in shown.moments(step)
            ]
        others = {each["id"] for each in data["steps"]} - {*shown.choices}
        for step in others:
            plan = make_plan(guide, answers)
            assert make_plan(guide, answers, chosen=Chosen(step, "moment0")) == plan


# --- diff ----------------------------------------------------------------------------------------


@st.composite
def edits(draw: st.DrawFn) -> tuple[Data, Data]:
    """A guide, and the same with one rule, mark or flag changed, or an entry gone or moved."""
    old = draw(small_data(again=True))
    new = deepcopy(old)
    places = list(parts(new))
    for _ in range(draw(st.integers(1, 2))):
        change(draw, new, *draw(st.sampled_from(places)))
    return old, new


CHANGED: Final = ("when", "highlight", "no_start", "safe_for", "off_record", "together")
"""The fields of entries that are changed."""


def parts(data: Data) -> Iterator[tuple[Any, Any]]:
    """Each entry with a rule, mark or flag, and each list of entries; and its key there."""
    yield from ((data[name], fact) for name in ("facts", "guarded") for fact in data[name])
    waiting: list[Any] = [data[name] for name in ("questions", "endings", "notices", "steps")]
    waiting += [data["plan"]]
    while waiting:
        each = waiting.pop()
        for key, value in each.items() if isinstance(each, dict) else enumerate(each):
            if key in CHANGED:
                yield each, key
            elif isinstance(value, list) and key not in ("status", "support", "topic"):
                waiting.append(value)
                yield each, key
            elif isinstance(value, dict):
                waiting.append(value)


def change(draw: st.DrawFn, data: Data, owner: Any, key: Any) -> None:
    """Changes a part of a guide, or leaves it where no other one would be sound."""
    value = owner.get(key)
    if isinstance(value, bool):
        owner[key] = not value
    elif key == "safe_for":
        owner[key] = draw(st.sampled_from([[], [*data["guarded"]]]))
    elif isinstance(value, list):
        if key != "options" and key != "applies" and value and draw(st.booleans()):
            value.pop(draw(st.integers(0, len(value) - 1)))
        else:
            value.reverse()
    else:
        before = (
            [each["id"] for each in data["questions"]].index(owner["id"]) if "ask" in owner else 4
        )
        owner[key] = condition_of(draw, data["questions"][:before])


def seen(shown: Shown) -> Any:
    """What `diff` tells with an example where it changes; the order is told without one."""
    kinds = ("ending", "notice", "highlight", "start", "applies", "done", "not_yet", "other")
    results = [set(shown.outcomes[kind]) for kind in kinds]
    # Where an ending is reached, how soon it is does not count.
    asked = None if shown.ending else shown.asked
    return shown.words, results, shown.off_record, asked


@pytest.mark.slow
@FEWER
@given(edit=edits())
def test_a_change_is_told_exactly_where_some_reader_is_shown_something_else(
    edit: tuple[Data, Data],
) -> None:
    """And each reader who is named for it is shown something else."""
    old, new = edit
    changes = list(Difference(as_guide(old), as_guide(new)).changes())
    examples = [each.example for each in changes if each.example is not None]
    for example in examples:
        assert seen(read(old, example)) != seen(read(new, example))
    differs = any(
        seen(read(old, answers)) != seen(read(new, answers))
        for each in every_reader(old)
        for answers in every_reader(new, each)
    )
    assert bool(examples) == differs
