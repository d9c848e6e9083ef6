"""Files asked for by an option, where nothing is asked: their content, and what is in the way."""

import json
import os
import resource
import shlex
import stat
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from distancecli.guide.model import Guide
from tests.support.sampling import one_plain
from tests.support.terminal_driver import ROOT, clean_environment, program
from tests.support.undated import undated, written
from tests.system.test_files import a_folder, a_link, a_link_to_nothing, a_pipe

GRIEVING = "how_long: gt2y\nsafety: none\ncause: [loss]\nevent_now: [raw]\n"
CAREFUL = "how_long: gt2y\nsafety: [put_down]\ncause: [loss]\nevent_now: [raw]\n"


def run(
    *arguments: str | Path, given: str = GRIEVING, **options: Any
) -> subprocess.CompletedProcess[str]:
    """`distance guide --answers -` with those options, without a terminal; undated."""
    done = subprocess.run(
        program("guide", "--answers", "-", *map(str, arguments)),
        input=given,
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=options.pop("stderr", subprocess.PIPE),
        text=True,
        env=clean_environment(),
        start_new_session=True,
        cwd=ROOT,
        timeout=60,
        check=False,
        **options,
    )
    done.stdout = done.stdout and undated(done.stdout)
    return done


@cache
def plain() -> str:
    """The same reader's plan on standard output, without any file."""
    return run().stdout


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("plan.txt", [], "Some steps for you\n===="),
        ("plan", [], "Some steps for you\n===="),
        ("plan.md", [], "# Some steps for you"),
        ("PLAN.MD", [], "# Some steps for you"),
        ("plan.html", [], "<!doctype html>"),
        ("PLAN.HTM", [], "<!doctype html>"),
        ("plan.json", [], '{\n  "outcome": "plan"'),
        ("plan.txt", ["--format", "json"], '{\n  "outcome": "plan"'),
        ("plan.json", ["--format", "markdown"], "# Some steps for you"),
        ("plan.md", ["--format", "text"], "Some steps for you\n===="),
    ],
)
def test_the_form_follows_the_name(
    tmp_path: Path, name: str, options: list[str], start: str
) -> None:
    """By its ending, or by --format; standard output is what it would be without the file."""
    path = tmp_path / name
    done = run("--output", path, *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, plain(), "")
    assert path.read_text().startswith(start)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", one_plain(["text", "markdown", "html", "json"]))
def test_a_dash_is_standard_output(form: str) -> None:
    """`--output -` writes there and makes no file of that name; --format says in which form."""
    done = run("--output", "-", "--format", form)
    assert done.stdout == run("--format", form).stdout
    assert not (ROOT / "-").exists()


def test_the_text_in_the_file_is_the_text_of_the_pipe(tmp_path: Path) -> None:
    """Nothing is added and nothing is left out."""
    run("--output", tmp_path / "plan.txt")
    assert written(tmp_path / "plan.txt") == plain()


def test_both_files_at_once(tmp_path: Path) -> None:
    """The plan and the answers, each in a file of its own; the answers lead to the plan again."""
    plan, saved = tmp_path / "plan.txt", tmp_path / "mine.yaml"
    done = run("--output", plan, "--save-answers", saved)
    assert (done.returncode, done.stdout, done.stderr) == (0, plain(), "")
    assert "safety" not in saved.read_text()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    again = run("--output", tmp_path / "again.txt", given=saved.read_text())
    assert again.returncode == 0
    assert written(tmp_path / "again.txt") == written(plan)


def test_one_file_cannot_hold_both(tmp_path: Path) -> None:
    """The plan and the answers under one name are refused before anything is done."""
    path = tmp_path / "both.txt"
    for other in (str(path), os.path.relpath(path, ROOT)):
        done = run("--output", path, "--save-answers", other)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
    assert not path.exists()


def test_answers_are_never_saved_to_standard_output() -> None:
    """A dash, which is standard output for the plan, is refused and makes no file either."""
    done = run("--save-answers", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (ROOT / "-").exists()


def test_to_ask_all_the_same_needs_answers() -> None:
    """`--ask` alone is refused with a line that names --answers."""
    done = subprocess.run(program("guide", "--ask"), capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"--answers FILE" in done.stderr


def test_an_older_file_stays_without_force(tmp_path: Path) -> None:
    """One line and exit code 1, the plan shown all the same; --force replaces the file."""
    path = tmp_path / "plan.txt"
    path.write_text("mine")
    done = run("--output", path)
    assert (done.returncode, done.stdout) == (1, plain())
    assert done.stderr.count("\n") == 1
    assert "--force" in done.stderr
    assert path.read_text() == "mine"
    assert run("--output", path, "--force").returncode == 0
    assert written(path) == plain()


@pytest.mark.parametrize("make", one_plain([a_folder, a_link, a_link_to_nothing, a_pipe]))
@pytest.mark.parametrize("option", ["--output", "--save-answers"])
def test_what_is_no_ordinary_file_is_refused_even_with_force(
    tmp_path: Path, make: Callable[[Path], None], option: str
) -> None:
    """A folder, a link and a pipe: one line with the name, exit code 1, and the plan is shown."""
    path = tmp_path / "plan.txt"
    make(path)
    before = {each.name: each.lstat().st_ino for each in tmp_path.iterdir()}
    done = run(option, path, "--force")
    assert (done.returncode, done.stdout) == (1, plain())
    assert done.stderr.startswith(f"{path} was not written: ")
    assert done.stderr.count("\n") == 1
    assert {each.name: each.lstat().st_ino for each in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["missing/plan.txt", "", "new/", "/dev/full", "a\tb", "plan.pdf"])
def test_a_name_that_will_not_do(tmp_path: Path, name: str) -> None:
    """One line, exit code 1, the plan shown, and nothing written."""
    done = run("--output", name and os.path.join(tmp_path, name))  # noqa: PTH118
    assert (done.returncode, done.stdout) == (1, plain())
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_and_the_plan_is_shown(tmp_path: Path) -> None:
    """A file that cannot be filled is not there at all; standard output has the plan."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = run("--output", tmp_path / "plan.txt", "--save-answers", tmp_path / "mine.yaml",
               preexec_fn=limit)  # fmt: skip
    assert (done.returncode, done.stdout) == (1, plain())
    assert done.stderr.count("\n") == 2
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_is_closed_keeps_no_file_back(tmp_path: Path) -> None:
    """`--output plan.txt | true` has the file, whoever reads the pipe."""
    line = f"{shlex.join(program('guide', '--answers', '-'))} --output {tmp_path}/plan.txt | true"
    subprocess.run(["bash", "-c", line], input=GRIEVING.encode(), cwd=ROOT, check=True)
    assert written(tmp_path / "plan.txt") == plain()


def test_an_off_record_plan_reaches_no_file(tmp_path: Path) -> None:
    """In a script the page goes to standard output, as there is nobody else; the files are not."""
    asked = ("--output", tmp_path / "plan.txt", "--save-answers", tmp_path / "mine.yaml")
    done = run(*asked, "--force", given=CAREFUL)
    assert done.returncode == 0
    assert done.stdout == run(given=CAREFUL).stdout
    assert done.stderr == "Nothing was written to the file, because of what was answered.\n"
    assert list(tmp_path.iterdir()) == []


def test_not_even_a_word_about_it_reaches_a_file(tmp_path: Path) -> None:
    """With standard error in a file, that nothing was written is not written either."""
    log = tmp_path / "log.txt"
    with log.open("w") as errors:
        done = run("--output", tmp_path / "plan.txt", given=CAREFUL, stderr=errors)
    assert done.returncode == 0
    assert log.read_text() == ""
    assert not (tmp_path / "plan.txt").exists()


def test_the_word_on_a_skipped_question_stays_off_files(tmp_path: Path, guide: Guide) -> None:
    """Files and pipes, as JSON too, have the plan without it, however it is written."""
    (notice,) = [each for each in guide.notices if each.screen_only]
    skipped = GRIEVING.replace("none", "skipped")
    assert run(given=skipped).stdout == plain()
    assert json.loads(run("--format", "json", given=skipped).stdout)["notices"] == []
    for name in ("plan.txt", "plan.md", "plan.html", "plan.json"):
        run("--output", tmp_path / name, given=skipped)
        assert notice.title not in (tmp_path / name).read_text()
    with (tmp_path / "redirected").open("w") as file:
        run(given=skipped, stdout=file)
    assert written(tmp_path / "redirected") == plain()


@pytest.mark.parametrize("ending", ["txt", "md", "html", "json", "yaml"])
@pytest.mark.parametrize(
    "other", one_plain(["safety: skipped", "safety: none\nnow: none", "now: skipped"])
)
def test_private_answers_leave_no_trace_in_a_file(tmp_path: Path, ending: str, other: str) -> None:
    """Two readers who differ in a private answer alone leave the same text, wherever they go."""
    option = "--save-answers" if ending == "yaml" else "--output"
    files = []
    for number, private in enumerate(["safety: none\n", f"{other}\n"]):
        path = tmp_path / f"{number}.{ending}"
        spoken = GRIEVING.replace("safety: none\n", private)
        assert run(option, path, given=spoken).returncode == 0
        files.append(written(path))
    assert files[0] == files[1]


def test_the_interpreter_writes_nothing_beside_it(tmp_path: Path) -> None:
    """Without a file asked for, the folder that the program runs in stays as it is."""
    environment = clean_environment() | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "distancecli", "guide", "--answers", "-"]
    subprocess.run(command, input=b"", cwd=tmp_path, env=environment, check=True,
                   capture_output=True)  # fmt: skip
    assert list(tmp_path.iterdir()) == []
