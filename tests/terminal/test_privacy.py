"""Nothing leaks: what stays on the screen, and what a run does to the system."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from distancecli.guide.model import Guide
from tests.support.built_in import GUIDE
from tests.support.off_record import ONE_FOR_EACH_PAGE, ends_at_once, shown_for
from tests.support.sampling import one_plain
from tests.support.terminal_driver import (
    ROOT,
    Key,
    TerminalDriver,
    begin,
    clean_environment,
    program,
)
from tests.support.walkthrough import (
    answer_calmly,
    answer_rows,
    finish,
    keep_no_answers,
    settle,
    to_name,
)

# --- The screen ----------------------------------------------------------------------------------


AT_ONCE: Final = [
    each
    for each in ONE_FOR_EACH_PAGE
    if ends_at_once(*each)
    or any(notice.at_once for notice in GUIDE.notices if notice.id in shown_for(*each))
]
"""An answer for each ending and each at-once notice of the guide."""


def test_every_ending_and_at_once_notice_is_walked_through(guide: Guide) -> None:
    """The answers above lead to each of them."""
    at_once = {each.id for each in guide.notices if each.at_once}
    reached = {id for each in AT_ONCE for id in shown_for(*each)}
    assert reached == {each.id for each in guide.endings} | at_once


@pytest.mark.parametrize(("question", "code"), one_plain(AT_ONCE))
@pytest.mark.parametrize("key", one_plain([Key.ENTER, Key.CTRL_C]))
def test_nothing_of_it_stays_on_the_screen(
    tmp_path: Path, question: str, code: str, key: str
) -> None:
    """An ending or a notice is on the alternate screen alone; what was there before is back."""
    line = f"echo what was there before; {shlex.join(program('guide'))}"
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(["bash", "-c", line], cwd=tmp_path, environment=environment) as terminal:
        begin(terminal)
        place = [option.code for option in GUIDE.question(question).options].index(code)
        if ends_at_once(question, code):
            terminal.press("1")
            terminal.wait_for("Question 2,")
            answer_rows(terminal, code)
        else:
            answer_calmly(terminal)
            terminal.press(Key.UP, Key.UP, Key.ENTER)
            terminal.wait_for("Change your answer")
            terminal.press("7", str(place + 1), Key.ENTER)
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_until_gone("Which country")
        settle(terminal)
        assert terminal.screen.is_alternate
        if not ends_at_once(question, code):
            terminal.press(Key.DOWN)
        terminal.press(key)
        assert terminal.exit_code() == (0 if key == Key.ENTER else 130)
        assert not terminal.screen.is_alternate
        assert terminal.text() == "what was there before"


def test_the_welcome_says_what_cannot_be_hidden(guide: Guide) -> None:
    """The history of commands, someone who watches, and a copy that is kept."""
    said = " ".join(guide.welcome.text)
    for words in (
        "cannot hide everything",
        "history",
        "watches this device",
        "a copy that you keep",
    ):
        assert words in said


def test_no_answer_is_an_option(guide: Guide) -> None:
    """No option takes a code or is called after a question; the help says why."""
    help_text = subprocess.run(
        program("guide", "--help"), capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    options = re.findall(r"--([a-z-]+)", help_text)
    assert not {question.id.replace("_", "-") for question in guide.questions} & set(options)
    assert (
        "Answers are never options of this command, since shells keep what is typed."
        in " ".join(help_text.split())
    )


# --- What a run does to the system ---------------------------------------------------------------

CALLS: Final = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,"
CALLS_TOO: Final = "symlinkat,unlink,unlinkat,rmdir,socket,connect,bind,truncate,mknod"
DEVICES: Final = ("/dev/tty", "/dev/pts/", "/dev/ptmx", "/dev/null")


def deeds(trace: str) -> list[str]:
    """The calls of a trace that change a file or reach another program, but for Python's own.

    Python keeps what it has compiled in `__pycache__` beside the code, whichever program runs; it
    says nothing of the reader, and a package manager writes it when the program is installed.
    """
    kept = []
    for line in trace.splitlines():
        call = re.sub(r"^\S*\d+\s+", "", line)
        writes = re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", call)
        if call.startswith("open") and not writes:
            continue
        if " = -1 E" in call or not re.match(r"[a-z0-9]+\(", call) or "__pycache__" in call:
            continue
        if any(f'"{device}' in call for device in DEVICES):
            continue
        kept.append(call)
    return kept


@pytest.fixture
def strace(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    """The command line that traces a program, and where the trace goes."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    log = tmp_path_factory.mktemp("trace") / "log"
    return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}{CALLS_TOO}"], log


def keep_a_copy(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    """A whole interview in a terminal and in that folder, to a kept copy and its end."""
    with TerminalDriver(command, cwd=folder, environment=environment) as terminal:
        begin(terminal)
        to_name(terminal)
        terminal.press("not\t", Key.ENTER)
        keep_no_answers(terminal)
        terminal.wait_for("Your plan is in the file not.")
        finish(terminal)
    assert "not" in [path.name for path in folder.iterdir()]


def test_a_traced_interview_does_nothing_but_write_its_copy(
    tmp_path: Path, strace: tuple[list[str], Path]
) -> None:
    """From the welcome page to a kept copy: one file filled, named and no other trace.

    Where the file system knows files without a name, no other name is ever there.
    """
    command, log = strace
    keep_a_copy([*command, *program("guide")], tmp_path, {"PYTHONPATH": str(ROOT)})
    done = deeds(log.read_text())
    calls = [call.split("(")[0] for call in done]
    if calls == ["openat", "linkat"]:
        assert "O_TMPFILE" in done[0]
        assert '"not"' in done[1]
    else:
        assert calls == ["openat", "link", "unlink"], done
        assert all(re.search(r'"\.[0-9a-f]{16}\.tmp"', call) for call in done)
    assert [path.name for path in tmp_path.iterdir()] == ["not"]


@pytest.mark.slow
def test_a_traced_run_without_questions_does_nothing(
    tmp_path: Path, strace: tuple[list[str], Path]
) -> None:
    """`--answers FILE` reads and prints, and that is all."""
    command, log = strace
    (tmp_path / "answers").write_text("how_long: gt2y\nsafety: none\n")
    subprocess.run(
        [*command, *program("guide", "--answers", "answers")],
        env=clean_environment() | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert "openat" in log.read_text()
    assert deeds(log.read_text()) == []


AUDIT: Final = """
import os, socket, sys

log = os.open(os.environ["AUDIT_LOG"], os.O_WRONLY | os.O_APPEND)
CHANGES = ("socket.", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "tempfile")
def is_deed(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writes = (mode and set(mode) & set("wax+")) or (flags & (os.O_WRONLY | os.O_RDWR))
        return writes and not str(path).startswith(("/dev/null", "/dev/tty", "/dev/pts/"))
    if event == "socket.__new__":
        return arguments[1] != socket.AF_UNIX
    return event.startswith(CHANGES)
def hook(event, arguments):
    if is_deed(event, arguments) and "__pycache__" not in str(arguments):
        os.write(log, f"{event}\\n".encode())
sys.addaudithook(hook)
"""
"""Notes what Python is asked to do; the pair of sockets that asyncio wakes itself by is no deed."""


@pytest.fixture
def audit(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """The environment in which Python notes what it does, and where the notes go."""
    folder = tmp_path_factory.mktemp("audit")
    (folder / "sitecustomize.py").write_text(AUDIT)
    log = folder / "log"
    log.write_text("")
    paths = os.pathsep.join([str(folder), str(ROOT)])
    return {"PYTHONPATH": paths, "AUDIT_LOG": str(log)}, log


def test_an_audited_interview_does_nothing_but_write_its_copy(
    tmp_path: Path, audit: tuple[dict[str, str], Path]
) -> None:
    """The same as Python sees it, where no strace is."""
    environment, log = audit
    keep_a_copy(program("guide"), tmp_path, environment)
    done = log.read_text().split()
    assert set(done) <= {"open", "os.link", "os.remove"}
    assert done.count("os.link") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["not"]


@pytest.mark.slow
def test_an_audited_run_without_questions_does_nothing(
    tmp_path: Path, audit: tuple[dict[str, str], Path]
) -> None:
    """Answers from a file: nothing is opened to be written, and no connection."""
    environment, log = audit
    (tmp_path / "answers").write_text("how_long: gt2y\nsafety: none\n")
    subprocess.run(
        program("guide", "--answers", "answers"),
        env=clean_environment() | environment,
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert log.read_text() == ""
