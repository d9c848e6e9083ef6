"""The page of all answers: each in the words that were chosen, but for what must not be seen."""

from typing import Final

from msgspec.structs import replace

from distancecli.asking.page import Act, Choice
from distancecli.asking.pages import check_page
from distancecli.guide.answers import SKIP
from distancecli.interview.replay import Interview
from tests.support.built_in import GUIDE

LABELS: Final = GUIDE.labels


def test_each_answer_to_check_stands_below_its_question_in_its_own_words() -> None:
    """But for what nobody beside the reader may see; the way on stands apart below them all."""
    asked = GUIDE.question("talk")
    one, two, three = (each.label for each in asked.options[:3])
    codes = frozenset(each.code for each in asked.options[:3])
    off = tuple(replace(each, off_record=each.label == two) for each in asked.options)
    hidden = replace(asked, options=off)
    shown = {
        "all": (asked, codes, f"{one}\n{two}\n{three}"),
        "no more": (hidden, frozenset({asked.options[0].code}), one),
        "off record": (hidden, codes, f"{one}\n{three}\n{LABELS.check_hidden}"),
        "sensitive": (replace(asked, sensitive=True), codes, LABELS.check_hidden),
        "skipped": (replace(asked, sensitive=True), SKIP, LABELS.skip),
    }
    questions = tuple(replace(question, id=id) for id, (question, *_) in shown.items())
    live = {id: codes for id, (_, codes, _) in shown.items()}
    first, *given, last = check_page(GUIDE, Interview(questions, live, None, None)).choices
    assert first == Choice(Act.GO_ON, LABELS.check_go_on)
    assert last == replace(first, again=True, apart=True)
    assert given == [
        Choice(id, asked.ask, below=words, apart=id == "all") for id, (_, _, words) in shown.items()
    ]
