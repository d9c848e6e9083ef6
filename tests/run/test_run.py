"""Whole runs by values: scripted answers on stated streams, from the request to the last file."""

import errno
import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from distancecli.asking.page import Act, Page, Reply
from distancecli.errors import CannotWrite, Refused
from distancecli.guide.model import Guide
from distancecli.interview import plan as planning
from distancecli.interview.plan import Plan, make_plan
from distancecli.rendering.formats import Format
from distancecli.run.request import Request
from distancecli.system.console import Sink, Streams
from distancecli.system.streams import CLOSED, ReaderGone
from distancecli.system.terminal import CLEAR
from tests.support.built_in import GUIDE
from tests.support.off_record import OFF_RECORD, ONE_FOR_EACH_PAGE, ends_at_once
from tests.support.sampling import one_plain
from tests.support.scripted_asker import Script, leave
from tests.support.sound_guide import sound_text
from tests.support.stated_run import CALM, StatedRun, answers_file

ELSEWHERE: Final = [Sink.FILE, Sink.PIPE, Sink.DEVICE]
ASKED: Final = ["how_long", "safety", "told", "talk", "time", "in_way", "cause", "habits", "now"]
"""The questions that a calm reader is asked."""


pytestmark = pytest.mark.usefixtures("folder")


def calm_but(question: str, code: str) -> Script:
    """The calm reader with another answer, to the plan or to the page that leaves no plan."""
    script = list(CALM)
    script[ASKED.index(question) + 1] = {code}
    if ends_at_once(question, code):
        return [*script[: ASKED.index(question) + 2], Act.ALL, Act.LEAVE]
    return [*script[:-1], *after(question, code), Act.GO_ON]


def after(question: str, code: str) -> Script:
    """What follows an answer that is off record: a country, and a notice where there is one."""
    return [Act.ALL, Act.GO_ON] if (question, code) == ("now", "self_harm") else []


def notices(question: str) -> Script:
    """What is shown before the plan after an answer to the safety question."""
    return [Act.GO_ON] if question == "safety" else []


def country(question: str, code: str) -> Script:
    """The country, which is asked for before the plan where none was asked for yet."""
    return [] if after(question, code) else [Act.ALL]


@pytest.mark.parametrize("act", [Act.FINISH, Act.CLEAR])
def test_a_calm_reader_has_the_plan_on_a_page(guide: Guide, act: Act) -> None:
    """Nothing is said of files; finishing prints the plan below the pages, clearing does not."""
    it = StatedRun()
    assert it.run(Request(), [*CALM, act])
    page = it.askers.asker.pages[-1]
    assert page.drawn
    assert guide.labels.start_here in page.drawn.heard(80)
    assert (guide.plan.title in it.screen) is (act is Act.FINISH)
    assert it.said == []


@pytest.mark.parametrize("output", ELSEWHERE)
def test_a_redirected_plan_is_text_and_has_no_menu(guide: Guide, output: Sink) -> None:
    """Standard output has the plan alone; the terminal has a word at the most that it is there."""
    it = StatedRun(output)
    assert it.run(Request(), CALM)
    assert it.output.startswith(f"{guide.plan.title}\n====")
    assert it.raw.rstrip("\n") == (guide.labels.redirected if output is Sink.FILE else "")
    assert bool(it.raw) is (output is Sink.FILE)
    assert it.askers.asker.pages[-1].heading == guide.labels.check_title


@pytest.mark.parametrize("plain", [False, True])
def test_what_is_asked_below_a_plan_stands_apart(guide: Guide, folder: Path, plain: bool) -> None:
    """By one empty line, where pages are drawn; a file that was asked for is told of there."""
    it = StatedRun()
    request = Request(form=Format.MARKDOWN, plain=plain, save_answers="mine.yaml")
    assert it.run(request, [*CALM, Act.FINISH])
    assert Act.FINISH in it.askers.asker.pages[-1].keys
    shown = it.raw
    assert len(shown) - len(shown.rstrip("\n")) == (1 if plain else 2)
    assert guide.plan.title in shown
    (said,) = it.said
    assert said.startswith(guide.labels.kept_answers.format(file="mine.yaml"))
    assert (folder / "mine.yaml").exists()


def test_a_plan_that_nobody_was_asked_for_goes_into_a_file_without_a_word(guide: Guide) -> None:
    """`--answers FILE > plan.txt` is as quiet as other tools."""
    it = StatedRun(Sink.FILE)
    assert it.run(Request(answers=answers_file()))
    assert guide.plan.title in it.output
    assert it.screen == ""


def test_the_plan_is_made_once_for_each_set_of_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is shown, written and read again before an answer is changed."""
    made: list[Plan] = []

    def noted(*given: Any) -> Plan:
        made.append(make_plan(*given))
        return made[-1]

    monkeypatch.setattr(planning, "make_plan", noted)
    files = Request(output="plan.md", save_answers="mine.yaml")
    script: Script = [*CALM, "make-time", Act.LEAVE, Act.COPY, "a.txt", Act.CHANGE]
    assert StatedRun().run(files, [*script, "how_long", "gt2y", Act.GO_ON, Act.FINISH])
    assert len(made) == 2


# --- A pipe that nobody reads --------------------------------------------------------------------


def test_a_plan_that_was_asked_for_is_shown_where_nobody_reads_the_pipe(
    guide: Guide, folder: Path
) -> None:
    """`| lpr` without a printer: no ten answers for nothing; a file asked for is there too."""
    it = StatedRun(Sink.PIPE, fails=errno.EPIPE)
    with pytest.raises(CannotWrite) as told:
        it.run(Request(output="plan.txt"), CALM)
    assert str(told.value) == guide.labels.pipe_gone
    assert guide.plan.title in it.screen
    assert (folder / "plan.txt").exists()


@pytest.mark.parametrize("somebody", [True, False])
def test_a_plan_from_a_file_is_quiet_where_nobody_reads_the_pipe(somebody: bool) -> None:
    """As other tools: nobody has answered anything, and the exit code says it."""
    it = StatedRun(Sink.PIPE, fails=errno.EPIPE, somebody=somebody)
    with pytest.raises(ReaderGone) as ended:
        it.run(Request(answers=answers_file()))
    assert ended.value.code == 128 + signal.SIGPIPE
    assert it.screen == ""


@pytest.mark.parametrize(("question", "code"), ONE_FOR_EACH_PAGE)
def test_off_record_a_pipe_that_nobody_reads_makes_no_difference(question: str, code: str) -> None:
    """Nothing is for the pipe, so that nothing of it can fail: the page is on the terminal."""
    script = calm_but(question, code)
    if not ends_at_once(question, code):
        script = [*script, *country(question, code), *notices(question), Act.FINISH]
    read, unread = StatedRun(Sink.PIPE), StatedRun(Sink.PIPE, fails=errno.EPIPE)
    assert read.run(Request(), script)
    assert unread.run(Request(), script)
    assert unread.screen == read.screen
    assert read.output == ""


# --- Off record ----------------------------------------------------------------------------------


@pytest.mark.parametrize("output", [Sink.TERMINAL, *ELSEWHERE])
@pytest.mark.parametrize("errors", one_plain(list(Sink)[1:], 2))
@pytest.mark.parametrize(("question", "code"), ONE_FOR_EACH_PAGE)
def test_off_record_answers_from_a_file_are_for_the_person_at_the_terminal(
    guide: Guide, folder: Path, output: Sink, errors: Sink, question: str, code: str
) -> None:
    """Wherever the streams lead: neither they nor the files asked for have any of it."""
    answers = answers_file(**{question: code})
    files = Request(answers, output="plan.txt", save_answers="mine.yaml", force=True)
    it = StatedRun(output, errors)
    assert it.run(files, [Act.LEAVE])
    if output is not Sink.TERMINAL:
        assert it.output == ""
    assert it.errors == ""
    last = [passage.text for page in it.askers.asker.pages for passage in page.text[-1:]]
    assert guide.labels.off_record in (*last, it.screen[-len(guide.labels.off_record) :])
    assert [path.name for path in folder.iterdir()] == ["answers.yaml"]


def test_an_ending_that_nobody_was_asked_for_takes_a_key_at_once(guide: Guide) -> None:
    """What was typed before its page is there is dropped when it is drawn, and never after."""
    it = StatedRun()
    assert it.run(Request(answers_file(safety="afraid")), [Act.LEAVE])
    (first,), (page,) = it.askers.screens, it.askers.asker.pages
    assert (first.unhurried, page.unhurried) == (True, False)
    assert first.heading == page.heading == guide.endings[0].title


@pytest.mark.parametrize(("question", "code"), OFF_RECORD)
def test_an_interview_off_record_reaches_no_file(
    guide: Guide, folder: Path, question: str, code: str
) -> None:
    """With files asked for, none is there, it is said, and no copy is offered."""
    script = calm_but(question, code)
    if not ends_at_once(question, code):
        script = [*script, *country(question, code), *notices(question), Act.FINISH]
    files = Request(output="plan.txt", save_answers="mine.yaml")
    it = StatedRun()
    assert it.run(files, script)
    pages = it.askers.asker.pages
    shown = " ".join(passage.text for page in pages for passage in page.text)
    assert guide.labels.off_record in shown + it.screen
    assert Act.COPY not in {choice.key for choice in pages[-1].choices}
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("question", "code"), ONE_FOR_EACH_PAGE)
def test_a_change_off_record_takes_every_file_of_the_run_away(
    folder: Path, question: str, code: str
) -> None:
    """Those that were kept; those asked for are not written, another file stays, and it is said."""
    (folder / "theirs.txt").write_text("theirs")
    files = Request(output="plan.txt")
    changed: Script = [question, {code}, *after(question, code)]
    to_plan: Script = [Act.GO_ON, *country(question, code), *notices(question), Act.FINISH]
    last = [Act.ALL, Act.LEAVE] if ends_at_once(question, code) else to_plan
    it = StatedRun()
    keep: Script = [Act.COPY, "notes.txt", Act.ANSWERS, "n.yaml"]
    assert it.run(files, [*CALM, *keep, Act.CHANGE, *changed, *last])
    assert [path.name for path in folder.iterdir()] == ["theirs.txt"]
    pages = it.askers.asker.pages
    shown = " ".join(passage.text for page in pages for passage in page.text) + it.screen
    drawn = pages[-1].drawn
    shown += drawn.heard(200) if drawn else ""
    for name in ("notes.txt", "n.yaml"):
        assert name in shown


@pytest.mark.parametrize("form", [None, Format.JSON])
@pytest.mark.parametrize("leaving", [leave, Act.LEAVE])
def test_whoever_leaves_a_change_off_record_leaves_a_clear_screen_and_no_file(
    guide: Guide, folder: Path, leaving: str | Callable[[Page], Reply], form: Format | None
) -> None:
    """A plan written out before is cleared, and one line says which files are gone, and not why."""
    it = StatedRun()
    keep: Script = [Act.COPY, "notes.txt", Act.FINISH]
    script: Script = [*CALM, *keep, Act.CHANGE, "now", {"self_harm"}, Act.ALL, leaving]
    files = Request(form=form)
    if leaving is leave:
        with pytest.raises(KeyboardInterrupt):
            it.run(files, script)
    else:
        assert it.run(files, script)
    cleared = CLEAR if form else ""
    said = guide.labels.removed_again.format(files="notes.txt")
    assert it.screen.endswith(cleared + said)
    assert form or it.screen == said
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("form", [None, Format.JSON])
def test_in_plain_lines_nothing_is_cleared_and_that_is_said(
    guide: Guide, folder: Path, form: Format | None
) -> None:
    """Below the line that was being typed: which files are gone, and that the lines stay."""
    it = StatedRun()
    keep: Script = [Act.COPY, "notes.txt", Act.FINISH]
    script: Script = [*CALM, *keep, Act.CHANGE, "now", {"self_harm"}, Act.ALL, leave]
    with pytest.raises(KeyboardInterrupt):
        it.run(Request(form=form, plain=True), script)
    gone = guide.labels.removed_again.format(files="notes.txt")
    assert it.raw.endswith("\n")
    assert CLEAR not in it.raw
    assert it.screen.endswith(f"{gone} {guide.labels.plain_stays}")
    assert form or it.raw.startswith(f"\n{gone}"[:20])
    assert list(folder.iterdir()) == []


def test_a_change_that_is_taken_back_is_not_cleared_but_its_files_are_gone(
    guide: Guide, folder: Path
) -> None:
    """Whoever then leaves is told of the files alone."""
    it = StatedRun()
    off: Script = [Act.CHANGE, "now", {"self_harm"}, Act.ALL, Act.GO_ON, Act.GO_ON]
    on: Script = [Act.CHANGE, "now", {"none"}, Act.GO_ON]
    with pytest.raises(KeyboardInterrupt):
        it.run(Request(), [*CALM, Act.COPY, "notes.txt", Act.FINISH, *off, *on, leave])
    assert it.screen == guide.labels.removed_again.format(files="notes.txt")
    assert list(folder.iterdir()) == []


def test_a_script_without_any_terminal_has_an_off_record_page_on_its_output(guide: Guide) -> None:
    """There is nobody else to show it to; the word on files is on standard error, if no file."""
    answers = answers_file(safety="afraid")
    for errors, said in ((Sink.PIPE, f"{guide.labels.off_record}\n"), (Sink.FILE, "")):
        it = StatedRun(Sink.PIPE, errors, somebody=False)
        assert it.run(Request(answers=answers, output="plan.txt"))
        assert it.output.startswith(guide.endings[0].title)
        assert it.errors == said


# --- For the screen alone ------------------------------------------------------------------------


@pytest.mark.parametrize("output", [*ELSEWHERE, Sink.TERMINAL])
@pytest.mark.parametrize("somebody", [False, True])
@pytest.mark.parametrize("form", one_plain([None, *Format], 2))
def test_a_notice_for_the_screen_alone_goes_nowhere_else(
    guide: Guide, output: Sink, somebody: bool, form: Format | None
) -> None:
    """Not through a pipe either, which `tee` and every shell can put into a file."""
    (notice,) = [each for each in guide.notices if each.screen_only]
    if output is Sink.TERMINAL and not somebody:
        return
    it = StatedRun(output, Sink.PIPE, somebody=somebody)
    answers = answers_file(safety="skipped")
    assert it.run(Request(answers=answers, form=form))
    if output is Sink.TERMINAL:
        assert notice.title in it.screen
    else:
        assert notice.title not in it.output
        assert guide.plan.title in it.output or json.loads(it.output)["notices"] == []


# --- Files ---------------------------------------------------------------------------------------


def test_files_hold_the_plan_and_the_answers_and_it_is_said(guide: Guide) -> None:
    """Below the plan, one line each; the answers without the private ones."""
    plan, mine = Path("plan.txt"), Path("mine.yaml")
    it = StatedRun()
    assert it.run(Request(output=str(plan), save_answers=str(mine)), [*CALM, Act.FINISH])
    labels = guide.labels
    answers = f"{labels.kept_answers} {labels.kept_come_back}".format(file=mine)
    assert it.said == [labels.kept.format(file=plan), answers]
    assert plan.read_text().startswith(guide.plan.title)
    assert "how_long: lt3m" in mine.read_text()
    assert "safety" not in mine.read_text()


def test_an_older_file_is_asked_about_unless_force_says_what_to_do(
    guide: Guide, folder: Path
) -> None:
    """It is replaced, or left for another name; without a reader to ask, it stays."""
    plan = folder / "plan.txt"
    plan.write_text("mine")
    request = Request(output=str(plan))
    other: Script = [Act.OTHER, "other.txt"]
    assert StatedRun().run(request, [*CALM, Act.FINISH, *other])
    assert plan.read_text() == "mine"
    assert StatedRun().run(request, [*CALM, Act.FINISH, Act.REPLACE])
    assert plan.read_text() == (folder / "other.txt").read_text()
    unasked = Request(answers=answers_file(), output=str(plan))
    it = StatedRun(Sink.PIPE)
    with pytest.raises(CannotWrite, match="there already"):
        it.run(unasked)
    assert guide.plan.title in it.output
    assert plan.read_text() != it.output


def test_a_file_that_cannot_be_written_after_all_is_missing_in_the_end(
    guide: Guide, folder: Path
) -> None:
    """The plan is shown, a line says why, and the run does not say that all is there."""
    inner = folder / "inner"
    inner.mkdir()

    def vanish(_page: Page) -> Reply:
        inner.rmdir()
        return frozenset({Act.GO_ON})

    it = StatedRun()
    script: Script = [*list(CALM)[:-1], vanish, Act.FINISH]
    assert not it.run(Request(output="inner/plan.txt"), script)
    assert guide.plan.title in it.screen
    assert len(it.said) == 1


def test_an_ending_that_is_no_secret_has_the_files_asked_for() -> None:
    """Its page says where they are; what is off record is what keeps a file back, no ending."""
    Path("guide.yaml").write_text(sound_text(), encoding="utf-8")
    asked = Request(guide_file="guide.yaml", output="plan.txt")
    it = StatedRun()
    assert it.run(asked, [Act.GO_ON, "stop", Act.LEAVE])
    page = it.askers.asker.pages[-1]
    assert page.text[-1].text == GUIDE.labels.kept.format(file="plan.txt")
    unasked = Request(answers_file_of("mood: stop\n"), guide_file="guide.yaml")
    shown = StatedRun(Sink.PIPE)
    assert shown.run(unasked)
    assert Path("plan.txt").read_text() == shown.output


def answers_file_of(text: str) -> str:
    """A file with those answers and no others."""
    Path("these.yaml").write_text(text)
    return "these.yaml"


def test_an_ending_says_of_a_file_that_it_could_not_be_written(folder: Path) -> None:
    """On its page, and the run does not say that all is there."""
    Path("guide.yaml").write_text(sound_text(), encoding="utf-8")
    (folder / "inner").mkdir()

    def vanish(_page: Page) -> Reply:
        (folder / "inner").rmdir()
        return frozenset({"stop"})

    it = StatedRun()
    asked = Request(guide_file="guide.yaml", output="inner/plan.txt", save_answers="mine.yaml")
    assert not it.run(asked, [Act.GO_ON, vanish, Act.LEAVE])
    labels, page = GUIDE.labels, it.askers.asker.pages[-1]
    why = labels.not_kept.format(file="inner/plan.txt", reason=labels.file_no_folder)
    assert page.text[-2].text == why
    assert page.text[-1].text.startswith(labels.kept_answers.format(file="mine.yaml"))


def test_below_a_plan_it_is_said_which_files_a_change_left_behind(
    guide: Guide, folder: Path
) -> None:
    """While they may stay; off record they are gone, and no copy is offered."""
    it = StatedRun()
    keep: Script = [Act.COPY, "notes.txt", Act.FINISH]
    on: Script = [Act.CHANGE, "how_long", "gt2y", Act.GO_ON]
    off: Script = [Act.CHANGE, "now", {"self_harm"}, Act.ALL, Act.GO_ON, Act.GO_ON]
    assert it.run(Request(form=Format.JSON), [*CALM, *keep, *on, *off, Act.FINISH])
    kept, earlier = (label.format(file="notes.txt") for label in (
        guide.labels.kept, guide.labels.kept_earlier))  # fmt: skip
    assert it.said == [kept, earlier]
    menus = [page for page in it.askers.asker.pages if Act.FINISH in page.keys]
    assert [Act.COPY in menu.keys for menu in menus[-3:]] == [True, True, False]
    assert guide.labels.off_record_removed.format(file="notes.txt") in it.screen
    assert list(folder.iterdir()) == []


# --- Nobody to ask -------------------------------------------------------------------------------


NOBODY: Final = Streams(Sink.TERMINAL, Sink.TERMINAL, True, False)
AGAIN: Final = Request(again="mine.yaml")


@pytest.mark.parametrize(
    ("request_", "streams", "error", "said"),
    [
        (Request(), Streams(Sink.CLOSED, Sink.TERMINAL, True, True), CannotWrite, CLOSED),
        (AGAIN, Streams(Sink.CLOSED, Sink.TERMINAL, True, True), CannotWrite, CLOSED),
        (
            Request(),
            Streams(Sink.PIPE, Sink.PIPE, False, False),
            Refused,
            GUIDE.labels.no_terminal,
        ),
        (Request(), NOBODY, Refused, GUIDE.labels.no_terminal),
        (AGAIN, NOBODY, Refused, GUIDE.labels.again_no_terminal),
        (Request("mine.yaml", ask=True), NOBODY, Refused, GUIDE.labels.no_terminal),
        (
            Request(),
            Streams(Sink.TERMINAL, Sink.TERMINAL, True, True, True),
            Refused,
            GUIDE.labels.in_background,
        ),
    ],
)
def test_nothing_is_asked_where_nobody_can_answer(
    request_: Request, streams: Streams, error: type[Exception], said: str
) -> None:
    """One line says why and what to do instead; no page is shown, and no file is looked for."""
    it = StatedRun()
    it.streams = streams
    with pytest.raises(error) as refused:
        it.run(request_)
    assert str(refused.value) == said
    assert it.askers.screens == []
