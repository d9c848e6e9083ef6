"""Answers as a file: what is saved, what is not, and that it reads back as it was."""

from string import ascii_letters
from typing import Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.documents.document import parse_document
from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide, Option, Question
from distancecli.guide.start import START
from distancecli.interview.answersfile import example_answers, saved_answers, template
from distancecli.interview.given import given_by
from distancecli.interview.plan import make_plan
from distancecli.interview.replay import replay
from distancecli.interview.start import Chosen
from distancecli.text.characters import first_harmful
from distancecli.text.wrapping import columns
from tests.support.small_guide import NAME, changed, codes, readers, small_text, with_edits
from tests.support.starts_guide import starts_guide

PRIVATE = ("safety", "now")
REORDERING = "".join(filter(first_harmful, map(chr, range(0x2028, 0x2070))))
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n",
                  exclude_characters=REORDERING),
    min_size=1,
    max_size=30,
)  # fmt: skip
"""Any text that a guide may hold: only what could act on a terminal is refused there."""


def read_back(guide: Guide, text: str) -> Answers:
    """The answers that the text gives."""
    return given_by(guide, parse_document("saved.yaml", text)).answers


def without_private(answers: Answers) -> Answers:
    """The same reader, who says nothing in private."""
    return {id: given for id, given in answers.items() if id not in PRIVATE}


@given(answers=readers())
def test_saved_answers_lead_to_the_same_plan(guide: Guide, answers: Answers) -> None:
    """But for what private answers would add, the plan of a saved file is the reader's own."""
    spoken = without_private(answers)
    saved = read_back(guide, saved_answers(guide, spoken))
    assert make_plan(guide, saved) == make_plan(guide, spoken)


@given(answers=readers(safety=st.just(codes("none"))))
def test_only_what_counts_is_saved(guide: Guide, answers: Answers) -> None:
    """The file has each live answer as it was given, and no other one."""
    live = replay(guide, answers, missing=SKIP).live
    expected = {id: live[id] for id in without_private(answers) if live.get(id)}
    assert read_back(guide, saved_answers(guide, answers)) == expected


@given(answers=readers(), safety=st.sampled_from(["none", "skipped"]), now=st.data())
def test_private_answers_leave_no_trace(
    guide: Guide, answers: Answers, safety: str, now: st.DataObject
) -> None:
    """Whatever was answered in private, as long as the run is on record: the same bytes."""
    free = [o.code for o in guide.question("now").options if not (o.off_record or o.exclusive)]
    chosen = now.draw(st.frozensets(st.sampled_from(free), min_size=1))
    private = {"safety": codes(safety), "now": chosen}
    assert saved_answers(guide, {**answers, **private}) == saved_answers(
        guide, {**answers, "safety": codes("none"), "now": codes("none")}
    )


@given(answers=readers(safety=st.just(codes("none"))))
def test_every_answer_is_explained_in_the_readers_words(guide: Guide, answers: Answers) -> None:
    """Each question and each answer that is saved stands there in words too, in comments."""
    text = saved_answers(guide, answers)
    comments = " ".join(part.partition("# ")[2] for part in text.splitlines())
    for id, saved in read_back(guide, text).items():
        question = guide.question(id)
        assert question.ask in comments
        labels = [o.label for o in question.options if o.code in saved] or [guide.labels.skip]
        assert all(label in comments for label in labels)


def test_the_head_says_what_it_is_and_how_to_use_it(guide: Guide) -> None:
    """How to come back with it, how to change it, and then the first question."""
    lines = saved_answers(guide, {"how_long": codes("gt2y")}).splitlines()
    head = " ".join(line.removeprefix("# ") for line in lines[:3])
    assert head.startswith("Answers to")
    assert "distance again FILE" in head
    assert "distance guide --answers FILE --ask" in head
    assert lines[3:] == [
        "",
        "# How long have you felt distant from your partner?",
        "how_long: gt2y  # More than 2 years",
    ]


def test_a_question_that_follows_a_private_answer_is_not_saved() -> None:
    """That it was asked at all would tell the answer; the questions behind it, neither."""
    text = changed(small_text(), "ask: How are you?", "ask: How are you?\n    private: true")
    text = changed(text, "ask: Do you rest?", "ask: Do you rest?\n    when: {help: [friend]}")
    small = parse_guide(NAME, text)
    answers = {"mood": codes("low"), "help": codes("friend"), "rest": codes("often")}
    assert read_back(small, saved_answers(small, answers)) == {}


@given(data=st.data())
def test_no_text_of_a_guide_breaks_out_of_a_comment(
    small_guide: Guide, data: st.DataObject
) -> None:
    """Whatever an author writes into questions, labels, ids and codes: the file reads back."""
    ids = data.draw(st.lists(WORDS, min_size=2, max_size=2, unique=True))
    names = data.draw(st.lists(WORDS.filter(lambda w: w != "skipped"), min_size=3, max_size=3))
    questions = tuple(
        Question(
            id=id,
            ask=data.draw(WORDS),
            choose="many" if many else "one",
            options=tuple(Option(code=n, label=data.draw(WORDS)) for n in dict.fromkeys(names)),
        )
        for id, many in zip(ids, (False, True), strict=True)
    )
    odd = msgspec.structs.replace(small_guide, questions=questions, endings=(), notices=())
    chosen = data.draw(st.frozensets(st.sampled_from(names), min_size=1))
    answers = {ids[0]: frozenset(names[:1]), ids[1]: chosen}
    assert read_back(odd, saved_answers(odd, answers)) == answers
    assert read_back(odd, template(odd)) == {}


def test_a_template_says_nothing_as_it_stands(guide: Guide) -> None:
    """It is read without a complaint, and answers nothing."""
    assert read_back(guide, template(guide)) == {}


def test_every_code_of_a_template_can_be_filled_in(guide: Guide) -> None:
    """Each question and each of its codes is named, in lines that are not too long."""
    text = template(guide)
    for question in guide.questions:
        empty = f"{question.id}: []" if question.many else f"{question.id}:"
        assert f"\n{empty}\n" in text
        for option in question.options:
            filled = f"{question.id}: {option.code}"
            assert f"#   {option.code}: " in text
            assert read_back(guide, text.replace(f"\n{empty}\n", f"\n{filled}\n")) == {
                question.id: codes(option.code)
            }
    assert max(map(columns, text.splitlines())) <= 80


def test_every_line_of_a_template_is_explained(guide: Guide) -> None:
    """Above each line to fill in stand its question, how many it takes, and when it is asked."""
    blocks = template(guide).split("\n\n")[1:]
    for question, block in zip(guide.questions, blocks, strict=True):
        said = " ".join(block.replace("#", " ").split())
        assert question.ask in said
        assert (guide.labels.takes_many if question.many else guide.labels.takes_one) in said
        assert (guide.labels.asked_in_private in said) is question.private
        assert (guide.labels.asked_sometimes in said) is (question.id in ("in_way", "event_now"))


@pytest.mark.parametrize("word", ["null", "~", "no", "12:30", "a: b", "# x", "-", "[x]", "'", "\\"])
def test_words_that_yaml_takes_for_something_else_stay_words(small_guide: Guide, word: str) -> None:
    """What looks like a number, a list or nothing at all is read as the code it is."""
    question = Question(id=word, ask="Well?", options=(Option(code=word, label="Yes"),))
    odd = msgspec.structs.replace(small_guide, questions=(question,), endings=(), notices=())
    answers = {word: frozenset({word})}
    assert read_back(odd, saved_answers(odd, answers)) == answers


LONG: Final = "and so on, for very much longer than a line can be, so that it goes on below"
"""A long end for a text."""
SAID: Final = {
    **{"template_title": f"A template {LONG}", "template_use": f"Fill it in {LONG}"},
    **{"saved_title": f"Answers {LONG}", "saved_use": f"Use them {LONG}", "skip": "Skip it"},
    **{"saved_start": f"A start {LONG}", "takes_one": "One.", "takes_many": "Many."},
    **{"asked_by_itself": "Each.", "asked_sometimes": "Sometimes.", "asked_again": "Again."},
    **{"asked_in_private": "Private."},
}
"""Short labels, and long ones where a text of a guide may be long."""
WENT: Final = """\
  - id: went
    ask: How was it?
    again: true
    private: true
    choose: each
    each: {no_to_all: none, not_sure: unsure}
    options:
      - {code: good, label: Good}
      - {code: bad, label: Bad}
      - {code: none, label: None, exclusive: true}
      - {code: unsure, label: Unsure}
"""
TEMPLATE: Final = """\
# A template and so on, for very much longer than a line can be, so that it goes
# on below
# Fill it in and so on, for very much longer than a line can be, so that it goes
# on below

# How are you?
# One.
#   fine: Fine
#   low: Low and so on, for very much longer than a line can be, so that it goes
#     on below
#   stop: Stop here
#   skipped: Skip it
mood:

# Who helps you?
# Many. Sometimes.
#   friend: A friend
#   secret: Someone secret
#   nobody: Nobody
#   skipped: Skip it
help: []

# Do you rest and so on, for very much longer than a line can be, so that it
# goes on below?
# One.
#   often: Often
#   seldom: Seldom
#   skipped: Skip it
rest:

# How was it?
# Many. Each. Again. Private.
#   good: Good
#   bad: Bad
#   none: None
#   unsure: Unsure
#   skipped: Skip it
went: []
"""
SAVED: Final = """\
# Answers and so on, for very much longer than a line can be, so that it goes on
# below
# Use them and so on, for very much longer than a line can be, so that it goes
# on below

# What do you want and so on, for very much longer than a line can be, so that
# it goes on below?
want: run  # To run

# With whom?
who:
  - alone  # Alone
  - two  # With a friend

# A start and so on, for very much longer than a line can be, so that it goes on
# below
start:
  action: run/lap  # Run one lap.
  moment: noon  # at noon
"""
EXAMPLE: Final = """\
want: both  # Both
who: skipped  # Skip it
start:
  action: swim/bath  # Take a bath.
"""


def worded(guide: Guide) -> Guide:
    """The guide with those labels."""
    return msgspec.structs.replace(guide, labels=msgspec.structs.replace(guide.labels, **SAID))


def test_a_template_is_what_it_was_when_somebody_looked_at_it() -> None:
    """Questions of every kind, with each remark and space; a long text goes on further in."""
    text = with_edits(
        small_text(),
        ("endings:\n", f"{WENT}endings:\n"),
        ("label: Low}", f'label: "Low {LONG}"}}'),
        ("ask: Do you rest?", f"ask: Do you rest {LONG}?"),
    )
    assert template(worded(parse_guide(NAME, text))) == TEMPLATE


def test_answers_are_what_they_were_when_somebody_looked_at_them() -> None:
    """One, several and none of them, and a start; as an example nothing but these."""
    guide = starts_guide(
        ("ask: What do you want?", f"ask: What do you want {LONG}?"),
        ("ask: With whom?", "ask: With whom?\n    choose: many"),
    )
    answers = {"want": codes("run"), "who": codes("alone two")}
    assert saved_answers(worded(guide), answers, Chosen("run", "noon", "lap")) == SAVED
    back = {"want": codes("both"), "who": codes("skipped"), START: codes("swim")}
    assert "\n".join(example_answers(worded(guide), back)) + "\n" == EXAMPLE
    for nothing in ({}, {"who": frozenset[str]()}, {START: codes("rest")}):
        assert example_answers(guide, nothing) == ["{}"]


@pytest.mark.parametrize(
    ("code", "label", "line"),
    [
        ("a-b_C9/d", "A", "pick: a-b_C9/d  # A"),
        (ascii_letters, "A", f"pick: {ascii_letters}  # A"),
        (f": {ascii_letters}", "A", f'pick: ": {ascii_letters}"  # A'),
        ("9", "A", 'pick: "9"  # A'),
        ("a b", "A", 'pick: "a b"  # A'),
        ("null", "A", 'pick: "null"  # A'),
        ("nulls", "A", "pick: nulls  # A"),
        ('"', "A", 'pick: "\\U00000022"  # A'),
        ("\\", "A", 'pick: "\\U0000005c"  # A'),
        ("\u200b", "A", 'pick: "\\U0000200b"  # A'),
        ("b", "A  B\n C", "pick: b  # A B C"),
        ("b", "A\u200b\\", "pick: b  # A\\u200b\\"),
    ],
)
def test_a_word_is_written_so_that_it_is_read_as_it_is(
    small_guide: Guide, code: str, label: str, line: str
) -> None:
    """In quotes only where it needs them, and what nobody would see is written out."""
    question = Question(id="pick", ask="Well?", options=(Option(code=code, label=label),))
    odd = msgspec.structs.replace(small_guide, questions=(question,), endings=(), notices=())
    assert saved_answers(odd, {"pick": frozenset({code})}).splitlines()[-1] == line
