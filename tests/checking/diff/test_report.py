"""What `distance diff` prints, by values: changes, their readers, or a line that there are none."""

from typing import Final

import pytest

from distancecli.checking.diff.report import alike_but_for_words, changes_as_lines
from distancecli.checking.diff.sides import Change
from tests.support.small_guide import codes
from tests.support.sound_guide import sound_guide

FINE: Final = {"mood": codes("fine")}


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ([], "Nothing changes for any reader.\n"),
        (
            [Change("a\nb"), Change("c", FINE), Change("d", FINE, ("care",))],
            "\n- a\\nb\n\n- c\n    # for example, for this reader:\n    mood: fine  # Fine\n"
            "\n- d\n    # for example, for this guarded reader (care):\n    mood: fine  # Fine\n",
        ),
        (
            [Change("c", FINE, ("care", "crisis"))],
            "\n- c\n    # for example, for this guarded reader (care, crisis):\n"
            "    mood: fine  # Fine\n",
        ),
    ],
)
def test_changes_are_read_whole(changes: list[Change], lines: str) -> None:
    """Each with its reader, and all groups of guarded readers that this one is in."""
    told = changes_as_lines("old.yaml", "new.yaml", sound_guide(), changes)
    assert told == f"From old.yaml to new.yaml:\n{lines}"


def test_guides_with_the_same_rules_are_told_in_a_line_of_their_own() -> None:
    """In the place of the one that nothing changes at all."""
    told = changes_as_lines("a", "b", sound_guide(), [], alike_but_for_words(2))
    assert told == (
        "From a to b:\nThe rules are the same for every reader; 2 texts are worded otherwise.\n"
    )


@pytest.mark.parametrize(
    ("count", "texts"), [(0, "no texts are"), (1, "1 text is"), (2, "2 texts are")]
)
def test_what_is_worded_otherwise_is_counted(count: int, texts: str) -> None:
    """Also where it is nothing, or one text."""
    assert alike_but_for_words(count) == (
        f"The rules are the same for every reader; {texts} worded otherwise."
    )
