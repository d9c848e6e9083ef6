"""How a reader leaves a run, by values: what stays in files and on the screen, and what is said."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from distancecli.asking.asker import Asker
from distancecli.asking.page import Act, Page, Reply
from distancecli.guide.model import Guide
from distancecli.rendering.formats import Format
from distancecli.run.request import Request
from distancecli.system.machine import machine
from distancecli.system.terminal import CLEAR
from tests.support.built_in import GUIDE
from tests.support.scripted_asker import BACK, Script, leave
from tests.support.small_guide import small_text
from tests.support.stated_run import CALM, ScriptedAskers, StatedRun, answers_file

NOTES: Final[Script] = [Act.COPY, "notes.txt", Act.FINISH]
"""A copy of the plan, and none of the answers."""


def left(request: Request, script: Script) -> StatedRun:
    """A run that was left by Ctrl-C after all that."""
    it = StatedRun()
    with pytest.raises(KeyboardInterrupt):
        it.run(request, [*script, leave])
    return it


@pytest.mark.parametrize("script", [[], [Act.GO_ON], [*CALM[:-2], {"self_harm"}, Act.ALL]])
@pytest.mark.parametrize("plain", [False, True])
def test_whoever_leaves_before_there_is_a_plan_leaves_nothing(
    folder: Path, script: Script, plain: bool
) -> None:
    """Off record or not: there is no file to speak of, and no line is written."""
    it = left(Request(plain=plain, save_answers="mine.yaml"), script)
    assert it.raw == ""
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("form", [None, Format.JSON])
@pytest.mark.parametrize("plain", [False, True])
def test_whoever_leaves_a_change_on_record_leaves_all_as_it_was(
    folder: Path, form: Format | None, plain: bool
) -> None:
    """The copy stays, a plan that was written out is not cleared, and nothing is said."""
    to_change: Script = [*CALM, *NOTES, Act.CHANGE]
    it = left(Request(form=form, plain=plain), to_change)
    assert it.raw.strip().endswith("}" if form else "")
    assert CLEAR not in it.raw
    assert (folder / "notes.txt").exists()


@pytest.mark.parametrize("plain", [False, True])
def test_a_file_that_an_ending_spoke_of_goes_once_an_answer_is_off_record(
    folder: Path, plain: bool
) -> None:
    """And that it is gone is said, though no plan was shown; on record it stays."""
    (folder / "guide.yaml").write_text(small_text(), encoding="utf-8")
    request = Request(guide_file="guide.yaml", output="plan.txt", plain=plain)
    ended: Script = [Act.GO_ON, "stop", Act.ALL, BACK]
    assert left(request, [*ended, "low"]).raw == ""
    assert (folder / "plan.txt").exists()
    (folder / "plan.txt").unlink()
    gone = GUIDE.labels.removed_again.format(files="plan.txt")
    assert left(request, [*ended, "low", {"secret"}]).raw == "\n" * plain + f"{gone}\n"
    assert [path.name for path in folder.iterdir()] == ["guide.yaml"]


class Loading(ScriptedAskers):
    """Somebody who leaves while the first page is still being drawn."""

    @contextmanager
    def on_screen(self, first: Page) -> Iterator[Asker]:
        """Ctrl-C before anybody can ask."""
        raise KeyboardInterrupt
        yield


def test_whoever_leaves_before_the_first_page_is_told_of_their_earlier_file(folder: Path) -> None:
    """As is whoever leaves at any other page."""
    (folder / "mine.yaml").write_text("told: open\n")
    it = StatedRun()
    it.askers = Loading([])
    with pytest.raises(KeyboardInterrupt):
        it.run_by(Request(again="mine.yaml"))
    assert it.screen == GUIDE.labels.again_stays.format(file="mine.yaml")


@pytest.mark.parametrize("again", [False, True])
def test_the_page_that_is_drawn_first_is_the_one_that_is_asked(folder: Path, again: bool) -> None:
    """So that nothing moves under the reader's eyes once keys count."""
    (folder / "mine.yaml").write_text("told: open\n")
    it = left(Request(again="mine.yaml" if again else None), [Act.GO_ON])
    assert it.askers.screens == it.askers.asker.pages[:1]


def test_a_page_of_a_plan_on_record_leaves_copies_and_says_no_word_of_files(
    guide: Guide, folder: Path
) -> None:
    """Neither the first time nor after a change, however often it is shown."""
    it = StatedRun()
    change: Script = [Act.CHANGE, "how_long", "gt2y", Act.GO_ON]
    assert it.run(Request(), [*CALM, *NOTES, *change, Act.FINISH])
    heard = [page.drawn.heard(200) for page in it.askers.asker.pages if page.drawn]
    assert not any(guide.labels.off_record in each or "notes.txt" in each for each in heard)
    assert (folder / "notes.txt").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("is_asked", [True, False])
def test_the_memory_of_a_run_is_written_nowhere_before_anything_is_answered(
    monkeypatch: pytest.MonkeyPatch, is_asked: bool
) -> None:
    """Whatever ends it, and whether answers are asked for or come in a file."""
    forbidden: list[bool] = []
    monkeypatch.setattr(machine, "write_no_dump", lambda: forbidden.append(True))

    def begin(_page: Page) -> Reply:
        assert forbidden
        return frozenset({Act.GO_ON})

    asked: Script = [begin, *CALM[1:], Act.FINISH]
    answers = None if is_asked else answers_file()
    assert StatedRun().run(Request(answers), asked if is_asked else [])
    assert forbidden == [True]
