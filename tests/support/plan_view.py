"""A plan as its reader can tell it from another one."""

import re
from collections.abc import Iterator
from itertools import chain

from distancecli.guide.answers import Codes
from distancecli.interview.plan import PLAN, Plan
from tests.support.random_guides import KINDS


def texts(plan: Plan) -> Iterator[str]:
    """Every text that the reader of a plan is shown; each stands once in a guide at random."""
    for message in (*plan.notices, *([plan.ending] if plan.ending else [])):
        yield from (message.title, *(passage.text for passage in message.text))
    yield from (passage.text for passage in (*plan.top, *plan.foot))
    for step in plan.steps:
        shown = (*step.because, *step.advice, *step.openers)
        yield from (*shown, *([step.action] if step.action else []))
        if step.status == "applies":
            yield from (passage.text for passage in step.text)


def outcome(plan: Plan) -> dict[str, Codes]:
    """A plan in the words of promises."""
    found: dict[str, set[str]] = {"ending": set() if plan.outcome == PLAN else {plan.outcome}}
    found["notice"] = {notice.id for notice in plan.notices}
    found["first_notice"] = {notice.id for notice in plan.notices[:1]}
    for status in ("applies", "done", "not_yet", "other"):
        found[status] = {step.id for step in plan.steps if step.status == status}
    found["highlight"] = {step.id for step in plan.steps if step.highlighted}
    found["files"] = {"never" if plan.off_record else "allowed"}
    found["opener"] = {step.id for step in plan.steps if step.openers}
    passages = [
        *chain.from_iterable(step.text for step in plan.steps if step.status == "applies"),
        *chain.from_iterable(message.text for message in plan.notices),
        *(plan.ending.text if plan.ending else ()),
        *(*plan.top, *plan.foot),
    ]
    lines = [line for passage in passages for line in passage.lines]
    named = (re.search(rf"\b({'|'.join(KINDS)}): x", line) for line in lines)
    found["lines"] = {each[1] for each in named if each}
    return {kind: frozenset(names) for kind, names in found.items()}


def shown(plan: Plan) -> tuple[list[str], dict[str, Codes]]:
    """What a reader is shown of a plan; that the run is off record is not."""
    seen, results, _ = view(plan)
    return seen, {kind: names for kind, names in results.items() if kind != "files"}


def view(plan: Plan) -> tuple[list[str], dict[str, Codes], bool]:
    """What a reader can tell of a plan."""
    return sorted(texts(plan)), outcome(plan), plan.off_record
