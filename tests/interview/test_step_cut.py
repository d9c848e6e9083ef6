"""What stands of a step in a plan, by its part in it; all the rest is at hand."""

from typing import Final

import pytest

from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.start import Chosen
from distancecli.interview.step import Said, StepShown
from tests.support.starts_guide import starts_guide

KEPT: Final = "Only where it is safe."


def plan_with(start: str, who: str = "two") -> Plan:
    """The plan of a reader who wants to swim and run, and starts with that."""
    answers = {"want": frozenset({"both"}), "who": frozenset({who})}
    return make_plan(starts_guide(), answers, chosen=Chosen(start))


def step_with(start: str, step: str, who: str = "two") -> StepShown:
    """A step of that plan."""
    (found,) = (each for each in plan_with(start, who).steps if each.id == step)
    return found


def texts(said: Said) -> list[str]:
    """The paragraphs of a step, or of a part of it."""
    return [passage.text for passage in said.text]


def test_a_step_has_all_that_it_says_whatever_is_cut() -> None:
    """At most three reasons, four points and two openers; the start changes nothing of that."""
    for start in ("swim", "run"):
        step = step_with(start, "swim")
        assert step.because == ("you want to swim", "it is good for two", "you said with whom")
        assert texts(step) == ["Swimming, one.", "Swimming, two.", KEPT]
        assert step.advice == ("Point one.", "Point two.", "Point three.", "Point four.")
        assert step.action == "Go to the pool."
        assert step.openers == ('"Shall we swim?"', '"The water is warm."')


def test_the_start_shows_what_was_not_said_yet() -> None:
    """Two more reasons, one more opener, three points; its action stands above, and what is kept.

    A point that is never cut is shown behind the three.
    """
    shown = step_with("swim", "swim").shown
    assert shown.because == ("it is good for two", "you said with whom")
    assert texts(shown) == ["Swimming, one.", "Swimming, two."]
    assert shown.advice == ("Point one.", "Point two.", "Point three.", "Point four.")
    assert (shown.action, shown.openers) == (None, ('"The water is warm."',))


@pytest.mark.parametrize(("start", "most"), [("swim", 3), ("run", 2)])
def test_points_are_cut_where_none_of_them_is_kept(start: str, most: int) -> None:
    """Three of the start, two of a highlighted step."""
    guide = starts_guide(("Point four., keep: true", "Point four."))
    answers = {"want": frozenset({"both"}), "who": frozenset({"two"})}
    (swim,) = (
        each for each in make_plan(guide, answers, chosen=Chosen(start)).steps if each.id == "swim"
    )
    assert swim.shown.advice == swim.advice[:most]
    assert len(swim.advice) == 4


def test_a_highlighted_step_shows_one_paragraph_and_two_points() -> None:
    """Its reason stands above it; it keeps what is never cut, its action, and one opener."""
    shown = step_with("run", "swim").shown
    assert shown.because == ()
    assert texts(shown) == ["Swimming, one.", KEPT]
    assert shown.advice == ("Point one.", "Point two.", "Point four.")
    assert (shown.action, shown.openers) == ("Go to the pool.", ('"Shall we swim?"',))


def test_any_other_step_shows_one_reason_one_paragraph_and_its_action() -> None:
    """And what is never cut; no point and no opener."""
    shown = step_with("run", "swim", who="alone").shown
    assert shown.because == ("you want to swim",)
    assert texts(shown) == ["Swimming, one.", KEPT]
    assert (shown.advice, shown.openers) == (("Point four.",), ())
    assert shown.action == "Take a bath."


@pytest.mark.parametrize("start", ["swim", "run"])
def test_what_is_never_cut_stands_in_every_plan(start: str) -> None:
    """At the start or in its step, and once."""
    plan = plan_with(start)
    kept = [passage.text for passage in plan.start.kept] if plan.start else []
    below = [text for step in plan.steps for text in texts(step.shown)]
    assert [*kept, *below].count(KEPT) == 1
    assert [point for step in plan.steps for point in step.shown.advice].count("Point four.") == 1


@pytest.mark.parametrize("start", ["swim", "run"])
def test_nothing_stands_twice(start: str) -> None:
    """What is said where to start is not said again of the step below it."""
    plan = plan_with(start)
    assert plan.start
    said = [plan.start.because, plan.start.action, plan.start.opener]
    for step in plan.steps:
        shown = step.shown
        said += [*shown.because, *texts(shown), *shown.advice, shown.action, *shown.openers]
    found = [text for text in said if text]
    assert sorted(found) == sorted(set(found))


def test_a_step_that_does_not_apply_shows_nothing() -> None:
    """It is named with its status, and its points are read where it is read in full."""
    guide = starts_guide(
        ("    advice: [{text: Tie your shoes.}]\n",
         "    advice: [{text: Tie your shoes., status: [other], keep: true}]\n"),
    )  # fmt: skip
    answers = {"want": frozenset({"swim"}), "who": frozenset({"alone"})}
    run = make_plan(guide, answers).steps[2]
    assert (run.status, run.advice, run.shown) == ("other", ("Tie your shoes.",), Said())
