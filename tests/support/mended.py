"""What is told of a text that is no document, and what it says without its slips."""

from collections.abc import Callable
from typing import Any, Final

import pytest
import yaml

from distancecli.documents.document import LOADER, NotYaml, parse_document
from distancecli.errors import FileProblems, Problem

NAME: Final = "any.yaml"
LOADERS: Final = [LOADER, yaml.SafeLoader]
"""With LibYAML, and without it."""

Told = dict[tuple[int, int], str]
"""For each place at which a slip is told, by line and column, what is said of it."""


def problems_of(text: str, read: Callable[[str, str], object] = parse_document) -> list[Problem]:
    """What is wrong with the text, and nothing where it can be read."""
    try:
        read(NAME, text)
    except FileProblems as refused:
        return refused.problems
    return []


def lines_told(text: str) -> list[str]:
    """What is told of a text that cannot be read, each with its line and column."""
    problems = problems_of(text)
    assert problems
    return [str(each).removeprefix(f"{NAME}:") for each in problems]


def mended(text: str) -> Any:
    """What a text that is no YAML says without its slips."""
    with pytest.raises(NotYaml) as refused:
        parse_document(NAME, text)
    assert refused.value.mended is not None
    return refused.value.mended.data


def told_of(text: str) -> tuple[Told, Any]:
    """What is told of a text that is no YAML, and its data without that; None if more is wrong."""
    with pytest.raises(NotYaml) as refused:
        parse_document(NAME, text)
    told = {(each.line, each.column): each.message for each in refused.value.problems}
    return told, refused.value.mended.data if refused.value.mended else None
