"""The two modules of what depends on the system: the same names, and nothing of one alone."""

import ast
import ctypes
import os
import re
import resource
import sys
from pathlib import Path
from typing import Final

import pytest

from distancecli.system.machine import machine
from tests.support.terminal_driver import ROOT

SYSTEM: Final = ROOT / "distancecli" / "system"
MODULES: Final = ("posix.py", "windows.py")
ELSEWHERE: Final = re.compile(
    r"sys\.platform|os\.name\b|import (?:termios|select|resource|fcntl|pwd|tty|pty|msvcrt|ctypes)\b"
)
"""What only the two may ask, or use."""
LINUX_ALONE: Final = re.compile(r"O_TMPFILE|splice|/proc/|epoll|prctl|memfd")


def public_names(module: str) -> dict[str, str]:
    """What the module has for others, and of which kind each is."""
    tree = ast.parse((SYSTEM / module).read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            names[node.name] = ", ".join(argument.arg for argument in node.args.args)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names[node.target.id] = "value"
    return {name: kind for name, kind in names.items() if not name.startswith("_")}


def test_both_systems_have_the_same_names() -> None:
    """But for the numbers that one of them alone knows, which nobody else asks for."""
    posix, windows = map(public_names, MODULES)
    used = {
        name
        for path in (ROOT / "distancecli").rglob("*.py")
        for name in re.findall(r"\bmachine\.(\w+)", path.read_text(encoding="utf-8"))
    }
    assert used <= posix.keys() & windows.keys()
    assert {name: posix[name] for name in used} == {name: windows[name] for name in used}


def test_nothing_else_knows_of_a_system() -> None:
    """Which one it is, is asked once."""
    known = {SYSTEM / name for name in (*MODULES, "machine.py")}
    for path in set((ROOT / "distancecli").rglob("*.py")) - known:
        assert not ELSEWHERE.search(path.read_text(encoding="utf-8")), path


def test_macos_is_asked_for_nothing_that_only_linux_has() -> None:
    """What only Linux has stands where it is asked for by name."""
    lines = (SYSTEM / "posix.py").read_text(encoding="utf-8").splitlines()
    asked = next(number for number, line in enumerate(lines) if 'platform == "linux"' in line)
    for number, line in enumerate(lines):
        code = line.partition("#")[0]
        assert number > asked or not LINUX_ALONE.search(code) or line.startswith('"""A number')


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
@pytest.mark.parametrize("name", ["mine.yaml", "guide.yaml"])
def test_what_powershell_writes_is_read(tmp_path: Path, mark: bytes, name: str) -> None:
    """UTF-16 with a mark: what `>` writes there, be it answers or a guide."""
    from distancecli.documents.textfile import read_text

    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    path = tmp_path / name
    path.write_bytes(mark + "told: open\r\n".encode(order))
    assert read_text(str(path), 1000)[1].replace("\r\n", "\n") == "told: open\n"


def test_what_a_reader_answered_is_in_no_dump() -> None:
    """No core file may be written, nor one by a service that heeds no limit on their size."""
    is_asked = sys.platform == "linux"
    child = os.fork()  # for this process can be dumped again by nobody
    if child == 0:
        machine.write_no_dump()
        limits = resource.getrlimit(resource.RLIMIT_CORE)
        may_be_dumped = ctypes.CDLL(None).prctl(3) if is_asked else 0  # PR_GET_DUMPABLE
        os._exit(limits != (0, 0) or may_be_dumped)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.parametrize("error", [OSError, ValueError, AttributeError])
def test_a_system_that_forbids_no_dump_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch, platform: str, error: type[Exception]
) -> None:
    """The reader gets their page; and another system is asked for nothing of Linux."""
    asked: list[str] = []

    def refused(*_: object) -> None:
        asked.append("limit")
        raise OSError if error is AttributeError else error

    def library(_: None) -> None:
        asked.append("process")
        raise OSError if error is ValueError else error

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(resource, "setrlimit", refused)
    monkeypatch.setattr(ctypes, "CDLL", library)
    machine.write_no_dump()
    assert asked == ["limit", *["process"] * (platform == "linux")]
