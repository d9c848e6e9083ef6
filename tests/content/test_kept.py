"""What is never cut, and which actions and moments take both: each flag was thought of.

No property says of every one of them that it has to be there; so they stand here in tables. An
action that is `together` by mistake is offered a moment with a partner; one that is not, one alone.
"""

from typing import Final

import pytest

from distancecli.guide.model import Advice, Guide, Paragraph, paragraphs

NEVER_CUT: Final = {
    "say-it": [
        "Do this only if you feel safe with your partner.",
        "Say this only if you feel safe saying it.",
    ],
    "make-time": ["Time with people who treat you well counts too."],
    "find-cause": [
        "Think about this alone, or with someone you trust, first.",
        "A child needs one sober adult near.",
    ],
    "lighten": ["You are not in charge of your partner's temper."],
    "get-help": [
        "If you feel afraid of your partner, see someone on your own.",
        "See someone on your own first.",
        "If you think of not being here, call a crisis line that day:",
    ],
}
"""The first words of each text that stands in every plan of those for whom it is."""

ALONE: Final = {
    "say-it": "person write confide message note",
    "make-time": "company plan friend",
    "find-cause": "wait tell group memory calm lines timeline",
    "lighten": "nothing notice steady ask-once leave-it",
    "get-help": "tell-doctor own-therapist doctor decide help-group alone low-cost name therapist",
}
TOGETHER: Final = {
    "say-it": "talk stand listen ten-minutes",
    "make-time": "contact call walk new meal",
    "find-cause": "",
    "lighten": "sentence stop-word sign warm",
    "get-help": "",
}
"""The names of the actions of each step, in order: those for one, and those that take both."""


def kept(guide: Guide, step: str) -> list[str]:
    """The texts of a step that are never cut, in order."""
    (found,) = (each for each in guide.steps if each.id == step)
    marked: list[Paragraph | Advice] = [*paragraphs(found.text), *found.advice]
    return [each.text for each in marked if getattr(each, "keep", False)]


def actions(guide: Guide, step: str, together: bool) -> list[str]:
    """The names of the actions of a step that take both, or one."""
    (found,) = (each for each in guide.steps if each.id == step)
    return [each.id for each in found.actions if each.together is together]


@pytest.mark.parametrize("step", NEVER_CUT)
def test_just_what_keeps_readers_safe_is_never_cut(guide: Guide, step: str) -> None:
    """Each text for safety stands in every plan; more than that would make each plan long."""
    begun = [
        text[: len(words)] for text, words in zip(kept(guide, step), NEVER_CUT[step], strict=False)
    ]
    assert len(kept(guide, step)) == len(NEVER_CUT[step])
    assert begun == NEVER_CUT[step]


@pytest.mark.parametrize("step", ALONE)
def test_it_is_known_of_each_action_whom_it_takes(guide: Guide, step: str) -> None:
    """By its name, which files will hold; an action without one could not be chosen again."""
    assert actions(guide, step, together=False) == ALONE[step].split()
    assert actions(guide, step, together=True) == TOGETHER[step].split()


def test_every_step_stands_in_the_tables(guide: Guide) -> None:
    """So a step that is added is thought of too."""
    steps = [step.id for step in guide.steps]
    assert steps == list(NEVER_CUT) == list(ALONE) == list(TOGETHER)


def test_moments_are_as_they_were_thought_of(guide: Guide) -> None:
    """Their names, which files will hold, and which of them are for the two."""
    moments = [(each.id, each.together) for each in guide.plan.moments]
    assert moments == [
        *(("quiet", False), ("way", False)),
        *(("meal", True), ("walk", True), ("evening", True)),
    ]


def test_an_action_for_guarded_readers_takes_nobody_else(guide: Guide) -> None:
    """Whoever has to take care, or is in a crisis, is first given one by rules of their own."""
    for step in guide.steps:
        first, second = step.actions[:2]
        assert (first.together, second.together) == (False, False)
        assert set(first.safe_for) == {"care", "crisis"}
        assert set(second.safe_for) == {"care"}
