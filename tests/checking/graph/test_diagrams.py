"""`distance graph`: the tree and the pictures, whatever stands in the texts of a guide."""

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


def test_the_tree_is_in_the_readers_words(guide: Guide) -> None:
    """Every question and step is in the tree, and no line is wider than 80 columns."""
    tree = as_tree(guide, links(guide))
    words = " ".join(tree.replace("│", " ").split())
    assert all(question.ask in words for question in guide.questions)
    assert all(step.title in words for step in guide.steps)
    assert max(len(line) for line in tree.splitlines()) <= 80
    assert "gt2y" not in tree


NASTY: Final = ("title: Rest more", "title: 'A \"quote\" \\ <b>&amp; #35; `x` [y]'")


def test_mermaid_keeps_what_could_break_it_in_entities() -> None:
    """Quotes, angle brackets and the like in a text are written so that Mermaid shows them."""
    guide = sound_guide(NASTY)
    picture = as_mermaid(guide, links(guide))
    assert picture.startswith("flowchart LR\n")
    (line,) = (line for line in picture.splitlines() if "step1([" in line)
    inner = line.partition('(["')[2].rpartition('"])')[0]
    assert not set('"<>`').intersection(inner.replace("<br>", ""))


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_draws_the_picture(guide: Guide) -> None:
    """Graphviz reads the graph of the real guide and of a guide with strange texts."""
    for each in (guide, sound_guide(NASTY)):
        drawn = subprocess.run(
            ["dot", "-Tsvg"], input=as_dot(each, links(each)).encode(), capture_output=True
        )
        assert (drawn.returncode, drawn.stderr) == (0, b"")


def test_dot_quotes_are_escaped() -> None:
    """A quote or backslash in a text ends no label."""
    picture = as_dot(sound_guide(NASTY), links(sound_guide(NASTY)))
    assert '\\"quote\\" \\\\' in picture


@pytest.mark.parametrize(
    ("form", "begins"), [("tree", "Feeling far apart"), ("mermaid", "flow"), ("dot", "digraph")]
)
def test_the_command_draws_the_built_in_guide(form: str, begins: str) -> None:
    """Each form comes from the command, on standard output."""
    drawn = run_program("graph", "--format", form)
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert drawn.stdout.startswith(begins)
