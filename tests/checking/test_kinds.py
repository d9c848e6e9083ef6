"""What the kinds of entry are called wherever a check or `diff` names one."""

from typing import Final

import pytest

from distancecli.checking.kinds import Kind, ShownText

CALLED: Final = """\
a guide
a welcome page
a paragraph of the welcome page, paragraphs of the welcome page
a plan
a paragraph above the steps, paragraphs above the steps
a paragraph below the steps, paragraphs below the steps
a paragraph in place of a start, paragraphs in place of a start
a paragraph on where help is, paragraphs on where help is
a moment, moments
a sentence on why a start is that
a question, questions
an answer, answers
a step, steps
a reason, reasons
a paragraph, paragraphs
a point of advice, points of advice
an action, actions
an opener, openers
a notice, notices
a paragraph, paragraphs
an ending
a paragraph, paragraphs
a list of help lines
a heading of help lines, headings of help lines
a country, countries
a help line, help lines
a meaning
a label
a promise
an example reader
"""
"""One of each kind, and several where they have an order that says nothing to a reader."""


def test_every_kind_is_called_by_its_name() -> None:
    """With its article; two kinds that are called the same are two kinds."""
    called = [f"{kind.a}, {kind.several}" if kind.several else kind.a for kind in Kind]
    assert called == CALLED.splitlines()


@pytest.mark.parametrize(
    ("owner", "said"), [("walk", 'an action of "walk"'), ("", "an action")], ids=["step", "none"]
)
def test_a_text_is_called_by_its_kind_and_where_it_stands(owner: str, said: str) -> None:
    """Its words are told beside that."""
    assert ShownText(Kind.ACTION, owner, "Go out.").called == said
