"""A plan on its way to the reader, by values: what is told of its files, and what can fail."""

import errno
import os
from typing import Final

import pytest

from distancecli.asking.page import Act
from distancecli.errors import CannotWrite
from distancecli.guide.model import Guide
from distancecli.run.request import Request
from distancecli.system.console import Sink
from distancecli.system.machine import machine
from tests.support.scripted_asker import Script
from tests.support.stated_run import CALM, StatedRun, answers_file

pytestmark = pytest.mark.usefixtures("folder")

FULL: Final = os.strerror(errno.ENOSPC)


@pytest.mark.parametrize("errors", [Sink.TERMINAL, Sink.PIPE])
def test_of_files_that_nobody_was_asked_about_one_is_told_where_a_terminal_shows_it(
    guide: Guide, errors: Sink
) -> None:
    """A script hears only of the file that is missing, which is an error."""
    it = StatedRun(Sink.PIPE, errors)
    request = Request(answers_file(), output="plan.txt", save_answers="missing/mine.yaml")
    with pytest.raises(CannotWrite) as failed:
        it.run(request)
    labels = guide.labels
    why = labels.not_kept.format(file="missing/mine.yaml", reason=labels.file_no_folder)
    assert str(failed.value) == why
    assert it.screen == (labels.kept.format(file="plan.txt") if errors is Sink.TERMINAL else "")
    assert it.output.startswith(guide.plan.title)


@pytest.mark.parametrize("request_", [Request(), Request(answers="answers.yaml")])
def test_off_record_no_word_is_said_of_files_where_none_was_asked_for(
    guide: Guide, request_: Request
) -> None:
    """The page of an ending has its own words alone."""
    answers_file(safety="afraid")
    asked: Script = [Act.GO_ON, "lt3m", {"afraid"}, Act.ALL]
    it = StatedRun()
    assert it.run(request_, [*(asked if request_.asks else []), Act.LEAVE])
    page = it.askers.asker.pages[-1]
    assert page.heading == guide.endings[0].title
    assert guide.labels.off_record not in [passage.text for passage in page.text]
    assert it.raw == ""


def test_whoever_presses_ctrl_c_before_an_ending_is_there_does_not_see_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Keys that came too early are forgotten, but for the one that leaves."""
    monkeypatch.setattr(machine, "typed_ahead", lambda end: b"1\n" + end)
    it = StatedRun()
    with pytest.raises(KeyboardInterrupt):
        it.run(Request(answers_file(safety="afraid")), [Act.LEAVE])
    assert it.askers.screens == []


def test_what_was_heard_on_the_page_is_not_printed_again(guide: Guide) -> None:
    """In plain lines it stands above; anywhere else the plan is printed from its top."""
    plain, drawn, unasked = StatedRun(), StatedRun(), StatedRun()
    assert plain.run(Request(plain=True), [*CALM, Act.FINISH])
    assert drawn.run(Request(), [*CALM, Act.FINISH])
    assert unasked.run(Request(answers_file()))
    for it, is_whole in ((plain, False), (drawn, True), (unasked, True)):
        assert (guide.labels.start_here in it.screen) is is_whole
        assert guide.steps[0].title in it.screen


@pytest.mark.parametrize("somebody", [True, False])
def test_a_plan_that_a_full_disk_refuses_is_shown_to_whoever_is_there(
    guide: Guide, somebody: bool
) -> None:
    """So that no answers are lost with it; the error says what happened all the same."""
    it = StatedRun(Sink.FILE, Sink.PIPE, somebody=somebody, fails=errno.ENOSPC)
    with pytest.raises(CannotWrite, match=f"standard output: {FULL}"):
        it.run(Request(answers_file()))
    assert (guide.plan.title in it.screen) is somebody
    assert it.errors == ""
