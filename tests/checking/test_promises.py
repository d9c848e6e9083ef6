"""What is promised stands in the plan whichever start is chosen; what is denied, nowhere at all."""

from typing import Final

import pytest

from distancecli.checking.proofs import Proofs
from tests.support.safety_guide import safety_text
from tests.support.small_guide import changed
from tests.support.sound_guide import problems, sound_guide, sound_text

FINE_AND_RESTED: Final = "    when: {all: [{mood: [fine]}, {rest: [often]}]}\n"
"""Readers who can start with either step; an opener of the first one stands in the plan or not."""
THEN: Final = {
    "{topic: [night]}": True,
    "{at_hand: [night]}": False,
    "{none: [{topic: [night]}]}": True,
    "{none: [{none: [{topic: [night]}]}]}": True,
    "{none: [{none: [{at_hand: [night]}]}]}": False,
    "{start: [rest-more]}": False,
    "{none: [{start: [find-help]}]}": False,
    "{opener: [rest-more]}": True,
    "{none: [{opener: [rest-more]}]}": True,
    "{topic: any}": True,
    "{none: [{topic: any}]}": True,
    "{none: [{none: [{topic: any}]}]}": True,
    "{topic: {any_but: [night]}}": True,
    "{none: [{topic: {any_but: [night]}}]}": False,
    "{any: [{topic: [night]}, {start: [rest-more]}]}": False,
    "{any: [{topic: [night]}, {start: [find-help]}]}": True,
}
"""What is promised to them, and whether that is broken."""


@pytest.mark.parametrize(("then", "broken"), THEN.items(), ids=list(THEN))
def test_what_is_cut_is_neither_promised_nor_denied(then: str, broken: bool) -> None:
    """What another start would cut is not promised by its topic, and not out of the way either."""
    promise = f"  - name: Night\n{FINE_AND_RESTED}    then: {then}\n"
    found = problems(changed(sound_text(), "promises:\n", f"promises:\n{promise}"))
    assert [each.code for each in found] == ["broken-promise"] * broken


def test_what_stands_there_by_one_step_or_another_is_promised() -> None:
    """A topic of which each start brings an opener of its own stands in every plan."""
    promise = f"  - name: Night\n{FINE_AND_RESTED}    then: {{topic: [night]}}\n"
    text = changed(sound_text(), "promises:\n", f"promises:\n{promise}")
    assert [each.code for each in problems(text)] == ["broken-promise"]
    action = "      - {text: Call someone.}\n"
    opener = "    openers:\n      - {when: {mood: [fine]}, text: Come over., topic: night}\n"
    assert problems(changed(text, action, action + opener)) == []


STAY: Final = "{none: [{safety: [afraid]}, {mood: [stop]}]}"
"""Readers of whom none reaches an ending."""
OTHERS: Final = "{help: [friend, family, skipped]}"
"""Readers whom the notice for those who are alone does not meet."""


@pytest.mark.parametrize(
    ("when", "then", "broken"),
    [
        ("{safety: [afraid]}", "{files: [never]}", False),
        ("{now: [despair]}", "{files: [never]}", False),
        ("{safety: [none]}", "{files: [never]}", True),
        ("{safety: [afraid]}", "{files: [allowed]}", True),
        ("{all: [{safety: [none]}, {now: [none]}]}", "{files: [allowed]}", False),
        (f"{{all: [{STAY}, {{now: [despair]}}]}}", "{notice: [hope]}", False),
        (f"{{all: [{STAY}, {{now: [despair]}}]}}", "{first_notice: [hope]}", True),
        (f"{{all: [{STAY}, {OTHERS}, {{now: [despair]}}]}}", "{first_notice: [hope]}", False),
        (f"{{all: [{STAY}, {{help: [nobody]}}]}}", "{first_notice: [alone]}", False),
    ],
)
def test_what_may_reach_a_file_and_which_notice_comes_first_is_promised(
    when: str, then: str, broken: bool
) -> None:
    """One answer off record is enough, and one notice that stands before it."""
    promise = f"  - {{name: This, when: {when}, then: {then}}}\n"
    found = problems(changed(safety_text(), "promises:\n", f"promises:\n{promise}"))
    assert [each.code for each in found] == ["broken-promise"] * broken


@pytest.mark.parametrize(("rest", "broken"), [("seldom", False), ("often", True)])
def test_a_step_of_none_of_the_statuses_is_promised_as_another(rest: str, broken: bool) -> None:
    """It stands in no list of the plan, for readers whom none of its reasons fits."""
    when = f"{{all: [{{mood: [fine]}}, {{rest: [{rest}]}}]}}"
    promise = f"  - {{name: Other, when: {when}, then: {{other: [find-help]}}}}\n"
    found = problems(changed(sound_text(), "promises:\n", f"promises:\n{promise}"))
    assert [each.code for each in found] == ["broken-promise"] * broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("[{text: R., topic: sleep}]", False),
        ("[Rest is good., {text: R., topic: sleep}]", True),
        ("[Rest is good., {text: R., topic: sleep, keep: true}]", False),
    ],
)
def test_a_paragraph_of_a_step_is_promised_where_no_start_cuts_it(text: str, broken: bool) -> None:
    """The first one of each step stands in every plan, as do those that are never cut."""
    promise = f"  - name: Sleep\n{FINE_AND_RESTED}    then: {{topic: [sleep]}}\n"
    edited = changed(sound_text(), "promises:\n", f"promises:\n{promise}")
    found = problems(changed(edited, "text: [Rest is good.]", f"text: {text}"))
    assert [each.code for each in found] == ["broken-promise"] * broken


SLEEP: Final = "      - {when: {rest: [seldom]}, text: Sleep.}\n"
ABOUT_SLEEP: Final = SLEEP.replace("Sleep.", "Sleep., topic: sleep")
BEFORE_SLEEP: Final = "      - {text: A.}\n      - {text: B.}\n"
ONE_MORE: Final = "      - {text: C.}\n"
"""Points that stand before it."""


@pytest.mark.parametrize(
    ("points", "broken"),
    [
        (ABOUT_SLEEP, False),
        (BEFORE_SLEEP + ABOUT_SLEEP, False),
        (BEFORE_SLEEP + ONE_MORE + ABOUT_SLEEP, True),
        (BEFORE_SLEEP + ONE_MORE + ABOUT_SLEEP.replace("}\n", ", keep: true}\n"), False),
    ],
)
def test_a_point_of_the_only_step_to_start_with_is_promised(points: str, broken: bool) -> None:
    """Among its first three, or where it is never cut: its readers can choose no other start."""
    when = "{all: [{mood: [fine]}, {rest: [seldom]}]}"
    promise = f"  - {{name: Sleep, when: {when}, then: {{topic: [sleep]}}}}\n"
    text = changed(sound_text(), "promises:\n", f"promises:\n{promise}")
    text = changed(text, SLEEP, points)
    found = [each.code for each in problems(text) if each.code != "never-shown"]
    assert found == ["broken-promise"] * broken


HERE: Final = "{kind: listener, name: A, web: a.example}"
EVERYWHERE: Final = "{kind: other, name: C, web: c.example}"
LACKING: Final = {
    "{lines: [listener]}": ": there is no line of the kind listener for AA, BB",
    "{all: [{notice: [alone]}, {lines: any}, {lines: [other, listener, expert]}]}": (
        ": there is no line of the kind expert for AA, BB, CC"
        ": there is no line of the kind listener for AA, BB"
    ),
    "{lines: [other]}": "",
    "{notice: any}": "",
}
"""What is promised to readers who get none of it, and what is said of lines."""


@pytest.mark.parametrize(("then", "said"), LACKING.items(), ids=list(LACKING))
def test_the_lines_that_a_promise_lacks_are_named_by_kind_and_country(then: str, said: str) -> None:
    """Just those of which it speaks and that are not everywhere, each with where it is not."""
    lines = {"AA": EVERYWHERE, "BB": EVERYWHERE, "CC": f"{EVERYWHERE}, {HERE}"}
    countries = "".join(f"    {each}: {{name: {each}, lines: [{lines[each]}]}}\n" for each in lines)
    promise = f"  - {{name: Lines, when: {{mood: [fine]}}, then: {then}}}\n"
    guide = sound_guide(
        ("promises:\n", f"promises:\n{promise}"),
        ("kinds: {", "kinds: {other: Others, expert: Experts, "),
        ("{kind: listener, name: Anywhere line, web: anywhere.example, source: a page}", ""),
        ("  countries: {}\n", f"  countries:\n{countries}"),
    )  # fmt: skip
    (fault,) = Proofs(guide).broken_promises()
    assert fault.message == f'the promise "Lines" is broken{said}; change a rule, or the promise'


def test_questions_for_whoever_comes_back_are_not_counted() -> None:
    """How many are asked is that of the first time."""
    went = "ask: And?, again: true, private: true, options: [{code: well, label: Well}]"
    again = ("endings:\n", f"  - {{id: went, {went}}}\nendings:\n")
    assert Proofs(sound_guide(again)).asked() == Proofs(sound_guide()).asked() == (1, 3)


def test_results_are_counted_as_far_as_is_asked() -> None:
    """Where there are more, it is not said how many."""
    assert [Proofs(sound_guide()).results(most) for most in (6, 7, 8)] == [None, 7, 7]


@pytest.mark.parametrize(
    "edit",
    [
        ("notices:\n", "  - {id: over, when: {help: [friend]}, title: A, text: [B.]}\nnotices:\n"),
        ("plan: {", "plan: {start: [{when: {help: [friend]}, step: find-help}], "),
    ],
    ids=["ending", "start"],
)
def test_another_ending_or_start_is_another_result(edit: tuple[str, str]) -> None:
    """Readers who differ in nothing else are told apart by it."""
    assert Proofs(sound_guide(edit)).results(20) == 8
