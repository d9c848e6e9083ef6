"""The ids and codes of a guide: each is a name that can be written in a rule, and stands once."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import NULLS, Place
from distancecli.text.characters import CURLY_QUOTES

SECTIONS: Final = ("questions", "endings", "notices", "steps")
"""The sections whose entries have an id."""
INNER: Final = (("steps", "actions", "id"), ("questions", "options", "code"))
"""The lists in them whose entries have a name of their own."""
NO_NAME: Final = re.compile(rf"[\s{CURLY_QUOTES}\u00ab\u00bb\[\]{{}},:;#\uff0c\uff1a\uff1b]")
"""What stands in no id or code: blanks, curly quotes, and what means something in YAML."""
REPEATED: Final = "repeated"


def id_faults(data: Any) -> Iterator[Fault]:
    """Names in plain data that are slips, or hard to write in a rule."""
    of_facts = ((("facts", name), name) for name in _field(data, "facts") or ())
    for place, name in chain(_names(data), of_facts):
        if NO_NAME.search(name) or not name.isprintable():
            said = f'"{_in_sight(name)}" is no name; use letters, digits, - and _, without quotes'
            yield Fault(place, said, "odd-name")
        elif name and name.casefold() in NULLS:
            said = f'"{name}" is read as nothing where it has no quotes; choose another name'
            yield Fault(place, said, "odd-name")


def _in_sight(name: str) -> str:
    """The name with all written out that nobody would see in it, such as a blank without width."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)


def repeated_names(data: Any) -> Iterator[Fault]:
    """Ids and codes that stand twice in plain data that may be no guide yet.

    What rules say of the one would be held against the other.
    """
    seen: set[tuple[Place, str]] = set()
    for place, name in _names(data):
        one = (place[:-2], name)
        if name and one in seen:  # an action may have none
            said = f'the {place[-1]} "{name}" stands twice; give each its own'
            yield Fault(place, said, REPEATED)
        seen.add(one)


def _names(data: Any) -> Iterator[tuple[Place, str]]:
    """Every id and code, with its place; of those of one list, no two may be the same."""
    for place, entries, field in _lists(data):
        for index, entry in enumerate(_list(entries)):
            if isinstance(name := _field(entry, field), str):
                yield (*place, index, field), name


def _lists(data: Any) -> Iterator[tuple[Place, Any, str]]:
    """Every list in which each entry has a name of its own, and the field that has it."""
    for section in SECTIONS:
        yield (section,), _field(data, section), "id"
    yield ("plan", "moments"), _field(_field(data, "plan"), "moments"), "id"
    for section, inner, field in INNER:
        for index, entry in enumerate(_list(_field(data, section))):
            yield (section, index, inner), _field(entry, inner), field


def _field(entry: Any, name: str) -> Any:
    return entry.get(name) if isinstance(entry, dict) else None


def _list(entries: Any) -> list[Any]:
    return entries if isinstance(entries, list) else []
