"""What no reader can tell apart, and a first page that says less than is asked.

Copying and pasting makes such twins: only the code was changed then. That two answers lead to two
plans helps nobody who reads the same words twice.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.model import Guide, Question

ALIKE: Final = "alike"
STOPS: Final = ".!?\u3002\uff01\uff1f\u0964\u06d4"
"""What ends a sentence, also in Chinese, Hindi and Urdu."""
NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
QUESTIONS: Final = re.compile(rf"\b(\d+|{'|'.join(NUMBERS)})(?: \w+)? questions?\b", re.IGNORECASE)
"""How many questions a text speaks of, as in "up to ten short questions"."""


def alike_faults(proofs: Proofs, most_asked: int) -> Iterator[Fault]:
    """Everything that reads like something else, or not as it is meant to."""
    guide = proofs.guide
    for index, question in enumerate(guide.questions):
        yield from _options(guide, question, ("questions", index, "options"))
    yield from _questions(proofs)
    yield from _steps(guide)
    yield from _more_than_said(guide, most_asked)


def as_read(words: str) -> str:
    """The words as a reader takes them: the same without capitals, more blanks and a last stop."""
    plain = " ".join(unicodedata.normalize("NFC", words).casefold().split())
    return plain.rstrip(STOPS).rstrip()


def _options(guide: Guide, question: Question, place: Place) -> Iterator[Fault]:
    seen = {as_read(guide.labels.skip): "the answer that every question has"}
    for index, option in enumerate(question.options):
        if other := seen.get(as_read(option.label)):
            said = f'"{option.code}" of "{question.id}" reads like {other}; give it other words'
            yield Fault((*place, index, "label"), said, ALIKE)
        seen.setdefault(as_read(option.label), f'"{option.code}"')


def _questions(proofs: Proofs) -> Iterator[Fault]:
    """Two questions in the same words, of which somebody is asked both."""
    asked, questions = proofs.everyone.asked, proofs.guide.questions
    first: dict[str, Question] = {}
    for index, question in enumerate(questions):
        other = first.setdefault(as_read(question.ask), question)
        if other is not question and proofs.logic.possible(asked[other.id], asked[question.id]):
            said = f'"{question.id}" asks the same as "{other.id}"; give it other words'
            yield Fault(("questions", index, "ask"), said, ALIKE, "warning")


def _steps(guide: Guide) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for index, step in enumerate(guide.steps):
        if (other := first.setdefault(as_read(step.title), step.id)) != step.id:
            said = f'"{step.id}" has the title of "{other}"; give it one of its own'
            yield Fault(("steps", index, "title"), said, ALIKE, "warning")


def _more_than_said(guide: Guide, most_asked: int) -> Iterator[Fault]:
    """A first page that speaks of fewer questions than some are asked."""
    for index, text in enumerate(guide.welcome.text):
        for found in QUESTIONS.finditer(text):
            word = found[1].casefold()
            number = NUMBERS.index(word) + 1 if word in NUMBERS else int(word)
            if number < most_asked:
                said = f'"{found[0]}" stands here, but some readers are asked {most_asked}'
                place: Place = ("welcome", "text", index)
                yield Fault(place, f"{said}; change the number", "more-questions", "warning")
