"""What no reader can tell apart, and words that do not fit where they are shown, are named."""

from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.checking.alike import alike_faults, as_read
from distancecli.checking.proofs import Proofs
from tests.support.small_guide import changed, line_and_column
from tests.support.sound_guide import problems, sound_guide, sound_text
from tests.support.told import is_as_told

WELCOME = '"text": ['
"""Where the text of the first page begins, which is the built-in one's."""


ALIKE: Final = [
    ("label: Seldom}", "label: Often}"),
    ("label: Seldom}", "label: OFTEN.}"),
    ("label: Seldom}", 'label: "I\'d rather not say."}'),
    ("ask: Do you rest?", "ask: How are you"),
    ("title: Find help", "title: rest  more"),
]
"""Edits of the sound guide after which something reads like something else."""


@pytest.mark.parametrize(("old", "new"), ALIKE)
def test_what_reads_the_same_is_named(old: str, new: str) -> None:
    """Options, questions and titles, where their words stand; nothing else is said of them.

    Two answers that are one to the reader are wrong; the rest could be meant.
    """
    text = changed(sound_text(), old, new)
    (problem,) = problems(text)
    assert is_as_told(repr(new), [problem])
    assert problem.code == "alike"
    assert f"{problem.line}:{problem.column}" == line_and_column(text, text.rindex(new))
    assert problem.severity == ("error" if new.startswith("label") else "warning")


def test_questions_in_the_same_words_for_different_readers_are_no_fault() -> None:
    """Whoever is asked one of them is not asked the other."""
    text = changed(sound_text(), "    ask: Do you rest?\n", "    ask: Who helps you?\n")
    text = changed(text, "  - id: rest\n", "  - id: rest\n    when: {none: [tired]}\n")
    assert "alike" not in [problem.code for problem in problems(text)]


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Up to two questions.", True),
        ("Up to 2 short questions", True),
        ("Three questions", False),
        ("Some questions", False),
        ("One thing, and questions", False),
    ],
)
def test_a_first_page_that_speaks_of_too_few_questions_is_named(words: str, is_told: bool) -> None:
    """The guide asks three at the most."""
    text = sound_text()
    begin = text.index(WELCOME) + len(WELCOME)
    text = f'{text[:begin]}"{words}", {text[begin:]}'
    told = [problem for problem in problems(text) if problem.code == "more-questions"]
    assert bool(told) is is_told
    for problem in told:
        assert f"{problem.line}:{problem.column}" == line_and_column(text, begin)
        assert problem.severity == "warning"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Often", "often."),
        ("Often", " OFTEN  "),
        ("So often", "so  often!"),
        ("Caf\u00e9", "cafe\u0301"),
        ("\u5e38\u5e38", "\u5e38\u5e38\u3002"),
    ],
)
def test_words_are_compared_as_they_are_read(one: str, other: str) -> None:
    """Without capitals, blanks at the ends, a last stop, and in one encoding of accents."""
    assert as_read(one) == as_read(other) != as_read("Seldom")


def test_words_stay_apart_as_they_are_read() -> None:
    """By one blank, however they were set."""
    assert as_read(" So \n often !") == "so often"


@pytest.mark.parametrize("asked", range(1, 13))
def test_every_number_of_questions_is_understood(asked: int) -> None:
    """In words up to ten, or in digits; one that is enough is right."""
    counts = ["One", "two", "three", "Four", "five", "six", "seven", "eight", "nine", "ten", "11"]
    texts = tuple(f"{each} short questions." for each in counts)
    guide = sound_guide()
    guide = replace(guide, welcome=replace(guide.welcome, text=texts))
    said = f"stands here, but some readers are asked {asked}; change the number"
    assert [(fault.place[-1], fault.message) for fault in alike_faults(Proofs(guide), asked)] == [
        (place, f'"{text.rstrip(".")}" {said}') for place, text in enumerate(texts[: asked - 1])
    ]
