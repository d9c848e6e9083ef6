"""An adapted guide is one's own everywhere: its commands, its labels, its help lines."""

import json
import re
from pathlib import Path
from typing import Final

import pytest

from distancecli.cli.new import STARTER
from distancecli.errors import UnreadableFile
from distancecli.guide import load
from distancecli.guide.adapted import (
    ANYWHERE,
    COMMANDS,
    LONGEST_NAME,
    commands,
    filled,
    for_readers,
)
from distancecli.guide.load import (
    CHOSEN,
    OpenGuide,
    built_in,
    chosen_path,
    guide_at_hand,
    parse_guide,
)
from distancecli.interview.plan import make_plan
from distancecli.rendering.helplines import support_outline
from distancecli.rendering.text import as_text
from distancecli.system.machine import machine
from distancecli.text.characters import shortened
from tests.support.built_in import GUIDE
from tests.support.small_guide import SMALL_GUIDE, small_text
from tests.support.terminal_driver import ROOT, TerminalDriver, program, run_program

WELCOME: Final = "welcome: {title: T, text: [A word.], on_screen: S, plain: P}\n"
COMMAND: Final = re.compile(rf"^[^#]*distance ({'|'.join(COMMANDS.values())})\b")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A guide in a folder of its own."""
    path = tmp_path / "own.yaml"
    path.write_text(STARTER.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def test_labels_that_are_left_out_are_the_built_in_ones() -> None:
    """All of them, or all but what an author writes; a label that nobody knows is told."""
    ours = GUIDE.labels
    assert parse_guide("own.yaml", SMALL_GUIDE + WELCOME).labels == ours
    some = parse_guide("own.yaml", SMALL_GUIDE + WELCOME + "labels: {skip: Lieber nicht}\n")
    assert some.labels.skip == "Lieber nicht"
    assert some.labels.begin == ours.begin


@pytest.mark.parametrize("labels", ["", "labels: {skip: Lieber nicht}\n", "all"])
def test_help_lines_that_are_left_out_are_the_built_in_ones(labels: str) -> None:
    """However many labels an author has written."""
    if labels == "all":
        labels = f"labels: {json.dumps(built_in().data['labels'])}\n"
    text = re.sub(r"^support:.*?(?=^\w|\Z)", "", SMALL_GUIDE, flags=re.M | re.S)
    text = text.replace("[listener]", "[emergency]")
    own = parse_guide("own.yaml", text + WELCOME + labels)
    assert own.support == GUIDE.support


def test_the_built_in_guide_leaves_nothing_out() -> None:
    """So that nothing has to be looked up in another file for it."""
    assert set(built_in().data["labels"]) == set(GUIDE.labels.__struct_fields__)


@pytest.mark.parametrize("placeholder", COMMANDS)
def test_a_placeholder_becomes_the_command_that_works(placeholder: str) -> None:
    """With the file where it is named, and without where the guide is the usual one."""
    name = COMMANDS[placeholder]
    data = {"a": [f"Type: {placeholder}."], "b": None}
    assert filled(data, commands()) == {"a": [f"Type: distance {name}."], "b": None}
    assert filled(data, commands("g.yaml")) == {
        "a": [f"Type: distance {name} --guide g.yaml."],
        "b": None,
    }
    assert commands("{x}.yaml")[placeholder] == f"distance {name} --guide FILE"


def test_a_section_without_words_is_left_as_it_stands() -> None:
    """Where no reader is told anything, braces are the author's own; anywhere else they count."""
    wordless = ("support", "facts", "guarded", "promises", "readers")
    data = {name: {"a": ["{guide_command}"]} for name in (*wordless, "plan", "labels")}
    done = filled(data, commands())
    assert [name for name in data if done[name] == data[name]] == list(wordless)
    others: list[object] = [None, [], "{guide_command}"]
    assert [filled(other, commands()) for other in others] == others


def test_a_guide_that_is_named_is_named_in_its_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a shell reads it; one that is chosen, as the built-in one, needs no name."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "my own.yaml"
    path.write_text(small_text(), encoding="utf-8")
    monkeypatch.setattr(load, "built_in_path", lambda: path)
    for named, words in ((path.name, f"distance steps --guide {machine.quoted(path.name)}"),
                         (None, "distance steps")):  # fmt: skip
        opened = OpenGuide(named)
        assert opened.front.labels.more_of_steps.endswith(f": {words}")
        assert opened.whole.labels.more_of_steps.endswith(f": {words}")


def test_no_text_of_the_built_in_guide_names_a_command_as_it_stands() -> None:
    """A copy of it would send its readers to the built-in guide otherwise."""
    lines = (ROOT / "steps.yaml").read_text(encoding="utf-8").splitlines()
    named = [line.strip() for line in lines if COMMAND.search(line)]
    assert [line[:24] for line in named] == [
        'saved_title: "Answers to',
        "An answers file for dist",
    ]


@pytest.mark.slow
def test_a_text_names_the_guide_that_was_named(own: Path) -> None:
    """The file as it was typed, in a plan and in the list of steps."""
    arguments = ("guide", "--guide", "own.yaml", "--answers", "-")
    shown = run_program(*arguments, cwd=own.parent, given="safety: safe").stdout
    assert "Help lines: distance support --guide own.yaml" in " ".join(shown.split())


@pytest.mark.slow
def test_a_guide_is_chosen_for_all_commands(own: Path) -> None:
    """By a variable with its whole path; then a command names no file, and needs none."""
    for arguments, words in (
        (("steps",), "Say that you miss them"),
        (("questions",), "Do you feel safe with your friend?"),
        (("support",), "Find A Helpline"),
        (("check", "--strict"), f"The guide that DISTANCE_GUIDE names: {own}"),
    ):
        done = run_program(*arguments, DISTANCE_GUIDE=str(own))
        assert done.returncode == 0
        assert words in done.stdout
    done = run_program("guide", "--answers", "-", given="safety: safe", DISTANCE_GUIDE=str(own))
    assert "Help lines: distance support\n" in done.stdout


@pytest.mark.slow
def test_check_says_which_guide_it_proved() -> None:
    """In its first line, also where none is named: an edited copy elsewhere is not that one."""
    first = run_program("check").stdout.splitlines()[0]
    assert first == f"The guide that came with the program: {ROOT / 'steps.yaml'}"


@pytest.mark.slow
def test_a_path_that_hangs_on_the_folder_is_refused(own: Path) -> None:
    """It would name another file, or none, elsewhere."""
    done = run_program("steps", cwd=own.parent, DISTANCE_GUIDE="own.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith('DISTANCE_GUIDE: "own.yaml" is another file in each folder.')


@pytest.mark.slow
@pytest.mark.parametrize("text", [None, "a: [", "title: A\n"])
def test_help_lines_are_shown_whatever_became_of_the_guide(
    tmp_path: Path, text: str | None
) -> None:
    """Missing, broken or no guide at all: the built-in lines, a word on it, and exit code 0."""
    path = tmp_path / "own.yaml"
    if text is not None:
        path.write_text(text)
    for arguments, chosen in (
        (("support", "uk", "--guide", str(path)), ""),
        (("support", "uk"), str(path)),
        (("support", "uk"), "own.yaml"),
        (("support", "uk", "--guide", ""), ""),
    ):
        done = run_program(*arguments, cwd=tmp_path, DISTANCE_GUIDE=chosen)
        assert (done.returncode, done.stderr) == (0, "")
        assert "0808 2000 247" in done.stdout
        assert "could not be used" in " ".join(done.stdout.split())  # wherever a line ends


def test_an_ending_has_the_built_in_lines_that_serve_anywhere(tmp_path: Path) -> None:
    """Those for an emergency that the guide lacks, once each, under a heading; so has the list."""
    text = STARTER.read_text(encoding="utf-8") + (
        "support: {checked: 2026-11, kinds: {abuse: Hurt}, countries: {}, anywhere: {name: Here,"
        " lines: [{kind: abuse, name: Ours, number: 1, web: lila.help, source: s}]}}\n"
    )
    path = tmp_path / "own.yaml"
    path.write_text(text.replace("number: 1, ", ""))
    guide = OpenGuide(str(path)).whole
    plan = make_plan(guide, {"safety": frozenset({"afraid"})})
    assert plan.ending
    added = plan.ending.text[-1]
    assert added.text == guide.labels.support_anywhere
    assert [line.split(": ")[1] for line in added.lines if "lila" in line] == []
    assert any("findahelpline.com" in line for line in added.lines)
    assert not any("psychologytoday.com" in line for line in added.lines)
    assert ANYWHERE not in parse_guide("own.yaml", text).support.kinds
    shown = as_text(support_outline(guide))
    assert "Hurt\n  - Ours: lila.help" in shown
    assert guide.labels.support_anywhere in shown


def test_a_copy_of_the_built_in_guide_says_nothing_twice(tmp_path: Path) -> None:
    """It has all those lines already."""
    path = tmp_path / "copy.yaml"
    path.write_bytes((ROOT / "steps.yaml").read_bytes())
    guide = OpenGuide(str(path)).whole
    assert guide.endings == GUIDE.endings or "--guide" in repr(guide.endings)
    assert ANYWHERE not in guide.support.kinds


@pytest.mark.slow
def test_the_first_page_names_a_guide_that_is_not_the_built_in_one(own: Path) -> None:
    """By its file, so that nobody takes it for the other."""
    assert not guide_at_hand()[1]
    command = program("guide", "--guide", "own.yaml")
    with TerminalDriver(command, cwd=own.parent, environment={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("the file own.yaml", "Enter: begin")
    with TerminalDriver(program("guide")) as terminal:
        terminal.wait_for("Enter: begin")
        assert "the file" not in terminal.words()


def test_the_guide_is_the_one_that_is_named_or_else_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a whole path, since another one would hang on the folder; empty is as good as not set."""
    whole = str(Path("own.yaml").absolute())
    for chosen, named, path in (
        (None, None, None),
        ("", None, None),
        (whole, None, whole),
        (whole, "mine.yaml", "mine.yaml"),
        ("own.yaml", "mine.yaml", "mine.yaml"),
        (whole, "", ""),
    ):
        monkeypatch.delenv(CHOSEN, raising=False)
        if chosen is not None:
            monkeypatch.setenv(CHOSEN, chosen)
        assert chosen_path(named) == path
    monkeypatch.setenv(CHOSEN, "own.yaml")
    with pytest.raises(UnreadableFile) as refused:
        chosen_path(None)
    said = 'DISTANCE_GUIDE: "own.yaml" is another file in each folder. Give its whole path.'
    assert str(refused.value) == said


def test_a_guide_that_did_not_come_along_is_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Inside the package, where it belongs, and what to do."""
    monkeypatch.setattr(load, "FILE_NAME", "gone.yaml")
    with pytest.raises(UnreadableFile) as refused:
        load.built_in_path()
    missing = ROOT / "distancecli" / "gone.yaml"
    assert str(refused.value) == f"{missing} is missing. Install distancecli again."


def test_whoever_is_in_need_has_a_guide_and_is_told_which_one_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of the file as it was given, or as it was chosen; nothing where it is used."""
    small, gone = tmp_path / "small.yaml", str(tmp_path / "gone.yaml")
    small.write_text(small_text(), encoding="utf-8")
    monkeypatch.setattr(load, "built_in_path", lambda: small)
    ours = load.load_guide(str(small))
    monkeypatch.delenv(CHOSEN, raising=False)
    assert guide_at_hand() == (ours, "")
    assert guide_at_hand(str(small))[1] == ""
    assert guide_at_hand(gone) == (ours, gone)
    assert guide_at_hand("") == (ours, '""')
    monkeypatch.setenv(CHOSEN, gone)
    assert guide_at_hand() == (ours, gone)
    assert guide_at_hand("other.yaml") == (ours, "other.yaml")


@pytest.mark.parametrize("file", ["own.yaml", f"/{'long/' * 18}own.yaml", f"/{'a/' * 60}own.yaml"])
def test_both_first_pages_name_the_file_of_a_guide(file: str) -> None:
    """Below all else, shortened where its path is very long."""
    guide = for_readers(GUIDE, file, GUIDE)
    named = GUIDE.labels.guide_named.format(file=shortened(file, LONGEST_NAME))
    assert guide.welcome.text == (*GUIDE.welcome.text, named)
    assert guide.labels.again_welcome == f"{GUIDE.labels.again_welcome}\n{named}"
    assert guide.endings == GUIDE.endings
    assert len(named) <= len(GUIDE.labels.guide_named.format(file="x" * LONGEST_NAME))
