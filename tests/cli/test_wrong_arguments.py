"""What is said of a command line that Typer refuses: in plain words, whichever release speaks."""

import re
import shlex
from typing import Final

import pytest
from typer.exceptions import TyperException

from distancecli.cli.app import TYPER_SAYS, run
from distancecli.errors import Refused

BY_ITS_TYPE: Final = {
    "--nothing": "No such option: --nothing",
    "guide -x": "No such option: -x",
    "guide --answer x": "No such option: --answer; perhaps you mean --answers, --ask, "
    "--save-answers",
    "diff old.yaml": "NEW is missing",
}
BY_A_ROW: Final = {
    "steps 1 2 3": '"2 3" has no place here',
    "guide --answers": "--answers needs something after it",
    "--install-completion": "--install-completion needs something after it",
    "support new --country": "--country needs something after it",
    "guide --plain=yes": "--plain takes nothing after it",
    "steps two": '"two" is not a whole number',
    'steps "it\'s"': '"it\'s" is not a whole number',
    "graph --format pdf": "--format does not take \"pdf\"; there is: 'tree', 'mermaid', 'dot'",
    "guide --format pdf": '--format does not take "pdf"; there is: '
    "'text', 'markdown', 'html', 'json'",
    "guid": "No such command 'guid'; perhaps you mean 'guide'",
}
AS_IT_IS: Final = {"nothing": "No such command 'nothing'"}
SAID: Final = BY_ITS_TYPE | BY_A_ROW | AS_IT_IS


def refusals(line: str) -> tuple[str, str]:
    """What is said of a command line, and what Typer says of it."""
    with pytest.raises(Refused) as refused:
        run(shlex.split(line))
    theirs = refused.value.__cause__
    assert isinstance(theirs, TyperException)
    return str(refused.value), theirs.format_message()


@pytest.mark.parametrize(("line", "said"), SAID.items(), ids=SAID.values())
def test_a_wrong_command_line_is_refused_in_plain_words(line: str, said: str) -> None:
    """A release of Typer that words it otherwise is seen here, by the words that it needs."""
    words = line.split()
    command = f"distance {words[0]}" if len(words) > 1 else "distance"
    next_step = f"To see what can be typed, type: {command} --help"
    assert refusals(line)[0] == f"{command}: {said}. {next_step}"


def test_every_row_of_what_typer_says_is_brought_out() -> None:
    """A row that none of the command lines above needs is one that nothing keeps true."""
    theirs = [refusals(line)[1].removesuffix(".") for line in BY_A_ROW]
    for row in TYPER_SAYS:
        assert any(re.search(row, said) for said in theirs), row
