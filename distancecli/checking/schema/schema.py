"""A JSON Schema of the guide format, so that an editor completes, explains and marks a guide."""

from typing import Any, Final

import msgspec

from distancecli.checking.schema.samples import Samples
from distancecli.checking.schema.sentences import kinds_of_parts, of_fields, of_part
from distancecli.guide.conditions import ALWAYS, ANY, ANY_BUT, EVERYONE, GROUPS, Condition
from distancecli.guide.load import built_in
from distancecli.guide.model import Guide
from distancecli.guide.promises import OUTCOMES

CONDITION: Final = "Condition"
OUTCOME: Final = "Outcome"
"""The same form, in which a promise speaks of what is shown."""
CONDITIONS_SAID: Final = (
    "A rule is one of these: a fact's name, true where that fact is; {question: [codes]}, where "
    "one of these answers was given; {all: [...]}, where each of these rules holds; {any: [...]}, "
    "where at least one does; {none: [...]}, where not one does; always, for every reader. "
    "`skipped` is a code of every question."
)
OUTCOMES_SAID: Final = (
    "It is written like a condition. In the place of a question stands a kind of outcome: "
    f"{', '.join(OUTCOMES)}. In the place of codes stand ids, or {ANY}, or {{{ANY_BUT}: [ids]}}."
)
NULL: Final = {"type": "null"}
ANY_SAID: Final = {"const": ANY}
OURS: Final = ("labels", "support")
"""What a guide may leave to the built-in one."""
ALWAYS_ENCODED: Final = msgspec.to_builtins(ALWAYS)
"""What msgspec takes for the default of a rule, which a guide writes in a word."""


def guide_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) that every guide follows; names in rules are not checked.

    Each field has its name, its sentence, its default and an example out of the built-in guide.

    Raises:
        UnreadableFile: the built-in guide is missing.
    """
    (guide,), parts = msgspec.json.schema_components(
        [Guide], schema_hook=_condition_reference, ref_template="#/$defs/{name}"
    )
    _leave_out_null(parts)
    codes = {"type": "array", "minItems": 1, "items": {"type": "string"}}
    conditions = {
        CONDITION: _condition(CONDITION, CONDITIONS_SAID, codes),
        OUTCOME: _condition(OUTCOME, OUTCOMES_SAID, {"anyOf": [codes, ANY_SAID, _but(codes)]}),
    }
    parts["Promise"]["properties"]["then"] = {"$ref": f"#/$defs/{OUTCOME}"}
    ours = built_in().data
    _leave_to_ours(parts, ours["labels"])
    _explain(parts, Samples(parts | conditions, ours))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide of distancecli",
        **guide,
        "$defs": parts | conditions,
    }


def _leave_to_ours(parts: dict[str, Any], labels: dict[str, str]) -> None:
    """Require no label and no help lines: what is left out of them is as in the built-in guide."""
    parts["Guide"]["required"] = [name for name in parts["Guide"]["required"] if name not in OURS]
    parts["Guide"]["properties"]["labels"]["default"] = {}
    parts["Labels"].pop("required", None)
    for name, schema in parts["Labels"]["properties"].items():
        schema["default"] = labels[name]


def _explain(parts: dict[str, Any], samples: Samples) -> None:
    """Say of each part and each field what it is, with an example of each field."""
    kinds = kinds_of_parts()
    for part, schema in parts.items():
        kind = kinds[part]
        owners = [base.__name__ for base in kind.__mro__]
        schema["description"] = of_part(kind)
        said = of_fields(kind)
        for name, form in schema["properties"].items():
            if form.get("default") == ALWAYS_ENCODED:
                form["default"] = EVERYONE
            about = {"title": name, "description": said[name]}
            example = {"examples": [samples.sample(owners, name)]}
            schema["properties"][name] = about | form | example


def _leave_out_null(parts: dict[str, Any]) -> None:
    """No guide can say null, and editors would explain what stands beside it, not the field."""
    for schema in parts.values():
        for form in schema["properties"].values():
            if NULL in form.get("anyOf", ()):
                form["anyOf"].remove(NULL)
                del form["default"]
                if len(form["anyOf"]) == 1:
                    form |= form.pop("anyOf")[0]


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
