"""Edits of the real guide that a careful counsellor made, and that once passed as proved."""

from pathlib import Path
from typing import Final

import pytest

from distancecli.guide.answers import Answers
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.sampling import one_plain
from tests.support.small_guide import codes, with_edits
from tests.support.sound_guide import NAME, problems
from tests.support.terminal_driver import run_program

pytestmark = pytest.mark.slow

Edits = list[tuple[str, str]]

FOLLOWED: Final = """\
      - code: followed
        off_record: true
        label: "My partner follows me, or watches where I am"
"""
BEFORE_ME: Final = "      - code: me\n        off_record: true\n"
HARM: Final = '      - {code: harm_others, off_record: true, label: "I might hurt someone"}\n'
AFTER_STEPS: Final = f"# {'-' * 104}\n# Help lines, each"
REST: Final = """\
  - id: rest
    title: Rest
    source: our own words
    text:
      - Rest helps.
    applies:
      - when: {in_way: [tired]}
        because: you are worn out
    highlight: {in_way: [tired]}
    actions:
      - text: Sleep in once this week.

"""
LET_GO: Final = """\
  - id: let-go
    title: Let it go
    source: our own words
    text:
      - Forgive your partner. You can do it today, and you two will feel close again.
    applies:
      - when: {habits: [none]}
        because: you do not name a habit
    highlight: {habits: [none]}
    actions:
      - text: Sit down with your partner and tell them everything.
    openers:
      - text: '"I forgive you."'

"""
NO_HABIT: Final = (
    '      - {code: none, exclusive: true, informs: false, label: "None of these"}\n\n'
    "  # Asking about thoughts"
)
TWO_CITIES: Final = "expected: {applies: [make-time], done: [say-it]}"

REFUSED: Final[dict[str, tuple[Edits, str]]] = {
    "a danger whose rule was forgotten": (
        [(BEFORE_ME, FOLLOWED + BEFORE_ME)],
        'the answer "followed" of "safety" does the same as "none" '
        '("None of these"), for every reader; use it in a rule',
    ),
    "the same on record": (
        [(BEFORE_ME, FOLLOWED.replace("        off_record: true\n", "") + BEFORE_ME)],
        'the answer "followed" of "safety" does the same as "none" '
        '("None of these"), for every reader; use it in a rule, or mark it `informs: false`',
    ),
    "the same in the last question": (
        [("      - {code: cost,", f"{HARM}      - {{code: cost,")],
        'the answer "harm_others" of "now" changes nothing but that the run is off record; '
        "use it in a rule",
    ),
    "a question on safety that is saved": (
        [("    private: true\n    sensitive: true\n    options:\n      - {code: afraid",
          "    sensitive: true\n    options:\n      - {code: afraid")],
        '"safety" has answers that are off record, and yet its answers can be saved; '
        "mark it `private: true`",
    ),
    "a last question that is shown again": (
        [("    sensitive: true\n    options:\n      - {code: low",
          "    options:\n      - {code: low")],
        '"now" has answers that are off record, and yet they are shown again later; '
        "mark it `sensitive: true`",
    ),
    "none of these beside one of these": (
        [("{code: none, exclusive: true, label", "{code: none, label")],
        '"none" of "safety" is no to all, so it stands beside nothing; add exclusive: true',
    ),
    "a sixth step that is highlighted": (
        [(AFTER_STEPS, REST + AFTER_STEPS)],
        'the step "rest" stands in no promise, where other steps do; say in one what holds of it',
    ),
    "a sixth step that says forgive": (
        [
            (AFTER_STEPS, LET_GO + AFTER_STEPS),
            (NO_HABIT, NO_HABIT.replace(", informs: false", "")),
            (TWO_CITIES, "expected: {applies: [make-time, let-go], done: [say-it],"
                         " highlight: [let-go]}"),
        ],
        'the step "let-go" stands in no promise, where other steps do; '
        "say in one what holds of it",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "said"), one_plain(REFUSED.values()), ids=list(REFUSED))
def test_an_unsafe_edit_does_not_pass(real_text: str, edits: Edits, said: str) -> None:
    """The check names the answer or the step, and says what to write."""
    found = [problem.message for problem in problems(with_edits(real_text, *edits))]
    assert said in found, found


@pytest.mark.slow
def test_a_warning_fails_a_strict_check(real_text: str, tmp_path: Path) -> None:
    """So an author who relies on the exit code is told as well."""
    edits, said = REFUSED["a sixth step that is highlighted"]
    path = tmp_path / "guide.yaml"
    path.write_text(with_edits(real_text, *edits), encoding="utf-8")
    ran = run_program("check", str(path), "--strict")
    assert ran.returncode == 1
    assert said in ran.stdout


# --- A point of which the author thought no further ----------------------------------------------

EVERYTHING: Final = "Go to your partner today and tell them everything, even if it is hard."
FIRST_POINT: Final = """\
    advice:
      - when: take_care
        safe_for: [care, crisis]
        topic: [care_1, only_if_safe]
        keep: true
        text: >-
          Say this only if you feel safe saying it."""
GUARDED: Final[list[Answers]] = [
    {"safety": codes("past")},
    {"now": codes("self_harm")},
    {"safety": codes("past"), "now": codes("self_harm")},
]


@pytest.fixture(scope="module")
def with_point(real_text: str) -> Guide:
    """The guide with a point that stands first in Step 1, without a mark."""
    point = f"    advice:\n      - text: {EVERYTHING}\n"
    edit = (FIRST_POINT, FIRST_POINT.replace("    advice:\n", point))
    return parse_guide(NAME, with_edits(real_text, edit))


@pytest.mark.parametrize("answers", GUARDED, ids=lambda each: " ".join(each))
def test_a_point_without_a_mark_does_not_reach_a_guarded_reader(
    guide: Guide, with_point: Guide, answers: Answers
) -> None:
    """It needs no topic and no rule to be kept from them: their plan is what it was."""
    assert make_plan(with_point, answers) == make_plan(guide, answers)


def test_a_point_without_a_mark_reaches_everyone_else(with_point: Guide) -> None:
    """It is the first point of any other reader for whom the step applies."""
    assert make_plan(with_point, {"safety": codes("none")}).steps[0].advice[0] == EVERYTHING
