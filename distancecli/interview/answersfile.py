"""Answers files as text: the answers of one reader, and a template to fill in.

Both are YAML that `given.given_by` reads; all else in them is comments in the reader's words.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.documents.plaindata import NULLS
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.conditions import ALWAYS, SKIPPED
from distancecli.guide.model import Guide, Question
from distancecli.guide.start import START
from distancecli.interview.keptstart import (
    ACTION,
    MOMENT,
    actions_by_name,
    kept_start,
    start_of_example,
)
from distancecli.interview.replay import replay
from distancecli.interview.since import telling_questions
from distancecli.interview.start import Chosen
from distancecli.text.wrapping import wrap

WIDTH: Final = 80
UNQUOTED: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_/-]*")


def saved_answers(guide: Guide, answers: Answers, chosen: Chosen | None = None) -> str:
    """The answers that count, but for the private ones, each with its question and its words.

    With them goes what the reader chose to start with, where that tells nothing private.
    """
    live = replay(guide, answers, missing=SKIP).live
    telling = telling_questions(guide)
    lines = [*_comment(guide.labels.saved_title), *_comment(guide.labels.saved_use)]
    for question in guide.questions:
        codes = live.get(question.id)
        if codes and question.id in answers and question.id not in telling:
            lines += ["", *_comment(question.ask), *_answer(guide, question, codes)]
    if start := kept_start(guide, answers, chosen):
        lines += ["", *_comment(guide.labels.saved_start), *_start(guide, start)]
    return "\n".join(lines) + "\n"


def _start(guide: Guide, start: Chosen) -> Iterator[str]:
    action = actions_by_name(guide)[start.name]
    yield f"{START}:"
    yield f"  {ACTION}: {_quoted(start.name)}  # {_visible(action.text)}"
    for moment in guide.plan.moments:
        if moment.id == start.moment:
            yield f"  {MOMENT}: {_quoted(moment.id)}  # {_visible(moment.text)}"


def example_answers(guide: Guide, answers: Answers) -> list[str]:
    """The lines of an answers file with those answers, in the order of the questions."""
    lines = [
        line
        for question in guide.questions
        if (codes := answers.get(question.id))
        for line in _answer(guide, question, codes)
    ]
    start = start_of_example(guide, answers)
    return [*lines, *(_start(guide, start) if start and start.action else ())] or ["{}"]


def template(guide: Guide) -> str:
    """An answers file in which nothing is answered, with all that can be."""
    labels = guide.labels
    lines = [*_comment(labels.template_title), *_comment(labels.template_use)]
    for question in guide.questions:
        lines += ["", *_comment(question.ask)]
        lines += _comment(remarks(guide, question))
        lines += [line for option in codes_of(guide, question) for line in _option(*option)]
        lines.append(f"{_quoted(question.id)}: {'[]' if question.many else ''}".rstrip())
    return "\n".join(lines) + "\n"


def _answer(guide: Guide, question: Question, codes: Codes) -> Iterator[str]:
    words = dict(codes_of(guide, question))
    given = [code for code in words if code in codes]
    if not question.many or given == [SKIPPED]:
        yield f"{_quoted(question.id)}: {_quoted(given[0])}  # {_visible(words[given[0]])}"
        return
    yield f"{_quoted(question.id)}:"
    yield from (f"  - {_quoted(code)}  # {_visible(words[code])}" for code in given)


def _option(code: str, words: str) -> list[str]:
    return wrap(_visible(words), WIDTH, f"#   {_quoted(code)}: ", "#     ")


def _comment(text: str) -> Iterable[str]:
    return wrap(_visible(text), WIDTH, "# ", "# ")


def _visible(text: str) -> str:
    """The text on one line and without what YAML does not let stand in a comment."""
    kept = (
        each if each.isprintable() else f"\\u{ord(each):04x}" for each in " ".join(text.split())
    )
    return "".join(kept)


def _quoted(word: str) -> str:
    """The word as YAML: as it is where that is safe, else in quotes with the rest escaped."""
    if UNQUOTED.fullmatch(word) and word not in NULLS:
        return word
    safe = (
        each if each.isprintable() and each not in '"\\' else f"\\U{ord(each):08x}" for each in word
    )
    return f'"{"".join(safe)}"'


def remarks(guide: Guide, question: Question) -> str:
    """How many answers the question takes, when it is asked, and whether it is private."""
    labels = guide.labels
    said = [labels.takes_many if question.many else labels.takes_one]
    if question.each:
        said.append(labels.asked_by_itself)
    if question.again:
        said.append(labels.asked_again)
    elif question.when != ALWAYS:
        said.append(labels.asked_sometimes)
    if question.private:
        said.append(labels.asked_in_private)
    return " ".join(said)


def codes_of(guide: Guide, question: Question) -> list[tuple[str, str]]:
    """Each code that the question takes, and its words."""
    options = [(option.code, option.label) for option in question.options]
    return [*options, (SKIPPED, guide.labels.skip)]
