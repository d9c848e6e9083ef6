"""Where a plan goes: the terminal or standard output, in which form, and what stays off record."""

import sys

from msgspec.structs import replace

from distancecli.asking import pages
from distancecli.asking.askers import asker_on
from distancecli.errors import CannotWrite
from distancecli.guide.answers import SKIP
from distancecli.guide.conditions import Situation
from distancecli.guide.model import Guide
from distancecli.interview.plan import Given, Plan
from distancecli.interview.replay import Interview, replay
from distancecli.rendering.formats import Format, in_form
from distancecli.rendering.outline import Block, Section, outline
from distancecli.rendering.showing import show, tell
from distancecli.run.copies import Copies
from distancecli.system.streams import write_out
from distancecli.system.terminal import (
    Terminal,
    find_terminal,
    is_file,
    is_redirected,
    is_terminal,
    output_terminal,
)


def deliver(given: Given, copies: Copies, form: Format | None, *, plain: bool) -> None:
    """Writes the files asked for and shows the plan, where nothing can be asked any more.

    Raises:
        CannotWrite: a file could not be written; the plan has been shown all the same.
    """
    plan = given.plan()
    if plan.off_record:
        present(given, form, plain, copies.off_record_lines(redirected=is_redirected()))
        return
    outcomes = [
        (copy, copies.write(copy, given, replace=copies.force)) for copy in copies.asked_for
    ]
    present(given, form, plain)
    if is_terminal(sys.stdout) or is_terminal(sys.stderr):
        for line in [copies.praise(copy) for copy, why in outcomes if not why]:
            tell(line)
    complaints = [copies.complaint(copy, why) for copy, why in outcomes if why]
    if complaints:
        raise CannotWrite(*complaints)


def present(given: Given, form: Format | None, plain: bool, last: tuple[str, ...] = ()) -> None:
    """Shows the plan or writes it to standard output, and says the last lines below it.

    An off-record answer keeps all of it from standard output, unless that is the terminal, or
    there is no terminal at all. `plain` shows it as plain text.
    """
    plan = given.plan()
    if (plan.off_record and is_redirected()) or (form is None and is_terminal(sys.stdout)):
        _show(given, plan, last, plain)
        return
    _write(given, plan.for_file() if is_file(sys.stdout) else plan, form or Format.TEXT, plain)
    for line in last:
        tell(line)


def _write(given: Given, plan: Plan, form: Format, plain: bool) -> None:
    try:
        write_out(in_form(given.guide, plan, form))
    except CannotWrite:
        # The answers must not be lost with it: whoever is there sees the plan, and then the error.
        if output_terminal():
            _show(given, plan, (), plain)
        raise


def _show(given: Given, plan: Plan, last: tuple[str, ...], plain: bool) -> None:
    """Shows the plan on the terminal; an ending on a page that is cleared when it is left."""
    guide = given.guide
    if plan.ending and not plain and (terminal := find_terminal()):
        from distancecli.run.delivery import show_ending_on

        show_ending_on(terminal, guide, replay(guide, given.answers, missing=SKIP), last)
        return
    blocks = tuple(Block("text", text) for text in last)
    show([*outline(guide, plan), *([Section("foot", "", blocks)] if last else [])], guide, plain)


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
