"""Asks a reader on a terminal: the screen set aside, the welcome at once, then the interview."""

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
    terminal: Terminal, guide: Guide, ending_words: tuple[str, ...]
) -> tuple[Answers, str | None]:
    """Holds the whole interview, and returns the answers and the country of the help lines.

    `ending_words` are lines of the program's own for the page of an ending.

    Raises:
        Left: the reader has seen an ending, or put the plan off.
        KeyboardInterrupt: the reader left.
    """
    with terminal.screen():
        asker = _asker(terminal, pages.welcome_page(guide))
        conversation = Conversation(guide, asker, ending_words)
        answers = conversation.run()
    return answers, conversation.country


def show_ending_on(
    terminal: Terminal, guide: Guide, interview: Interview, last: tuple[str, ...]
) -> None:
    """Shows the page of the ending that the interview has reached, until the reader clears it."""
    assert interview.ending
    situation = Situation(guide.facts, interview.live)
    page = pages.ending_page(guide, interview.ending, situation, country=None, last=last)
    with terminal.screen():
        _asker(terminal, page).show(replace(page, unhurried=False))


def _asker(terminal: Terminal, first: Page) -> Asker:
    """Draws the first page at once, and only then loads the library that can ask."""
    if first.unhurried:
        terminal.drop_typed_ahead()
    size = terminal.size()
    view = lay_out(first, Window(size.columns, size.lines))
    terminal.draw(line.text for line in view.visible())
    from distancecli.prompts.screen import open_asker

    return open_asker(terminal)
