"""Files that are kept with the reader there to ask, and what a copy has on it, by values."""

import json
from pathlib import Path
from typing import Final

import pytest

from distancecli.asking.page import Act, Turn
from distancecli.errors import CannotWrite
from distancecli.guide.model import Guide
from distancecli.interview.plan import Reader
from distancecli.rendering.formats import Format
from distancecli.run.copies import Copies, reason_of
from distancecli.run.copy import plan_copy
from distancecli.run.keeping import Keeping
from distancecli.run.request import Request
from distancecli.system.console import Sink
from distancecli.system.files import NotWritten, Obstacle
from tests.support.off_record import ONE_FOR_EACH_PAGE
from tests.support.scripted_asker import Script, ScriptedAsker
from tests.support.stated_run import CALM, DAY, StatedRun, answers_file

NO_ANSWERS: Final = Act.FINISH
"""That the plan is enough, and the answers need no copy."""


pytestmark = pytest.mark.usefixtures("folder")


def refused(guide: Guide, name: str, forms: str) -> str:
    """What is said of a name that asks for a form that there is not."""
    reason = guide.labels.file_form.format(forms=forms)
    return guide.labels.not_kept.format(file=name, reason=reason)


@pytest.mark.parametrize(
    ("asked_for", "forms"),
    [
        (Request(output="x.pdf"), ".txt, .md, .html, .json"),
        (Request(output="x.pdf", form=Format.TEXT, force=True), ".txt, .md, .html, .json"),
        (Request(save_answers="x.pdf"), ".yaml"),
        (Request(save_answers="x.html"), ".yaml"),
    ],
)
def test_a_form_that_there_is_not_is_refused_before_anything_is_asked(
    guide: Guide, folder: Path, asked_for: Request, forms: str
) -> None:
    """One line names the forms that there are; nobody answers ten questions to learn of them."""
    it = StatedRun()
    with pytest.raises(CannotWrite) as told:
        it.run(asked_for)
    name = asked_for.output or asked_for.save_answers or ""
    assert str(told.value) == refused(guide, name, forms)
    assert it.askers.screens == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_whatever_stands_in_the_way_of_a_file_is_told_in_words(
    guide: Guide, obstacle: Obstacle
) -> None:
    """In those of the guide, each its own; where it is the system that refuses, in its words."""
    told = {
        each: reason_of(guide.labels, NotWritten(each, "Disk full"), [".txt", ".md"])
        for each in Obstacle
    }
    assert told[Obstacle.SYSTEM] == "Disk full"
    assert ".txt, .md" in told[Obstacle.FORM]
    assert "{" not in told[obstacle]
    assert list(told.values()).count(told[obstacle]) == 1


def test_a_copy_in_a_form_that_there_is_not_can_be_named_again(guide: Guide, folder: Path) -> None:
    """It is said at once, also of a file that is there already, and the next name is asked for."""
    (folder / "theirs.docx").write_text("theirs")
    it = StatedRun()
    names: Script = ["notes.pdf", "theirs.docx", "notes.md"]
    assert it.run(Request(), [*CALM, Act.COPY, *names, NO_ANSWERS, Act.FINISH])
    assert it.said == [
        *(refused(guide, name, ".txt, .md, .html, .json") for name in ("notes.pdf", "theirs.docx")),
        guide.labels.kept.format(file="notes.md"),
    ]
    assert (folder / "theirs.docx").read_text() == "theirs"
    assert not (folder / "notes.pdf").exists()
    first, *others = it.askers.asker.blanks
    assert first.text
    assert [blank.text for blank in others] == [(), ()]  # said once


def test_whoever_keeps_a_page_is_told_what_a_browser_remembers(guide: Guide, folder: Path) -> None:
    """Before they open it, whichever way it is kept; of no other form, and it is never opened."""
    labels = guide.labels
    it = StatedRun()
    names: Script = [Act.COPY, "page.HTM", NO_ANSWERS, Act.COPY, "notes.md", NO_ANSWERS, Act.FINISH]
    assert it.run(Request(output="notes.html"), [*CALM, *names])
    page, notes, asked_for = it.said
    assert page == f"{labels.kept.format(file='page.HTM')} {labels.kept_page}"
    assert notes == labels.kept.format(file="notes.md")
    assert asked_for == f"{labels.kept.format(file='notes.html')} {labels.kept_page}"
    for name in ("page.HTM", "notes.html"):
        assert f"<title>{labels.page_title}</title>" in (folder / name).read_text()


@pytest.mark.parametrize(("form", "is_page"), [(None, False), (Format.HTML, True)])
def test_whoever_redirects_a_page_is_told_too(
    guide: Guide, form: Format | None, is_page: bool
) -> None:
    """Where the plan is in a file of their shell, that is all that they see of it."""
    it = StatedRun(Sink.FILE)
    assert it.run(Request(form=form), list(CALM))
    assert it.output.startswith("<!doctype html>") is is_page
    told = [guide.labels.redirected, *[guide.labels.kept_page] * is_page]
    assert it.screen == " ".join(told)


def test_a_copy_says_on_which_day_it_was_made(guide: Guide, folder: Path) -> None:
    """In its last line, whichever way it is kept, and as JSON in a field; the terminal does not."""
    made = guide.labels.made.format(day=DAY)
    it = StatedRun()
    names: Script = [
        Act.COPY,
        "notes.md",
        NO_ANSWERS,
        Act.COPY,
        "notes.json",
        NO_ANSWERS,
        Act.FINISH,
    ]
    assert it.run(Request(output="plan.txt"), [*CALM, *names])
    for name in ("plan.txt", "notes.md"):
        assert (folder / name).read_text().rstrip("\n").endswith(f"\n\n{made}")
    assert json.loads((folder / "notes.json").read_text())["made"] == DAY
    assert guide.plan.title in it.screen
    assert DAY not in it.screen


@pytest.mark.parametrize("output", [Sink.TERMINAL, Sink.FILE, Sink.PIPE])
def test_standard_output_has_the_day_where_it_is_no_terminal(
    guide: Guide, folder: Path, output: Sink
) -> None:
    """A file behind `>` and what is printed through a pipe are copies too."""
    kept = output is not Sink.TERMINAL
    in_text, in_json = StatedRun(output), StatedRun(output)
    assert in_text.run(Request(answers=answers_file()))
    assert in_json.run(Request(answers=answers_file(), form=Format.JSON))
    if kept:
        assert in_text.output.endswith(f"\n\n{guide.labels.made.format(day=DAY)}\n")
        assert json.loads(in_json.output)["made"] == DAY
    else:
        assert DAY not in in_text.screen + in_json.screen
        assert '"made": null' in in_json.screen


@pytest.mark.parametrize(("question", "code"), ONE_FOR_EACH_PAGE)
def test_an_off_record_page_has_no_day(folder: Path, question: str, code: str) -> None:
    """It is no copy to be kept, also where a script without a terminal has it on its output."""
    it = StatedRun(Sink.PIPE, Sink.PIPE, somebody=False)
    assert it.run(Request(answers=answers_file(**{question: code})))
    assert it.output
    assert DAY not in it.output


def test_enter_keeps_a_copy_as_often_as_it_is_pressed(guide: Guide, folder: Path) -> None:
    """The name that it takes is free each time, and said with the folder that it goes into."""
    (folder / "notes-2.txt").write_text("theirs")
    it = StatedRun()
    assert it.run(Request(), [*CALM, *([Act.COPY, "", NO_ANSWERS] * 2), Act.FINISH])
    assert it.said == [guide.labels.kept.format(file=n) for n in ("notes.txt", "notes-3.txt")]
    first, second = (" ".join(blank.text) for blank in it.askers.asker.blanks)
    assert f"the folder {folder}" in first
    assert "notes.txt" in first
    assert "notes-3.txt" in second
    assert (folder / "notes-2.txt").read_text() == "theirs"


def test_the_answers_can_be_kept_beside_the_plan(guide: Guide, folder: Path) -> None:
    """As --save-answers writes them, without the private ones, under a name that is free."""
    (folder / "mine.yaml").write_text("theirs")
    it, other = StatedRun(), StatedRun()
    assert it.run(Request(), [*CALM, Act.COPY, "", Act.ANSWERS, "", Act.FINISH])
    assert other.run(Request(save_answers="saved.yaml"), [*CALM, Act.FINISH])
    labels = guide.labels
    kept, answers = labels.kept, f"{labels.kept_answers} {labels.kept_come_back}"
    assert it.said == [kept.format(file="notes.txt"), answers.format(file="mine-2.yaml")]
    assert (folder / "mine-2.yaml").read_text() == (folder / "saved.yaml").read_text()
    assert "safety" not in (folder / "mine-2.yaml").read_text()
    assert (folder / "mine.yaml").read_text() == "theirs"
    assert [blank.text[0] for blank in it.askers.asker.blanks] == [
        labels.keep_title,
        labels.answers_yes,
    ]


@pytest.mark.parametrize("turning", [NO_ANSWERS, Turn.BACK])
def test_the_plan_alone_is_kept_where_that_is_enough(folder: Path, turning: Act | Turn) -> None:
    """Who says so, or turns back, is at the menu again, and no answer is in any file."""
    it = StatedRun()
    assert it.run(Request(), [*CALM, Act.COPY, "", turning, Act.FINISH])
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_nobody_is_asked_about_answers_without_a_need(guide: Guide, folder: Path) -> None:
    """Not where the plan has no copy after all, nor where they are in a file of the run already."""
    it = StatedRun()
    script: Script = [Act.COPY, Turn.BACK, Act.COPY, "", Act.ANSWERS, "", Act.COPY, ""]
    assert it.run(Request(), [*CALM, *script, Act.FINISH])
    asked = it.askers.asker.headings.count(guide.labels.answers_title)
    assert asked == 1
    assert sorted(path.name for path in folder.iterdir()) == [
        *("mine.yaml", "notes-2.txt", "notes.txt"),
    ]
    assert StatedRun().run(Request(save_answers="a.yaml"), [*CALM, Act.COPY, "", Act.FINISH])


def test_answers_that_a_change_left_behind_are_asked_about_again(
    guide: Guide, folder: Path
) -> None:
    """Those in the file are the earlier ones, which is said; the next copy can have these."""
    it = StatedRun()
    keep: Script = [Act.COPY, "", Act.ANSWERS, ""]
    change: Script = [Act.CHANGE, "how_long", "gt2y", Act.GO_ON]
    assert it.run(Request(), [*CALM, *keep, *change, *keep, Act.FINISH])
    earlier = guide.labels.kept_answers_earlier.format(file="mine.yaml")
    assert any(earlier in page.said for page in it.askers.asker.pages)
    assert "how_long: lt3m" in (folder / "mine.yaml").read_text()
    assert "how_long: gt2y" in (folder / "mine-2.yaml").read_text()


def test_answers_kept_below_the_plan_go_with_it_off_record(folder: Path) -> None:
    """A change off record takes away every file of the run, however it came to be."""
    it = StatedRun()
    keep: Script = [Act.COPY, "", Act.ANSWERS, ""]
    change: Script = [Act.CHANGE, "now", {"self_harm"}, Act.ALL, Act.GO_ON, Act.GO_ON, Act.FINISH]
    assert it.run(Request(), [*CALM, *keep, *change])
    assert list(folder.iterdir()) == []


def test_another_name_for_a_file_asked_for_is_suggested_after_its_own(folder: Path) -> None:
    """Beside the older file, in its form: a copy of answers is suggested no name of a plan."""
    (folder / "theirs.md").write_text("theirs")
    (folder / "mine.yaml").write_text("older")
    files = Request(output="theirs.md", save_answers="mine.yaml")
    assert StatedRun().run(files, [*CALM, Act.FINISH, Act.OTHER, "", Act.OTHER, ""])
    assert (folder / "theirs-2.md").read_text().startswith("# ")
    assert "how_long: lt3m" in (folder / "mine-2.yaml").read_text()
    assert (folder / "theirs.md").read_text() == "theirs"


@pytest.mark.parametrize("is_quiet", [False, True])
def test_why_a_file_is_not_written_is_said_to_whoever_wants_no_word(
    guide: Guide, folder: Path, is_quiet: bool
) -> None:
    """Only that one is written goes without saying."""
    names = (str(folder / "notes.txt"), str(folder / "missing" / "notes.txt"))
    copies = Copies(guide.labels, DAY, tuple(plan_copy(guide.labels, name, DAY) for name in names))
    asker = ScriptedAsker([])
    assert not Keeping(asker, copies, Reader(guide, {}), is_quiet).write_asked_for()
    kept = guide.labels.kept.format(file=names[0])
    why = guide.labels.not_kept.format(file=names[1], reason=guide.labels.file_no_folder)
    assert asker.said == ([why] if is_quiet else [kept, why])


@pytest.mark.parametrize(
    ("script", "names", "is_replaced"),
    [
        ([Turn.BACK], [], False),
        ([Act.OTHER, Turn.BACK], [], False),
        ([Act.OTHER, "mine.txt", NO_ANSWERS], ["mine.txt"], False),
        ([Act.OTHER, "", NO_ANSWERS], ["theirs-2.txt"], False),
        ([Act.REPLACE, NO_ANSWERS], [], True),
    ],
)
def test_a_copy_takes_the_place_of_another_file_only_where_the_reader_says_so(
    guide: Guide, folder: Path, script: Script, names: list[str], is_replaced: bool
) -> None:
    """They can let it be at any point, and then nothing is written."""
    theirs = folder / "theirs.txt"
    theirs.write_text("theirs")
    asker = ScriptedAsker(["theirs.txt", *script])
    Keeping(asker, Copies(guide.labels, DAY), Reader(guide, {})).keep_copy()
    assert (theirs.read_text() != "theirs") is is_replaced
    assert {path.name for path in folder.iterdir()} == {*names, "theirs.txt"}


@pytest.mark.parametrize("script", [[Turn.BACK], [Act.OTHER, Turn.BACK]])
def test_a_file_that_the_reader_lets_be_is_not_missing(
    guide: Guide, folder: Path, script: Script
) -> None:
    """They were asked, and want what is there."""
    (folder / "theirs.txt").write_text("theirs")
    copies = Copies(guide.labels, DAY, (plan_copy(guide.labels, "theirs.txt", DAY),))
    assert Keeping(ScriptedAsker(script), copies, Reader(guide, {})).write_asked_for()
    assert (folder / "theirs.txt").read_text() == "theirs"
