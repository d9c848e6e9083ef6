"""What becomes of a plan, for every kind of stream: a table of cases, and what holds for all."""

from itertools import product
from typing import Final

import pytest

from distancecli.rendering.formats import Format
from distancecli.run.decision import Decision, Files, Surface, decide
from distancecli.run.request import Request
from distancecli.system.console import Sink, Streams

TERMINAL, FILE, PIPE, DEVICE, CLOSED = Sink
TEXT, MARKDOWN, HTML, JSON = Format
PAGE, SCREEN, OUTPUT = Surface
BEFORE, AFTER, NEVER = Files
Decided = tuple[Surface, Format | None, bool, Files, bool, bool, *tuple[bool, ...]]
"""The fields of a decision, in order; the last one where it is true."""
ELSEWHERE: Final = (FILE, PIPE, DEVICE, CLOSED)

ASKED: Final = Request()
UNASKED: Final = Request(answers="mine.yaml")
PLAIN: Final = Request(answers="mine.yaml", plain=True)
IN_JSON: Final = Request(answers="mine.yaml", form=JSON)
IN_HTML: Final = Request(answers="mine.yaml", form=HTML)
WITH_FILE: Final = Request(answers="mine.yaml", output="plan.md")
ASKED_WITH_FILE: Final = Request(save_answers="mine.yaml")


def streams(output: Sink, errors: Sink = TERMINAL, *, has_terminal: bool = True) -> Streams:
    """Streams with somebody at a terminal, from which keys come; or with nobody anywhere."""
    return Streams(output, errors, has_terminal=has_terminal, has_keys=has_terminal)


SCRIPT: Final = streams(PIPE, PIPE, has_terminal=False)
CRON: Final = streams(FILE, FILE, has_terminal=False)


@pytest.mark.parametrize(
    ("request_made", "found", "decided"),
    [
        (ASKED, streams(TERMINAL), (PAGE, None, False, AFTER, True, True)),
        (ASKED, streams(FILE), (OUTPUT, TEXT, True, BEFORE, True, False, True)),
        (ASKED, streams(PIPE), (OUTPUT, TEXT, True, BEFORE, True, False)),
        (ASKED, streams(DEVICE), (OUTPUT, TEXT, True, BEFORE, True, False)),
        (ASKED, streams(FILE, FILE), (OUTPUT, TEXT, True, BEFORE, True, False, True)),
        (ASKED_WITH_FILE, streams(TERMINAL), (PAGE, None, False, AFTER, True, True)),
        (UNASKED, streams(TERMINAL), (SCREEN, None, False, BEFORE, True, False)),
        (UNASKED, streams(TERMINAL, FILE), (SCREEN, None, False, BEFORE, True, False)),
        (UNASKED, streams(PIPE), (OUTPUT, TEXT, True, BEFORE, True, False)),
        (UNASKED, streams(PIPE, PIPE), (OUTPUT, TEXT, True, BEFORE, False, False)),
        (UNASKED, streams(CLOSED), (OUTPUT, TEXT, True, BEFORE, True, False)),
        (UNASKED, SCRIPT, (OUTPUT, TEXT, True, BEFORE, False, False)),
        (PLAIN, streams(TERMINAL), (SCREEN, None, False, BEFORE, True, False)),
        (IN_JSON, streams(TERMINAL), (OUTPUT, JSON, False, BEFORE, True, False)),
        (IN_HTML, streams(TERMINAL), (OUTPUT, HTML, False, BEFORE, True, False)),
        (IN_JSON, streams(PIPE), (OUTPUT, JSON, True, BEFORE, True, False)),
        (IN_JSON, SCRIPT, (OUTPUT, JSON, True, BEFORE, False, False)),
        (WITH_FILE, streams(FILE, FILE), (OUTPUT, TEXT, True, BEFORE, False, False)),
    ],
)
def test_what_becomes_of_an_ordinary_plan(
    request_made: Request, found: Streams, decided: Decided
) -> None:
    """Surface, form, what is withheld, when files are written, words on them, menu, redirection."""
    assert decide(request_made, found, off_record=False) == Decision(*decided)


@pytest.mark.parametrize(
    ("request_made", "found", "decided"),
    [
        (ASKED, streams(TERMINAL), (PAGE, None, False, NEVER, False, True)),
        (ASKED, streams(FILE), (PAGE, None, False, NEVER, True, False)),
        (ASKED, streams(PIPE), (PAGE, None, False, NEVER, True, False)),
        (ASKED, streams(PIPE, DEVICE), (PAGE, None, False, NEVER, True, False)),
        (ASKED_WITH_FILE, streams(TERMINAL), (PAGE, None, False, NEVER, True, True)),
        (UNASKED, streams(TERMINAL), (SCREEN, None, False, NEVER, False, False)),
        (UNASKED, streams(CLOSED), (SCREEN, None, False, NEVER, True, False)),
        (UNASKED, streams(FILE, DEVICE), (SCREEN, None, False, NEVER, True, False)),
        (IN_JSON, streams(TERMINAL), (OUTPUT, JSON, False, NEVER, False, False)),
        (IN_JSON, streams(PIPE), (SCREEN, None, False, NEVER, True, False)),
        (IN_HTML, streams(FILE), (SCREEN, None, False, NEVER, True, False)),
        (UNASKED, SCRIPT, (OUTPUT, TEXT, True, NEVER, False, False)),
        (UNASKED, CRON, (OUTPUT, TEXT, True, NEVER, False, False)),
        (WITH_FILE, SCRIPT, (OUTPUT, TEXT, True, NEVER, True, False)),
    ],
)
def test_what_becomes_of_a_plan_off_record(
    request_made: Request, found: Streams, decided: Decided
) -> None:
    """The person at the terminal has it; a script without any has it on standard output."""
    assert decide(request_made, found, off_record=True) == Decision(*decided)


@pytest.mark.parametrize(
    ("request_made", "found", "surface"),
    [
        (UNASKED, streams(TERMINAL), PAGE),
        (UNASKED, streams(FILE), PAGE),
        (UNASKED, streams(PIPE, DEVICE), PAGE),
        (PLAIN, streams(TERMINAL), SCREEN),
        (IN_JSON, streams(TERMINAL), OUTPUT),
        (IN_JSON, streams(PIPE), PAGE),
        (UNASKED, Streams(TERMINAL, TERMINAL, has_terminal=True, has_keys=False), SCREEN),
        (UNASKED, SCRIPT, OUTPUT),
    ],
)
def test_an_ending_has_a_page_where_it_can_be_left(
    request_made: Request, found: Streams, surface: Surface
) -> None:
    """With keys to leave it by, and a screen to clear; else it stands where a plan would."""
    assert decide(request_made, found, off_record=True, ending=True).surface is surface


@pytest.mark.parametrize("off_record", [False, True])
@pytest.mark.parametrize("ending", [False, True])
def test_what_holds_whatever_the_streams_are(off_record: bool, ending: bool) -> None:
    """Off record nothing stays in a file, and what is for the screen alone is on a screen."""
    requests = [
        Request(answers, None, ask, plain, output, form)
        for answers, ask in ((None, False), ("mine.yaml", False), ("mine.yaml", True))
        for plain, output, form in product((False, True), (None, "-", "plan.md"), (None, *Format))
    ]
    every = [
        Streams(output, errors, has_terminal=there, has_keys=keys)
        for output, errors in product(Sink, repeat=2)
        for there, keys in ((False, False), (True, False), (True, True))
        if there or TERMINAL not in (output, errors)
    ]
    for request_made, found in product(requests, every):
        decision = decide(request_made, found, off_record=off_record, ending=ending)
        on_output = decision.surface is OUTPUT
        assert (decision.files is NEVER) == off_record
        assert decision.withholds == (on_output and found.output in ELSEWHERE)
        assert on_output == (decision.form is not None)
        assert not decision.has_menu or (request_made.asks and found.output is TERMINAL)
        if decision.is_redirected:
            assert on_output
            assert not off_record
            assert request_made.asks
            assert found.output is FILE
        if off_record and found.has_terminal:
            assert not (on_output and found.output in ELSEWHERE)
        if not on_output:
            assert found.has_terminal
