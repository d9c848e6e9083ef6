"""The example readers of a guide: what each is expected to be shown, beside what they are shown."""

from collections.abc import Iterator
from typing import Final

import msgspec

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.answers import SKIP, Answers, as_answers
from distancecli.guide.model import Guide
from distancecli.guide.promises import ORDERED, Expected, as_words
from distancecli.interview.keptstart import start_of_example
from distancecli.interview.plan import PLAN, Plan, make_plan
from distancecli.interview.replay import comes_back, coming_back, replay
from distancecli.interview.since import Given
from distancecli.text.wrapping import columns, padded

NO_STEP: Final = "no step that applies"


def readers_as_expected(guide: Guide) -> Iterator[Fault]:
    """Each example reader is shown just what they are expected to be shown."""
    for index, reader in enumerate(guide.readers):
        answers = as_answers(reader.answers)
        shown = outcome_of(plan_for(guide, answers))
        if _in_any_order(shown) != _in_any_order(reader.expected):
            said = f'"{reader.name}" is shown something else; change a rule, or what is expected'
            table = tuple(_beside(reader.expected, shown))
            place: Place = ("readers", index)
            yield Fault(place, said, "reader-differs", table=table, example=answers)


def unasked_answers(guide: Guide) -> Iterator[Fault]:
    """Answers of the example readers to questions that they are not asked, so that none counts."""
    for index, reader in enumerate(guide.readers):
        answers = as_answers(reader.answers)
        asked = replay(guide_for(guide, answers), answers, missing=SKIP).asked
        answered = {id for id, codes in answers.items() if codes != SKIP}
        for id in sorted(answered - {question.id for question in asked}):
            said = f'"{reader.name}" is not asked "{id}"; take it out, or change an earlier answer'
            at: Place = ("readers", index, "answers", id)
            yield Fault(at, said, "unasked-answer", "warning")


def guide_for(guide: Guide, answers: Answers) -> Guide:
    """The guide for an example: whoever says how it went comes back."""
    return coming_back(guide) if comes_back(guide, answers) else guide


def plan_for(guide: Guide, answers: Answers) -> Plan:
    """The plan for an example, with what they started with the last time, where it says that."""
    if not comes_back(guide, answers):
        return make_plan(guide, answers)
    earlier = Given(answers, start_of_example(guide, answers))
    return make_plan(coming_back(guide), answers, earlier=earlier)


def outcome_of(plan: Plan) -> Expected:
    """What a plan comes to, in the ids of its guide."""

    def steps(status: str) -> tuple[str, ...]:
        return tuple(step.id for step in plan.steps if step.status == status)

    return Expected(
        ending="" if plan.outcome == PLAN else plan.outcome,
        applies=steps("applies"),
        done=steps("done"),
        not_yet=steps("not_yet"),
        highlight=tuple(step.id for step in plan.steps if step.highlighted),
        notices=tuple(notice.id for notice in plan.notices),
    )


def outcome_in_words(outcome: Expected) -> str:
    """What a plan comes to, on one line."""
    fields = ((name, getattr(outcome, name)) for name in Expected.__struct_fields__)
    return "; ".join(f"{name} {as_words(value)}" for name, value in fields if value) or NO_STEP


def _in_any_order(expected: Expected) -> dict[str, object]:
    """The lists of ids, as sets where their order says nothing."""
    fields = msgspec.structs.asdict(expected)
    ordered = ("ending", *ORDERED)
    return {name: ids if name in ordered else set(ids) for name, ids in fields.items()}


def _beside(expected: Expected, shown: Expected) -> Iterator[str]:
    """The rows that differ, side by side."""
    rows = [("", "expected", "shown")]
    for field in Expected.__struct_fields__:
        pair = [as_words(getattr(each, field)) or "-" for each in (expected, shown)]
        if pair[0] != pair[1]:
            rows.append((field, pair[0], pair[1]))
    widths = [max(columns(row[place]) for row in rows) for place in (0, 1)]
    for name, wanted, found in rows:
        yield f"{padded(name, widths[0])}  {padded(wanted, widths[1])}  {found}".rstrip()
