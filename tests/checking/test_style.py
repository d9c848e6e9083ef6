"""What is read of a guide as text: all that readers see, and no name, rule or source."""

from collections.abc import Iterator
from typing import Any, Final

import pytest

from distancecli.checking.style import sentences, style_faults, texts_of
from distancecli.documents.document import parse_document
from distancecli.documents.plaindata import Place
from distancecli.errors import FileProblems, Problem, in_order
from distancecli.guide.load import guide_from
from tests.support.small_guide import changed, with_edits
from tests.support.sound_guide import sound_text
from tests.support.told import is_as_told

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


def test_a_number_is_no_text_and_what_is_called_like_a_field_may_be_one() -> None:
    """How long a sentence can be is for the author; a fact may have the name of a field."""
    data = {"longest_sentence": "9", "meanings": {"when": "you are low"}}
    data["support"] = {"kinds": {"support": "Someone"}}
    assert list(texts_of(data)) == [(("meanings", "when"), "you are low")]
    kinds = list(texts_of(data["support"], ("support",)))
    assert kinds == [(("support", "kinds", "support"), "Someone")]


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


def said_of(text: str) -> list[Problem]:
    """What is said of the style of a guide, or why it is none; nothing is proved."""
    try:
        document = parse_document("guide.yaml", text)
        return in_order(map(document.problem, style_faults(guide_from(document), document)))
    except FileProblems as refused:
        return refused.problems


TITLE: Final = "title: The end\n"
TEXT: Final = "text: [That is all.]"
CALL: Final = "text: Call home.}"
LINE: Final = "web: anywhere.example, source: a page}"
ASK: Final = "    ask: Do you rest?\n"
COUNTRIES: Final = "  countries: {}\n"
WRITTEN: Final = [
    # What stands in a list, taken apart at a comma or not.
    *(
        (TEXT, f"text: {written}")
        for written in (
            *("[That is all, and more.]", "[That is all., and more.]", "[That is all, And more.]"),
            *("[rest, sleep]", "[rest well, sleep]", "[rest, sleep well]", "[one two, (three)]"),
            *("[one two, 3]", "['That is all', and more.]", "[That is all\n       , and more.]"),
            *("\n      - That is all\n      - and more.", "[one two?, three]", "['one two:', x]"),
        )
    ),
    # What was meant to stand beside a text of lines of its own.
    *(
        (TEXT, f"text:\n      - |\n        That is all.\n        {line}")
        for line in (
            *(
                "- {text: a",
                "# remark",
                "#remark",
                "<<<<<<< HEAD",
                "=======",
                ">>>>>>> a",
                "<<<<<<",
            ),
            *("note: [one, two", "when: {mood: ", "when: {", "Note: [one", "- one", "note: one"),
            "note: [" + "one, " * 10,
        )
    ),
    (TEXT, "text:\n      - >\n        That is all.\n        note: [one, two"),
    (TEXT, "text:\n      - >\n        That is all.\n          And more."),
    (TEXT, "text:\n      - |\n        That is all.\n          And more."),
    # Signs in a text.
    *(
        (TITLE, f"title: {written}\n")
        for written in (
            *('" The end"', '"The end}"', '"{ The end"', '"{guide_comand}"', '"{guide_command}"'),
            *("Tom &amp; Jerry", "Tom & Jerry", '"The &#39; end"', '"The &AMP; end"', "Ã¤"),
            *(
                '"\u2060 \u200b"',
                '"\u200b"',
                '"The\u2060end"',
                "10\u00a0km",
                "The\u202fend",
                '"The\ufffd"',
            ),
            *(
                'The "end',
                '"The \\"end"',
                'The ""end',
                "\u201cThe end\u201d",
                "\u00abThe end\u00bb",
            ),
            *(
                "A \u201cThe end\u201d",
                "X said \u201cNo\u201d",
                "\u201cNo\u201d, said X",
                "The end #1",
                "The end # 1",
                "The end # one",
                "The end #",
                "The#1",
            ),
            *("The end\t#1", "The end  #!", "'The end' #1"),
        )
    ),
    (TITLE, "title: One.\n    - two\n"),
    (TITLE, 'title: "  "\n'),
    (TITLE, "title: Plan X\n"),
    (TITLE, 'title: "The end # one"\n'),
    (ASK, f'{ASK}    help: ""\n'),
    # As many words as are enough, and one more.
    *((CALL, f"text: Call{' and call' * 9}{home}}}") for home in (" home.", " her home.")),
    # What a rule, a help line and a label lack.
    (CALL, 'text: "Call {name} or }."}'),
    (CALL, "text: Call home., topic: home}"),
    (LINE, "web: anywhere.example}"),
    (LINE, "web: anywhere.example, unconfirmed: true}"),
    (LINE, 'number: "111", hours: day and night, source: a page, unconfirmed: true}'),
    (COUNTRIES, "  countries:\n    AA: {name: A, lines: []}\n"),
    ("because: you rest often}", "because: You rest.}"),
    ("because: you rest often}", "because: you rest...}"),
    ('"because": "Because {reason}."', '"because": "As {reason}"'),
    ("{number}, at most {left} to go", "{number}"),
    ("{numbers}Enter: choose", "Enter: choose"),
]
"""Edits of the sound guide: what could be taken for a fault, beside what is one."""


@pytest.mark.parametrize(("old", "new"), WRITTEN, ids=[repr(new) for _, new in WRITTEN])
def test_what_is_said_of_a_text_is_what_it_was_when_somebody_read_it(old: str, new: str) -> None:
    """All of it, and nothing where an author may have meant what stands there."""
    assert is_as_told(repr(new), said_of(changed(sound_text(), old, new)))


def test_of_a_label_it_is_not_told_what_may_well_be_meant() -> None:
    """A blank at its end and a sign of remarks: it stands beside other words, and in files."""
    guide = sound_text()
    labels = 'labels:\n  skip: "No "\n  begin: |-\n    Begin\n    # now\n'
    assert said_of(guide[: guide.index("labels: {")] + labels) == []


def test_a_reason_may_be_a_sentence_where_no_stop_follows_it() -> None:
    """As in a guide whose label for reasons leaves the stop to them."""
    label = ('"because": "Because {reason}."', '"because": "So: {reason}"')
    reason = ("because: you rest often}", "because: You rest.}")
    assert said_of(with_edits(sound_text(), label, reason)) == []


def test_a_country_without_lines_is_told_at_its_place() -> None:
    """In the line of the country, not of the whole list."""
    country = "    AA: {name: A, lines: []}"
    text = changed(sound_text(), COUNTRIES, f"  countries:\n{country}\n")
    (problem,) = said_of(text)
    assert text.splitlines()[problem.line - 1] == country
