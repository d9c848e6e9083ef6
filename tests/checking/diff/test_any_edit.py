"""Whatever is edited in a guide but its rules, `distance diff` tells something of it."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any, Final

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from distancecli.guide.model import Guide, Paragraph
from tests.checking.diff.test_wording import edited, told
from tests.support.random_guides import FEWER, small_guides

RULES: Final = frozenset(
    {"when", "then", "highlight", "status", "facts", "guarded", "safe_for", "start", "no_start"}
)
"""The fields that say who is shown what."""

Place = tuple[str | int, ...]


def places(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Everything in a guide that is no rule, with the names and numbers that lead to it."""
    yield place, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in RULES:
                yield from places(getattr(value, name), (*place, name))
    elif isinstance(value, tuple | dict):
        for key, each in enumerate(value) if isinstance(value, tuple) else value.items():
            yield from places(each, (*place, key))


def put(value: Any, place: Place, new: Any) -> Any:
    """The value with something else at a place in it."""
    if not place:
        return new
    first, *rest = place
    if isinstance(value, msgspec.Struct):
        assert isinstance(first, str)
        inner = put(getattr(value, first), tuple(rest), new)
        return msgspec.structs.replace(value, **{first: inner})
    if isinstance(value, dict):
        return {
            key: put(each, tuple(rest), new) if key == first else each
            for key, each in value.items()
        }
    return tuple(
        put(each, tuple(rest), new) if index == first else each for index, each in enumerate(value)
    )


@st.composite
def edits(draw: st.DrawFn) -> tuple[Guide, Guide]:
    """A guide, and the same with one text, number, flag, list or mapping edited."""
    guide = draw(st.one_of(small_guides(), st.just(edited())))
    sections = {name: getattr(guide, name) for name in guide.__struct_fields__}
    full = [name for name in sections if name not in RULES and sections[name]]
    section = draw(st.sampled_from(full))
    inner = [each for each in places(sections[section]) if can_be_edited(each[1])]
    place, old = draw(st.sampled_from(inner))
    return guide, put(guide, (section, *place), another(draw, old))


def can_be_edited(value: Any) -> bool:
    """Whether it is a text, number or flag, or a list or mapping that is not empty."""
    return isinstance(value, str | int) or (isinstance(value, tuple | dict) and bool(value))


def another(draw: st.DrawFn, value: Any) -> Any:
    """Another text, number or flag; a list or mapping with one entry less, first or twice."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return {"one": "many", "many": "one"}.get(value, f"{value} indeed")
    entries = list(value.items() if isinstance(value, dict) else value)
    entry = entries.pop(draw(st.integers(0, len(entries) - 1)))
    how = draw(st.sampled_from(["less", "first", "twice"]))
    unique = hasattr(entry, "id") or hasattr(entry, "code")
    first = {"less": [], "first": [entry], "twice": [entry] if unique else [entry, entry]}[how]
    return type(value)([*first, *entries])


def without_rules(value: Any, name: str = "") -> Any:
    """Plain data without rules, every text in one shape, and in the order that a reader meets."""
    if isinstance(value, dict):
        return [(key, without_rules(each, key)) for key, each in value.items() if key not in RULES]
    if not isinstance(value, list | tuple):
        return value
    if name in ("text", "top"):
        value = [
            msgspec.to_builtins(Paragraph(text=each)) if isinstance(each, str) else each
            for each in value
        ]
    if name == "lines":
        value = sorted(value, key=itemgetter("kind"))
    if name in ("endings", "promises", "readers"):
        value = sorted(value, key=itemgetter("id" if name == "endings" else "name"))
    if name == "readers":
        return [in_no_order(reader) for reader in value]
    return [without_rules(each) for each in value]


def in_no_order(reader: dict[str, Any]) -> list[Any]:
    """An example reader whose answers and ids stand in an order of their own, but for notices."""
    answers = {
        id: codes if isinstance(codes, str) else sorted(codes)
        for id, codes in reader["answers"].items()
    }
    expected = {
        name: ids if name in ("ending", "notices") else sorted(ids)
        for name, ids in reader["expected"].items()
    }
    return [reader["name"], sorted(answers.items()), expected]


@FEWER
@given(guides=edits())
def test_whatever_is_edited_but_a_rule_is_told(guides: tuple[Guide, Guide]) -> None:
    """Something is told of any edit of anything but rules."""
    before, after = (without_rules(msgspec.to_builtins(guide)) for guide in guides)
    if before != after:
        assert told(*guides)
        assert told(*reversed(guides))
