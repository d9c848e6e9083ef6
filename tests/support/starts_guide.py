"""A small guide of which each rule says where some readers start, and what of a step is cut."""

from functools import cache
from typing import Final

from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from tests.support.small_guide import completed, with_edits

STARTS_GUIDE: Final = """\
title: A guide with starts
questions:
  - id: want
    ask: What do you want?
    options:
      - {code: swim, label: To swim}
      - {code: run, label: To run}
      - {code: both, label: Both}
      - {code: nothing, label: Nothing at all}
  - id: who
    ask: With whom?
    options:
      - {code: alone, label: Alone}
      - {code: two, label: With a friend}
steps:
  - id: rest
    title: Rest
    source: A book
    text: [Rest is good.]
    applies: [{when: always, because: all need rest}]
    actions: []
  - id: swim
    title: Swim
    source: A book
    text:
      - Swimming, one.
      - Swimming, two.
      - {text: Only where it is safe., keep: true}
    applies:
      - {when: {want: [swim, both]}, because: you want to swim}
      - {when: {who: [two]}, because: it is good for two}
      - {when: {who: [alone, two]}, because: you said with whom}
      - {when: {who: [two]}, because: a fourth reason}
    highlight: {who: [two]}
    advice:
      - {text: Point one.}
      - {text: Point two.}
      - {text: Point three.}
      - {text: Point four., keep: true}
    actions:
      - {id: pool, when: {who: [two]}, together: true, text: Go to the pool.}
      - {id: bath, text: Take a bath.}
    openers:
      - {text: '"Shall we swim?"'}
      - {text: '"The water is warm."'}
  - id: run
    title: Run
    source: A book
    text: [Running is quick., Running is light.]
    applies:
      - {when: {want: [run, both]}, because: you want to run}
      - {when: {who: [two]}, because: running is for two}
    advice: [{text: Tie your shoes.}]
    actions: [{id: lap, text: Run one lap.}]
    openers: [{text: '"Run with me."'}]
plan:
  title: Your plan
  top: []
  foot: []
  no_start: {want: [nothing]}
  instead: [Do nothing.]
  start:
    - {when: {want: [swim, both]}, step: rest}
    - {when: {who: [alone]}, step: run}
    - {when: {who: [alone]}, step: swim}
  moments:
    - {id: noon, text: at noon}
    - {id: dusk, text: at dusk, when: {want: [run, both]}}
    - {id: trip, text: on a trip, together: true}
support: {checked: 2026-11, kinds: {}, anywhere: {name: Anywhere, lines: []}, countries: {}}
"""


@cache
def starts_text() -> str:
    """The guide as a whole."""
    return completed(STARTS_GUIDE)


def starts_guide(*edits: tuple[str, str]) -> Guide:
    """The guide with those edits."""
    return parse_guide("starts.yaml", with_edits(starts_text(), *edits))
