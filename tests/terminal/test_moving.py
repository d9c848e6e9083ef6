"""Moving about, and windows of any size: the pages in a real terminal."""

import re
import time

import pytest

from distancecli.guide.model import Guide
from tests.support.terminal_driver import PATIENCE, Key, TerminalDriver, guide_session
from tests.support.walkthrough import ALL_NO, MARK, answer_calmly, answer_rows, settle

pytestmark = pytest.mark.slow

SIZES = [(20, 10), (40, 12), (80, 24), (200, 50)]


@pytest.mark.parametrize("key", [Key.LEFT, Key.BACKSPACE, Key.ESCAPE])
def test_back_to_the_first_question_and_forth_again(key: str) -> None:
    """Each of the three keys goes back step by step, to the welcome page, with answers kept."""
    with guide_session() as terminal:
        terminal.press("4")
        terminal.wait_for("Question 2,")
        answer_rows(terminal)
        terminal.wait_for("Question 3,")
        terminal.press(key)
        terminal.wait_for("Question 2,", *ALL_NO)
        terminal.press(key)
        terminal.wait_for("Question 1,", "> (x) 4. More than 2 years")
        terminal.press(key)
        terminal.wait_for("three minutes")
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 1,")
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 2,", *ALL_NO)
        terminal.press(Key.ENTER)
        terminal.wait_for("Question 3,")


def test_a_changed_answer_closes_and_reopens_a_question() -> None:
    """Taking the event back drops `event_now` with a word; naming it again brings it back."""
    with guide_session(rows=50) as terminal:
        answer_calmly(terminal)
        pick_cause = [Key.DOWN] * 7 + [Key.ENTER]
        terminal.press(*pick_cause)
        terminal.wait_for("what started the distance")
        terminal.press(Key.SPACE, Key.DOWN, Key.DOWN, *MARK)
        terminal.wait_for("Where do things stand now with what you marked?")
        terminal.press("1", Key.ENTER)
        terminal.wait_for("It still feels raw", "Check your answers")
        terminal.press(*pick_cause)
        terminal.wait_for("what started the distance")
        terminal.press(Key.SPACE, Key.UP, Key.UP, *MARK)
        terminal.wait_for("One later answer will no longer count")
        terminal.press(Key.ENTER)
        terminal.wait_for("Check your answers", "(not shown here) Show my plan Up/Down")
        assert "feels raw" not in terminal.words()
        terminal.press(*pick_cause)
        terminal.wait_for("what started the distance")
        terminal.press(Key.SPACE, Key.DOWN, Key.DOWN, *MARK)
        terminal.wait_for("Check your answers", "It still feels raw")


@pytest.mark.parametrize("size", SIZES)
def test_every_word_of_every_question_can_be_read(guide: Guide, size: tuple[int, int]) -> None:
    """In each window, paging down shows all the words of each question and its options."""
    neutral = {"cause": "affair", "event_now": "raw"}
    with guide_session(columns=size[0], rows=size[1]) as terminal:
        asked = [question for question in guide.questions if not question.again]
        for number, question in enumerate(asked, start=1):
            terminal.wait_for(f"Question {number},")
            settle(terminal)
            seen = terminal.words()
            options = question.rows or question.options
            last = options[-1].label if question.rows else guide.labels.skip
            while last not in terminal.words():
                seen += " " + press_and_see(terminal, Key.PAGE_DOWN)
            for text in (question.ask, *(each.above + " " + each.label for each in options)):
                assert [word for word in text.split() if word not in seen] == []
            while f"Question {number}," not in terminal.words():
                press_and_see(terminal, Key.PAGE_UP)
            if question.rows:
                answer_rows(terminal)
                continue
            codes = [option.code for option in question.options]
            wanted = neutral.get(question.id, codes[0])
            while not points_at(terminal, question.options[codes.index(wanted)].label):
                press_and_see(terminal, Key.DOWN)
            terminal.press(*(MARK if question.many else (Key.ENTER,)))


def test_a_number_key_chooses_what_is_not_in_view() -> None:
    """In a small window too, a number chooses at once; Enter first reads on to what it chooses."""
    with guide_session(columns=20, rows=10) as terminal:
        terminal.press("4")
        terminal.wait_for("Question 2,")
        terminal.press(Key.ENTER)
        terminal.wait_for("the last 12 months, has any")
        terminal.press(Key.LEFT)
        terminal.wait_for("> (x) 4. More than")


def points_at(terminal: TerminalDriver, label: str) -> bool:
    """Whether the pointer is in view, at the choice with that label."""
    pointed = [line for line in terminal.text().splitlines() if line.startswith(">")]
    shown = re.sub(r"^> ([\[(].[\])] )?(\d\. )?", "", pointed[0]).strip() if pointed else ""
    return bool(shown) and label.startswith(shown)


def press_and_see(terminal: TerminalDriver, key: str) -> str:
    """Presses a key that changes the page, and returns the words shown then."""
    before = terminal.text()
    terminal.press(key)
    deadline = time.monotonic() + PATIENCE
    while terminal.text() == before:
        assert time.monotonic() < deadline, f"{key!r} changes nothing:\n{before}"
        terminal.pump()
    settle(terminal, 1)
    return terminal.words()


def test_a_resize_leaves_no_leftovers() -> None:
    """A page in a narrowed and widened window is what it would be in a new window of that size."""
    with guide_session() as terminal:
        terminal.press("1")
        before = terminal.wait_for("Question 2,", "skip the rest")
        for columns, rows in ((40, 30), (30, 12), (80, 24)):
            terminal.resize(columns, rows)
            terminal.wait_for("Question 2,")
            settle(terminal, 8)
        deadline = time.monotonic() + PATIENCE
        while terminal.text() != before:
            assert time.monotonic() < deadline, terminal.text()
            terminal.pump()
