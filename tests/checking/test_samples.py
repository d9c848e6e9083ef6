"""Which example of a field the schema shows: a short one of the guide, or one that is cut."""

from typing import Any, Final

import pytest

from distancecli.checking.schema.samples import Samples

Json = dict[str, Any]

TEXT: Final[Json] = {"type": "string"}
LIST: Final[Json] = {"type": "array", "items": TEXT}
NAMES: Final[Json] = {"type": "object", "additionalProperties": TEXT}
ENTRY: Final[Json] = {
    "type": "object",
    "required": ["id"],
    "properties": dict.fromkeys(("id", "text", "z", "when", "status", "support"), TEXT),
}


def samples(values: list[Any], form: Json, **more: Any) -> Samples:
    """The examples of a guide of parts with one field, and a base that has it too."""
    parts: Json = {
        "Guide": {"title": "Guide", "properties": {"parts": {"items": {"$ref": "#/$defs/Part"}},
                                                   "bases": {"items": {"$ref": "#/$defs/Base"}}}},
        **{part: {"title": part, "type": "object", "properties": {"field": {**form, **more}}}
           for part in ("Part", "Base")},
    }  # fmt: skip
    for held in parts["Guide"]["properties"].values():
        held["type"] = "array"
    return Samples(parts, {"parts": [{"field": value} for value in values]})


def entry(text: int, **more: str) -> dict[str, str]:
    """An entry with a text of that many characters."""
    return {"id": "i", "text": "a" * text, **more}


@pytest.mark.parametrize(
    ("form", "values", "shown"),
    [
        # The first one that is short: 120 characters with its quotes, and not one more.
        (TEXT, ["a" * 118, "b"], "a" * 118),
        (TEXT, ["a" * 119, "b"], "b"),
        (TEXT, ["a" * 130, "b" * 119], "b" * 119),
        # Rather a short one than one that is cut.
        (LIST, [["a" * 60, "b" * 60], ["c"]], ["c"]),
        # Else one entry of a list, the first short one.
        (LIST, [["a" * 60, "b" * 60]], ["a" * 60]),
        (LIST, [["a" * 118, "b"]], ["a" * 118]),
        (LIST, [["a" * 119, "b"]], ["b"]),
        # Of names, any; an entry that is short is left whole.
        (NAMES, [{"x": "a" * 60, "y": "b" * 60}], {"x": "a" * 60}),
        (
            {"type": "array", "items": NAMES},
            [[{"x": "a" * 52, "y": "b" * 53}, {"x": "c"}]],
            [{"x": "a" * 52, "y": "b" * 53}],
        ),
        # Of a part what is required, and what else has room, in order.
        (ENTRY, [entry(100, z="b")], {"id": "i", "text": "a" * 100}),
        (ENTRY, [entry(101, z="b")], {"id": "i", "z": "b"}),
        # And what says for whom it is, and what stands below it.
        *(
            (ENTRY, [entry(60, **{name: "b" * 60})], {"id": "i", name: "b" * 60})
            for name in ("when", "status", "support")
        ),
        # A text is what its field takes it for, also where something else could stand there.
        ({"type": "boolean"}, ["true"], True),
        ({"type": "boolean"}, ["false"], False),
        ({"type": "integer"}, ["12"], 12),
        ({"enum": ["one", "many"]}, ["many"], "many"),
        ({"anyOf": [ENTRY, {"type": "integer"}]}, ["12"], 12),
        ({"anyOf": [{"type": "integer"}, ENTRY]}, [{"id": "12"}], {"id": "12"}),
        ({"anyOf": [TEXT, {"type": "array", "items": {"type": "integer"}}]}, [["12"]], [12]),
    ],
)
def test_an_example_is_short_and_says_what_the_guide_says(
    form: Json, values: list[Any], shown: Any
) -> None:
    """Whole where it can be; cut, it is still what could stand there."""
    assert samples(values, form).sample(["Part", "Base", "object"], "field") == shown


def test_what_no_part_uses_is_shown_as_it_is_when_left_out() -> None:
    """But first as another part has it whose field it is; and where there is nothing, nothing."""
    unused = samples([], TEXT, default="none")
    assert unused.sample(["Part", "Base"], "field") == "none"
    assert samples(["a"], TEXT).sample(["Base", "Part"], "field") == "a"
    with pytest.raises(KeyError):
        samples([], TEXT).sample(["Part", "Base"], "field")
