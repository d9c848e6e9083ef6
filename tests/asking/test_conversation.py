"""The way through, with an asker that answers by a script."""

import re

import pytest
from msgspec.structs import replace

from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.page import Act
from distancecli.guide.answers import SKIP
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from tests.support.rows import said_for
from tests.support.scripted_asker import BACK, Script, ScriptedAsker

CALM: list[str | set[str]] = [
    "lt3m",
    {"none"},
    "not_yet",
    {"ok"},
    "little",
    {"work"},
    {"drift"},
    {"none"},
    {"none"},
]
"""Answers of a reader in no trouble; nine questions are asked."""


def converse(guide: Guide, script: Script) -> tuple[Conversation, ScriptedAsker]:
    """A conversation that ran to its end by the script, and its asker."""
    asker = ScriptedAsker(script)
    conversation = Conversation(guide, asker)
    conversation.run()
    return conversation, asker


def question(guide: Guide, id: str) -> str:
    """The words of a question."""
    return guide.question(id).ask


def test_a_calm_reader_sees_welcome_questions_and_check_page(guide: Guide) -> None:
    """The pages come in order: welcome, each question that is asked, the answers to check."""
    conversation, asker = converse(guide, [Act.GO_ON, *CALM, Act.GO_ON])
    asked = [each.ask for each in guide.questions if each.id not in ("went", "event_now")]
    assert asker.asked[1:-1] == asked
    assert asker.headings[0] == guide.welcome.title
    assert asker.headings[-1] == guide.labels.check_title
    assert conversation.answers["how_long"] == {"lt3m"}


def test_the_count_is_honest(guide: Guide) -> None:
    """The headings count up, and say at the most how many are left."""
    _, asker = converse(guide, [Act.GO_ON, *CALM, Act.GO_ON])
    assert asker.headings[1:10] == [
        "Question 1, at most 9 to go",
        "Question 2, at most 8 to go",
        "Question 3, at most 7 to go",
        "Question 4, at most 6 to go",
        "Question 5, at most 5 to go",
        "Question 6, at most 4 to go",
        "Question 7, at most 3 to go",
        "Question 8, at most 1 to go",
        "Question 9, the last one",
    ]


@pytest.mark.parametrize(
    ("answer", "ending"), [({"afraid"}, "safety"), ({"me", "put_down"}, "own_behaviour")]
)
def test_an_ending_stops_the_questions(guide: Guide, answer: set[str], ending: str) -> None:
    """After the country comes the ending's page, and after it nothing."""
    asker = ScriptedAsker([Act.GO_ON, "lt3m", answer, "GB", Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker).run()
    title = next(each.title for each in guide.endings if each.id == ending)
    assert asker.headings[3:] == [title, title]
    shown = " ".join(line for passage in asker.pages[-1].text for line in passage.lines)
    assert "999" in shown
    assert "911" not in shown


def test_all_countries_can_be_asked_for(guide: Guide) -> None:
    """Whoever names no country sees the lines of every one."""
    asker = ScriptedAsker([Act.GO_ON, "lt3m", {"hurt"}, Act.ALL, Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker).run()
    shown = " ".join(line for passage in asker.pages[-1].text for line in passage.lines)
    assert all(country.name in shown for country in guide.support.countries.values())


def test_back_from_an_ending_leads_to_its_question(guide: Guide) -> None:
    """A reader who marked something by mistake can go back and change it."""
    script = [Act.GO_ON, "lt3m", {"afraid"}, "GB", BACK, {"none"}, *CALM[2:], Act.GO_ON]
    conversation, asker = converse(guide, script)
    assert conversation.answers["safety"] == {"none"}
    assert asker.pages[5].chosen == said_for(asker.pages[5], {"afraid"})


def test_back_leads_to_the_question_before_with_its_answer_chosen(guide: Guide) -> None:
    """Any number of steps back, and forth again through the same questions with their answers."""
    there: list[str | set[str]] = ["gt2y", {"none"}, "fine"]
    script: Script = [Act.GO_ON, *there, BACK, BACK, BACK, *there, *CALM[3:], Act.GO_ON]
    conversation, asker = converse(guide, script)
    ids = ["talk", "told", "safety", "how_long", "safety", "told", "talk"]
    assert asker.asked[4:11] == [question(guide, id) for id in ids]
    there_before = [{"fine"}, said_for(asker.pages[6], {"none"})]
    assert [page.chosen for page in asker.pages[5:7]] == there_before
    assert conversation.answers["told"] == {"fine"}


def test_back_from_the_first_question_leads_to_the_welcome_page(guide: Guide) -> None:
    """The welcome page can be read again."""
    _, asker = converse(guide, [Act.GO_ON, BACK, Act.GO_ON, *CALM, Act.GO_ON])
    assert asker.headings[2] == guide.welcome.title


def test_back_from_the_check_page_leads_to_the_last_question(guide: Guide) -> None:
    """And on from there to the check page again."""
    _, asker = converse(guide, [Act.GO_ON, *CALM, BACK, {"cost"}, Act.GO_ON])
    assert asker.asked[-2] == question(guide, "now")
    assert asker.pages[-2].chosen == {"none"}


def test_the_check_page_shows_answers_in_the_readers_words_but_not_the_sensitive_ones(
    guide: Guide,
) -> None:
    """Each live answer is there; what is sensitive is not repeated."""
    script = [Act.GO_ON, "lt3m", {"unsure", "past"}, *CALM[2:], Act.GO_ON, Act.ALL]
    _, asker = converse(guide, script)
    check = next(page for page in asker.pages if page.heading == guide.labels.check_title)
    labels = {choice.key: f"{choice.label} {choice.below}" for choice in check.choices}
    assert "Less than 3 months" in labels["how_long"]
    assert "Work, study or odd hours" in labels["in_way"]
    assert "event_now" not in labels
    for id in ("safety", "now"):
        assert guide.labels.check_hidden in labels[id]
        assert not [each for each in guide.question(id).options if each.label in labels[id]]


def test_the_check_page_does_not_show_an_off_record_answer(guide: Guide) -> None:
    """Of a question that is not sensitive, all but what is kept off the record is spelled out."""
    *others, now = guide.questions
    guide = replace(guide, questions=(*others, replace(now, sensitive=False)))
    script = [Act.GO_ON, *CALM[:-1], {"self_harm", "cost"}, "US", Act.GO_ON, Act.GO_ON]
    _, asker = converse(guide, script)
    labels = {choice.key: choice.below for choice in asker.pages[-1].choices}
    assert "Paying for help" in labels["now"]
    assert guide.labels.check_hidden in labels["now"]
    assert "hurting myself" not in labels["now"]


def test_a_change_asks_only_what_it_opened(guide: Guide) -> None:
    """Picking an answer leads to its question and straight back, by way of what it opened."""
    script = [Act.GO_ON, *CALM, "cause", {"affair"}, {"raw"}, Act.GO_ON]
    _, asker = converse(guide, script)
    assert asker.asked[-3:-1] == [question(guide, "cause"), question(guide, "event_now")]


def test_a_change_that_drops_answers_says_so_first(guide: Guide) -> None:
    """How many later answers go is said before; they come back when the change is undone."""
    script = [Act.GO_ON, *CALM, "cause", {"affair"}, {"raw"}]
    script += ["cause", {"drift"}, Act.KEEP, {"drift"}, Act.GO_ON, "cause", {"affair"}, Act.GO_ON]
    conversation, asker = converse(guide, script)
    warnings = [page for page in asker.pages if page.heading == guide.labels.dropping_title]
    assert [page.text[0].text for page in warnings] == [guide.labels.dropping_one] * 2
    assert asker.asked.count(question(guide, "event_now")) == 1
    assert conversation.answers["event_now"] == {"raw"}


def test_two_dropped_answers_are_counted(guide: Guide) -> None:
    """The number of answers that a change drops is the number said."""
    script = [Act.GO_ON, *CALM[:6], {"affair"}, {"raw"}, *CALM[7:]]
    script += ["time", "good", Act.GO_ON, "cause", {"drift"}, Act.GO_ON, Act.GO_ON]
    _, asker = converse(guide, script)
    counts = [p.text[0].text for p in asker.pages if p.heading == guide.labels.dropping_title]
    assert counts == [guide.labels.dropping_one] * 2


def test_a_change_to_an_ending_is_not_held_up(guide: Guide) -> None:
    """Whoever changes the safety answer on the check page gets the help page at once."""
    asker = ScriptedAsker([Act.GO_ON, *CALM, "safety", {"afraid"}, "US", Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker).run()
    assert guide.labels.dropping_title not in asker.headings


def test_a_notice_is_shown_the_moment_it_is_chosen(guide: Guide) -> None:
    """The crisis page follows its answer, and the reader asks for the steps from there."""
    script = [Act.GO_ON, *CALM[:-1], {"self_harm"}, "US", Act.GO_ON, Act.GO_ON]
    conversation, asker = converse(guide, script)
    title = next(notice.title for notice in guide.notices if notice.id == "crisis")
    assert asker.headings[-3:] == [title, title, guide.labels.check_title]
    assert conversation.country == "US"


def test_the_steps_can_be_put_off_at_a_notice(guide: Guide) -> None:
    """Leaving there shows no plan."""
    asker = ScriptedAsker([Act.GO_ON, *CALM[:-1], {"self_harm"}, "US", Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker).run()


def test_in_plain_lines_no_choice_promises_to_clear_the_screen(guide: Guide) -> None:
    """What stands in plain lines stays, so leaving from the notice says only that it leaves."""
    asker = ScriptedAsker([Act.GO_ON, *CALM[:-1], {"self_harm"}, "US", Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker, plain=True).run()
    choices = [choice.label for page in asker.pages for choice in page.choices]
    assert guide.labels.notice_leave_plain in choices
    assert not any("clear" in label.casefold() for label in choices)


def test_back_from_a_notice_leads_to_its_question(guide: Guide) -> None:
    """A reader can take the answer back."""
    script = [Act.GO_ON, *CALM[:-1], {"self_harm"}, "US", BACK, {"low"}, Act.GO_ON]
    conversation, _ = converse(guide, script)
    assert conversation.answers["now"] == {"low"}


def test_the_country_is_asked_before_a_plan_with_help_lines(guide: Guide) -> None:
    """A take-care plan shows the lines of one country; the question comes after the check page."""
    script = [Act.GO_ON, "lt3m", {"put_down"}, *CALM[2:], Act.GO_ON, "IE"]
    conversation, asker = converse(guide, script)
    assert asker.headings[-2:] == [guide.labels.check_title, "Before you read on"]
    assert conversation.country == "IE"


def test_back_from_the_question_for_a_country_leads_to_where_it_came_from(guide: Guide) -> None:
    """To the answers, or to the question that led to an ending; going on, it is asked again."""
    careful: Script = [Act.GO_ON, "lt3m", {"put_down"}, *CALM[2:], Act.GO_ON, BACK]
    _, asker = converse(guide, [*careful, Act.GO_ON, "IE"])
    check = guide.labels.check_title
    assert asker.headings[-4:] == [check, "Before you read on"] * 2
    hurt: Script = [Act.GO_ON, "lt3m", {"hurt"}, BACK, {"none"}, *CALM[2:], Act.GO_ON]
    conversation, asker = converse(guide, hurt)
    assert asker.asked[2] == asker.asked[4] == question(guide, "safety")
    assert conversation.country is None


def test_whoever_comes_back_to_a_country_page_is_not_asked_twice(guide: Guide) -> None:
    """Once a country is chosen, the plan has its lines; and an answer taken back asks anew."""
    crisis: Script = [Act.GO_ON, *CALM[:-1], {"self_harm"}, "US", Act.GO_ON, Act.GO_ON]
    conversation, asker = converse(guide, crisis)
    countries = [page for page in asker.pages if "US" in page.keys]
    assert (len(countries), conversation.country) == (1, "US")
    again: Script = [*crisis[:-2], BACK, {"self_harm"}, Act.ALL, Act.GO_ON, Act.GO_ON]
    conversation, asker = converse(guide, again)
    countries = [page for page in asker.pages if "US" in page.keys]
    assert (len(countries), conversation.country) == (2, None)


@pytest.mark.parametrize("id", ["go_on", "leave"])
def test_a_guide_may_use_any_name(real_text: str, id: str) -> None:
    """A question may be called what a choice of the program is called."""
    text = re.sub(r"\bhow_long\b", id, real_text)
    script = [Act.GO_ON, "lt3m", {"put_down"}, *CALM[2:], id, "gt2y", Act.GO_ON, "IE"]
    conversation, _ = converse(parse_guide("named.yaml", text), script)
    assert conversation.answers[id] == {"gt2y"}
    assert conversation.country == "IE"


def test_only_what_has_no_answer_is_asked(guide: Guide) -> None:
    """What was filled in before is passed over; going back, it stands there chosen."""
    given = {"how_long": frozenset({"gt2y"}), "told": frozenset({"fine"}), "in_way": SKIP}
    rest: Script = [{"none"}, {"ok"}, "little", {"drift"}, {"none"}, {"none"}]
    asker = ScriptedAsker([Act.GO_ON, BACK, "gt2y", *rest, Act.GO_ON])
    conversation = Conversation(guide, asker, answers=dict(given), given=set(given))
    conversation.run()
    asked = [page.text[0].text for page in asker.pages[1:-1]]
    ids = ["safety", "how_long", "safety", "talk", "time", "cause", "habits", "now"]
    assert asked == [question(guide, id) for id in ids]
    assert asker.pages[2].chosen == given["how_long"]
    assert asker.headings[-1] == guide.labels.check_title
    assert conversation.answers["told"] == given["told"]


def test_an_ending_that_was_filled_in_is_not_passed_over(guide: Guide) -> None:
    """Its page comes before any other question."""
    given = {"how_long": frozenset({"gt2y"}), "safety": frozenset({"hurt"})}
    asker = ScriptedAsker([Act.GO_ON, "gt2y", Act.ALL, Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker, answers=dict(given), given=set(given)).run()
    assert asker.headings[-1] == guide.endings[0].title


def test_a_change_after_the_plan_starts_at_the_check_page(guide: Guide) -> None:
    """Every answer is still there, and one of them can be given anew."""
    conversation, _ = converse(guide, [Act.GO_ON, *CALM, Act.GO_ON])
    again = ScriptedAsker(["how_long", "gt2y", Act.GO_ON])
    changed = replace(conversation, asker=again)
    changed.change()
    answers = changed.answers
    assert again.headings[0] == again.headings[-1] == guide.labels.check_title
    assert answers["how_long"] == {"gt2y"}
    assert answers["cause"] == {"drift"}


def test_an_ending_has_the_last_words_of_its_moment(guide: Guide) -> None:
    """What the program says below an ending is worked out when the ending is reached."""
    asker = ScriptedAsker(
        [Act.GO_ON, "lt3m", {"hurt"}, Act.ALL, BACK, {"hurt"}, Act.ALL, Act.LEAVE]
    )
    lines = iter([("first",), ("second",)])
    with pytest.raises(Left):
        Conversation(guide, asker, ending_words=lambda _reader: next(lines)).run()
    ends = [page for page in asker.pages if page.choices[0].key == Act.LEAVE]
    assert [page.text[-1].text for page in ends] == ["first", "second"]
