"""The example readers of `readers.yaml`, and what each of them is and is not shown."""

from pathlib import Path
from typing import Any, Final

import pytest

from distancecli.documents.document import read_document
from distancecli.guide.answers import Answers, as_answers
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.support.plan_view import words_of
from tests.support.reading import pages

Reader = dict[str, Any]

READERS: Final[list[Reader]] = read_document(str(Path(__file__).with_name("readers.yaml"))).data

KEPT_FROM_ALL: Final = {
    "because you chose",
    "go back and answer",
    "harping",
    "please answer",
    "should have let",
    "stop bringing it up",
    "your part ",
}
"""Phrases that would hurt anyone: the guide has them nowhere."""

each_reader = pytest.mark.parametrize("reader", READERS, ids=[each["id"] for each in READERS])


def answers_of(guide: Guide, reader: Reader) -> Answers:
    """What the guide's example reader of that name answers."""
    (example,) = (each for each in guide.readers if each.name == reader["title"])
    return as_answers(example.answers)


@each_reader
def test_a_reader_is_shown_what_matters(guide: Guide, reader: Reader) -> None:
    """Each phrase that must be there is there, for the person of the story and those near them."""
    words = words_of(guide, make_plan(guide, answers_of(guide, reader)))
    assert [phrase for phrase in reader["shows"] if phrase not in words] == []


@each_reader
def test_a_reader_is_spared_what_would_hurt(guide: Guide, reader: Reader) -> None:
    """No phrase that would hurt the person of the story, or those near them, is there."""
    words = words_of(guide, make_plan(guide, answers_of(guide, reader)))
    assert [phrase for phrase in reader["shows_not"] if phrase in words] == []


@each_reader
def test_phrases_are_in_lower_case(reader: Reader) -> None:
    """A phrase with a capital letter would never be found, and so never be missed."""
    phrases = [*reader["shows"], *reader["shows_not"]]
    assert phrases
    assert phrases == [phrase.lower() for phrase in phrases]


def test_a_phrase_that_is_spared_is_read_by_someone(guide: Guide) -> None:
    """Each one stands somewhere in the guide, or is named as kept from every reader."""
    read = " ".join(text for page in pages(guide).values() for text in page)
    said = " ".join(read.lower().split())
    spared = {phrase for reader in READERS for phrase in reader["shows_not"]}
    assert {phrase for phrase in spared if phrase not in said} == KEPT_FROM_ALL


def test_every_reader_is_read_under_an_id_of_their_own() -> None:
    """No reader hides another one."""
    ids = [reader["id"] for reader in READERS]
    assert len(set(ids)) == len(ids)


def test_no_example_reader_is_left_out(guide: Guide) -> None:
    """What is shown to each of them was thought through, not only which steps they get."""
    titles = [reader["title"] for reader in READERS]
    assert sorted(titles) == sorted(each.name for each in guide.readers)
