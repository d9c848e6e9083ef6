"""The ids and codes of a guide: each is a name that can be written in a rule, and stands once."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import NULLS, Place
from distancecli.guide.model import Guide
from distancecli.text.characters import CURLY_QUOTES, made_visible

SECTIONS: Final = ("questions", "endings", "notices", "steps")
"""The sections whose entries have an id."""
INNER: Final = (("steps", "actions", "id"), ("questions", "options", "code"))
"""The lists in them whose entries have a name of their own."""
NO_NAME: Final = re.compile(rf"[\s{CURLY_QUOTES}\u00ab\u00bb\[\]{{}},:;#\uff0c\uff1a\uff1b]")
"""What stands in no id or code: blanks, curly quotes, and what means something in YAML."""
REPEATED: Final = "repeated"


def id_faults(guide: Guide) -> Iterator[Fault]:
    """Names that are slips or hard to write in a rule."""
    for place, name in _names(guide):
        if NO_NAME.search(name) or not name.isprintable():
            said = (
                f'"{made_visible(name)}" is no name; use letters, digits, - and _, without quotes'
            )
            yield Fault(place, said, "odd-name")
        elif name and name.casefold() in NULLS:
            said = f'"{name}" is read as nothing where it has no quotes; choose another name'
            yield Fault(place, said, "odd-name")


def repeated_names(data: Any) -> Iterator[Fault]:
    """Ids and codes that stand twice in plain data that may be no guide yet.

    What rules say of the one would be held against the other.
    """
    if isinstance(data, dict):
        for section in SECTIONS:
            yield from _repeated((section,), data.get(section))
        yield from _repeated(("plan", "moments"), _field(data.get("plan"), "moments"))
        for section, field, name in INNER:
            for index, entry in enumerate(_list(data.get(section))):
                yield from _repeated((section, index, field), _field(entry, field), name)


def _field(entry: Any, name: str) -> Any:
    return entry.get(name) if isinstance(entry, dict) else None


def _list(entries: Any) -> list[Any]:
    return entries if isinstance(entries, list) else []


def _listed(guide: Guide) -> Iterator[tuple[Place, Sequence[Any]]]:
    """Every list in which each entry has an id of its own."""
    yield from (((section,), getattr(guide, section)) for section in SECTIONS)
    yield ("plan", "moments"), guide.plan.moments if guide.plan else ()
    for index, step in enumerate(guide.steps):
        yield ("steps", index, "actions"), step.actions


def _names(guide: Guide) -> Iterator[tuple[Place, str]]:
    for place, entries in _listed(guide):
        for index, entry in enumerate(entries):
            yield (*place, index, "id"), entry.id
            for number, option in enumerate(getattr(entry, "options", ())):
                yield (*place, index, "options", number, "code"), option.code
    yield from ((("facts", name), name) for name in guide.facts)


def _repeated(place: Place, entries: Any, field: str = "id") -> Iterator[Fault]:
    seen: set[str] = set()
    for index, entry in enumerate(_list(entries)):
        if not isinstance(name := _field(entry, field), str):
            continue
        if name and name in seen:  # an action may have none
            said = f'the {field} "{name}" stands twice; give each its own'
            yield Fault((*place, index, field), said, REPEATED)
        seen.add(name)
