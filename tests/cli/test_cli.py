"""The command line: what each command prints, where, and with which exit code."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from distancecli import __version__
from distancecli.errors import MEND
from distancecli.guide.model import Guide
from tests.support.terminal_driver import ROOT, clean_environment, program
from tests.support.undated import undated

GRIEVING = "how_long: gt2y\nsafety: none\ncause: [loss]\nevent_now: [raw]\n"
AFRAID = "safety: [afraid]\n"


def run(
    *arguments: str, given: str | bytes = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs the program without a terminal."""
    return subprocess.run(
        program(*arguments),
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        env=clean_environment() | (environment or {}),
        start_new_session=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def test_the_version() -> None:
    """`--version` names the program and its version."""
    assert run("--version").stdout.decode() == f"distance {__version__}\n"


@pytest.mark.parametrize("command", [[], ["guide"], ["steps"], ["questions"], ["support"]])
def test_help_has_an_example(command: list[str]) -> None:
    """The help of every command shows how it is typed."""
    done = run(*command, "--help")
    assert done.returncode == 0
    examples = [line for line in done.stdout.decode().splitlines() if line.startswith("  distance")]
    assert examples


def test_no_terminal_and_no_answers_is_refused() -> None:
    """Nothing is asked and nothing is taken for an answer; the way out is named."""
    done = run("guide")
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"--answers" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_lines_on_standard_input_are_no_answers() -> None:
    """`yes 1 | distance guide --plain` does not answer for anybody."""
    done = run("guide", "--plain", given="\n1\n" * 50)
    assert done.returncode == 2
    assert done.stdout == b""


def test_a_plan_from_answers_on_standard_input() -> None:
    """`--answers -` reads YAML and writes the plan as plain text."""
    done = run("guide", "--answers", "-", given=GRIEVING)
    assert done.returncode == 0
    assert done.stderr == b""
    text = done.stdout.decode("ascii")
    assert "START HERE, this week" in text
    assert "could help you most" in text.lower()
    assert "Because something that happened still feels raw" in " ".join(text.split())


def test_json_answers_are_read() -> None:
    """An answers file may be JSON."""
    done = run("guide", "--answers", "-", given=json.dumps({"told": ["open"], "time": "good"}))
    assert done.returncode == 0
    assert b"\n3. Find out where it began\n" in done.stdout
    assert b"1. Say how it feels for you: you have done this\n" in done.stdout


def test_plain_text_stays_plain_under_force_color() -> None:
    """No escape codes, boxes or long lines reach a pipe, whatever the environment asks for."""
    environment = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "COLUMNS": "200"}
    done = run("guide", "--answers", "-", given=GRIEVING, environment=environment)
    text = done.stdout.decode("ascii")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_an_ascii_locale_gets_readable_text(tmp_path: Path, guide: Guide) -> None:
    """What the encoding lacks is written in other letters, and nothing crashes."""
    source = (ROOT / "steps.yaml").read_text()
    path = tmp_path / "guide.yaml"
    path.write_text(
        source.replace(
            f"title: {guide.plan.title}", 'title: "Caf\u00e9 \u2013 \u201cyes\u201d \u65e5"'
        )
    )
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = run("guide", "--guide", str(path), "--answers", "-", given="", environment=environment)
    assert done.returncode == 0
    assert 'Cafe - "yes" ?' in done.stdout.decode("ascii")


def test_json_has_every_field() -> None:
    """The JSON of a plan has the fields that programs rely on."""
    done = run("guide", "--answers", "-", "--format", "json", given=GRIEVING)
    plan = json.loads(done.stdout)
    assert plan.keys() == {
        *("outcome", "made", "off_record", "notices", "since", "start", "instead"),
        *("steps", "ending"),
    }
    assert plan["since"] is None
    assert plan["outcome"] == "plan"
    assert plan["ending"] is None
    assert plan["off_record"] is False
    assert plan["start"].keys() == {
        *("step", "because", "say", "action", "smaller", "text", "opener", "moment")
    }
    said = {"because", "text", "advice", "action", "openers"}
    for step in plan["steps"]:
        assert step.keys() == {"number", "id", "title", "status", "highlighted", "shown", *said}
        assert step["shown"].keys() == said
    assert [step["highlighted"] for step in plan["steps"]] == [False] * 4 + [True]


def test_json_of_an_ending_has_no_steps() -> None:
    """An ending is told apart by its id, and nothing of the steps is there."""
    done = run("guide", "--answers", "-", "--format", "json", given=AFRAID)
    plan = json.loads(done.stdout)
    assert plan["outcome"] == "safety"
    assert plan["steps"] == []
    assert plan["off_record"] is True
    assert plan["ending"].keys() == {"id", "title", "text"}
    assert "911" in plan["ending"]["text"]


def test_markdown() -> None:
    """Markdown has headings, lists and the highlighted step's label."""
    text = run("guide", "--answers", "-", "--format", "markdown", given=GRIEVING).stdout.decode()
    assert text.startswith("# ")
    assert r"## \*\*\* 5. " in text
    assert "## \\*\\*\\* START HERE, this week (Step 5)" in text
    assert "COULD HELP YOU MOST: " in text


@pytest.mark.parametrize(
    ("given", "place", "said"),
    [
        ("how_long: gt2\n", "standard input:1:1", 'did you mean "gt2y"?'),
        ("told: open\nsafty: none\n", "standard input:2:1", 'did you mean "safety"?'),
        ("time: [good, apart]\n", "standard input:1:1", "one answer"),
        ("habits: [none, buttons]\n", "standard input:1:1", "alone"),
        ("- told\n", "standard input:1:1", "question: code"),
        ("told: [open\n", "standard input:1:12", "a ] is missing here"),
    ],
)
def test_bad_answers_are_refused(given: str, place: str, said: str) -> None:
    """Exit code 2, a line with the place, what is wrong and the valid codes, and what to do."""
    done = run("guide", "--answers", "-", given=given)
    error = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert error.splitlines()[1:] == [MEND]
    assert error.startswith(place)
    assert said in error.splitlines()[0]


def test_another_guide_that_is_wrong_is_refused(tmp_path: Path) -> None:
    """`--guide` names each problem with the file and line."""
    path = tmp_path / "mine.yaml"
    source = (ROOT / "steps.yaml").read_text()
    path.write_text(source.replace("told: [shut]", "told: [shutt]", 1))
    done = run("guide", "--guide", str(path), "--answers", "-")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"{path}:")
    assert 'did you mean "shut"?' in done.stderr.decode()


def test_steps_are_shown_without_asking(guide: Guide) -> None:
    """`distance steps` has all five, `distance steps 5` the one."""
    everything = run("steps").stdout.decode()
    assert all(step.title in everything for step in guide.steps)
    one = run("steps", "5").stdout.decode()
    assert guide.steps[4].title in one
    assert guide.steps[0].title not in one


def test_a_step_that_is_not_there_is_refused() -> None:
    """The numbers that there are, are named."""
    done = run("steps", "6")
    assert done.returncode == 2
    assert b"1 to 5" in done.stderr


def test_every_question_is_listed_with_its_codes(guide: Guide) -> None:
    """`distance questions`: each question, its name, how many it takes, when, and each code."""
    parts = run("questions").stdout.decode().split("\nName: ")
    assert len(parts) == len(guide.questions) + 1
    for question, part in zip(guide.questions, parts[1:], strict=True):
        assert part.startswith(f"{question.id}\nTakes one code")
        assert ("or more" in part.split(".")[0]) is question.many
        assert ("Only asked after some answers." in part) is (
            question.id in ("in_way", "event_now")
        )
        assert ("Private" in part) is question.private
        said = " ".join(part.split())
        for option in question.options:
            assert f"- {option.code}: {option.label}" in said
        assert "- skipped: I'd rather not say" in said


def test_a_template_answers_nothing() -> None:
    """`questions --template` is an answers file as it stands: that of a reader who skips all."""
    template = run("questions", "--template").stdout
    filled, unfilled = (run("guide", "--answers", "-", given=each) for each in (template, b""))
    assert filled.returncode == 0
    assert undated(filled.stdout.decode()) == undated(unfilled.stdout.decode())


@pytest.mark.parametrize("named", [("--country", "au"), ("AU",), ("australia",)])
def test_support_lines_by_country(named: tuple[str, ...]) -> None:
    """All countries, or one by its code or name in any case, with the month they are of."""
    everything = run("support").stdout.decode()
    assert "116 123" in everything
    assert "13 11 14" in everything
    one = run("support", *named).stdout.decode()
    assert "13 11 14" in one
    assert "0808" not in one
    assert "November 2026" in one


@pytest.mark.parametrize(
    "named", [("uk",), ("U.K.",), ("the", "UK"), ("England",), ("great", "britain"), ("Britian",)]
)
def test_a_country_has_other_names(named: tuple[str, ...]) -> None:
    """Whoever is in a hurry need not know a code, or where quotes go."""
    done = run("support", *named).stdout.decode()
    assert "United Kingdom (GB)" in done
    assert "Ireland (IE)" not in done


def test_a_name_that_is_nearly_right_is_understood() -> None:
    """It is said which country was taken, so that nobody calls the wrong one."""
    done = run("support", "Austalia")
    assert done.returncode == 0
    assert b'You typed "Austalia". These are the lines for Australia.' in done.stdout


@pytest.mark.parametrize("named", ["FR", "Iceland", "Austria", "Utopia", "x" * 10_000])
def test_nobody_in_need_is_refused_for_the_name_of_a_country(named: str) -> None:
    """What serves anywhere comes first, then the names; another country is not taken for theirs."""
    done = run("support", "--country", named)
    said = " ".join(done.stdout.decode().split())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "(IE)" not in said
    assert "(AU)" not in said
    assert said.index("findahelpline.com") < said.index("United States, United Kingdom, Ireland")


@pytest.mark.parametrize("arguments", [["check"], ["diff", *["steps.yaml"] * 2], ["graph"]])
def test_without_the_solver_it_is_said_what_to_install(
    arguments: list[str], tmp_path: Path
) -> None:
    """Whoever proves a guide and lacks python-sat is told the one line to type."""
    (tmp_path / "pysat.py").write_text("raise ImportError\n")
    done = run(*arguments, environment={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == (
        b"This needs the package python-sat. "
        b'Install it with: python -m pip install "distancecli[check]"\n'
    )


def test_a_reader_that_stops_reading_is_no_error() -> None:
    """`distance steps | head -1` ends quietly."""
    line = f"{shlex.quote(sys.executable)} -m distancecli steps | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        env=clean_environment(),
        cwd=ROOT,
        check=False,
    )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said() -> None:
    """One line and exit code 1."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program("steps"), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_escape_sequences_in_an_answers_file_are_made_visible() -> None:
    """What a file says never acts on the terminal through an error message."""
    done = run("guide", "--answers", "-", given='"told\\e[31m": open\n')
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


def test_shell_completion_knows_the_commands() -> None:
    """The scripts of the shells are answered with a line for each, with a word on it."""
    done = run("s", environment={"_DISTANCE_COMPLETE": "1"})
    offered = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert [word for kind, word, about in offered if kind == "word" and about] == [
        *("steps", "support", "schema"),
    ]
