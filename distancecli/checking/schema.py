"""A JSON Schema of the guide format, so that an editor completes and marks a guide."""

from inspect import cleandoc
from typing import Any, Final

import msgspec

from distancecli.guide.conditions import ANY, ANY_BUT, GROUPS, SHAPES, Condition
from distancecli.guide.model import Guide

CONDITION: Final = "Condition"
OUTCOME: Final = "Outcome"
"""The same form, in which a promise speaks of what is shown."""
OUTCOMES_SAID: Final = f"Like a condition, with outcomes: {{kind: [names]}}, {{kind: {ANY}}}"
ANY_SAID: Final = {"const": ANY}


def guide_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) that every guide follows; names in rules are not checked."""
    (guide,), parts = msgspec.json.schema_components(
        [Guide], schema_hook=_condition_reference, ref_template="#/$defs/{name}"
    )
    for part in parts.values():
        if "description" in part:
            part["description"] = cleandoc(part["description"])  # Python 3.13 has done so already
    _null_last(parts)
    codes = {"type": "array", "minItems": 1, "items": {"type": "string"}}
    parts[CONDITION] = _condition(CONDITION, f"One of: {SHAPES}", codes)
    parts[OUTCOME] = _condition(OUTCOME, OUTCOMES_SAID, {"anyOf": [codes, ANY_SAID, _but(codes)]})
    parts["Promise"]["properties"]["then"] = {"$ref": f"#/$defs/{OUTCOME}"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide of distancecli",
        **guide,
        "$defs": parts,
    }


def _null_last(schema: Any) -> None:
    """Put null last among alternatives: releases of msgspec differ in where it stands."""
    if isinstance(schema, dict):
        schema.get("anyOf", []).sort(key=lambda choice: choice == {"type": "null"})
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else ():
        _null_last(part)


def _condition_reference(kind: type) -> dict[str, Any]:
    if kind is Condition:
        return {"$ref": f"#/$defs/{CONDITION}"}
    raise NotImplementedError(kind)


def _but(codes: dict[str, Any]) -> dict[str, Any]:
    """All names but some."""
    return {
        "type": "object",
        "required": [ANY_BUT],
        "properties": {ANY_BUT: codes},
        "additionalProperties": False,
    }


def _condition(title: str, description: str, names: dict[str, Any]) -> dict[str, Any]:
    """A fact's name, a group of conditions, or a question or kind of outcome with names."""
    several = {"type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{title}"}}
    return {
        "title": title,
        "description": description,
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "properties": dict.fromkeys(GROUPS, several),
                "additionalProperties": names,
            },
        ],
    }
