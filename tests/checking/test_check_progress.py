"""Long checks say that they work, on a terminal only, and end at once by Ctrl-C."""

import json
import signal
import subprocess
from pathlib import Path

import pytest

from tests.support.large_guide import large_data
from tests.support.sampling import one_plain
from tests.support.terminal_driver import Key, TerminalDriver, clean_environment, program

pytestmark = pytest.mark.slow


@pytest.fixture
def large_file(tmp_path: Path) -> str:
    """A guide that takes some seconds to check."""
    path = tmp_path / "large.yaml"
    path.write_text(json.dumps(large_data(30, 8, 60)), encoding="utf-8")
    return str(path)


def test_a_long_check_shows_that_it_works_and_leaves_by_ctrl_c(large_file: str) -> None:
    """A bar moves on the terminal; Ctrl-C takes it away, and no traceback follows."""
    with TerminalDriver(program("check", large_file)) as terminal:
        terminal.wait_for("Proving", "%")
        terminal.wait_until_gone(" 0%")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert "Proving" not in terminal.text()
        assert "Traceback" not in terminal.all_text()
        assert terminal.settings() == terminal.settings_before


@pytest.mark.parametrize("number", one_plain([signal.SIGTERM, signal.SIGHUP]))
def test_a_long_check_that_is_ended_takes_its_bar_away(large_file: str, number: int) -> None:
    """The cursor that the bar hides is back, whoever ends the program."""
    with TerminalDriver(program("check", large_file)) as terminal:
        terminal.wait_for("Proving", "%")
        terminal.process.send_signal(number)
        assert terminal.exit_code() == 128 + number
        assert "Proving" not in terminal.text()
        assert not terminal.screen.cursor.hidden


def test_progress_stays_out_of_pipes(tmp_path: Path) -> None:
    """Without a terminal nothing is said on the way."""
    path = tmp_path / "guide.yaml"
    path.write_text(json.dumps(large_data(12, 8, 20)), encoding="utf-8")
    done = subprocess.run(
        program("check", str(path)),
        capture_output=True,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr == b""
    assert b"Proving" not in done.stdout
