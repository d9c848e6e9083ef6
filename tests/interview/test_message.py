"""Endings and notices as a reader is shown them, and what of them a file may have."""

import pytest

from distancecli.interview.plan import make_plan
from tests.support.starts_guide import starts_guide

NOTICE = """\
notices:
  - id: first
    when: always
    title: A word first
    text: [Take your time.]
"""


@pytest.mark.parametrize(("mark", "titles"), [("", ["A word first"]), ("screen_only: true", [])])
def test_a_file_has_each_notice_that_is_not_for_the_screen_alone(
    mark: str, titles: list[str]
) -> None:
    """On the screen there are all of them."""
    written = NOTICE + f"    {mark}\n" * bool(mark)
    plan = make_plan(starts_guide(("steps:\n  - id: rest", f"{written}steps:\n  - id: rest")), {})
    assert [each.title for each in plan.notices] == ["A word first"]
    assert [each.title for each in plan.for_file().notices] == titles
