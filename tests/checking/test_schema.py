"""`distance schema`: an editor that knows it explains each field of a guide, and marks mistakes."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import jsonschema
import pytest
import yaml

from distancecli.checking.schema import reference, sentences
from distancecli.checking.schema.schema import guide_schema
from distancecli.guide.load import built_in_path
from distancecli.text.data import json_text
from tests.support.small_guide import changed
from tests.support.sound_guide import sound_text
from tests.support.terminal_driver import ROOT, run_program

PART: Final = re.compile(r"^(\w+)\n=+\n", re.MULTILINE)
"""The heading of a part in the reference."""


@cache
def schema() -> dict[str, Any]:
    """The schema as the command prints it."""
    printed: dict[str, Any] = json.loads(run_program("schema").stdout)
    return printed


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each part, each of its fields, and the schema of that."""
    for part, form in schema()["$defs"].items():
        for field, inner in form.get("properties", {}).items():
            yield part, field, inner


def refused(field: dict[str, Any], value: Any) -> bool:
    """Whether the value does not follow the schema of the field."""
    whole = {**field, "$defs": schema()["$defs"]}
    return not jsonschema.Draft202012Validator(whole).is_valid(value)


def entries(data: Any) -> Iterator[tuple[str, Any]]:
    """Each name in the data with its value."""
    inner = data.items() if isinstance(data, dict) else ()
    yield from inner
    for value in [value for _, value in inner] if inner else data if isinstance(data, list) else ():
        yield from entries(value)


def test_the_built_in_guide_follows_the_schema(real_text: str) -> None:
    """An editor that knows the schema marks nothing in it."""
    checker = jsonschema.Draft202012Validator(schema())
    checker.check_schema(checker.schema)
    assert list(checker.iter_errors(yaml.safe_load(real_text))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("highlight: tired", "hilight: tired"),
        ("title: Rest more", 'title: ""'),
        ("{mood: [low]}", "{mood: low}"),
        ("highlight: tired", "highlight: null"),
    ],
)
def test_the_schema_marks_faults_of_shape(old: str, new: str) -> None:
    """A misspelt field, an empty text and a rule of another shape do not follow it."""
    data = yaml.safe_load(changed(sound_text(), old, new))
    assert not jsonschema.Draft202012Validator(schema()).is_valid(data)


def test_the_first_line_of_the_guide_points_editors_to_the_schema() -> None:
    """The file that it names is there, without a network address, and is today's schema."""
    first = built_in_path().read_text(encoding="utf-8").splitlines()[0]
    path = ROOT / first.partition("$schema=")[2]
    assert "://" not in first
    assert json.loads(path.read_text(encoding="utf-8")) == schema()


def test_what_editors_are_given_is_what_the_program_makes() -> None:
    """Letter by letter: names of parts, what may stand where, words on each."""
    path = built_in_path().parent / "distancecli" / "steps.schema.json"
    assert json_text(guide_schema()) == path.read_text(encoding="utf-8")


def test_each_field_has_its_name_a_sentence_and_an_example() -> None:
    """An editor shows all three where the author stands; the sentence is one, to its stop."""
    assert [
        (part, field)
        for part, field, form in fields()
        if form["title"] != field
        or not form["description"].endswith(".")
        or len(form["examples"]) != 1
        or not (form["examples"][0] or form.get("default"))
    ] == []


def test_examples_and_defaults_may_stand_where_they_are_shown() -> None:
    """Whoever copies one into the field of which it is has made no mistake."""
    shown = [
        (part, field, form, value)
        for part, field, form in fields()
        for value in (*form["examples"], *([form["default"]] if "default" in form else ()))
    ]
    assert [
        (part, field, value) for part, field, form, value in shown if refused(form, value)
    ] == []


def test_examples_stand_in_the_built_in_guide(real_text: str) -> None:
    """They are found there, so they are what a sound guide says; long ones are cut."""
    there = list(entries(yaml.safe_load(real_text)))
    texts = [
        (field, form["examples"][0])
        for _, field, form in fields()
        if isinstance(form["examples"][0], str)
    ]
    assert [entry for entry in texts if entry not in there] == []


def test_a_sentence_serves_the_fields_directly_above_it() -> None:
    """Also one that is written over several lines; none beyond an empty line."""
    body = ["a: int", "", "b: int", "c: set[", " int", "]", "'Says so.'", "d: int", "'One.'"]
    source = "class A:\n" + "".join(f" {line}\n" for line in body)
    (kind,) = ast.parse(source).body
    assert isinstance(kind, ast.ClassDef)
    assert list(sentences._fields(kind)) == [("b", "Says so."), ("c", "Says so."), ("d", "One.")]


def test_only_labels_share_a_sentence() -> None:
    """Elsewhere a field without one would be told by that of the field below it."""
    for part, form in schema()["$defs"].items():
        said = [inner["description"] for inner in form.get("properties", {}).values()]
        assert part == "Labels" or len(set(said)) == len(said), part


def test_labels_and_help_lines_may_be_left_out(real_text: str) -> None:
    """All of them or a label: the schema shows what stands there then, by the built-in guide."""
    data = yaml.safe_load(real_text)
    labels = schema()["$defs"]["Labels"]["properties"]
    assert {name: label["default"] for name, label in labels.items()} == data["labels"]
    data["labels"].popitem()
    assert jsonschema.Draft202012Validator(schema()).is_valid(data)
    del data["labels"], data["support"]
    assert jsonschema.Draft202012Validator(schema()).is_valid(data)


def test_the_sentences_are_there_without_docstrings() -> None:
    """Python leaves them out with -OO; they are read from the source."""
    command = [sys.executable, "-OO", "-m", "distancecli", "schema"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60).stdout
    assert json.loads(printed) == schema()


SMALL: Final = {
    "Labels": {"description": "Words of the program.", "properties": {}},
    "Guide": {
        "description": "A guide as a whole, " + "and more of that, " * 5 + "to the end.",
        "required": ["title", "steps"],
        "properties": {
            "title": {"type": "string", "description": "Its title.", "examples": ["A: b"]},
            "steps": {
                "type": "array",
                "items": {"$ref": "#/$defs/Step"},
                "description": "The steps.",
                "examples": [[{"when": ["a", "b"], "because": "c"}]],
            },
            "best": {
                "anyOf": [{"$ref": "#/$defs/Step"}, {"type": "integer"}],
                "description": "The best one.",
                "default": 2,
                "examples": [2, 3],
            },
            "labels": {
                "$ref": "#/$defs/Labels",
                "description": "Words, " + "and more of them, " * 5 + "to the end.",
                "default": {},
                "examples": [{}],
            },
        },
    },
    "Step": {
        "description": "A" + " b" * 39 + " c",  # a letter more than a line has
        "properties": {
            "kind": {"enum": ["one", "many"], "description": "Which.", "examples": ["one"]},
            "done": {
                "type": "boolean",
                "description": "Whether it is done.",
                "default": False,
                "examples": [True],
            },
            "of": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": "string"}},
                "description": "By name.",
                "examples": [{"a": ["b"]}],
            },
        },
    },
}
"""The parts of a smaller format."""
READ: Final = """\
Guide
=====
A guide as a whole, and more of that, and more of that, and more of that, and
more of that, and more of that, to the end.

  title: text, required
      Its title.
      Example: 'A: b'

  steps: a list of Step, required
      The steps.
      Example: [{when: [a, b], because: c}]

  best: Step or a number
      The best one.
      If left out: 2
      Example: 3

  labels: Labels
      Words, and more of them, and more of them, and more of them, and more of
      them, and more of them, to the end.

Step
====
A b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b
c
It stands at: steps of Guide, best of Guide

  kind: one or many
      Which.
      Example: one

  done: true or false
      Whether it is done.
      Example: true

  of: names, each with a list of text
      By name.
      Example: {a: [b]}

Labels
======
Words of the program.
It stands at: labels of Guide
"""


def test_the_reference_of_a_smaller_format_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels last; each field with its kind, its sentence, and what says something else."""
    monkeypatch.setattr(reference, "guide_schema", lambda: {"$defs": SMALL})
    assert reference.reference() == READ


def test_all_of_it_can_be_read_without_an_editor() -> None:
    """The reference names each field below its part, with its sentence, in 80 columns."""
    printed = run_program("schema", "--format", "text").stdout
    assert max(map(len, printed.splitlines())) <= 80
    _, *split = PART.split(printed)
    parts = dict(zip(split[::2], split[1::2], strict=True))
    assert parts.keys() == schema()["$defs"].keys()
    for part, field, form in fields():
        assert f"\n  {field}: " in parts[part]
        assert " ".join(form["description"].split()) in " ".join(parts[part].split())
