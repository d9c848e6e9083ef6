"""The files of one run: what is said of them, and that none stays off record."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from distancecli.interview.plan import Reader
from distancecli.interview.start import Chosen
from distancecli.rendering.formats import Format
from distancecli.run import copies as copying
from distancecli.run.copies import Copies, reason_of
from distancecli.run.copy import answers_copy, plan_copy
from distancecli.run.request import Request
from distancecli.system.files import NotWritten, Obstacle, remove
from tests.support.built_in import GUIDE
from tests.support.stated_run import DAY


def test_a_file_that_cannot_be_removed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever leaves is told which files are gone, and which is still there."""
    given = Reader(GUIDE, {})
    names = [str(tmp_path / name) for name in ("plan.txt", "mine.yaml", "notes.txt")]
    copies = Copies(GUIDE.labels, DAY)
    for name in names:
        assert copies.write(plan_copy(GUIDE.labels, name, DAY), given) is None
    stubborn = tmp_path / "mine.yaml"
    monkeypatch.setattr(copying, "remove", lambda it: it.path != stubborn and remove(it))
    copies.take_away()
    assert copies.lines_removed() == (
        GUIDE.labels.removed_again.format(files=f"{names[0]}, {names[2]}"),
        GUIDE.labels.off_record_stays.format(file=names[1]),
    )
    assert list(tmp_path.iterdir()) == [stubborn]
    # Once is enough, also where that file has what no one is shown any more.
    changed = Reader(GUIDE, {"how_long": frozenset({"gt2y"})})
    assert copies.lines_after_change(changed) == copies.lines_removed()


def test_a_file_that_is_written_again_is_not_said_to_be_gone(tmp_path: Path) -> None:
    """Once a change is taken back, a copy may have the name of one that was taken away."""
    given, labels = Reader(GUIDE, {}), GUIDE.labels
    copies, names = Copies(labels, DAY), [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    for name in names:
        assert copies.write(plan_copy(labels, name, DAY), given) is None
    copies.take_away()
    assert copies.write(plan_copy(labels, names[0], DAY), given) is None
    assert copies.lines_removed() == (labels.removed_again.format(files=names[1]),)


def test_a_file_in_a_folder_that_does_not_tell_is_said_to_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can know whether a file is gone, nobody is told that it is, and it is named."""
    name = str(tmp_path / "plan.txt")
    copies = Copies(GUIDE.labels, DAY)
    assert copies.write(plan_copy(GUIDE.labels, name, DAY), Reader(GUIDE, {})) is None

    def refuse(_path: Path) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(Path, "lstat", refuse)
    copies.take_away()
    assert copies.lines_removed() == (GUIDE.labels.off_record_stays.format(file=name),)


def test_each_file_that_is_as_it_was_is_named_by_what_it_holds(tmp_path: Path) -> None:
    """The plan and the answers, but neither one that is gone nor one that a change leaves alike."""
    guide = GUIDE
    labels = guide.labels
    plan, answers, gone = (str(tmp_path / name) for name in ("plan.md", "mine.yaml", "gone.txt"))
    before = Reader(guide, {"how_long": frozenset({"lt3m"})})
    copies = Copies(labels, DAY)
    for name in (plan, gone):
        assert copies.write(plan_copy(labels, name, DAY), before) is None
    assert copies.write(answers_copy(labels, answers), before) is None
    Path(gone).unlink()
    assert copies.lines_after_change(before) == ()
    assert copies.lines_after_change(Reader(guide, {"how_long": frozenset({"gt2y"})})) == (
        labels.kept_earlier.format(file=plan),
        labels.kept_answers_earlier.format(file=answers),
    )


def test_a_file_of_ones_own_is_written_anew_without_asking(tmp_path: Path) -> None:
    """Under its own name; another one may be somebody else's, and so may that one by now."""
    guide = GUIDE
    before, after = (Reader(guide, {"how_long": frozenset({code})}) for code in ("lt3m", "gt2y"))
    path, other = tmp_path / "plan.md", tmp_path / "other.md"
    other.write_text("theirs")
    copies, copy = Copies(guide.labels, DAY), answers_copy(guide.labels, str(path))
    assert copies.write(copy, before) is None
    first = path.read_text()
    assert copies.write(copy, after) is None
    assert path.read_text() != first
    copy.name = str(other)
    assert copies.write(copy, after) == NotWritten(Obstacle.EXISTS)
    copy.name = str(path)
    other.replace(path)
    assert copies.write(copy, after) == NotWritten(Obstacle.EXISTS)
    assert path.read_text() == "theirs"
    assert copies.write(copy, after, replace=True) is None


def test_the_name_of_the_last_time_is_suggested_for_answers_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While nobody has written to it since; everything else gets a name that is free."""
    monkeypatch.chdir(tmp_path)
    path, labels = tmp_path / "last.yaml", GUIDE.labels
    path.write_text("told: open\n")
    (tmp_path / labels.answers_suggestion).write_text("theirs")
    (tmp_path / "named.yaml").write_text("theirs")
    copies = Copies.asked_for_by(Request(again="last.yaml"), labels, DAY)
    again: list[str] = []
    for earlier in ("told: open\n", "told: shut, as somebody says\n"):
        path.write_text(earlier) if earlier != path.read_text() else None
        again.append(copies.name_for(answers_copy(labels, "")))
        assert copies.name_for(answers_copy(labels, "named.yaml")) == "named-2.yaml"
        assert copies.name_for(plan_copy(labels, "", DAY)) == labels.keep_suggestion
    assert again == ["last.yaml", "mine-2.yaml"]
    first_time = Copies.asked_for_by(Request(), labels, DAY)
    assert first_time.name_for(answers_copy(labels, "")) == "mine-2.yaml"


@pytest.mark.parametrize(
    ("name", "is_renewed"), [("last.yaml", True), ("./last.yaml", True), ("theirs.yaml", False)]
)
def test_only_the_answers_of_the_last_time_are_renewed_without_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_renewed: bool
) -> None:
    """Nor by a plan, on a first visit, after somebody wrote to it, or where it is to stay."""
    monkeypatch.chdir(tmp_path)
    labels, reader = GUIDE.labels, Reader(GUIDE, {"told": frozenset({"open"})})
    exists = NotWritten(Obstacle.EXISTS)
    for path in ("last.yaml", "theirs.yaml"):
        (tmp_path / path).write_text("told: shut\n")
    back = Copies.asked_for_by(Request(again="last.yaml"), labels, DAY)
    first_time = Copies.asked_for_by(Request(), labels, DAY)
    assert first_time.write(answers_copy(labels, name), reader) == exists
    assert back.write(plan_copy(labels, name, DAY), reader) == exists
    assert back.write(answers_copy(labels, name), reader) == (None if is_renewed else exists)
    told = labels.again_stays.format(file="last.yaml")
    assert back.lines_earlier() == (() if is_renewed else (told,))
    assert first_time.lines_earlier() == ()
    (tmp_path / "last.yaml").write_text("told: hinted, as somebody says\n")
    changed = Copies.asked_for_by(Request(again="last.yaml"), labels, DAY)
    (tmp_path / "last.yaml").write_text("told: by somebody else\n")
    assert changed.write(answers_copy(labels, name), reader) == exists
    (tmp_path / "last.yaml").chmod(0o400)
    locked = Copies.asked_for_by(Request(again="last.yaml"), labels, DAY)
    assert locked.write(answers_copy(labels, name), reader) == exists


def test_the_file_of_an_answer_is_there_once_it_is_written_or_asked_for(tmp_path: Path) -> None:
    """And has the answers as they are now: then nobody is asked about them."""
    before, after = (Reader(GUIDE, {"how_long": frozenset({code})}) for code in ("lt3m", "gt2y"))
    copies, name = Copies(GUIDE.labels, DAY), str(tmp_path / "a.yaml")
    assert not copies.has_answers(before)
    assert copies.write(plan_copy(GUIDE.labels, str(tmp_path / "p.txt"), DAY), before) is None
    assert not copies.has_answers(before)
    assert copies.write(answers_copy(GUIDE.labels, name), before) is None
    assert (copies.has_answers(before), copies.has_answers(after)) == (True, False)
    Path(name).unlink()
    assert not copies.has_answers(before)
    for request, has in ((Request(save_answers=name), True), (Request(output=name), False)):
        assert Copies.asked_for_by(request, GUIDE.labels, DAY).has_answers(after) is has


def test_what_is_said_of_a_file_names_what_is_not_in_it(tmp_path: Path) -> None:
    """That it has no start, where it would tell too much, and how to come back with it."""
    labels = GUIDE.labels
    told = {"now": frozenset({"low"})}
    for chosen, words in (
        (None, ()),
        (Chosen("get-help", None, "doctor"), (labels.kept_no_start,)),
        (Chosen("say-it", None, "ten-minutes"), ()),
    ):
        copies = Copies(labels, DAY, force=True)
        copy = answers_copy(labels, str(tmp_path / "mine.yaml"))
        assert copies.write(copy, Reader(GUIDE, told, chosen=chosen), replace=True) is None
        said = (labels.kept_answers, *words, labels.kept_come_back)
        assert copies.line_on(copy, None) == " ".join(said).format(file=copy.name)
        plan = plan_copy(labels, str(tmp_path / "plan.txt"), DAY)
        assert copies.write(plan, Reader(GUIDE, told, chosen=chosen), replace=True) is None
        assert copies.line_on(plan, None) == labels.kept.format(file=plan.name)


@pytest.mark.parametrize(
    ("name", "shown"), [("", '""'), ("new/", "new/"), ("a\nb\x1b", "a\\nb\\x1b")]
)
def test_a_name_that_will_not_do_is_shown_whatever_it_is(name: str, shown: str) -> None:
    """On one line and in letters that can be seen; where there is none, in quotes."""
    labels, copy = GUIDE.labels, plan_copy(GUIDE.labels, name, DAY)
    why = copy.obstacle()
    assert why
    told = labels.not_kept.format(file=shown, reason=reason_of(labels, why))
    assert Copies(labels, DAY).line_on(copy, why) == told


@pytest.mark.parametrize(
    ("name", "form", "start"),
    [
        ("plan.md", None, "# "),
        ("plan.md", Format.JSON, "{"),
        ("plan.json", None, "{"),
        ("plan.json", Format.MARKDOWN, "# "),
    ],
)
def test_the_form_that_is_asked_for_goes_before_that_of_the_name(
    name: str, form: Format | None, start: str
) -> None:
    """Which decides where none is."""
    copy = plan_copy(GUIDE.labels, name, DAY, form)
    assert copy.text(Reader(GUIDE, {}), name).startswith(start)


@pytest.mark.skipif(sys.platform == "win32", reason="no name there has a line end")
def test_a_file_of_the_last_time_is_named_on_one_line(folder: Path) -> None:
    """Whatever its name is, nothing in it passes for words of the program's own."""
    (folder / "mine\nAll is gone.").write_text("told: open\n")
    copies = Copies.asked_for_by(Request(again="mine\nAll is gone."), GUIDE.labels, DAY)
    told = GUIDE.labels.again_stays.format(file=r"mine\nAll is gone.")
    assert copies.lines_earlier() == (told,)
