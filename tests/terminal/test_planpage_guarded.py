"""The page of a plan for readers who have to take care, or are in a crisis; none at an ending."""

from pathlib import Path
from typing import Final

import pytest

from distancecli.guide.model import paragraphs
from tests.support.built_in import GUIDE
from tests.support.calm_run import sitting
from tests.support.terminal_driver import Key, TerminalDriver, guide_session
from tests.support.walkthrough import (
    PLAN,
    answer_calmly,
    answer_rows,
    settle,
    to_care,
    to_crisis,
    to_notice,
)

LABELS: Final = GUIDE.labels
ALONE: Final = [each.text for each in GUIDE.plan.moments if not each.together]
TOGETHER: Final = [each.text for each in GUIDE.plan.moments if each.together]
ACTS: Final = "6. Finish and clear 7. Change an answer 8. Finish"
"""What can be done off record: clearing comes first, and nothing is kept."""


def test_a_reader_with_care_is_shown_the_notice_first_and_once() -> None:
    """A page of its own, left by Enter for the plan and by Left for the answers."""
    with guide_session() as terminal:
        to_care(terminal)
        assert "START HERE" not in terminal.all_text()
        assert "National Domestic Violence Hotline" in terminal.words()
        terminal.press(Key.LEFT)
        terminal.wait_for("Check your answers")
        terminal.press(Key.ENTER)
        terminal.wait_for("Before you read on", "Enter: show my steps")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, ACTS)
        terminal.press(Key.LEFT)
        terminal.wait_for("Check your answers")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, ACTS)
        assert "Hotline" not in terminal.words()


@pytest.mark.parametrize(
    ("how_long", "is_marked"), [("4", True), pytest.param("1", False, marks=pytest.mark.slow)]
)
def test_a_reader_with_care_starts_with_step_five_alone(how_long: str, is_marked: bool) -> None:
    """With a therapist, the mark where that step stands out, and no moment for the two of them."""
    with guide_session() as terminal:
        to_care(terminal, how_long)
        terminal.press(Key.ENTER)
        page = terminal.wait_for(PLAN, ACTS)
        assert len(page.splitlines()) <= 24
        assert ("> *** START HERE, this week" in page) is is_marked
        assert (LABELS.could_help_most.split(":")[0] in page) is is_marked
        start = terminal.words()
        start = start[start.index("START HERE") : start.index(LABELS.overview)]
        assert "Step 5" in start
        assert "therapist" in start
        terminal.press(Key.ENTER)
        terminal.wait_for("Which one feels possible?", LABELS.start_first)
        terminal.press(Key.ENTER)
        words = " ".join(terminal.wait_for("When could that be?", LABELS.moment_open).split())
        assert [each for each in ALONE if each not in words] == []
        assert [each for each in TOGETHER if each in words] == []
        terminal.press("1")
        terminal.wait_for(f"When: {ALONE[0]}", ACTS)


def test_a_reader_in_a_crisis_has_two_small_things_and_titles() -> None:
    """The notice comes at once and not again; there is nothing to start with; digits open steps."""
    with guide_session() as terminal:
        to_crisis(terminal)
        terminal.wait_for(ACTS)
        words = terminal.words()
        for passage in paragraphs(GUIDE.plan.instead):
            assert passage.text in words
        assert "START HERE" not in words
        assert "COULD HELP YOU MOST" not in words
        for number, step in enumerate(GUIDE.steps, start=1):
            assert f" {number}. {step.title[:8]}" in words
            assert not any(each.text in words for each in step.actions)
        terminal.press("5")
        terminal.wait_for("5. Get help", "Because", "Tell a doctor how bad it is", "Enter: back")
        assert "because this" not in terminal.words()
        terminal.press(Key.ENTER)
        terminal.wait_for("For now, only this", "> -> 5. Get help")
        assert "glad you told us" not in terminal.words()


@pytest.mark.slow
def test_whoever_leaves_at_the_notice_in_a_crisis_sees_no_plan() -> None:
    """It is shown at once, and the plan waits until it is asked for."""
    with guide_session() as terminal:
        to_notice(terminal)
        terminal.press("2")
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
        assert "For now, only this" not in terminal.all_text()
        assert PLAN not in terminal.all_text()


@pytest.mark.slow
@pytest.mark.parametrize("changed", [False, True])
def test_an_ending_has_no_plan(tmp_path: Path, changed: bool) -> None:
    """From the questions, and from a change of a plan: the page of the ending is the last one."""
    with sitting(tmp_path, "--output", "plan.txt") as terminal:
        if changed:
            answer_calmly(terminal)
            terminal.press(Key.ENTER)
            terminal.wait_for(PLAN, "6. Change an answer")
            terminal.press("6")
            terminal.wait_for("Check your answers")
            terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
            terminal.wait_for("Change your answer")
        else:
            terminal.press("1")
            terminal.wait_for("Question 2,")
        so_far = len(terminal.output)
        answer_rows(terminal, "hurt")
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("clear this screen")
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
        assert PLAN.encode() not in terminal.output[so_far:]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_notice_is_read_in_a_small_window() -> None:
    """At 40x12 its lines are read by Down; Enter shows the steps from wherever it is pressed."""
    with guide_session() as terminal:
        to_care(terminal)
        terminal.resize(40, 12)
        settle(terminal, 8)
        seen = read_down(terminal)
        assert {"1-800-799-7233", "thehotline.org", "Lila.help"} <= seen
        terminal.press(Key.PAGE_UP, Key.PAGE_UP, Key.ENTER)
        terminal.wait_for("START HERE")


def read_down(terminal: TerminalDriver) -> set[str]:
    """The words of a page on the way to its end."""
    seen = set(terminal.text().split())
    while LABELS.more in terminal.words():
        before = terminal.text()
        terminal.press(Key.DOWN)
        terminal.wait_for_change(before)
        settle(terminal)
        seen.update(terminal.text().split())
    return seen
