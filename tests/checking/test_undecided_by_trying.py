"""What holds only because an ending came first, compared with trying every reader."""

from collections.abc import Iterable

from hypothesis import given

from distancecli.checking.proofs import Proofs
from distancecli.checking.undecided import undecided_faults
from distancecli.documents.plaindata import Place
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.conditions import ALWAYS, Condition, Situation
from distancecli.guide.model import Guide, Paragraph
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.replay import replay
from tests.support.random_guides import FEWER, Data, as_guide, small_data
from tests.support.second_reading import promised, read
from tests.support.trying import every_reader


def holds(condition: Condition, guide: Guide, answers: Answers) -> bool:
    """Whether a condition holds for a reader, by the rules for one."""
    live = replay(guide, answers, missing=SKIP).live
    return bool(Situation(guide.facts, live).holds(condition))


def closed(condition: Condition, guide: Guide, answers: Answers) -> bool:
    """Whether a condition holds for a reader, if "no" is the answer to what was not reached."""
    nothing: dict[str, Codes] = {question.id: frozenset() for question in guide.questions}
    live = replay(guide, answers, missing=SKIP).live
    return bool(Situation(guide.facts, nothing | live).holds(condition))


@given(data=small_data())
@FEWER
def test_what_is_kept_or_missed_only_because_an_ending_came_first_is_found(data: Data) -> None:
    """Just those promises and paragraphs that a "no" not given would break, or show to a reader."""
    guide = as_guide(data)
    if not guide.endings:
        return
    found = {each.place: each for each in undecided_faults(Proofs(guide))}
    readers = [(answers, make_plan(guide, answers)) for answers in every_reader(guide)]
    second = {id(answers): read(data, answers) for answers, _ in readers}
    for index, promise in enumerate(guide.promises):
        then = data["promises"][index]["then"]
        lack = [each for each, _ in readers if not promised(then, second[id(each)])]
        meant = any(holds(promise.when, guide, answers) for answers, _ in readers)
        kept = meant and not any(holds(promise.when, guide, each) for each in lack)
        broken = [each for each in lack if closed(promise.when, guide, each)] if kept else []
        assert (("promises", index) in found) == bool(broken)
        if broken:
            assert found["promises", index].example in broken
    assert {place for place in found if place[0] == "endings"} == missed(guide, readers)


def missed(guide: Guide, readers: Iterable[tuple[Answers, Plan]]) -> set[Place]:
    """The paragraphs of endings that a reader would see, if "no" were the answer."""
    expected: set[Place] = set()
    for answers, plan in readers:
        for index, ending in enumerate(guide.endings):
            for number, each in enumerate(ending.text if plan.outcome == ending.id else ()):
                when = each.when if isinstance(each, Paragraph) else ALWAYS
                if not holds(when, guide, answers) and closed(when, guide, answers):
                    expected.add(("endings", index, "text", number))
    return expected
