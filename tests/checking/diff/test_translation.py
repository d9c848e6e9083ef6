"""`distance diff --rules`: a translation is told from a guide with other rules."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given

from distancecli.checking.diff.translation import _pairs, count_reworded, in_words_of
from distancecli.checking.style import texts_of
from distancecli.documents.document import read_document
from distancecli.guide.conditions import GROUPS
from distancecli.guide.load import built_in_path
from distancecli.guide.model import Guide
from distancecli.guide.parts import Part
from tests.checking.diff.test_any_edit import edits
from tests.checking.diff.test_difference import EDITS
from tests.checking.diff.test_wording import edited, told
from tests.support.random_guides import FEWER, small_guides
from tests.support.sound_guide import sound_guide
from tests.support.terminal_driver import run_program

NO_WORDS: Final = frozenset(
    {"id", "code", "kind", "choose", "topic", "support", "status", "safe_for", "step"}
    | {"no_to_all", "not_sure", "answers", "expected"}
)
"""The fields that a translator leaves as they are."""
FOREIGN: Final = ", auf Deutsch"


def translated(value: Any, name: str = "") -> Any:
    """A guide, or a part of one, with other words in every place."""
    if name in NO_WORDS:
        return value
    if isinstance(value, str):
        return value and value + FOREIGN
    if isinstance(value, Guide):
        value = msgspec.structs.replace(value, support=translated(value.support))
    if isinstance(value, Part):
        fields = {each: translated(getattr(value, each), each) for each in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, dict):
        return {key: translated(each, name) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(translated(each, name) for each in value)
    return value


def told_by_rules(old: Guide, new: Guide) -> list[str]:
    """The changes of rules in words."""
    return told(old, in_words_of(old, new))


@FEWER
@given(guide=small_guides())
def test_a_translation_has_the_same_rules(guide: Guide) -> None:
    """Nothing is told of a guide that says everything in other words."""
    foreign = translated(guide)
    assert foreign.title.endswith(FOREIGN)
    assert told_by_rules(guide, foreign) == []
    assert count_reworded(guide, foreign) > 10


@FEWER
@given(guides=edits())
def test_a_translation_hides_no_slip(guides: tuple[Guide, Guide]) -> None:
    """Of an edit of a translation the same is told as of that edit without other words.

    But a text that comes twice, which is told as such, is a new one in a translation.
    """
    old, new = guides
    plain, in_translation = told_by_rules(old, new), told_by_rules(old, translated(new))
    assert bool(in_translation) == bool(plain)
    assert in_translation == plain or any(FOREIGN in words for words in in_translation)


@pytest.mark.parametrize(("edit", "said", "_example"), EDITS.values(), ids=list(EDITS))
def test_another_rule_is_told(edit: tuple[str, str], said: str, _example: Any) -> None:
    """What only changes a rule is told in a translation as it is without one."""
    old, new = sound_guide(), sound_guide(edit)
    assert said in [words.replace(FOREIGN, "") for words in told_by_rules(old, translated(new))]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("private: true", "private: false"), 'the question "told" is no longer private'),
        (("{text: Slowly., keep: true}", "{text: Slowly.}"), "is no longer kept in a short plan"),
        (("text: Sit down., id: sit", "text: Sit down., id: seat"), 'id "sit" is now "seat"'),
        (("{code: nobody, label: Nobody, exclusive: true}", "{code: nobody, label: Nobody}"), ""),
        (("id: noon, text: at noon", "id: midday, text: at noon"), 'id "noon" is now "midday"'),
        (
            ("then: {ending: [stopped]}", "then: {notice: [alone]}"),
            'the promise "Whoever stops is stopped": then "{ending: [stopped]}" is now',
        ),
        (("mood: low, help: [nobody]", "mood: low, help: [friend]"), "Tired and alone"),
        (("topic: night}", "topic: [night, day]}"), 'topic "night" is now "night, day"'),
        (("support: [listener]", "support: [abuse]"), 'support "listener" is now "abuse"'),
    ],
)
def test_flags_names_and_promises_are_rules(edit: tuple[str, str], said: str) -> None:
    """What a program or a proof goes by is no word, wherever it stands."""
    old, new = edited(), edited(edit)
    (change,) = told_by_rules(old, translated(new))[:1]
    assert said in change


def test_a_text_that_only_one_guide_has_counts_as_other_words() -> None:
    """Whichever of the two it is; in another order the words of facts are the same."""
    words = {"tired": "you are tired", "calm": "you are calm"}
    plain = sound_guide()
    more = msgspec.structs.replace(plain, meanings=words)
    turned = msgspec.structs.replace(plain, meanings=dict(reversed(words.items())))
    assert count_reworded(plain, more) == count_reworded(more, plain) == len(words)
    assert count_reworded(more, turned) == 0
    assert told(more, turned) == []


SLOWLY: Final = "{text: Slowly., keep: true}"
DOG: Final = ("label: A friend}\n", "label: A friend}\n      - {code: dog, label: A dog}\n")
EACH: Final = ("choose: many\n", "choose: each\n    each: {no_to_all: nobody, not_sure: dog}\n")


@pytest.mark.parametrize(
    "edits",
    [
        [("text: [Rest is good., ", "text: [{text: Rest is good.}, ")],
        [(f"text: [Rest is good., {SLOWLY}]", f"text: [{SLOWLY}, {{text: Rest is good.}}]")],
        [(SLOWLY, "Slowly.")],
        [DOG, EACH],
        [
            (
                "{code: often, label: Often}\n      - {code: seldom, label: Seldom}",
                "{code: seldom, label: Seldom, informs: false}\n"
                "      - {code: often, label: Often}",
            )
        ],
    ],
)
def test_another_shape_or_order_hides_no_rule_and_makes_none(edits: list[tuple[str, str]]) -> None:
    """A plain text or one with fields, in its place or moved: what is told is as without words."""
    known = [edit for edit in edits if edit == DOG]
    one, other = edited(*known), edited(*edits)
    assert told_by_rules(one, translated(other)) == told(one, other)
    assert told_by_rules(other, translated(one)) == told(other, one)


def test_whatever_is_for_people_alone_is_a_word() -> None:
    """Wherever a guide can say something: above answers, in place of a start, on why it is that."""
    guide = edited(
        ("label: A friend}", "label: A friend, above: Who?}"),
        ("top: [Take it easy.]", "top: [Take it easy.], instead: [Wait.]"),
        ("endings:\n", "  - {id: went, ask: How was it?, again: true, private: true, options: "
         "[{code: badly, label: Badly}]}\nendings:\n"),
        ("plan: {", "plan: {start: [{when: {went: [badly]}, last: same, say: Go on.}], "),
        ("text: Sit down., id: sit}", "text: Sit down., id: sit, smaller: Sit for once.}"),
    )  # fmt: skip
    assert told_by_rules(guide, translated(guide)) == []


def test_what_has_a_name_is_known_by_it_wherever_it_stands_and_whatever_its_rules() -> None:
    """Steps that change places, of which one is highlighted no longer, keep their words."""
    old = edited()
    new = edited(("    highlight: tired\n", ""))
    turned = msgspec.structs.replace(new, steps=new.steps[::-1])
    assert told_by_rules(old, translated(turned)) == told(old, turned)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("aab", "ab", {0: 1, 1: 2}),  # the first one went
        ("ab", "ac", {0: 0, 1: 1}),  # another in its place
        ("abc", "cab", {0: 2, 1: 0, 2: 1}),  # one moved
        ("ab", "axyb", {0: 0, 3: 1}),  # two came
        ("axb", "ayzb", {0: 0, 1: 1, 3: 2}),  # two in the place of one
        ("axyb", "azb", {0: 0, 1: 1, 2: 3}),  # one in the place of two
        ("xab", "bay", {0: 2, 1: 1}),  # one moved to where another was, and one came in its place
        ("aab", "baa", {0: 2, 1: 0, 2: 1}),  # one moved away from two that are alike
        ("xaax", "aaxx", {0: 1, 1: 2, 2: 3, 3: 0}),
        ("xy" * 150, ("xy" * 150)[1:], {number: number + 1 for number in range(299)}),
    ],
)
def test_entries_are_paired_by_their_rules_and_else_by_their_place(
    old: str, new: str, pairs: dict[int, int]
) -> None:
    """A letter stands for the rules of an entry: the longest row that both have comes first."""
    assert _pairs(old, new) == pairs


SLEEP: Final = "      - {when: {rest: [seldom]}, text: Sleep.}\n"
REASON: Final = "      - {when: {none: [{rest: [often]}]}, because: you seldom rest}\n"


@pytest.mark.parametrize("gone", [SLEEP, REASON])
def test_what_has_no_name_is_known_by_its_rules(gone: str) -> None:
    """Where the first of several goes, the others are not taken for the ones before them."""
    advice = "      - {when: tired, text: Eat.}\n      - {when: {mood: [fine]}, text: Run.}\n"
    more = (SLEEP, SLEEP + advice)
    old, new = edited(more), edited(more, (gone, ""))
    plain = told(old, new)
    assert told_by_rules(old, new) == told_by_rules(old, translated(new)) == plain


def test_where_more_stands_in_the_place_of_one_the_first_is_compared_with_it() -> None:
    """And the other way round; what is left over has no words to be put back into."""
    two = "      - {when: tired, text: Lie.}\n      - {when: {mood: [fine]}, text: Run.}\n"
    one, more = edited(), edited((SLEEP, two))
    said = 'a point of advice of "rest-more" is'
    assert told_by_rules(one, translated(more)) == [
        *(f'{said} now shown: "Sleep."', f'{said} now shown: "Run.{FOREIGN}"'),
        f'{said} no longer shown: "Sleep."',
    ]
    assert told_by_rules(more, translated(one)) == [
        *(f'{said} now shown: "Lie."', f'{said} no longer shown: "Lie."'),
        f'{said} no longer shown: "Run."',
    ]


@pytest.mark.parametrize(
    "edit",
    [
        ("GB: {name: Britain,", "GB: {name: Britain, also: [UK],"),
        ("    IE: {name: Ireland, lines: []}\n", "    FR: {name: France, lines: []}\n"),
        ("{kind: abuse, name: Refuge, number: '1'", "{kind: abuse, name: Refuge, number: '3'"),
        ("help: Take your time., ", ""),
        ("name: Tired and alone", "name: Alone"),
        ("name: Whoever stops is stopped", "name: A stop is a stop"),
    ],
)
def test_help_lines_and_names_for_people_are_words(edit: tuple[str, str]) -> None:
    """A translation may be for other countries."""
    old, new = edited(), edited(edit)
    assert told(old, new)
    assert told_by_rules(old, new) == []


# --- From the command line ------------------------------------------------------------------------


@pytest.fixture
def foreign() -> Any:
    """The built-in guide in other words, and with another country, as plain data."""
    data = read_document(str(built_in_path())).data
    for (*inner, last), text in list(texts_of(data)):
        if last not in ("step", "no_start") and text not in ("", "true", "false"):
            reduce(getitem, inner, data)[last] = text + FOREIGN
    data["support"]["countries"]["XX"] = {"name": "Elsewhere", "lines": []}
    return data


def diff(folder: Path, data: Any, *options: str) -> "subprocess.CompletedProcess[str]":
    """What the program says of the built-in guide and another one."""
    path = folder / "foreign.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    return run_program("diff", *options, str(built_in_path()), str(path))


def test_the_command_says_that_the_rules_are_the_same(tmp_path: Path, foreign: Any) -> None:
    """With exit code 0, and with how much else differs, which fills pages without the option."""
    done = diff(tmp_path, foreign, "--rules")
    assert done.returncode == 0
    said = r"The rules are the same for every reader; \d{3} texts are worded otherwise\."
    assert re.fullmatch(said, done.stdout.splitlines()[-1])
    assert len(done.stdout.splitlines()) == 2
    assert len(diff(tmp_path, foreign).stdout.splitlines()) > 500


def named_in(when: Any) -> Iterator[list[str]]:
    """The lists of codes in a condition as it is written."""
    for name, parts in when.items() if isinstance(when, dict) else ():
        if name in GROUPS:
            yield from (codes for part in parts for codes in named_in(part))
        else:
            yield parts


def test_the_command_tells_a_code_that_slipped(tmp_path: Path, foreign: Any) -> None:
    """With exit code 1, and a smallest reader; of all that is worded otherwise nothing is told."""
    advice = (point.get("when") for step in foreign["steps"] for point in step["advice"])
    codes = next(codes for when in advice for codes in named_in(when) if len(codes) > 1)
    lost = codes.pop()
    done = diff(tmp_path, foreign, "--rules")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "    # for example, for this reader:" in lines
    assert any(f"{lost}  # " in line and FOREIGN in line for line in lines)
    assert len([line for line in lines if line.startswith("- ")]) == 1


def test_texts_that_change_places_are_counted() -> None:
    """Two answers whose words are exchanged are two texts worded otherwise, not none."""
    swapped = sound_guide(
        ("label: Often", "label: Seldom"), ("seldom, label: Seldom", "seldom, label: Often")
    )
    assert count_reworded(sound_guide(), swapped) == 2
