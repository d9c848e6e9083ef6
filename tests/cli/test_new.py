"""`distance new`: from nothing to a proved guide, and the page that says how to go on."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from distancecli.cli.new import STARTER, TUTORIAL
from distancecli.documents.document import parse_document
from distancecli.guide.load import load_guide
from tests.support.terminal_driver import ROOT, run_program

ADDED: Final = re.compile(r"^      (- \{.*\})$", re.MULTILINE)
"""The lines that the tutorial tells to add."""
OWN_LINES: Final = 80
"""Lines of the small guide that are no remarks: few enough to be read at once."""


def guide_in(folder: Path, *arguments: str) -> Path:
    """The guide that the command writes there."""
    done = run_program("new", *arguments, "guide.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "guide.yaml"


def test_the_small_guide_is_proved(tmp_path: Path) -> None:
    """`check --strict` passes it, and everything that it is to show of the form is in it."""
    path = guide_in(tmp_path)
    done = run_program("check", "--strict", "guide.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "The guide: guide.yaml")
    guide = load_guide(str(path))
    assert (len(guide.steps), len(guide.promises), len(guide.readers)) == (2, 3, 2)
    assert guide.endings
    assert guide.guarded
    assert guide.questions[0].private
    assert any(option.off_record for option in guide.questions[0].options)


def test_the_small_guide_is_explained_and_short(tmp_path: Path) -> None:
    """Each section has a remark, no line is too wide for an editor, and few are its own."""
    lines = guide_in(tmp_path).read_text(encoding="utf-8").splitlines()
    own = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    sections = [line for line in own if not line.startswith(" ")]
    assert len(own) <= OWN_LINES
    assert max(map(len, lines)) <= 120
    assert [line for line in sections if " # " not in line] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("safety: afraid", "Find A Helpline"),
        ("safety: unsure", "You can ask if it is safe:"),
        ("safety: safe\ntold: not_yet", "You could say: I miss our walks."),
    ],
)
def test_readers_are_guided_by_the_small_guide(tmp_path: Path, answers: str, said: str) -> None:
    """To the page on safety, to what is safe for them, or to a step with words for it."""
    guide_in(tmp_path)
    done = run_program(
        *("guide", "--guide", "guide.yaml", "--answers", "-"), cwd=tmp_path, given=answers
    )
    assert said in done.stdout


@pytest.mark.slow
def test_the_built_in_guide_can_be_edited_by_whoever_installed_the_program(tmp_path: Path) -> None:
    """The copy has the same rules and words, and its first line names a schema beside it."""
    path = guide_in(tmp_path, "--from-built-in")
    assert load_guide(str(path)) == load_guide(str(ROOT / "steps.yaml"))
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=steps.")
    assert run_program("diff", "guide.yaml", str(ROOT / "steps.yaml"), cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("there.yaml", "it is there already"),
        ("nowhere/guide.yaml", "its folder does not exist"),
        (".", "this is the name of a folder"),
        ("", "this is the name of a folder"),
    ],
)
def test_no_file_is_written_where_something_stands(tmp_path: Path, name: str, said: str) -> None:
    """What is there stays as it is, and one line says why nothing was written."""
    (tmp_path / "there.yaml").write_text("mine")
    done = run_program("new", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    named = name or '""'
    assert done.stderr == f"{named} was not written: {said}. Name another file.\n"
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.slow
def test_what_to_type_next_works(tmp_path: Path) -> None:
    """Each command below the word that the file is written, also for a name with a blank."""
    done = run_program("new", "my guide.yaml", cwd=tmp_path)
    commands = [shlex.split(line) for line in done.stdout.splitlines()[1:]]
    assert [command[1] for command in commands] == ["check", "guide", "new"]
    checked = run_program(*commands[0][1:], cwd=tmp_path)
    assert checked.returncode == 0


def test_the_tutorial_is_one_page(tmp_path: Path) -> None:
    """At most 66 lines of 80 columns; nothing is written."""
    done = run_program("new", "--explain", "guide.yaml", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.stdout == TUTORIAL.read_text(encoding="utf-8")
    assert len(lines) <= 66
    assert max(map(len, lines)) <= 80
    assert list(tmp_path.iterdir()) == []


def test_the_tutorial_can_be_followed() -> None:
    """What it adds in three places goes into the small guide, step by step, until it is proved."""
    from tests.support.sound_guide import problems

    answer, reason, advice = ADDED.findall(TUTORIAL.read_text(encoding="utf-8"))
    text = STARTER.read_text(encoding="utf-8")
    for before, added, left in (
        ("      - {code: told,", answer, ["no-effect"]),
        ("      - {when: {told: [not_yet]}, because", reason, []),
        ("      - {text: Write two lines.", advice, []),
    ):
        assert text.count(before) == 1
        text = text.replace(before, f"      {added}\n{before}")
        assert [problem.code for problem in problems(text)] == left


def test_what_the_tutorial_says_of_yaml_is_so() -> None:
    """In quotes stand a colon, a # or a sign at the beginning, a comma in braces, and a quote."""
    for text in ("Note: this", "a # b", "- a", "? a", "* a", "& a", "! a", "% a", "@ a", "[ a"):
        quoted = parse_document("t.yaml", f'text: "{text}"').data["text"]
        assert quoted == text
    assert parse_document("t.yaml", '{label: "We argue, a lot"}').data == {
        "label": "We argue, a lot"
    }
    assert parse_document("t.yaml", r'text: "a \"b\""').data == {"text": 'a "b"'}
    assert parse_document("t.yaml", "text: >-\n  a\n  b\n").data == {"text": "a b"}
