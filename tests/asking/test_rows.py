"""Options asked one by one: what is said to each, the codes that gives, and both ways to ask."""

from itertools import product
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.layout import lay_out
from distancecli.asking.page import Act, Page, Reply, Turn
from distancecli.asking.rows.responses import (
    Response,
    as_codes,
    key_of,
    keys_of,
    responded,
    response_in,
)
from distancecli.asking.screen import page_question, pages_on
from distancecli.asking.setting import Setting, Window
from distancecli.guide.answers import SKIP, Codes, clash
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from distancecli.interview.replay import is_off_record, notices
from distancecli.rendering.json import as_json
from tests.asking.test_askers import NOWHERE, Lines, an_answer_to, page_of, reply_to
from tests.asking.test_conversation import CALM
from tests.support.built_in import GUIDE
from tests.support.scripted_asker import BACK, Script, ScriptedAsker
from tests.support.terminal_driver import Key

QUESTION: Final = GUIDE.question("safety")
ROWS: Final = [option.code for option in QUESTION.rows]
NO, YES, NOT_SURE = Response


def said(*responses: Response | None) -> Codes:
    """What was said to the rows from the first one on; the others are open."""
    pairs = zip(ROWS, responses, strict=False)
    return frozenset(key_of(row, each) for row, each in pairs if each)


# --- What is said, and the codes -----------------------------------------------------------------


def expected(responses: tuple[Response | None, ...]) -> Codes:
    """The answer for what was said to all rows, in the words of the specification."""
    yes = {row for row, each in zip(ROWS, responses, strict=True) if each is YES}
    if yes or NOT_SURE in responses:
        return frozenset(yes | ({"unsure"} if NOT_SURE in responses else set()))
    return frozenset({"none"}) if set(responses) == {NO} else SKIP


def test_every_way_to_answer_the_rows_gives_a_valid_answer() -> None:
    """Of all 16,384 states, only seven times "no" is "none of these"."""
    states = list(product([None, *Response], repeat=len(ROWS)))
    assert len(states) == 4**7
    for responses in states:
        codes = as_codes(QUESTION, said(*responses))
        assert codes == expected(responses)
        assert clash(QUESTION, codes) is None
        assert ("none" in codes) == (responses == (NO,) * 7)


@given(an_answer_to(QUESTION))
def test_an_answer_from_a_file_comes_back_as_it_was(codes: Codes) -> None:
    """Shown as rows and left so, every answer stays, and no row has a "no" that nobody said."""
    keys = keys_of(QUESTION, codes)
    assert as_codes(QUESTION, keys) == codes
    said_no = [row for row in ROWS if response_in(keys, row) is NO]
    assert said_no == (ROWS if codes == {"none"} else [])


def test_a_yes_to_all_beside_not_sure_comes_back_as_it_was() -> None:
    """Only a file can say so; going through it changes nothing."""
    codes = frozenset({*ROWS, "unsure"})
    assert as_codes(QUESTION, keys_of(QUESTION, codes)) == codes


@given(st.lists(st.sampled_from([NO, YES]), min_size=7, max_size=7))
def test_not_sure_of_no_known_row_stands_until_each_row_is_answered(
    responses: list[Response],
) -> None:
    """Of an answers file nobody knows of what the reader was not sure; while a row is open, it is.

    A "no" to some of the rows must not turn it into no answer at all.
    """
    keys = keys_of(QUESTION, frozenset({"unsure"}))
    for row, response in zip(ROWS, responses, strict=True):
        assert "unsure" in as_codes(QUESTION, keys)
        keys = responded(keys, ROWS, row, response)
    assert as_codes(QUESTION, keys) == expected(tuple(responses))


# --- By keys -------------------------------------------------------------------------------------


@pytest.fixture
def page() -> Page:
    """The page of the safety question, with nothing said yet."""
    return page_of(GUIDE, "safety")


def keyed(page: Page, typed: str) -> Reply:
    """What the page answers to these keys."""
    with create_pipe_input() as keyboard:
        return reply_to(page, keyboard, typed)


@pytest.mark.parametrize(
    ("typed", "responses"),
    [
        ("1111111" + Key.ENTER, (NO,) * 7),
        ("2" + Key.ENTER, (YES,)),
        ("3111111" + Key.ENTER, (NOT_SURE, *(NO,) * 6)),
        ("11" + Key.ENTER * 2, (NO, NO)),
        (Key.ENTER * 2, ()),
        (Key.ENTER + "2" + Key.ENTER, (YES,)),
        ("1" + Key.DOWN + "2" + Key.ENTER, (NO, None, YES)),
        ("1" + "\t" + "2" + Key.ENTER, (NO, None, YES)),
        ("12" + Key.UP + "1" + "3" + Key.ENTER, (NO, NO, NOT_SURE)),
        ("12" + "\x1b[Z" + "1" + "3" + Key.ENTER, (NO, NO, NOT_SURE)),
        ("12" + Key.LEFT + "1" + "3" + Key.ENTER, (NO, NO, NOT_SURE)),
        ("12" + Key.BACKSPACE * 2 + "3" + Key.ENTER, (NOT_SURE, YES)),
        ("1111111" + "2" + Key.ENTER, (*(NO,) * 6, YES)),
        ("2" + Key.UP + "0" + Key.DOWN + "3" + Key.ENTER, (None, NOT_SURE)),
        ("4a i" + Key.SPACE + "\x1b[200~1\r\x1b[201~" + "2" + Key.ENTER, (YES,)),
    ],
)
def test_rows_by_keys(page: Page, typed: str, responses: tuple[Response | None, ...]) -> None:
    """1, 2 and 3 answer and go on, 0 takes back, arrows and Tab move; other keys do nothing."""
    assert keyed(page, typed) == said(*responses)


@pytest.mark.parametrize("key", [Key.LEFT, Key.BACKSPACE, Key.ESCAPE])
def test_back_is_a_row_up_and_from_the_first_row_a_page(page: Page, key: str) -> None:
    """Left, Backspace and Escape go up row by row, and then to the page before."""
    with create_pipe_input() as keyboard:
        typed = [Key.DOWN, Key.DOWN, key, key, key]
        if key != Key.ESCAPE:
            assert reply_to(page, keyboard, "".join(typed)) is Turn.BACK
        assert reply_to(page, keyboard, key) is Turn.BACK
        assert reply_to(page, keyboard, Key.DOWN + Key.LEFT + "2" + Key.ENTER) == said(YES)


def test_a_row_out_of_view_is_never_answered(page: Page) -> None:
    """In a window where the first row is further down, a number first brings it into view."""

    class Small(DummyOutput):
        def get_size(self) -> Size:
            return Size(rows=8, columns=40)

    with create_pipe_input() as keyboard:
        keyboard.send_text("2222" + Key.ENTER)
        application = pages_on(keyboard, Small(), whole_screen=True)
        reply = page_question(page, application, NOWHERE).unsafe_ask()
    assert reply in (said(YES), said(YES, YES), said(YES, YES, YES))


@pytest.mark.parametrize("key", [Key.CTRL_C, Key.CTRL_D])
def test_two_keys_leave_rows(page: Page, key: str) -> None:
    """Ctrl-C and Ctrl-D leave at any row."""
    with pytest.raises(KeyboardInterrupt):
        keyed(page, "12" + key)


def test_a_page_that_is_not_sensitive_is_skipped_by_a_second_enter(page: Page) -> None:
    """There nobody has to let go of the key between."""
    assert keyed(replace(page, unhurried=False), "1" + Key.ENTER * 2) == said(NO)


# --- What stands on the page ---------------------------------------------------------------------


def texts(page: Page, width: int, active: int, keys: Codes) -> list[str]:
    """The lines of the rows."""
    lines = Setting(page, Window(width + 1, 50), active, keys).lines()
    return [line.text for line in lines if line.choice is not None]


def test_the_state_of_a_row_stands_before_it(page: Page) -> None:
    """What was said, three dots at the row that waits, and nothing before the others."""
    shown = texts(page, 79, 3, said(NO, YES, NOT_SURE))
    assert shown[0] == "  no        I have felt afraid of my partner"
    assert shown[1].startswith("  yes       My partner has controlled")
    assert shown[3].startswith("  not sure  My partner has threatened")
    assert shown[4].startswith("> ...       My partner has hurt")
    assert shown[5].startswith("            My partner may be afraid")


def test_what_is_of_another_kind_has_a_line_of_its_own_above(page: Page) -> None:
    """It belongs to its row: where that comes into view, it does too."""
    shown = texts(page, 79, 0, frozenset())
    place = shown.index("  And longer ago than that?")
    assert shown[place - 1] == ""
    assert "more than a year ago" in shown[place + 1]
    view = lay_out(page, Window(40, 12))
    view.reveal(6)
    assert "And longer ago than that?" in [line.text for line in view.visible()]


def test_a_narrow_window_has_what_was_said_above_the_row(page: Page) -> None:
    """There is no room beside it, and no word is broken for it."""
    shown = texts(page, 19, 1, said(NO))
    assert shown[:3] == ["  no", "    I have felt", "    afraid of my"]
    assert shown[4] == "> ..."
    assert all(len(line) <= 19 for line in shown)


def test_all_of_it_stands_in_a_usual_window(page: Page) -> None:
    """At 80x24 every row is in view with the keys, which take one line, whatever was said."""
    for keys in (frozenset(), said(*(NOT_SURE,) * 7)):
        view = lay_out(page, Window(80, 24), 6, keys)
        assert view.last_top == 0
        assert len(view.foot) == 1
    assert lay_out(page, Window(40, 12)).foot


def test_the_keys_name_the_way_to_take_an_answer_back(page: Page) -> None:
    """At an open row Enter skips the rest; at an answered one 0 takes back."""
    open_row = lay_out(page, Window(80, 24), 0, frozenset()).foot[0].text
    answered = lay_out(page, Window(80, 24), 0, said(NO)).foot[0].text
    assert "Enter: skip the rest" in open_row
    assert "0: undo" in answered
    assert all(each in open_row and each in answered for each in ("1: no", "2: yes", "3: not sure"))


# --- By lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "responses"),
    [
        (["1"] * 7, (NO,) * 7),
        ([""] * 7, ()),
        (["1", "1", *[""] * 5], (NO, NO)),
        (["2", "3", *[""] * 5], (YES, NOT_SURE)),
        (["2", "b", "1", "3", *[""] * 5], (NO, NOT_SURE)),
        (["2", "b", "", "3", *[""] * 5], (YES, NOT_SURE)),
        (["2", "b", "0", "3", *[""] * 5], (None, NOT_SURE)),
        (["?", "4", "yes", "²", "1 2", "0", *["2"] * 7], (YES,) * 7),
    ],
)
def test_rows_by_lines(
    page: Page, lines: list[str], responses: tuple[Response | None, ...]
) -> None:
    """A line answers a row; an empty one leaves it, 0 opens it again; others are asked again."""
    assert Lines(*lines).asker.show(page) == said(*responses)


def test_b_goes_a_row_back_and_from_the_first_row_a_page(page: Page) -> None:
    """The letter means the same as Left in the page."""
    assert Lines("b").asker.show(page) is Turn.BACK
    assert Lines("1", "1", "b", "b", "B").asker.show(page) is Turn.BACK


def test_the_end_of_input_answers_no_row(page: Page) -> None:
    """Where there is nothing more to read, the reader has left."""
    with pytest.raises(KeyboardInterrupt):
        Lines("2", "1").asker.show(page)


def test_each_row_says_its_place_and_what_to_type(page: Page) -> None:
    """Row by row, with what was said before, and what an empty line means then."""
    lines = Lines("1", "b", "", *[""] * 6)
    lines.asker.show(page)
    words = " ".join(lines.shown.getvalue().split())
    assert "1 of 7. I have felt afraid of my partner 1: no, 2: yes, 3: not sure, " in words
    assert "3: not sure, an empty line: I'd rather not say, q: leave, b: back" in words
    assert "1: no (chosen before), 2: yes, 3: not sure, 0: I'd rather not say, " in words
    assert "empty: as before, q: leave, b: back" in words
    assert "And longer ago than that? 7 of 7. Something like this" in words


# --- In a conversation ---------------------------------------------------------------------------


def converse(script: Script, **options: Any) -> tuple[Conversation, ScriptedAsker]:
    """A conversation by the script, up to the plan or to where the reader left."""
    asker = ScriptedAsker(script)
    conversation = Conversation(GUIDE, asker, **options)
    try:
        conversation.run()
    except Left:
        assert asker.pages[-1].choices[0].key == Act.LEAVE
    return conversation, asker


def by_keys(typed: str) -> Any:
    """Types keys on the page that is shown."""
    return lambda page: keyed(page, typed)


@pytest.mark.parametrize(
    ("typed", "codes", "outcome"),
    [
        ("1111111" + Key.ENTER, {"none"}, ()),
        ("3111111" + Key.ENTER, {"unsure"}, ("take_care",)),
        ("11" + Key.ENTER * 2, {"skipped"}, ("safety_skipped",)),
    ],
)
def test_what_is_typed_leads_to_its_notice(
    typed: str, codes: set[str], outcome: tuple[str, ...]
) -> None:
    """No to all is none; one "not sure" is to be careful with; rows left open are no answer."""
    country = ["GB"] if "unsure" in codes else []
    script = [Act.GO_ON, "lt3m", by_keys(typed), *CALM[2:], Act.GO_ON, *country]
    conversation, _ = converse(script)
    assert conversation.answers["safety"] == codes
    shown = notices(GUIDE, conversation.replayed().live)
    assert tuple(notice.id for notice in shown) == outcome


def test_one_yes_ends_the_questions_off_record() -> None:
    """The first row with a yes, and Enter: the safety page, after which nothing reaches a file."""
    script = [Act.GO_ON, "lt3m", by_keys("2" + Key.ENTER), "GB", Act.LEAVE]
    conversation, _ = converse(script)
    ending = conversation.replayed().ending
    assert ending is not None
    assert ending.id == "safety"
    assert is_off_record(GUIDE, dict(conversation.answers))


def test_coming_back_shows_what_was_said_to_each_row() -> None:
    """Also the "no" and the "not sure" that the codes do not hold; Enter leaves it so."""
    script: Script = [Act.GO_ON, "lt3m", by_keys("1131" + Key.ENTER), BACK, by_keys(Key.ENTER)]
    conversation, asker = converse([*script, *CALM[2:], Act.GO_ON, "GB"])
    assert asker.pages[4].chosen == said(NO, NO, NOT_SURE, NO)
    assert conversation.answers["safety"] == {"unsure"}


def test_rows_left_open_are_as_they_were_when_the_reader_comes_back() -> None:
    """A skip keeps each "no" that was said, and says no more than that."""
    script: Script = [Act.GO_ON, "lt3m", by_keys("11" + Key.ENTER * 2), BACK]
    again = by_keys("\t\t11111" + Key.ENTER)
    conversation, asker = converse([*script, again, *CALM[2:], Act.GO_ON])
    assert asker.pages[4].chosen == said(NO, NO)
    assert conversation.answers["safety"] == {"none"}


def test_answers_from_a_file_show_no_row_that_is_not_in_them() -> None:
    """A yes is a yes; of the other rows nothing is known, so they are open."""
    script: Script = [Act.GO_ON, "lt3m", by_keys(Key.ENTER), *CALM[2:], Act.GO_ON, "GB"]
    conversation, asker = converse(script, answers={"safety": frozenset({"past", "unsure"})})
    assert asker.pages[2].chosen == {key_of("past", YES), "unsure"}
    assert conversation.answers["safety"] == {"past", "unsure"}


@pytest.mark.parametrize(
    "typed", ["1111112" + Key.ENTER, "\t\t\t\t\t\t2" + Key.ENTER, "2\x7f1\t\t\t\t\t2" + Key.ENTER]
)
def test_how_an_answer_was_given_changes_no_plan(guide: Guide, typed: str) -> None:
    """The same codes give the same plan, whatever was said or left open beside them."""
    script: Script = [Act.GO_ON, "lt3m", by_keys(typed), *CALM[2:], Act.GO_ON, "GB"]
    conversation, _ = converse(script)
    given = {**conversation.answers, "safety": frozenset({"past"})}
    assert conversation.answers["safety"] == {"past"}
    assert as_json(make_plan(guide, conversation.answers, "GB")) == as_json(
        make_plan(guide, given, "GB")
    )
