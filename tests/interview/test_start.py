"""Where a reader starts: by the first rule that holds, or as they chose it, with a moment."""

import pytest

from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, Reader, make_plan
from distancecli.interview.start import Chosen, Start
from tests.support.starts_guide import starts_guide


@pytest.fixture(scope="module")
def small() -> Guide:
    """A guide with a step that never has an action, one for swimmers and one for runners."""
    return starts_guide()


def plan_for(guide: Guide, want: str, who: str, chosen: Chosen | None = None) -> Plan:
    """The plan of a reader who wants that, with those."""
    answers = {"want": frozenset({want}), "who": frozenset({who})}
    return make_plan(guide, answers, chosen=chosen)


def start_for(guide: Guide, want: str, who: str, chosen: Chosen | None = None) -> Start:
    """Where that reader starts, who has a start."""
    start = plan_for(guide, want, who, chosen).start
    assert start
    return start


# --- By rule -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("want", "who", "step"),
    [
        ("both", "alone", "run"),  # the first rule names a step without an action
        ("swim", "alone", "swim"),  # the second one's step does not apply
        ("run", "alone", "run"),
        ("both", "two", "swim"),  # no rule is left: the first step that applies with an action
        ("run", "two", "swim"),
        ("skipped", "two", "swim"),
    ],
)
def test_the_first_rule_that_leads_to_an_action_counts(
    small: Guide, want: str, who: str, step: str
) -> None:
    """A rule whose step does not apply, or has nothing to do, is passed over; so are all."""
    assert start_for(small, want, who).step == step


def test_of_two_rules_that_hold_the_first_counts() -> None:
    """Their order says where to start, not the order of the steps."""
    runs = "    - {when: {who: [alone]}, step: run}\n"
    swims = "    - {when: {who: [alone]}, step: swim}\n"
    turned = starts_guide((runs + swims, swims + runs))
    assert start_for(turned, "both", "alone").step == "swim"


def test_a_rule_without_a_condition_is_for_everyone() -> None:
    """It comes last, for whoever no other one is for."""
    runs = starts_guide(("  moments:\n", "    - {step: run}\n  moments:\n"))
    assert start_for(runs, "both", "two").step == "run"


def test_a_guide_without_rules_starts_with_the_first_that_can() -> None:
    """Not with the first step, which gives nothing to do."""
    rules = "".join(
        f"    - {{when: {{{when}}}, step: {step}}}\n"
        for when, step in (
            ("want: [swim, both]", "rest"),
            ("who: [alone]", "run"),
            ("who: [alone]", "swim"),
        )
    )
    without = starts_guide((f"  start:\n{rules}", ""))
    assert start_for(without, "both", "alone").step == "swim"
    assert start_for(without, "run", "alone").step == "swim"


def test_where_no_step_has_an_action_there_is_no_start(small: Guide) -> None:
    """The plan says what it can, and nothing stands in place of a start."""
    plan = plan_for(small, "skipped", "skipped")
    assert (plan.start, plan.instead) == (None, ())
    assert [step.shown.because for step in plan.steps] == [("all need rest",), (), ()]


def test_whoever_is_to_have_none_reads_what_stands_instead(small: Guide) -> None:
    """Whatever they chose; and of each step nothing stands in the plan but its title."""
    for chosen in (None, Chosen("swim")):
        plan = plan_for(small, "nothing", "two", chosen)
        assert plan.start is None
        assert [passage.text for passage in plan.instead] == ["Do nothing."]
        assert all(step.shown == type(step.shown)() for step in plan.steps)
    assert [step.action for step in plan.steps] == [None, "Go to the pool.", "Run one lap."]


def test_nothing_stands_instead_where_there_is_a_start(small: Guide) -> None:
    """The words are for those without one."""
    assert plan_for(small, "both", "two").instead == ()


def test_a_start_is_told_by_one_thing_of_each_kind(small: Guide) -> None:
    """Its action, its heaviest reason, its first opener, and what is never cut."""
    start = start_for(small, "both", "two")
    assert (start.number, start.highlighted) == (2, True)
    assert start.because == "you want to swim"
    assert (start.action, start.opener) == ("Go to the pool.", '"Shall we swim?"')
    assert [passage.text for passage in start.kept] == ["Only where it is safe."]
    assert start.moment is None


# --- As chosen -----------------------------------------------------------------------------------


def test_a_chosen_start_counts_before_every_rule(small: Guide) -> None:
    """It is told like any other one."""
    start = start_for(small, "both", "two", Chosen("run"))
    assert (start.step, start.because, start.action) == ("run", "you want to run", "Run one lap.")


@pytest.mark.parametrize("step", ["rest", "run", "none-such"])
def test_a_chosen_start_that_is_not_there_gives_way_to_the_rules(small: Guide, step: str) -> None:
    """Where it has nothing to do, does not apply any more, or is no step of the guide."""
    chosen = Chosen(step, "noon")
    assert plan_for(small, "swim", "alone", chosen) == plan_for(small, "swim", "alone")


def test_a_chosen_start_stays_while_its_action_is_there(small: Guide) -> None:
    """Another answer may bring another action of the step; another start may go."""
    chosen = Chosen("swim", "noon")
    assert start_for(small, "both", "alone", chosen).moment == "at noon"
    changed = start_for(small, "both", "two", chosen)
    assert (changed.step, changed.action, changed.moment) == ("swim", "Go to the pool.", None)


def test_a_reader_can_choose_and_take_it_back(small: Guide) -> None:
    """The same answers with a start, and without it what the rules say."""
    reader = Reader(small, {"want": frozenset({"both"}), "who": frozenset({"alone"})})
    chosen = reader.starting(Chosen("swim"))
    assert chosen.plan.start
    assert chosen.plan.start.step == "swim"
    assert (chosen.answers, chosen.starting(None)) == (reader.answers, reader)


# --- Moments -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("want", "who", "step", "moments"),
    [
        ("both", "two", "swim", ["trip"]),
        ("both", "two", "run", ["noon", "dusk"]),
        ("both", "alone", "swim", ["noon", "dusk"]),
        ("swim", "alone", "swim", ["noon"]),
    ],
)
def test_the_moments_are_those_of_the_action_s_kind(
    small: Guide, want: str, who: str, step: str, moments: list[str]
) -> None:
    """Those together for an action that takes both, the others for the rest, and only what fits."""
    start = start_for(small, want, who, Chosen(step))
    assert [each.id for each in start.moments] == moments


@pytest.mark.parametrize("moment", ["trip", "dusk", "none-such", None])
def test_a_moment_that_is_not_offered_is_none(small: Guide, moment: str | None) -> None:
    """One of another kind, one that does not fit any more, one that there is not, and none."""
    start = start_for(small, "swim", "alone", Chosen("swim", moment))
    assert (start.step, start.moment) == ("swim", None)


def test_a_moment_that_is_offered_goes_with_the_start(small: Guide) -> None:
    """In the guide's words."""
    assert start_for(small, "swim", "alone", Chosen("swim", "noon")).moment == "at noon"
    assert start_for(small, "both", "two", Chosen("swim", "trip")).moment == "on a trip"
