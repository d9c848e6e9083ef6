"""A guide as a tree on the terminal: each question, its answers, and where they lead."""

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from distancecli.checking.graph.links import Link
from distancecli.guide.model import Guide

ALONE: Final = "=>"
TOGETHER: Final = "..>"
LEGEND: Final = f"{ALONE} leads there by itself   {TOGETHER} together with other answers"
NOWHERE: Final = "(its answers change only what the steps say)"
BEFORE: Final = {
    "question": "asks: ",
    "ending": "ends with: ",
    "notice": "says first: ",
    "step": "",
}


def as_tree(guide: Guide, links: Sequence[Link], columns: int = 80) -> str:
    """The tree as text: words and lines only, no colour."""
    text = StringIO()
    # Of a Text rich draws what stands there, and takes no sign in it for its own.
    console = Console(file=text, width=columns, color_system=None)
    tree = Tree(Text(guide.title))
    for number, question in enumerate(guide.questions, start=1):
        branch = tree.add(Text(f"{number}. {question.ask}"))
        own = [link for link in links if link.question == number]
        for answers, ends in _by_answers(own) if own else [(NOWHERE, [])]:
            leaf = branch.add(Text(answers))
            for end in ends:
                leaf.add(Text(end))
    console.print(tree)
    console.print(Text(f"\n{LEGEND}"))
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


def _by_answers(links: Sequence[Link]) -> Iterator[tuple[str, list[str]]]:
    """The answers that lead to the same ends together, with those ends."""
    ends: dict[str, list[str]] = {}
    for link in links:
        sign = ALONE if link.alone else TOGETHER
        for answer in link.answers:
            words = f"{sign} {BEFORE[link.target.kind]}{link.target.words}"
            ends.setdefault(answer, []).append(words)
    groups: dict[tuple[str, ...], list[str]] = {}
    for answer, leads in ends.items():
        groups.setdefault(tuple(leads), []).append(f'"{answer}"')
    for leads_to, answers in groups.items():
        yield ", ".join(answers), list(leads_to)
