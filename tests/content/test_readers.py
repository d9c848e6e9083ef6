"""The example readers of `readers.yaml`, and what each of them is and is not shown."""

from pathlib import Path
from typing import Any, Final

import pytest

from distancecli.documents.document import read_document
from distancecli.guide.answers import Answers, as_answers
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, make_plan
from distancecli.rendering.outline import outline
from distancecli.rendering.text import as_text

Reader = dict[str, Any]

READERS: Final[list[Reader]] = read_document(str(Path(__file__).with_name("readers.yaml"))).data

each_reader = pytest.mark.parametrize("reader", READERS, ids=[each["id"] for each in READERS])


def answers_of(guide: Guide, reader: Reader) -> Answers:
    """What the guide's example reader of that name answers."""
    (example,) = (each for each in guide.readers if each.name == reader["title"])
    return as_answers(example.answers)


def words_of(guide: Guide, plan: Plan) -> str:
    """The whole plan as plain text in lower case, without its line ends."""
    text = as_text(outline(guide, plan), guide.labels.helps_most)
    return " ".join(text.lower().split())


@each_reader
def test_a_reader_is_shown_what_matters(guide: Guide, reader: Reader) -> None:
    """Each phrase that must be there is there."""
    words = words_of(guide, make_plan(guide, answers_of(guide, reader)))
    assert [phrase for phrase in reader["shows"] if phrase not in words] == []


@each_reader
def test_a_reader_is_spared_what_would_hurt(guide: Guide, reader: Reader) -> None:
    """No phrase that must not be there is there."""
    words = words_of(guide, make_plan(guide, answers_of(guide, reader)))
    assert [phrase for phrase in reader["shows_not"] if phrase in words] == []


@each_reader
def test_phrases_are_in_lower_case(reader: Reader) -> None:
    """A phrase with a capital letter would never be found, and so never be missed."""
    phrases = [*reader["shows"], *reader["shows_not"]]
    assert phrases
    assert phrases == [phrase.lower() for phrase in phrases]


def test_every_reader_is_read_under_an_id_of_their_own() -> None:
    """The six readers of the brief are there, each once."""
    assert [reader["id"] for reader in READERS] == ["v01", "v03", "v05", "v06", "v09", "v12"]
