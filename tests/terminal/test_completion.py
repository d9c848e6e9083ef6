"""The Tab key in the three shells: what can be typed, and files only where a file belongs."""

import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.support.terminal_driver import ROOT, TerminalDriver, clean_environment, run_program

pytestmark = pytest.mark.slow

STARTS: Final = {
    "bash": ["bash", "--noprofile", "-i"],
    "zsh": ["zsh", "-i"],
    "fish": ["fish", "-i"],
}
TAB: Final = "\t"
each_shell = pytest.mark.parametrize("shell", STARTS)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder of its own, with a file in it that nobody asked for."""
    (tmp_path / "unasked.txt").write_text("")
    (tmp_path / "plan.md").write_text("")
    return tmp_path


def sitting_in(shell: str, home: Path) -> TerminalDriver:
    """A shell with the completion installed as a user installs it."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    commands = str(Path(shutil.which("distance", path=str(ROOT / ".venv/bin")) or "").parent)
    environment = {"HOME": str(home), "PATH": f"{commands}:{clean_environment()['PATH']}"}
    (home / ".zshrc").write_text("PROMPT='$ '\n")
    (home / ".bashrc").write_text("PS1='$ '\n")
    with TerminalDriver(["sh", "-c", f"distance --install-completion {shell}"],
                        environment=environment, cwd=home) as setting_up:  # fmt: skip
        assert setting_up.exit_code() == 0
    terminal = TerminalDriver(STARTS[shell], environment=environment, cwd=home, columns=100)
    terminal.press("echo ready\r")
    terminal.wait_for("ready ready" if shell == "fish" else "echo ready ready")
    return terminal


@each_shell
@pytest.mark.parametrize(
    ("typed", "offered", "not_offered"),
    [
        ("distance st", "distance steps", "unasked"),
        ("distance guide --format=m", "--format=markdown", "unasked"),
        ("distance guide --format ht", "html", "unasked"),
        ("distance guide --output pla", "plan.md", "steps"),
        ("distance support kenya && x", "distance support kenya && x", "distance support kenya KE"),
    ],
)
def test_tab_completes_what_is_begun(
    home: Path, shell: str, typed: str, offered: str, not_offered: str
) -> None:
    """From the first Tab on: a command, a form behind an equals sign, a file where one belongs."""
    with sitting_in(shell, home) as terminal:
        terminal.press(typed)
        terminal.wait_for(typed)
        terminal.press(TAB)
        terminal.wait_for(offered)
        assert not_offered not in terminal.words().replace(typed, "")


@each_shell
def test_tab_lists_the_steps_and_no_file(home: Path, shell: str) -> None:
    """By number, and where the shell shows it, with the title; a file has no place there."""
    with sitting_in(shell, home) as terminal:
        terminal.press("distance steps ")
        terminal.wait_for("distance steps")
        terminal.press(TAB, TAB)
        terminal.wait_for("1", "2", "3", "4", "5")
        assert "unasked" not in terminal.words()


def test_the_shell_that_is_named_is_heeded() -> None:
    """Whatever shell one sits in; an unknown one is refused, with those that are known."""
    assert "compdef" in run_program("--show-completion", "zsh").stdout
    refused = run_program("--install-completion", "nosuch")
    assert refused.returncode == 2
    assert "bash, zsh, fish" in refused.stderr
