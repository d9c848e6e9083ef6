"""Slips of people who write YAML for the first time, made in a text at random places."""

import random
import re
from typing import Final

WORDS: Final = r"^( *(?:- )?(?:text|because|ask|title|help): )([A-Z][^\"':#]*)$"
"""A text without quotes."""
LABEL: Final = r"^(.* label: )\"([^\"]*)\"(\})$"
"""A label in braces, and in quotes."""
FIELD: Final = r"^( +(?:because|ask|choose|topic|support|safe_for):.*)$"
VALUE: Final = r"(?:text|because|ask|title|choose|topic|support|safe_for|when)"
ENTRY: Final = r"^( *)- (.*)$"

SLIPS: Final[dict[str, tuple[str, str, str]]] = {
    "a colon": (WORDS, r"\1\2: yes", "a colon stands in this text"),
    "a colon in a list": (
        r"^( *- )([A-Z][^\"':#{\[]*)$",
        r"\1\2 so: yes",
        "if this is one with a colon",
    ),
    "a colon in braces": (
        r"^( *- \{code: \w+, label: )\"([^\",]*)\"(\})$",
        r"\1\2: yes\3",
        "a colon stands in this text",
    ),
    "a comma in braces": (LABEL, r"\1We argue, a lot\3", "put all of that in double quotes"),
    "curly quotes": (LABEL, "\\1\u201cWe argue, a lot\u201d\\3", "curly quotes hold no text"),
    "no space behind a colon": (
        rf"^( *(?:- )?{VALUE}:) (?!>)(.*)$",
        r"\1\2",
        "a space is missing after this colon",
    ),
    "another blank behind a colon": (
        rf"^( *(?:- )?{VALUE}:) (?!>)(.*)$",
        "\\1\u00a0\\2",
        "this blank is not a plain space (U+00A0 NO-BREAK SPACE)",
    ),
    "another blank in front": (
        rf"^ ( *)({VALUE}:.*)$",
        "\u00a0\\1\\2",
        "U+00A0",
    ),
    "another dash": (ENTRY, "\\1\u2013 \\2", "this dash is not a minus sign (U+2013 EN DASH)"),
    "a bullet": (ENTRY, "\\1\u2022\u00a0\\2", "is not a minus sign (U+2022 BULLET)"),
    "no space behind a dash": (ENTRY, r"\1-\2", "a space is missing after this dash"),
    "a space too few": (rf"^ ( +(?:- )?{VALUE}:.*)$", r"\1", "this line begins with"),
    "a space too many": (FIELD, r" \1", "this line begins with"),
    "a tab": (rf"^( +)({VALUE}:.*)$", r"\t\2", "a tab stands here; use spaces"),
    "a star first": (WORDS, r"\1*really* \2", "no text can start with *"),
    "a percent sign first": (WORDS, r"\1% \2", "no text can start with %"),
    "a greater-than sign first": (WORDS, r"\1> 1 \2", "no text can start with >"),
    "braces first": (WORDS, r"\1{now} \2", "goes on behind its closing }"),
    "quotes around the first word": (WORDS, r'\1"good" \2', "closes it; put all of it in"),
    "quotes in quotes": (
        r"^(.* label: )\"([^\" ]* )([^\"]*)\"(\})$",
        r'\1"\2"so" \3"\4',
        "with ' for each \" inside",
    ),
    "an apostrophe in quotes": (LABEL, r"\1'\2 don't'\3", "where a ' closes it"),
    "a quote that is not closed": (WORDS, r'\1"\2', "the quote opened here is never closed"),
    "an apostrophe first": (WORDS, r"\1'tis \2", "the quote opened here is never closed"),
    "a bracket that is not closed": (
        r"^( +(?:when|safe_for|topic): [\[{].*)[\]}]$",
        r"\1",
        "is missing here; put one in",
    ),
    "no colon": (
        rf"^( *(?:- )?{VALUE}): (?!>)(.*)$",
        r"\1 \2",
        "a colon is missing after",
    ),
    "no comma": (r"^(.*code: \w+), (.*)$", r"\1 \2", "a comma is missing before"),
    "a backslash": (r"^(.* label: \"[^\"]*)(\"\})$", r"\1 \\o/\2", "write two of them"),
}
"""By kind: where it can be made, what stands there then, and a part of what is said of it."""


def places_of(kind: str, lines: list[str]) -> list[int]:
    """The lines in which a slip of that kind can be made, counted from 0."""
    return [number for number, line in enumerate(lines) if re.match(SLIPS[kind][0], line)]


def slipped(kind: str, line: str) -> str:
    """The line with that slip in it."""
    where, instead, _ = SLIPS[kind]
    return re.sub(where, instead, line)


def with_slips(text: str, count: int, seed: int) -> tuple[str, dict[int, str]]:
    """The text with so many slips at random, at most, and the kind of each by its line from 1."""
    chance, lines, made = random.Random(seed), text.split("\n"), dict[int, str]()
    places = {kind: places_of(kind, lines) for kind in SLIPS}
    for _ in range(count):
        kind = chance.choice(list(SLIPS))
        number = chance.choice(places[kind])
        if number + 1 not in made:
            lines[number] = slipped(kind, lines[number])
            made[number + 1] = kind
    return "\n".join(lines), made
