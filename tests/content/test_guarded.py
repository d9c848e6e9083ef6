"""What is added without a mark reaches nobody in a crisis, and nobody who has to take care."""

import json
import random
from collections.abc import Iterator
from typing import Any, Final

import pytest
from msgspec.structs import replace

from distancecli.documents.document import read_document
from distancecli.guide.adapted import commands, filled
from distancecli.guide.answers import Answers
from distancecli.guide.load import built_in_path
from distancecli.guide.model import Guide
from distancecli.guide.shape import convert
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.start import Chosen
from distancecli.rendering.json import as_json
from tests.support.plan_view import around, choices
from tests.support.random_edits import ADDED, edited
from tests.support.random_reader import answer
from tests.support.sampling import one_plain
from tests.support.small_guide import codes

FIFTY: Final = range(50)
READERS: Final = 30
GUARDS: Final = [
    {"safety": codes("put_down")},
    {"safety": codes("past unsure")},
    {"now": codes("self_harm")},
    {"safety": codes("none"), "now": codes("self_harm low")},
    {"safety": codes("unsure"), "now": codes("self_harm children")},
]
CALM: Final = [{"safety": codes("none"), "now": codes("none")}]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The guide that ships with the program, as plain data."""
    read: dict[str, Any] = read_document(str(built_in_path())).data
    return read


def readers(guide: Guide, chance: random.Random, some: list[Any]) -> Iterator[Answers]:
    """Readers who give one of some sets of answers, and any to the other questions."""
    for _ in range(READERS):
        given = {question.id: answer(question, chance) for question in guide.questions}
        yield {**given, **chance.choice(some)}


def safe_readers(guide: Guide, chance: random.Random) -> Iterator[Answers]:
    """Guarded readers who reach their plan."""
    for answers in readers(guide, chance, GUARDS):
        if make_plan(guide, answers).steps:
            yield answers


def shown(plan: Plan) -> tuple[Any, ...]:
    """All that the reader is shown, but for the numbers of steps, which count those for others."""
    steps = json.loads(as_json(plan))["steps"]
    unnumbered = [{**step, "number": 0} for step in steps]
    start = replace(plan.start, number=0) if plan.start else None
    return unnumbered, start, around(plan), plan.notices


@pytest.mark.parametrize("seed", one_plain(FIFTY, 10))
def test_an_edit_without_a_mark_changes_nothing_for_guarded_readers(
    guide: Guide, data: dict[str, Any], seed: int
) -> None:
    """Wherever a text, reason, step or answer is put in: they are shown what they were before."""
    chance = random.Random(seed)
    new = convert(filled(edited(data, chance), commands()), Guide)
    for answers in safe_readers(guide, chance):
        plan = make_plan(guide, answers)
        assert shown(make_plan(new, answers)) == shown(plan)
        for chosen in map(Chosen, choices(plan)):
            starting = (make_plan(each, answers, chosen=chosen) for each in (new, guide))
            assert shown(next(starting)) == shown(next(starting))


@pytest.mark.parametrize("seed", one_plain(FIFTY, 10))
def test_nothing_that_was_added_without_a_mark_is_shown_to_guarded_readers(
    data: dict[str, Any], seed: int
) -> None:
    """Not a word of it, even where they give an answer that was added too."""
    chance = random.Random(seed)
    new = convert(filled(edited(data, chance), commands()), Guide)
    for answers in safe_readers(new, chance):
        assert ADDED not in repr(make_plan(new, answers))


@pytest.mark.slow
def test_what_was_added_is_shown_to_others(data: dict[str, Any]) -> None:
    """Most of the fifty edits reach some reader who is not guarded, so that the tests can fail."""
    reached = 0
    for seed in FIFTY:
        chance = random.Random(seed)
        new = convert(filled(edited(data, chance), commands()), Guide)
        plans = (make_plan(new, answers) for answers in readers(new, chance, CALM))
        reached += any(ADDED in repr(plan) for plan in plans)
    assert reached > len(FIFTY) / 2
