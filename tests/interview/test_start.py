"""Where a reader starts: by the first rule that holds, or as they chose it, with a moment."""

from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, Reader, make_plan
from distancecli.interview.since import Given
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
    seen = Chosen("swim", "noon", "bath")
    assert start_for(small, "both", "alone", seen).moment == "at noon"
    assert plan_for(small, "both", "two", seen) == plan_for(small, "both", "two")


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


# --- Coming back ---------------------------------------------------------------------------------

RULES: Final = """\
    - {when: {want: [swim, both]}, step: rest}
    - {when: {who: [alone]}, step: run}
    - {when: {who: [alone]}, step: swim}
"""
"""The rules of the guide as it is, for those who are here for the first time."""
BATH: Final = Chosen("swim", "noon", "bath")
LAP: Final = Chosen("run", "noon", "lap")
SAME: Final = "{last: same, say: Once more.}"
SMALLER: Final = "{last: smaller, say: Less.}"
OTHER: Final = "{last: other, say: Else.}"
WASH: Final = ("swim", "Wash.", None, "Less.", True)
BATHES: Final = ("swim", "Take a bath.", None, "", False)
RUNS: Final = ("run", "Run one lap.", None, "Else.", False)


@pytest.mark.parametrize(
    ("rules", "want", "last", "start"),
    [
        ([SAME], "both", BATH, ("swim", "Take a bath.", "at noon", "Once more.", True)),
        ([SAME], "both", LAP, ("run", "Run one lap.", "at noon", "Once more.", True)),
        (["{last: same}"], "both", LAP, ("run", "Run one lap.", "at noon", "", True)),
        ([SAME], "both", None, BATHES),  # there is no last time
        ([SAME], "both", Chosen("swim", "noon", "pool"), BATHES),  # which takes two
        ([SAME], "both", Chosen("rest", "noon", ""), BATHES),  # which has nothing to do
        ([SAME], "swim", LAP, BATHES),  # which does not apply
        (["{last: same, when: {who: [two]}}"], "both", LAP, BATHES),
        ([SMALLER], "both", BATH, WASH),
        ([SMALLER, SAME], "both", BATH, WASH),
        ([SMALLER], "both", LAP, BATHES),  # which has no smaller part
        ([SMALLER], "both", Chosen("swim", "noon", "pool"), BATHES),
        ([OTHER], "both", BATH, RUNS),
        ([OTHER], "both", LAP, ("swim", "Take a bath.", None, "Else.", False)),
        ([OTHER], "swim", BATH, BATHES),  # no other one is there
        ([OTHER], "swim", LAP, ("swim", "Take a bath.", None, "Else.", False)),
        ([OTHER], "both", None, BATHES),
        ([OTHER, "{step: swim}"], "both", BATH, RUNS),
        ([OTHER, "{step: run}"], "both", BATH, RUNS),
        ([OTHER, SAME], "both", BATH, RUNS),
        ([OTHER, "{last: other, say: No.}"], "both", BATH, RUNS),
        (["{step: run}", OTHER], "both", BATH, ("run", "Run one lap.", None, "", False)),
    ],
)  # fmt: skip
def test_what_was_started_with_is_done_again_or_not_by_the_rules(
    rules: list[str], want: str, last: Chosen | None, start: tuple[str, str, str | None, str, bool]
) -> None:
    """The same at its moment, a part of it, or another step, with a word on why; else as ever."""
    made = back_with(rules, want, last)
    assert (made.step, made.action, made.moment, made.say, made.repeats) == start
    assert made.recommended == made.step
    assert made.smaller == ("Wash." if start is WASH else "")
    assert made.is_smaller is (start is WASH)


def test_what_is_chosen_anew_has_no_word_on_the_last_time() -> None:
    """And what the rules say, a smaller part too, stays at hand."""
    made = back_with([SMALLER], "both", BATH, LAP)
    assert (made.step, made.say, made.repeats) == ("run", "", False)
    assert (made.recommended, made.smaller, made.is_smaller) == ("swim", "Wash.", False)


def test_a_smaller_part_has_moments_of_its_own_kind_and_no_words_for_the_whole() -> None:
    """It may be something for two where the whole is not; one without a part is done whole."""
    part = back_with([SMALLER], "both", BATH, replace(BATH, smaller=True, moment="trip"))
    assert (part.action, part.moment, part.opener) == ("Wash.", "on a trip", None)
    assert [each.id for each in part.moments] == ["trip"]
    whole = back_with([SMALLER], "both", BATH, replace(LAP, smaller=True))
    assert (whole.action, whole.moment, whole.is_smaller) == ("Run one lap.", "at noon", False)
    assert whole.opener == '"Run with me."'


def back_with(
    rules: list[str], want: str, last: Chosen | None, chosen: Chosen | None = None
) -> Start:
    """Where somebody starts alone who comes back and started with that the last time."""
    guide = starts_guide(
        (RULES, "".join(f"    - {rule}\n" for rule in rules)),
        ("text: Take a bath.}", "text: Take a bath., smaller: Wash., smaller_together: true}"),
    )
    answers = {"want": frozenset({want}), "who": frozenset({"alone"})}
    start = make_plan(guide, answers, chosen=chosen, earlier=Given({}, last)).start
    assert start
    return start
