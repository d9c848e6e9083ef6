"""Any data at all, and guides that are almost right: what is read or refused, whatever it says."""

import copy
import json
import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from distancecli.documents.document import parse_document, read_document
from distancecli.errors import DistanceError
from distancecli.guide.load import guide_from, load_guide, parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.given import given_by
from tests.support.random_reader import use
from tests.support.small_guide import NAME, small_text

DUMPER: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
NAMES: Final = st.sampled_from(
    [
        "id",
        "when",
        "text",
        "all",
        "any",
        "none",
        "mood",
        "low",
        "tired",
        "skipped",
        "true",
        "listener",
    ]
)
"""Words that mean something in the small guide."""
BRACES: Final = st.sampled_from(["{number}", "{x}", "{", "{}", "{reason!r}", "}"])
TEXTS: Final = st.one_of(NAMES, st.text(max_size=20), BRACES, st.just("x" * 6_000))
DATA: Final = st.recursive(
    st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
"""What YAML can say."""
MAPPINGS: Final = st.dictionaries(TEXTS, DATA, max_size=6)


def as_yaml(data: Any) -> str:
    """The data as another program would write it."""
    return yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False)


@given(data=st.one_of(DATA, MAPPINGS), write=st.sampled_from([as_yaml, json.dumps]))
def test_any_mapping_is_a_guide_or_refused(data: Any, write: Any) -> None:
    """Whatever data a file holds, a guide comes of it or an error meant for a person."""
    with suppress(DistanceError):
        parse_guide(NAME, write(data))


@given(data=st.one_of(DATA, MAPPINGS), write=st.sampled_from([as_yaml, json.dumps]))
def test_any_mapping_is_answers_or_refused(guide: Guide, data: Any, write: Any) -> None:
    """The same holds of a file of answers."""
    with suppress(DistanceError):
        given_by(guide, parse_document(NAME, write(data)))


@given(data=st.data())
def test_almost_answers_are_read_or_refused(guide: Guide, data: st.DataObject) -> None:
    """Answers with the right questions, and codes that may be right, are no exception."""
    codes = [option.code for question in guide.questions for option in question.options]
    code = st.one_of(st.sampled_from([*codes, "skipped"]), DATA)
    questions = st.sampled_from([question.id for question in guide.questions])
    given = data.draw(st.dictionaries(questions, st.one_of(code, st.lists(code, max_size=3))))
    with suppress(DistanceError):
        answers = given_by(guide, parse_document(NAME, as_yaml(given))).answers
        assert answers.keys() <= given.keys()


@given(content=st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-16"))))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, guide: Guide, content: bytes
) -> None:
    """Whatever bytes a file holds, both readers of it refuse it for a person, or read it."""
    path = tmp_path_factory.getbasetemp() / "any-bytes.yaml"
    path.write_bytes(content)
    with suppress(DistanceError):
        load_guide(str(path))
    with suppress(DistanceError):
        given_by(guide, read_document(str(path)))


# --- Guides that are almost right ----------------------------------------------------------------

Place = tuple[str | int, ...]
SLIPS: Final = st.tuples(
    st.integers(0, 10_000),
    st.sampled_from(["replace", "delete", "insert", "retype", "copy"]),
    st.one_of(
        DATA, BRACES, st.sampled_from([{"mood": ["low"]}, {"any": ["tired"]}, ["tired"], [], {}])
    ),
)
"""Where in a guide something is done, what, and the value that it may take."""


def places(data: Any, place: Place = ()) -> Iterator[Place]:
    """The place of every entry, from the top."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        yield (*place, key)
        if isinstance(value, dict | list):
            yield from places(value, (*place, key))


def slip(guide: Any, number: int, kind: str, value: Any) -> None:
    """Does one thing to the plain data of a guide, at the place of that number."""
    all_places = list(places(guide))
    if not all_places:
        return
    place = all_places[number % len(all_places)]
    value = copy.deepcopy(value)
    parent = guide
    for key in place[:-1]:
        parent = parent[key]
    key = place[-1]
    if kind == "delete":
        del parent[key]
    elif kind == "insert" and isinstance(parent, list):
        parent.insert(int(key), value)
    elif kind == "insert":
        parent[value if isinstance(value, str) else "id"] = value
    else:
        retyped = {"retype": [parent[key]], "copy": copy.deepcopy(guide)}
        parent[key] = retyped.get(kind, value)


@given(slips=st.lists(SLIPS, min_size=1, max_size=3), seed=st.integers(0, 99))
def test_a_guide_with_slips_is_refused_or_works(
    slips: list[tuple[int, str, Any]], seed: int
) -> None:
    """A guide with entries replaced, left out, put in or of another type is refused or of use."""
    data = parse_document(NAME, small_text()).data
    for number, kind, value in slips:
        slip(data, number, kind, value)
    with suppress(DistanceError):
        use(guide_from(parse_document(NAME, json.dumps(data))), random.Random(seed), readers=1)
