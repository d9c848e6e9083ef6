"""Asks a reader on a terminal: the screen set aside, the welcome at once, then the interview."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from distancecli import pages
from distancecli.answers import Answers
from distancecli.conditions import Situation
from distancecli.conversation import Conversation
from distancecli.guide import Guide
from distancecli.interview import Interview
from distancecli.prompts import Asker
from distancecli.prompts.layout import Window, lay_out
from distancecli.prompts.page import Page
from distancecli.terminal import Terminal


def interview_on(
    terminal: Terminal, guide: Guide, *, plain: bool, ending_words: tuple[str, ...]
) -> tuple[Answers, str | None]:
    """Holds the whole interview, and returns the answers and the country of the help lines.

    `plain` asks in numbered lines, without pages. `ending_words` are lines of the program's own
    for the page of an ending.

    Raises:
        Left: the reader has seen an ending, or put the plan off.
        KeyboardInterrupt: the reader left.
    """
    with asker_on(terminal, pages.welcome_page(guide), plain) as asker:
        conversation = Conversation(guide, asker, plain, ending_words)
        answers = conversation.run()
    return answers, conversation.country


def show_ending_on(
    terminal: Terminal, guide: Guide, interview: Interview, last: tuple[str, ...]
) -> None:
    """Shows the page of the ending that the interview has reached, until the reader clears it."""
    assert interview.ending
    situation = Situation(guide.facts, interview.live)
    page = pages.ending_page(guide, interview.ending, situation, country=None, last=last)
    terminal.drop_typed_ahead()
    with asker_on(terminal, page, plain=False) as asker:
        asker.show(replace(page, unhurried=False))


@contextmanager
def asker_on(terminal: Terminal, first: Page, plain: bool) -> Iterator[Asker]:
    """Someone who asks on the terminal, and leaves it as it was.

    Draws the first page at once, and only then loads the library that can ask.
    """
    if plain:
        from distancecli.prompts.plain import PlainAsker

        with terminal.guarded():
            yield PlainAsker(terminal, sys.stdin.readline)
        return
    with terminal.screen():
        size = terminal.size()
        view = lay_out(first, Window(size.columns, size.lines))
        terminal.draw(line.text for line in view.visible())
        from distancecli.prompts.screen import open_asker

        yield open_asker(terminal)
