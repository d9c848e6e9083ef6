"""What is said of the answers agrees with trying every reader, on small guides at random."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from distancecli.checking.answers import faults_by_question
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.model import Guide, Option, Question
from distancecli.interview.replay import replay
from tests.support.plan_view import shown
from tests.support.random_guides import each_guide
from tests.support.trying import every_reader


class Effects(NamedTuple):
    """What an answer does, by trying."""

    matters: bool
    """Taking it back changes what some reader is shown."""
    adds: bool
    """The same of a reader who gave another answer as well."""
    is_alike: bool
    """By itself it leads each reader to the same as a plain answer does."""


def effects(guide: Guide, question: Question, option: Option) -> Effects:
    """Tries every reader who gives the answer, and the same reader with another one."""

    def differ(answers: Answers, other: Codes) -> bool:
        # With another answer a reader may be asked more, and answer that in any way.
        others = every_reader(guide, {**answers, question.id: other})
        plan = shown(guide, answers)
        return any(shown(guide, each) != plan for each in others)

    found = {False: False, True: False}
    plain = [each.code for each in plain_options(question, option)]
    unlike = set()
    for answers in every_reader(guide):
        codes = answers.get(question.id, SKIP)
        if option.code in codes:
            rest = codes - {option.code}
            found[bool(rest)] |= differ(answers, rest or SKIP)
            unlike |= {each for each in plain if not rest and differ(answers, frozenset({each}))}
    return Effects(any(found.values()), found[True], len(unlike) < len(plain))


def plain_options(question: Question, option: Option) -> list[Option]:
    """The other answers that say "nothing of that"."""
    others = [each for each in question.options if each is not option]
    if question.many:
        return [each for each in others if each.exclusive]
    return [each for each in others if option.off_record and not each.off_record]


def asked_options(guide: Guide) -> Iterator[tuple[Question, Option]]:
    """Every answer that some reader can give."""
    asked = {question.id for each in every_reader(guide) for question in replay(guide, each).asked}
    for question in guide.questions:
        yield from ((question, each) for each in question.options if question.id in asked)


def found_answers(guide: Guide) -> dict[tuple[str, str], str]:
    """The code of the fault of each answer that has one."""
    found = {}
    for fault in chain.from_iterable(faults_by_question(guide)):
        question = guide.questions[int(fault.place[1])]
        found[question.id, question.options[int(fault.place[3])].code] = fault.code
    return found


@each_guide
def test_answers_without_effect_are_found(guide: Guide) -> None:
    """An answer is found exactly where it does nothing, or just what a plain one does."""
    guide = replace(guide, questions=tuple(meant(each, True) for each in guide.questions))
    expected = {}
    for question, option in asked_options(guide):
        does = effects(guide, question, option)
        if not does.matters:
            code = "off-record-only" if option.off_record else "no-effect"
            expected[question.id, option.code] = code
        elif does.is_alike and (option.off_record or not option.exclusive):
            expected[question.id, option.code] = "same-effect"
    assert found_answers(guide) == expected


@each_guide
def test_answers_with_an_effect_after_all_are_found(guide: Guide) -> None:
    """Where all are marked as doing nothing, just those are found that do something."""
    guide = replace(guide, questions=tuple(meant(each, False) for each in guide.questions))
    expected = {}
    for question, option in asked_options(guide):
        does = effects(guide, question, option)
        if does.matters and (does.adds or not does.is_alike):
            expected[question.id, option.code] = "has-effect"
        elif option.off_record:
            expected[question.id, option.code] = "off-record-only"
    assert found_answers(guide) == expected


def meant(question: Question, informs: bool) -> Question:
    """The question with all its answers meant to inform a rule, or marked as informing none."""
    options = tuple(replace(each, informs=informs) for each in question.options)
    return replace(question, options=options)
