"""A small guide that a check finds nothing wrong with, to put one fault in at a time."""

from functools import cache
from typing import Final

from distancecli.checking.check import check
from distancecli.checking.report import problems_of
from distancecli.documents.document import parse_document
from distancecli.errors import FileProblems, Problem
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from tests.support.small_guide import completed, with_edits

NAME: Final = "sound.yaml"

SOUND_GUIDE: Final = """\
title: A sound guide
facts:
  tired: {mood: [low]}
questions:
  - id: mood
    ask: How are you?
    options:
      - {code: fine, label: Fine}
      - {code: low, label: Low}
      - {code: stop, label: Stop here}
      - {code: unsure, label: I cannot say, informs: false}
  - id: help
    ask: Who helps you?
    choose: many
    when: tired
    options:
      - {code: friend, label: A friend}
      - {code: family, label: My family}
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
    title: A word first
    text:
      - {text: You are not alone., support: [listener]}
steps:
  - id: rest-more
    title: Rest more
    source: A book
    text: [Rest is good.]
    applies:
      - {when: {none: [{rest: [often]}]}, because: you seldom rest}
      - {when: {mood: [fine]}, because: rest keeps you fine}
    done:
      - {when: {rest: [often]}, because: you rest often}
    highlight: tired
    advice:
      - {when: {rest: [seldom]}, text: Sleep.}
      - {when: {rest: [skipped]}, text: Sit.}
    actions:
      - {when: tired, text: Lie down.}
      - {text: Sit down.}
    openers:
      - {when: {none: [{help: [nobody]}]}, text: Good night., topic: night}
  - id: find-help
    title: Find help
    source: Another book
    text:
      - {when: {help: [friend]}, text: A friend is near.}
    applies:
      - {when: {any: [tired, {rest: [often]}]}, because: help is good}
    actions:
      - {when: {help: [family]}, text: Call home.}
      - {text: Call someone.}
plan: {title: Your plan, top: [Take it easy.], foot: [Be well.]}
support:
  checked: 2026-11
  kinds: {listener: Someone to listen}
  anywhere:
    name: Anywhere
    lines: [{kind: listener, name: Anywhere line, web: anywhere.example, source: a page}]
  countries: {}
promises:
  - name: Whoever stops is stopped
    when: {mood: [stop]}
    then: {ending: [stopped]}
  - name: Whoever is alone is told nothing to say
    when: {help: [nobody]}
    then:
      all:
        - {notice: [alone]}
        - {applies: [find-help]}
        - {none: [{opener: [rest-more]}, {topic: [night]}]}
readers:
  - name: Tired and alone
    answers: {mood: low, help: [nobody], rest: seldom}
    expected: {applies: [rest-more, find-help], highlight: [rest-more], notices: [alone]}
"""


@cache
def sound_text() -> str:
    """The guide as a whole."""
    return completed(SOUND_GUIDE)


def sound_guide(*edits: tuple[str, str]) -> Guide:
    """The guide with those edits."""
    return parse_guide(NAME, with_edits(sound_text(), *edits))


def problems(text: str) -> list[Problem]:
    """What a check says of the text as a guide."""
    try:
        document = parse_document(NAME, text)
        return problems_of(check(document), document)
    except FileProblems as refused:
        return refused.problems
