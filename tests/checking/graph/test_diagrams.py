"""`distance graph`: the tree and the pictures, whatever stands in the texts of a guide."""

import json
import re
import shutil
import subprocess
from typing import Final

import pytest

from distancecli.checking.graph.diagrams import as_dot, as_mermaid
from distancecli.checking.graph.links import links
from distancecli.checking.graph.tree import as_tree
from distancecli.guide.model import Guide
from tests.support.sound_guide import sound_guide
from tests.support.terminal_driver import run_program

pytestmark = pytest.mark.slow


def test_the_tree_is_in_the_readers_words(guide: Guide) -> None:
    """Every question and step is in the tree, and no line is wider than 80 columns."""
    tree = as_tree(guide, links(guide))
    words = " ".join(tree.replace("│", " ").split())
    assert all(question.ask in words for question in guide.questions)
    assert all(step.title in words for step in guide.steps)
    assert max(len(line) for line in tree.splitlines()) <= 80
    assert "gt2y" not in tree


NASTY: Final = ("title: Rest more", "title: 'A \"quote\" \\ <b>&amp; #35; `x` [y]'")


IN_MARKDOWN: Final = (
    *("1. Say it", "5) five", "- dash", "* star", "+ plus", "# head", "> quote", "    code"),
    *("---", "===", "~~~", "a | b", "a *b* __c__ `d`", "~~gone~~", "[a](b)", "![a](b)"),
    *("see https://a.example now", "b@a.example", "<b>bold</b>", "two  ", r"a\*b", "&amp; #35;"),
)
"""Texts that Markdown reads otherwise than as they stand."""
ENTITY: Final = re.compile(r"#(\d+);")


@pytest.mark.parametrize("words", [*IN_MARKDOWN, "“curly” café \U0001f600 你好", "style: x #1;"])
def test_mermaid_has_every_text_as_it_is(words: str) -> None:
    """In boxes and between them stand letters, a few plain signs, and all else by its number."""
    guide = sound_guide(
        ("title: Rest more", f"title: {json.dumps(words, ensure_ascii=False)}"),
        ("label: Seldom", f"label: {json.dumps(words, ensure_ascii=False)}"),
    )
    picture = as_mermaid(guide, links(guide))
    texts = re.findall(r'"([^"]*)"', picture)
    for line in "\n".join(texts).splitlines():
        assert not re.search(r"[^\w ,'?]|_|^ | $", ENTITY.sub("x", line))
    read = [ENTITY.sub(lambda found: chr(int(found[1])), text) for text in texts]
    assert words in "\n".join(read).splitlines()
    assert f"1. {words}".split() in [text.split() for text in read]


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_draws_the_picture(guide: Guide) -> None:
    """Graphviz reads the graph of the real guide and of a guide with strange texts."""
    for each in (guide, sound_guide(NASTY)):
        drawn = subprocess.run(
            ["dot", "-Tsvg"], input=as_dot(each, links(each)).encode(), capture_output=True
        )
        assert (drawn.returncode, drawn.stderr) == (0, b"")


def test_dot_quotes_are_escaped() -> None:
    """A quote or backslash in a text ends no label, and an ampersand begins no entity."""
    picture = as_dot(sound_guide(NASTY), links(sound_guide(NASTY)))
    assert '\\"quote\\" \\\\' in picture
    assert "&amp;amp; #35;" in picture


@pytest.mark.parametrize(
    ("form", "begins"), [("tree", "Feeling far apart"), ("mermaid", "flow"), ("dot", "digraph")]
)
def test_the_command_draws_the_built_in_guide(form: str, begins: str) -> None:
    """Each form comes from the command, on standard output."""
    drawn = run_program("graph", "--format", form)
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert drawn.stdout.startswith(begins)
