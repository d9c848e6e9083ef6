"""The commands that ask nothing, run in this process: what each shows, and what it refuses."""

import sys
from pathlib import Path

import pytest

from distancecli.cli import main as cli
from distancecli.cli.app import run
from distancecli.cli.new import TUTORIAL
from distancecli.errors import Refused
from distancecli.guide.load import built_in_path, load_guide, parse_guide
from distancecli.guide.model import Guide
from distancecli.system.machine import machine
from tests.support.built_in import GUIDE


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command writes to standard output."""
    assert not run(list(arguments))
    return capsys.readouterr().out


def test_one_step_or_all_of_them_are_shown(
    guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    """By number; each with its title."""
    every = shown(capsys, "steps")
    assert all(step.title in every for step in guide.steps)
    for number, named in enumerate(guide.steps, start=1):
        one = shown(capsys, "steps", str(number))
        assert [step.title in one for step in guide.steps] == [
            step is named for step in guide.steps
        ]


@pytest.mark.parametrize("number", ["0", "6"])
def test_a_step_that_there_is_not_is_refused(number: str) -> None:
    """And it is said which there are."""
    with pytest.raises(Refused) as refused:
        run(["steps", number])
    assert str(refused.value) == f"There is no step {number}. Choose a number from 1 to 5."


def test_the_questions_or_a_file_to_fill_in_are_shown(
    guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list says who is asked how it went; the file has a line for each question."""
    assert "Only asked by distance again" in " ".join(shown(capsys, "questions").split())
    lines = shown(capsys, "questions", "--template").splitlines()
    assert all(any(line.startswith(f"{each.id}:") for line in lines) for each in guide.questions)


@pytest.mark.parametrize("typed", [["uk"], ["--country", "UK"], ["United", "Kingdom"]])
def test_the_lines_of_a_country_are_shown(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """However it is named, and those of no other one; nothing is said of a guide that is sound."""
    lines = " ".join(shown(capsys, "support", *typed).split())
    assert "999" in lines
    assert "1-800-799-7233" not in lines
    assert "could not be used" not in lines


def test_a_guide_that_cannot_be_used_keeps_nobody_from_help(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines that came with the program are shown, and it is said why."""
    path = tmp_path / "guide.yaml"
    path.write_text("title: [")
    lines = " ".join(shown(capsys, "support", "--guide", str(path)).split())
    assert "could not be used" in lines
    assert "999" in lines


def test_a_guide_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A small one or ours; never over a file, and never without a name."""
    monkeypatch.chdir(tmp_path)
    assert shown(capsys, "new", "guide.yaml").splitlines() == [
        "guide.yaml is written. What to type next:",
        "distance check guide.yaml",
        "distance guide --guide guide.yaml",
        "distance new --explain",
    ]
    lines = shown(capsys, "new", "my guide.yaml").splitlines()
    assert f"distance check {machine.quoted('my guide.yaml')}" in lines
    small = (tmp_path / "guide.yaml").read_text()
    assert parse_guide("guide.yaml", small).questions
    shown(capsys, "new", "ours.yaml", "--from-built-in")
    assert load_guide("ours.yaml") == GUIDE
    ours = Path("ours.yaml").read_text(encoding="utf-8").splitlines()
    assert ours[0] == "# yaml-language-server: $schema=steps.schema.json"
    assert ours[1:] == built_in_path().read_text(encoding="utf-8").splitlines()[1:]
    assert shown(capsys, "new", "--explain") == TUTORIAL.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (["there.yaml"], "there.yaml was not written: it is there already. Name another file."),
        (["no/a.yaml"], "no/a.yaml was not written: its folder does not exist. Name another file."),
        ([""], '"" was not written: this is the name of a folder. Name another file.'),
        ([], "Name the file to write, such as: distance new guide.yaml"),
    ],
)
def test_a_guide_is_begun_in_no_place_but_a_new_file(
    name: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there stays as it is, and the way on is told."""
    monkeypatch.chdir(tmp_path)
    Path("there.yaml").write_text("mine")
    with pytest.raises(Refused) as refused:
        run(["new", *name])
    assert str(refused.value) == said
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("arguments", [["nothing"], ["steps", "x"], ["guide", "--answers", "none"]])
def test_an_error_ends_as_lines_and_an_exit_code(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error; standard output stays empty."""
    monkeypatch.setattr(cli, "make_readable", lambda: None)
    monkeypatch.setattr(sys, "argv", ["distance", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err.rstrip().splitlines()
    assert "Traceback" not in said.err


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else."""
    said = shown(capsys, "--version")
    assert said.startswith("distance 0.")
