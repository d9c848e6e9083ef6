"""Where a plan goes: the terminal or standard output, in which form, and what stays off record."""

import sys
from collections.abc import Callable

from distancecli.answers import SKIP, Answers
from distancecli.asking import show_ending_on
from distancecli.formats import Format
from distancecli.guide import Guide
from distancecli.interview import replay
from distancecli.output import write_out
from distancecli.plan import Plan, make_plan
from distancecli.prompts.layout import widest
from distancecli.rendering.data import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import Block, Section, outline
from distancecli.rendering.text import as_text
from distancecli.terminal import Terminal, find_terminal, is_terminal, output_terminal, wants_plain


def deliver(
    guide: Guide, answers: Answers, country: str | None, form: Format | None, *, plain: bool
) -> None:
    """Shows or writes what the answers lead to; `plain` shows it as plain text.

    An off-record answer keeps all of it from standard output, unless that is the terminal, or
    there is no terminal at all.
    """
    plan = make_plan(guide, answers, country)
    terminal = output_terminal()
    if plan.off_record and terminal and not is_terminal(sys.stdout):
        _show(guide, answers, plan, (guide.labels.off_record,), plain)
    elif form is None and is_terminal(sys.stdout):
        _show(guide, answers, plan, (), plain)
    else:
        write_out(_rendered(guide, plan, form or Format.TEXT))


def _rendered(guide: Guide, plan: Plan, form: Format) -> str:
    if form is Format.JSON:
        return as_json(plan)
    write: Callable[..., str] = as_markdown if form is Format.MARKDOWN else as_text
    return write(outline(guide, plan), guide.labels.helps_most)


def _show(guide: Guide, answers: Answers, plan: Plan, last: tuple[str, ...], plain: bool) -> None:
    """Shows the plan on the terminal; an ending on a page that is cleared when it is left."""
    if plan.ending and not plain and (terminal := find_terminal()):
        show_ending_on(terminal, guide, replay(guide, answers, missing=SKIP), last)
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
