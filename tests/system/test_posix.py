"""What is so on Linux and macOS, asked of the system itself or of one that answers otherwise."""

import errno
import os
import signal
import stat
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from distancecli.system.machine import machine
from distancecli.system.signals import Ended, ended_in_order


def no_terminal(_: int) -> NoReturn:
    """What a descriptor says that leads to no terminal."""
    raise OSError(errno.ENOTTY, os.strerror(errno.ENOTTY))


def test_where_a_terminal_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the name of what keys come from, or of what is written to; last the one of the process."""
    monkeypatch.setattr(os, "ttyname", lambda descriptor: f"/dev/pts/{descriptor}")
    assert list(machine.terminal_names()) == ["/dev/pts/0", "/dev/tty"]
    assert list(machine.keyboard_names()) == ["/dev/pts/1", "/dev/pts/2", "/dev/tty"]
    monkeypatch.setattr(os, "ttyname", no_terminal)
    assert list(machine.terminal_names()) == list(machine.keyboard_names()) == ["/dev/tty"]


@pytest.mark.parametrize(("in_front", "is_behind"), [(70, False), (71, True)])
def test_a_job_is_in_the_background_where_another_has_the_keyboard(
    monkeypatch: pytest.MonkeyPatch, in_front: int, is_behind: bool
) -> None:
    """Which one has it is asked of where keys come from; without a terminal none has."""
    monkeypatch.setattr(os, "getpgrp", lambda: 70)
    monkeypatch.setattr(os, "tcgetpgrp", lambda descriptor: {0: in_front}.get(descriptor))
    assert machine.is_in_background() is is_behind
    monkeypatch.setattr(os, "tcgetpgrp", no_terminal)
    assert machine.is_in_background() is False


def test_a_job_is_stopped_as_a_whole_and_goes_on_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the signal of Ctrl-Z, which is let act for just that moment."""
    calls: list[tuple[object, ...]] = []

    def handle(number: int, handler: object) -> str:
        calls.append((number, handler))
        return "as before"

    monkeypatch.setattr(signal, "signal", handle)
    monkeypatch.setattr(os, "kill", lambda *given: calls.append(("kill", *given)))
    machine.stop_here()
    stop = signal.SIGTSTP
    assert calls == [(stop, signal.SIG_DFL), ("kill", 0, stop), (stop, "as before")]


@pytest.mark.parametrize("number", machine.ENDING_SIGNALS)
def test_a_signal_waits_and_then_ends_the_program(number: int) -> None:
    """While a file gets its name none comes between; after it each that ends a program does."""
    waited: list[int] = []

    def comes_between() -> None:
        with ended_in_order(), machine.signals_wait():
            signal.raise_signal(number)
            waited.append(number)

    with pytest.raises(Ended) as ended:
        comes_between()
    assert waited == [number]
    assert ended.value.code == 128 + number
    assert number not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGUSR1])
def test_a_signal_that_is_ignored_stays_ignored(number: signal.Signals) -> None:
    """As by nohup, whose program goes on."""
    before = signal.signal(number, signal.SIG_IGN)
    try:
        with ended_in_order():
            signal.raise_signal(number)
            assert signal.getsignal(number) == signal.SIG_IGN
    finally:
        signal.signal(number, before)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such file")
def test_a_file_without_a_name_is_for_its_owner_and_takes_one_that_is_free(tmp_path: Path) -> None:
    """Until then nobody finds it."""
    before = os.umask(0)
    try:
        descriptor, give_name = machine.open_nameless(tmp_path)
    finally:
        os.umask(before)
    try:
        status = os.fstat(descriptor)
        assert (stat.S_IMODE(status.st_mode), status.st_nlink) == (0o600, 0)
        assert list(tmp_path.iterdir()) == []
        os.write(descriptor, b"one")
        give_name(tmp_path / "a.txt")
        assert (tmp_path / "a.txt").read_text() == "one"
        with pytest.raises(FileExistsError):
            give_name(tmp_path / "a.txt")
    finally:
        os.close(descriptor)


def test_a_system_without_such_files_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By the error of one that does not know a call."""
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(OSError, match=os.strerror(errno.EOPNOTSUPP)) as refused:
        machine.open_nameless(tmp_path)
    assert refused.value.errno == errno.EOPNOTSUPP


@pytest.mark.parametrize(
    ("word", "quoted"),
    [("a.txt", "a.txt"), ("a b", "'a b'"), ("it's", "'it'\"'\"'s'"), ("", "''"), ("$a", "'$a'")],
)
def test_a_word_is_quoted_as_a_shell_reads_it(word: str, quoted: str) -> None:
    """So that what is copied means the same."""
    assert machine.quoted(word) == quoted
    assert machine.is_name_of_a_file(word) is bool(word)
