"""The commands for authors, run in this process: what each form begins with, and the exit codes."""

import json
from pathlib import Path
from typing import Final

import pytest

from distancecli.cli.app import run
from distancecli.guide import load
from tests.support.small_guide import changed
from tests.support.sound_guide import sound_text

SAME_RULES: Final = "The rules are the same for every reader"


@pytest.fixture
def guides(tmp_path: Path) -> list[str]:
    """The sound guide, one with another word, and one with another rule."""
    word = changed(sound_text(), "title: The end\n", "title: That is it\n")
    rule = changed(sound_text(), "{any: [tired, {rest: [often]}]}", "{rest: [often]}")
    names = []
    for name, text in (("a.yaml", sound_text()), ("word.yaml", word), ("rule.yaml", rule)):
        (tmp_path / name).write_text(text)
        names.append(str(tmp_path / name))
    return names


@pytest.mark.parametrize(
    ("other", "options", "code", "said"),
    [
        (0, [], 0, "Nothing changes for any reader."),
        (0, ["--rules"], 0, f"{SAME_RULES}; no texts are worded otherwise."),
        (1, [], 1, '- the ending "stopped": title "The end" is now "That is it"'),
        (1, ["--rules"], 0, f"{SAME_RULES}; 1 text is worded otherwise."),
        (2, [], 1, "    mood: low  # Low"),
        (2, ["--rules"], 1, "    mood: low  # Low"),
    ],
)
def test_words_are_left_out_only_where_that_is_asked_for(
    guides: list[str],
    other: int,
    options: list[str],
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit code says whether anything changes, and the last line what."""
    assert (run(["diff", guides[0], guides[other], *options]) or 0) == code
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == f"From {guides[0]} to {guides[other]}:"
    assert last == said


@pytest.mark.parametrize(
    ("options", "first"),
    [
        (["graph"], "A sound guide\n"),
        (["graph", "--format", "tree"], "A sound guide\n"),
        (["graph", "--format", "MERMAID"], "flowchart LR\n"),
        (["graph", "--format", "dot"], "digraph guide {"),
        (["schema"], "{"),
        (["schema", "--format", "JSON"], "{"),
        (["check"], "The guide: "),
        (["check", "--format", "text"], "The guide: "),
        (["check", "--format", "json"], "[]"),
    ],
)
def test_each_form_can_be_asked_for(
    guides: list[str], options: list[str], first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In capitals too; without one it is that for people, and of the schema that for editors."""
    command, *others = options
    files = [] if command == "schema" else guides[:1]
    assert not run([command, *files, *others])
    said = capsys.readouterr().out
    assert said.startswith(first)
    if "json" in "".join(options).casefold() or options == ["schema"]:
        assert json.loads(said) is not None


def test_the_reference_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    """For whoever has no editor that reads a schema."""
    assert not run(["schema", "--format", "text"])
    said = capsys.readouterr().out
    assert "questions" in said
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(said)


@pytest.mark.parametrize(
    ("chosen", "named", "first"),
    [
        ("", True, "The guide: {file}"),
        ("word", True, "The guide: {file}"),
        ("word", False, "The guide that DISTANCE_GUIDE names: {word}"),
        ("", False, "The guide that came with the program: {ours}"),
    ],
)
def test_a_report_says_which_guide_it_is_of(
    chosen: str,
    named: bool,
    first: str,
    guides: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where none is named that is the chosen one, or else ours."""
    file, word, ours = guides
    monkeypatch.setattr(load, "built_in_path", lambda: Path(ours))
    monkeypatch.setenv("DISTANCE_GUIDE", word if chosen else "")
    run(["check", *([file] if named else [])])
    said = capsys.readouterr().out.splitlines()
    assert said[0] == first.format(file=file, word=word, ours=ours)


UNUSED: Final = ("facts:\n", "facts:\n  idle: {mood: [fine]}\n")
"""An edit that is warned of."""


@pytest.mark.parametrize(
    ("text", "options", "code", "told"),
    [
        (sound_text(), ["--strict"], None, []),
        (changed(sound_text(), *UNUSED), [], None, ["unused-fact"]),
        (changed(sound_text(), *UNUSED), ["--strict"], 1, ["unused-fact"]),
        (changed(sound_text(), "text: [That is all.]", "text: []"), [], 1, ["blank-page"]),
        (changed(sound_text(), "ask: Do you rest?", "asks: x"), [], 1, ["unknown-field"] * 2),
        (None, [], 2, ["unreadable"]),
    ],
)
def test_what_fails_a_check(
    text: str | None,
    options: list[str],
    code: int | None,
    told: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An error does, a warning only where that is asked for; programs learn of a missing file."""
    path = tmp_path / "guide.yaml"
    if text is not None:
        path.write_text(text)
    assert run(["check", "--format", "json", *options, str(path)]) == code
    found = json.loads(capsys.readouterr().out)
    assert len(found) == len(told)
    assert {each["code"] for each in found} >= set(told[:1])


@pytest.mark.parametrize("command", [[], ["guide"], ["check"]])
def test_help_has_a_short_name(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`-h` is what many type first."""
    said = []
    for option in ("-h", "--help"):
        assert not run([*command, option])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert said[0].startswith("Usage: distance")
