"""Characters: which do harm, what they are called, and how a text is shown without them."""

import re

import pytest

from distancecli.text.characters import (
    BULLETS,
    CURLY_QUOTES,
    HARMFUL,
    HIDDEN,
    OTHER_DASHES,
    first_harmful,
    made_visible,
    name_of,
    on_one_line,
    shortened,
)

EACH = [
    ("\t", "U+0009 a tab", "\\t"),
    ("\r", "U+000D a carriage return", "\\r"),
    ("\x1b", "U+001B an escape character", "\\x1b"),
    ("\ufeff", "U+FEFF a byte order mark", "\\ufeff"),
    ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE", "\\u202e"),
    ("\x00", "U+0000", "\\x00"),
    ("\x9f", "U+009F", "\\x9f"),
    ("\ud800", "U+D800", "\\ud800"),
    ("\u2028", "U+2028 LINE SEPARATOR", "\\u2028"),
    ("\u2069", "U+2069 POP DIRECTIONAL ISOLATE", "\\u2069"),
]


@pytest.mark.parametrize(("character", "name", "written_out"), EACH)
def test_a_harmful_character_is_named_and_can_be_seen(
    character: str, name: str, written_out: str
) -> None:
    """By its number, and by its name where people or Unicode have one for it."""
    text = f"a{character}b\n"
    assert first_harmful(text) == name_of(character) == name
    assert made_visible(text) == f"a{written_out}b\n"
    assert on_one_line(text) == f"a{written_out}b\\n"


def test_whatever_can_be_typed_does_no_harm() -> None:
    """No letter, digit or sign of a keyboard is hidden; a tab and a return are, but in a file."""
    typed = "".join(map(chr, range(0x20, 0x7F))) + "\n"
    assert not re.search(HIDDEN, typed + "\t\r")
    assert re.findall(HARMFUL, typed + "\t\r") == ["\t", "\r"]


@pytest.mark.parametrize("text", ["", "plain", "two\nlines", "caf\u00e9", "\u65e5\u672c", "\u00a0"])
def test_what_does_no_harm_stays(text: str) -> None:
    """Letters of any script, line feeds, and spaces that do not break."""
    assert first_harmful(text) is None
    assert made_visible(text) == text


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        (CURLY_QUOTES, "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"),
        (OTHER_DASHES, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"),
        (BULLETS, "*\u00b7\u2022\u2023\u25aa\u25cf\u25e6"),
    ],
    ids=["quotes", "dashes", "bullets"],
)
def test_what_word_processors_put_in_is_known_and_nothing_else(
    pattern: str, characters: str
) -> None:
    """Whatever a pattern takes beside these would be told of a text that is all right."""
    every = "".join(map(chr, range(0x3000)))
    assert "".join(re.findall(f"[{pattern}]", every)) == characters


def test_the_patterns_of_harm_take_one_character() -> None:
    """Each by itself, wherever it stands."""
    assert re.findall(HIDDEN, "a\x1bb\u202ec") == re.findall(HARMFUL, "a\x1bb\u202ec")
    assert re.findall(HIDDEN, "\x1b\u202e") == ["\x1b", "\u202e"]


@pytest.mark.parametrize("most", [10, 11, 40, 41])
def test_a_long_line_keeps_its_two_ends(most: int) -> None:
    """It is never longer than it may be, and says where its middle went; a short one is whole."""
    line = "".join(chr(ord("a") + number % 26) for number in range(100))
    cut = shortened(line, most)
    start, end = cut.split(" [...] ")
    assert len(cut) in (most - 1, most)
    assert len(start) == len(end)
    assert line.startswith(start)
    assert line.endswith(end)
    assert shortened(line[:most], most) == line[:most]
