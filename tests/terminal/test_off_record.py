"""Off record: after some answers nothing of the run reaches a file, whichever way out it takes."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.built_in import GUIDE
from tests.support.off_record import OFF_RECORD, ONE_FOR_EACH_PAGE, ends_at_once
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
    MARK,
    PLAN,
    answer_calmly,
    answer_rows,
    finish,
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
    if question == "safety":
        past_notice(terminal)
    terminal.wait_for(PLAN, "6. Finish and clear")


def past_notice(terminal: TerminalDriver) -> None:
    """From the notice that stands before a plan to its page."""
    terminal.wait_for("Enter: show my steps")
    terminal.press(Key.ENTER)


def change(terminal: TerminalDriver, question: str, place: int) -> None:
    """From the check page, puts the option at that place in the stead of "None of these"."""
    asked = [each.id for each in GUIDE.questions if each.id not in ("went", "event_now")]
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
            assert GUIDE.labels.menu_keep not in terminal.words()
            finish(terminal)
            assert "Nothing was written to the file" in terminal.words()
    assert list(tmp_path.iterdir()) == []
