"""Names that rules use and a guide has no more, as after a question was taken out."""

from typing import Final

import pytest

from distancecli.errors import FEW, MOST_GATHERED
from distancecli.text.spelling import MOST_LISTED
from tests.support.small_guide import NAME, changed, refusals
from tests.support.sound_guide import sound_text

POINT: Final = "      - {when: {rest: [seldom]}, text: Sleep.}\n"


def naming(*rules: str) -> tuple[str, list[int]]:
    """The sound guide with a point of advice for each of those rules, and their lines."""
    text = sound_text()
    first = text[: text.index(POINT)].count("\n") + 2
    points = "".join(f"      - {{when: {rule}, text: More.}}\n" for rule in rules)
    return changed(text, POINT, POINT + points), list(range(first, first + len(rules)))


@pytest.mark.parametrize(
    ("rule", "wrong", "remedy"),
    [
        ("{gone: [a]}", 'no question is called "gone"', ""),
        ("{all: [tired, {none: [{gone: [a]}]}]}", 'no question is called "gone"', ""),
        ("gone", 'no fact is called "gone"', ""),
        ("{mood: [gone]}", '"mood" has no code "gone"', ""),
        ("{moods: [low]}", 'no question is called "moods"', 'did you mean "mood"?'),
        ("{'a; b': [low]}", 'no question is called "a; b"', ""),
    ],
)
def test_a_name_that_is_gone_is_told_once(rule: str, wrong: str, remedy: str) -> None:
    """With the lines of all the rules that name it, and with a name that is near, if one is."""
    text, lines = naming(*[rule] * (FEW + 1))
    (said,) = refusals(text)
    where = f"{FEW + 1} places name it, in lines {', '.join(map(str, lines))}"
    wanted = remedy or "take it out of them, or put it back"
    assert said.startswith(f"{NAME}:{lines[0]}:")
    assert said.endswith(f": {wrong}; {where}; {wanted}")


def test_a_name_that_stands_in_few_places_is_told_at_each() -> None:
    """There it may be a slip, with a suggestion for each."""
    text, lines = naming(*["{mod: [low]}"] * FEW)
    said = [line.split(": ", 1) for line in refusals(text)]
    assert [int(where.split(":")[1]) for where, _ in said] == lines
    assert {what for _, what in said} == {'no question is called "mod"; did you mean "mood"?'}


def test_names_that_are_gone_are_told_apart() -> None:
    """Each stands at its first place, among what else is wrong."""
    text, lines = naming(*["{gone: [a]}", "lost"] * 7, "{mod: [low]}")
    said = refusals(text)
    assert [int(line.split(":")[1]) for line in said] == [*lines[:2], lines[-1]]
    assert "7 places" in said[0]
    assert "7 places" in said[1]


def test_on_one_line_there_is_one_line() -> None:
    """A rule may name what is gone several times."""
    text, lines = naming("{any: [gone, gone, {all: [gone, gone, {none: [gone, gone]}]}]}")
    (said,) = refusals(text)
    assert f'"gone"; 6 places name it, in line {lines[0]}; take' in said


def test_more_places_than_can_be_told_are_at_least_so_many() -> None:
    """Of a guide that is wrong in very many places not all are looked for."""
    text, _ = naming(*["gone"] * (MOST_GATHERED + 200))
    (said,) = refusals(text)
    assert f"at least {MOST_GATHERED} places name it, in lines " in said
    assert f" and {MOST_GATHERED - MOST_LISTED} more; take" in said
