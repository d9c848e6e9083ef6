"""What a reader brings along in files: of this run, of the last time, or of both."""

from pathlib import Path
from typing import Final

import pytest

from distancecli.asking.againpages import last_words
from distancecli.guide.answers import Answers
from distancecli.interview.replay import coming_back
from distancecli.interview.since import Given
from distancecli.interview.start import Chosen
from distancecli.run.brought import Brought, brought_by
from distancecli.run.request import Request
from tests.support.built_in import GUIDE
from tests.support.small_guide import codes

MEAL: Final = Chosen("make-time", "walk", "meal")
START: Final = "start: {action: make-time/meal, moment: walk}\n"
OTHER: Final = "start: {action: make-time/meal}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that has the files."""
    monkeypatch.chdir(tmp_path)


def brought(again: str | None, now: str | None) -> Brought:
    """What comes of a file of the last time with that text, and of one of today."""
    names: dict[str, str | None] = {"again": None, "answers": None}
    for name, text in (("again", again), ("answers", now)):
        if text is not None:
            Path(f"{name}.yaml").write_text(text)
            names[name] = f"{name}.yaml"
    return brought_by(GUIDE, Request(again=names["again"], answers=names["answers"]))


def answers(**said: str) -> Answers:
    """Answers by their codes."""
    return {id: codes(each) for id, each in said.items()}


def test_answers_of_this_run_are_what_the_file_says() -> None:
    """With the start that was chosen; nothing is of a last time."""
    found = brought(None, f"told: open\nsafety: none\n{START}")
    assert found == Brought(GUIDE, answers(told="open", safety="none"), MEAL)
    assert brought(None, None) == Brought(GUIDE, {})


def test_answers_that_say_how_it_went_are_of_whoever_comes_back() -> None:
    """The start in them is that of the last time, and none is chosen yet."""
    found = brought(None, f"told: open\nwent: good\n{START}")
    given = answers(told="open", went="good")
    assert found == Brought(coming_back(GUIDE), given, None, Given(given, MEAL))


def test_private_answers_are_those_of_this_run_and_the_others_those_said_last() -> None:
    """What a file of the last time has of them is left out, whoever wrote it in."""
    found = brought(
        "told: shut\nsafety: afraid\nnow: low\ntime: little\n", "told: open\nnow: none\n"
    )
    assert found.answers == answers(told="open", now="none", time="little")
    assert found.earlier
    assert found.earlier.answers["told"] == codes("shut")
    assert found.gone == ()


@pytest.mark.parametrize(
    ("again", "now", "chosen", "is_asked", "has_words"),
    [
        (START, None, None, True, True),
        (START, "", None, True, True),
        (START, START, None, True, True),
        (START, OTHER, Chosen("make-time", None, "meal"), True, True),
        ("", None, None, False, False),
        ("", START, MEAL, False, False),
        ("", "went: good\n", None, True, False),
        (START, "went: good\n", None, True, True),
    ],
)
def test_how_it_went_is_asked_of_whoever_started_with_something(
    again: str, now: str | None, chosen: Chosen | None, is_asked: bool, has_words: bool
) -> None:
    """Below the words for it; what a file of today says is chosen anew, if it is another start."""
    found = brought(again, now)
    assert found.chosen == chosen
    assert found.guide == (coming_back(GUIDE) if is_asked else GUIDE)
    said = last_words(GUIDE, MEAL) if has_words else ()
    assert found.above == ({"went": said} if is_asked else {})
    reader = found.reader()
    assert (reader.guide, reader.answers) == (found.guide, found.answers)
    assert (reader.chosen, reader.earlier) == (found.chosen, found.earlier)
    assert found.earlier == Given({}, MEAL if again else None)


def test_what_the_guide_knows_no_longer_is_in_words() -> None:
    """Each with its place in the file."""
    found = brought("told: whispered\ntime: little\n", None)
    assert found.answers == answers(time="little")
    (said,) = found.gone
    assert said.startswith('again.yaml:1:1: "told" has no answer "whispered"')
