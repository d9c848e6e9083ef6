"""The guide's words as a reader meets them: page by page, label by label, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.guide.labels import Labels
from distancecli.guide.model import Guide, Question, Step, StepText, Text

SENTENCE_END: Final = re.compile(r"""(?<=[.?!])["')]*\s+(?=["'(]*(?:[A-Z0-9]|[a-z]:))|\n+""")
"""A new line, or a stop and then a capital letter, a number or a key ("b: back").

So "..." and "e.g." inside a sentence do not end it.
"""

FILLED_IN: Final = {
    "number": "3",
    "left": "7",
    "last": "8",
    "count": "2",
    "numbers": "",
    "title": "Make time, and start small",
    "reason": "you are often apart",
    "source": "Step 2 of the article",
    "option": "None of these",
    "country": "Canada",
    "checked": "November 2026",
    "code": "XX",
    "typed": "Irland",
    "file": "notes.txt",
    "forms": ".txt, .md, .html, .json",
    "day": "2026-11-29",
    "folder": "/home/you",
    "files": "notes.txt, mine.yaml",
    "id": "told",
    "label": "Not yet",
    "go_on": "Show my plan",
    "opener": '"Can we eat together on Thursday?"',
    "moment": "in a quiet moment by myself",
    "action": "Have one meal together.",
    "step": "4. Lighten the load",
    "status": "not yet",
    "rule": "you have little strength",
    "others": "it has gone on for a year or more",
    "answers": '"Not yet"',
    "no": "no",
    "yes": "yes",
    "not_sure": "not sure",
}
"""What the program may put in place of a label's {braces}; `skip` is a label itself."""


def sentences(text: str) -> list[str]:
    """The sentences of a text; one that stands on a line of its own needs no stop."""
    parts = (" ".join(part.split()) for part in SENTENCE_END.split(text))
    return [part for part in parts if re.search(r"\w", part)]


def pages(guide: Guide) -> dict[str, list[str]]:
    """Each page and each step by name: all the texts that any reader may meet on it, in order.

    Without the names and numbers of help lines, which are facts and not our words.
    """
    plan, welcome = guide.plan, guide.welcome
    read = {"welcome": [welcome.title, *welcome.text, welcome.on_screen, welcome.plain]}
    read |= {f"question {each.id}": _question(guide, each) for each in guide.questions}
    for kind, several in (("ending", guide.endings), ("notice", guide.notices)):
        read |= {f"{kind} {each.id}": [each.title, *_paragraphs(each.text)] for each in several}
    around = (plan.top, plan.instead, plan.help, plan.foot)
    read["plan"] = [plan.title, *(each for text in around for each in _paragraphs(text))]
    read["plan"] += [moment.text for moment in plan.moments]
    read["plan"] += [rule.say for rule in plan.start if rule.say]
    read |= {f"step {each.id}": list(_step(guide, each)) for each in guide.steps}
    read["meanings"] = list(guide.meanings.values())
    return read | {"labels": list(labels(guide.labels)), "help lines": _headings(guide)}


def labels(labels: Labels) -> Iterator[str]:
    """The labels as they are read: filled in, and the items of a line of keys one to a line."""
    values = FILLED_IN | {"skip": labels.skip}
    for name in labels.__struct_fields__:
        yield getattr(labels, name).format(**values).replace("   ", "\n")


def _paragraphs(text: Text | StepText) -> list[str]:
    return [each if isinstance(each, str) else each.text for each in text]


def _question(guide: Guide, question: Question) -> list[str]:
    options = [each for option in question.options for each in (option.above, option.label) if each]
    return [question.ask, *filter(None, [question.help]), *options, guide.labels.skip]


def _step(guide: Guide, step: Step) -> Iterator[str]:
    yield step.title
    for reason in (*step.applies, *step.done, *step.not_yet):
        yield guide.labels.because.format(reason=reason.because)
    yield from _paragraphs(step.text)
    yield from (advice.text for advice in step.advice)
    yield from (saying.text for saying in (*step.actions, *step.openers))
    yield from (action.smaller for action in step.actions if action.smaller)
    yield guide.labels.source.format(source=step.source)


def _headings(guide: Guide) -> list[str]:
    support = guide.support
    countries = [each.name for each in support.countries.values()]
    return [*support.kinds.values(), *countries, support.anywhere.name]


def as_read(texts: Iterable[str]) -> str:
    """The texts with each sentence on a line of its own and one stop at its end.

    So whatever counts sentences by their stops counts those that a reader takes in one breath.
    """
    return "\n".join(
        re.sub(r"[.?!:;,]+", ",", sentence).strip(' ,"') + "."
        for text in texts
        for sentence in sentences(text)
    )
