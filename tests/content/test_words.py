"""The words of the guide, and the shape of the repository."""

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Final

import msgspec
import pytest

from distancecli.guide.model import Guide
from tests.support.reading import pages
from tests.support.terminal_driver import ROOT

ARTICLE: Final = ROOT.parent / "shared" / "content" / "article.txt"
GENDERED: Final = re.compile(
    r"\b(he|she|his|her|hers|him|himself|herself|husband|wife|wives|spouse|marriage|married|marital"
    r"|boyfriend|girlfriend|man|woman|men|women|boy|girl|mother|father|mum|mom|dad)\b",
    re.IGNORECASE,
)
UNKIND: Final = re.compile(
    r"\b("
    # What calls a person something: one act or one hard time is not who they are.
    r"victims?|abusers?|abusive|addicts?|cheaters?|liars?|narcissis\w*|toxic|needy|clingy|selfish|lazy"
    r"|crazy|weak|jealous|insecure|immature|manipulat\w*|gaslight\w*|co-?dependen\w*|dysfunction\w*"
    # What sounds like a diagnosis, which no page of questions can make.
    r"|disorders?|syndrome|diagnos\w*|patholog\w*|depress(?:ed|ion)|mentally ill|abnormal|unhealthy"
    # What blames, or tells a reader what they ought to have done.
    r"|fault|guilty|to blame|fail(?:ed|ing|ure)?|harp\w*|nag\w*|baggage|get over it|ought"
    r"|you should|you must|should(?:n't)? have(?! to)|could have"
    r")\b",
    re.IGNORECASE,
)
TAKEN_AWAY: Final = (
    "it is not your fault",
    "it is not their fault",
    "not a sign that you failed",
    "that is not failing",
    "not for who is guilty",
    "not mean that someone is to blame",
    "don't want to blame",
    "none of this means that you should",
)
"""Where such a word is said only to take it away from the reader."""


def texts(guide: Guide) -> Iterator[str]:
    """Every text of the guide, but for facts: those of help lines, and other names of countries."""
    whole = msgspec.to_builtins(guide, enc_hook=lambda _: None)
    del whole["promises"], whole["readers"]  # for authors
    for country in (whole["support"]["anywhere"], *whole["support"]["countries"].values()):
        del country["lines"], country["also"]
    waiting = [whole]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list | tuple):
            waiting.extend(value)


def unkind(text: str) -> list[str]:
    """The words in the text that label, diagnose or blame, but for what takes a blame away."""
    text = text.lower()
    for phrase in TAKEN_AWAY:
        text = text.replace(phrase, "")
    return UNKIND.findall(text)


def runs_of_eight(text: str) -> set[tuple[str, ...]]:
    """Each eight words that stand in a row, in lower case and without marks."""
    words = re.findall(r"[a-z']+", text.lower().replace("\u2019", "'"))
    return {tuple(words[n : n + 8]) for n in range(len(words) - 7)}


def test_no_word_is_gendered(guide: Guide) -> None:
    """The guide speaks to everyone."""
    assert [text for text in texts(guide) if GENDERED.search(text)] == []


def test_no_word_labels_diagnoses_or_blames(guide: Guide) -> None:
    """The guide calls nobody anything, and says of nobody that it is their doing."""
    assert [(found, text) for text in texts(guide) if (found := unkind(text))] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is your fault.", ["fault"]),
        ("I failed. They should have said so.", ["failed", "should have"]),
        ("They are toxic, an addict.", ["toxic", "addict"]),
        ("This may be a disorder. You must stop.", ["disorder", "you must"]),
        ("What happens to you matters, and it is not your fault.", []),
        ("Addiction is hard. I don't think we should have to sort it out alone.", []),
    ],
)
def test_an_unkind_word_is_noticed(text: str, found: list[str]) -> None:
    """A word that labels, diagnoses or blames is found; one that takes the blame away is not."""
    assert unkind(text) == found


def test_each_blame_that_is_taken_away_is_in_the_guide(guide: Guide) -> None:
    """No exception is left over that would let an unkind word in."""
    every = "\n".join(texts(guide)).lower()
    assert [phrase for phrase in TAKEN_AWAY if phrase not in every] == []


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside the project")
def test_the_words_are_our_own(guide: Guide) -> None:
    """No run of eight words is shared with the article, within a text or across a whole page."""
    article = ARTICLE.read_text(encoding="utf-8")
    theirs = runs_of_eight(article)
    assert theirs & runs_of_eight(article[:200])
    joined = (" ".join(page) for page in pages(guide).values())
    assert [text for text in (*texts(guide), *joined) if runs_of_eight(text) & theirs] == []


def test_every_text_is_on_a_page(guide: Guide) -> None:
    """Each text is on a page that the tests of plain language read: none goes unmeasured."""
    read = "\n".join(text for page in pages(guide).values() for text in page)
    filled_in = set(msgspec.to_builtins(guide.labels).values())
    several = (text for text in texts(guide) if " " in text and text not in filled_in)
    assert [text for text in several if text not in read] == []


def test_no_sentence_of_a_reader_stands_in_python(guide: Guide) -> None:
    """No text of the guide is written in the code, and the code asks by `labels` alone."""
    said = {text for text in texts(guide) if len(text.split()) > 2}
    for path in (ROOT / "distancecli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in said, f"{path}:{node.lineno}"


def test_the_top_level_holds_what_it_should() -> None:
    """The package, the guide, the tests, two files about them, and hidden files; nothing else."""
    listed = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    built = {"build", "dist", "distancecli.egg-info"}
    assert listed - built == {"distancecli", "steps.yaml", "tests", "pyproject.toml", "README.md"}


def test_the_readme_is_short_and_its_commands_stand_alone() -> None:
    """Under 120 lines, and two commands that need nothing but Python with venv."""
    lines = (ROOT / "README.md").read_text().splitlines()
    commands = [line for line in lines if line.startswith("python3 -m venv")]
    assert len(lines) < 120
    last = [line.split(" && ")[-1] for line in commands]
    assert last == [".venv/bin/distance guide", ".venv/bin/python -m pytest"]


def test_modules_stay_small() -> None:
    """A module over 250 lines has a second idea in it."""
    for path in (ROOT / "distancecli").rglob("*.py"):
        assert len(path.read_text().splitlines()) <= 250, path


def test_every_dependency_says_why_it_is_there() -> None:
    """Each stands on a line of its own with a word on what it is for."""
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)["project"]
    for names in (project["dependencies"], *project["optional-dependencies"].values()):
        for name in names:
            assert re.search(rf'^ +"{re.escape(name)}", *# \w', text, re.MULTILINE), name
