"""What of a guide in another language is still in English is named."""

import json
import re
from pathlib import Path

import pytest

from distancecli.checking.language import language_faults
from distancecli.cli.new import STARTER
from distancecli.documents.document import parse_document
from distancecli.documents.fault import Fault
from distancecli.guide.load import built_in, load_guide, parse_guide, read_guide
from tests.support.small_guide import changed
from tests.support.sound_guide import sound_text
from tests.support.terminal_driver import ROOT


def faults(text: str) -> list[Fault]:
    """What is said of the language of a guide."""
    return list(language_faults(parse_guide("g.yaml", text), parse_document("g.yaml", text)))


def test_nothing_is_said_of_an_english_guide() -> None:
    """However it names its kind of English."""
    text = STARTER.read_text(encoding="utf-8")
    assert faults(text) == []
    assert faults(text.replace("language: en", "language: en-GB")) == []


def test_labels_that_are_left_out_are_named_in_another_language() -> None:
    """Each of them that has letters, but for those that the guide has; and the help lines."""
    text = STARTER.read_text(encoding="utf-8").replace("language: en", "language: de")
    labels, lines, answer = faults(text + "labels: {begin: Anfangen}\n")
    assert answer.place == ("questions",)
    assert [row.partition(": ")[2] for row in answer.table] == ["Not yet"]  # is ours, too
    named = labels.message.partition(": ")[2].split(", ")
    assert "skip" in named
    assert "begin" not in named
    assert "mark_other" not in named
    assert "support" in lines.message


def test_texts_that_are_still_the_built_in_ones_are_named(tmp_path: Path) -> None:
    """Each at its line; one that was put into the language is not."""
    text = (ROOT / "steps.yaml").read_text(encoding="utf-8")
    text = text.replace("\nlanguage: en\n", "\nlanguage: de\n").replace('"Begin"', '"Anfangen"')
    path = tmp_path / "de.yaml"
    path.write_text(text, encoding="utf-8")
    document = read_guide(str(path))
    found = list(language_faults(load_guide(str(path)), document))
    rows = {fault.place[0]: fault.table for fault in found}
    assert all(str(len(rows[fault.place[0]])) in fault.message for fault in found)
    lines = text.splitlines()
    told = [row.removeprefix("line ").partition(": ") for table in rows.values() for row in table]
    number, _, words = told[0]
    assert words[:20] in lines[int(number) - 1]
    labels = [words for _, _, words in told]
    assert "I'd rather not say" in labels
    assert "Begin" not in labels
    assert "In danger right now" in labels
    assert not {"true", "say-it"} & set(labels)
    assert len(told) > 400
    assert load_guide(str(path)).language == "de"


@pytest.mark.parametrize("code", ["de", "nds", "pt-BR", "zh-Hant-TW", "DE"])
def test_a_language_has_a_code(code: str) -> None:
    """Of two letters or three, with a script or a country behind it."""
    text = STARTER.read_text(encoding="utf-8").replace("language: en", f"language: {code}")
    assert {each.code for each in faults(text)} == {"untranslated"}


@pytest.mark.parametrize(
    "wrong", ["german", "d", "de_DE", "de-", "-de", "de-abcdefghi", "de DE", "d2"]
)
def test_a_language_is_named_by_its_code(wrong: str) -> None:
    """So that other programs know it, too; anything else is an error."""
    text = STARTER.read_text(encoding="utf-8").replace("language: en", f"language: {wrong}")
    (fault,) = faults(text)
    assert (fault.place, fault.code, fault.severity) == (("language",), "language", "error")
    assert fault.message == f'"{wrong}" is no code of a language; write one such as de or pt-BR'


def test_what_is_still_english_is_told_whole() -> None:
    """By section, with a line for each text, the long ones shortened; labels by their names."""
    data = built_in().data
    long, short = data["welcome"]["text"][0], data["labels"]["skip"]
    # What has no letters is as good in any language.
    labels = {
        name: "x" if any(map(str.isalpha, said)) else said
        for name, said in data["labels"].items()
        if name not in ("skip", "begin")
    }
    text = changed(sound_text(), "title: A sound guide\n", "title: A sound guide\nlanguage: de\n")
    text = text[: text.index("welcome: ")] + (
        f"welcome: {{title: W, text: ['{long}'], on_screen: A, plain: B}}\n"
        f"labels: {json.dumps(labels)}\n"
    )
    anywhere, heading = data["support"]["anywhere"]["name"], data["support"]["kinds"]["support"]
    ours = {"Fine": short, "Seldom": short, "Anywhere": anywhere, "Someone to listen": heading}
    for old, new in ours.items():
        text = re.sub(rf": {old}\b(?! line)", f": {new}", text)
    told = [(each.place, each.message, each.table) for each in faults(text)]
    still = "still the English of the built-in guide; put that into de"
    half = 26
    assert told == [
        (("labels",), "labels that are left out are in English; add them in de: skip, begin", ()),
        (
            ("questions",),
            f"in `questions` 2 texts are {still}",
            (f"line 9: {short}", f"line 25: {short}"),
        ),
        (
            ("welcome",),
            f"in `welcome` 1 text is {still}",
            (f"line 89: {long[:half]} [...] {long[-half:]}",),
        ),
        (
            ("support",),
            f"in `support` 2 texts are {still}",
            (f"line 69: {heading}", f"line 71: {anywhere}"),
        ),
    ]
    assert {each.code for each in faults(text)} == {"untranslated"}
    assert {each.severity for each in faults(text)} == {"warning"}


def test_whoever_leaves_out_the_help_lines_is_told_that_they_are_english() -> None:
    """As a whole, since they help whom they help in English too."""
    text = STARTER.read_text(encoding="utf-8").replace("language: en", "language: de")
    lines = next(each for each in faults(text) if each.place == ())
    assert (lines.code, lines.severity) == ("untranslated", "warning")
    assert lines.message == (
        "without `support` the help lines are those of the built-in guide, in English; add your own"
    )
