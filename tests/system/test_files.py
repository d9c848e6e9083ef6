"""Files written whole or not at all, for their owner alone, never over another one unasked."""

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

import pytest
from msgspec.structs import replace

from distancecli.system.files import (
    NotWritten,
    Obstacle,
    Written,
    as_read,
    current_folder,
    free_name,
    is_gone,
    is_same_place,
    is_still_there,
    is_unchanged,
    obstacle_to,
    remove,
    write_whole,
)
from distancecli.system.machine import machine
from tests.support.terminal_driver import ROOT, heed_signals


def failing(*_: object, **__: object) -> NoReturn:
    """What a system call does on a full disk."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def without_links(patch: pytest.MonkeyPatch) -> None:
    """A file system on which every file has one name, from the first."""
    patch.setattr(machine, "open_nameless", failing)
    patch.setattr(Path, "hardlink_to", failing)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_a_file_is_for_its_owner_alone(tmp_path: Path, mask: int) -> None:
    """Whatever the mask, the mode is 0600, also where a file that all could read is replaced."""
    path = tmp_path / "notes.txt"
    before = os.umask(mask)
    try:
        assert isinstance(write_whole(str(path), "one"), Written)
        path.chmod(0o644)
        assert isinstance(write_whole(str(path), "two", replace=True), Written)
    finally:
        os.umask(before)
    assert path.read_text() == "two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("links", [True, False])
def test_nobody_else_can_open_a_file_from_the_first_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Also where new files are open to all, and before the file has its name or its content."""
    modes: list[int] = []
    opened = os.open

    def noted(path: str, flags: int, *mode: int) -> int:
        descriptor = opened(path, flags, *mode)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor

    monkeypatch.setattr(os, "open", noted)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", failing)
    before = os.umask(0)
    try:
        assert isinstance(write_whole(str(tmp_path / "notes.txt"), "one"), Written)
    finally:
        os.umask(before)
    assert set(modes) == {0o600}


def test_the_name_of_a_file_is_safe_on_the_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is flushed before it has its name, and its folder after that, and after it went."""
    path = tmp_path / "notes.txt"
    flushed: list[tuple[str, bool]] = []
    flush = os.fsync

    def noted(descriptor: int) -> None:
        flush(descriptor)
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        flushed.append(("folder" if is_folder else "file", path.exists()))

    monkeypatch.setattr(os, "fsync", noted)
    written = write_whole(str(path), "one")
    assert isinstance(written, Written)
    assert remove(written)
    assert flushed == [("file", False), ("folder", True), ("folder", False)]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """Without a word, an older file is not touched, and nothing is left beside it."""
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    assert write_whole(str(path), "new") == NotWritten(Obstacle.EXISTS)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """What another program writes there at the last moment is kept, with links and without."""
    path = tmp_path / "notes.txt"
    flush = os.fsync

    def then_another_comes(descriptor: int) -> None:
        flush(descriptor)
        path.write_text("theirs")

    monkeypatch.setattr(os, "fsync", then_another_comes)
    if not links:
        without_links(monkeypatch)
    assert write_whole(str(path), "ours") == NotWritten(Obstacle.EXISTS)
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_system_without_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is written there too, and is whole."""
    without_links(monkeypatch)
    path = tmp_path / "notes.txt"
    assert isinstance(write_whole(str(path), "ours"), Written)
    assert path.read_text() == "ours"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("call", ["write", "fsync", "fchmod"])
@pytest.mark.parametrize("replace", [True, False])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, replace: bool
) -> None:
    """Whichever call fails: the system's reason comes back, and the older file is whole."""
    path = tmp_path / "notes.txt"
    if replace:
        path.write_text("mine")
    monkeypatch.setattr(os, call, failing)
    outcome = write_whole(str(path), "new", replace=replace)
    monkeypatch.undo()
    assert outcome == NotWritten(Obstacle.SYSTEM, "No space left on device")
    assert [each.read_text() for each in tmp_path.iterdir()] == (["mine"] if replace else [])


def test_the_name_stays_free_where_nothing_can_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without links, a name that was held is let go again when the file cannot take it."""
    without_links(monkeypatch)
    monkeypatch.setattr(Path, "replace", failing)
    assert isinstance(write_whole(str(tmp_path / "notes.txt"), "new"), NotWritten)
    assert list(tmp_path.iterdir()) == []


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a few bytes at a time gets all of them."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, bytes(data[:3])))
    path = tmp_path / "notes.txt"
    assert isinstance(write_whole(str(path), "a whole sentence"), Written)
    assert path.read_text() == "a whole sentence"


def a_folder(path: Path) -> None:
    """A folder in place of the file."""
    path.mkdir()


def a_link(path: Path) -> None:
    """A link to a file elsewhere."""
    (path.parent / "elsewhere.txt").write_text("theirs")
    path.symlink_to("elsewhere.txt")


def a_link_to_nothing(path: Path) -> None:
    """A link to a file that is not there yet."""
    path.symlink_to("elsewhere.txt")


def a_pipe(path: Path) -> None:
    """A named pipe, which would wait for ever."""
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "obstacle"),
    [
        (a_folder, Obstacle.FOLDER),
        (a_link, Obstacle.LINK),
        (a_link_to_nothing, Obstacle.LINK),
        (a_pipe, Obstacle.SPECIAL),
    ],
)
def test_only_an_ordinary_file_is_ever_replaced(
    tmp_path: Path, make: Callable[[Path], None], obstacle: Obstacle
) -> None:
    """A folder, a link and a pipe stay what they are, even where replacing is allowed."""
    path = tmp_path / "notes.txt"
    make(path)
    before = {each.name: each.lstat().st_ino for each in tmp_path.iterdir()}
    assert write_whole(str(path), "new", replace=True) == NotWritten(obstacle)
    assert {each.name: each.lstat().st_ino for each in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "obstacle"),
    [
        ("", Obstacle.FOLDER),
        (".", Obstacle.FOLDER),
        ("new/", Obstacle.FOLDER),
        ("missing/notes.txt", Obstacle.NO_FOLDER),
        ("file/notes.txt", Obstacle.NO_FOLDER),
        ("a\x1b[31mb", Obstacle.UNFIT),
        ("a\nb", Obstacle.UNFIT),
        ("/dev/null", Obstacle.SPECIAL),
        ("x" * 300, Obstacle.SYSTEM),
        ("x" * 300 + "/notes.txt", Obstacle.SYSTEM),
    ],
)
def test_what_can_be_known_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, obstacle: Obstacle
) -> None:
    """A name that cannot become a file is found out without writing anything."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    found = obstacle_to(name)
    assert found
    assert found.obstacle is obstacle
    assert write_whole(name, "new", replace=True) == found
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_tilde_is_the_readers_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`~/notes.txt` is written there; a `~` of nobody is a name like any other."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert isinstance(write_whole("~/notes.txt", "one"), Written)
    assert (tmp_path / "notes.txt").read_text() == "one"
    assert obstacle_to("~nobody-of-that-name/notes.txt") == NotWritten(Obstacle.NO_FOLDER)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    """The system's own reason comes back, before anything is asked."""
    tmp_path.chmod(0o500)
    found = obstacle_to(str(tmp_path / "notes.txt"))
    assert found == NotWritten(Obstacle.SYSTEM, os.strerror(errno.EACCES))


def test_a_folder_that_refuses_is_told_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder says no, that is known before; the rest of the world is not asked."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = obstacle_to(str(tmp_path / "notes.txt"))
    assert found == NotWritten(Obstacle.SYSTEM, os.strerror(errno.EACCES))


@pytest.mark.parametrize(
    ("there", "name", "free"),
    [
        ([], "notes.txt", "notes.txt"),
        (["notes.md"], "notes.txt", "notes.txt"),
        (["notes.txt"], "notes.txt", "notes-2.txt"),
        (["notes.txt", "notes-2.txt", "notes-4.txt"], "notes.txt", "notes-3.txt"),
        (["plan"], "plan", "plan-2"),
        (["plan.old.md"], "plan.old.md", "plan.old-2.md"),
        (["papers/plan.txt"], "papers/plan.txt", "papers/plan-2.txt"),
        (["papers/plan.txt"], "~/papers/plan.txt", "~/papers/plan-2.txt"),
    ],
)
def test_a_name_that_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: list[str], name: str, free: str
) -> None:
    """The name itself, or the first number behind it that no file, folder or link has."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "papers").mkdir()
    for each in there:
        (tmp_path / each).symlink_to("nowhere")
    assert free_name(name) == free


def test_the_current_folder_can_be_read_whatever_its_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could act on a terminal is written out; a folder that is gone is the one here."""
    odd = tmp_path / "od\x1bd\n"
    odd.mkdir()
    monkeypatch.chdir(odd)
    assert current_folder() == f"{tmp_path}/od\\x1bd\\n"
    odd.rmdir()
    assert current_folder() == "."


def test_only_the_very_file_is_removed(tmp_path: Path) -> None:
    """A file that took the place of ours meanwhile is somebody else's, and stays."""
    path = tmp_path / "notes.txt"
    ours = write_whole(str(path), "ours")
    assert isinstance(ours, Written)
    (tmp_path / "other").write_text("theirs")
    (tmp_path / "other").replace(path)
    assert remove(ours)
    assert path.read_text() == "theirs"
    again = write_whole(str(path), "ours", replace=True)
    assert isinstance(again, Written)
    assert remove(again)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_removed_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that a file is gone which is still there."""
    ours = write_whole(str(tmp_path / "notes.txt"), "ours")
    assert isinstance(ours, Written)
    monkeypatch.setattr(Path, "unlink", failing)
    assert not remove(ours)


LIMITED = """
import os, signal, sys
from pathlib import Path
from distancecli.system.files import write_whole
def fsync(descriptor):
    {trouble}
os.fsync = fsync
print(write_whole(sys.argv[1], "x" * 100_000))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_half_written(tmp_path: Path, number: int) -> None:
    """A signal that comes while the file is written ends the program and takes the file along."""
    trouble = f"os.kill(os.getpid(), {int(number)})"
    script = LIMITED.format(trouble=trouble)
    command = [sys.executable, "-c", script, str(tmp_path / "notes.txt")]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, check=False, preexec_fn=heed_signals
    )
    assert done.returncode == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_grows_too_large_is_said(tmp_path: Path) -> None:
    """A limit on the size of files is a full disk in small: a reason, and nothing left behind."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    command = [sys.executable, "-c", LIMITED.format(trouble="pass"), str(tmp_path / "notes.txt")]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, preexec_fn=limit, check=False
    )
    assert "File too large" in done.stdout
    assert list(tmp_path.iterdir()) == []


# --- A file that is read, and may be replaced later -----------------------------------------------


def test_a_file_that_is_read_is_known_by_all_that_a_writer_changes(tmp_path: Path) -> None:
    """By which file it is, its size and its time, and whether its owner locked it."""
    path = tmp_path / "notes.txt"
    path.write_text("one")
    file, status = as_read(str(path)), path.stat()
    assert file is not None
    assert file.written == Written(path, status.st_dev, status.st_ino)
    assert (file.changed, file.size, file.is_locked) == (status.st_mtime_ns, 3, False)
    assert is_unchanged(file)
    path.chmod(0o444)
    locked = as_read(str(path))
    assert locked is not None
    assert locked.is_locked


def another(path: Path) -> None:
    """Puts another file in its place, with the same in it."""
    path.with_name("other").write_text("one")
    path.with_name("other").replace(path)


def folder(path: Path) -> None:
    """Puts a folder in its place."""
    path.unlink()
    path.mkdir()


def link(path: Path) -> None:
    """Puts a link to it in its place."""
    path.rename(path.with_name("it"))
    path.symlink_to("it")


CHANGES: Final[dict[str, Callable[[Path], object]]] = {
    "written to": lambda path: path.write_text("other"),
    "of another time": lambda path: os.utime(path, (1, 1)),
    "locked": lambda path: path.chmod(0o444),
    "another file": another,
    "gone": Path.unlink,
    "a folder": folder,
    "a link": link,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_is_no_more_what_was_read_is_seen(tmp_path: Path, change: str) -> None:
    """Whatever became of it: then nobody may replace it unasked."""
    path = tmp_path / "notes.txt"
    path.write_text("one")
    file = as_read(str(path))
    assert file is not None
    CHANGES[change](path)
    assert not is_unchanged(file)


def test_what_is_no_ordinary_file_is_not_one_that_was_read(tmp_path: Path) -> None:
    """A folder, a link, nothing, and a name that no file can have."""
    (tmp_path / "link").symlink_to("it")
    for name in (str(tmp_path), f"{tmp_path}/link", f"{tmp_path}/none", "a\0b"):
        assert as_read(name) is None


@pytest.mark.parametrize("error", [PermissionError, OSError])
def test_where_a_folder_does_not_tell_a_file_is_neither_there_nor_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    """Both would be said to a reader, so both have to be known."""
    path = tmp_path / "notes.txt"
    written = write_whole(str(path), "one")
    assert isinstance(written, Written)
    assert (is_still_there(written), is_gone(written)) == (True, False)

    def refused(_: Path) -> NoReturn:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Path, "lstat", refused)
        assert (is_still_there(written), is_gone(written)) == (False, False)
    path.unlink()
    assert (is_still_there(written), is_gone(written)) == (False, True)
    path.write_text("another")
    there = replace(written, inode=path.stat().st_ino)
    assert is_still_there(there)
    for other in (replace(there, inode=there.inode + 1), replace(there, device=there.device + 1)):
        assert (is_still_there(other), is_gone(other)) == (False, True)
    in_a_file = replace(written, path=path / "inner")
    assert (is_still_there(in_a_file), is_gone(in_a_file)) == (False, True)


def test_two_names_are_one_place_where_they_lead_to_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a link, from here or from home; what cannot be known is no such place."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "notes.txt").write_text("one")
    (tmp_path / "link").symlink_to("notes.txt")
    (tmp_path / "ring").symlink_to("ring")
    for same in ("./notes.txt", "~/notes.txt", "link", str(tmp_path / "notes.txt"), "a/../link"):
        assert is_same_place("notes.txt", same)
        assert is_same_place(same, "notes.txt")
    for other in ("notes", "NOTES.TXT", "~", "a\0b"):
        assert not is_same_place("notes.txt", other)


@pytest.mark.parametrize("lacking", [os.W_OK, os.X_OK])
def test_a_folder_in_which_nothing_can_be_made_is_known_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: int
) -> None:
    """For whom it cannot be written to, and for whom it cannot be looked into."""
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & lacking)
    refused = NotWritten(Obstacle.SYSTEM, "Permission denied")
    assert obstacle_to(str(tmp_path / "notes.txt")) == refused
    assert write_whole(str(tmp_path / "notes.txt"), "one") == refused


@pytest.mark.parametrize(
    ("error", "said"), [(OSError(errno.EIO, "Bad disk"), "Bad disk"), (OSError(), "OSError")]
)
def test_what_the_system_says_is_told_or_the_kind_of_its_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    """There is always a word for why there is no file."""

    def refused(_: int) -> NoReturn:
        raise error

    monkeypatch.setattr(os, "fsync", refused)
    assert write_whole(str(tmp_path / "notes.txt"), "one") == NotWritten(Obstacle.SYSTEM, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_no_descriptor_is_left_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """However a file gets its name, and whether it is written or not."""

    def lowest() -> int:
        descriptor = os.open(os.devnull, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    free, path = lowest(), tmp_path / "notes.txt"
    if not links:
        without_links(monkeypatch)
    for replacing in (False, True, False):
        write_whole(str(path), "one", replace=replacing)
        assert lowest() == free
    monkeypatch.setattr(os, "fsync", failing)
    assert isinstance(write_whole(str(path), "two", replace=True), NotWritten)
    assert lowest() == free
