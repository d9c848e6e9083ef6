"""What is told of two guides that share little, whole: to be read from top to bottom.

`python -m tests.checking.diff.test_every_change > tests/checking/diff/every_change.txt` writes it
anew.
"""

from pathlib import Path
from typing import Any, Final

import pytest
from msgspec.structs import replace

from distancecli.checking.diff.difference import Difference
from distancecli.checking.diff.report import changes_as_lines
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide, Welcome
from distancecli.guide.parts import Part
from tests.checking.diff.test_translation import translated
from tests.checking.diff.test_wording import edited
from tests.support.guarded_guide import guarded_text
from tests.support.safety_guide import safety_text
from tests.support.sound_guide import NAME

FILE: Final = Path(__file__).with_name("every_change.txt")
RULE: Final = "=" * 10 + " "
"""Stands before the name of each pair of guides."""


def backwards(value: Any) -> Any:
    """A guide, or a part of one, with all that stands in order turned round."""
    if isinstance(value, tuple):
        return tuple(backwards(each) for each in reversed(value))
    if isinstance(value, dict):
        return {name: backwards(value[name]) for name in reversed(value)}
    if isinstance(value, Part):
        fields = {name: backwards(getattr(value, name)) for name in value.__struct_fields__}
        return replace(value, **fields)
    return value


def in_other_words(guide: Guide) -> Guide:
    """The guide with other words in every place that is its own."""
    worded: Guide = translated(guide)
    return replace(worded, labels=guide.labels)


SOUND: Final = replace(
    edited(
        ("title: Find help\n", "title: Find help\n    not_yet: [{when: tired, because: so}]\n"),
        ("facts:\n", "meanings: {tired: you are tired}\nfacts:\n"),
        ("top: [Take it easy.]", "top: [Take it easy., So far.], instead: [Wait., Stay.]"),
        ("foot: [Be well.], help: [Call us.]", "foot: [Be well., Bye.], help: [Call us., Write.]"),
        ("text: [That is all.]", "text: [That is all., The end.]"),
        ("endings:\n", "  - {id: went, ask: How was it?, again: true, private: true, options: "
         "[{code: badly, label: Badly}]}\nendings:\n"),
        ("plan: {", "plan: {start: [{when: {went: [badly]}, last: same, say: Go on.}], "),
        ("text: Good night., topic: night}", "text: Good night., topic: night}\n"
         "      - {text: Good day.}"),
        ("because: you rest often}", "because: you rest often}\n"
         "      - {when: {mood: [unsure]}, because: you cannot say}"),
    ),
    welcome=Welcome("Welcome", ("One.", "Two."), on_screen="Ctrl-C leaves.", plain="Type it."),
)  # fmt: skip
HELLO: Final = Welcome("Hello", ("One.", "Three.", "Four."), on_screen="Ctrl-C ends.", plain="Go.")
SAFE: Final = replace(parse_guide(NAME, safety_text()), welcome=HELLO)
GUARDED: Final = replace(parse_guide(NAME, guarded_text()), welcome=HELLO)
UNMARKED: Final = replace(SAFE, steps=tuple(replace(each, safe_for=()) for each in SAFE.steps))
PAIRS: Final = {
    "to the guide about safety": (SOUND, SAFE),
    "and back": (SAFE, SOUND),
    "to the guide for guarded readers": (SAFE, GUARDED),
    "and back from there": (GUARDED, SAFE),
    "to the same without marks of steps": (SAFE, UNMARKED),
    "and back to the marks": (UNMARKED, SAFE),
    "to the same backwards": (SOUND, backwards(SOUND)),
    "to the same in other words": (SOUND, in_other_words(SOUND)),
}


def told(name: str) -> str:
    """What is told of a pair, below its name."""
    old, new = PAIRS[name]
    changes = Difference(old, new).changes()
    return f"{name}\n{changes_as_lines('old.yaml', 'new.yaml', new, changes)}"


@pytest.mark.parametrize("name", PAIRS)
def test_all_that_is_told_is_what_it_was_when_somebody_read_it(name: str) -> None:
    """Every change, in its order, with its smallest reader."""
    assert told(name) in FILE.read_text(encoding="utf-8").split(RULE)


if __name__ == "__main__":
    print(*(RULE + told(each) for each in PAIRS), sep="", end="")
