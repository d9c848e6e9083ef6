"""Where YAML stumbles over a text, and what it says there, for people who know of no tokens.

Only for a text that is not YAML; `mending` looks around that place for what was meant.
"""

import re
from typing import Any, Final

import yaml
from msgspec import Struct

from distancecli.documents.plaindata import SYNTAX, in_quotes
from distancecli.errors import Problem

NOT_YAML: Final = "this cannot be read as YAML"
NO_COLON: Final = "could not find expected ':'"
YAML_SAYS: Final = {
    r"mapping values are not": "there is a colon too many, or too much space before it",
    NO_COLON: "a colon is missing",
    r"found unexpected ':'": "a space is missing behind this colon",
    r"found unexpected end of stream": "a quote is missing at the end of a text",
    r"found unexpected document": "--- stands inside a text in quotes",
    r"found unknown escape|.*hex|.*Unicode": (
        "a \\ stands before a letter that it does not go with"
    ),
    r"found character .*any token|.*node content|.*alphabetic|mapping keys|.*comment or|"
    r".*indentation indicator|.*indicator equal|.*URI|.*tag|.*expected '[>!]": (
        "no text can start like this"
    ),
    r".*tab character": "a tab stands where only spaces may",
    r".*sequence entries are not": "a list needs lines of its own, which start with -",
    r".*expected ',' or ": "a comma or a closing bracket is missing",
    r".*expected (key|'-'|<block end>|'?<document start>)": (
        "this does not go with what stands before it"
    ),
}
"""What YAML says, with and without LibYAML, and the same in plain words."""


class Stumble(Struct, frozen=True):
    """A place that YAML did not get past: a line and a column, counted from 0."""

    line: int
    column: int
    left: int
    """How many characters of the line there are from here on."""
    since: int
    """The line on which began what it was reading."""
    since_column: int
    said: str

    @property
    def in_brackets(self) -> bool:
        """Whether brackets are open there, inside of which it is all one how far a line is in."""
        return "expected ','" in self.said

    @property
    def reach(self) -> tuple[int, int, int]:
        """The greater, the further it got."""
        return self.line, -self.left, self.since


def lines_of(text: str) -> list[str]:
    """The lines of a text, whatever ends them, and the empty one on which YAML sees it end."""
    return [*text.splitlines(), ""]


def stumble(lines: list[str], error: Exception | None) -> Stumble | None:
    """The place that the error of YAML speaks of, if there is one and it says so."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    mark: Any = error.problem_mark
    start = error.context_mark or mark
    left = len(lines[mark.line]) - mark.column
    return Stumble(mark.line, mark.column, left, start.line, start.column, str(error.problem))


def unclear_problem(name: str, text: str, error: Exception) -> Problem:
    """What is told where nothing better is known than what YAML says."""
    lines = lines_of(text)
    place = stumble(lines, error)
    if place is None:
        said = "a character that may not stand in a text file; remove it"
        return Problem(name, 1, 1, said, SYNTAX)
    said = next((ours for each, ours in YAML_SAYS.items() if re.match(each, place.said)), NOT_YAML)
    line, column = place.line, place.column
    if place.said.startswith(NO_COLON):  # it is seen on the next line, and missing on this one
        line, column = place.since, place.since_column
    if place.in_brackets:
        said += f", or the bracket opened on line {place.since + 1} is never closed"
    elif place.since != line:
        said += f" (see line {place.since + 1})"
    remedy = _remedy(lines[line][column : column + 1])
    return Problem(name, line + 1, column + 1, f"not valid YAML: {said}; {remedy}", SYNTAX)


def _remedy(character: str) -> str:
    """What to do about the character that YAML stumbles over."""
    if character == "\t":
        return "a tab stands here, use spaces"
    if character and character in "@`%":
        return in_quotes(character)
    return "look at the quotes, colons and spaces here"
