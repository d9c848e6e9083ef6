"""Data for programs: JSON as people can read it too, in letters that every stream has."""

from distancecli.text.data import json_text


def test_data_is_json_in_ascii_that_ends_its_line() -> None:
    """Each entry on a line of its own, two further in; and nothing behind the last line."""
    assert json_text({"a": ["caf\u00e9"], "b": {}}) == (
        '{\n  "a": [\n    "caf\\u00e9"\n  ],\n  "b": {}\n}\n'
    )
