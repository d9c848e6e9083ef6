"""A plan in plain lines, on a real terminal: read out, with its choices as numbers."""

import time
from typing import Final

import pytest

from tests.support.built_in import GUIDE
from tests.support.terminal_driver import PATIENCE, Key, TerminalDriver, program
from tests.support.walkthrough import CALM_LINES, PLAN, ROWS, answer_in_lines

LABELS: Final = GUIDE.labels
PLAN_PROMPT: Final = LABELS.prompt_plan
CHOOSE: Final = LABELS.prompt_choice
READ: Final = LABELS.prompt_reading
TO_PLAN: Final = LABELS.prompt_check.format(go_on=LABELS.check_go_on)
NAME: Final = "an empty line: notes.txt"


def in_lines() -> TerminalDriver:
    """`distance guide --plain` on a terminal that shows all of it at once."""
    return TerminalDriver(program("guide", "--plain"), rows=500)


def to_answers(terminal: TerminalDriver, *lines: tuple[str, str]) -> None:
    """Types these lines, the last of which leads to the check page, and waits for that."""
    answer_in_lines(terminal, *lines)
    terminal.wait_for_end(TO_PLAN)


def said_to(terminal: TerminalDriver, line: str, then: str) -> str:
    """What is said to a line, up to that prompt."""
    before = len(terminal.words())
    terminal.press(line + "\n")
    deadline = time.monotonic() + PATIENCE
    while len(terminal.words()) == before or not terminal.words().endswith(then):
        assert time.monotonic() < deadline, f"no {then!r} at the end:\n{terminal.text()}"
        terminal.pump()
    return terminal.words()[before:].strip().removeprefix(line).strip()


def finished(terminal: TerminalDriver, line: str) -> str:
    """What is said to the last line, when the program has ended well."""
    before = len(terminal.words())
    terminal.press(line + "\n")
    assert terminal.exit_code() == 0
    return terminal.words()[before:]


def test_where_to_start_is_heard_within_seventy_words() -> None:
    """After the last answer, with the word for the mark, and with no sign that is only seen."""
    with in_lines() as terminal:
        begin, first, *rest = CALM_LINES[:-1]
        to_answers(terminal, begin, (first[0], "4"), *rest)
        page = said_to(terminal, "1", PLAN_PROMPT)
        action = page.index("Ask your partner for ten minutes")
        assert page.startswith(PLAN)
        assert page.index("START HERE") < action
        assert len(page[: page.index(".", action)].split()) <= 70
        assert "Highlighted: COULD HELP YOU MOST" in page
        assert "6. Change an answer 7. Keep a copy 8. Finish" in page
        assert LABELS.menu_clear not in page
        rest_of_plan = finished(terminal, "8")
        for words in ("A small step", "You could say", "not therapy"):
            assert words in rest_of_plan
        for sign in ("***", "->", "---", "==="):
            assert sign not in page + rest_of_plan
        assert b"\x1b" not in terminal.output


def test_one_thing_and_a_moment_are_chosen_by_numbers() -> None:
    """An empty line starts; `b` is back from each page, and what is chosen is read out and kept."""
    with in_lines() as terminal:
        to_answers(terminal, *CALM_LINES[:-1])
        said_to(terminal, "1", PLAN_PROMPT)
        assert said_to(terminal, "", CHOOSE).startswith(LABELS.start_title)
        assert said_to(terminal, "b", PLAN_PROMPT).startswith(PLAN)
        said_to(terminal, "", CHOOSE)
        assert "When could that be?" in said_to(terminal, "1", CHOOSE)
        assert said_to(terminal, "b", CHOOSE).startswith(LABELS.start_title)
        assert "When could that be?" in said_to(terminal, "1", CHOOSE)
        page = said_to(terminal, "1", PLAN_PROMPT)
        assert page.startswith(PLAN)
        assert "When: at a meal we eat together Then: Ask your partner" in page
        assert "A small step Have one meal together" in said_to(terminal, "2", READ)
        assert said_to(terminal, "", PLAN_PROMPT).startswith(PLAN)
        assert "When: at a meal" not in finished(terminal, "8"), "it is said once, and still there"


@pytest.mark.slow
def test_a_line_that_is_no_choice_says_what_there_is() -> None:
    """A number that stands for nothing, letters, and `?`, which reads the page again."""
    with in_lines() as terminal:
        to_answers(terminal, *CALM_LINES[:-1])
        said_to(terminal, "1", PLAN_PROMPT)
        for typed in ("9", "0", "1 2", "first"):
            said = said_to(terminal, typed, PLAN_PROMPT)
            assert said.startswith(LABELS.unknown_number.format(last=8))
            assert PLAN not in said
        assert said_to(terminal, "?", PLAN_PROMPT).startswith(PLAN)


@pytest.mark.slow
@pytest.mark.parametrize("leaving", [Key.CTRL_C, Key.CTRL_D])
@pytest.mark.parametrize(
    "lines",
    [[], [("", CHOOSE)], [("", CHOOSE), ("1", CHOOSE)], [("2", READ)], [("7", NAME)]],
)
def test_leaving_a_plan_in_lines_prints_no_more_of_it(
    lines: list[tuple[str, str]], leaving: str
) -> None:
    """What was read out stays; the rest of the plan does not follow, and the code is 130."""
    with in_lines() as terminal:
        to_answers(terminal, *CALM_LINES[:-1])
        for line, then in (("1", PLAN_PROMPT), *lines):
            said_to(terminal, line, then)
        so_far = terminal.words()
        terminal.press(leaving)
        assert terminal.exit_code() == 130
        assert terminal.words().removeprefix(so_far).strip() in {"", "^C"}


@pytest.mark.slow
def test_plain_lines_show_the_notice_first_and_offer_no_copy() -> None:
    """A reader who has to take care hears the help lines, and then where to start."""
    with in_lines() as terminal:
        begin, first = CALM_LINES[:2]
        rows = [("b: back", "2" if code == "put_down" else "1") for code in ROWS]
        to_answers(terminal, begin, first, *rows, *CALM_LINES[2 + len(ROWS) : -1])
        said_to(terminal, "1", CHOOSE)
        notice = said_to(terminal, "1", LABELS.prompt_notice)
        assert "thehotline.org" in notice
        assert "START HERE" not in notice
        page = said_to(terminal, "", PLAN_PROMPT)
        assert page.startswith(PLAN)
        assert "START HERE, this week. Step 5" in page
        assert "6. Change an answer 7. Finish" in page
        assert LABELS.menu_keep not in page
        rest = finished(terminal, "7").removeprefix(" 7 ")
        assert rest.startswith("5. Get help"), "what was heard is not said again"
