"""What is read and kept from the page of a plan, by values, and what the page then says."""

from pathlib import Path

from distancecli.asking.page import Act
from distancecli.interview.start import Chosen
from distancecli.run.copies import Copies
from distancecli.run.copy import plan_copy
from distancecli.run.planpage import PlanPage
from tests.run.test_planpage import left_by, talk_of
from tests.support.starts_guide import starts_guide
from tests.support.stated_run import DAY


def test_a_step_is_read_in_full_and_pointed_at_then() -> None:
    """That very step; before, the page points at what stands first."""
    _, asker = left_by(starts_guide(), ["run", Act.LEAVE])
    before, step, after = asker.pages[-3:]
    assert (before.default, step.heading, after.default) == (None, "Run", "run")
    assert step.drawn
    assert "Running is quick." in step.drawn.heard(80)


def test_what_is_said_of_copies_stands_on_one_page(folder: Path) -> None:
    """All of it in a row, until something else is done."""
    guide = starts_guide()
    keep = [Act.COPY, "p.txt", Act.ANSWERS, "a.yaml"]
    _, asker = left_by(guide, [*keep, "run", Act.LEAVE])
    labels = guide.labels
    said = (labels.kept.format(file="p.txt"), labels.kept_answers, labels.kept_come_back)
    shown = [page.said for page in asker.pages if page.heading == guide.plan.title]
    assert shown == ["", " ".join(said).format(file="a.yaml"), ""]
    assert {path.name for path in folder.iterdir()} == {"a.yaml", "p.txt"}


def test_what_a_change_leaves_behind_is_said_at_once(tmp_path: Path) -> None:
    """That what was chosen is gone, and which copies are of before."""
    guide = starts_guide(("      - {when: {who: [two]}, because: running is for two}\n", ""))
    chosen, copies = Chosen("run", "noon", "lap"), Copies(guide.labels, DAY)
    first = PlanPage.after(None, talk_of(guide, "both"), copies, (), chosen)
    copy = plan_copy(guide.labels, str(tmp_path / "p.txt"), DAY)
    assert copies.write(copy, first.reader) is None
    then = PlanPage.after(first, talk_of(guide, "swim"), copies, (), chosen)
    earlier = guide.labels.kept_earlier.format(file=copy.name)
    assert then.said == f"{guide.labels.start_gone} {earlier}"
