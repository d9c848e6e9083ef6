"""What remains of a run once it has ended: on standard output, and on the main screen."""

import io
import re
from collections.abc import Iterator
from typing import Final

from distancecli.asking.page import Act
from distancecli.guide.model import Guide
from distancecli.rendering.ear import as_heard
from distancecli.rendering.outline import below_first, outline
from distancecli.rendering.screen import show_on_screen
from distancecli.system.console import Sink
from distancecli.system.lines import widest
from distancecli.system.terminal import CLEAR
from tests.seeds.oracle import Oracle
from tests.support.terminal_driver import in_ascii, without_escapes
from tests.support.undated import undated

LONG: Final = 20
"""Characters from which the words of an answer stand in nothing else."""


def check_output(oracle: Oracle, has: str, *, is_whole: bool) -> None:
    """Standard output has the plan of the core; nothing where the run was left, or off record."""
    expected = oracle.output() if is_whole else ""
    assert undated(has) == expected, f"standard output has:\n{has}\nnot:\n{expected}"


def check_screen(oracle: Oracle, written: bytes, columns: int, *, is_whole: bool) -> None:
    """The plan is printed where that was wanted; else, off record, nothing there tells of it."""
    occasion = oracle.occasion
    left = left_behind(written)
    is_shown = is_whole and oracle.ended is not Act.LEAVE
    if is_shown and occasion.output is Sink.TERMINAL and oracle.goes_to_output:
        assert on_one_line(oracle.output()) in left, "the plan is not on the screen"
    elif is_whole and oracle.ended is Act.FINISH:
        assert on_one_line(_printed(oracle, columns)) in left, "the plan is not printed"
    elif occasion.request.asks and oracle.account.off_record and not occasion.request.plain:
        told_of = [words for words in telling(oracle.account.guide) if in_ascii(words) in left]
        assert not told_of, f"the main screen tells of the run: {told_of}"


def left_behind(written: bytes) -> str:
    """The words that stand on the main screen in the end, on one line."""
    apart = re.sub(rb"\x1b\[\?1049h.*?(\x1b\[\?1049l|$)", b" ", written, flags=re.DOTALL)
    return without_escapes(apart.rpartition(CLEAR.encode())[2])


def on_one_line(text: str) -> str:
    """The words of a text, as `left_behind` has them."""
    return in_ascii(" ".join(text.split()))


def _printed(oracle: Oracle, columns: int) -> str:
    """The plan as it is printed below the pages."""
    guide, plan = oracle.account.guide, oracle.account.plan
    if oracle.occasion.request.plain:
        sections = below_first(guide, plan)
        return as_heard(sections, guide.labels.highlighted, widest(columns))
    printed = io.StringIO()
    show_on_screen(list(outline(guide, plan)), printed, columns)
    return printed.getvalue()


def telling(guide: Guide) -> Iterator[str]:
    """All words that tell what a reader was asked, or answered, or was shown."""
    yield from (guide.plan.title, guide.labels.off_record)
    yield from (each.title for each in guide.endings)
    yield from (each.title for each in guide.notices)
    yield from (each.title for each in guide.steps)
    for question in guide.questions:
        yield question.ask
        yield from (each.label for each in question.options if len(each.label) > LONG)
