"""A plan as its reader can tell it from another one."""

import re
from collections.abc import Iterator
from itertools import chain

from distancecli.guide.answers import Answers, Codes
from distancecli.guide.model import Guide
from distancecli.interview.message import Passage
from distancecli.interview.plan import PLAN, Plan, make_plan
from distancecli.interview.start import Chosen
from distancecli.interview.step import StepShown
from distancecli.rendering.outline import in_full, outline
from distancecli.rendering.text import as_text
from tests.support.random_guides import KINDS


def around(plan: Plan) -> tuple[Passage, ...]:
    """The paragraphs that stand around the steps."""
    return (*plan.top, *plan.instead, *plan.help, *plan.foot)


def choices(plan: Plan) -> list[str]:
    """The steps that the reader can choose to start with."""
    return [step.id for step in plan.steps if step.action] if plan.start else []


def said(step: StepShown) -> str:
    """All that a step says but its title and its reasons, in lower case."""
    passages = (passage.text for passage in step.text)
    return "\n".join((*passages, *step.advice, step.action or "", *step.openers)).lower()


def words_of(guide: Guide, plan: Plan) -> str:
    """The plan and each of its steps in full, as plain text in lower case, without line ends."""
    text = as_text([*outline(guide, plan), *(in_full(guide, plan, step) for step in plan.steps)])
    return " ".join(text.lower().split())


def texts(plan: Plan) -> Iterator[str]:
    """Every text that the reader of a plan can come to, but for moments that they can choose.

    Each stands once in a guide at random.
    """
    for message in (*plan.notices, *([plan.ending] if plan.ending else [])):
        yield from (message.title, *(passage.text for passage in message.text))
    yield from (passage.text for passage in around(plan))
    for step in plan.steps:
        shown = (*step.because, *step.advice, *step.openers)
        yield from (*shown, *([step.action] if step.action else []))
        if step.status == "applies":
            yield from (passage.text for passage in step.text)


def outcome(plan: Plan) -> dict[str, Codes]:
    """A plan in the words of promises, with all that is at hand."""
    found: dict[str, set[str]] = {"ending": set() if plan.outcome == PLAN else {plan.outcome}}
    found["notice"] = {notice.id for notice in plan.notices}
    found["first_notice"] = {notice.id for notice in plan.notices[:1]}
    for status in ("applies", "done", "not_yet", "other"):
        found[status] = {step.id for step in plan.steps if step.status == status}
    found["highlight"] = {step.id for step in plan.steps if step.highlighted}
    found["start"] = {plan.start.step} if plan.start else set()
    found["files"] = {"never" if plan.off_record else "allowed"}
    found["opener"] = {step.id for step in plan.steps if step.openers}
    passages = [
        *chain.from_iterable(step.text for step in plan.steps if step.status == "applies"),
        *chain.from_iterable(message.text for message in plan.notices),
        *(plan.ending.text if plan.ending else ()),
        *around(plan),
    ]
    lines = [line for passage in passages for line in passage.lines]
    named = (re.search(rf"\b({'|'.join(KINDS)}): x", line) for line in lines)
    found["lines"] = {each[1] for each in named if each}
    return {kind: frozenset(names) for kind, names in found.items()}


def moments(guide: Guide, answers: Answers) -> set[str]:
    """The moments that a reader can come to, whichever start they choose."""
    starts = [
        make_plan(guide, answers, chosen=Chosen(step)).start
        for step in choices(make_plan(guide, answers))
    ]
    return {moment.text for start in starts if start for moment in start.moments}


def shown(guide: Guide, answers: Answers) -> tuple[list[str], dict[str, Codes]]:
    """What a reader is shown; that the run is off record is not."""
    seen, results, _ = view(guide, answers)
    return seen, {kind: names for kind, names in results.items() if kind != "files"}


def view(guide: Guide, answers: Answers) -> tuple[list[str], dict[str, Codes], bool]:
    """What a reader can tell of their plan."""
    plan = make_plan(guide, answers)
    seen = sorted((*texts(plan), *moments(guide, answers)))
    return seen, outcome(plan), plan.off_record
