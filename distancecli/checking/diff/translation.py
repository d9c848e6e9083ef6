"""The rules of two guides without their words: the new guide as the old one words it.

A translation has other words in every place, and is to have the same rules. Where it is put back
into the words of the guide that it was made from, all that still differs between the two is rules.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from msgspec.structs import replace

from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import ALWAYS
from distancecli.guide.model import Guide
from distancecli.guide.parts import Part

WORDS: Final = frozenset(
    {"title", "text", "ask", "label", "help", "above", "because", "source", "name"}
    | {"top", "foot", "instead", "say", "smaller"}
)
"""The fields that are for people alone. Whatever else stands in a part of a guide is a rule."""
Block = tuple[str, int, int, int, int]
"""What became of a span of a list, where it begins and ends, and the same of the new list."""


def in_words_of(old: Guide, new: Guide) -> Guide:
    """The new guide with the old one's words in every place that both have, and its help lines."""
    headings = {kind: old.support.kinds.get(kind, own) for kind, own in new.support.kinds.items()}
    worded: Guide = _worded(old, new)
    return replace(
        worded,
        labels=old.labels,
        welcome=old.welcome,
        meanings=old.meanings,
        language=old.language,
        longest_sentence=old.longest_sentence,
        support=replace(old.support, kinds=headings),
    )


def count_reworded(old: Guide, new: Guide) -> int:
    """In how many places the two have other texts, where both have the same rules."""
    one, other = dict(_texts(old)), dict(_texts(new))
    return sum(one.get(place) != other.get(place) for place in one.keys() | other.keys())


def _texts(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Part):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name), (*place, name))
    elif isinstance(value, tuple | dict):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(each, (*place, key))


def _worded(old: Any, new: Any) -> Any:
    """The new entry, be it a plain string or more, with the words of the old one."""
    if isinstance(new, str):
        return old if isinstance(old, str) else old.text
    if isinstance(old, str):
        return replace(new, text=old)
    fields = {name: getattr(new, name) for name in new.__struct_fields__}
    return replace(
        new, **{name: _field(name, getattr(old, name, own), own) for name, own in fields.items()}
    )


def _field(name: str, old: Any, new: Any) -> Any:
    if isinstance(new, Part):
        return _worded(old, new)
    if isinstance(new, str) and name in WORDS:
        return old
    if isinstance(new, tuple) and (name in WORDS or all(isinstance(each, Part) for each in new)):
        pairs = _pairs([_rules(each) for each in old], [_rules(each) for each in new])
        numbered = enumerate(new)
        return tuple(_worded(old[pairs[n]], own) if n in pairs else own for n, own in numbered)
    return new


def _rules(entry: Any) -> Hashable:
    """What tells an entry of a list from others, whatever its words: its id, or all its rules."""
    if isinstance(entry, str):
        return ()
    if named := getattr(entry, "id", "") or getattr(entry, "code", ""):
        return str(named)
    rules = ((name, getattr(entry, name)) for name in entry.__struct_fields__ if name not in WORDS)
    return tuple((name, _fixed(value)) for name, value in rules if value and value != ALWAYS)


def _fixed(value: Any) -> Hashable:
    return tuple(sorted(value.items())) if isinstance(value, dict) else value


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Mapping[int, int]:
    """For entries of the new list the one of the old list with the same rules, or in its place."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = dict(_beside(blocks, "equal"))
    left = sorted(set(range(len(old))) - set(found.values()))
    for number in sorted(set(range(len(new))) - set(found)):
        moved = next((before for before in left if old[before] == new[number]), None)
        if moved is not None:
            found[number] = moved
            left.remove(moved)
    changed = _beside(blocks, "replace")
    return found | {n: before for n, before in changed if n not in found and before in left}


def _beside(blocks: Sequence[Block], kind: str) -> Iterator[tuple[int, int]]:
    for tag, start, end, first, last in blocks:
        if tag == kind:
            yield from zip(range(first, last), range(start, end), strict=False)
