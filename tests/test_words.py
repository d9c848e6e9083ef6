"""The words of the guide, and the shape of the repository."""

import ast
import re
import tomllib
from collections.abc import Iterator

import msgspec
import pytest

from distancecli.guide import Guide
from tests.terminal_driver import ROOT

ARTICLE = ROOT.parent / "shared" / "content" / "article.txt"
GENDERED = re.compile(
    r"\b(he|she|his|her|hers|him|husband|wife|spouse|marriage|married|boyfriend|girlfriend"
    r"|victim|abuser|marital)\b",
    re.IGNORECASE,
)


def texts(guide: Guide) -> Iterator[str]:
    """Every sentence of the guide that a reader can see, but for the names of help lines."""
    whole = msgspec.to_builtins(guide, enc_hook=lambda _: None)
    whole.pop("support")
    waiting = [whole]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list | tuple):
            waiting.extend(value)


def words(text: str) -> list[str]:
    """The words of a text in lower case, without marks."""
    return re.findall(r"[a-z']+", text.lower())


def test_no_sentence_is_long(guide: Guide) -> None:
    """Sentences have 20 words at the most."""
    for text in texts(guide):
        for sentence in re.split(r"(?<=[.?!:;])\s", text):
            assert len(sentence.split()) <= 20, sentence


def test_no_word_is_gendered_or_a_label(guide: Guide) -> None:
    """The guide speaks to everyone, and calls nobody anything."""
    assert [text for text in texts(guide) if GENDERED.search(text)] == []


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not beside the project")
def test_the_words_are_our_own(guide: Guide) -> None:
    """No run of eight words is shared with the article."""
    article = words(ARTICLE.read_text())
    runs = {tuple(article[n : n + 8]) for n in range(len(article) - 7)}
    for text in texts(guide):
        ours = words(text)
        assert not runs & {tuple(ours[n : n + 8]) for n in range(len(ours) - 7)}, text


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
    assert [line.split(" && ")[-1].split(maxsplit=1)[-1] for line in commands] == [
        "guide",
        "-m pytest",
    ]


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
