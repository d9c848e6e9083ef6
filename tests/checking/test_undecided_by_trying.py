"""What holds only because an ending came first, compared with trying every reader."""

from distancecli.checking.proofs import Proofs
from distancecli.checking.undecided import undecided_faults
from distancecli.documents.plaindata import Place
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.conditions import ALWAYS, All, Any, AnyBut, Condition, No, Situation
from distancecli.guide.model import Guide, Paragraph
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.replay import replay
from tests.support.plan_view import outcome
from tests.support.random_guides import each_guide, every_reader


def holds(condition: Condition, guide: Guide, answers: Answers) -> bool:
    """Whether a condition holds for a reader, by the rules for one."""
    live = replay(guide, answers, missing=SKIP).live
    return bool(Situation(guide.facts, live).holds(condition))


def promised(condition: Condition, plan: Plan) -> bool:
    """Whether the `then` of a promise holds for a plan."""
    match condition:
        case AnyBut(kind, but):
            return bool(outcome(plan)[kind] - but)
        case All(parts):
            return all(promised(part, plan) for part in parts)
        case Any(parts):
            return any(promised(part, plan) for part in parts)
        case No(parts):
            return not any(promised(part, plan) for part in parts)
    return bool(Situation({}, outcome(plan)).holds(condition))


def closed(condition: Condition, guide: Guide, answers: Answers) -> bool:
    """Whether a condition holds for a reader, if "no" is the answer to what was not reached."""
    nothing: dict[str, Codes] = {question.id: frozenset() for question in guide.questions}
    live = replay(guide, answers, missing=SKIP).live
    return bool(Situation(guide.facts, nothing | live).holds(condition))


@each_guide
def test_what_is_kept_only_because_an_ending_came_first_is_found(guide: Guide) -> None:
    """Just those promises that hold, and that some reader would break by a "no" not given."""
    found = {each.place: each for each in undecided_faults(Proofs(guide))}
    for index, promise in enumerate(guide.promises):
        readers = list(every_reader(guide))
        lack = [each for each in readers if not promised(promise.then, make_plan(guide, each))]
        meant = any(holds(promise.when, guide, each) for each in readers)
        kept = meant and not any(holds(promise.when, guide, each) for each in lack)
        broken = [each for each in lack if closed(promise.when, guide, each)]
        assert (("promises", index) in found) == (kept and bool(broken))
        if ("promises", index) in found:
            assert found["promises", index].example in broken


@each_guide
def test_what_is_missed_only_because_an_ending_came_first_is_found(guide: Guide) -> None:
    """Just those paragraphs of endings that a reader would see by a "no" not given."""
    found = {each.place for each in undecided_faults(Proofs(guide)) if each.place[0] == "endings"}
    expected: set[Place] = set()
    for answers in every_reader(guide):
        if ending := replay(guide, answers, missing=SKIP).ending:
            place: Place = ("endings", guide.endings.index(ending), "text")
            for number, each in enumerate(ending.text):
                when = each.when if isinstance(each, Paragraph) else ALWAYS
                if closed(when, guide, answers) and not holds(when, guide, answers):
                    expected.add((*place, number))
    assert found == expected
