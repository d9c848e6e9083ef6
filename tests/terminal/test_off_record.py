"""Off record: after some answers nothing of the run reaches a file, whichever way out it takes."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.off_record import GUIDE, OFF_RECORD, ONE_FOR_EACH_PAGE, ends_at_once
from tests.support.sampling import one_plain
from tests.support.terminal_driver import (
    ROOT,
    Key,
    TerminalDriver,
    begin,
    clean_environment,
    program,
)
from tests.support.walkthrough import (
    CALM_LINES,
    FINISH,
    MARK,
    answer_calmly,
    answer_in_lines,
    answer_rows,
    finish,
    to_menu,
    to_name,
)

FILES = ("--output", "plan.txt", "--save-answers", "mine.yaml", "--force")


def answers_of(question: str, code: str) -> str:
    """An answers file of a reader who gave that answer."""
    calm = {"how_long": "gt2y", "safety": "none", "cause": "loss"}
    return "".join(f"{id}: {given}\n" for id, given in (calm | {question: code}).items())


def start(folder: Path, *arguments: str, **options: Any) -> TerminalDriver:
    """The guide in a terminal and in that folder."""
    environment = {"PYTHONPATH": str(ROOT)}
    return TerminalDriver(
        program("guide", *arguments), cwd=folder, environment=environment, rows=250, **options
    )


def test_the_guide_has_off_record_answers() -> None:
    """There is something to walk through, in two questions."""
    assert len(OFF_RECORD) >= 9
    assert {question for question, _ in OFF_RECORD} == {"safety", "now"}


@pytest.mark.parametrize(("question", "code"), one_plain(ONE_FOR_EACH_PAGE))
def test_answers_from_a_file_reach_no_file(tmp_path: Path, question: str, code: str) -> None:
    """`--output`, `--save-answers` and `>`: the page is on the terminal, which says so."""
    (tmp_path / "answers").write_text(answers_of(question, code))
    asked = ["--answers", "answers", *FILES]
    with (tmp_path / "redirected").open("wb") as file, start(tmp_path, *asked, stdout=file) as it:
        it.wait_for("Nothing was written to the file")
        if ends_at_once(question, code):
            it.press(Key.ENTER)
        assert it.exit_code() == 0
    assert (tmp_path / "redirected").read_bytes() == b""
    assert sorted(os.listdir(tmp_path)) == ["answers", "redirected"]  # noqa: PTH208


@pytest.mark.parametrize(
    ("question", "code", "through_a_pipe"),
    one_plain((*each, pipe) for pipe in (True, False) for each in ONE_FOR_EACH_PAGE),
)
def test_where_no_stream_is_a_terminal_the_person_at_it_is_still_shown_the_page(
    tmp_path: Path, question: str, code: str, through_a_pipe: bool
) -> None:
    """Answers from a file, complaints to nowhere, and the plan into a file or through `tee`."""
    (tmp_path / "answers").write_text(answers_of(question, code))
    command = shlex.join(program("guide", "--answers", "-", *FILES))
    into = "| tee redirected >/dev/null" if through_a_pipe else "> redirected"
    line = ["bash", "-c", f"{command} < answers 2> /dev/null {into}"]
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(line, cwd=tmp_path, environment=environment, rows=250) as terminal:
        assert terminal.exit_code() == 0
        assert "Nothing was written to the file" in terminal.words()
    assert (tmp_path / "redirected").read_bytes() == b""
    assert sorted(os.listdir(tmp_path)) == ["answers", "redirected"]  # noqa: PTH208


@pytest.mark.parametrize(("question", "code"), one_plain(ONE_FOR_EACH_PAGE))
def test_a_script_without_any_terminal_has_the_page_and_no_file(
    tmp_path: Path, question: str, code: str
) -> None:
    """With nobody there at all, standard output is the one way left; no other file is written."""
    with (tmp_path / "redirected").open("wb") as file:
        subprocess.run(
            program("guide", "--answers", "-", *FILES),
            input=answers_of(question, code).encode(),
            stdout=file,
            stderr=subprocess.DEVNULL,
            env=clean_environment() | {"PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            start_new_session=True,
            check=True,
        )
    assert (tmp_path / "redirected").read_bytes() != b""
    assert [path.name for path in tmp_path.iterdir()] == ["redirected"]


def give(terminal: TerminalDriver, question: str, code: str) -> None:
    """Answers by keys with that answer among them, up to the page that shows what it leads to."""
    place = [option.code for option in GUIDE.question(question).options].index(code)
    begin(terminal)
    if ends_at_once(question, code):
        terminal.press("1")
        terminal.wait_for("Question 2,")
        answer_rows(terminal, code)
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("clear this screen")
        return
    answer_calmly(terminal)
    change(terminal, question, place)
    terminal.press(Key.ENTER)


def change(terminal: TerminalDriver, question: str, place: int) -> None:
    """From the check page, puts the option at that place in the stead of "None of these"."""
    asked = [each.id for each in GUIDE.questions if each.id != "event_now"]
    terminal.press(*[Key.DOWN] * (asked.index(question) + 1), Key.ENTER)
    options = GUIDE.question(question).options
    if question == "safety":
        terminal.wait_for("1: no")  # the check page has the words of the question too
        answer_rows(terminal, options[place].code)
    else:
        terminal.wait_for(GUIDE.labels.many)
        terminal.press(*[Key.UP] * (len(options) - 1 - place), *MARK)
    if question == "now":
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("now, or later?")
        terminal.press(Key.ENTER)
        terminal.wait_for("Check your answers")
        return
    terminal.wait_for("Check your answers")
    terminal.press(Key.ENTER)
    terminal.wait_for("Which country")


@pytest.mark.parametrize(("question", "code"), one_plain(ONE_FOR_EACH_PAGE))
def test_an_interview_reaches_no_file(tmp_path: Path, question: str, code: str) -> None:
    """By keys, with files asked for: none is there, it is said, and no copy is offered."""
    with start(tmp_path, *FILES) as terminal:
        give(terminal, question, code)
        terminal.wait_for("Nothing was written to the file")
        if ends_at_once(question, code):
            terminal.press(Key.ENTER)
            assert terminal.exit_code() == 0
        else:
            terminal.wait_for("> 2. Finish")
            assert GUIDE.labels.menu_keep not in terminal.words()
            finish(terminal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("question", "code", "leaving"),
    one_plain(
        [
            *((question, code, False) for question, code in ONE_FOR_EACH_PAGE),
            (*ONE_FOR_EACH_PAGE[0], True),
            (*ONE_FOR_EACH_PAGE[-1], True),
        ]
    ),
)
def test_a_change_takes_the_files_away_again(
    tmp_path: Path, question: str, code: str, leaving: bool
) -> None:
    """Files and copies of the run are removed, also where the reader leaves by Ctrl-C."""
    place = [option.code for option in GUIDE.question(question).options].index(code)
    (tmp_path / "theirs.txt").write_text("theirs")
    with start(tmp_path, *FILES) as terminal:
        begin(terminal)
        to_name(terminal)
        terminal.press(Key.ENTER)
        terminal.wait_for("in the file notes.txt", FINISH)
        assert len(list(tmp_path.iterdir())) == 4
        terminal.press("1")
        terminal.wait_for("Check your answers")
        if ends_at_once(question, code):
            terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
            terminal.wait_for("Change your answer")
            answer_rows(terminal, code)
            terminal.wait_for("Which country")
            terminal.press(Key.ENTER)
            terminal.wait_for("clear this screen", "The file notes.txt was removed again")
        else:
            change(terminal, question, place)
        terminal.press(Key.CTRL_C if leaving else Key.ENTER)
        if not leaving and not ends_at_once(question, code):
            terminal.wait_for("The file plan.txt was removed again", "> 2. Finish")
            terminal.press(Key.ENTER)
        assert terminal.exit_code() == (130 if leaving else 0)
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]


PLAN = "Some steps for you"
GONE = GUIDE.labels.removed_again.format(files="plan.txt, mine.yaml")
STAYS = GUIDE.labels.plain_stays


@contextmanager
def changing(folder: Path, *arguments: str, rows: int = 250) -> Iterator[TerminalDriver]:
    """Below a plan, and from there on the check page with its answers."""
    environment = {"PYTHONPATH": str(ROOT)}
    with TerminalDriver(
        program("guide", *arguments), cwd=folder, environment=environment, rows=rows
    ) as terminal:
        begin(terminal)
        to_menu(terminal)
        terminal.press("1")
        terminal.wait_for("Check your answers")
        yield terminal


def to_ending(terminal: TerminalDriver) -> None:
    """Changes the answer on safety to the first one, up to the page of the ending."""
    terminal.press(Key.DOWN, Key.DOWN, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press("2", Key.ENTER)
    terminal.wait_for("Which country")
    terminal.press(Key.ENTER)
    terminal.wait_for("clear this screen")


def to_country(terminal: TerminalDriver) -> None:
    """Changes the last answer to thoughts of self-harm, up to the country of the help lines."""
    terminal.press(*[Key.DOWN] * 9, Key.ENTER)
    terminal.wait_for("Change your answer")
    terminal.press("2", Key.ENTER)
    terminal.wait_for("Which country")


def to_notice(terminal: TerminalDriver) -> None:
    """On from there, up to the notice."""
    to_country(terminal)
    terminal.press(Key.ENTER)
    terminal.wait_for("now, or later?")


@pytest.mark.parametrize(
    ("place", "leaving", "code"),
    one_plain(
        [
            (to_notice, "2", 0),
            (to_ending, Key.ENTER, 0),
            (to_ending, Key.CTRL_C, 130),
            (to_country, Key.CTRL_C, 130),
            (to_notice, Key.CTRL_C, 130),
            (to_notice, signal.SIGTERM, 143),
        ]
    ),
)
@pytest.mark.parametrize("rows", one_plain([24, 250]))
def test_whoever_leaves_a_change_off_record_leaves_a_clear_screen(
    tmp_path: Path,
    place: Callable[[TerminalDriver], None],
    leaving: str | signal.Signals,
    code: int,
    rows: int,
) -> None:
    """The earlier plan is gone from it; one line says that the files are, and no word on why."""
    with changing(tmp_path, *FILES, rows=rows) as terminal:
        place(terminal)
        if isinstance(leaving, signal.Signals):
            terminal.process.send_signal(leaving)
        else:
            terminal.press(leaving)
        assert terminal.exit_code() == code
        assert not terminal.screen.is_alternate
        assert terminal.text() == GONE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_whoever_kept_nothing_leaves_an_empty_screen(tmp_path: Path) -> None:
    """Where no file was asked for, none is spoken of."""
    with changing(tmp_path) as terminal:
        to_notice(terminal)
        terminal.press("2")
        assert terminal.exit_code() == 0
        assert terminal.text() == ""


@pytest.mark.slow
def test_a_change_that_is_left_on_record_leaves_all_as_it_was(tmp_path: Path) -> None:
    """Ctrl-C on the check page, with nothing changed, takes no plan and no file away."""
    with changing(tmp_path, *FILES) as terminal:
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert PLAN in terminal.words()
        assert "Removed" not in terminal.words()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.yaml", "plan.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("leaving", [False, True])
def test_a_change_taken_back_at_the_ending(tmp_path: Path, leaving: bool) -> None:
    """Each ending says what was removed; on record again the plan stays, and new files are made.

    Whoever leaves before that is told that the files are gone.
    """
    removed = "The file plan.txt was removed again"
    with changing(tmp_path, *FILES) as terminal:
        to_ending(terminal)
        terminal.wait_for(removed)
        assert list(tmp_path.iterdir()) == []
        terminal.press(Key.LEFT)
        terminal.wait_for("Change your answer")
        terminal.press(Key.DOWN, "2", Key.ENTER)
        terminal.wait_for("Which country")
        terminal.press(Key.ENTER)
        terminal.wait_for("clear this screen", removed)
        terminal.press(Key.LEFT)
        terminal.wait_for("Change your answer")
        answer_rows(terminal)
        terminal.wait_for("Check your answers")
        terminal.press(Key.CTRL_C if leaving else Key.ENTER)
        if not leaving:
            finish(terminal)
        assert terminal.exit_code() == (130 if leaving else 0)
        assert PLAN in terminal.words()
        assert terminal.words().endswith(GONE) is leaving
    files = [] if leaving else ["mine.yaml", "plan.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == files


@pytest.mark.slow
@pytest.mark.parametrize("leaving", ["2\n", Key.CTRL_C])
def test_plain_lines_say_that_they_stay(tmp_path: Path, leaving: str) -> None:
    """What cannot be cleared is left, with the line on the files and one on how to clear it."""
    environment = {"PYTHONPATH": str(ROOT)}
    command = program("guide", "--plain", *FILES)
    with TerminalDriver(command, cwd=tmp_path, environment=environment, rows=400) as terminal:
        answer_in_lines(
            terminal,
            *CALM_LINES,
            ("change an answer, ?: read again", "1"),
            ("b: back, ?: read again", "10"),
            ("an empty line: as before", "2"),
            ("b: back, ?: read again", "1"),
        )
        terminal.wait_for("now, or later?")
        terminal.wait_for_end("b: back, ?: read again")
        terminal.press(leaving)
        assert terminal.exit_code() == (130 if leaving == Key.CTRL_C else 0)
        assert terminal.words().endswith(f"{GONE} {STAYS}")
        assert f"\n{GONE}\n" in terminal.text()
        assert b"\x1b" not in terminal.output
    assert list(tmp_path.iterdir()) == []
