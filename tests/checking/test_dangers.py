"""What could do harm is named, though the guide is well-formed and keeps its promises."""

from typing import Final

import pytest

from tests.support.safety_guide import safety_text
from tests.support.seeded_dangers import ANSWERS, DANGER, PROMISES, QUESTIONS, UNDECIDED
from tests.support.small_guide import changed, line_and_column, with_edits
from tests.support.sound_guide import problems, sound_text
from tests.support.told import is_as_told

WARNINGS: Final = {**QUESTIONS, **PROMISES, **UNDECIDED}
DANGERS: Final = {**ANSWERS, **WARNINGS}

Edits = list[tuple[str, str]]


def edited(*edits: tuple[str, str]) -> str:
    """The safety guide with those edits."""
    return with_edits(safety_text(), *edits)


def test_nothing_is_said_of_the_safety_guide() -> None:
    """A guide with questions about safety as they should be gives no problem at all."""
    assert problems(safety_text()) == []


@pytest.mark.parametrize("name", DANGERS)
def test_a_danger_is_named_at_its_place_and_nothing_else_is_said(name: str) -> None:
    """One edit gives one problem: its line and column, and what to write."""
    fault = DANGERS[name]
    text = edited((fault.old, fault.new))
    (problem,) = problems(text)
    assert is_as_told(name, [problem])
    where = f"{problem.line}:{problem.column}"
    assert (where, problem.code) == (line_and_column(text, text.index(fault.at)), fault.code)
    assert fault.said in problem.message
    assert problem.severity == ("warning" if fault in WARNINGS.values() else "error")


# --- Answers -------------------------------------------------------------------------------------

NUMB: Final = (
    "      - {code: despair",
    "      - {code: numb, label: Numb}\n      - {code: despair",
)
QUIET: Final[dict[str, Edits]] = {
    "two answers that are alike": [
        ("{help: [friend]}", "{help: [friend, pal]}"),
        ("{code: friend, label: A friend}", "{code: friend, label: A friend}\n"
         "      - {code: pal, label: A pal}"),
    ],
    "two answers that are alike where one can be given": [
        ("{when: {rest: [seldom]}, text", "{when: {rest: [seldom, never]}, text"),
        ("{code: seldom, label: Seldom}", "{code: seldom, label: Seldom}\n"
         "      - {code: never, label: Never}"),
    ],
    "none of a question that takes one answer": [
        ("      - {code: unsure,", "      - {code: none, informs: false, label: Nothing}\n"
         "      - {code: unsure,"),
    ],
    "two answers that stand alone": [
        ("label: Nothing of that}", "label: Nothing of that}\n"
         "      - {code: fine, exclusive: true, informs: false, label: I am fine}"),
    ],
    "an answer that stands alone under another code": [
        ("{code: none, exclusive: true, informs: false, label: Nothing of that}",
         "{code: nothing, exclusive: true, informs: false, label: Nothing of that}"),
    ],
    "an answer that is marked as doing what none does": [
        ("      - {code: none, exclusive: true, label",
         "      - {code: quiet, informs: false, label: We hardly talk}\n"
         "      - {code: none, exclusive: true, label"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("edits", QUIET.values(), ids=list(QUIET))
def test_answers_that_are_alike_on_purpose_are_not_named(edits: Edits) -> None:
    """What an author meant, and said so, is no problem."""
    assert problems(edited(*edits)) == []


def test_an_answer_that_differs_from_none_only_beside_others_is_named() -> None:
    """By itself it leads its reader to what none does, which one mark more cannot mend."""
    point = "    actions:\n      - {when: {help: [family]}"
    shared = f"    advice:\n      - {{when: {{now: [numb, none]}}, text: Breathe.}}\n{point}"
    mended = "{code: none, exclusive: true, label: Nothing of that}"
    none = "{code: none, exclusive: true, informs: false, label: Nothing of that}"
    text = edited(NUMB, (point, shared), (none, mended))
    (problem,) = problems(text)
    assert problem.message == (
        'by itself the answer "numb" of "now" does the same as "none" ("Nothing of that"), '
        "for every reader; write a rule by which they differ"
    )
    (problem,) = problems(changed(text, "{code: numb, ", "{code: numb, informs: false, "))
    assert problem.message == (
        'the answer "numb" of "now" is marked `informs: false`, but it changes what is shown; '
        "take the mark away, or the rule"
    )


def test_where_one_answer_can_be_given_a_danger_is_compared_with_what_is_none() -> None:
    """No answer excludes others there; it is the one on record that stands for no danger."""
    question = (
        "  - {id: hurt, ask: Hurt?, private: true, sensitive: true, options: [{code: yes, label: A,"
        " off_record: true}, {code: maybe, label: B, off_record: true}, {code: no, label: C}]}\n"
    )
    text = edited(
        ("  - id: rest\n    ask", f"{question}  - id: rest\n    ask"),
        ("when: {safety: [afraid]}, title", "when: {any: [{safety: [afraid]}, {hurt: [yes]}]}, "
         "title"),
        ("when: {safety: [skipped]}, title",
         "when: {any: [{safety: [skipped]}, {hurt: [skipped]}]}, title"),
        ("{none: [{safety: [afraid]}]}]}\n    then", "{none: [{safety: [afraid]}, {hurt: [yes]}]}]}"
         "\n    then"),
        ("    then: {notice: [passed]}", "    then: {any: [{notice: [passed]}, {ending: any}]}"),
    )  # fmt: skip
    (problem,) = problems(text)
    assert problem.message.startswith('the answer "maybe" of "hurt" does the same as "no" ("C")')
    assert problems(text.replace("{hurt: [yes]}", "{hurt: [yes, maybe]}")) == []


# --- What no promise names ------------------------------------------------------------------------


def test_where_no_promise_names_a_notice_none_has_to_be() -> None:
    """The promises of a guide may be about its endings and steps alone."""
    assert problems(changed(sound_text(), "        - {notice: [alone]}\n", "")) == []


# --- What was not reached ------------------------------------------------------------------------


def test_a_promise_that_several_endings_keep_names_each_of_them() -> None:
    """In their order; one that speaks of nobody is told as that alone."""
    rested = "    when: {none: [{rest: [often]}]}\n    then: {none: [{ending: any}]}\n"
    (kept,) = problems(edited(("readers:\n", f"  - name: Rested\n{rested}readers:\n")))
    assert "only because an ending (stopped, danger) comes before" in kept.message
    nobody = "{all: [{mood: [stop]}, {none: [{rest: [often]}]}]}"
    promise = f"  - {{name: A, when: {nobody}, then: {{notice: any}}}}\n"
    (empty,) = problems(edited(("readers:\n", f"{promise}readers:\n")))
    assert empty.code == "empty-promise"


def test_a_paragraph_that_nobody_can_reach_is_told_with_the_reason() -> None:
    """That no reader is shown it is one problem, and why is a warning at the same place."""
    paragraph = "{when: {none: [{now: [despair]}]}, text: Breathe.}"
    text = edited((DANGER, DANGER.replace("[Call now.]", f"[Call now., {paragraph}]")))
    never, why = problems(text)
    assert (never.line, never.column) == (why.line, why.column)
    assert never.message.startswith("no reader is ever shown this paragraph")
    assert why.message.startswith("this paragraph is missed only because the ending comes before")
