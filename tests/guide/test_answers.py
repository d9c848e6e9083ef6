"""Answers from a file: what they may say, and where it is told that they say something else."""

import pytest

from distancecli.documents.document import parse_document
from distancecli.errors import FileProblems
from distancecli.guide.answers import Answers, answer_faults, clash
from distancecli.guide.model import Guide
from distancecli.interview.given import given_by
from tests.support.small_guide import codes
from tests.support.sound_guide import sound_guide

NAME = "mine.yaml"


def read(guide: Guide, text: str) -> Answers:
    """The answers that the text gives."""
    return given_by(guide, parse_document(NAME, text)).answers


def refusals(guide: Guide, text: str) -> list[str]:
    """The lines that say what is wrong with the text."""
    with pytest.raises(FileProblems) as refused:
        read(guide, text)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("told: shut", "shut"),
        ("told: [shut]", "shut"),
        ("told: skipped", "skipped"),
        ("told: [skipped]", "skipped"),
        ("told: [shut, shut]", "shut"),
        ('{"told": "shut"}', "shut"),
        ("told:\n  - shut\n", "shut"),
        ("safety: none", "none"),
        ("safety: [none]", "none"),
        ("cause: affair", "affair"),
        ("cause: [affair, drift, mood]", "affair drift mood"),
        ("in_way:\n  - work\n  - habit\n", "work habit"),
    ],
)
def test_an_answer_is_a_code_or_a_list(guide: Guide, text: str, given: str) -> None:
    """A code, a list of codes and `skipped` are answers, in YAML and in JSON."""
    (answer,) = read(guide, text).values()
    assert answer == codes(given)


@pytest.mark.parametrize("text", ["", "{}", "# nothing yet", "told:", "told: null", "told: []"])
def test_what_says_nothing_is_no_answer(guide: Guide, text: str) -> None:
    """An empty file, an empty value and an empty list leave the question out."""
    assert read(guide, text) == {}


def test_answers_to_questions_that_may_not_be_asked_are_kept(guide: Guide) -> None:
    """A file may answer any question; what counts is worked out later."""
    given = read(guide, "time: good\nin_way: [work]\nevent_now: raw\n")
    assert given == {
        "time": codes("good"),
        "in_way": codes("work"),
        "event_now": codes("raw"),
    }


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (
            "told: shut\ntold2: open\n",
            "2:1",
            'no question is called "told2"; did you mean "told"? valid questions: went, '
            "how_long, safety, told, talk, time, in_way, cause, event_now, habits, now",
        ),
        (
            "told: shutt\n",
            "1:1",
            '"told" has no answer "shutt"; did you mean "shut"? valid codes: '
            "not_yet, hinted, open, fine, shut, they_raised, skipped",
        ),
        (
            "told: xyz\n",
            "1:1",
            '"told" has no answer "xyz"; valid codes: '
            "not_yet, hinted, open, fine, shut, they_raised, skipped",
        ),
        (
            "event_now: [raw, setled]\n",
            "1:18",
            '"event_now" has no answer "setled"; did you mean "settled"? valid codes: '
            "raw, ongoing, unspoken, returning, settled, skipped",
        ),
        (
            "event_now: no\n",
            "1:1",
            '"event_now" has no answer "no"; valid codes: '
            "raw, ongoing, unspoken, returning, settled, skipped",
        ),
        (
            "event_now: ''\n",
            "1:1",
            '"event_now" has no answer ""; valid codes: '
            "raw, ongoing, unspoken, returning, settled, skipped",
        ),
        (
            "told: [shut, fine]\n",
            "1:1",
            '"told" takes one answer, and here are 2; keep one; '
            "valid codes: not_yet, hinted, open, fine, shut, they_raised, skipped",
        ),
        (
            "told: [shut, skipped]\n",
            "1:1",
            '"told" takes one answer, and here are 2; keep one; '
            "valid codes: not_yet, hinted, open, fine, shut, they_raised, skipped",
        ),
        (
            "how_long: unsure\nsafety: [afraid, none]\n",
            "2:1",
            '"none" of "safety" stands alone, and here it stands beside another; keep one; '
            "valid codes: "
            "afraid, controlled, threatened, hurt, me, put_down, past, unsure, none, skipped",
        ),
        (
            "now: [self_harm, skipped]\n",
            "1:1",
            '"skipped" of "now" stands alone, and here it stands beside another; keep one; '
            "valid codes: "
            "low, self_harm, partner_no_therapy, cost, separating, children, none, skipped",
        ),
    ],
)
def test_a_wrong_answer_is_told_with_its_place(
    guide: Guide, text: str, where: str, said: str
) -> None:
    """An answer that cannot stand is one line, with what can stand in its place."""
    assert refusals(guide, text) == [f"{NAME}:{where}: {said}"]


@pytest.mark.parametrize(
    ("value", "where"), [("{a: b}", "1:1"), ("[null]", "1:13"), ("[[raw]]", "1:13")]
)
def test_what_is_no_code_is_refused(guide: Guide, value: str, where: str) -> None:
    """A mapping, an empty entry or a list within the list is told what belongs there."""
    (line,) = refusals(guide, f"event_now: {value}\n")
    assert line.startswith(f'{NAME}:{where}: "event_now" takes a code or a list of codes; valid')


@pytest.mark.parametrize("text", ["[told, shut]", "told", "- told: shut"])
def test_what_is_no_mapping_is_refused(guide: Guide, text: str) -> None:
    """Answers are one question to a line, and nothing else."""
    (line,) = refusals(guide, text)
    assert line.startswith(f"{NAME}:1:1: ")
    assert "`question: code`" in line


def test_every_wrong_answer_has_a_line(guide: Guide) -> None:
    """All that is wrong is told at once, in the order of the file."""
    text = "told: xyz\nwhere: home\ntime: [good, apart]\ncause: [drift, a, b]\nnow: none\n"
    places = [line.split(": ", 1)[0] for line in refusals(guide, text)]
    assert places == [f"{NAME}:{where}" for where in ("1:1", "2:1", "3:1", "4:16", "4:19")]


def test_nothing_is_dropped_from_a_refused_answer(guide: Guide) -> None:
    """A call for help beside "None of these" refuses the file; neither is left out in silence."""
    for code in ("afraid", "controlled", "threatened", "hurt", "me"):
        assert refusals(guide, f"safety: [none, {code}]")


@pytest.mark.parametrize(
    ("question", "given", "stands"),
    [
        ("told", "shut", True),
        ("told", "skipped", True),
        ("told", "shut fine", False),
        ("cause", "affair trust drift", True),
        ("cause", "affair skipped", False),
        ("talk", "ok", True),
        ("talk", "ok argue", False),
        ("talk", "argue rarely", True),
    ],
)
def test_codes_stand_together_or_not(guide: Guide, question: str, given: str, stands: bool) -> None:
    """One answer, an exclusive option and a skip each stand alone; others may stand together."""
    assert (clash(guide.question(question), codes(given)) is None) is stands


@pytest.mark.parametrize(
    ("id", "answer", "said"),
    [
        ("help", "friend, family", "; write more than one as [friend, family]; "),
        ("mood", "low, fine", "; keep one; "),
        ("mood", "lo", '; did you mean "low"? '),
        ("mood", "zzz", "; "),
    ],
)
def test_an_answer_that_there_is_not_is_told_with_what_to_write(
    id: str, answer: str, said: str
) -> None:
    """And with all the codes of the question."""
    guide = sound_guide()
    codes = ", ".join([*(option.code for option in guide.question(id).options), "skipped"])
    (fault,) = answer_faults(guide, {id: answer})
    assert fault.message == f'"{id}" has no answer "{answer}"{said}valid codes: {codes}'
