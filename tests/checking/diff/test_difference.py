"""`distance diff`: what an edit changes for readers, each change with a smallest one."""

from pathlib import Path
from typing import Final

import msgspec
import pytest
from hypothesis import given

from distancecli.checking.diff.difference import Difference
from distancecli.guide.model import Guide
from tests.support.plan_view import view
from tests.support.random_guides import FEWER, small_guides
from tests.support.small_guide import changed
from tests.support.sound_guide import sound_guide, sound_text
from tests.support.terminal_driver import run_program
from tests.support.trying import every_reader

EDITS: Final = {
    "a reason goes": (
        ("      - {when: {mood: [fine]}, because: rest keeps you fine}\n", ""),
        'the step "rest-more" is done, and before it applied',
        {"mood": "fine", "rest": "often"},
    ),
    "a step comes to apply": (
        ("{any: [tired, {rest: [often]}]}", "{any: [tired, {rest: [seldom]}]}"),
        'the step "find-help" applies, and before it was just named',
        {"rest": "seldom"},
    ),
    "a step applies no longer": (
        ("{any: [tired, {rest: [often]}]}", "{any: [tired, {rest: [seldom]}]}"),
        'the step "find-help" is just named, and before it applied',
        {"rest": "often"},
    ),
    "a paragraph comes to a notice": (
        ("support: [listener]}\n", "support: [listener]}\n      - Others feel so too.\n"),
        'a paragraph of "alone" is now shown: "Others feel so too."',
        {"mood": "low", "help": "nobody"},
    ),
    "a paragraph comes to an ending": (
        ("text: [That is all.]", "text: [That is all., Farewell.]"),
        'a paragraph of "stopped" is now shown: "Farewell."',
        {"mood": "stop"},
    ),
    "what was done has to wait": (
        ("    done:\n", "    not_yet:\n"),
        'the step "rest-more" has to wait, and before it was done',
        {"rest": "often"},
    ),
    "an ending comes": (
        (
            "notices:\n",
            "  - {id: calm, when: {mood: [fine]}, title: Calm, text: [All is calm.]}\nnotices:\n",
        ),
        'the ending "calm" instead of a plan',
        {"mood": "fine"},
    ),
    "an ending goes to others": (
        ("when: {mood: [stop]}\n    title", "when: {mood: [fine]}\n    title"),
        'a plan instead of the ending "stopped"',
        {"mood": "stop"},
    ),
    "a highlight comes": (
        ("    title: Find help\n", "    title: Find help\n    highlight: {help: [friend]}\n"),
        'the step "find-help" is now highlighted',
        {"mood": "low", "help": "friend"},
    ),
    "a notice goes to others": (
        ("when: {help: [nobody]}\n    title", "when: {help: [friend]}\n    title"),
        'the notice "alone" is no longer shown',
        {"mood": "low", "help": "nobody"},
    ),
    "a question is asked of others": (
        ("    when: tired\n", "    when: {mood: [fine]}\n"),
        'the question "help" is now asked',
        {"mood": "fine"},
    ),
    "a text goes to others": (
        ("{when: {rest: [skipped]}, text: Sit.}", "{when: {mood: [fine]}, text: Sit.}"),
        'a point of advice of "rest-more" is now shown: "Sit."',
        {"mood": "fine", "rest": "often"},
    ),
    "a start comes first": (
        ("plan: {title: Your plan, ", "plan: {title: Your plan, start: [{step: find-help}], "),
        'the step "find-help" is where a reader starts, and before it was the step "rest-more"',
        {"mood": "low"},
    ),
    "a start goes": (
        ("plan: {title: Your plan, ", "plan: {title: Your plan, no_start: {mood: [fine]}, "),
        'no step is where a reader starts, and before it was the step "rest-more"',
        {"mood": "fine"},
    ),
    "a run goes off record": (
        ("{code: fine, label: Fine}", "{code: fine, label: Fine, off_record: true}"),
        "a run is now off record",
        {"mood": "fine"},
    ),
}


@pytest.mark.parametrize(("edit", "words", "example"), EDITS.values(), ids=list(EDITS))
def test_a_change_is_told_with_a_smallest_reader(
    edit: tuple[str, str], words: str, example: dict[str, str]
) -> None:
    """Each kind of change is named in words, with answers for which it can be seen."""
    changes = {
        each.words: each.example for each in Difference(sound_guide(), sound_guide(edit)).changes()
    }
    assert words in changes
    given = {question: " ".join(codes) for question, codes in (changes[words] or {}).items()}
    assert given == example


def test_what_had_to_wait_is_told_the_other_way_round() -> None:
    """In the words for what was so before."""
    edit, *_ = EDITS["what was done has to wait"]
    changes = Difference(sound_guide(edit), sound_guide()).changes()
    assert 'the step "rest-more" is done, and before it had to wait' in [e.words for e in changes]


def test_another_wording_is_told_as_such() -> None:
    """A text that the same readers are shown in other words is one change, with both wordings."""
    changes = list(
        Difference(sound_guide(), sound_guide(("text: Sleep.", "text: Rest well."))).changes()
    )
    assert [(each.words, each.example) for each in changes] == [
        ('a point of advice of "rest-more" is reworded: "Sleep." is now "Rest well."', None)
    ]


def test_where_several_stand_in_the_place_of_one_it_is_reworded_only_once() -> None:
    """By the first of them; the others are told as texts that came."""
    rule = "{when: {rest: [seldom]}, text: "
    several = "\n      - ".join(f"{rule}{text}.}}" for text in ("Doze", "Nap", "Lie"))
    edit = (f"{rule}Sleep.}}", several)
    said = 'a point of advice of "rest-more" is'
    told = [each.words for each in Difference(sound_guide(), sound_guide(edit)).changes()]
    assert told == [
        f'{said} reworded: "Sleep." is now "Doze."',
        *(f'{said} now shown: "Nap."', f'{said} now shown: "Lie."'),
    ]


def test_other_words_for_others_are_another_text() -> None:
    """It is no new wording: the ones lose a text, and the others gain one."""
    edit = ("{when: {rest: [seldom]}, text: Sleep.}", "{when: {mood: [fine]}, text: Doze.}")
    told = [each.words for each in Difference(sound_guide(), sound_guide(edit)).changes()]
    assert told == [
        'a point of advice of "rest-more" is now shown: "Doze."',
        'a point of advice of "rest-more" is no longer shown: "Sleep."',
    ]


def test_what_only_one_guide_has_is_told() -> None:
    """A new option, question, step, notice or ending is named; so is one that is gone."""
    with_more = sound_guide(
        ("endings:\n", "  - {id: more, ask: And?, options: [{code: a, label: A}]}\nendings:\n"),
        ("{code: often, label: Often}", "{code: often, label: Often}\n      - {code: x, label: X}"),
    )
    new = [each.words for each in Difference(sound_guide(), with_more).changes()]
    assert new[:2] == ['the answer "x" of "rest" is new', 'the question "more" is new']
    gone = [each.words for each in Difference(with_more, sound_guide()).changes()]
    assert gone[:2] == ['the answer "x" of "rest" is gone', 'the question "more" is gone']


@FEWER
@given(guide=small_guides())
def test_a_guide_does_not_differ_from_itself(guide: Guide) -> None:
    """Nothing is told where nothing changed."""
    assert list(Difference(guide, guide).changes()) == []


@FEWER
@given(old=small_guides())
def test_a_step_that_loses_a_rule_differs_exactly_where_some_reader_sees_it(old: Guide) -> None:
    """A reader is told of exactly when one, tried one by one, is shown something else."""
    steps = (msgspec.structs.replace(old.steps[0], advice=(), done=()), *old.steps[1:])
    new = msgspec.structs.replace(old, steps=steps)
    differs = any(view(old, each) != view(new, each) for each in every_reader(old))
    told = [each.words for each in Difference(old, new).changes()]
    assert any(", for no reader: " not in words for words in told) == differs


def test_the_command_tells_changes_and_exits_like_diff(tmp_path: Path) -> None:
    """Exit code 1 and the changes with answers to save, or 0 and a word that nothing changes."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(sound_text())
    new.write_text(changed(sound_text(), *EDITS["a highlight comes"][0]))
    told = run_program("diff", str(old), str(new))
    assert told.returncode == 1
    assert told.stdout.splitlines()[2:7] == [
        '- the step "find-help" is now highlighted',
        "    # for example, for this reader:",
        "    mood: low  # Low",
        "    help:",
        "      - friend  # A friend",
    ]
    same = run_program("diff", str(old), str(old))
    assert (same.returncode, "Nothing changes for any reader." in same.stdout) == (0, True)
