"""A JSON Schema of the guide format, so that an editor completes and marks a guide."""

from inspect import cleandoc
from typing import Any, Final

import msgspec

from distancecli.guide.conditions import GROUPS, SHAPES, Condition
from distancecli.guide.model import Guide

CONDITION: Final = "Condition"


def guide_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) that every guide follows; names in rules are not checked."""
    (guide,), parts = msgspec.json.schema_components(
        [Guide], schema_hook=_condition_reference, ref_template="#/$defs/{name}"
    )
    for part in parts.values():
        if "description" in part:
            part["description"] = cleandoc(part["description"])  # Python 3.13 has done so already
    parts[CONDITION] = _condition()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide of distancecli",
        **guide,
        "$defs": parts,
    }


def _condition_reference(kind: type) -> dict[str, Any]:
    if kind is Condition:
        return {"$ref": f"#/$defs/{CONDITION}"}
    raise NotImplementedError(kind)


def _condition() -> dict[str, Any]:
    """A fact's name, a group of conditions, or a question with codes."""
    several = {"type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{CONDITION}"}}
    codes = {"type": "array", "minItems": 1, "items": {"type": "string"}}
    return {
        "title": CONDITION,
        "description": f"One of: {SHAPES}",
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "properties": dict.fromkeys(GROUPS, several),
                "additionalProperties": codes,
            },
        ],
    }
