"""What is told of a text that is no YAML, and what it says without its slips."""

from typing import Any

from distancecli.documents.document import NotYaml, parse_document

Told = dict[tuple[int, int], str]
"""For each place at which a slip is told, by line and column, what is said of it."""


def told_of(text: str) -> tuple[Told, Any]:
    """What is told of a text that is no YAML, and its data without that; None if more is wrong."""
    try:
        parse_document("any.yaml", text)
    except NotYaml as refused:
        told = {(each.line, each.column): each.message for each in refused.problems}
        return told, refused.mended.data if refused.mended else None
    raise AssertionError("it can be read")
