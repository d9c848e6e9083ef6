"""The files of one run: what is said of them, and that none stays off record."""

from pathlib import Path
from typing import NoReturn

import pytest

from distancecli.interview.plan import Reader
from distancecli.run import copies as copying
from distancecli.run.copies import Copies
from distancecli.run.copy import answers_copy, plan_copy
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
