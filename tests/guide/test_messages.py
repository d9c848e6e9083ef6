"""Every message on a guide, read whole: where it points, what is wrong, and what to do next."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from distancecli.errors import Problem
from distancecli.guide.load import parse_guide
from tests.support.mended import problems_of
from tests.support.small_guide import changed, small_text

BETWEEN: Final = " >> "
"""Stands between what a message points at and what it says."""


def _told() -> Iterator[tuple[str, str, list[str]]]:
    """A part of the guide, what stands there instead, and what is said of that."""
    old, new, said = "", "", list[str]()
    for line in Path(__file__).with_name("messages.txt").read_text(encoding="utf-8").splitlines():
        words = line.lstrip().replace("\\n", "\n")
        if line.startswith("    "):
            said.append(words)
        elif line.startswith("  "):
            new, said = words, []
            yield old, new, said
        elif not line.startswith("#"):
            old = words


@pytest.mark.parametrize(("old", "new", "said"), [*_told()])
def test_a_mistake_is_told_in_these_words(old: str, new: str, said: list[str]) -> None:
    """All of it and nothing else, in the order of the file, each where the reader has to look."""
    text = changed(small_text(), old, new)
    found = problems_of(text, parse_guide)
    assert [problem.message for problem in found] == [each.split(BETWEEN)[1] for each in said]
    for problem, each in zip(found, said, strict=True):
        assert _pointed_at(text, problem).startswith(each.split(BETWEEN)[0])


def _pointed_at(text: str, problem: Problem) -> str:
    assert problem.line
    assert problem.column
    return text.split("\n")[problem.line - 1][problem.column - 1 :]
