"""Whether every question, code and fact that a condition names is one that the guide has."""

from collections.abc import Iterator
from typing import Any, Final

from distancecli.conditions import GROUPS, SKIPPED
from distancecli.documents import Place
from distancecli.guidefile.shape import Fault
from distancecli.suggestions import suggestion

CONDITION_FIELDS: Final = frozenset({"when", "highlight", "openers_unless"})
"""The fields of a guide that hold a condition, wherever they stand."""


def name_faults(data: Any) -> Iterator[Fault]:
    """Every question, code and fact that a condition names and the guide does not have."""
    if not isinstance(data, dict):
        return
    facts = data.get("facts")
    known_facts = list(facts) if isinstance(facts, dict) else []
    codes = dict(_codes_by_question(data.get("questions")))
    for place, written in _conditions(data):
        yield from _condition_faults(written, place, known_facts, codes)


def _codes_by_question(questions: Any) -> Iterator[tuple[str, list[str]]]:
    for question in questions if isinstance(questions, list) else ():
        if isinstance(question, dict) and isinstance(question.get("id"), str):
            options = question.get("options")
            entries = options if isinstance(options, list) else []
            codes = [
                entry["code"] for entry in entries if isinstance(entry, dict) and "code" in entry
            ]
            yield question["id"], [*filter(lambda code: isinstance(code, str), codes), SKIPPED]


def _conditions(data: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every condition as it is written, with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in CONDITION_FIELDS or place == ("facts",):
                yield (*place, key), value
            else:
                yield from _conditions(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _conditions(value, (*place, index))


def _condition_faults(
    written: Any, place: Place, facts: list[str], codes: dict[str, list[str]]
) -> Iterator[Fault]:
    if isinstance(written, str) and written not in facts:
        yield place, f'no fact is called "{written}"{suggestion(written, facts)}'
    for name, values in written.items() if isinstance(written, dict) else ():
        inner = (*place, name)
        if name in GROUPS:
            for index, part in enumerate(values if isinstance(values, list) else ()):
                yield from _condition_faults(part, (*inner, index), facts, codes)
        elif name not in codes:
            yield inner, f'no question is called "{name}"{suggestion(name, codes)}'
        else:
            for index, code in enumerate(values if isinstance(values, list) else ()):
                if isinstance(code, str) and code not in codes[name]:
                    said = f'"{name}" has no code "{code}"{suggestion(code, codes[name])}'
                    yield (*inner, index), said
