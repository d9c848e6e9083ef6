"""A small guide with two groups of guarded readers: every mark is needed, and none lacks."""

from functools import cache
from typing import Final

from tests.support.small_guide import completed

GUARDED_GUIDE: Final = """\
title: A guarded guide
guarded:
  frail: {body: [frail]}
  sad: {mind: [sad]}
questions:
  - id: body
    ask: How is your body?
    options:
      - {code: strong, label: Strong}
      - {code: frail, label: Frail}
  - id: mind
    ask: How is your mind?
    options:
      - {code: bright, label: Bright, informs: false}
      - {code: sad, label: Sad}
steps:
  - id: walk
    title: Walk
    source: A book
    safe_for: [frail, sad]
    text:
      - Walk fast.
      - {safe_for: [sad], text: Walk slowly.}
      - {safe_for: [frail, sad], text: Sit.}
    applies:
      - {when: always, because: walking is good}
      - {when: {mind: [sad]}, safe_for: [sad], because: air helps}
      - {when: {body: [frail, strong]}, safe_for: [frail, sad], because: you said how you are}
    advice:
      - {text: Point one.}
      - {text: Point two.}
      - {text: Point three.}
      - {text: Point four.}
      - {safe_for: [frail], text: Point five.}
      - {when: {mind: [sad]}, safe_for: [sad], text: Point six.}
    actions:
      - {when: {body: [strong]}, text: Run.}
      - {when: {mind: [sad]}, safe_for: [frail, sad], text: Breathe.}
      - {safe_for: [frail], text: Stand up.}
    openers:
      - {text: '"Race me."'}
      - {safe_for: [sad], text: '"Come along."'}
  - id: climb
    title: Climb
    source: A book
    text: [Up.]
    applies: [{when: always, because: hills are there}]
    actions: [{text: Climb.}]
plan:
  title: Your plan
  top: [Go far., {safe_for: [frail, sad], text: Go gently.}]
  foot: [{safe_for: [sad], text: Well done.}]
support: {checked: 2026-11, kinds: {}, anywhere: {name: Anywhere, lines: []}, countries: {}}
"""


@cache
def guarded_text() -> str:
    """The guide as a whole."""
    return completed(GUARDED_GUIDE)
