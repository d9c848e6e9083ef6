"""Edits of the built-in guide that change what it means, and what catches each of them.

    python -m tests.support.semantic_edits --seed 1 --count 100

An edit is made on the text of the file, at one place, so that comments stay. The same seed draws
the same edits: of each kind in turn those whose words have the smallest hashes. So another line in
the guide does not draw all others anew.
"""

import argparse
import hashlib
import re
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import Any, Final, NamedTuple

from distancecli.documents.document import Document, parse_document
from distancecli.documents.plaindata import Place
from distancecli.guide.load import built_in_path
from tests.support.catching import verdict

EDITED: Final = ("facts", "guarded", "questions", "endings", "notices", "plan", "steps")
GROUPS: Final = ("all", "any", "none")
FLAGS: Final = (
    *("off_record", "private", "sensitive", "exclusive", "at_once", "screen_only"),
    *("highlight", "informs", "no_start", "keep", "together"),
)
TURNED_ON: Final = {"advice": "keep", "actions": "together", "moments": "together"}
"""Flags that an entry of a list can be given by mistake."""

OTHER_FACT: Final = {
    "take_care": ["in_crisis", "gently", "{none: [gently]}", "{none: [take_care]}"],
    "gently": ["take_care", "in_crisis", "{none: [gently]}"],
    "in_crisis": ["take_care", "gently", "{none: [in_crisis]}"],
    "traumatic": ["event", "event_settled"],
    "event": ["traumatic", "hurt_between"],
    "event_settled": ["event", "traumatic"],
    "hurt_between": ["event"],
    "long_standing": ["traumatic"],
}
"""What an author could take for a fact by mistake."""
NEW: Final = {
    "options": '{code: added, label: "Something else"}',
    "text": "text: Talk it all through with your partner tonight.",
    "advice": "text: Ask your partner to forgive, and put it behind you.",
    "actions": "text: Tell your partner everything.",
    "openers": """text: '"I am sorry. It was my fault."'""",
    "applies": "{when: always, because: you are here}",
    "start": "{when: always, step: say-it}",
    "moments": "{id: added, text: at dinner with your partner}",
    "instead": "text: Tell your partner today.",
    "help": "text: Ask your partner for help.",
    "steps": (
        "{id: added, title: Forgive, source: None, text: [Let it go.], applies: [{when: always, "
        "because: you are here}], highlight: always, actions: [{text: Forgive them today.}]}"
    ),
}
"""What is added to a list, by an author who knows nothing of guarded readers."""


class Edit(NamedTuple):
    """One place of the text that says something else."""

    kind: str
    start: int
    end: int
    new: str

    def made(self, text: str) -> str:
        """The text with the edit."""
        return text[: self.start] + self.new + text[self.end :]


class Draft:
    """The text of a guide, and where in it each entry stands."""

    def __init__(self, document: Document):
        self.text = document.text
        self._starts = [0, *(each.end() for each in re.finditer("\n", self.text))]
        self._places = document.places
        self.entries: dict[Place, Any] = {
            place: value
            for place, value in _all_of(document.data)
            if place in self._places and place[0] in EDITED
        }

    def offset(self, place: Place) -> int:
        """Where an entry begins: at its key, or at itself in a list."""
        line, column = self._places[place]
        return self._starts[line - 1] + column - 1

    def before(self, place: Place) -> str:
        """What stands before it on its line."""
        start = self.offset(place)
        return self.text[self.text.rfind("\n", 0, start) + 1 : start]

    def listed(self, kind: str, place: Place, items: list[str]) -> Edit:
        """Other items in a list that stands in brackets."""
        start = self.text.index("[", self.offset(place))
        return Edit(kind, start + 1, self.text.index("]", start), ", ".join(items))

    def without(self, kind: str, place: Place) -> Iterator[Edit]:
        """The field taken out, where something is left of its entry."""
        start, before = self.offset(place), self.before(place)
        if before.strip() in ("", "-"):
            end = self._end_of_block(start, len(before))
            rest = self.text[end : end + len(before)]
            if not before.strip():
                yield Edit(kind, start - len(before), end, "")
            elif rest.isspace() and self.text[end + len(before)] not in " -":
                yield Edit(kind, start, end + len(before), "")
        elif found := re.compile(r"\w+: [^,{}\[\]]*, ").match(self.text, start):
            yield Edit(kind, start, found.end(), "")

    def _end_of_block(self, start: int, indent: int) -> int:
        lines = re.compile(rf"\n(?! {{{indent + 1}}}|\n)")
        found = lines.search(self.text, start)
        return found.end() if found else len(self.text)

    def word(self, kind: str, place: Place, old: str, new: str) -> Iterator[Edit]:
        """Another word in the place of one, at the entry."""
        found = re.compile(rf"(?:\w+: )?({re.escape(old)})\b").match(self.text, self.offset(place))
        if found:
            yield Edit(kind, found.start(1), found.end(1), new)

    def in_front(self, kind: str, place: Place, new: str) -> Iterator[Edit]:
        """An item before one that begins a line of its own."""
        before = self.before(place)
        if before.strip() == "-":
            at = self.offset(place) - len(before)
            yield Edit(kind, at, at, f"{before}{new}\n")


def _all_of(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    if place:
        yield place, value
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in inner if isinstance(value, dict | list) else ():
        yield from _all_of(each, (*place, key))


def edits(draft: Draft) -> Iterator[Edit]:
    """Every edit that can be drawn."""
    codes = _codes(draft)
    for place, value in draft.entries.items():
        key = place[-1]
        if key in codes and isinstance(value, list):
            yield from _codes_edits(draft, place, value, codes[str(key)])
        elif key in GROUPS:
            yield from _word(draft, "group exchanged", place, str(key), GROUPS)
        elif key == "safe_for":
            yield from _mark_edits(draft, place, value)
        elif key == "when":
            yield from draft.without("rule removed", place)
        elif key in FLAGS:
            yield from draft.without(f"{key} removed", place)
        elif isinstance(key, int) and place[-2] in NEW:
            yield from _additions(draft, place, value)
            yield from _turned_on(draft, place, value)
        elif key == "step":
            others = [each for each in _steps(draft) if each != value]
            for other in others:
                yield from draft.word("start exchanged", place, value, other)
        if isinstance(value, str) and value in OTHER_FACT:
            yield from _word(draft, "fact exchanged", place, value, OTHER_FACT[value])
    yield from _swapped_endings(draft)


def _codes(draft: Draft) -> dict[str, list[str]]:
    """The codes of each question."""
    questions = [value for place, value in draft.entries.items() if place[:-1] == ("questions",)]
    return {each["id"]: [option["code"] for option in each["options"]] for each in questions}


def _codes_edits(draft: Draft, place: Place, value: list[str], known: list[str]) -> Iterator[Edit]:
    for code in value:
        rest = [each for each in value if each != code]
        if rest:
            yield draft.listed("code dropped", place, rest)
        for other in set(known) - set(value):
            exchanged = [other if each == code else each for each in value]
            yield draft.listed("code exchanged", place, exchanged)


def _word(
    draft: Draft, kind: str, place: Place, old: str, others: list[str] | tuple[str, ...]
) -> Iterator[Edit]:
    for other in others:
        if other != old:
            yield from draft.word(kind, place, old, other)


def _mark_edits(draft: Draft, place: Place, value: list[str]) -> Iterator[Edit]:
    yield from draft.without("mark removed", place)
    for group in ("care", "crisis"):
        if group not in value:
            yield draft.listed("mark added", place, [*value, group])
        elif len(value) > 1:
            yield draft.listed("mark narrowed", place, [each for each in value if each != group])


def _additions(draft: Draft, place: Place, value: Any) -> Iterator[Edit]:
    section = str(place[-2])
    yield from draft.in_front(f"{section} added", place, NEW[section])
    marked = isinstance(value, dict) and place[0] in ("steps", "plan") and section != "steps"
    if marked and "safe_for" not in value and draft.before(place).strip() == "-":
        at, indent = draft.offset(place), " " * len(draft.before(place))
        yield Edit("mark added", at, at, f"safe_for: [care, crisis]\n{indent}")


def _steps(draft: Draft) -> list[str]:
    """The ids of the steps."""
    return [value["id"] for place, value in draft.entries.items() if place[:-1] == ("steps",)]


def _turned_on(draft: Draft, place: Place, value: Any) -> Iterator[Edit]:
    """A flag set that was not, where the entry is written over several lines."""
    flag = TURNED_ON.get(str(place[-2]))
    fits = flag and isinstance(value, dict) and flag not in value
    if fits and draft.before(place).strip() == "-" and draft.text[draft.offset(place)] != "{":
        at, indent = draft.offset(place), " " * len(draft.before(place))
        yield Edit(f"{flag} set", at, at, f"{flag}: true\n{indent}")


def _swapped_endings(draft: Draft) -> Iterator[Edit]:
    first, second, end = _ending_marks(draft.text)
    swapped = draft.text[second:end] + draft.text[first:second]
    yield Edit("endings swapped", first, end, swapped)


def _ending_marks(text: str) -> tuple[int, int, int]:
    first = text.index("  - id: safety\n", text.index("\nendings:"))
    second = text.index("  - id: own_behaviour\n", first)
    return first, second, text.index("\n# ---", second)


def drawn(draft: Draft, seed: int, count: int) -> list[Edit]:
    """That many edits: of each kind in turn, in an order that the seed decides."""

    def rank(edit: Edit) -> str:
        around = draft.text[edit.start - 60 : edit.end + 60]
        return hashlib.sha256(f"{seed} {edit.new} {around}".encode()).hexdigest()

    by_kind: dict[str, list[Edit]] = {}
    for edit in sorted(edits(draft), key=rank):
        by_kind.setdefault(edit.kind, []).append(edit)
    rounds = zip_longest(*(by_kind[kind] for kind in sorted(by_kind)))
    return list(islice((edit for each in rounds for edit in each if edit), count))


def built_in() -> Draft:
    """The guide that ships with the program."""
    return Draft(parse_document("steps.yaml", built_in_path().read_text(encoding="utf-8")))


def told(draft: Draft, edit: Edit) -> str:
    """An edit in a few lines: its kind and place, before and after."""
    first = draft.text.rfind("\n", 0, edit.start) + 1
    last = draft.text.find("\n", max(edit.end - 1, edit.start))
    made = draft.text[first : edit.start] + edit.new + draft.text[edit.end : last]
    line = draft.text.count("\n", 0, edit.start) + 1
    before, after = draft.text[first:last].strip(), made.strip()
    return f"{line}: {edit.kind}\n    - {before[:150]}\n    + {after[:150]}"


def main() -> None:
    """Draws edits, and prints what catches each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    asked = parser.parse_args()
    draft = built_in()
    for edit in drawn(draft, asked.seed, asked.count):
        print(told(draft, edit))
        print("    =>", verdict(draft.text, edit.made(draft.text)), flush=True)


if __name__ == "__main__":
    main()
