"""Every help and every error ends with what to do next, in words that anybody can read aloud."""

import ast
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import typer
from typer.core import TyperGroup

from distancecli.checking.style import sentences
from distancecli.cli.app import app
from distancecli.errors import MEND, DistanceError
from distancecli.guide.model import Guide
from tests.support.sampling import one_plain
from tests.support.small_guide import changed
from tests.support.terminal_driver import ROOT, TerminalDriver, clean_environment, program

pytestmark = pytest.mark.slow

DOING: Final = (
    "Check",
    "Choose",
    "Install",
    "Give",
    "Leave",
    "Mend",
    "Name",
    "Run",
    "Save",
    "Start",
    "Try",
)
"""The words with which a sentence begins that tells what to do."""
MOST_WORDS: Final = 20
"""What the built-in guide allows its sentences, too."""
TYPING: Final = re.compile(r"(To|For) .+, type: distance\b.*")
"""The same with something that can be typed."""
COMMANDS: Final = (
    *("guide", "again", "steps", "questions", "support"),
    *("new", "check", "diff", "graph", "schema"),
)


def says_what_to_do(said: str) -> bool:
    """Whether the last sentence of what was said does, and is a whole one."""
    last = re.split(r"(?<=[.?!])\s+", said.splitlines()[-1].strip())[-1]
    is_whole = last[-1:] in (".", '"') or ": " in last
    return (last.partition(" ")[0] in DOING and is_whole) or bool(TYPING.fullmatch(last))


@pytest.mark.parametrize(
    "said",
    [
        "No such file.",
        "Check the name.\nNo such file.",
        "Check the name. It is not there.",
        "a.yaml: larger than 256 kB. Is this the right file?",
        "There are two. To see them: distance steps",
        "a.yaml:1:1: check this",
        "It is not there. Check the name.,",
    ],
)
def test_what_says_nothing_of_what_to_do_is_seen(said: str) -> None:
    """Where the last sentence only says what is wrong, the tests below would fail."""
    assert not says_what_to_do(said)


# --- Errors, from a shell -------------------------------------------------------------------------

WRONG: Final = [
    "distance",
    "distance nothing",
    "distance guid",
    "distance help",
    "distance ''",
    "distance --nothing",
    "distance -x",
    "distance guide nothing",
    "distance guide --answer ok.yaml",
    "distance guide --answers",
    "distance guide --plain=yes",
    "distance guide --format pdf",
    "distance steps two",
    "distance steps 9",
    "distance steps -1",
    "distance steps 1 2",
    "distance support --county FR",
    "distance support --country",
    "distance diff",
    "distance diff ok.yaml",
    "distance graph --format pdf",
    "distance schema > steps.yaml more",
    "distance guide < /dev/null",
    "echo 1 | distance guide --plain",
    "distance guide --ask",
    "distance guide --save-answers -",
    "distance guide --output a.md --save-answers a.md",
    "distance guide --answers none.yaml",
    "distance guide --answers ''",
    "distance guide --answers .",
    "distance guide --answers /dev/null",
    "distance guide --answers - <&-",
    "distance guide --answers large.yaml",
    "distance guide --answers latin.yaml",
    "distance guide --guide none.yaml",
    "distance check none.yaml",
    "distance check folder",
    "distance diff steps.yaml none.yaml",
    "distance graph latin.yaml",
    "echo 'told: shutt' | distance guide --answers -",
    "echo 'zzzz: open' | distance guide --answers -",
    "echo 'told: [open, fine]' | distance guide --answers -",
    "echo '- told' | distance guide --answers -",
    "echo 'told: [open' | distance guide --answers -",
    "yes 'told: open' | head -100 | distance guide --answers -",
    "distance guide --guide wrong.yaml --answers ok.yaml",
    "distance steps --guide wrong.yaml",
    "distance graph wrong.yaml",
    "distance diff steps.yaml wrong.yaml",
    "distance guide --answers ok.yaml --output ok.yaml",
    "distance guide --answers ok.yaml --output ''",
    "distance guide --answers ok.yaml --output folder",
    "distance guide --answers ok.yaml --output none/plan.md",
    "distance guide --answers ok.yaml --output link.md",
    "distance guide --answers ok.yaml --output /dev/null",
    "distance guide --answers ok.yaml --output \"$(printf 'a\\nb')\"",
    "distance guide --answers ok.yaml --save-answers folder",
    "distance guide --answers ok.yaml >&-",
]
FULL: Final = [
    f"distance {arguments} > /dev/full"
    for arguments in ("--help", "--version", "steps", "guide --answers ok.yaml", "check", "schema")
]


@pytest.fixture
def folder(tmp_path: Path, real_text: str) -> Path:
    """A folder with a command `distance` and with files, sound ones and others."""
    program = tmp_path / "distance"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m distancecli "$@"\n')
    program.chmod(0o755)
    (tmp_path / "folder").mkdir()
    (tmp_path / "ok.yaml").write_text("told: open\n")
    (tmp_path / "link.md").symlink_to("ok.yaml")
    (tmp_path / "large.yaml").write_text("# \n" * 100_000)
    (tmp_path / "latin.yaml").write_bytes(b"told: caf\xe9\n")
    (tmp_path / "steps.yaml").write_text(real_text)
    wrong = changed(real_text, "when: talks_and_has_time", "when: talk_and_has_time")
    (tmp_path / "wrong.yaml").write_text(wrong)
    return tmp_path


def in_shell(folder: Path, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of shell in the folder, without a terminal."""
    path = f"{folder}:{clean_environment()['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=folder,
        env=clean_environment() | {"PATH": path, "PYTHONPATH": str(ROOT)} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        start_new_session=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("line", [*WRONG, *FULL])
def test_an_error_ends_with_what_to_do(folder: Path, line: str) -> None:
    """What stands on standard error ends so; the exit code is 2, or 1 where writing failed."""
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    done = in_shell(folder, line)
    cannot_write = any(part in line for part in (">&-", "/dev/full", "--answers ok.yaml --"))
    assert done.returncode == (1 if cannot_write else 2)
    assert "Traceback" not in done.stderr
    assert says_what_to_do(done.stderr), done.stderr


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_without_completion_is_named_another(folder: Path, option: str) -> None:
    """Typer says only that the shell will not do; which ones do is said below it."""
    sitecustomize = "import shellingham; shellingham.detect_shell = lambda: ('dash', '/bin/dash')"
    (folder / "sitecustomize.py").write_text(sitecustomize)
    done = in_shell(folder, f"distance {option}", HOME=str(folder), PYTHONPATH=f"{folder}:{ROOT}")
    assert done.returncode == 2
    assert says_what_to_do(done.stderr)
    assert not (folder / ".bashrc").exists()


@pytest.mark.parametrize(
    "name", one_plain(["wrong.yaml", "broken.yaml", "latin.yaml", "warned.yaml"])
)
def test_a_report_of_problems_ends_with_what_to_do(folder: Path, name: str) -> None:
    """So does the report of a check, whatever it found and wherever it is written."""
    sound = (folder / "steps.yaml").read_text()
    (folder / "warned.yaml").write_text(f"{sound}".replace("facts:\n", "facts:\n  idle: event\n"))
    narrower = sound.replace("highlight: {any: [long_standing, traumatic]}", "highlight: event")
    (folder / "broken.yaml").write_text(narrower)
    done = in_shell(folder, f"distance check {name} --strict")
    assert done.returncode == (2 if name == "latin.yaml" else 1)
    assert (
        (done.stdout + done.stderr)
        .splitlines()[-1]
        .startswith(
            "latin.yaml:1:10: this is not UTF-8 text. Save it" if name == "latin.yaml" else "Mend "
        )
    )


def test_a_report_without_problems_says_how_to_use_the_guide(folder: Path) -> None:
    """After a clean check, the last line can be typed as it stands, and asks by that guide."""
    done = in_shell(folder, "distance check steps.yaml")
    assert done.returncode == 0
    line = done.stdout.splitlines()[-1]
    assert line == "To be asked by it, type: distance guide --guide steps.yaml"


def test_the_lines_of_compilers_stay_as_they_are(folder: Path) -> None:
    """What to do stands below them, on a line of its own, so that editors find each place."""
    done = in_shell(folder, "yes 'told: open' | head -3 | distance guide --answers -")
    *problems, last = done.stderr.splitlines()
    assert [line.split(": ")[0] for line in problems] == [
        "standard input:2:1",
        "standard input:3:1",
    ]
    assert last == MEND


@pytest.mark.slow
@pytest.mark.parametrize("columns", [30, 60, 80, 200])
@pytest.mark.parametrize("arguments", [["steps", "1", "2"], ["support", "--county", "FR"], []])
def test_on_a_terminal_no_word_of_an_error_is_broken(arguments: list[str], columns: int) -> None:
    """What is to be typed can be read there; in a pipe each line stays whole."""
    environment = {"COLUMNS": str(columns)}  # for the help, which would look for it in a pipe
    with TerminalDriver(program(*arguments), columns, 150, environment=environment) as terminal:
        assert terminal.exit_code() == 2
        shown = terminal.text()
    piped = subprocess.run(
        program(*arguments),
        capture_output=True,
        text=True,
        env=clean_environment() | environment,
        cwd=ROOT,
        check=False,
    ).stderr
    assert shown.split() == piped.split()
    assert not arguments or piped.count("\n") == 1


# --- Errors, in the source ------------------------------------------------------------------------

ELSEWHERE: Final = {
    "*context.get_help().splitlines()",  # the help
    "*complaints",  # the label `not_kept`
    "self.line_on(copy, found)",
}
"""What is raised as an error and stands in other words than those of the call."""


def messages() -> Iterator[tuple[str, ast.expr, ast.Module]]:
    """What each error says that has no ending of its own: where it is raised, and as what."""
    kinds = {kind.__name__ for kind in DistanceError.__subclasses__() if not kind.ending}
    for path in sorted((ROOT / "distancecli").rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        for call in ast.walk(module):
            if isinstance(call, ast.Call) and call.args and ast.unparse(call.func) in kinds:
                yield f"{path.name}:{call.lineno}", call.args[-1], module


def in_words(said: ast.expr, module: ast.Module, guide: Guide) -> str:
    """The words of a message, with one in place of each value; labels are the guide's."""
    match said:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            constants = [
                each.value if isinstance(each, ast.Constant) else "distance" for each in parts
            ]
            return "".join(map(str, constants))
        case ast.Name(name):
            assigned = [
                each.value
                for each in ast.walk(module)
                if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == name
            ]
            return "\n".join(in_words(each, module, guide) for each in assigned)
        case ast.Call(ast.Attribute(ast.Attribute(attr=label), "format")):
            return str(getattr(guide.labels, label))
        case ast.Attribute(attr=label):
            return str(getattr(guide.labels, label))
    raise TypeError(f"not a message: {ast.unparse(said)}")


def test_every_error_in_the_source_ends_with_what_to_do(guide: Guide) -> None:
    """A new one is found here before anybody meets it; and none of its sentences is long."""
    found = [
        (where, in_words(said, module, guide))
        for where, said, module in messages()
        if ast.unparse(said) not in ELSEWHERE
    ]
    found.append(("not_kept", guide.labels.not_kept))
    assert len(found) > 15
    for where, said in found:
        for line in said.splitlines():
            assert says_what_to_do(line), (where, line)
            longest = max(len(sentence.split()) for sentence in sentences(line))
            assert longest <= MOST_WORDS, (where, line)


# --- Help -----------------------------------------------------------------------------------------

NEXT: Final = re.compile(r"To .+, type: distance (\w+).*|To .+, make .+: #.+|If .+, call .+\.")
"""How the last paragraph of a help says what to do next."""


def help_of(folder: Path, command: str) -> str:
    """What `--help` prints."""
    return in_shell(folder, f"distance {command} --help").stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_has_an_example_and_ends_with_what_to_do(folder: Path, command: str) -> None:
    """What it says to type is a command that there is."""
    said = help_of(folder, command)
    assert re.search(rf"^  distance {command}", said, re.MULTILINE)
    last = " ".join(said.rstrip().split("\n\n")[-1].split())
    found = NEXT.fullmatch(last)
    assert found, last
    assert found[1] is None or found[1] in COMMANDS
    if typed := re.search(r"type: distance (.*?)\.?$", last):
        name, *arguments = shlex.split(typed[1])
        group = typer.main.get_command(app)
        assert isinstance(group, TyperGroup)
        assert group.commands[name].make_context(name, arguments)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_can_be_read_aloud(folder: Path, command: str) -> None:
    """No sentence is cut or long, and each option and each argument is explained."""
    usage, _, said = help_of(folder, command).partition("\n\n")
    assert usage.startswith("Usage: distance")
    headings = re.findall(r"^(\w.*):$", said, re.MULTILINE)
    kinds = (
        ["Arguments", "Options"]
        if re.search(r"[A-Z]{3}", usage.replace("OPTIONS", ""))
        else ["Options"]
    )
    first = [] if command else ["Commands", "Commands for guide authors"]
    assert [each for each in headings if each in (*first, "Arguments", "Options")] == [
        *first,
        *(kinds if command else ["Options"]),
    ]
    assert "..." not in said
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\n|\n  (?=\S)", said)]
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_the_first_line_that_a_help_names_for_a_guide_is_one(folder: Path) -> None:
    """The line that makes editors use the schema stands whole, to be copied."""
    assert re.search(r"^ *# yaml-language-server: \$schema=\S+$", help_of(folder, "schema"), re.M)


def test_what_can_be_typed_stands_in_the_help_of_all(folder: Path) -> None:
    """Each command has a line there, and those for readers stand before those for authors."""
    said = help_of(folder, "")
    places = [said.index(f"\n  {command} ") for command in COMMANDS]
    assert places == sorted(places)
    assert said.index("Commands:") < places[0] < places[3] < said.index("guide authors:")
