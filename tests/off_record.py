"""The off-record answers of the guide, taken from it and from no list."""

from typing import Final

from distancecli.guidefile import load_guide
from distancecli.plan import make_plan

GUIDE: Final = load_guide()
OFF_RECORD: Final = [
    (question.id, option.code)
    for question in GUIDE.questions
    for option in question.options
    if option.off_record
]
"""Every off-record answer of the guide."""


def ends_at_once(question: str, code: str) -> bool:
    """Whether the answer leads to an ending, whose page has to be left by a key."""
    return make_plan(GUIDE, {question: frozenset({code})}).ending is not None
