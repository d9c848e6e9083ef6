"""What a file keeps of what was chosen to start with, and what it takes back."""

from typing import Final

import pytest

from distancecli.documents.document import parse_document
from distancecli.errors import FileProblems, Refused
from distancecli.guide.answers import Answers
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.guide.start import START
from distancecli.interview.answersfile import saved_answers
from distancecli.interview.given import given_by, known_in
from distancecli.interview.keptstart import kept_start, start_of_example
from distancecli.interview.plan import make_plan
from distancecli.interview.start import Chosen
from tests.support.neutral_reader import NEUTRAL
from tests.support.small_guide import changed, codes, small_text
from tests.support.starts_guide import starts_guide

NAME: Final = "mine.yaml"
MEAL: Final = Chosen("make-time", "walk", "meal")
NO_START: Final = (
    "this is not what was chosen to start with; "
    "write start: {action: STEP/ACTION, moment: MOMENT}, or take it out"
)


def answers_of(**said: str) -> Answers:
    """A reader with little time, and what else is said."""
    return {id: codes(each) for id, each in (NEUTRAL | {"time": "little"} | said).items()}


def start_in(guide: Guide, text: str) -> Chosen | None:
    """What a file says of the start."""
    return given_by(guide, parse_document(NAME, text)).start


def test_what_was_chosen_comes_back(guide: Guide) -> None:
    """With its words beside it, for whoever opens the file."""
    text = saved_answers(guide, answers_of(), MEAL)
    assert start_in(guide, text) == MEAL
    assert "  action: make-time/meal  # Have one meal together, with no phones." in text
    assert "  moment: walk  # on a walk or a drive together\n" in text


def test_a_start_without_a_moment_comes_back(guide: Guide) -> None:
    """Left open is left open."""
    text = saved_answers(guide, answers_of(), Chosen("make-time", None, "meal"))
    assert start_in(guide, text) == Chosen("make-time", None, "meal")
    assert "moment:" not in text
    assert start_in(guide, f"{text}  moment:\n") == Chosen("make-time", None, "meal")


@pytest.mark.parametrize("now", ["none", "low", "cost", "partner_no_therapy", "children"])
def test_a_start_tells_no_private_answer(guide: Guide, now: str) -> None:
    """Where all are offered it, the file is the same whatever was said in private."""
    plain = saved_answers(guide, answers_of(), MEAL)
    assert saved_answers(guide, answers_of(now=now), MEAL) == plain


@pytest.mark.parametrize(
    ("private", "chosen"),
    [
        ({"now": "separating"}, Chosen("make-time", None, "contact")),
        ({"now": "low"}, Chosen("get-help", None, "doctor")),
        ({"safety": "put_down"}, Chosen("make-time", None, "plan")),
    ],
)
def test_what_only_a_private_answer_offers_is_not_kept(
    guide: Guide, private: dict[str, str], chosen: Chosen
) -> None:
    """It would tell that answer."""
    without = saved_answers(guide, answers_of(**private), None)
    assert saved_answers(guide, answers_of(**private), chosen) == without


def test_a_smaller_part_is_kept_as_the_whole(guide: Guide) -> None:
    """That it is only a part would tell how it went the last time."""
    smaller = Chosen("make-time", "walk", "meal", smaller=True)
    text = saved_answers(guide, answers_of(), smaller)
    assert text == saved_answers(guide, answers_of(), MEAL)
    alone = Chosen("say-it", "quiet", "ten-minutes", smaller=True)
    assert "moment:" not in saved_answers(guide, answers_of(), alone)


@pytest.mark.parametrize(
    ("start", "place", "said"),
    [
        ("start: make-time/meal", "1:1", NO_START),
        ("start: [meal]", "1:1", NO_START),
        ("start: {moment: walk}", "1:1", NO_START),
        ("start: {action: [make-time/meal]}", "1:1", NO_START),
        (
            "start:\n  action: make-time/meel",
            "2:3",
            'no action is called "make-time/meel"; did you mean "make-time/meal"?',
        ),
        (
            "start:\n  action: make-time/meal\n  moment: wlak",
            "3:3",
            'no moment is called "wlak"; did you mean "walk"?',
        ),
        (
            "start:\n  action: make-time/meal\n  when: walk",
            "3:3",
            'no "when" goes here; ' + NO_START.partition("; ")[2],
        ),
    ],
)
def test_a_start_that_is_none_is_told(guide: Guide, start: str, place: str, said: str) -> None:
    """With its place, and what to write."""
    with pytest.raises(FileProblems) as refused:
        start_in(guide, f"{start}\n")
    (told,) = str(refused.value).splitlines()
    assert told == f"{NAME}:{place}: {said}"


@pytest.mark.parametrize("text", ["start:\n", "{}\n", ""])
def test_a_file_without_a_start_has_none(guide: Guide, text: str) -> None:
    """Also where its name stands there with nothing behind it."""
    assert start_in(guide, text) is None


def test_an_action_without_a_name_is_not_kept() -> None:
    """A file could not say it, and would be refused the next time."""
    guide = starts_guide(("{id: lap, text: Run", "{text: Run"))
    answers = {"want": codes("run"), "who": codes("alone")}
    assert make_plan(guide, answers, chosen=Chosen("run", None, "")).start
    for chosen in (None, Chosen("run"), Chosen("run", "noon", "")):
        assert kept_start(guide, answers, chosen) is None
    with pytest.raises(FileProblems, match='no action is called "run/"'):
        start_in(guide, "start:\n  action: run/\n")


def test_what_nobody_with_those_answers_starts_with_is_not_kept() -> None:
    """Nor does anything go wrong where they have no start at all."""
    assert make_plan(starts_guide(), {}).start is None
    assert kept_start(starts_guide(), {}, Chosen("run", None, "lap")) is None


@pytest.mark.parametrize(
    ("moment", "kept"), [(None, None), ("noon", "noon"), ("trip", None), ("none-such", None)]
)
def test_only_a_moment_that_is_offered_is_kept(moment: str | None, kept: str | None) -> None:
    """With the action, which stays in any case."""
    answers = {"want": codes("run"), "who": codes("alone")}
    start = kept_start(starts_guide(), answers, Chosen("run", moment, "lap"))
    assert start == Chosen("run", kept, "lap")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("", None),
        ("swim", Chosen("swim", None, "bath")),
        ("swim/", Chosen("swim", None, "pool")),
        ("run", Chosen("run", None, "lap")),
        ("run/", Chosen("run", None, "")),  # it has no other action
        ("rest", Chosen("rest", None, "")),
        ("rest/", Chosen("rest", None, "")),
    ],
)
def test_an_example_of_whoever_comes_back_has_a_start(said: str, start: Chosen | None) -> None:
    """What its step gives them now, or else something that it gives them no longer."""
    answers = {"want": codes("both"), "who": codes("alone")} | (
        {START: codes(said)} if said else {}
    )
    assert start_of_example(starts_guide(), answers) == start


def test_no_question_has_the_name_of_the_start() -> None:
    """An answers file could not tell the two apart."""
    text = changed(small_text(), "id: mood", "id: start").replace("{mood:", "{start:")
    with pytest.raises(FileProblems, match='"start" is what an answers file calls the start'):
        parse_guide("small.yaml", text)


# --- A guide that was changed since ---------------------------------------------------------------


def test_what_the_guide_knows_no_longer_is_named_and_left_out(guide: Guide) -> None:
    """A question with such an answer is asked again; the others keep theirs."""
    lines = "how_long: m3_12", "told: whispered", "talk: [argue, sulk]", "time: little"
    text = "\n".join((*lines, "start: {action: x/y}\n"))
    given, problems = known_in(guide, parse_document(NAME, text))
    assert given.answers == {"how_long": codes("m3_12"), "time": codes("little")}
    assert given.start is None
    assert [(each.line, each.message.partition(";")[0]) for each in problems] == [
        (2, '"told" has no answer "whispered"'),
        (3, '"talk" has no answer "sulk"'),
        (5, 'no action is called "x/y"'),
    ]


def test_one_question_that_is_gone_is_left_out(guide: Guide) -> None:
    """The others are those of the guide."""
    given, problems = known_in(guide, parse_document(NAME, "told: open\nmoon: full\n"))
    assert given.answers == {"told": codes("open")}
    assert "moon" in problems[0].message


@pytest.mark.parametrize("text", ["colour: red\n", "colour: red\nsize: xl\ntold: open\n"])
def test_a_file_of_another_guide_is_refused(guide: Guide, text: str) -> None:
    """Most of its questions are others: to name them all would help nobody."""
    with pytest.raises(Refused) as refused:
        known_in(guide, parse_document(NAME, text))
    assert str(refused.value) == (
        f"{NAME}: this answers the questions of another guide. "
        "Name that guide with --guide, or another file."
    )


@pytest.mark.parametrize(
    "text", ["", "start: {action: x/y}\n", "moon: full\ntold: open\nstart: x\n"]
)
def test_a_file_is_of_this_guide_while_half_of_its_questions_are(guide: Guide, text: str) -> None:
    """What it says of a start is no question, and one without any is of any guide."""
    given, _ = known_in(guide, parse_document(NAME, text))
    assert given.answers == ({"told": codes("open")} if "told" in text else {})


def test_what_is_no_answers_file_is_refused(guide: Guide) -> None:
    """And says what it is instead."""
    said = "not a list of answers; write one `question: code` to a line$"
    with pytest.raises(FileProblems, match=said):
        known_in(guide, parse_document(NAME, "- 1\n"))
