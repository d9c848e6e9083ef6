"""What the tests share: a small guide as text, the problems of a text, and readers at random."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

import pytest
from hypothesis import strategies as st

from distancecli.documents.document import read_document
from distancecli.errors import FileProblems
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.load import built_in_path, parse_guide
from distancecli.guide.model import Guide, Question
from tests.support.built_in import GUIDE

NAME = "small.yaml"
"""What problems call the small guide."""

SMALL_GUIDE = """\
title: A small guide
facts:
  tired: {mood: [low]}
  weary: {all: [tired, {none: [{help: [friend]}]}]}
questions:
  - id: mood
    ask: How are you?
    options:
      - {code: fine, label: Fine}
      - {code: low, label: Low}
      - {code: stop, label: Stop here}
  - id: help
    ask: Who helps you?
    choose: many
    when: tired
    options:
      - {code: friend, label: A friend}
      - {code: secret, label: Someone secret, off_record: true}
      - {code: nobody, label: Nobody, exclusive: true}
  - id: rest
    ask: Do you rest?
    options:
      - {code: often, label: Often}
      - {code: seldom, label: Seldom}
endings:
  - id: stopped
    when: {mood: [stop]}
    title: The end
    text: [That is all.]
notices:
  - id: alone
    when: {help: [nobody]}
    at_once: true
    title: A word first
    text:
      - You are not alone.
      - {text: "Call someone:", support: [listener]}
steps:
  - id: rest-more
    title: Rest more
    source: A book
    text: [Rest is good.]
    applies:
      - {when: {rest: [seldom]}, because: you seldom rest}
    done:
      - {when: {rest: [often]}, because: you rest often}
    not_yet:
      - {when: tired, because: you are low}
    actions:
      - {text: Lie down.}
  - id: find-help
    title: Find help
    source: Another book
    text: [Help is near.]
    applies:
      - {when: weary, because: you are low and without a friend}
    not_yet:
      - {when: tired, because: you are low}
    highlight: tired
    actions:
      - {when: {help: [nobody]}, text: Call a line.}
      - {text: Ask someone.}
plan: {title: Your plan, top: [Take it easy.], foot: [Be well.]}
support:
  checked: 2026-11
  kinds: {listener: Someone to listen}
  anywhere:
    name: Anywhere
    lines: [{kind: listener, name: Anywhere line, web: anywhere.example}]
  countries:
    AA:
      name: First land
      lines: [{kind: listener, name: First line, number: "111", hours: day and night}]
    BB: {name: Second land, lines: []}
"""
"""A whole guide but for its labels and welcome page, which are those of the built-in one."""


@cache
def small_text() -> str:
    """The small guide as a whole."""
    return completed(SMALL_GUIDE)


def completed(text: str) -> str:
    """A guide, with what it takes from the built-in one in its last lines."""
    real = read_document(str(built_in_path())).data
    lines = (f"{section}: {json.dumps(real[section])}\n" for section in ("welcome", "labels"))
    return text + "".join(lines)


def changed(text: str, old: str, new: str) -> str:
    """The text with the one place that says `old` saying `new`."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
    return text.replace(old, new)


def with_edits(text: str, *edits: tuple[str, str]) -> str:
    """The text with each of those changes, one after the other."""
    for old, new in edits:
        text = changed(text, old, new)
    return text


def refusals(text: str) -> list[str]:
    """The lines that say what is wrong with the text as a guide."""
    with pytest.raises(FileProblems) as refused:
        parse_guide(NAME, text)
    return str(refused.value).splitlines()


def codes(text: str) -> Codes:
    """The codes that stand in the text, apart by spaces."""
    return frozenset(text.split())


def readers(**fixed: st.SearchStrategy[Codes]) -> st.SearchStrategy[Answers]:
    """Answers to the built-in guide at random: valid each, asked or not, some left out.

    A question in `fixed` is answered by that strategy.
    """
    return st.deferred(lambda: _answers(GUIDE, fixed))


def _answers(
    guide: Guide, fixed: Mapping[str, st.SearchStrategy[Codes]]
) -> st.SearchStrategy[Answers]:
    free = {each.id: _answer(each) for each in guide.questions if each.id not in fixed}
    return st.fixed_dictionaries(dict(fixed), optional=free)


def _answer(question: Question) -> st.SearchStrategy[Codes]:
    alone = [frozenset({each.code}) for each in question.options if each.exclusive]
    others = sorted(each.code for each in question.options if not each.exclusive)
    most = len(others) if question.many else 1
    several = st.frozensets(st.sampled_from(others), min_size=1, max_size=most)
    return st.one_of(several, st.sampled_from([SKIP, *alone]))


def one_of(text: str) -> st.SearchStrategy[Codes]:
    """Answers that are one of the codes in the text."""
    return st.sampled_from([frozenset({code}) for code in text.split()])


def some_of(text: str, others: str = "") -> st.SearchStrategy[Codes]:
    """Answers with at least one of the codes in the text, and any of the others."""
    any_others = st.frozensets(st.sampled_from(others.split())) if others else st.just(frozenset())
    wanted = st.frozensets(st.sampled_from(text.split()), min_size=1)
    return st.builds(frozenset.union, wanted, any_others)


SAFE: Final = st.one_of(one_of("none skipped"), some_of("put_down past unsure"))
"""The answers to the safety question after which a reader is asked on."""


def line_and_column(text: str, position: int) -> str:
    """Where a position in a text stands, as problems tell it."""
    before = text[:position]
    return f"{before.count(chr(10)) + 1}:{position - before.rfind(chr(10))}"
