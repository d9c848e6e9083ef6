"""The program on a Windows Python under Wine: every command, files, and the plain tests."""

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import PLAIN
from tests.support.terminal_driver import ROOT
from tests.support.wine import Wine

pytestmark = [
    pytest.mark.windows,
    pytest.mark.skipif(not shutil.which("wine"), reason="wine is not installed"),
]

ANSWERS: Final = b"how_long: gt2y\nsafety: none\ntold: hinted\ntime: little\n"
POSIX: Final = re.compile(
    r"^ *import (?:fcntl|pty|termios|resource)$|\bfork\(\)|\bsignal\.SIG(?:HUP|USR)", re.MULTILINE
)
SUPPORT: Final = re.compile(r"^from (tests\.[\w.]+) import", re.MULTILINE)
OTHERWISE: Final = "pipe or day_is_the_readers or (looked_at_it and screen)"
"""Tests of a FIFO, which is not there, of the variable TZ, which is not read there, and of the
corners of frames, which rich draws otherwise in a console such as Wine's."""
UNREADABLE: Final = "test_plain_language.py"
"""It needs a package without a wheel for this."""


def needs_posix(path: Path) -> bool:
    """Whether a module of the tests, or one that it takes from, has what only POSIX has."""
    text = path.read_text(encoding="utf-8")
    taken = (ROOT / f"{name.replace('.', '/')}.py" for name in SUPPORT.findall(text))
    return bool(POSIX.search(text)) or any(each.exists() and needs_posix(each) for each in taken)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--version"], "distance "),
        (["--help"], "distance support"),
        (["support", "uk"], "0808 2000 247"),
        (["steps", "2"], "2. Make time"),
        (["questions", "--template"], "how_long:"),
        (["schema"], '"$schema"'),
        (["check", "--strict"], "no problems"),
        (["graph"], "5. Get help"),
        (
            ["diff", "site/distancecli/steps.yaml", "site/distancecli/steps.yaml"],
            "Nothing changes for any reader.",
        ),
    ],
)
def test_every_command_runs(wine: Wine, arguments: list[str], words: str) -> None:
    """And ends in order, with nothing on standard error."""
    done = wine.run(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert words in done.stdout.decode()


def test_a_plan_from_answers_is_ascii_of_whole_lines(wine: Wine) -> None:
    """Read by whatever code page is there: no line ends twice, and no letter is lost."""
    done = wine.run("guide", "--answers", "-", given=ANSWERS)
    assert done.stdout.decode("ascii").startswith("Some steps for you")
    assert b"START HERE" in done.stdout


def test_json_is_read_back(wine: Wine) -> None:
    """By another program, through a pipe."""
    done = wine.run("guide", "--answers", "-", "--format", "json", given=ANSWERS)
    assert json.loads(done.stdout)["start"]["step"] == "say-it"


@pytest.mark.parametrize("name", ["notes:hidden.txt", "con.txt", "folder\\", "a?b.txt", "plan.pdf"])
def test_a_name_that_is_none_is_refused(wine: Wine, name: str) -> None:
    """A part of another file, a device, a folder: in one line, and the plan is shown."""
    done = wine.run("guide", "--answers", "-", "--output", name, given=ANSWERS)
    assert done.returncode == 1
    assert b"was not written" in done.stderr
    assert b"START HERE" in done.stdout


def test_a_file_is_written_whole(wine: Wine) -> None:
    """With line feeds as everywhere, and no half of it left behind."""
    done = wine.run("guide", "--answers", "-", "--output", "plan.md", given=ANSWERS)
    assert done.returncode == 0
    written = (wine.folder / "plan.md").read_bytes()
    assert written.startswith(b"# Some steps for you\n")
    assert b"\r" not in written
    assert not list(wine.folder.glob("*.tmp"))


def test_what_powershell_writes_is_read(wine: Wine) -> None:
    """UTF-16 with a mark."""
    (wine.folder / "mine.yaml").write_bytes(ANSWERS.decode().encode("utf-16"))
    assert b"START HERE" in wine.run("guide", "--answers", "mine.yaml").stdout


def test_a_command_to_be_copied_is_quoted_for_the_shell_that_is_there(wine: Wine) -> None:
    """By double quotes, which cmd and PowerShell both know."""
    shutil.copy(ROOT / "steps.yaml", wine.folder / "my guide.yaml")
    said = wine.run("check", "my guide.yaml").stdout.decode()
    assert 'distance guide --guide "my guide.yaml"' in said


def test_the_plain_tests_pass(wine: Wine) -> None:
    """Those that need nothing of POSIX: the rules, the words, the documents, the proofs."""
    ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, wine.folder / "checkout", ignore=ignored)
    modules = [path for path in (ROOT / "tests").rglob("test_*.py") if not needs_posix(path)]
    paths = [f"checkout/{each.relative_to(ROOT)}" for each in modules if each.name != UNREADABLE]
    quiet = ("-p", "no:cacheprovider", "-o", "addopts=", "-q", "-m", PLAIN)
    done = wine.run(*paths, *quiet, "-k", f"not ({OTHERWISE})", module="pytest")
    last = done.stdout.decode(errors="replace").splitlines()[-15:]
    print(*last, sep="\n")
    assert done.returncode == 0, "\n".join(last)
