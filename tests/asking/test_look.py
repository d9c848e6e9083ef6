"""How pages look: marks by encoding, progress, and a first frame that is like those after it."""

import io
from collections.abc import Iterator
from itertools import pairwise

import pyte
import pytest
from msgspec.structs import astuple, replace
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output
from pyte.screens import Char

from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.layout import lay_out
from distancecli.asking.look import CODES, STYLES, painted
from distancecli.asking.marks import ASCII, UNICODE, Marks, marks_for
from distancecli.asking.page import Act, Choice, Page, Parts, Progress
from distancecli.asking.pages import welcome_page
from distancecli.asking.screen import page_question, pages_on
from distancecli.asking.setting import BAR, Setting, Window, progress_bar
from distancecli.guide.model import Guide
from distancecli.text.wrapping import columns
from tests.asking.test_askers import NOWHERE, page_of
from tests.asking.test_conversation import CALM, converse
from tests.asking.test_layout import pages_of
from tests.support.built_in import GUIDE
from tests.support.scripted_asker import BACK, Script, ScriptedAsker
from tests.support.terminal_driver import Key, in_ascii

ROWS, COLUMNS = 24, 80


# --- Marks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "term", "marks"),
    [
        ("utf-8", "xterm-256color", UNICODE),
        ("UTF-8", "", UNICODE),
        ("utf-8", None, UNICODE),
        ("utf-8", "linux", ASCII),
        ("ascii", "xterm", ASCII),
        ("iso8859-1", "xterm", ASCII),
        ("no such encoding", "xterm", ASCII),
        (None, "xterm", ASCII),
    ],
)
def test_marks_are_those_that_the_output_can_show(
    encoding: str | None, term: str | None, marks: Marks
) -> None:
    """Unicode where the encoding has all of them, but for the console of Linux and its font."""
    assert marks_for(encoding, term) is marks


def test_every_mark_takes_the_columns_it_is_counted_for() -> None:
    """A page is laid out by the letters of its marks: each letter takes one column."""
    for marks in (ASCII, UNICODE):
        assert all(columns(mark) == len(mark) for mark in astuple(marks))
        assert len(set(astuple(marks))) == len(astuple(marks))


def test_a_page_says_the_same_in_either_marks(guide: Guide) -> None:
    """In ASCII nothing is lost: each mark has its own counterpart, on the same line."""
    for page in pages_of(guide):
        shown = [
            "\n".join(line.text for line in lay_out(page, Window(COLUMNS, ROWS, marks)).visible())
            for marks in (ASCII, UNICODE)
        ]
        assert in_ascii(shown[1]).split() == shown[0].split()
        assert shown[1].isascii() is False


def test_what_was_chosen_before_keeps_its_circle_while_the_pointer_moves() -> None:
    """Coming back to a question of one answer, the reader sees what Enter would now replace."""
    page = page_of(GUIDE, "how_long", frozenset({"gt2y"}))
    lines = Setting(page, Window(COLUMNS, ROWS), 1, frozenset()).lines()
    marked = [line.text[:6] for line in lines if line.choice is not None]
    assert marked == ["  ( ) ", "> ( ) ", "  ( ) ", "  (x) ", "  ( ) ", "  ( ) ", "  ( ) "]


class TwoRows:
    """What was drawn: a title that is no choice, and two rows for each of two that are."""

    keys = ("a", "b")

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[Parts, str | None]]:
        """With their width, and whether they are in ASCII."""
        yield (("text", f"{width} {in_ascii}"),), None
        for key in self.keys:
            yield (("heading", f"{key} one"),), key
            yield (("text", f"{key} two"), ("mark", "!")), key

    def heard(self, width: int) -> str:
        """Not heard here."""
        return ""


@pytest.mark.parametrize("active", range(4))
@pytest.mark.parametrize("marks", [ASCII, UNICODE])
def test_a_choice_that_was_drawn_is_pointed_at_once(active: int, marks: Marks) -> None:
    """On its first row; what was not drawn stands in a row below, each behind its own pointer."""
    labels = {"a": "A", "b": "B", "c": "Three", "d": "Four"}
    choices = tuple(Choice(key, label) for key, label in labels.items())
    page = replace(page_of(GUIDE, "told"), choices=choices, drawn=TwoRows())
    lines = Setting(page, Window(COLUMNS, ROWS, marks), active, frozenset()).lines()
    before = [f"{marks.pointer if number == active else ' '} " for number in range(4)]
    assert [line.text for line in lines] == [
        f"  {COLUMNS - 3} {marks is ASCII}",
        *(f"{before[0]}a one", "  a two!"),
        *(f"{before[1]}b one", "  b two!"),
        "",
        f"{before[2]}3. Three {before[3]}4. Four",
    ]
    assert [line.choice for line in lines] == [None, 0, 0, 1, 1, None, 2]
    assert lines[-1].beside == (3,)
    roles = [line.role for line in lines[1:5]]
    assert roles == ["active" if number // 2 == active else "text" for number in range(4)]


# --- Progress ------------------------------------------------------------------------------------


def test_the_progress_goes_forward_and_is_full_only_after_the_last_question(guide: Guide) -> None:
    """Question by question there is more of it, on the same measure as the words of the heading."""
    _, asker = converse(guide, [Act.GO_ON, *CALM, Act.GO_ON])
    progress = [page.progress for page in asker.pages if page.progress]
    assert [(each.done, each.most) for each in progress] == [
        *((done, 10) for done in range(7)),
        (7, 9),
        (8, 9),
    ]
    filled = [progress_bar(each, ASCII).count("=") for each in progress]
    assert filled == sorted(set(filled))
    assert filled[0] == 0
    assert filled[-1] < BAR


def test_only_questions_on_the_way_have_progress(guide: Guide) -> None:
    """Not the welcome page, not the answers, and not a question that is asked again from there."""
    _, asker = converse(guide, [Act.GO_ON, *CALM, "talk", {"ok"}, Act.GO_ON])
    with_progress = [page.progress is not None for page in asker.pages]
    assert with_progress == [False, *[True] * 9, False, False, False]


@pytest.mark.parametrize(("width", "is_there"), [(80, True), (49, False), (50, True), (40, False)])
def test_the_progress_costs_no_line(width: int, is_there: bool) -> None:
    """It stands behind the heading, or is left out where the window is too narrow for both."""
    page = page_of(GUIDE, "how_long")
    bare = replace(page, progress=None)
    lines, without = (
        [line.text for line in Setting(each, Window(width, ROWS), 0, frozenset()).lines()]
        for each in (page, bare)
    )
    assert lines[1:] == without[1:]
    assert ("-" * BAR in lines[0]) == is_there
    assert columns(lines[0]) < width


def test_the_progress_is_never_more_than_is_true() -> None:
    """It is rounded down, and has the same length always."""
    for most in range(1, 15):
        bars = [progress_bar(Progress(done, most), ASCII) for done in range(most + 1)]
        assert all(len(bar) == BAR for bar in bars)
        assert all(bar.count("=") * most <= BAR * done for done, bar in enumerate(bars))
        assert [bar for bar in bars if "-" not in bar] == [bars[-1]]


# --- A change ------------------------------------------------------------------------------------


def test_a_change_has_a_heading_of_its_own(guide: Guide) -> None:
    """No count of questions that will not come; what the change opens is one question more."""
    script = [Act.GO_ON, *CALM, "cause", {"affair"}, {"raw"}, "event_now", {"raw"}, Act.GO_ON]
    _, asker = converse(guide, script)
    labels = guide.labels
    changed, opened = labels.count_change, labels.count_opened
    check = labels.check_title
    assert asker.headings[10:] == [check, changed, opened, check, changed, check]


def test_back_from_a_change_leads_to_the_answers(guide: Guide) -> None:
    """Left undoes the picking of a question; from the answers the last question counts again."""
    script: Script = [Act.GO_ON, *CALM, "cause", BACK, BACK, {"none"}, Act.GO_ON]
    conversation, asker = converse(guide, script)
    check = guide.labels.check_title
    last = "Question 9, the last one"
    assert asker.headings[10:] == [check, guide.labels.count_change, check, last, check]
    assert conversation.answers["cause"] == {"drift"}


def test_back_from_what_a_change_opened_leads_to_a_question(guide: Guide) -> None:
    """While an answer is missing there are no answers to check: the questions before come first."""
    script: Script = [Act.GO_ON, *CALM, "cause", {"affair"}, BACK, BACK]
    script = [*script, {"work"}, {"raw"}, Act.GO_ON]
    conversation, asker = converse(guide, script)
    change, opened = guide.labels.count_change, guide.labels.count_opened
    assert asker.headings[11:15] == [change, opened, change, change]
    assert conversation.answers["event_now"] == {"raw"}


def test_back_from_an_ending_of_a_change_never_leads_to_a_plan(guide: Guide) -> None:
    """Where the changed answer leads to an ending, the answers are not offered as they stand."""
    script: Script = [Act.GO_ON, *CALM, "safety", {"hurt"}, "GB", BACK, BACK]
    asker = ScriptedAsker([*script, "lt3m", "GB", Act.LEAVE])
    with pytest.raises(Left):
        Conversation(guide, asker).run()
    assert guide.labels.check_title not in asker.headings[11:]


# --- The first frame, and colour -----------------------------------------------------------------


Cell = tuple[str, str, bool, bool]


def cells(shown: str) -> list[list[Cell]]:
    """What a terminal shows: letters, with their colour and weight."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed(shown)
    return [[_cell(screen.buffer[row][each]) for each in range(COLUMNS)] for row in range(ROWS)]


def _cell(char: Char) -> Cell:
    """A cell as it is seen: how a blank looks makes no difference."""
    blank = ("", "", False, False)
    return blank if char.data == " " else (char.data, char.fg, char.bold, char.blink)


def by_prompt_toolkit(page: Page, marks: Marks, depth: ColorDepth) -> str:
    """All that is written to show the page once by the library."""
    written = io.StringIO()
    size = Size(rows=ROWS, columns=COLUMNS)
    output = Vt100_Output(written, lambda: size, default_color_depth=depth, enable_cpr=False)
    with create_pipe_input() as keyboard:
        keyboard.send_text(Key.CTRL_C)
        application = pages_on(keyboard, output, whole_screen=False)
        question = page_question(page, application, NOWHERE, marks)
        question.application.erase_when_done = False
        with pytest.raises(KeyboardInterrupt):
            question.unsafe_ask()
    return written.getvalue()


@pytest.mark.parametrize("marks", [ASCII, UNICODE])
@pytest.mark.parametrize("colour", [True, False])
def test_the_first_frame_looks_like_those_after_it(marks: Marks, colour: bool) -> None:
    """What is drawn before the library is loaded has the same letters, colours and weights."""
    page = welcome_page(GUIDE)
    view = lay_out(page, Window(COLUMNS, ROWS, marks))
    drawn = "\r\n".join(painted(line.parts, colour) for line in view.visible())
    depth = ColorDepth.DEFAULT if colour else ColorDepth.MONOCHROME
    assert cells(drawn) == cells(by_prompt_toolkit(page, marks, depth))


def test_without_colour_the_words_and_the_weight_stay(guide: Guide) -> None:
    """NO_COLOR takes the accent away, and no letter, mark or weight with it."""
    for page in pages_of(guide):
        lines = lay_out(page, Window(COLUMNS, ROWS, UNICODE)).visible()
        bare, coloured = (
            cells("\r\n".join(painted(line.parts, colour) for line in lines))
            for colour in (False, True)
        )
        assert {colour for row in bare for _, colour, _, _ in row} <= {"", "default"}
        assert "magenta" in {colour for row in coloured for _, colour, _, _ in row}
        for row, other in zip(bare, coloured, strict=True):
            assert [(a, c, d) for a, _, c, d in row] == [(a, c, d) for a, _, c, d in other]


def test_every_style_can_be_drawn_before_the_library_is_there() -> None:
    """Each word of a style has its code."""
    assert {word for style in STYLES.values() for word in style.split()} == set(CODES)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
def test_one_margin_for_all_pages(guide: Guide, size: tuple[int, int]) -> None:
    """In a window with room for it, only the pointer stands in the first two columns."""
    for page in pages_of(guide):
        lines = [line.text for line in lay_out(page, Window(*size)).visible()]
        assert {line[:2] for line in lines if line} == {"  ", "> "}
        assert lines[1] == ""
        assert "" not in [one or next for one, next in pairwise(lines)]
