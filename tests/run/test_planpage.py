"""What is chosen on the page of a plan, by values: one thing, a moment for it, or neither."""

from typing import Final

import pytest

from distancecli.asking.conversation import Conversation
from distancecli.asking.page import Act
from distancecli.guide.model import Guide
from distancecli.interview.start import Start
from distancecli.run.copies import Copies
from distancecli.run.planpage import PlanPage
from tests.support.scripted_asker import BACK, Script, ScriptedAsker
from tests.support.starts_guide import starts_guide
from tests.support.stated_run import DAY

BOTH: Final[Script] = [Act.GO_ON, "both", "two", Act.GO_ON]
"""The answers of a reader who wants to swim and run, with a friend."""
MOMENTS: Final = """\
  moments:
    - {id: noon, text: at noon}
    - {id: dusk, text: at dusk, when: {want: [run, both]}}
    - {id: trip, text: on a trip, together: true}
"""


def left_by(guide: Guide, script: Script) -> tuple[PlanPage, ScriptedAsker]:
    """The page once a reader did all that and finished."""
    asker = ScriptedAsker([*BOTH, *script, Act.FINISH])
    talk = Conversation(guide, asker)
    talk.run()
    page = PlanPage.after(None, talk, Copies(guide.labels, DAY), (), may_clear=True)
    assert page.leave() is Act.FINISH
    return page, asker


def start_of(page: PlanPage) -> Start:
    """What is shown as the start."""
    assert page.reader.plan.start
    return page.reader.plan.start


@pytest.mark.parametrize(
    ("script", "step", "moment"),
    [
        ([], "swim", None),
        ([Act.START, "run", "noon"], "run", "at noon"),
        ([Act.START, "run", Act.OPEN], "run", None),
        ([Act.START, "run", BACK, "swim", "trip"], "swim", "on a trip"),
        ([Act.START, BACK], "swim", None),
        ([Act.START, "run", "noon", Act.START, Act.LATER], "swim", None),
        ([Act.START, "run", "noon", Act.START, BACK], "run", "at noon"),
        (["rest", Act.LEAVE], "swim", None),
    ],
)
def test_one_thing_and_a_moment_are_what_was_chosen_last(
    script: Script, step: str, moment: str | None
) -> None:
    """Back from the moments are the things again, and from those the plan as it was."""
    page, _ = left_by(starts_guide(), script)
    start = start_of(page)
    assert (start.step, start.moment) == (step, moment)


def test_where_there_is_no_moment_none_is_asked_for() -> None:
    """The thing alone is chosen."""
    page, asker = left_by(starts_guide((MOMENTS, "")), [Act.START, "run"])
    start = start_of(page)
    assert (start.step, start.moment) == ("run", None)
    assert asker.headings[-2:] == [page.guide.labels.start_title, page.guide.plan.title]
