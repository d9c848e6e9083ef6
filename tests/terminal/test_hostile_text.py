"""Text that would act on a terminal, wherever it comes from: it is shown or refused, no more."""

import io
import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from distancecli.documents.document import read_document
from distancecli.errors import DistanceError
from distancecli.guide.load import built_in_path, load_guide, parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from distancecli.rendering.html import as_html
from distancecli.rendering.json import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import outline
from distancecli.rendering.screen import show_on_screen
from distancecli.rendering.section import Block, Section
from distancecli.rendering.text import as_text
from distancecli.text.characters import first_harmful
from tests.support.small_guide import NAME, changed, small_text
from tests.support.terminal_driver import Key, TerminalDriver, guide_session, program

pytestmark = pytest.mark.slow

MARKUP: Final = "[red]r[/red] [link=http://x]l[/link] :smile: [bold <b>&lt; [/] \\[x] \\"
"""What rich, HTML or Markdown would take for more than text."""
IN_TEXTS: Final = frozenset(
    [
        "title",
        "ask",
        "label",
        "help",
        "because",
        "on_screen",
        "plain",
        "name",
        "text",
        "top",
        "foot",
        "source",
    ]
)
IN_LABELS: Final = frozenset(
    [
        "because",
        "source",
        "step",
        "start_here",
        "small_step",
        "you_could_say",
        "overview",
        "could_help_most",
        "helps_most_text",
        "many",
        "skip",
    ]
)
"""The fields of a guide, and of its labels, that get markup before what they say."""

ACTING: Final = "\x1b[31m\x1b]8;;http://x\x07\x9b2J\u202e\u2066\r\n\u2028\x08x"
"""Colours, a link, a cleared screen, text turned round, ends of lines and a step back."""


def marked_up(data: Any, place: tuple[str, ...] = ()) -> Any:
    """The plain data of a guide with markup before the texts that a reader sees."""
    if isinstance(data, dict):
        return {key: marked_up(value, (*place, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [marked_up(value, place) for value in data]
    seen = IN_LABELS if place[0] == "labels" else IN_TEXTS
    return f"{MARKUP} {data}" if data and place[-1] in seen else data


@pytest.fixture(scope="module")
def loud_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in guide with markup in its texts."""
    path = tmp_path_factory.mktemp("loud") / "loud.yaml"
    path.write_text(json.dumps(marked_up(read_document(str(built_in_path())).data)))
    return path


def words_of(shown: str) -> str:
    """The words alone, without frames and line ends."""
    return " ".join(re.sub(r"[\u2500-\u257f]", " ", shown).split())


def assert_only_text(output: bytes) -> None:
    """No link, no colour and no picture was made of the markup."""
    assert b"\x1b]" not in output
    assert b"\x1b[31m" not in output
    assert "\U0001f604" not in output.decode()


# --- The texts of a guide ------------------------------------------------------------------------


def test_markup_in_a_plan_is_only_text(loud_path: Path, tmp_path: Path) -> None:
    """On the terminal, rich shows each text as it is written."""
    answers = tmp_path / "answers.yaml"
    answers.write_text("cause: [loss]\nhow_long: gt2y\n")
    arguments = program("guide", "--guide", str(loud_path), "--answers", str(answers))
    with TerminalDriver(arguments, rows=400) as terminal:
        assert terminal.exit_code() == 0
        shown = words_of(terminal.text())
        assert_only_text(terminal.output)
    for text in (
        "Some steps for you",
        "START HERE",
        "COULD HELP YOU MOST",
        "After that",
        "2. ",
        "Because ",
        "A small step",
        "You could say",
    ):
        assert f"{MARKUP} {text}" in shown


def test_markup_in_all_the_steps_is_only_text(loud_path: Path) -> None:
    """In `distance steps`, which names the sources too."""
    arguments = program("steps", "--guide", str(loud_path))
    with TerminalDriver(arguments, rows=800) as terminal:
        assert terminal.exit_code() == 0
        assert f"{MARKUP} From: " in words_of(terminal.text())
        assert_only_text(terminal.output)


@pytest.mark.parametrize("option", ["--plain", None])
def test_markup_on_a_page_is_only_text(loud_path: Path, option: str | None) -> None:
    """On the pages and in plain lines, too."""
    arguments = ["--guide", str(loud_path), *([option] if option else [])]
    with TerminalDriver(program("guide", *arguments), rows=60) as terminal:
        terminal.wait_for(f"{MARKUP} Feeling far apart", "Enter")
        terminal.press("\n" if option else Key.ENTER)
        terminal.wait_for("Question 1,", f"{MARKUP} How long", f"1. {MARKUP} ")
        terminal.wait_for(f"{MARKUP} I'd rather not say")
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert_only_text(terminal.output)


def test_markup_in_a_file_is_only_text(loud_path: Path) -> None:
    """Plain text and JSON hold each text as it is written."""
    loud = load_guide(str(loud_path))
    plan = make_plan(loud, {"cause": frozenset({"loss"})})
    text = as_text(outline(loud, plan))
    assert f"{MARKUP} Some steps for you" in words_of(text)
    steps = json.loads(as_json(plan))["steps"]
    assert all(step["title"].startswith(MARKUP) for step in steps)


@given(text=st.text(st.sampled_from("ab 1.)-+=*_`#>~|\\[]()<&;:!/\n\"'{}$^"), max_size=40))
@example(text="1. one\n2) two\n- three\n+ four\n=====\nfive\n-----\n* * *\n```\n    six")
@example(text='<b>&amp;<script>&#38;</b> <!-- x --> ![a](b "c") [d]: e\n[d]\\')
@example(text="| a | b |\n|---|---|\n~~x~~ __y__ http://x.example")
def test_markdown_reads_as_it_is_written(text: str) -> None:
    """Whatever a text says, Markdown makes one text of it: no list, rule, link or HTML."""
    section = Section("step", text, (Block("text", text),))
    written = as_markdown([section])
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written)
    inner = [child for token in tokens for child in token.children or ()]
    assert {token.tag for token in tokens} <= {"", "h2", "p"}
    assert {child.type for child in inner} <= {"text", "text_special", "softbreak", "hardbreak"}
    read = " ".join(child.content or " " for child in inner if "break" not in child.type)
    assert "".join(read.split()) == "".join((text + text).split())


@given(text=st.text(), columns=st.integers(1, 100))
@example(text=ACTING, columns=80)
def test_no_text_reaches_a_terminal_unless_it_is_harmless(text: str, columns: int) -> None:
    """Whatever the title of a guide says, it is refused, or shown without acting on anything."""
    said = changed(small_text(), "title: Your plan", f"title: {json.dumps('x' + text)}")
    for shown in all_shown(said, columns):
        assert first_harmful(shown) is None


def all_shown(text: str, columns: int) -> list[str]:
    """What is said of the text as a guide, or a plan that it leads to in every form."""
    try:
        mine = parse_guide(NAME, text)
    except DistanceError as error:
        return [str(error)]
    stream = io.StringIO()
    sections = list(outline(mine, make_plan(mine, {})))
    show_on_screen(sections, stream, columns)
    written = [as_text(sections), as_markdown(sections), as_html(sections, mine)]
    return [stream.getvalue(), *written]


# --- What is typed after the command, and what surrounds it --------------------------------------

TYPED: Final = [
    ["steps", ACTING],
    ["steps", "--", f"-{ACTING}"],
    ["steps", "2", ACTING],
    ["support", f"--{ACTING}"],
    ["support", f"--country{ACTING}=GB"],
    ["guide", "--guide", ACTING],
    ["guide", "--answers", ACTING],
    ["guide", "--answers", "-", "--format", ACTING],
    ["guide", f"--plain={ACTING}"],
    [ACTING],
    [f"--{ACTING}"],
    ["questions", "--guide", ACTING],
    ["check", ACTING],
    ["diff", ACTING, "steps.yaml"],
    ["steps", "[red]x[/red]:smile:"],
    ["steps", "9" * 5000],
    ["steps", "9" * 4000],
    [f"{'x' * 100_000}"],
]


@pytest.mark.parametrize("arguments", TYPED, ids=range(len(TYPED)))
def test_what_is_typed_does_nothing_to_the_terminal(arguments: list[str]) -> None:
    """A refusal repeats what was typed in one harmless line, with exit code 2."""
    with TerminalDriver(program(*arguments), columns=2000) as terminal:
        assert terminal.exit_code() == 2
        said = terminal.output.decode()
    assert said.endswith("\r\n")
    assert first_harmful(said[:-2]) is None
    assert "\n" not in said[:-2]
    assert "\U0001f604" not in said


@pytest.mark.parametrize("typed", [ACTING, "[red]x[/red]:smile:", "x" * 100_000])
def test_a_country_that_is_not_known_does_nothing_to_the_terminal(typed: str) -> None:
    """It is repeated in harmless words, and not at any length, above the lines."""
    with TerminalDriver(program("support", "--country", typed), rows=80) as terminal:
        assert terminal.exit_code() == 0
        said = terminal.output.decode()
    styled = re.sub(r"\x1b\[[0-9;]*m", "", said).replace("\r\n", "\n")
    assert first_harmful(styled) is None
    assert len(styled) < 5_000
    assert "\U0001f604" not in said


def test_bytes_that_are_no_text_are_written_out() -> None:
    """A name that is not UTF-8 is repeated by its bytes."""
    arguments = [*map(str.encode, program("support", "--country")), b"\xff\x9b"]
    with TerminalDriver(arguments, rows=80) as terminal:  # type: ignore[arg-type]
        assert terminal.exit_code() == 0
        assert "\\udcff\\udc9b" in terminal.words()


SURROUNDINGS: Final = [
    {"TERM": ACTING},
    {"COLUMNS": ACTING, "LINES": ACTING},
    {"COLUMNS": "\u00b2", "LINES": "\u00b2"},
    {"COLUMNS": "0", "LINES": "-1"},
    {"COLUMNS": "9" * 30, "LINES": "9" * 30},
    {"DISTANCE_PLAIN": ACTING},
    {"NO_COLOR": ACTING, "FORCE_COLOR": ACTING, "COLORTERM": ACTING},
]


@pytest.mark.slow
@pytest.mark.parametrize("environment", SURROUNDINGS, ids=range(len(SURROUNDINGS)))
def test_what_surrounds_a_run_does_nothing_to_it(environment: dict[str, str]) -> None:
    """Whatever the environment says, all is shown, and nothing of it reaches the terminal."""
    for arguments, code in (
        (["steps", "2"], 0),
        (["steps", "x"], 2),
        (["graph"], 0),
    ):
        with TerminalDriver(program(*arguments), environment=environment, rows=60) as terminal:
            assert terminal.exit_code() == code
            assert_only_text(terminal.output)
            assert b"Traceback" not in terminal.output


@pytest.mark.slow
@pytest.mark.parametrize("environment", SURROUNDINGS[:-2], ids=range(len(SURROUNDINGS) - 2))
def test_what_surrounds_the_questions_does_nothing_to_them(environment: dict[str, str]) -> None:
    """The pages come and go as ever."""
    with guide_session(environment=environment) as terminal:
        terminal.press(Key.CTRL_C)
        assert terminal.exit_code() == 130
        assert_only_text(terminal.output)


def test_a_guide_cannot_act_through_its_name(guide: Guide, tmp_path: Path) -> None:
    """A guide with a hostile name that is in order works, and its name is shown nowhere."""
    path = tmp_path / "\x1b[31m\u202e.yaml"
    path.write_text(built_in_path().read_text())
    assert load_guide(str(path)) == guide
