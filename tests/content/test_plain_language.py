"""Plain language: how hard each page and each step is to read, measured as a reader meets it."""

from typing import Final

import pytest
import textstat
from hypothesis import given

from distancecli.guide.answers import Answers
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from distancecli.interview.step import StepShown
from tests.support.built_in import GUIDE
from tests.support.reading import as_read, pages, sentences
from tests.support.small_guide import SAFE, readers

HIGHEST_GRADE: Final = 5
"""Flesch-Kincaid: what a child of ten or eleven reads with ease."""
HIGHEST_SMOG: Final = 9
LONGEST_SENTENCE: Final = 20
LONGEST_ON_AVERAGE: Final = 14

HARD: Final = (
    "The implementation of sustainable communication necessitates considerable deliberation "
    "regarding individual vulnerabilities, expectations and interpersonal responsibilities, "
    "and consequently requires continuous acknowledgement of accumulated disappointments."
)
"""What nobody would be asked to read here; the measures below must refuse it."""

EVERY_PAGE: Final = list(pages(GUIDE))


def grade(texts: list[str]) -> float:
    """The Flesch-Kincaid grade of the texts."""
    return float(textstat.flesch_kincaid_grade(as_read(texts)))


def average(texts: list[str]) -> float:
    """Words to a sentence."""
    lengths = [len(each.split()) for text in texts for each in sentences(text)]
    return sum(lengths) / len(lengths)


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_each_page_and_step_is_easy_to_read(guide: Guide, page: str) -> None:
    """Grade 5 or less, and sentences of 14 words on average at the most."""
    texts = pages(guide)[page]
    assert grade(texts) <= HIGHEST_GRADE
    assert average(texts) <= LONGEST_ON_AVERAGE


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_no_sentence_is_long(guide: Guide, page: str) -> None:
    """Sentences have 20 words at the most; a colon or a semicolon does not end one."""
    every = [each for text in pages(guide)[page] for each in sentences(text)]
    assert [each for each in every if len(each.split()) > LONGEST_SENTENCE] == []


def test_the_whole_guide_is_easy_to_read(guide: Guide) -> None:
    """SMOG, which counts long words, is 9 or less overall."""
    every = [text for texts in pages(guide).values() for text in texts]
    assert 0 < textstat.smog_index(as_read(every)) <= HIGHEST_SMOG


def words_of(step: StepShown) -> list[str]:
    """All that a step says to its reader."""
    passages = (passage.text for passage in step.text)
    action = [step.action] if step.action else []
    return [step.title, *step.because, *passages, *step.advice, *action, *step.openers]


@given(answers=readers(safety=SAFE))
def test_the_steps_of_any_reader_are_easy_to_read(guide: Guide, answers: Answers) -> None:
    """Whatever is left out for one reader, what remains of a step is as easy as the whole."""
    shown = make_plan(guide, answers).steps
    hard = [each.id for each in shown if each.status == "applies" and grade(words_of(each)) > 5]
    assert hard == []


# --- The measures themselves ---------------------------------------------------------------------


def test_the_measures_refuse_what_is_hard_to_read() -> None:
    """A hard text is over every limit, so that the tests above can fail."""
    assert grade([HARD]) > HIGHEST_GRADE
    assert textstat.smog_index(as_read([HARD] * 3)) > HIGHEST_SMOG
    assert average([HARD]) > LONGEST_ON_AVERAGE


def test_a_page_is_measured_whole(guide: Guide) -> None:
    """One hard text added to a page of the guide is noticed."""
    for texts in pages(guide).values():
        assert grade([*texts, *[HARD] * len(texts)]) > HIGHEST_GRADE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pick a time. Not in bed.", ["Pick a time.", "Not in bed."]),
        ('Say "I feel" and stop.', ['Say "I feel" and stop.']),
        ('"We\'re in it again." Take a break.', ["\"We're in it again.", "Take a break."]),
        ('One says "it\'s back". The other waits.', ['One says "it\'s back".', "The other waits."]),
        ("Wait ... and see, e.g. tomorrow.", ["Wait ... and see, e.g. tomorrow."]),
        ("Not yet\nI can't say", ["Not yet", "I can't say"]),
        ("What stopped? Ten minutes help! Yes", ["What stopped?", "Ten minutes help!", "Yes"]),
        (
            "Begin with light things: your day; a song.",
            ["Begin with light things: your day; a song."],
        ),
        ("...", []),
    ],
)
def test_sentences_are_told_apart_as_a_reader_does(text: str, expected: list[str]) -> None:
    """Quotes, colons and three dots end no sentence; a stop and a new line do."""
    assert sentences(text) == expected
    assert len(as_read([text]).splitlines()) == len(expected)


def test_what_is_measured_has_one_stop_to_a_sentence(guide: Guide) -> None:
    """So that textstat, which goes by the stops alone, sees the sentences that a reader sees."""
    for texts in pages(guide).values():
        lines = as_read(texts).splitlines()
        assert len(lines) == sum(len(sentences(text)) for text in texts)
        assert all(line.endswith(".") and line.count(".") == 1 for line in lines)
        assert not [line for line in lines if set("?!:;") & set(line)]
