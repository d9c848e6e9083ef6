"""What of a guide in another language is still in English is named."""

from pathlib import Path

from distancecli.checking.language import language_faults
from distancecli.cli.new import STARTER
from distancecli.documents.document import parse_document
from distancecli.documents.fault import Fault
from distancecli.guide.load import load_guide, parse_guide, read_guide
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


def test_a_language_is_named_by_its_code() -> None:
    """So that other programs know it, too."""
    text = STARTER.read_text(encoding="utf-8").replace("language: en", "language: german")
    (fault,) = faults(text)
    assert (fault.place, fault.severity) == (("language",), "error")
