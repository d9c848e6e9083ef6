"""What is read of a guide as text: all that readers see, and no name, rule or source."""

from collections.abc import Iterator
from typing import Any, Final

import pytest

from distancecli.checking.style import sentences, texts_of
from distancecli.documents.document import parse_document
from distancecli.documents.plaindata import Place

READ: Final = {
    *("title", "text", "ask", "label", "above", "help", "because", "on_screen", "plain"),
    *("top", "foot", "instead", "say", "smaller"),
}
"""The fields that are texts, beside the sections of which every entry is one."""
ALL_OF_IT: Final = {"labels", "meanings"}


def strings(data: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text of plain data."""
    if isinstance(data, str):
        yield place, data
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries if not isinstance(data, str | None) else ():
        yield from strings(value, (*place, key))


def is_read(place: Place) -> bool:
    """Whether a text at that place is one that readers see, by the name of its field."""
    names = [part for part in place if isinstance(part, str)]
    hidden = {"facts", "support", "promises", "readers"}
    return names[0] in ALL_OF_IT or (names[0] not in hidden and names[-1] in READ)


def test_only_what_readers_see_is_read_as_text(real_text: str) -> None:
    """Of the built-in guide, which has nearly every field: not one text more, and none less."""
    data = parse_document("steps.yaml", real_text).data
    rules = {"when", "highlight", "no_start"}
    expected = {
        place for place, _ in strings(data) if is_read(place) and not rules.intersection(place)
    }
    assert {place for place, _ in texts_of(data)} == expected


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("One. Two! Three? Four: five; six", ["One.", "Two!", "Three?", "Four:", "five;", "six"]),
        ('He said "Go." Then he went.', ['He said "Go.', "Then he went."]),
        ("One\nTwo\n\n Three ", ["One", "Two", "Three"]),
        ("At 9.30 or 1.5 km", ["At 9.30 or 1.5 km"]),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, each: list[str]) -> None:
    """Behind its stop and what closes with it, at a colon, and at the end of a line."""
    assert list(sentences(text)) == each
