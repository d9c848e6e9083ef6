"""Mistakes in copies of the built-in guide: each is told with its place and a remedy."""

from string import ascii_letters
from typing import Final

import pytest

from distancecli.errors import FileProblems
from distancecli.guide.ids import id_faults, repeated_names
from distancecli.guide.load import parse_guide
from distancecli.guide.meaning import DEEPEST_FACT
from distancecli.guide.shape import BELONGS, MISPLACED, shape_faults
from distancecli.text.characters import name_of
from tests.support.sampling import one_plain
from tests.support.small_guide import NAME, changed, line_and_column, refusals, small_text

# A mistake in the built-in guide: what it says, what stands there instead, the part of that where
# the problem is placed, and the problem.
MISTAKES: Final = {
    "unknown question": (
        "when: {told: [not_yet]}\n        safe_for: [care, crisis]\n        because",
        "when: {tolld: [not_yet]}\n        safe_for: [care, crisis]\n        because",
        "tolld",
        'no question is called "tolld"; did you mean "told"?',
    ),
    "unknown code": (
        "when: {told: [hinted]}\n        safe_for: [care, crisis]\n        because",
        "when: {told: [hintd]}\n        safe_for: [care, crisis]\n        because",
        "hintd",
        '"told" has no code "hintd"; did you mean "hinted"?',
    ),
    "unknown fact": (
        "when: talks_and_has_time",
        "when: talk_and_has_time",
        "when",
        'no fact is called "talk_and_has_time"; did you mean "talks_and_has_time"?',
    ),
    "unknown fact in a group": (
        "highlight: {any: [long_standing, traumatic]}",
        "highlight: {any: [long_standing, traumatik]}",
        "traumatik",
        'no fact is called "traumatik"; did you mean "traumatic"?',
    ),
    "unknown field": (
        "because: it has only come out in hints or in an argument",
        "because: it has only come out in hints or in an argument\n        becaus: of that",
        "becaus: of",
        'no field "becaus" goes here; did you mean "because"?',
    ),
    "missing field": (
        "  - id: make-time\n    title: Make time, and start small\n",
        "  - id: make-time\n",
        "id: make-time",
        'the field "title" is missing here; add it',
    ),
    "empty text": (
        "because: your partner thinks things are fine",
        "because: ''",
        "because",
        "this text is empty; fill it in",
    ),
    "no text": (
        "because: your partner thinks things are fine\n",
        "because:\n",
        "because",
        "a text belongs here; one that starts with # needs double quotes",
    ),
    "no condition": (
        "when: {told: [they_raised]}\n        safe_for: [care, crisis]\n        because",
        "when: [told, they_raised]\n        safe_for: [care, crisis]\n        because",
        "when",
        "a list says neither all nor any; write {all: [told, they_raised]} or {any: [told, "
        "they_raised]}",
    ),
    "no list of codes": (
        "when: {told: [they_raised]}\n        safe_for: [care, crisis]\n        because",
        "when: {told: they_raised}\n        safe_for: [care, crisis]\n        because",
        "when",
        '"told" needs brackets, also around one; write {told: [they_raised]}',
    ),
    "the same notice twice": (
        "  # Why it stands there: a",
        "  - {id: take_care, when: take_care, title: T, text: [X]}\n  # Why it stands there: a",
        "id: take_care",
        'the id "take_care" stands twice; give each its own',
    ),
    "a code that is built in": (
        "- {code: change,",
        "- {code: skipped, label: No}\n      - {code: change,",
        "code: skipped",
        'the code "skipped" of "cause" is built into every question; give the option its own',
    ),
    "a code that means nothing": (
        "- {code: change,",
        '- {code: "null", informs: false, label: No}\n      - {code: change,',
        'code: "null"',
        '"null" is read as nothing where it has no quotes; choose another name',
    ),
    "the same code twice": (
        "- {code: change,",
        "- {code: drift, label: Again}\n      - {code: change,",
        "code: drift, label: Again",
        'the code "drift" stands twice; give each its own',
    ),
    "a rule on a later question": (
        "    when: event\n",
        "    when: {habits: [none]}\n",
        "when",
        'this depends on "habits", which is not asked before it; move one of them',
    ),
    "a rule on the question itself": (
        "    when: event\n",
        "    when: traumatic\n",
        "when",
        'this depends on "event_now", which is not asked before it; move one of them',
    ),
    "exclusive among one answer": (
        "- {code: lt3m,",
        "- {code: lt3m, exclusive: true,",
        "exclusive",
        "a question with one answer needs no exclusive option; remove this",
    ),
    "asked one by one without its two codes": (
        "choose: each\n    each: {no_to_all: none, not_sure: unsure}",
        "choose: each",
        "choose",
        "this needs two codes to go with it; add `each: {no_to_all: CODE, not_sure: CODE}`",
    ),
    "unknown code for no to all": (
        "{no_to_all: none, not_sure: unsure}",
        "{no_to_all: non, not_sure: unsure}",
        "no_to_all",
        '"safety" has no code "non"; did you mean "none"?',
    ),
    "one code for no to all and for not sure": (
        "{no_to_all: none, not_sure: unsure}",
        "{no_to_all: none, not_sure: none}",
        "not_sure",
        '"none" is no to all already; give the option for not sure its own code',
    ),
    "two codes where nothing is asked one by one": (
        "choose: each\n    each:",
        "choose: many\n    each:",
        "each",
        "this is for `choose: each`, and here stands many; remove one of them",
    ),
    "no to all beside others": (
        '- {code: none, exclusive: true, label: "None of these"}\n\n  - id: told',
        '- {code: none, label: "None of these"}\n\n  - id: told',
        "{code",
        '"none" of "safety" is no to all, so it stands beside nothing; add exclusive: true',
    ),
    "exclusive among what is asked one by one": (
        "- code: past\n",
        "- code: past\n        exclusive: true\n",
        "exclusive",
        '"past" of "safety" can be said beside a yes to another; remove this',
    ),
    "a line above what is never asked": (
        "{code: unsure, off_record: true,",
        "{code: unsure, above: Or, off_record: true,",
        "above",
        '"unsure" is not asked by itself, so nobody sees this; remove it',
    ),
    "unknown kind of help line": (
        '- kind: crisis\n          name: "Samaritans"\n          number: "116 123"\n          web',
        '- kind: crysis\n          name: "Samaritans"\n          number: "116 123"\n          web',
        "kind",
        'no kind of line is called "crysis"; did you mean "crisis"?',
    ),
    "unknown placeholder": (
        '  step: "{number}. {title}"',
        '  step: "{number}. {titel}"',
        "step",
        '{titel} means nothing in this label; did you mean "title"?',
    ),
    "a brace alone": (
        '  step: "{number}. {title}"',
        '  step: "{number}. {title"',
        "step",
        "a brace { or } stands alone here; remove it",
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "part", "said"), one_plain(MISTAKES.values(), 8), ids=list(MISTAKES)
)
def test_a_mistake_in_the_guide_is_one_problem_with_its_place(
    real_text: str, old: str, new: str, part: str, said: str
) -> None:
    """A seeded mistake gives one line: where it stands, what is wrong, and the nearest name."""
    text = changed(real_text, old, new)
    where = line_and_column(text, real_text.index(old) + new.index(part))
    assert refusals(text) == [f"{NAME}:{where}: {said}"]


def test_several_mistakes_are_told_together_in_order(real_text: str) -> None:
    """Every mistake has a line of its own, and the lines stand in the order of the file."""
    text = real_text
    kinds = ["unknown fact", "unknown code", "unknown question", "empty text", "unknown field"]
    for kind in kinds:
        old, new, _, _ = MISTAKES[kind]
        text = changed(text, old, new)
    lines = refusals(text)
    places = [tuple(map(int, line.split(":")[1:3])) for line in lines]
    assert places == sorted(places)
    assert sorted(line.split(": ", 1)[1] for line in lines) == sorted(
        MISTAKES[kind][3] for kind in kinds
    )


def chain(length: int, backwards: bool) -> str:
    """The small guide with facts of which each names the one before."""
    facts = ["  f1: {mood: [low]}", *(f"  f{n}: f{n - 1}" for n in range(2, length + 1))]
    lines = "\n".join(reversed(facts) if backwards else facts)
    return changed(small_text(), "facts:\n", f"facts:\n{lines}\n")


@pytest.mark.parametrize("backwards", [False, True])
def test_facts_may_rest_on_facts_up_to_a_depth(backwards: bool) -> None:
    """The deepest that can be written down is read, and one more level is told, once."""
    assert parse_guide(NAME, chain(DEEPEST_FACT, backwards)).facts[f"f{DEEPEST_FACT}"]
    text = chain(DEEPEST_FACT + 1, backwards)
    (told,) = refusals(text)
    last = 1 if backwards else DEEPEST_FACT + 1  # where reading them in their order comes to
    where = line_and_column(text, text.index(f"f{last}:"))
    said = f"this fact goes more than {DEEPEST_FACT} levels deep; make it flat"
    assert told == f"{NAME}:{where}: {said}"


@pytest.mark.parametrize("marks", ["[[care]]", "[{care: x}]", "[~]", "{care: x}", "care", "[{}]"])
def test_marks_that_are_no_names_are_told_once(marks: str) -> None:
    """On their line, and in plain words."""
    text = changed(
        small_text(), "    title: Rest more", f"    safe_for: {marks}\n    title: Rest more"
    )
    (told,) = refusals(text)
    where, _ = line_and_column(text, text.index("safe_for")).split(":")
    assert told.startswith(f"{NAME}:{where}:")
    assert "; " in told or " belongs here" in told


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\u200b", "\u2009"])
def test_an_odd_blank_before_a_field_is_one_of_the_faults_of_how_it_is_written(blank: str) -> None:
    """And no field that there is not: whoever sees the two alike is told of the blank."""
    text = changed(small_text(), "{code: low, label: Low}", f"{{code: low,{blank}label: Low}}")
    with pytest.raises(FileProblems) as refused:
        parse_guide(NAME, text)
    told = {problem.code: problem.message for problem in refused.value.problems}
    assert "stands before this; put plain spaces in its place" in told[MISPLACED]
    assert "unknown-field" not in told


BLANKS: Final = " \t\n\u00a0\u3000"
UNREADABLE: Final = "\u200b\u200e\ufeff\x1b"
MEANING: Final = "[]{},:;#\uff0c\uff1a\uff1b"
QUOTES: Final = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb"


@pytest.mark.parametrize("odd", [*BLANKS, *UNREADABLE, *MEANING, *QUOTES], ids=ascii)
def test_a_name_has_nothing_that_a_rule_could_not_say(odd: str) -> None:
    """No blank, no quote, nothing that means something there; what nobody sees is written out."""
    for name in (f"a{odd}b", f"a{odd}", f"{odd}b"):
        (fault,) = id_faults({"facts": {name: "tired"}})
        shown = name.replace(odd, odd if odd.isprintable() else ascii(odd)[1:-1])
        said = f'"{shown}" is no name; use letters, digits, - and _, without quotes'
        assert (fault.place, fault.message) == (("facts", name), said)


@pytest.mark.parametrize(
    "name", ["a-b", "a_b", "a.b", "1", "a/b", "\u00e9t\u00e9", "\u65e5\u672c", ascii_letters, ""]
)
def test_any_other_name_may_stand(name: str) -> None:
    """In every language; and that one is empty is told elsewhere."""
    assert list(id_faults({"facts": {name: "tired"}, "steps": [{"id": name}]})) == []


@pytest.mark.parametrize(
    "dash", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212*\u2022\u00b7\u25aa\u25e6\u2023\u25cf"
)
def test_a_dash_that_is_none_is_told_by_its_name(dash: str) -> None:
    """Each of those that word processors put in the place of it, and their bullets."""
    (fault,) = shape_faults(f"{dash} One.", tuple[str, ...])
    said = f"this dash is not a minus sign ({name_of(dash)}); write - and a space"
    assert (fault.message, fault.at_text) == (said, True)


def test_what_stands_alone_in_place_of_a_list_is_no_dash() -> None:
    """A letter, a digit and any other sign of the keyboard is told as a text."""
    keys = {chr(number) for number in range(32, 127)} - {"-", "*"}
    said = {key: next(shape_faults(f"{key} One.", tuple[str, ...])).message for key in keys}
    assert said == dict.fromkeys(keys, BELONGS[tuple])
    assert next(shape_faults("-One.", tuple[str, ...])).message.startswith("a space is missing")


def test_a_text_that_is_empty_hides_no_other_mistake() -> None:
    """Only a section that is missing or misspelt leaves open what is meant by others."""
    text = changed(small_text(), "title: A small guide\n", "title: A small guide\nlanguage: ''\n")
    told = refusals(changed(text, "many\n    when: tired", "many\n    when: tierd"))
    assert ["this text is empty" in each for each in told] == [True, False]
    assert 'did you mean "tired"?' in told[1]


def test_each_place_that_can_repeat_a_name_is_looked_at() -> None:
    """Once for each that is too many, in a list of its own; a name may be empty, or stand twice."""
    twice = [{"id": "a"}, {"id": "b"}, {"id": "a"}, {"id": ""}, {"id": ""}, {}]
    codes = [{"code": "a"}, {"code": "a"}]
    data = dict.fromkeys(("questions", "endings", "notices", "steps"), twice)
    inner = {
        "questions": [{"id": "q", "options": codes}, {"id": "r", "options": codes[:1]}],
        "steps": [{"id": "s", "actions": twice}, {"id": "t", "actions": twice[:2]}],
        "plan": {"moments": twice},
    }
    assert [fault.place for fault in repeated_names(data)] == [(each, 2, "id") for each in data]
    assert [fault.place for fault in repeated_names(inner)] == [
        ("plan", "moments", 2, "id"),
        ("steps", 0, "actions", 2, "id"),
        ("questions", 0, "options", 1, "code"),
    ]
    odd: list[object] = [
        None,
        [],
        {"plan": None},
        {"steps": {}},
        {"questions": [None, {"options": 1}]},
    ]
    assert [fault for data in odd for fault in repeated_names(data)] == []
