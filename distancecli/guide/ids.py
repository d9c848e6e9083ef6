"""The ids and codes of a guide: each is a name that can be written in a rule, and stands once."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import NULLS, Place
from distancecli.guide.model import Guide
from distancecli.text.characters import made_visible

SECTIONS: Final = ("questions", "endings", "notices", "steps")
"""The sections whose entries have an id."""
NO_NAME: Final = re.compile(r"[\s\u2018-\u201f\u00ab\u00bb\[\]{},:#]")
"""What stands in no id or code: blanks, curly quotes, and what means something in YAML."""
REPEATED: Final = "repeated"


def id_faults(guide: Guide) -> Iterator[Fault]:
    """Names that are slips or hard to write in a rule, and those that stand twice."""
    for place, name in _names(guide):
        if NO_NAME.search(name) or not name.isprintable():
            said = (
                f'"{made_visible(name)}" is no name; use letters, digits, - and _, without quotes'
            )
            yield Fault(place, said, "odd-name")
        elif name and name.casefold() in NULLS:
            said = f'"{name}" is read as nothing where it has no quotes; choose another name'
            yield Fault(place, said, "odd-name")
    for place, entries in _listed(guide):
        yield from _repeated(place, entries)


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


def _repeated(place: Place, entries: Sequence[Any]) -> Iterator[Fault]:
    seen = {""}  # an action may have none
    for index, entry in enumerate(entries):
        if entry.id and entry.id in seen:
            said = f'the id "{entry.id}" stands twice; give each its own'
            yield Fault((*place, index, "id"), said, REPEATED)
        seen.add(entry.id)
