"""What an answers file says of what a reader chose to start with, beside their answers.

It says so only where anybody with the same open answers is offered the same: what is only offered
after a private answer would tell of that answer.
"""

from collections.abc import Iterator
from typing import Any, Final

from msgspec.structs import replace

from distancecli.documents.fault import Fault
from distancecli.guide.answers import MISFIT, Answers
from distancecli.guide.model import Action, Guide
from distancecli.guide.start import START
from distancecli.interview.plan import make_plan
from distancecli.interview.replay import coming_back
from distancecli.interview.since import open_part
from distancecli.interview.start import Chosen
from distancecli.text.spelling import suggestion

ACTION: Final = "action"
MOMENT: Final = "moment"
GONE: Final = "/"
"""Stands behind the step of an example that gives its reader something else now."""
FORM: Final = f"write {START}: {{{ACTION}: STEP/ACTION, {MOMENT}: MOMENT}}, or take it out"


def kept_start(guide: Guide, answers: Answers, chosen: Chosen | None) -> Chosen | None:
    """As much of what was chosen as a file may have: what is offered to all with those answers.

    A smaller part is kept as the whole: that it was a part tells how it went the last time.
    """
    if chosen is None or not chosen.action:
        return None
    whole = replace(chosen, smaller=False)
    start = make_plan(guide, open_part(guide, answers), chosen=whole).start
    if start is None or (start.step, start.action_id) != (whole.step, whole.action):
        return None
    offered = {moment.id for moment in start.moments}
    return replace(whole, moment=whole.moment if whole.moment in offered else None)


def start_of_example(guide: Guide, answers: Answers) -> Chosen | None:
    """What an example of whoever comes back started with: under `START` in its answers is a step.

    It is what that step gives them now; or something else of it, where `GONE` stands behind it.
    """
    for name in answers.get(START, ()):
        id = name.removesuffix(GONE)
        plan = make_plan(coming_back(guide), answers)
        now = next((each.action_id for each in plan.steps if each.id == id), "")
        others = (
            each.partition("/")[2] for each in actions_by_name(guide) if each.startswith(f"{id}/")
        )
        action = now if id == name else next((each for each in others if each != now), "")
        return Chosen(id, None, action)
    return None


def start_in(data: Any) -> Chosen | None:
    """What plain data without faults says of a start."""
    written = data.get(START) if data else None
    if not written:
        return None
    step, _, action = written[ACTION].partition("/")
    return Chosen(step, written.get(MOMENT), action)


def start_faults(guide: Guide, data: Any) -> Iterator[Fault]:
    """What keeps plain data from saying what was chosen to start with, each with its place."""
    written = data.get(START) if isinstance(data, dict) else None
    if written is None:
        return
    if not isinstance(written, dict) or not isinstance(written.get(ACTION), str):
        yield Fault((START,), f"this is not what was chosen to start with; {FORM}", MISFIT)
        return
    known = {ACTION: actions_by_name(guide), MOMENT: [each.id for each in guide.plan.moments]}
    for name, value in written.items():
        if name not in known:
            yield Fault((START, name), f'no "{name}" goes here; {FORM}', MISFIT)
        elif value is not None and value not in known[name]:
            said = f'no {name} is called "{value}"{suggestion(str(value), known[name])}'
            yield Fault((START, name), said, MISFIT)


def actions_by_name(guide: Guide) -> dict[str, Action]:
    """The actions of a guide by what files call them: the step's id, and their own."""
    return {
        Chosen(step.id, action=action.id).name: action
        for step in guide.steps
        for action in step.actions
        if action.id
    }
