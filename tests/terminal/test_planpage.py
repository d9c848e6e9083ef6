"""The page of a plan on a real terminal: one thing, a moment for it, copies and changes."""

import json
from pathlib import Path
from typing import Final

import pytest

from tests.support.built_in import GUIDE
from tests.support.sampling import one_plain
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, guide_session
from tests.support.walkthrough import (
    LAST_ACT,
    NAME,
    PLAN,
    change,
    finish,
    keep_no_answers,
    settle,
    to_moment,
    to_plan,
)

LABELS: Final = GUIDE.labels
ACTION: Final = "Ask your partner for ten minutes on a set day."
OTHER: Final = "Have one meal together, with no phones."
"""What `to_plan` is told to start with, and the action of its second step."""
MEAL: Final = "When: at a meal we eat together"
AT_START: Final = "> START HERE, this week"
HERE: Final = {"PYTHONPATH": str(ROOT)}


def shown_after(terminal: TerminalDriver, *keys: str) -> str:
    """What the screen shows once it has taken keys that may change nothing."""
    terminal.press(*keys)
    settle(terminal, 8)
    return terminal.text()


def test_the_first_screen_is_one_window_with_all_its_keys() -> None:
    """At 80x24 START HERE is pointed at, every step is named, and the keys are in view."""
    with guide_session() as terminal:
        to_plan(terminal)
        lines = terminal.text().splitlines()
        assert len(lines) <= 24
        places = [
            next(place for place, line in enumerate(lines) if words in line)
            for words in (PLAN, AT_START, ACTION, *(f" {number}. " for number in range(2, 10)))
        ]
        assert places == sorted(places)
        assert terminal.words().endswith(
            "Enter: start with this 1-9: choose Up/Down: move Ctrl-C: leave"
        )
        assert LABELS.more not in terminal.words()
        assert terminal.screen.is_alternate


def test_three_enters_lead_to_the_first_moment_for_what_is_recommended() -> None:
    """One thing, a moment for it, and back at the page, which says it as `When` and `Then`."""
    with guide_session() as terminal:
        to_plan(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("One thing to start with", f"> 1. {ACTION}", LABELS.start_first)
        terminal.press(Key.ENTER)
        terminal.wait_for("When could that be?", "> 1. at a meal we eat together")
        terminal.press(Key.ENTER)
        page = terminal.wait_for(AT_START, MEAL, f"Then: {ACTION}", "Say it to yourself once")
        assert len(page.splitlines()) <= 24
        assert LABELS.because.format(reason="you have not told") not in terminal.words()


@pytest.mark.slow
def test_up_at_the_start_goes_round_to_nothing() -> None:
    """Neither Up at the start nor Down at the end takes the pointer to the other end."""
    with guide_session() as terminal:
        to_plan(terminal)
        before = terminal.text()
        assert shown_after(terminal, Key.UP, Key.UP) == before
        terminal.press(*[Key.DOWN] * 12)
        at_end = terminal.wait_for(f"> {LAST_ACT}")
        assert AT_START not in at_end
        assert shown_after(terminal, Key.DOWN) == at_end
        terminal.press(*[Key.UP] * 12)
        terminal.wait_for(AT_START)


def test_copies_have_the_start_and_the_moment(tmp_path: Path) -> None:
    """In every form; what is kept is said at the foot of the page."""
    with guide_session(cwd=tmp_path, environment=HERE) as terminal:
        to_plan(terminal)
        to_moment(terminal)
        terminal.press("1")
        for name in ("plan.txt", "plan.md", "notes.html", "plan.json"):
            terminal.wait_for(AT_START, MEAL)
            terminal.press("7")
            terminal.wait_for(NAME)
            terminal.press(name, Key.ENTER)
            keep_no_answers(terminal)
            terminal.wait_for(AT_START, LABELS.kept.format(file=name))
        finish(terminal)
    for name in ("plan.txt", "plan.md", "notes.html"):
        words = " ".join((tmp_path / name).read_text().split())
        start = words.index("START HERE")
        assert start < words.index(MEAL) < words.index(f"Then: {ACTION}")
        assert words.index(f"Then: {ACTION}") < words.index(LABELS.overview)
    assert max(map(len, (tmp_path / "plan.txt").read_text().splitlines())) <= 80
    plan = json.loads((tmp_path / "plan.json").read_text())
    assert plan["start"]["step"] == "say-it"
    assert plan["start"]["moment"] == "at a meal we eat together"
    assert plan["start"]["action"].startswith(ACTION)


@pytest.mark.slow
def test_finish_prints_the_whole_plan_as_it_was_chosen() -> None:
    """The start and its moment stand above the titles, and each step is there below them."""
    with guide_session(rows=200) as terminal:
        to_plan(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for(f"2. {OTHER}")
        terminal.press("2")
        terminal.wait_for("When could that be?")
        terminal.press("2")
        terminal.wait_for("When: on a walk or a drive together", f"Then: {OTHER}")
        finish(terminal)
        assert not terminal.screen.is_alternate
        words = terminal.words()
        order = ("START HERE", "When: on a walk", f"Then: {OTHER}", LABELS.overview, "not therapy")
        places = [words.index(each) for each in order]
        assert places == sorted(places)
        assert "1. Say how it feels for you" in words
        assert "Keep a copy" not in words


def test_nothing_now_and_no_moment_can_be_chosen_too() -> None:
    """A moment can be left open; "Not now" brings the recommended start back.

    What somebody does by themselves has no moment for the two of them.
    """
    with guide_session() as terminal:
        to_plan(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("3. Draw a line")
        terminal.press("3")
        terminal.wait_for("> 1. in a quiet moment by myself", "3. I'd rather leave it open")
        assert "at a meal" not in terminal.words()
        terminal.press(Key.LEFT)
        terminal.wait_for(f"2. {OTHER}")
        terminal.press("2")
        terminal.wait_for("When could that be?")
        terminal.press("4")
        terminal.wait_for(AT_START, f"Step 2 {OTHER}")
        assert "When:" not in terminal.words()
        terminal.press(Key.ENTER)
        terminal.wait_for(f"> 2. {OTHER}", "4. Not now")
        terminal.press("4")
        terminal.wait_for(AT_START, f"Step 1 {ACTION}")


def test_a_change_that_takes_away_the_moment_or_the_thing_is_told() -> None:
    """One line says which of the two is gone, once and until a key; the rest stays chosen."""
    with guide_session() as terminal:
        to_plan(terminal)
        to_moment(terminal)
        terminal.press("1")
        terminal.wait_for(MEAL)
        change(terminal, 5, "5")
        terminal.press(Key.ENTER)
        terminal.wait_for(AT_START, ACTION, LABELS.moment_gone)
        assert "When:" not in terminal.words()
        terminal.press(Key.DOWN)
        terminal.wait_until_gone(LABELS.moment_gone)
        terminal.wait_for("Left: change an answer")
        change(terminal, 3, "3")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, LABELS.start_gone)
        assert ACTION not in terminal.words()
        assert LABELS.moment_gone not in terminal.words()
        change(terminal, 1, "2")
        terminal.press(Key.ENTER)
        terminal.wait_for(PLAN, "Enter: start with this")
        assert LABELS.start_gone not in terminal.words()


@pytest.mark.parametrize("key", one_plain([Key.LEFT, Key.ESCAPE, Key.BACKSPACE]))
def test_back_from_each_page(key: str) -> None:
    """A moment, one thing, a step, the name of a copy, and the page itself: each goes one back."""
    with guide_session() as terminal:
        to_plan(terminal)
        to_moment(terminal)
        terminal.press(key)
        terminal.wait_for("Which one feels possible?")
        terminal.press(key)
        terminal.wait_for(AT_START, LAST_ACT)
        assert "When:" not in terminal.words()
        terminal.press("2")
        terminal.wait_for("2. Make time, and start small", "Enter: back")
        terminal.press(key)
        terminal.wait_for(PLAN, "> -> 2. Make time")
        if key != Key.BACKSPACE:  # which edits the name
            terminal.press("7")
            terminal.wait_for(NAME)
            terminal.press(key)
            terminal.wait_for(PLAN, LAST_ACT)
        terminal.press(key)
        terminal.wait_for("Check your answers")
        terminal.press(Key.ENTER)
        terminal.wait_for(AT_START)
