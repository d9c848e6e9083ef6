"""The guide format as text to read: each part and each field, out of the very same schema."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from distancecli.checking.schema.schema import guide_schema
from distancecli.text.wrapping import wrap

WIDTH: Final = 80
FIELD: Final = " " * 2
SAID: Final = " " * 6
LAST: Final = "Labels"
"""Has more fields than all the rest, and few are ever looked up."""
NAMES: Final = {"string": "text", "boolean": "true or false", "integer": "a number"}


def reference() -> str:
    """What `distance schema` knows, for those whose editor does not show it.

    Raises:
        UnreadableFile: the built-in guide is missing.
    """
    parts = guide_schema()["$defs"]
    ordered = sorted(parts, key=LAST.__eq__)
    return "\n".join(line for name in ordered for line in _part(name, parts))


def _part(name: str, parts: dict[str, Any]) -> Iterator[str]:
    part = parts[name]
    yield from (name, "=" * len(name), *wrap(part["description"], WIDTH))
    if places := ", ".join(_places(name, parts)):
        yield from wrap(places, WIDTH, "It stands at: ")
    yield ""
    for field, schema in part.get("properties", {}).items():
        needed = ", required" if field in part.get("required", ()) else ""
        yield from wrap(f"{field}: {_kind(schema)}{needed}", WIDTH, FIELD, SAID)
        yield from wrap(schema["description"], WIDTH, SAID)
        yield from _shown(schema)
        yield ""


def _places(name: str, parts: dict[str, Any]) -> Iterator[str]:
    """Each field of a part that holds parts of that name."""
    for owner, part in parts.items():
        for field, schema in part.get("properties", {}).items():
            if name in re.findall(r"\w+", _kind(schema)):
                yield f"{field} of {owner}"


def _shown(schema: dict[str, Any]) -> Iterator[str]:
    """What it is where it is left out, if that is anything, and an example of something else."""
    default = schema.get("default")
    if default:
        yield from wrap(_written(default), WIDTH, f"{SAID}If left out: ")
    for example in schema["examples"]:
        if example != default:
            yield from wrap(_written(example), WIDTH, f"{SAID}Example: ")


def _kind(schema: dict[str, Any]) -> str:
    """What is to stand there: texts, parts by their name, or one of some words."""
    match schema:
        case {"$ref": str(place)}:
            return place.rpartition("/")[2]
        case {"anyOf": list(choices)}:
            return " or ".join(_kind(each) for each in choices)
        case {"enum": list(words)}:
            return " or ".join(words)
        case {"type": "array", "items": inner}:
            return f"a list of {_kind(inner)}"
        case {"additionalProperties": inner}:
            return f"names, each with {_kind(inner)}"
    return NAMES[schema["type"]]


def _written(value: Any) -> str:
    """The value as a guide has it, on one line."""
    entry = yaml.safe_dump([value], default_flow_style=True, sort_keys=False, width=float("inf"))
    return entry.strip()[1:-1]
