"""What an edit of a guide changes whatever the rules are: words, help lines, flags and order.

Two guides are compared entry by entry, wherever these stand, and by the order of those that both
have. The texts that rules are for are told by `Difference`, so here only what goes with them is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from distancecli.checking.diff.entries import LONGEST_NAME, Entry, Key, keyed
from distancecli.checking.kinds import FOR_ALL, FOR_SOME, PART_OF, Kind, ShownText
from distancecli.guide.model import Guide
from distancecli.text.characters import CUT, shortened

FLAGS: Final = {
    "at_once": "shown at once",
    "screen_only": "for the screen only",
    "off_record": "off record",
    "informs": "meant to inform a rule",
    "keep": "kept in a short plan",
    "together": "for the two together",
}
"""The fields that are true or false, in words, but for those whose name is a word."""

LONGEST_SHOWN: Final = 200
"""Characters of a text."""
AROUND: Final = 40
"""Characters shown before and behind what differs in two texts that are longer, at the most."""


class Wording:
    """What two guides say otherwise, whatever their rules are."""

    def __init__(self, old: Guide, new: Guide):
        self._old, self._new = keyed(old), keyed(new)
        self._reworded = dict(self._pairs())

    def _pairs(self) -> Iterator[tuple[Key, Key]]:
        """The texts for all that only one guide has, the first with the first, and so on."""
        for kind in FOR_ALL:
            gone = [key for key in self._old if key.kind == kind and key not in self._new]
            fresh = [key for key in self._new if key.kind == kind and key not in self._old]
            yield from zip(gone, fresh, strict=False)

    def entries_of_one(self) -> Iterator[str]:
        """What only one of the guides has, in words; of texts for some readers, one more alike."""
        paired = {*self._reworded, *self._reworded.values()}
        for one, other, words, often in (
            (self._new, self._old, "new", "more"),
            (self._old, self._new, "gone", "less"),
        ):
            own = [key for key in one if key not in other and key not in paired]
            for key in own:
                if key.kind not in FOR_SOME and _has_whole(key, other):
                    yield f"{one[key].words} is {words}"
                elif key._replace(before=0) in other:
                    yield f"{one[key].words} stands once {often}"

    def changes(self, reworded: Mapping[ShownText, str]) -> Iterator[str]:
        """What both have and say otherwise, or in another order, in words.

        `reworded` has the new words of texts for some readers that are told as reworded already.
        """
        old_keys = {_in_new_words(key, reworded): key for key in self._old}
        for old, new in self._reworded.items():
            yield f"{old.kind.a} is reworded:{_otherwise(old.name, new.name)}"
            old_keys[new] = old
        new_entries = {old_keys.get(key, key): entry for key, entry in self._new.items()}
        for key, entry in self._old.items():
            if key in new_entries:
                yield from _field_changes(entry, new_entries[key])
        yield from _order_changes(self._old, new_entries)


def _has_whole(key: Key, entries: Mapping[Key, Entry]) -> bool:
    """There is what the entry is a part of, if it is a part of anything."""
    whole = PART_OF.get(key.kind)
    return whole is None or Key(whole, key.owner, "", "") in entries


def _in_new_words(key: Key, reworded: Mapping[ShownText, str]) -> Key:
    text = ShownText(key.kind, key.owner, key.name)
    return key._replace(name=reworded.get(text, key.name))


def _field_changes(old: Entry, new: Entry) -> Iterator[str]:
    for name, was in old.fields.items():
        is_now = new.fields[name]
        if isinstance(was, bool) and was != is_now:
            yield f"{new.words} is {'now' if is_now else 'no longer'} {FLAGS.get(name, name)}"
        elif was != is_now:
            named = f": {name}" if name else ":"
            yield f"{new.words}{named}{_otherwise(str(was), str(is_now))}"


def _otherwise(was: str, is_now: str) -> str:
    one, other = _beside(was, is_now)
    if not was:
        return f' is new: "{other}"'
    return f' "{one}" is now "{other}"' if is_now else f' is gone: "{one}"'


def _order_changes(old: Mapping[Key, Entry], new: Mapping[Key, Entry]) -> Iterator[str]:
    before, after = _lists(old, new), _lists(new, old)
    for what, keys in before.items():
        if keys != after[what]:
            one, other = _in_rows(keys, after[what])
            yield f"the order of {what}: {one} is now {other}"


def _lists(entries: Mapping[Key, Entry], others: Mapping[Key, Entry]) -> dict[str, list[Key]]:
    """The entries that the others have too, in order, by what they stand in order with."""
    found: dict[str, list[Key]] = {}
    for key, entry in entries.items():
        if key in others and entry.list:
            found.setdefault(entry.list, []).append(key)
    return found


def _in_rows(one: list[Key], other: list[Key]) -> tuple[str, str]:
    """Two lists in full, or, where they are long, from the first name that moved to the last."""
    if len(_in_a_row(one)) <= LONGEST_SHOWN:
        return _in_a_row(one), _in_a_row(other)
    start = _alike(one, other)
    end = len(one) - _alike(one[::-1], other[::-1])
    before, behind = CUT.lstrip() if start else "", CUT.rstrip() if end < len(one) else ""
    return (
        f"{before}{_in_a_row(one[start:end])}{behind}",
        f"{before}{_in_a_row(other[start:end])}{behind}",
    )


def _in_a_row(keys: list[Key]) -> str:
    """The names of entries: ids and codes as they are, words in quotes."""
    names = (shortened(key.name, LONGEST_NAME) for key in keys)
    wordy = keys[0].kind in (*FOR_SOME, *FOR_ALL, Kind.HELP_LINE)
    return ", ".join(f'"{name}"' if wordy else name for name in names)


def _beside(one: str, other: str) -> tuple[str, str]:
    """Two texts in full, or, where one is long, from a little before to behind what differs."""
    if max(len(one), len(other)) <= LONGEST_SHOWN:
        return one, other
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    return _middle(one, start, end), _middle(other, start, end)


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """How many characters, or names, the two have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _middle(text: str, start: int, end: int) -> str:
    """The text from a little before its first `start` to behind its last `end` characters."""
    first, last = start - AROUND, len(text) - end + AROUND
    if first > 0:
        first = text.find(" ", first, first + AROUND // 2) + 1 or first
    if last < len(text):
        space = text.rfind(" ", last - AROUND // 2, last)
        last = last if space == -1 else space
    before, behind = CUT.lstrip() if first > 0 else "", CUT.rstrip() if last < len(text) else ""
    return before + shortened(text[max(first, 0) : last], LONGEST_SHOWN) + behind
