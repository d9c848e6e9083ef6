"""The proofs of a guide agree with trying every reader, on small guides at random."""

from collections.abc import Callable, Mapping
from itertools import chain

from hypothesis import given, settings

from distancecli.checking.proofs import Proofs
from distancecli.checking.unreached import Unreached
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.conditions import Condition, Fact, Situation, mentions, questions_of
from distancecli.guide.model import Guide
from distancecli.interview.plan import PLAN, make_plan
from distancecli.interview.replay import replay
from tests.support.plan_view import outcome, texts, view
from tests.support.random_guides import every_reader, small_guides

FEWER = settings(max_examples=settings().max_examples // 2)
"""Each guide is tried with every one of its readers, so fewer guides do."""


def each_guide(test: Callable[[Guide], None]) -> Callable[[], None]:
    """Runs the test with guides at random."""
    return given(guide=small_guides())(FEWER(test))


def marks(answers: Answers) -> int:
    """How many marks a reader made."""
    return sum(len(codes) for codes in answers.values() if codes != SKIP)


def holds(condition: Condition, guide: Guide, answers: Answers) -> bool:
    """Whether a condition holds for a reader, by the rules for one."""
    live = replay(guide, answers, missing=SKIP).live
    return bool(Situation(guide.facts, live).holds(condition))


def promised(condition: Condition, guide: Guide, answers: Answers) -> bool:
    """Whether the `then` of a promise holds for a reader, whichever country they are in."""
    plans = [make_plan(guide, answers, country) for country in (None, *guide.support.countries)]
    return all(Situation({}, outcome(plan)).holds(condition) for plan in plans)


@each_guide
def test_blank_plans_are_found(guide: Guide) -> None:
    """A reader without a step that applies is found exactly where there is one, and a smallest."""
    blank = [
        answers
        for answers in every_reader(guide)
        if (plan := make_plan(guide, answers)).outcome == PLAN
        and not any(step.status == "applies" for step in plan.steps)
    ]
    faults = list(Proofs(guide).blank_plans())
    assert bool(faults) == bool(blank)
    for fault in faults:
        assert fault.example is not None
        assert marks(fault.example) == min(marks(answers) for answers in blank)
        assert not outcome(make_plan(guide, fault.example))["applies"]


@each_guide
def test_steps_that_give_nothing_to_do_are_found(guide: Guide) -> None:
    """Just those steps are found that apply to a reader without an action, each with a smallest."""

    def idle_steps(answers: Answers) -> set[str]:
        steps = make_plan(guide, answers).steps
        return {step.id for step in steps if step.status == "applies" and not step.action}

    fewest: dict[str, int] = {}
    for answers in every_reader(guide):
        for id in idle_steps(answers):
            fewest[id] = min(marks(answers), fewest.get(id, marks(answers)))
    faults = {guide.steps[int(each.place[1])].id: each for each in Proofs(guide).missing_actions()}
    assert faults.keys() == fewest.keys()
    for id, fault in faults.items():
        assert fault.example is not None
        assert id in idle_steps(fault.example)
        assert marks(fault.example) == fewest[id]


@each_guide
def test_questions_that_are_never_asked_are_found(guide: Guide) -> None:
    """Just those questions are found that no reader is asked."""
    asked = {question.id for each in every_reader(guide) for question in replay(guide, each).asked}
    found = {
        guide.questions[int(each.place[1])].id for each in Unreached(Proofs(guide)).questions()
    }
    assert found == {question.id for question in guide.questions} - asked


@each_guide
def test_facts_that_are_never_true_are_found(guide: Guide) -> None:
    """Just those facts are found that are true of no reader, but for what follows from another."""
    true = {
        name
        for each in every_reader(guide)
        for name in guide.facts
        if holds(Fact(name), guide, each)
    }
    unreached = Unreached(Proofs(guide))
    unasked = {guide.questions[int(each.place[1])].id for each in unreached.questions()}
    found = {str(each.place[1]) for each in unreached.facts()}
    for name in guide.facts.keys() - true - found:
        rule = guide.facts[name]
        named = {each.name for each in mentions(rule) if isinstance(each, Fact)}
        assert named - true or questions_of(rule, guide.facts) & unasked
    assert not found & true


def text_at(guide: Guide, place: Place) -> str | None:
    """The words of an entry, or None where it has none of its own."""
    value: object = guide
    for part in place:
        value = value[part] if isinstance(part, int) else getattr(value, part)  # type: ignore[index]
    if isinstance(value, str):
        return value
    for name in ("text", "because", "title"):
        if isinstance(words := getattr(value, name, None), str):
            return words
    return getattr(value, "title", None)


@each_guide
def test_what_no_reader_is_shown_is_found(guide: Guide) -> None:
    """For each text of a guide: it can be shown exactly where some reader is shown it."""
    shown = {text for each in every_reader(guide) for text in texts(make_plan(guide, each))}
    proofs = Proofs(guide)
    for place, audience in proofs.shown.audiences.items():
        words = text_at(guide, place)
        if words is not None:
            assert proofs.logic.possible(audience.shown) == (words in shown), place


@each_guide
def test_answers_without_effect_are_found(guide: Guide) -> None:
    """An option is found exactly where taking its mark back changes nothing for any reader."""
    used = set()
    for answers in every_reader(guide):
        plan = view(make_plan(guide, answers))
        for id, codes in answers.items():
            for code in codes - SKIP:
                # Without the mark a reader may be asked more, and answer that in any way.
                without = every_reader(guide, {**answers, id: codes - {code} or SKIP})
                if any(view(make_plan(guide, each)) != plan for each in without):
                    used.add((id, code))
    asked = {question.id for each in every_reader(guide) for question in replay(guide, each).asked}
    unused = {
        (question.id, option.code)
        for question in guide.questions
        for option in question.options
        if question.id in asked and (question.id, option.code) not in used
    }
    found = set()
    proofs = Proofs(guide)
    faults = (proofs.answers_without_effect(index) for index in range(len(guide.questions)))
    for fault in chain.from_iterable(faults):
        question = guide.questions[int(fault.place[1])]
        found.add((question.id, question.options[int(fault.place[3])].code))
    assert found == unused


@each_guide
def test_broken_and_empty_promises_are_found(guide: Guide) -> None:
    """A promise is found exactly where it fails a reader, with a smallest one, or has none."""
    found: Mapping[Place, Fault] = {each.place: each for each in Proofs(guide).broken_promises()}
    for index, promise in enumerate(guide.promises):
        meant = [each for each in every_reader(guide) if holds(promise.when, guide, each)]
        broken = [each for each in meant if not promised(promise.then, guide, each)]
        assert (("promises", index, "when") in found) == (not meant)
        assert (("promises", index) in found) == bool(broken)
        if broken:
            example = found["promises", index].example
            assert example is not None
            assert marks(example) == min(marks(answers) for answers in broken)
            assert holds(promise.when, guide, example)
            assert not promised(promise.then, guide, example)


@each_guide
def test_pages_of_which_nothing_is_left_are_found(guide: Guide) -> None:
    """Just those endings and notices of which some reader, in some country, sees only the title."""
    places = (None, *guide.support.countries)
    plans = [make_plan(guide, each, place) for each in every_reader(guide) for place in places]
    pages = [page for plan in plans for page in (*plan.notices, *filter(None, [plan.ending]))]
    found = {
        getattr(guide, str(each.place[0]))[int(each.place[1])].id
        for each in Proofs(guide).blank_pages()
    }
    assert found == {page.id for page in pages if not page.text}


@each_guide
def test_questions_asked_and_results_are_counted(guide: Guide) -> None:
    """The fewest and the most questions, and the results, are those of trying every reader."""
    readers = list(every_reader(guide))
    numbers = [len(replay(guide, answers).asked) for answers in readers]
    assert Proofs(guide).asked() == (min(numbers), max(numbers))
    kept = ("ending", "applies", "done", "not_yet", "other", "highlight", "notice")
    results = {
        tuple(outcome(make_plan(guide, answers))[kind] for kind in kept) for answers in readers
    }
    assert Proofs(guide).results(1_000) == len(results)
