"""All that sections can hold, in every form, as it is read: to be looked at beside each other.

`python -m tests.rendering.test_every_form > tests/rendering/every_form.txt` writes it anew.
"""

import io
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.rendering.ear import as_heard
from distancecli.rendering.html import as_html
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.screen import pieces, show_on_screen
from distancecli.rendering.section import Block, Section
from distancecli.rendering.text import as_text, heading_lines
from tests.support.built_in import GUIDE

FILE: Final = Path(__file__).with_name("every_form.txt")
RULE: Final = "=" * 10 + " "
"""Stands before the name of each form."""
WIDTH: Final = 40
STEP: Final = Section(
    "step",
    "1. Rest",
    (
        *(Block("because", "Because you are tired."), Block("because", "Because it is late.")),
        *(Block("text", "Rest is good."), Block("item", "Sleep."), Block("item", "Sit.")),
        *(Block("label", "A small step"), Block("action", "Lie down.")),
        *(Block("label", "You could say"), Block("saying", "Good night."), Block("saying", "Bye.")),
        Block("source", "Source: a book"),
    ),
    step=1,
)
LIT: Final = Section("highlight", "3. Run", (Block("text", "It helps."),), "Now", "***", 3)
START: Final = Section(
    "start",
    "Start here",
    (Block("action", "Go out."), Block("text", "Say so.")),
    "Step 2",
    "***",
    2,
)
SECTIONS: Final = [
    Section("title", "Your plan", (Block("text", "One."), Block("text", "Two\nThree."))),
    START,
    Section(
        "overview",
        "After that",
        (Block("text", "1. Rest", "  ->  ", 1), Block("text", "3. Run", "  *** ", 3, True)),
    ),
    STEP,
    LIT,
    Section("message", "A word", (Block("text", "Call."), Block("item", "Line: 0800 123 45 67"))),
    Section("foot", "", (Block("text", "<b>Be</b> _well_ & *rest*, or not: that is all."),)),
]


def forms() -> dict[str, str]:
    """The sections in every form, by its name."""
    screen = io.StringIO()
    show_on_screen(SECTIONS, screen, WIDTH)
    return {
        "text": as_text(SECTIONS, WIDTH),
        "ear": as_heard(SECTIONS, "Highlighted", WIDTH),
        "markdown": as_markdown(SECTIONS),
        "screen": screen.getvalue(),
        "html": as_html(SECTIONS, GUIDE),
    }


def in_one(texts: dict[str, str]) -> str:
    """The forms one below the other, without blanks at the ends of lines."""
    lines = (line for name, text in texts.items() for line in (RULE + name, *text.split("\n")))
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("form", ["text", "ear", "markdown", "screen", "html"])
def test_a_form_is_what_it_was_when_somebody_looked_at_it(form: str) -> None:
    """Every blank line, rule, mark and frame of it."""
    expected = FILE.read_text(encoding="utf-8").split(RULE)
    now = in_one(forms()).split(RULE)
    assert next(each for each in now if each.startswith(form)) in expected


def test_how_the_parts_of_a_step_look() -> None:
    """What is said beside the advice is told from it, and the headings stand out most."""
    looks = {text.plain.strip(): str(text.style) for _, text in pieces(STEP, WIDTH)}
    assert {words: look for words, look in looks.items() if look} == {
        "1. Rest": "bold",
        **dict.fromkeys(("Because you are tired.", "Because it is late."), "italic"),
        **dict.fromkeys(("A small step", "Lie down.", "You could say"), "bold"),
        "Source: a book": "italic",
    }
    for section in (START, LIT):
        (_, heading), *_ = pieces(section, WIDTH)
        assert str(heading.style) == "bold magenta"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (22, ["*** Start here  Step 2"]),
        (21, ["*** Start here", "  Step 2"]),
        (20, ["*** Start here", "  Step 2"]),
        (12, ["*** Start", "    here", "  Step 2"]),
    ],
)
def test_what_stands_aside_has_two_columns_before_it_or_a_line(
    width: int, lines: list[str]
) -> None:
    """At the end of the heading where both have room, else below it."""
    assert heading_lines(START, width) == lines
    assert heading_lines(replace(START, aside=""), width) == [
        line.removesuffix("  Step 2") for line in lines if line != "  Step 2"
    ]


def test_markdown_escapes_what_would_mean_something_and_nothing_else() -> None:
    """Some signs wherever they stand, and those of lists and rules at the beginning of a line."""
    for sign in map(chr, range(33, 127)):
        alone = f"\\{sign}" if sign in "\\`*_[]<>#|~&" else sign
        first = f"\\{sign}" if sign in "-+=" else alone
        for text, escaped in (
            (f"a {sign} b{sign}", f"a {alone} b{alone}"),
            (f"{sign} a", f"{first} a"),
            (f"a\n  {sign}a", f"a  \n{first}a"),
        ):
            assert as_markdown([Section("foot", "", (Block("text", text),))]) == f"{escaped}\n"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. A", "1\\. A"),
        ("12) A", "12\\) A"),
        ("1 A.", "1 A."),
        ("1.A", "1\\.A"),
        ("a 1. A", "a 1. A"),
    ],
)
def test_markdown_makes_no_list_of_a_number(text: str, escaped: str) -> None:
    """At the beginning of a line, where it would."""
    assert as_markdown([Section("foot", "", (Block("text", text),))]) == f"{escaped}\n"


SCRIPTS: Final = {
    "ARABIC LETTER ALEF": "ar ckb fa FA-ir ks lrc mzn prs ps sd ug ur ur_PK az-Arab-IR",
    "HEBREW LETTER ALEF": "he iw yi yi-Hebr",
    "THAANA LETTER HAA": "dv dv-Thaa",
    "NKO LETTER A": "nqo man-Nkoo",
    "SYRIAC LETTER ALAPH": "syr arc-Syrc",
    "HANIFI ROHINGYA LETTER A": "rhg rhg-Rohg",
    "ADLAM CAPITAL LETTER ALIF": "ff-Adlm",
    "LATIN SMALL LETTER A": "en pt-BR de ur-Latn ff",
    "CYRILLIC SMALL LETTER A": "ru sr-Cyrl",
}
"""Languages, and some in a script that is not their first one, by the letter that Unicode has."""


@pytest.mark.parametrize("letter", SCRIPTS)
def test_the_lines_of_a_page_end_where_the_letters_of_its_language_lead(letter: str) -> None:
    """To the left for those that Unicode says run so."""
    runs_left = unicodedata.bidirectional(unicodedata.lookup(letter)) in ("R", "AL")
    for language in SCRIPTS[letter].split():
        page = as_html([], replace(GUIDE, language=language))
        assert f'<html lang="{language}" dir="{"rtl" if runs_left else "ltr"}">' in page


if __name__ == "__main__":
    print(in_one(forms()), end="")
