"""The pictures of the README: what a terminal shows, as SVG.

`python -m tests.project.pictures` remakes them.

Each is drawn by the program itself, so a picture that differs from today's output is out of date.
"""

import io
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from pyte.screens import Char
from rich.console import Console
from rich.style import Style
from rich.text import Text

from distancecli.guide.answers import Answers
from distancecli.interview.answersfile import saved_answers
from distancecli.rendering.screen import console_on
from tests.support.built_in import GUIDE
from tests.support.small_guide import codes
from tests.support.terminal_driver import Key, TerminalDriver, guide_session, program
from tests.support.walkthrough import answer_rows

FOLDER: Final = Path(__file__).parent
COLUMNS: Final = 80
TITLE: Final = "distance guide"

FROM_THE_NETWORK: Final = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
"""The font that rich's pictures load, and where they say they come from."""
WEB_FONT: Final = "Fira Code"
OWN_FONTS: Final = 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono"'
"""Fonts that the reader's machine has, so that a picture opens without the network."""

READER: Final[Answers] = {
    "how_long": codes("gt2y"),
    "safety": codes("none"),
    "told": codes("open"),
    "talk": codes("ok"),
    "time": codes("little"),
    "in_way": codes("tired"),
    "cause": codes("change"),
    "habits": codes("none"),
    "now": codes("none"),
}
"""Whose plan is short, and has one step that could help most."""


def pictures() -> dict[str, str]:
    """Each picture's file name, and its SVG as of today."""
    return {"plan.svg": plan_picture(), "question.svg": question_picture()}


def plan_picture() -> str:
    """The page of the reader's plan, read off the screen of a real terminal."""
    guide = GUIDE
    with NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(saved_answers(guide, READER) + "safety: none\nnow: none\n")
        file.flush()
        asked = program("guide", "--answers", file.name, "--ask")
        with TerminalDriver(asked, columns=COLUMNS, rows=24) as terminal:
            terminal.wait_for("Enter: begin")
            terminal.press(Key.ENTER)
            terminal.wait_for("Check your answers")
            terminal.press(Key.ENTER)
            terminal.wait_for("START HERE", "Finish and clear")
            return svg_of(terminal, "plan")


def question_picture() -> str:
    """A question with two answers marked, read off the screen of a real terminal."""
    with guide_session(columns=COLUMNS, rows=24) as terminal:
        terminal.press("2")
        terminal.wait_for("Question 2,")
        answer_rows(terminal)
        terminal.wait_for("Question 3,")
        terminal.press("1")
        terminal.wait_for("Question 4,")
        terminal.press("1", "5")
        terminal.wait_for("[x] 1.", "> [x] 5.")
        return svg_of(terminal, "question")


def svg_of(terminal: TerminalDriver, name: str) -> str:
    """What the terminal shows; `name` is its own in a page with other pictures."""
    return _as_svg(_screen_of(terminal), name)


def _screen_of(terminal: TerminalDriver) -> Console:
    """The rows of the screen, down to the last that is not empty."""
    console = console_on(io.StringIO(), COLUMNS)
    console.record = True  # what is drawn, for a picture of it
    screen = terminal.screen
    for row in range(len(terminal.text().splitlines())):
        cells = (screen.buffer[row][column] for column in range(screen.columns))
        console.print(Text.assemble(*_styled(cells)), overflow="crop", no_wrap=True)
    return console


def _styled(cells: Iterator[Char]) -> Iterator[tuple[str, Style]]:
    """Runs of cells that look the same, as text in that style."""
    for style, run in groupby(cells, _style_of):
        yield "".join(cell.data for cell in run), style


def _style_of(cell: Char) -> Style:
    return Style(
        color=_colour(cell.fg),
        bold=cell.bold,
        italic=cell.italics,
        reverse=cell.reverse,
        dim=cell.blink,  # what stands for dim, see the driver
    )


def _colour(name: str) -> str | None:
    """The colour by the name that rich has for it: pyte has others, and bare numbers."""
    if len(name) == 6 and set(name) <= set("0123456789abcdef"):
        return f"#{name}"
    named = {"default": None, "brown": "yellow"}.get(name, name)
    return named and named.replace("bright", "bright_")


def _as_svg(console: Console, name: str) -> str:
    # The ids in it are fixed, so that the same text makes the same file.
    svg = console.export_svg(title=TITLE, unique_id=name)
    local = FROM_THE_NETWORK.sub("", svg).replace(WEB_FONT, OWN_FONTS)
    return "\n".join(line.rstrip() for line in local.split("\n")) + "\n"
