"""The pictures of a small guide in every form, whole: to be looked at beside each other.

`python -m tests.checking.graph.test_every_picture > tests/checking/graph/every_picture.txt` writes
it anew.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from distancecli.checking.graph.diagrams import as_dot, as_mermaid
from distancecli.checking.graph.links import links
from distancecli.checking.graph.tree import as_tree
from distancecli.guide.model import Guide
from tests.support.sound_guide import sound_guide

FILE: Final = Path(__file__).with_name("every_picture.txt")
RULE: Final = "=" * 10 + " "
"""Stands before the name of each form."""
GUIDE: Final = sound_guide(
    ("title: Rest more", "title: 'Rest \"more\" & more, whatever \\ comes of it [1]'"),
    ("endings:\n", "  - {id: idle, ask: And?, options: [{code: a, label: A, informs: false}]}\n"
     "endings:\n  - {id: low, when: {all: [{mood: [low]}, {help: [nobody]}, {rest: [skipped]}]},"
     " title: The end, text: [Call.]}\n"),
    ("label: Seldom", 'label: " Seldom,\\nor so "'),
    ("notices:\n", "  - {id: late, when: {rest: [skipped]}, title: Well, text: [Go.]}\nnotices:\n"),
)  # fmt: skip
"""Two endings of one title, a last one, a question that leads nowhere, a long text, and signs."""
FORMS: Final[dict[str, Callable[[Guide], str]]] = {
    "tree": lambda guide: as_tree(guide, links(guide)),
    "narrow tree": lambda guide: as_tree(guide, links(guide), 40),
    "mermaid": lambda guide: as_mermaid(guide, links(guide)),
    "dot": lambda guide: as_dot(guide, links(guide)),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_is_what_it_was_when_somebody_looked_at_it(form: str) -> None:
    """Every box and line of it, with all that is written there."""
    expected = FILE.read_text(encoding="utf-8").split(RULE)
    assert f"{form}\n{FORMS[form](GUIDE)}" in expected


def test_a_tree_is_as_wide_as_a_terminal_of_old() -> None:
    """Of eighty columns, where nothing else is said."""
    wide = sound_guide(("ask: How are you?", f"ask: Hows{' so' * 20}{' o' * 20}?"))
    assert as_tree(wide, []) == as_tree(wide, [], 80) != as_tree(wide, [], 81)


if __name__ == "__main__":
    for name, drawn in FORMS.items():
        print(f"{RULE}{name}\n{drawn(GUIDE)}", end="")
