"""An example of each field of a guide, as the built-in guide has it."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

MOST: Final = 120
"""Characters of an example in JSON; what has none so short is cut to what it cannot do without."""
KEPT: Final = ("when", "status", "support")
"""What is never cut: without it an example would say something else, or to other readers."""
READ: Final[dict[str, Callable[[str], Any]]] = {"boolean": "true".__eq__, "integer": int}
"""How a text of a guide becomes what a field of that type holds."""
HOLDERS: Final = {"object": dict, "array": list}


class Samples:
    """The examples that a guide gives, whose plain data is all texts, lists and mappings.

    `parts` has the schema of each kind of part by its name.
    """

    def __init__(self, parts: dict[str, Any], guide: Any):
        self._parts = parts
        self._found: dict[tuple[str, str], list[Any]] = {}
        self._read(guide, parts["Guide"])

    def sample(self, owners: Sequence[str], field: str) -> Any:
        """The first short value of the field, or the first short one that a long one is cut to.

        `owners` are the names of the part and of its bases: what one does not use, another may.
        Where none does, it is what stands for a field that is left out.

        Raises:
            KeyError: there is not even that.
        """
        for owner in owners:
            if values := self._found.get((owner, field)):
                schema = self._parts[owner]["properties"][field]
                short = [value for value in values if _size(value) <= MOST]
                return _best(short or [self._cut(value, schema) for value in values])
        return self._parts[owners[0]]["properties"][field]["default"]

    def _read(self, data: Any, schema: dict[str, Any]) -> Any:
        """The data with the types that the schema says; the value of each field is noted down."""
        schema = self._fitting(data, schema)
        if isinstance(data, list):
            return [self._read(each, schema["items"]) for each in data]
        if isinstance(data, dict):
            return {name: self._noted(schema, name, value) for name, value in data.items()}
        return READ.get(schema.get("type", ""), str)(data)

    def _noted(self, schema: dict[str, Any], name: str, data: Any) -> Any:
        value = self._read(data, _inner(schema, name))
        self._found.setdefault((schema.get("title", ""), name), []).append(value)
        return value

    def _fitting(self, data: Any, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema itself, without references and alternatives of another type."""
        if "$ref" in schema:
            return self._fitting(data, self._parts[schema["$ref"].rpartition("/")[2]])
        choices = [self._fitting(data, choice) for choice in schema.get("anyOf", ())]
        return next((choice for choice in choices if _fits(data, choice)), schema)

    def _cut(self, value: Any, schema: dict[str, Any]) -> Any:
        """The value if it is short; else with one entry of each list, and the fields it needs."""
        if _size(value) <= MOST or isinstance(value, str):
            return value
        schema = self._fitting(value, schema)
        if isinstance(value, list):
            return [_best([self._cut(each, schema["items"]) for each in value])]
        if "required" not in schema:  # any entry alone will do
            name = next(iter(value))
            return {name: self._cut(value[name], _inner(schema, name))}
        needed = {*schema["required"], *KEPT} & value.keys()
        kept = {name: self._cut(value[name], _inner(schema, name)) for name in needed}
        for name in value:
            if _size(more := {name: value[name]} | kept) <= MOST:
                kept = more
        return {name: kept[name] for name in value if name in kept}


def _inner(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of what stands under the name."""
    inner: dict[str, Any] = schema.get("properties", {}).get(name)
    return inner or schema["additionalProperties"]


def _fits(data: Any, schema: dict[str, Any]) -> bool:
    """Whether the schema is for a mapping, a list or a text, as the data is."""
    kind = schema.get("type", "string")
    if kind in HOLDERS:
        return isinstance(data, HOLDERS[kind])
    return not isinstance(data, (dict, list))


def _best(values: list[Any]) -> Any:
    """The first short one, or the shortest."""
    short = [value for value in values if _size(value) <= MOST]
    return short[0] if short else min(values, key=_size)


def _size(value: Any) -> int:
    return len(msgspec.json.encode(value))
