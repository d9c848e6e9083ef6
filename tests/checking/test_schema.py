"""`distance schema`: an editor that knows it marks nothing in a guide, and marks its mistakes."""

import json
from typing import Any

import jsonschema
import pytest
import yaml

from distancecli.guide.load import built_in_path
from tests.support.small_guide import changed
from tests.support.sound_guide import sound_text
from tests.support.terminal_driver import ROOT, run_program


def schema() -> dict[str, Any]:
    """The schema as the command prints it."""
    printed: dict[str, Any] = json.loads(run_program("schema").stdout)
    return printed


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
