"""The off-record answers of the guide, taken from it and from no list."""

from typing import Final

from distancecli.guide.answers import SKIP, Codes
from distancecli.interview.replay import notices, replay
from tests.support.built_in import GUIDE

OFF_RECORD: Final = [
    (question.id, option.code)
    for question in GUIDE.questions
    for option in question.options
    if option.off_record and not question.again
]
"""Every off-record answer of the guide to what readers are asked their first time."""


def ends_at_once(question: str, code: str) -> bool:
    """Whether the answer leads to an ending, whose page has to be left by a key."""
    return replay(GUIDE, {question: frozenset({code})}, missing=SKIP).ending is not None


def shown_for(question: str, code: str) -> tuple[str, ...]:
    """The ids of the ending or the notices that the answer leads to."""
    answers: dict[str, Codes] = {"safety": frozenset({"none"}), question: frozenset({code})}
    interview = replay(GUIDE, answers, missing=SKIP)
    if interview.ending:
        return (interview.ending.id,)
    return tuple(notice.id for notice in notices(GUIDE, interview.live))


ONE_FOR_EACH_PAGE: Final = list({shown_for(*each): each for each in OFF_RECORD}.values())
"""Of those answers one for each ending and notice that they lead to."""
