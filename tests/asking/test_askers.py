"""The two ways to ask, driven by keys and by lines: what a page answers with."""

import io
from contextlib import suppress
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.filepages import name_blank
from distancecli.asking.page import Act, Page, Reply, Turn
from distancecli.asking.pages import (
    check_page,
    country_page,
    dropping_page,
    ending_page,
    menu_page,
)
from distancecli.asking.plain import PlainAsker
from distancecli.asking.questionpage import question_page
from distancecli.asking.screen import name_prompt, page_question, pages_on
from distancecli.guide.answers import SKIP
from distancecli.guide.conditions import SKIPPED, Situation
from distancecli.guide.model import Guide, Question
from distancecli.interview.message import message
from distancecli.interview.plan import make_plan
from distancecli.interview.replay import replay
from distancecli.system.terminal import Terminal
from tests.support.built_in import GUIDE
from tests.support.rows import numbers_for
from tests.support.scripted_asker import ScriptedAsker
from tests.support.terminal_driver import Key

NOWHERE: Final = Terminal(io.StringIO())
"""A terminal for what is never stopped, and writes elsewhere."""
BLANK = name_blank(GUIDE, "Keep a copy", "notes.txt", "/here")


def page_of(guide: Guide, id: str, chosen: frozenset[str] | None = None) -> Page:
    """The page of a question, with an answer chosen before if there is one."""
    answers = {id: chosen} if chosen else {}
    answers |= {each.id: SKIP for each in guide.questions if each.id != id}
    answers["cause"] = frozenset({"affair"})
    answers["time"] = frozenset({"little"})
    interview = replay(guide, answers)
    if interview.next is None and id not in answers:
        raise ValueError(id)
    return question_page(guide, guide.question(id), interview, answers)


def reply_to(page: Page, keyboard: PipeInput, typed: str) -> Reply:
    """What the page answers to these keys."""
    keyboard.send_text(typed)
    application = pages_on(keyboard, DummyOutput(), whole_screen=True)
    reply: Reply = page_question(page, application, NOWHERE).unsafe_ask()
    return reply


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (Key.ENTER, {"lt3m"}),
        (Key.DOWN + Key.ENTER, {"m3_12"}),
        ("jjk" + Key.ENTER, {"m3_12"}),
        (Key.UP + Key.ENTER, {"skipped"}),
        ("4", {"gt2y"}),
        ("x" + Key.SPACE + "0" + "5", {"on_off_1y"}),
        ("\x1b[200~3\r\x1b[201~" + "2", {"m3_12"}),
    ],
)
def test_one_answer_by_keys(keys: PipeInput, typed: str, codes: set[str]) -> None:
    """Arrows and Enter or a number key choose; other keys and pastes do nothing."""
    assert reply_to(page_of(GUIDE, "how_long"), keys, typed) == frozenset(codes)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (Key.SPACE + Key.ENTER, {"partner_quiet"}),
        ("13" + Key.ENTER, {"partner_quiet", "push_pull"}),
        ("113" + Key.ENTER, {"push_pull"}),
        ("136" + Key.ENTER, {"ok"}),
        ("63" + Key.ENTER, {"push_pull"}),
        ("17" + Key.ENTER, {"skipped"}),
        ("ai" + "2" + Key.ENTER, {"me_quiet"}),
        (Key.ENTER + Key.ENTER, {"skipped"}),
        (Key.ENTER + "1" + Key.ENTER, {"partner_quiet"}),
        (Key.ENTER + Key.DOWN + Key.ENTER + Key.SPACE + Key.ENTER, {"me_quiet"}),
    ],
)
def test_many_answers_by_keys(keys: PipeInput, typed: str, codes: set[str]) -> None:
    """Space or a number marks; what stands alone clears the rest; Enter with no mark asks twice."""
    assert reply_to(page_of(GUIDE, "talk"), keys, typed) == frozenset(codes)


@pytest.mark.parametrize("key", [Key.LEFT, Key.BACKSPACE, Key.ESCAPE])
def test_three_keys_turn_back(keys: PipeInput, key: str) -> None:
    """Left, Backspace and Escape turn back from a page."""
    assert reply_to(page_of(GUIDE, "told"), keys, key) is Turn.BACK


@pytest.mark.parametrize("key", [Key.CTRL_C, Key.CTRL_D])
def test_two_keys_leave(keys: PipeInput, key: str) -> None:
    """Ctrl-C and Ctrl-D leave from a page."""
    with pytest.raises(KeyboardInterrupt):
        reply_to(page_of(GUIDE, "told"), keys, key)


def test_an_earlier_answer_is_chosen_already(keys: PipeInput) -> None:
    """Enter on a page that was answered before gives the same answer again."""
    earlier = frozenset({"y1_2"})
    assert reply_to(page_of(GUIDE, "how_long", earlier), keys, Key.ENTER) == earlier
    several = frozenset({"low", "cost"})
    assert reply_to(page_of(GUIDE, "now", several), keys, Key.ENTER) == several


class Lines:
    """A terminal that is a text, and a reader who types lines."""

    def __init__(self, *lines: str):
        self.shown = io.StringIO()
        self._lines = iter([*(f"{line}\n" for line in lines), ""])
        self.asker = PlainAsker(Terminal(self.shown), lambda: next(self._lines))


@pytest.mark.parametrize(
    ("id", "lines", "codes"),
    [
        ("how_long", ["2"], {"m3_12"}),
        ("how_long", [""], {"skipped"}),
        ("how_long", ["1 2", "0", "99", "two", "²", "7"], {"skipped"}),
        ("talk", ["1 3"], {"partner_quiet", "push_pull"}),
        ("talk", ["1, 3,"], {"partner_quiet", "push_pull"}),
        ("talk", ["1 6", "6"], {"ok"}),
        ("talk", ["1 7", ""], {"skipped"}),
        ("how_long", ["2."], {"m3_12"}),
        ("how_long", [" 2) "], {"m3_12"}),
        ("how_long", ["\uff12"], {"m3_12"}),
        ("talk", ["1., 3)"], {"partner_quiet", "push_pull"}),
    ],
)
def test_answers_by_lines(id: str, lines: list[str], codes: set[str]) -> None:
    """Numbers choose; what cannot stand is asked again; an empty line skips."""
    assert Lines(*lines).asker.show(page_of(GUIDE, id)) == frozenset(codes)


@pytest.mark.parametrize("typed", ["b", "B.", "back", "Back"])
def test_whoever_types_back_goes_back(typed: str) -> None:
    """As a letter or as a word, with a stop or without."""
    assert Lines(typed).asker.show(page_of(GUIDE, "how_long")) is Turn.BACK


@pytest.mark.parametrize("typed", ["q", "Q.", "quit"])
@pytest.mark.parametrize("id", ["how_long", "safety"])
def test_whoever_types_quit_leaves(typed: str, id: str) -> None:
    """From every page, also where each option is asked by itself; each prompt says so."""
    lines = Lines(typed, *["1"] * 7)
    with pytest.raises(KeyboardInterrupt):
        lines.asker.show(page_of(GUIDE, id))
    shown = " ".join(lines.shown.getvalue().split())
    assert "or q to leave" in shown or "q: leave" in shown


def test_an_empty_line_keeps_an_earlier_answer() -> None:
    """Coming back to a question and going on loses nothing, and the prompt says so."""
    earlier = frozenset({"low", "cost"})
    lines = Lines("")
    assert lines.asker.show(page_of(GUIDE, "now", earlier)) == earlier
    assert GUIDE.labels.prompt_again in " ".join(lines.shown.getvalue().split())


def test_where_an_empty_line_means_something_the_prompt_says_so() -> None:
    """Nobody is taken on by a line that they did not know was an answer."""
    interview = replay(GUIDE, {}, missing=SKIP)
    situation = Situation(GUIDE.facts, interview.live)
    pages = [page_of(GUIDE, each.id) for each in GUIDE.questions if not each.again]
    pages += [check_page(GUIDE, interview), *(menu_page(GUIDE, each) for each in (False, True))]
    pages += [
        country_page(GUIDE, message(GUIDE, GUIDE.endings[0], situation, None)),
        dropping_page(GUIDE, 2),
    ]
    for page in pages:
        assert ("empty line" in page.hints.prompt) == bool(page.empty), page.heading
    assert GUIDE.labels.check_go_on in check_page(GUIDE, interview).hints.prompt


def test_b_turns_back_and_a_question_mark_repeats() -> None:
    """The two letters of plain lines."""
    lines = Lines("?", "B")
    page = page_of(GUIDE, "told")
    assert lines.asker.show(page) is Turn.BACK
    assert lines.shown.getvalue().count(page.heading) == 2


def test_the_end_of_input_leaves_and_never_chooses() -> None:
    """Nothing is taken for an answer when there is nothing more to read."""
    with pytest.raises(KeyboardInterrupt):
        Lines().asker.show(page_of(GUIDE, "how_long"))


def test_a_page_with_one_way_on_names_no_numbers() -> None:
    """On an ending's page, where Enter leaves, another key says so again and nothing else."""
    situation = Situation(GUIDE.facts, {"safety": frozenset({"hurt"})})
    page = ending_page(GUIDE, message(GUIDE, GUIDE.endings[0], situation, "GB"))
    lines = Lines("2", "x", "")
    assert lines.asker.show(page) == frozenset({Act.LEAVE})
    shown = lines.shown.getvalue()
    assert shown.count(GUIDE.labels.prompt_ending) == 3
    assert "number from" not in shown


def test_a_name_by_lines() -> None:
    """A line is the name, an empty one the suggestion, `b` turns back; nothing more leaves."""
    assert Lines("plan.md").asker.fill_in(BLANK) == "plan.md"
    assert Lines(" ").asker.fill_in(BLANK) == "notes.txt"
    assert Lines("b").asker.fill_in(BLANK) is Turn.BACK
    with pytest.raises(KeyboardInterrupt):
        Lines().asker.fill_in(BLANK)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("plan.md" + Key.ENTER, "plan.md"),
        (Key.ENTER, ""),
        ("x" + Key.LEFT + "y" + Key.ENTER, "yx"),
        (Key.LEFT, Turn.BACK),
        (Key.ESCAPE, Turn.BACK),
        (Key.ESCAPE + "b" + Key.ENTER, Turn.BACK),
        ("x" + Key.BACKSPACE * 2 + Key.LEFT, Turn.BACK),
    ],
)
def test_a_name_by_keys(keys: PipeInput, typed: str, name: str | Turn) -> None:
    """The line can be edited; Left and Escape turn back only while it is empty, and at once."""
    keys.send_text(typed)
    assert name_prompt(BLANK, keys, DummyOutput(), NOWHERE.suspend).run() == name


@pytest.mark.parametrize("typed", ["", "plan"])
@pytest.mark.parametrize("key", [Key.CTRL_C, Key.CTRL_D])
def test_two_keys_leave_a_name(keys: PipeInput, key: str, typed: str) -> None:
    """Ctrl-C and Ctrl-D leave there as everywhere, whatever is typed."""
    keys.send_text(typed + key)
    with pytest.raises(KeyboardInterrupt):
        name_prompt(BLANK, keys, DummyOutput(), NOWHERE.suspend).run()


@pytest.mark.parametrize(("may_keep", "choices"), [(True, 3), (False, 2)])
def test_the_menu_points_at_finish(keys: PipeInput, may_keep: bool, choices: int) -> None:
    """Enter, and an empty line, finish; a copy is among the choices only where one may be kept."""
    page = menu_page(GUIDE, may_keep)
    assert len(page.choices) == choices
    assert reply_to(page, keys, Key.ENTER) == frozenset({Act.FINISH})
    assert Lines("").asker.show(page) == frozenset({Act.FINISH})
    assert reply_to(page, keys, "1") == Lines("1").asker.show(page) == frozenset({Act.CHANGE})


def test_plain_lines_hold_no_escape_sequences() -> None:
    """A screen reader gets words alone."""
    lines = Lines(*"?1b123 0123", "")
    lines.asker.show(page_of(GUIDE, "safety"))
    assert "\x1b" not in lines.shown.getvalue()


def an_answer_to(question: Question) -> st.SearchStrategy[frozenset[str]]:
    """Any answer that the question allows."""
    alone = [option.code for option in question.options if option.exclusive or not question.many]
    free = [option.code for option in question.options if option.code not in alone]
    one = st.sampled_from([frozenset({code}) for code in [*alone, SKIPPED]])
    several = st.frozensets(st.sampled_from(free), min_size=1) if free else st.nothing()
    # Who says yes to every row is not sure of none of them; only a file can say so.
    rows = {option.code for option in question.rows}
    return one | several.filter(lambda codes: not rows or not codes > rows)


RANDOM_READERS = st.fixed_dictionaries({each.id: an_answer_to(each) for each in GUIDE.questions})


def keys_for(page: Page, wanted: frozenset[str]) -> str:
    """The keys that choose these, from the top of a page on which nothing is chosen."""
    if page.rows:
        enter = 2 if wanted == SKIP else 1
        return "".join(each or Key.DOWN for each in numbers_for(page, wanted)) + Key.ENTER * enter
    places = [n for n, choice in enumerate(page.choices) if choice.key in wanted]
    if not page.many:
        return Key.DOWN * places[0] + Key.ENTER
    moves = [b - a for a, b in zip([0, *places], places, strict=False)]
    return "".join(Key.DOWN * move + Key.SPACE for move in moves) + Key.ENTER


@settings(max_examples=settings().max_examples // 6)
@given(RANDOM_READERS)
def test_both_ways_to_ask_lead_to_the_same_plan(answers: dict[str, frozenset[str]]) -> None:
    """A reader who answers by keys and one who answers by lines get the same plan."""

    def wanted(page: Page) -> frozenset[str]:
        said = [passage.text for passage in page.text]
        ids = [question.id for question in GUIDE.questions if question.ask in said]
        return answers[ids[0]] if ids else frozenset({page.choices[0].key})

    def by_keys(page: Page) -> Reply:
        with create_pipe_input() as keyboard:
            return reply_to(page, keyboard, keys_for(page, wanted(page)))

    def by_lines(page: Page) -> Reply:
        if page.rows:
            return Lines(*numbers_for(page, wanted(page))).asker.show(page)
        places = [n for n, each in enumerate(page.offered, 1) if each.key in wanted(page)]
        return Lines(" ".join(map(str, places))).asker.show(page)

    plans = []
    for way in (by_keys, by_lines):
        conversation = Conversation(GUIDE, ScriptedAsker([way] * 30))
        with suppress(Left):
            conversation.run()
        plans.append(make_plan(GUIDE, conversation.answers, conversation.country))
    assert plans[0] == plans[1]
    assert plans[0] == make_plan(GUIDE, answers, conversation.country)
