"""Files that were not written kindly: each is one clear line, soon, and in little memory."""

import os
import random
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from distancecli.documents.document import read_document
from distancecli.errors import MEND, DistanceError, UnreadableFile
from distancecli.guide.load import LARGEST, load_guide
from distancecli.interview.given import given_by
from tests.support.built_in import GUIDE
from tests.support.terminal_driver import ROOT, clean_environment, program

pytestmark = pytest.mark.slow

MOST_SECONDS: Final = 2
"""Of work; waiting for other programs does not count, so that the test does not hang on it."""
MOST_MEMORY: Final = 200 * 1024 * 1024
MOST_LINES: Final = 51
LONGEST_LINE: Final = 1000

MEASURE: Final = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as report:
    print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=report)
sys.exit(code)
"""
"""Runs a command from a small process: a child's memory counts from that of its parent."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the program came to."""

    code: int
    output: bytes
    errors: bytes
    seconds: float
    memory: int


def measured(folder: Path, *arguments: str, given: bytes = b"") -> Run:
    """Runs the program, and measures it; `given` is what a pipe on its standard input says."""
    report = folder / "report.txt"
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(report), *program(), *arguments],
        input=given,
        capture_output=True,
        env=clean_environment(),
        cwd=ROOT,
        timeout=120,
        start_new_session=True,
        check=False,
    )
    seconds, memory = report.read_text().split()
    unit = 1 if sys.platform == "darwin" else 1024
    size = int(memory) * unit
    return Run(done.returncode, done.stdout, done.stderr, float(seconds), size)


def as_answers(path: str) -> None:
    """Reads the file as `--answers` does."""
    given_by(GUIDE, read_document(path))


READERS: Final = [as_answers, load_guide]


def refusal(read: Callable[[str], object], path: str, start: str | None = None) -> list[str]:
    """The lines that are said of the file, which start like that, or with its path."""
    with pytest.raises(DistanceError) as refused:
        read(path)
    return checked(str(refused.value), start or path)


def checked(said: str, start: str) -> list[str]:
    """The lines of what was said: each starts like that, is short, and does nothing."""
    lines = said.splitlines()
    assert 1 <= len(lines) <= MOST_LINES
    assert all(line.startswith(start) for line in lines)
    assert all(line.isprintable() and len(line) <= LONGEST_LINE for line in lines)
    return lines


def assert_refused(run: Run, start: str) -> None:
    """Exit code 2 and lines that start like that; soon, and in little memory."""
    assert run.code == 2
    assert run.output == b""
    said = run.errors.decode()
    checked(said.removesuffix(f"{MEND}\n"), start)
    assert run.seconds < MOST_SECONDS
    assert run.memory < MOST_MEMORY


def block(levels: int) -> bytes:
    """Mappings in mappings, one to a line."""
    return b"".join(b" " * level + b"a:\n" for level in range(levels))


def laughs() -> bytes:
    """Lists of lists of lists, that aliases would make of it."""
    lists = [b"a0: &a0 [ha, ha]"]
    lists += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 40)]
    return b"\n".join(lists)


def numbered(line: bytes) -> bytes:
    """A hundred thousand lines, each with its number."""
    return b"".join(line % number for number in range(100_000))


MEGABYTE: Final = 1024 * 1024
NO_GUIDE_AND_NO_ANSWERS: Final[dict[str, Callable[[], bytes]]] = {
    "bad UTF-8": lambda: b"told: open\ntime: caf\xe9\n",
    "UTF-16, cut": lambda: "told: open\n".encode("utf-16")[:-1],
    "random bytes": lambda: random.Random(1).randbytes(100_000),
    "a mark in the middle": lambda: "told: open\n\ufefftime: good\n".encode(),
    "tabs before a key": lambda: b"told:\n\t- open\n",
    "a tab in a text": lambda: b'told: "o\tpen"\n',
    "a list": lambda: b"- told\n- open\n",
    "a scalar": lambda: b"told\n",
    "a key twice": lambda: b"told: open\ntold: open\n",
    "billion laughs": laughs,
    "a thousand levels in blocks": lambda: block(1000),
    "a thousand levels in flow": lambda: b"{a: " * 1000,
    "100,000 levels in blocks": lambda: b"- " * 100_000,
    "100,000 levels in flow": lambda: b"[" * 100_000,
    "50 MB": lambda: b"a: b\n" * (10 * MEGABYTE),
    "50 MB of one word": lambda: b"a" * (50 * MEGABYTE),
    "as much as may be, one word": lambda: b"a" * LARGEST,
    "as much as may be, remarks": lambda: b"#\n" * (LARGEST // 2 - 10) + "# \U0001f600".encode(),
    "as much as may be, in quotes": lambda: b'"' + b"a" * (LARGEST - 9) + "\U0001f600".encode(),
    "a tag of Python": lambda: b"!!python/object/apply:os.system [ls]\n",
    "a tag within": lambda: b"told: !!python/name:os.system x\n",
    "a tag with an escape code": lambda: b"told: !<%1b%5b31m> open\n",
    "a list as a key": lambda: b"? [a, b]\n: c\n",
    "a merge key": lambda: b"<<: {told: open}\n",
    "a merge key with an alias": lambda: b"a: &a {told: open}\n<<: *a\n",
    "a directive": lambda: b"%YAML 1.1\n---\ntold: open\n",
    "100,000 directives": lambda: numbered(b"%%TAG !a%d! x\n"),
    "several documents": lambda: b"told: open\n---\ntime: good\n",
    "NUL": lambda: b"told: op\0en\n",
    "a surrogate": lambda: b"told: \xed\xa0\x80\n",
    "a surrogate as an escape": lambda: b'told: "\\ud800"\n',
    "another end of a line": lambda: "told: a\u2028b\n".encode(),
    "a key of a megabyte": lambda: b"a" * MEGABYTE + b": b\n",
    "a quoted key of a megabyte": lambda: b"? " + b"a" * MEGABYTE + b"\n: b\n",
    "a text of a megabyte": lambda: b"told: " + b"a " * (MEGABYTE // 2) + b"\n",
    "100,000 unknown keys": lambda: numbered(b"q%d: x\n"),
    "100,000 anchors": lambda: numbered(b"q%d: &a x\n"),
    "100,000 times the same key": lambda: b"told: open\n" * 100_000,
    "100,000 documents": lambda: b"---\n" * 100_000,
    "100,000 hidden characters": lambda: b"told: \x1b\n" * 100_000,
    "an escape code": lambda: b'"told\\e[31m": open\n',
    "a key over two lines": lambda: b'"told\\nme": open\n',
    "text turned round": lambda: "told: \u202eopen\n".encode(),
    "rich markup": lambda: b'"[red]told[/red]": "[link=http://x]:smile:[/link]"\n',
    "YAML's own words": lambda: b"told: no\ntime: 12:30\ntalk: 0x10\nhabits: 1e3\nnow: yes\n",
    "keys of no name": lambda: b"~: a\nnull: b\n'': c\n",
}


HEAVY: Final = [
    name
    for name in NO_GUIDE_AND_NO_ANSWERS
    if name.startswith(("100,000", "as much", "50 MB", "billion", "random")) or "mega" in name
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", [each for each in NO_GUIDE_AND_NO_ANSWERS if each not in HEAVY])
def test_an_unkind_file_is_refused(
    name: str, read: Callable[[str], object], tmp_path: Path
) -> None:
    """A line for each problem, with the file's name; a last one where there are very many."""
    path = tmp_path / "unkind.yaml"
    path.write_bytes(NO_GUIDE_AND_NO_ANSWERS[name]())
    refusal(read, str(path))


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_is_refused_soon(name: str, tmp_path: Path) -> None:
    """Within two seconds and 200 MB, from start to end, with exit code 2."""
    path = tmp_path / "heavy.yaml"
    path.write_bytes(NO_GUIDE_AND_NO_ANSWERS[name]())
    assert_refused(measured(tmp_path, "steps", "--guide", str(path)), str(path))


KIND_ENOUGH: Final = {
    "a byte order mark": b"\xef\xbb\xbftold: open\ntime: good\n",
    "Windows line ends": b"told: open\r\ntime: good\r\n",
    "old line ends": b"told: open\rtime: good\r",
    "tabs where YAML takes them": b"told:\topen\t# so\n#\tor so\ntime: good\n",
    "an end of the document": b"---\ntold: open\ntime: good\n...\n",
    "no end of the last line": b"told: open\ntime: good",
    "JSON": b'{"told": ["open"], "time": "good"}',
}


@pytest.mark.parametrize("content", KIND_ENOUGH.values(), ids=list(KIND_ENOUGH))
def test_what_editors_leave_in_a_file_is_taken(content: bytes, tmp_path: Path) -> None:
    """Marks, line ends and tabs that YAML allows change nothing."""
    path = tmp_path / "kind.yaml"
    path.write_bytes(content)
    assert read_document(str(path)).data in (
        {"told": "open", "time": "good"},
        {"told": ["open"], "time": "good"},
    )


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# a\n#\tb\n", b"\xef\xbb\xbf", b"---\n"])
def test_an_empty_file_has_no_answers_and_is_no_guide(content: bytes, tmp_path: Path) -> None:
    """As answers it skips everything; as a guide it is refused in one line."""
    path = tmp_path / "empty.yaml"
    path.write_bytes(content)
    as_answers(str(path))
    (line,) = refusal(load_guide, str(path))
    assert "fields belong here" in line


# --- What is no file to read ---------------------------------------------------------------------


def no_file(kind: str, folder: Path) -> str:
    """The path of something that is no file to read."""
    path = folder / "none.yaml"
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a socket":
        socket.socket(socket.AF_UNIX).bind(str(path))
    elif kind == "a ring of links":
        path.symlink_to(path)
    elif kind == "a link to a device":
        path.symlink_to("/dev/zero")
    elif kind == "a file in a file":
        path.write_text("told: open\n")
        return f"{path}/inner.yaml"
    elif kind == "a folder":
        path.mkdir()
    elif kind.startswith("/"):
        return kind
    return str(path)


NO_FILES: Final = [
    *("a pipe", "a socket", "a ring of links", "a link to a device", "a file in a file"),
    *("a folder", "nothing", "/dev/zero", "/dev/full", "/proc/self/mem"),
]


@pytest.mark.parametrize("arguments", [["guide", "--answers"], ["guide", "--guide"]])
@pytest.mark.parametrize("kind", ["a pipe", "/dev/zero", "/dev/stdin"])
def test_what_would_not_end_is_refused_at_once(
    kind: str, arguments: list[str], tmp_path: Path
) -> None:
    """A run neither waits for somebody to write nor reads on for ever."""
    path = no_file(kind, tmp_path)
    assert_refused(measured(tmp_path, *arguments, path, given=b"told: open\n"), f"{path}: this is")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_refused(
    kind: str, read: Callable[[str], object], tmp_path: Path
) -> None:
    """One line names it, and says what to do."""
    (line,) = refusal(read, no_file(kind, tmp_path))
    assert line.endswith(("whether you may read it.", "or - for standard input."))


@pytest.mark.parametrize("option", ["--guide", "--answers"])
def test_an_empty_name_is_no_file(option: str, tmp_path: Path) -> None:
    """A variable that was not set does not stand for the built-in guide, nor for no answers."""
    assert_refused(measured(tmp_path, "guide", option, ""), '"": No such file')


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """A file of somebody else is named, with the reason."""
    path = tmp_path / "secret.yaml"
    path.write_text("told: open\n")
    path.chmod(0)
    with as_nobody(), pytest.raises(UnreadableFile, match=r"Permission denied\. Check the name"):
        read_document(str(path))


@contextmanager
def as_nobody() -> Iterator[None]:
    """As a user for whom permissions count, where the tests run as one for whom they do not."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize(
    ("given", "start"),
    [
        (b"a: b\n" * MEGABYTE, "standard input: larger than 256 kB"),
        (b"told: caf\xe9\n", "standard input:1:10: this is not UTF-8"),
        (b"told: \x1b[31m\n", "standard input:1:7: a hidden character"),
    ],
)
def test_standard_input_is_read_as_carefully(given: bytes, start: str, tmp_path: Path) -> None:
    """What comes through a pipe has the same bounds as a file."""
    assert_refused(measured(tmp_path, "guide", "--answers", "-", given=given), start)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\x1b[31mb.yaml", "a\\x1b[31mb.yaml"),
        (b"a\nb.yaml", "a\\nb.yaml"),
        (b"a\rb.yaml", "a\\rb.yaml"),
        (b"a\xffb.yaml", "a\\udcffb.yaml"),
        ("a\u202eb\x9b.yaml".encode(), "a\\u202eb\\x9b.yaml"),
        (b"[red]a[bold].yaml", "[red]a[bold].yaml"),
    ],
)
@pytest.mark.parametrize("read", READERS)
def test_a_name_is_shown_and_does_nothing(
    name: bytes, shown: str, read: Callable[[str], object], tmp_path: Path
) -> None:
    """What is in a file's name is written out, whether the file is there or not."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    assert len(refusal(read, path, f"{tmp_path}/{shown}: No such file")) == 1
    Path(path).write_text("- told\n")
    assert len(refusal(read, path, f"{tmp_path}/{shown}:1:1: ")) == 1


def test_check_tells_of_an_unkind_file_as_carefully(tmp_path: Path) -> None:
    """A name with a line feed takes one line, a guide may be large, and problems have an end."""
    path = tmp_path / "a\nb\x1b.yaml"
    path.write_bytes(NO_GUIDE_AND_NO_ANSWERS["100,000 unknown keys"]())
    run = measured(tmp_path, "check", str(path))
    lines = run.output.decode().splitlines()
    assert (run.code, run.errors) == (1, b"")
    assert lines[1].startswith(f"{tmp_path}/a\\nb\\x1b.yaml:1:1: no field")
    assert lines[51].endswith("and at least 950 more")
    assert len(lines) == 55
    assert run.seconds < MOST_SECONDS
    assert run.memory < MOST_MEMORY


def test_the_bounds_are_measured(tmp_path: Path) -> None:
    """A run that takes memory is seen to take it, so that the tests above can fail."""
    script = "import sys; held = bytearray(300 * 1024 * 1024); held[::4096] = held[::4096]"
    report = tmp_path / "report.txt"
    arguments = [sys.executable, "-c", MEASURE, str(report), sys.executable, "-c", script]
    subprocess.run(arguments, check=True)
    assert int(report.read_text().split()[1]) * 1024 > MOST_MEMORY
