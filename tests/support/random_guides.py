"""Small guides at random, and every reader of such a guide, one by one."""

from collections.abc import Iterator
from itertools import combinations
from types import MappingProxyType
from typing import Any, Final

from hypothesis import strategies as st

from distancecli.documents.document import read_document
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.load import built_in_path
from distancecli.guide.model import Guide, Question
from distancecli.guide.promises import OUTCOMES
from distancecli.guide.shape import convert
from distancecli.interview.replay import replay

Data = dict[str, Any]

KINDS: Final = ("near", "far")
"""The kinds of help line; a place has one line of each at most, with its kind as its name."""
STATUSES: Final = ["applies", "done", "not_yet", "other"]


@st.composite
def small_guides(draw: st.DrawFn) -> Guide:
    """A guide of up to four questions and two steps; each text of it is found there only once."""
    questions = [_question(draw, number) for number in range(draw(st.integers(1, 4)))]
    facts: Data = {}
    for number in range(draw(st.integers(0, 2))):
        facts[f"fact{number}"] = _condition(draw, questions, [*facts])
    for number, question in enumerate(questions):
        if number and draw(st.booleans()):
            question["when"] = _condition(draw, questions[:number], [])
    names = [*facts]
    data = {
        **_frame(draw),
        "facts": facts,
        "questions": questions,
        "endings": [
            {
                "id": f"ending{number}",
                "when": _condition(draw, questions, names),
                "title": f"Ending {number}",
                "text": _text(draw, f"ending {number}", questions, names),
            }
            for number in range(draw(st.integers(0, 2)))
        ],
        "notices": [
            {
                "id": f"notice{number}",
                "when": _condition(draw, questions, names),
                "title": f"Notice {number}",
                "text": _text(draw, f"notice {number}", questions, names),
            }
            for number in range(draw(st.integers(0, 2)))
        ],
        "steps": [
            _step(draw, number, questions, names) for number in range(draw(st.integers(1, 2)))
        ],
    }
    data["promises"] = [_promise(draw, data, number) for number in range(draw(st.integers(0, 3)))]
    return convert(data, Guide)


def _frame(draw: st.DrawFn) -> Data:
    """What no rule of a guide is about."""
    real = read_document(str(built_in_path())).data
    return {
        **{name: real[name] for name in ("title", "labels", "welcome")},
        "plan": {"title": "A plan", "top": [], "foot": []},
        "support": {
            "checked": "-",
            "kinds": dict.fromkeys(KINDS, "Lines"),
            "anywhere": _place(draw),
            "countries": {code: _place(draw) for code in ("AA", "BB")[: draw(st.integers(0, 2))]},
        },
    }


def _place(draw: st.DrawFn) -> Data:
    kinds = draw(st.sampled_from([KINDS, *((kind,) for kind in KINDS), ()]))
    lines = [{"kind": kind, "name": kind, "web": "x", "source": "x"} for kind in kinds]
    return {"name": "Somewhere", "lines": lines}


def _question(draw: st.DrawFn, number: int) -> Data:
    many = draw(st.booleans())
    options: list[Data] = [
        {
            "code": code,
            "label": code,
            "off_record": "true" if draw(st.integers(0, 9)) == 0 else "false",
        }
        for code in "abc"[: draw(st.integers(1, 3))]
    ]
    for option in options if many else []:
        option["exclusive"] = draw(st.integers(0, 3)) == 0
    return {
        "id": f"q{number}",
        "ask": f"Question {number}?",
        "choose": "many" if many else "one",
        "options": options,
    }


def _condition(draw: st.DrawFn, questions: list[Data], facts: list[str], depth: int = 2) -> Any:
    kind = draw(st.sampled_from(["answer", "answer", "fact", "all", "any", "none"]))
    if kind == "fact" and facts:
        return draw(st.sampled_from(facts))
    if kind in ("answer", "fact") or not depth:
        question = draw(st.sampled_from(questions))
        codes = [*(option["code"] for option in question["options"]), "skipped"]
        return {question["id"]: draw(st.lists(st.sampled_from(codes), min_size=1, max_size=2))}
    size = draw(st.integers(1, 2))
    return {kind: [_condition(draw, questions, facts, depth - 1) for _ in range(size)]}


def _text(draw: st.DrawFn, words: str, questions: list[Data], facts: list[str]) -> list[Any]:
    kinds = st.sets(st.sampled_from(KINDS)).map(sorted)
    return [
        {
            "text": f"{words} text {number}",
            "topic": f"{words} text {number}",
            "when": _condition(draw, questions, facts, 1),
            "support": draw(kinds),
        }
        if draw(st.booleans())
        else f"{words} text {number}"
        for number in range(draw(st.integers(1, 2)))
    ]


def _step(draw: st.DrawFn, number: int, questions: list[Data], facts: list[str]) -> Data:
    def several(words: str, least: int, most: int, *, always: bool = True) -> list[Data]:
        entries = []
        for each in range(draw(st.integers(least, most))):
            entry: Data = {"text": f"{words} {number} {each}"}
            if always or draw(st.booleans()):
                entry["when"] = _condition(draw, questions, facts, 1)
            entries.append(entry)
        return entries

    def reasons(words: str, least: int) -> list[Data]:
        return [
            {"when": each["when"], "because": each["text"]} for each in several(words, least, 2)
        ]

    advice = several("advice", 0, 6)
    for each in advice:
        each["status"] = draw(
            st.lists(
                st.sampled_from(["applies", "done", "not_yet", "other"]), min_size=1, max_size=4
            )
        )
    step: Data = {
        "id": f"step{number}",
        "title": f"Step {number}",
        "source": "A book",
        "text": _text(draw, f"step {number}", questions, facts),
        "applies": reasons("applies", 1),
        "done": reasons("done", 0),
        "not_yet": reasons("not_yet", 0),
        "advice": advice,
        "actions": several("action", 0, 3, always=False),
        "openers": several("opener", 0, 4, always=False),
    }
    if draw(st.booleans()):
        step["highlight"] = _condition(draw, questions, facts, 1)
    return step


def _promise(draw: st.DrawFn, data: Data, number: int) -> Data:
    when = _condition(draw, data["questions"], [*data["facts"]], 1)
    return {"name": f"promise {number}", "when": when, "then": _outcome(draw, data, 1)}


def _outcome(draw: st.DrawFn, data: Data, depth: int) -> Any:
    if depth and draw(st.booleans()):
        group = draw(st.sampled_from(["all", "any", "none"]))
        return {group: [_outcome(draw, data, depth - 1) for _ in range(draw(st.integers(1, 2)))]}
    names = {
        kind: [each["id"] for each in data.get(section, [])] for kind, section in OUTCOMES.items()
    }
    names["lines"] = list(KINDS)
    pages = [page for each in ("endings", "notices", "steps") for page in data[each]]
    paragraphs = [each for page in pages for each in page["text"] if not isinstance(each, str)]
    names["topic"] = [each["topic"] for each in paragraphs]
    kind = draw(st.sampled_from([kind for kind, known in names.items() if known]))
    return {kind: [draw(st.sampled_from(names[kind]))]}


def every_reader(guide: Guide, given: Answers = MappingProxyType({})) -> Iterator[Answers]:
    """Every possible reader of the guide, by their answers to the questions they are asked.

    With `given`, every reader who has given those answers.
    """
    waiting: list[dict[str, Codes]] = [dict(given)]
    while waiting:
        answers = waiting.pop()
        question = replay(guide, answers).next
        if question is None:
            yield answers
        else:
            waiting.extend({**answers, question.id: codes} for codes in every_answer(question))


def every_answer(question: Question) -> Iterator[Codes]:
    """Every answer that the question allows, the skip among them."""
    yield SKIP
    alone = [each.code for each in question.options if each.exclusive or not question.many]
    yield from (frozenset({code}) for code in alone)
    together = [each.code for each in question.options if each.code not in alone]
    for size in range(1, len(together) + 1):
        yield from (frozenset(codes) for codes in combinations(together, size))
