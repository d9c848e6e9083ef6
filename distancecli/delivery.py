"""Where a plan goes: the terminal or standard output, in which form, and what stays off record."""

import sys

from distancecli.answers import SKIP
from distancecli.copies import Copies, Given
from distancecli.errors import CannotWrite
from distancecli.formats import Format
from distancecli.guide import Guide
from distancecli.interview import replay
from distancecli.output import write_out
from distancecli.plan import Plan
from distancecli.prompts.layout import widest
from distancecli.prompts.lines import say
from distancecli.rendering.forms import in_form
from distancecli.rendering.outline import Block, Section, outline
from distancecli.rendering.text import as_text
from distancecli.terminal import (
    Terminal,
    find_terminal,
    is_file,
    is_redirected,
    is_terminal,
    output_terminal,
    wants_plain,
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


def tell(line: str) -> None:
    """Says a line to the person at the terminal, or else on standard error; never into a file."""
    if stream := output_terminal():
        say(Terminal(stream), line)
    elif sys.stderr is not None and not is_file(sys.stderr):
        print(line, file=sys.stderr)


def _show(given: Given, plan: Plan, last: tuple[str, ...], plain: bool) -> None:
    """Shows the plan on the terminal; an ending on a page that is cleared when it is left."""
    guide = given.guide
    if plan.ending and not plain and (terminal := find_terminal()):
        from distancecli.asking import show_ending_on

        show_ending_on(terminal, guide, replay(guide, given.answers, missing=SKIP), last)
        return
    blocks = tuple(Block("text", text) for text in last)
    show([*outline(guide, plan), *([Section("foot", "", blocks)] if last else [])], guide, plain)


def show(sections: list[Section], guide: Guide, plain: bool) -> None:
    """Shows sections on the terminal: by rich, or as plain text."""
    stream = output_terminal()
    assert stream
    columns = Terminal(stream).size().columns
    if plain:
        stream.write(as_text(sections, guide.labels.helps_most, widest(columns)))
        stream.flush()
        return
    from distancecli.rendering.screen import show_on_screen

    show_on_screen(sections, guide.labels.helps_most, stream, columns)


def publish(sections: list[Section], guide: Guide) -> None:
    """Shows sections that hold nothing of the reader: on a terminal, else as plain text."""
    if is_terminal(sys.stdout):
        show(sections, guide, wants_plain())
    else:
        write_out(as_text(sections, guide.labels.helps_most))
