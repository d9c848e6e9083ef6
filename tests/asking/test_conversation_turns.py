"""The way through, where it turns: pages that are not shown twice, and ways back."""

from typing import Any

import pytest

from distancecli.asking.againpages import gone_page
from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.page import Act
from distancecli.asking.pages import welcome_page
from distancecli.guide.answers import SKIP
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.since import Given
from tests.asking.test_conversation import CALM, converse, question
from tests.support.scripted_asker import BACK, Script, ScriptedAsker
from tests.support.small_guide import NAME, changed, small_text


@pytest.mark.parametrize(
    ("how", "page"),
    [
        ({}, {}),
        ({"plain": True}, {"plain": True}),
        ({"earlier": Given({})}, {"again": True}),
    ],
)
def test_the_first_page_is_for_who_comes(
    guide: Guide, how: dict[str, Any], page: dict[str, bool]
) -> None:
    """For somebody new or for somebody who comes back, on a screen or in plain lines."""
    asker = ScriptedAsker([Act.GO_ON, *CALM, Act.GO_ON])
    Conversation(guide, asker, **how).run()
    assert asker.pages[0] == welcome_page(guide, **page)


def test_what_a_guide_does_not_know_any_more_is_said_before_the_first_question(
    guide: Guide,
) -> None:
    """Back from there leads to the first page, and on again by the same way."""
    asker = ScriptedAsker([Act.GO_ON, BACK, Act.GO_ON, Act.GO_ON, *CALM, Act.GO_ON])
    gone = ("a question that is no more",)
    Conversation(guide, asker, earlier=Given({}), gone=gone).run()
    first, then = welcome_page(guide, again=True), gone_page(guide, gone)
    assert asker.pages[:4] == [first, then, first, then]
    assert asker.asked[4] == question(guide, "how_long")


def test_a_question_that_was_passed_over_counts_once_it_is_asked(guide: Guide) -> None:
    """Gone back to, it is one of those on the way, and so is what follows it one further."""
    given = {"safety": frozenset({"none"}), "told": frozenset({"fine"})}
    asker = ScriptedAsker([Act.GO_ON, "gt2y", BACK, "fine", *CALM[3:], Act.GO_ON])
    Conversation(guide, asker, answers=dict(given), given=set(given)).run()
    ids = ["how_long", "talk", "told", "talk"]
    assert asker.asked[1:5] == [question(guide, id) for id in ids]
    counts = [heading.split(",")[0] for heading in asker.headings[1:5]]
    assert counts == ["Question 1", "Question 2", "Question 2", "Question 3"]


def test_back_from_what_a_change_drops_asks_the_question_again(guide: Guide) -> None:
    """Nothing is dropped by it, and the answer is as it was."""
    script: Script = [Act.GO_ON, *CALM, "cause", {"affair"}, {"raw"}, "cause", {"drift"}]
    conversation, asker = converse(guide, [*script, BACK, {"affair"}, Act.GO_ON])
    labels = guide.labels
    assert asker.headings[-4:] == [
        labels.count_change,
        labels.dropping_title,
        labels.count_change,
        labels.check_title,
    ]
    assert conversation.answers["cause"] == {"affair"}


def test_no_answer_that_a_change_drops_holds_up_an_ending() -> None:
    """Its page comes first, although a later answer is without effect from then on."""
    text = changed(
        small_text(), "when: {mood: [stop]}", "when: {all: [{mood: [stop]}, {rest: [seldom]}]}"
    )
    guide = parse_guide(NAME, text)
    asker = ScriptedAsker(
        [Act.GO_ON, "low", {"friend"}, "seldom", "mood", "stop", Act.LEAVE]  # from the check page
    )
    with pytest.raises(Left):
        Conversation(guide, asker).run()
    assert asker.headings[-2:] == [guide.labels.count_change, "The end"]


def test_back_twice_from_the_answers_leads_to_the_last_question_but_one(guide: Guide) -> None:
    """Although every question has its answer, so that there are answers to check."""
    script: Script = [Act.GO_ON, *CALM, BACK, BACK, *CALM[-2:], Act.GO_ON]
    _, asker = converse(guide, script)
    ids = ["now", "habits", "now"]
    assert asker.asked[11:14] == [question(guide, id) for id in ids]


def test_a_notice_is_shown_at_once_only_by_the_answer_that_it_hangs_on(guide: Guide) -> None:
    """Whoever changes another answer later is not shown it again."""
    script = [Act.GO_ON, *CALM[:-1], {"self_harm"}, "US", Act.GO_ON, "how_long", "gt2y", Act.GO_ON]
    _, asker = converse(guide, script)
    title = next(notice.title for notice in guide.notices if notice.id == "crisis")
    assert asker.headings.count(title) == 2
    assert asker.headings[-2:] == [guide.labels.count_change, guide.labels.check_title]


def test_no_country_is_asked_for_where_a_notice_has_no_help_lines(guide: Guide) -> None:
    """The notice that the question was skipped goes without one."""
    script: Script = [Act.GO_ON, "lt3m", SKIP, *CALM[2:], Act.GO_ON]
    _, asker = converse(guide, script)
    assert asker.headings[-1] == guide.labels.check_title
