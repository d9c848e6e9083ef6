"""What every reader of the built-in guide meets first, in each form: short, safe and in order."""

import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide, Step, paragraphs
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.start import Chosen
from distancecli.rendering.ear import as_heard
from distancecli.rendering.firstscreen import first_screen
from distancecli.rendering.json import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import outline
from distancecli.rendering.screen import show_on_screen
from distancecli.rendering.section import Section
from distancecli.rendering.text import as_text
from tests.support.neutral_reader import reader
from tests.support.plan_view import choices
from tests.support.small_guide import SAFE, codes, one_of, readers, some_of

pytestmark = pytest.mark.slow

ROWS: Final = 23
"""Lines of a first screen at the most: a small window has 24, and one is for the keys."""
SOON: Final = 70
"""Words after which a listening reader knows where to start, at the latest."""
NOT_IN_CRISIS: Final = one_of("none skipped low cost separating children partner_no_therapy")
STARTERS: Final = readers(safety=SAFE, now=NOT_IN_CRISIS)
IN_CRISIS: Final = readers(safety=SAFE, now=some_of("self_harm", "low cost children separating"))


def by_rich(sections: list[Section]) -> str:
    """The sections as a terminal of 80 columns shows them."""
    stream = io.StringIO()
    show_on_screen(sections, stream, 80)
    return stream.getvalue()


def by_ear(sections: list[Section]) -> str:
    """The sections as plain lines for the ear."""
    return as_heard(sections, "Highlighted", 80)


FORMS: Final[dict[str, Callable[[list[Section]], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "screen": by_rich,
    "ear": by_ear,
}
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))


def plain(shown: str) -> str:
    """The words in lower case, without what Markdown or a frame puts around them."""
    bare = re.sub(r"[\u2500-\u257f]|(?<=\n)> ", " ", shown.replace("\\", ""))
    return " ".join(bare.lower().split())


def kept_texts(step: Step) -> list[str]:
    """The paragraphs of a step that are never cut."""
    return [each.text for each in paragraphs(step.text) if getattr(each, "keep", False)]


def plans(guide: Guide, answers: Answers, moment: str | None = None) -> Iterator[Plan]:
    """The plan of a reader, and with each start that they can choose; one with a moment."""
    plan = make_plan(guide, answers)
    yield plan
    for step in choices(plan):
        yield make_plan(guide, answers, chosen=Chosen(step, moment))


# --- Short ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [None, "quiet", "way", "meal", "walk", "evening"])
@given(answers=STARTERS)
def test_the_first_screen_is_one_screen(guide: Guide, moment: str | None, answers: Answers) -> None:
    """Whichever start is chosen, and with any moment: with the rule below its heading."""
    for plan in plans(guide, answers, moment):
        assert len(as_text(first_screen(guide, plan)).splitlines()) <= ROWS


@given(answers=IN_CRISIS)
def test_the_first_screen_in_a_crisis_is_one_screen(guide: Guide, answers: Answers) -> None:
    """Without the notice, which is a page of its own."""
    plan = make_plan(guide, answers)
    assert len(as_text(first_screen(guide, plan)).splitlines()) <= ROWS


@pytest.mark.parametrize("form", [as_text, by_rich, by_ear])
@given(answers=readers())
def test_no_line_is_wider_than_a_terminal(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """Of any plan or ending, whichever start is chosen."""
    for plan in plans(guide, answers):
        shown = form(list(outline(guide, plan)))
        assert max(map(len, shown.splitlines())) <= 80


@given(answers=STARTERS)
def test_this_week_is_said_once(guide: Guide, answers: Answers) -> None:
    """At the one thing to start with: whatever else stands there can wait."""
    for plan in plans(guide, answers):
        assert plain(as_text(outline(guide, plan))).count("this week") == 1


@given(answers=readers())
def test_where_to_start_is_heard_soon(guide: Guide, answers: Answers) -> None:
    """All of the one thing, within so many words; a notice is heard before and counts apart."""
    plan = make_plan(guide, answers)
    if plan.start:
        heard = plain(by_ear(list(first_screen(guide, plan))))
        before, action, _ = heard.partition(plan.start.action.lower())
        assert action
        assert len((before + action).split()) <= SOON


@given(answers=readers())
def test_nothing_is_heard_that_is_only_for_the_eye(guide: Guide, answers: Answers) -> None:
    """No rule, arrow or star; what is highlighted is said to be by a word."""
    for plan in plans(guide, answers):
        heard = by_ear(list(outline(guide, plan)))
        assert not re.search(r"\*\*\*|->|[=\-]{3}|^\s*(ok|-|\.\.\.) ", heard, re.MULTILINE)
        lit = any(step.highlighted for step in plan.steps)
        assert ("Highlighted: " in heard) is lit


# --- In order ------------------------------------------------------------------------------------


@each_form
@given(answers=STARTERS)
def test_the_start_comes_first_and_the_other_steps_once(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """Its action before every title; each other step by its title, and the start by none."""
    for plan in plans(guide, answers):
        assert plan.start
        shown = plain(form(list(first_screen(guide, plan))))
        others = [step for step in plan.steps if step.number != plan.start.number]
        titles = [shown.index(step.title.lower()) for step in others]
        assert all(shown.index(plan.start.action.lower()) < place for place in titles)
        assert all(shown.count(step.title.lower()) == 1 for step in others)
        below = [place for place, step in zip(titles, others, strict=True) if not step.highlighted]
        assert below == sorted(below)


@each_form
@given(answers=readers(safety=SAFE))
def test_the_therapist_is_named_wherever_the_step_is_highlighted(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """On the first screen, by that word and a mark, be it the start, another step or a title."""
    for plan in plans(guide, answers):
        shown = plain(form(list(first_screen(guide, plan))))
        mark = "highlighted: " if form is by_ear else "*** "
        lit = any(step.highlighted for step in plan.steps)
        assert shown.count(mark) == lit
        assert not lit or "therapist" in shown[shown.index(mark) :]


@pytest.mark.parametrize("form", [as_text, by_rich, by_ear])
@given(answers=STARTERS)
def test_nothing_of_a_plan_stands_twice(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """No action, opener, point or paragraph of a step: at the start or below it, but once."""
    for plan in plans(guide, answers):
        shown = plain(form(list(outline(guide, plan))))
        for step in plan.steps:
            texts = [passage.text for passage in step.text]
            for text in (*texts, *step.advice, step.action or "", *step.openers):
                assert not text or shown.count(" ".join(text.lower().split())) <= 1


# --- Safe ----------------------------------------------------------------------------------------


@each_form
@given(answers=STARTERS)
def test_to_speak_as_a_start_is_only_for_who_feels_safe(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """On the first screen itself, whoever chose Step 1, or was led to it."""
    for plan in plans(guide, answers):
        if plan.start and plan.start.number == 1:
            (start,) = (each for each in first_screen(guide, plan) if each.step == 1)
            assert start.kind == "start"
            assert "only if you feel safe" in plain(form([start]))


@given(answers=STARTERS)
def test_a_program_is_given_what_is_never_cut(guide: Guide, answers: Answers) -> None:
    """Each such text of a step that applies stands in JSON at the start, or in what is shown."""
    never = {each.text for step in guide.steps for each in step.advice if each.keep}
    never |= {text for step in guide.steps for text in kept_texts(step)}
    for plan in plans(guide, answers):
        data = json.loads(as_json(plan))
        shown = [data["start"]["text"], *(each["shown"]["text"] for each in data["steps"])]
        points = [point for each in data["steps"] for point in each["shown"]["advice"]]
        texts = [*chain.from_iterable(text.split("\n") for text in shown), *points]
        applies = [step for step in plan.steps if step.status == "applies"]
        said = [text for step in applies for text in (*(p.text for p in step.text), *step.advice)]
        assert [text for text in said if text in never and texts.count(text) != 1] == []


@each_form
@given(answers=readers(safety=SAFE, now=some_of("low", "cost children separating")))
def test_the_low_read_of_a_crisis_line_whatever_they_choose(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """The point is never cut, and the first screen says where help is."""
    for plan in plans(guide, answers):
        assert "call a crisis line that day" in plain(form(list(outline(guide, plan))))
        assert "findahelpline.com" in plain(form(list(first_screen(guide, plan))))


@each_form
@given(answers=IN_CRISIS)
def test_in_a_crisis_no_step_says_more_than_its_title(
    guide: Guide, form: Callable[[list[Section]], str], answers: Answers
) -> None:
    """No reason, text, point, action or opener of a step; two small things stand instead."""
    plan = make_plan(guide, answers)
    shown = plain(form(list(outline(guide, plan))))
    assert guide.labels.start_here.lower() not in shown
    assert guide.labels.for_now.lower() in shown
    assert len(plan.instead) == 2
    assert all(passage.text.lower() in shown for passage in plan.instead)
    for step in plan.steps:
        assert step.title.lower() in shown
        texts = [passage.text for passage in step.text]
        said = (*step.because, *texts, *step.advice, *step.openers, step.action or "\0")
        assert not [text for text in said if " ".join(text.lower().split()) in shown]


@pytest.mark.parametrize("moment", [None, "quiet"])
@given(answers=st.one_of(IN_CRISIS, readers(safety=some_of("put_down past unsure"))))
def test_nobody_who_is_guarded_is_sent_to_all_that_a_step_can_say(
    guide: Guide, moment: str | None, answers: Answers
) -> None:
    """What is not safe for them stands there too; whoever is not guarded is told of it."""
    sent = "distance steps"
    assert all(sent not in as_text(outline(guide, plan)) for plan in plans(guide, answers, moment))
    calm = {**answers, "safety": codes("none"), "now": codes("none")}
    assert sent in as_text(outline(guide, make_plan(guide, calm)))


@given(answers=IN_CRISIS)
def test_in_a_crisis_json_shows_no_more_either(guide: Guide, answers: Answers) -> None:
    """What is shown of each step is empty; what is at hand there is for whoever asks for it."""
    plan = json.loads(as_json(make_plan(guide, answers)))
    nothing: dict[str, Any] = {name: [] for name in ("because", "advice", "openers")}
    nothing |= {"text": "", "action": None}
    assert plan["start"] is None
    assert len(plan["instead"]) == 2
    assert [step["shown"] for step in plan["steps"]] == [nothing] * len(plan["steps"])
    assert any(step["action"] for step in plan["steps"])


def test_a_crisis_comes_before_a_start(guide: Guide) -> None:
    """Whatever else was answered, and whatever was chosen before."""
    answers = reader(now="self_harm low", told="they_raised", safety="put_down")
    assert make_plan(guide, answers, chosen=Chosen("say-it", "quiet")).start is None
    calmer = {**answers, "now": codes("low")}
    assert make_plan(guide, calmer, chosen=Chosen("say-it", "quiet")).start
