"""What guarded readers are shown: what is marked safe for them, as if nothing else stood there."""

import pytest

from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.step import StepShown
from tests.support.guarded_guide import guarded_text


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
