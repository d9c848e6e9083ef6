"""A file is put in its place whole or not at all, whatever happens on the way."""

import contextlib
import errno
import os
import signal
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from distancecli.system.files import NotWritten, Written, remove, write_whole
from distancecli.system.machine import machine
from distancecli.system.signals import Ended, ended_in_order
from distancecli.system.wholefile import put_whole
from tests.support.failing_calls import (
    TROUBLES,
    Calls,
    ended,
    in_turn,
    killed,
    refused,
    started,
)
from tests.support.sampling import one_plain

OLD: Final = b"old"
NEW: Final = b"new and whole\n" * 500
LACKS: Final = {"nothing": "", "proc": "/proc", "nameless": "O_TMPFILE", "links": "O_TMPFILE link"}
"""What a system may not have, and how that is called."""
CASES: Final = [(False, False), (True, True), (True, False), (False, True)]
"""Whether there is an older file, and whether it may be replaced."""


@pytest.fixture(params=LACKS)
def lacks(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[str]:
    """What the system does not have; flushing takes no time on it, and in the end all is closed."""
    missing = LACKS[request.param]
    opens, links, closes = os.open, os.link, os.close
    opened: set[int] = set()
    if "O_TMPFILE" not in missing:
        try:
            os.close(machine.open_nameless(tmp_path)[0])
        except OSError:
            pytest.skip("there is no file without a name here")

    def without_nameless(path: Any, flags: int, *more: int) -> int:
        nameless = getattr(os, "O_TMPFILE", 0)
        if "O_TMPFILE" in missing and nameless and flags & nameless == nameless:
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        descriptor = opens(path, flags, *more)
        opened.add(descriptor)
        return descriptor

    def close(descriptor: int) -> None:
        opened.discard(descriptor)
        closes(descriptor)

    def without_links(source: Any, path: Any, **named: Any) -> None:
        if "link" in missing or ("/proc" in missing and str(source).startswith("/proc/")):
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        links(source, path, **named)

    monkeypatch.setattr(os, "open", without_nameless)
    monkeypatch.setattr(os, "link", without_links)
    monkeypatch.setattr(os, "close", close)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    yield request.param
    for descriptor in opened:
        closes(descriptor)


def standing(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """The files of the folder: which each is, its mode, and what is in it."""
    found = {each: each.lstat() for each in sorted(folder.iterdir())}
    return {
        each.name: (status.st_ino, stat.S_IMODE(status.st_mode), each.read_bytes())
        for each, status in found.items()
    }


def a_place(folder: Path, older: bool) -> Path:
    """A name in a folder of its own, which an older file has or none."""
    folder.mkdir()
    path = folder / "notes.txt"
    if older:
        path.write_bytes(OLD)
        path.chmod(0o644)
    return path


def attempt(path: Path, replace: bool, calls: Calls) -> Written | NotWritten | Ended:
    """What comes of writing there while those calls meet trouble."""
    try:
        with ended_in_order(), calls.between():
            return write_whole(str(path), NEW.decode(), replace=replace)
    except Ended as end:
        return end


def require_sound(
    path: Path,
    before: dict[str, Any],
    outcome: Written | NotWritten | Ended,
    left: bool = False,
    held: bool = False,
) -> None:
    """Makes sure that the old file or the new one is there, and what is said of it true.

    Where nothing can be taken away, another name may be left, or an empty file that held the name.
    """
    after = standing(path.parent)
    if held and path.exists() and not path.read_bytes():
        del after[path.name]
    beside = {name: after.pop(name) for name in after.keys() - {path.name}}
    assert not beside or left
    assert all(name.endswith(".tmp") and mode == 0o600 for name, (_, mode, _) in beside.items())
    if isinstance(outcome, NotWritten) or after == before:
        assert after == before
        assert not isinstance(outcome, Written)
        return
    inode, mode, content = after[path.name]
    assert (mode, content) == (0o600, NEW)
    if isinstance(outcome, Written):
        assert (outcome.path, outcome.inode) == (path, inode)
        assert outcome.device == path.lstat().st_dev


@pytest.mark.parametrize(("older", "replace"), CASES)
@pytest.mark.parametrize("trouble", one_plain(TROUBLES, 4))
def test_whatever_call_meets_trouble_the_file_is_the_old_one_or_the_new(
    tmp_path: Path, lacks: str, trouble: str, older: bool, replace: bool
) -> None:
    """It is whole, it is what is said of it, and nothing is left beside it."""
    for calls in in_turn(TROUBLES[trouble]):
        path = a_place(tmp_path / str(calls.at), older)
        before = standing(path.parent)
        outcome = attempt(path, replace, calls)
        made_unseen = trouble == "done all the same" and calls.met == "open"
        require_sound(path, before, outcome, held=made_unseen and lacks == "links")
        if older and not replace:
            assert standing(path.parent) == before
        if not calls.met:
            assert isinstance(outcome, Written) is (replace or not older)
    assert calls.at > 3


@pytest.mark.parametrize(("older", "replace"), CASES)
@pytest.mark.parametrize("lasting", ["same", "all"])
@pytest.mark.parametrize("number", one_plain([errno.EIO, errno.ENOSPC, errno.EACCES]))
def test_trouble_that_lasts_leaves_no_half_of_a_file(
    tmp_path: Path, lacks: str, lasting: str, older: bool, replace: bool, number: int
) -> None:
    """A disk that is full or gone: only what nobody can take away is left, and under no name."""
    for calls in in_turn(refused(number), lasting):
        path = a_place(tmp_path / str(calls.at), older)
        before = standing(path.parent)
        outcome = attempt(path, replace, calls)
        stays = bool(calls.met) if lasting == "all" else calls.met == "unlink"
        left = stays and (lacks != "nothing" or (older and replace))
        require_sound(path, before, outcome, left, held=left and lacks == "links")


def left_by_kills(folder: Path, older: bool, replace: bool) -> list[str]:
    """What is left by a program that is killed at each of its calls in turn."""
    left = []
    for calls in in_turn(killed):
        path = a_place(folder / str(calls.at), older)

        def work(calls: Calls = calls, path: Path = path) -> int:
            with calls.between(), contextlib.suppress(FileExistsError):
                put_whole(path, NEW, replace)
            return 0

        if ended(started(work)) == -signal.SIGKILL:
            calls.made = ["killed"] * calls.at  # in another process
            left.append(kind_left(path))
    return left


def kind_left(path: Path) -> str:
    """What has the name, and what else is in the folder."""
    after = standing(path.parent)
    contents = {OLD: "old", NEW: "new", b"": "empty"}
    named = contents[after.pop(path.name)[2]] if path.exists() else "none"
    beside = [content for _, mode, content in after.values() if mode == 0o600]
    assert len(beside) == len(after)
    assert all(NEW.startswith(content) for content in beside)
    return " ".join([named, *("whole" if content == NEW else "part" for content in beside)])


def may_be_left(lacks: str, older: bool, replace: bool) -> set[str]:
    """What a kill leaves here or there: a second word stands for what is beside the name."""
    before = "old" if older else "none"
    left = {before} if older and not replace else {before, "new"}
    if lacks == "nothing":
        return left | {"old whole"} if older and replace else left
    left |= {f"{before} part", f"{before} whole"}
    if older or replace:
        return left
    return left | {"empty whole"} if lacks == "links" else left | {"new whole"}


@pytest.mark.parametrize(("older", "replace"), one_plain(CASES, 2))
def test_a_kill_leaves_the_old_file_or_the_new(
    tmp_path: Path, lacks: str, older: bool, replace: bool
) -> None:
    """Nothing is left beside it but at one moment of replacing, or on a system that lacks much."""
    left = left_by_kills(tmp_path, older, replace)
    assert set(left) == may_be_left(lacks, older, replace)
    if lacks == "nothing":
        assert sum(" " in kind for kind in left) == (older and replace)


@pytest.mark.parametrize("round_", one_plain(range(10), 2))
def test_of_those_that_write_at_once_one_has_the_name(
    tmp_path: Path, lacks: str, round_: int
) -> None:
    """Four programs write a file of one name: one is told that it has, and its file is whole."""
    path = tmp_path / "notes.txt"
    ready, go = os.pipe()

    def work(number: int) -> Callable[[], int]:
        def run() -> int:
            os.close(go)
            os.read(ready, 1)  # until all are there
            outcome = write_whole(str(path), str(number) * 100_000)
            return 0 if isinstance(outcome, Written) else 1

        return run

    pids = [started(work(number)) for number in range(4)]
    os.close(go)
    os.close(ready)
    codes = [ended(pid) for pid in pids]
    assert sorted(codes) == [0, 1, 1, 1]
    assert path.read_text() == str(codes.index(0)) * 100_000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("trouble", ["full", "broken", "interrupted", "done all the same"])
@pytest.mark.parametrize("lasting", ["once", "same", "all"])
def test_a_file_is_only_said_to_be_gone_where_it_is(
    tmp_path: Path, trouble: str, lasting: str
) -> None:
    """Whatever call fails while it is taken away; and it is gone where none does."""
    for calls in in_turn(TROUBLES[trouble], lasting):
        path = a_place(tmp_path / str(calls.at), older=False)
        written = write_whole(str(path), NEW.decode())
        assert isinstance(written, Written)
        with calls.between():
            is_gone = remove(written)
        assert not (is_gone and path.exists())
        assert is_gone or bool(calls.met)
