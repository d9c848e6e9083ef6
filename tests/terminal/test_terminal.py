"""The whole program by keys, in a real pseudo-terminal."""

import json
import re
import signal
from pathlib import Path

import pytest

from distancecli.errors import FileProblems
from tests.support.terminal_driver import ROOT, Key, TerminalDriver, guide_session, program
from tests.support.walkthrough import answer_calmly, answer_rows, change_to_care, finish, to_notice


def test_a_whole_run_leads_to_a_highlighted_plan() -> None:
    """By keys from the welcome page to a plan whose therapist step is marked without colour."""
    with guide_session(rows=200) as terminal:
        answer_calmly(terminal, how_long="4")
        assert terminal.screen.is_alternate
        terminal.press(Key.ENTER)
        terminal.wait_for("*** COULD HELP YOU MOST: Get help")
        assert terminal.screen.is_alternate
        finish(terminal)
        assert not terminal.screen.is_alternate
        words = terminal.words()
        assert "*** COULD HELP YOU MOST: Get help" in words
        assert "Because this has gone on for a year or more" in words
        assert words.count("this week") == 1
        assert "not therapy" in words
        assert "Question" not in words


@pytest.mark.slow
def test_the_overview_fits_a_small_screen() -> None:
    """All five steps stand in the first 24 rows of a printed plan, the highlighted one named."""
    with guide_session(rows=200) as terminal:
        answer_calmly(terminal, how_long="4")
        terminal.press(Key.ENTER)
        finish(terminal)
        top = "\n".join(terminal.text().splitlines()[:24])
        assert "START HERE" in top
        for number in (2, 3, 4):
            assert f" {number}. " in top
        assert re.search(r"\*\*\* COULD HELP YOU MOST: .* Step 5", top)


def test_an_unsafe_answer_ends_the_questions_and_leaves_nothing_behind() -> None:
    """The safety page comes on the alternate screen, with a country's lines, and is cleared."""
    with guide_session() as terminal:
        terminal.press("4")
        terminal.wait_for("Question 2,")
        terminal.press("2", Key.ENTER)
        terminal.wait_for("Some things that may help", "not your fault", "Which country")
        terminal.press(Key.DOWN, Key.ENTER)
        terminal.wait_for("0808 2000 247")
        assert terminal.screen.is_alternate
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
        assert not any(word in terminal.all_text() for word in ("Make time", "This week"))


def test_the_safety_page_never_repeats_the_answer() -> None:
    """Nobody who looks at the safety page can read what was marked."""
    with guide_session(rows=70) as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        terminal.press(Key.DOWN, "2", Key.ENTER)
        terminal.wait_for("Which country")
        terminal.press(Key.UP, Key.ENTER)
        page = terminal.wait_for("clear this screen", "United Kingdom")
        assert "controlled" not in page


def test_thoughts_of_self_harm_are_met_at_once_and_again_on_top_of_the_plan() -> None:
    """The notice comes as soon as it is chosen; the steps wait until the reader asks."""
    with guide_session(rows=250) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.UP, Key.UP, Key.ENTER)
        terminal.wait_for("Change your answer")
        terminal.press("7", "2", Key.ENTER)
        terminal.wait_for("glad you told us", "Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("988", "now, or later?")
        terminal.press(Key.ENTER)
        terminal.wait_for("Check your answers")
        terminal.press(Key.ENTER)
        page = terminal.wait_for("For now, only this", "6. Finish and clear")
        assert "glad you told us" not in page
        finish(terminal)
        words = terminal.words()
        assert words.index("glad you told us") < words.index("For now, only this")
        assert words.index("For now, only this") < words.index("1. ")
        assert "Feeling far apart is common" not in words


def test_the_steps_can_wait() -> None:
    """From the notice a reader can leave, and nothing is left on the screen."""
    with guide_session() as terminal:
        to_notice(terminal)
        terminal.press(Key.DOWN, Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""


def test_a_redirected_plan_is_plain_text(tmp_path: Path) -> None:
    """With standard output in a file, questions come on the terminal and the plan in the file."""
    path = tmp_path / "plan.txt"
    with path.open("wb") as file, guide_session(stdout=file) as terminal:
        answer_calmly(terminal, how_long="4")
        assert path.read_bytes() == b""
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == "Your plan is written where you sent it."
    plan = path.read_text(encoding="ascii")
    assert plan.index("START HERE") < plan.index("COULD HELP YOU MOST") < plan.index(" 2. Make")
    assert "When:" not in plan
    assert "\x1b" not in plan
    assert max(map(len, plan.splitlines())) <= 80


def test_with_standard_error_redirected_too_the_terminal_itself_is_asked_on(
    tmp_path: Path,
) -> None:
    """`> plan.txt 2> err.txt` still asks on the terminal that the keys come from."""
    out, err = tmp_path / "plan.txt", tmp_path / "err.txt"
    with (
        out.open("wb") as stdout,
        err.open("wb") as stderr,
        guide_session(stdout=stdout, stderr=stderr) as terminal,
    ):
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
    assert "Because" in out.read_text()
    assert err.read_text() == ""


def test_an_off_record_run_leaves_the_file_empty(tmp_path: Path) -> None:
    """A plan after a take-care answer is shown on the terminal only, and the terminal says so."""
    path = tmp_path / "plan.txt"
    with path.open("wb") as file, guide_session(stdout=file, rows=250) as terminal:
        answer_calmly(terminal)
        change_to_care(terminal)
        terminal.wait_for("when you feel safe to speak")
        terminal.press(Key.ENTER)
        terminal.wait_for("Nothing was written to the file", "6. Finish and clear")
        finish(terminal)
        assert "Nothing was written to the file" in terminal.words()
        assert "when you feel safe to speak" in terminal.words()
    assert path.read_bytes() == b""


def test_an_ending_leaves_the_file_empty(tmp_path: Path) -> None:
    """The safety page says that nothing was written, and nothing is."""
    path = tmp_path / "plan.json"
    with (
        path.open("wb") as file,
        guide_session("--format", "json", stdout=file, rows=70) as terminal,
    ):
        terminal.press("1")
        terminal.wait_for("Question 2,")
        terminal.press("2", Key.ENTER)
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("Nothing was written")
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
    assert path.read_bytes() == b""


def test_json_can_be_asked_for_by_keys(tmp_path: Path) -> None:
    """`--format json > file` has the whole plan after an interview."""
    path = tmp_path / "plan.json"
    with path.open("wb") as file, guide_session("--format", "json", stdout=file) as terminal:
        answer_calmly(terminal)
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
    plan = json.loads(path.read_text())
    assert [step["number"] for step in plan["steps"]] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("key", [Key.CTRL_C, Key.CTRL_D])
def test_leaving_in_the_middle_restores_the_terminal(key: str) -> None:
    """Ctrl-C puts the screen and the terminal's settings back, prints nothing, and is code 130."""
    with guide_session() as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        terminal.press(key)
        assert terminal.exit_code() == 130
        assert terminal.text() == ""
        assert not terminal.screen.is_alternate
        assert not terminal.screen.cursor.hidden
        assert terminal.settings() == terminal.settings_before


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_a_signal_restores_the_terminal(number: int, code: int) -> None:
    """A signal in the middle of a question leaves the terminal as it was."""
    with guide_session() as terminal:
        terminal.process.send_signal(number)
        assert terminal.exit_code() == code
        assert terminal.text() == ""
        assert terminal.settings() == terminal.settings_before


def test_leaving_from_the_welcome_page() -> None:
    """Ctrl-C on the very first page leaves nothing behind."""
    with TerminalDriver(program("guide")) as terminal:
        terminal.wait_for("Ctrl-C")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert terminal.text() == ""
        assert terminal.settings() == terminal.settings_before


def test_a_checkout_with_a_mistake_in_its_guide_says_so_below_what_was_there(
    tmp_path: Path, real_text: str
) -> None:
    """The first page was up already; it is taken away, and the mistake is told with its line."""
    (tmp_path / "distancecli").symlink_to(ROOT / "distancecli")
    mistaken = real_text.replace(" choose: many", " chose: many", 1)
    (tmp_path / "steps.yaml").write_text(mistaken, encoding="utf-8")
    with TerminalDriver(program("guide"), columns=200, cwd=tmp_path) as terminal:
        assert terminal.exit_code() == FileProblems.exit_code
        assert b"Feeling far apart" in terminal.output
        assert not terminal.screen.is_alternate
        assert terminal.settings() == terminal.settings_before
        line = mistaken[: mistaken.index(" chose:")].count("\n") + 1
        assert terminal.text().startswith(f"{tmp_path / 'steps.yaml'}:{line}:")
        assert 'did you mean "choose"?' in terminal.words()


def test_keys_typed_ahead_never_answer_the_safety_question() -> None:
    """A row of keys sent at once stops at the safety question, which stays without an answer."""
    with TerminalDriver(program("guide")) as terminal:
        terminal.wait_for("Enter")
        terminal.press(Key.ENTER + "1" + "12" + Key.ENTER * 4)
        terminal.wait_for("Question 2,")
        before = terminal.wait_for("> ... I have felt afraid")
        for _ in range(10):
            terminal.pump()
        assert terminal.text() == before
        assert "1: no" in terminal.words()


def test_keys_typed_ahead_are_kept_between_other_questions() -> None:
    """Whoever knows the way may type ahead: no key is lost between two pages."""
    with guide_session() as terminal:
        terminal.press("1")
        terminal.wait_for("Question 2,")
        answer_rows(terminal)
        terminal.wait_for("Question 3,")
        terminal.press("1" + "6" + Key.ENTER + "1" + "7" + Key.ENTER + Key.SPACE + Key.ENTER)
        terminal.wait_for("Question 8,", "Most couples know some of them")


def test_the_real_cursor_is_on_the_active_option() -> None:
    """Screen readers follow the cursor: it is shown, and stands on the option pointed at."""
    with guide_session() as terminal:
        terminal.press(Key.DOWN, Key.DOWN)
        terminal.wait_for("> ( ) 3. 1 to 2 years")
        cursor = terminal.screen.cursor
        assert not cursor.hidden
        assert terminal.text().splitlines()[cursor.y].startswith("> ( ) 3. ")


def test_an_ending_by_an_answers_file_is_shown_on_a_page_of_its_own(tmp_path: Path) -> None:
    """On a terminal the ending of an answers file is cleared when it is left, too."""
    path = tmp_path / "answers.yaml"
    path.write_text("safety: [hurt]\n")
    with TerminalDriver(program("guide", "--answers", str(path))) as terminal:
        terminal.wait_for("not your fault")
        assert terminal.screen.is_alternate
        terminal.press(Key.ENTER)
        assert terminal.exit_code() == 0
        assert terminal.text() == ""
