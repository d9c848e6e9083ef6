"""What guarded readers are shown: what is marked safe for them, as if nothing else stood there."""

from typing import Final

import pytest

from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.step import StepShown
from tests.support.guarded_guide import guarded_text
from tests.support.small_guide import changed


@pytest.fixture(scope="module")
def small() -> Guide:
    """A guide whose readers can be frail, sad, both or neither."""
    return parse_guide("guarded.yaml", guarded_text())


def plan_for(guide: Guide, body: str, mind: str) -> Plan:
    """The plan of a reader with that body and that mind."""
    return make_plan(guide, {"body": frozenset({body}), "mind": frozenset({mind})})


def walk_for(guide: Guide, body: str, mind: str) -> StepShown:
    """The first step of that plan."""
    return plan_for(guide, body, mind).steps[0]


@pytest.mark.parametrize(
    ("body", "mind", "text"),
    [
        ("strong", "bright", ["Walk fast.", "Walk slowly.", "Sit."]),
        ("strong", "sad", ["Walk slowly.", "Sit."]),
        ("frail", "bright", ["Sit."]),
        ("frail", "sad", ["Sit."]),
    ],
)
def test_a_paragraph_reaches_a_guarded_reader_only_by_its_marks(
    small: Guide, body: str, mind: str, text: list[str]
) -> None:
    """One without a mark is for everybody else, and a reader in two groups needs both marks."""
    assert [passage.text for passage in walk_for(small, body, mind).text] == text


@pytest.mark.parametrize(
    ("body", "mind", "status", "because"),
    [
        ("strong", "bright", "applies", ["walking is good", "you said how you are"]),
        ("strong", "sad", "applies", ["air helps", "you said how you are"]),
        ("skipped", "sad", "applies", ["air helps"]),
        ("frail", "sad", "applies", ["you said how you are"]),
        ("skipped", "skipped", "applies", ["walking is good"]),
    ],
)
def test_an_unmarked_reason_makes_no_step_apply(
    small: Guide, body: str, mind: str, status: str, because: list[str]
) -> None:
    """Only the reasons that are safe for the reader count, and only they are given."""
    step = walk_for(small, body, mind)
    assert (step.status, list(step.because)) == (status, because)


def test_where_no_safe_reason_is_left_the_next_status_holds() -> None:
    """A frail reader whose one safe reason to apply is gone has done the step instead."""
    reason = "    done:\n      - {when: always, safe_for: [frail, sad], because: enough}\n"
    less = guarded_text().replace("{body: [frail, strong]}", "{body: [strong]}")
    less = less.replace("    advice:\n", f"{reason}    advice:\n")
    assert walk_for(parse_guide("less.yaml", less), "frail", "bright").status == "done"


def test_an_unmarked_step_is_not_even_named(small: Guide) -> None:
    """The others keep their numbers, which stand in the texts too."""
    first = guarded_text().replace("    safe_for: [frail, sad]\n    text:", "    text:")
    first = first.replace("    source: A book\n    text: [Up.]", "    source: A book\n    "
                          "safe_for: [frail, sad]\n    text: [Up.]")  # fmt: skip
    guide = parse_guide("first.yaml", first)
    named = [(step.number, step.id) for step in plan_for(guide, "frail", "bright").steps]
    assert named == [(2, "climb")]
    assert [step.id for step in plan_for(small, "frail", "bright").steps] == ["walk"]
    assert len(plan_for(small, "strong", "bright").steps) == 2


@pytest.mark.parametrize(
    ("body", "mind", "advice", "action", "openers"),
    [
        ("strong", "bright", "one two three four", "Run.", ['"Race me."', '"Come along."']),
        ("strong", "sad", "six", "Breathe.", ['"Come along."']),
        ("frail", "bright", "five", "Stand up.", []),
        ("frail", "sad", "", "Breathe.", []),
    ],
)
def test_the_first_that_fit_are_counted_among_those_that_are_safe(
    small: Guide, body: str, mind: str, advice: str, action: str, openers: list[str]
) -> None:
    """Four points before one that is safe do not crowd it out; nor does an unsafe action."""
    step = walk_for(small, body, mind)
    assert list(step.advice) == [f"Point {number}." for number in advice.split()]
    assert (step.action, list(step.openers)) == (action, openers)


@pytest.mark.parametrize(
    ("body", "mind", "top", "foot"),
    [
        ("strong", "bright", ["Go far.", "Go gently."], ["Well done."]),
        ("strong", "sad", ["Go gently."], ["Well done."]),
        ("frail", "bright", ["Go gently."], []),
    ],
)
def test_the_lines_of_the_plan_are_marked_too(
    small: Guide, body: str, mind: str, top: list[str], foot: list[str]
) -> None:
    """Above and below the steps."""
    plan = plan_for(small, body, mind)
    assert [passage.text for passage in plan.top] == top
    assert [passage.text for passage in plan.foot] == foot


CLIMB: Final = """\
    text: [Up.]
    applies: [{when: always, because: hills are there}]
    actions: [{text: Climb.}]
"""
SAFE_CLIMB: Final = """\
    safe_for: [frail, sad]
    text: [Up.]
    applies: [{when: always, safe_for: [frail, sad], because: hills are there}]
    actions: [{safe_for: [frail, sad], text: Climb.}]
"""


def with_start(marks: str) -> Guide:
    """The guide with a second step for all, and lines on a start with those marks."""
    plan = f"""\
  start: [{{step: climb, safe_for: {marks}}}]
  moments: [{{id: noon, text: at noon, safe_for: {marks}}}]
  help: [{{text: Call us., safe_for: {marks}}}]
  title: Your plan
"""
    text = changed(changed(guarded_text(), CLIMB, SAFE_CLIMB), "  title: Your plan\n", plan)
    return parse_guide("start.yaml", text)


@pytest.mark.parametrize(
    ("body", "mind", "marks", "reached"),
    [
        ("strong", "bright", "[]", True),
        ("frail", "bright", "[]", False),
        ("frail", "bright", "[sad]", False),
        ("frail", "bright", "[frail]", True),
        ("frail", "sad", "[frail]", False),
        ("frail", "sad", "[frail, sad]", True),
    ],
)
def test_a_line_on_a_start_a_moment_and_help_are_marked_too(
    body: str, mind: str, marks: str, reached: bool
) -> None:
    """Where to start, when, and where help is: one without a mark is for everybody else."""
    plan = plan_for(with_start(marks), body, mind)
    assert plan.start
    assert plan.start.step == ("climb" if reached else "walk")
    assert [each.id for each in plan.start.moments] == ["noon"] * reached
    assert [passage.text for passage in plan.help] == ["Call us."] * reached


def test_what_stands_instead_of_a_start_is_marked_too() -> None:
    """Whoever is to have no start reads in its place only what is safe for them."""
    plan = "  no_start: always\n  instead: [Run., {text: Rest., safe_for: [frail]}]\n"
    plan += "  title: Your plan\n"
    guide = parse_guide("none.yaml", changed(guarded_text(), "  title: Your plan\n", plan))
    found = {
        body: [passage.text for passage in plan_for(guide, body, "bright").instead]
        for body in ("strong", "frail")
    }
    assert found == {"strong": ["Run.", "Rest."], "frail": ["Rest."]}


@pytest.mark.parametrize(
    ("body", "mind", "guarded"),
    [("strong", "bright", False), ("frail", "bright", True), ("strong", "sad", True)],
)
def test_a_plan_knows_that_its_reader_is_guarded(
    small: Guide, body: str, mind: str, guarded: bool
) -> None:
    """So that nobody sends them to read all that the guide says."""
    assert plan_for(small, body, mind).guarded is guarded
