"""What the Tab key offers, by values; that shells take it is tried in `tests/terminal`."""

from pathlib import Path
from typing import Any, Final

import pytest
import typer

from distancecli.cli.app import app, run
from distancecli.cli.completion import Offer, offers
from distancecli.cli.shells import PLACES, SCRIPTS, STARTS, answer, install
from distancecli.errors import CannotWrite, Refused
from tests.support.built_in import GUIDE

GROUP: Final[Any] = typer.main.get_command(app)
COMMANDS: Final = "guide again steps questions support new check diff graph schema"
FORMS: Final = "text markdown html json"
NUMBERS: Final = "1 2 3 4 5"
A_FILE: Final = "<file>"
SHELLS: Final = "bash zsh fish"


def offered(*words: str) -> str:
    """The words that could stand in place of the last one."""
    found = offers(GROUP, list(words))
    return " ".join(A_FILE if each.is_file else each.word for each in found)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], COMMANDS),
        ([""], COMMANDS),
        (["st"], "steps"),
        (["ST"], "steps"),
        (["x"], ""),
        (["nothing", ""], COMMANDS),
        (["-"], "--version --install-completion --show-completion --help"),
        (["--ver"], "--version"),
        (["--install-completion", ""], SHELLS),
        (["--show-completion=z"], "--show-completion=zsh"),
        (["guide", ""], ""),
        (["guide", "--pl"], "--plain"),
        (["guide", "--plain", ""], ""),
        (["guide", "--format", ""], FORMS),
        (["guide", "--format", "ht"], "html"),
        (["guide", "--format=m"], "--format=markdown"),
        (["guide", "--format="], " ".join(f"--format={form}" for form in FORMS.split())),
        (["guide", "--format", "="], FORMS),
        (["guide", "--format", "=", "m"], "markdown"),
        (["guide", "--plain=x"], ""),
        (["guide", "--nothing", ""], ""),
        (["guide", "--output", "pla"], A_FILE),
        (["guide", "--output=pla"], A_FILE),
        (["guide", "--output", "plan", "--format", "j"], "json"),
        (["steps", ""], NUMBERS),
        (["steps", "3"], "3"),
        (["steps", "1", ""], ""),
        (["steps", "--guide", "g.yaml", ""], NUMBERS),
        (["steps", "--guide", ""], A_FILE),
        (["check", ""], A_FILE),
        (["check", "--strict", ""], A_FILE),
        (["check", "g.yaml", ""], ""),
        (["diff", ""], A_FILE),
        (["diff", "a.yaml", ""], A_FILE),
        (["diff", "--rules", "a.yaml", ""], A_FILE),
        (["diff", "a.yaml", "b.yaml", ""], ""),
        (["new", ""], A_FILE),
        (["graph", "--format", "m"], "mermaid"),
        (["support", "--country", "ken"], "Kenya"),
        (["support", "--country", "KE"], "KE Kenya"),
        (["support", "ke"], "KE Kenya"),
        (["support", "great", "ke"], "KE Kenya"),
        (["support", "a", "b", "c", "ke"], "KE Kenya"),
        (["support", "--country", "ke", "ke"], "KE Kenya"),
        (["support", "--guide", "g.yaml", "a", "ke"], "KE Kenya"),
        (["diff", "--rules", "a.yaml", "b.yaml", ""], ""),
        (["diff", "a.yaml", "--rules", ""], A_FILE),
        (["again", ""], A_FILE),
        (["again", "a.yaml", ""], ""),
        (["again", "--answers", ""], A_FILE),
        (["graph", "--format=do"], "--format=dot"),
        (["check", "--format", "="], "text json"),
        (["schema", "--format", ""], "json text"),
        (["steps", "--"], "--guide --help"),
        (["guide", "x", "--p"], "--plain"),
        (["--nothing=x"], ""),
        (["steps", "--nothing", ""], NUMBERS),
        (["support", "--nothing", "a", "ke"], "KE Kenya"),
        (["guide", "guide", ""], ""),
        (["steps", "-", ""], NUMBERS),
        (["questions", ""], ""),
        (["check", "a=", ""], ""),
        (["check", "file", ""], ""),
    ],
)
def test_what_can_stand_there_is_offered(typed: list[str], said: str) -> None:
    """Commands, options, and what belongs behind each; a file only where one belongs."""
    assert offered(*typed) == said


def test_every_option_can_be_completed() -> None:
    """From its first letters on, in every command."""
    for name, command in GROUP.commands.items():
        for option in (each for each in command.params if each.opts[0].startswith("-")):
            for written in option.opts:
                assert written in offered(name, written[:-1]).split()
        assert "--help" in offered(name, "--h").split()


def test_what_is_offered_comes_with_a_word_on_it() -> None:
    """The short help of a command, the help of an option, and the title of a step."""
    steps = GUIDE.steps
    assert list(offers(GROUP, ["steps", ""])) == [
        Offer(str(number), step.title) for number, step in enumerate(steps, start=1)
    ]
    (plain,) = offers(GROUP, ["guide", "--plain"])
    assert plain.about
    (shown,) = offers(GROUP, ["guide", "--help"])
    assert shown.about == GROUP.get_help_option(typer.Context(GROUP)).help
    for command in offers(GROUP, [""]):
        assert 10 < len(command.about) <= 70
    (code, name) = offers(GROUP, ["support", "--country", "ke"])
    assert (code.about, name.about) == (name.word, code.word)


def test_a_script_is_answered_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Its kind, the word, and a word on it, with tabs between."""
    answer(GROUP, ["guide", "--output", ""])
    assert capsys.readouterr().out == "file\t\t\n"
    answer(GROUP, ["guide", "--format", "j"])
    assert capsys.readouterr().out == "word\tjson\t\n"
    answer(GROUP, ["steps", ""])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[:2] for line in lines] == [["word", each] for each in NUMBERS.split()]


def test_each_shell_looks_where_the_script_is() -> None:
    """As their manuals name these files; the line that is added leads there as well."""
    assert PLACES == {
        "bash": ".local/share/bash-completion/completions/distance",
        "zsh": ".zfunc/_distance",
        "fish": ".config/fish/completions/distance.fish",
    }
    assert {
        "bash": (".bashrc", f"source ~/{PLACES['bash']}"),
        "zsh": (".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    } == STARTS


@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize("before", [None, "", "alias d=distance\n", "alias d=distance"])
def test_a_shell_finds_its_script(
    shell: str,
    before: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What its own file says stays, and the line behind it stands there once, on a line alone."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    start, line = STARTS.get(shell, (".config/none", ""))
    if before is not None and line:
        (tmp_path / start).write_text(before)
    for _ in range(2):
        install(shell)
        place = tmp_path / PLACES[shell]
        assert place.read_text() == SCRIPTS[shell]
        said = f"Start {shell} anew, and Tab completes. The script is {place}.\n"
        assert capsys.readouterr().out == said
    if line:
        lines = (tmp_path / start).read_text().splitlines()
        assert lines == [*(before or "").splitlines(), line]
    else:
        assert not (tmp_path / start).exists()


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_that_is_not_known_is_refused(option: str) -> None:
    """With those that are."""
    with pytest.raises(Refused) as refused:
        run([option, "no\x1bsuch"])
    assert str(refused.value) == (
        'Tab is not known in "no\\x1bsuch". It is in bash, zsh, fish. Name one.'
    )


def test_a_script_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the file, the reason, and what to look for."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".zfunc").write_text("")
    with pytest.raises(CannotWrite) as told:
        install("zsh")
    reason = told.value.__cause__
    assert isinstance(reason, OSError)
    said = f"{tmp_path / '.zfunc'}: {reason.strerror}. Check whether you may write it."
    assert str(told.value) == said
