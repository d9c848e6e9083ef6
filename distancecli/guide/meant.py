"""Conditions as people write them who know other rules, and what to write in a guide instead."""

import re
from collections.abc import Iterable
from typing import Any, Final

from distancecli.guide.conditions import GROUPS, MEANT, SHAPES

SIGNS: Final = {
    **{"&&": "and", "&": "and", "||": "or", "|": "or"},
    **{"!": "not", "no": "not", "unless": "not", "if": "", "when": ""},
}
"""What is written for and, or and not; a word for nothing is left out."""
WORD: Final = re.compile(r"&&|\|\||[&|!]|[^\s&|!]+")
ODD: Final = re.compile(r"[()\[\]{}=<>:,]")
"""What no sum of names by and, or and not has."""


def misfit(data: Any) -> str:
    """What is wrong with data that is no condition, and what to write where that can be told."""
    if isinstance(data, list) and data:
        listed = flow(data)
        return f"a list says neither all nor any; write {{all: {listed}}} or {{any: {listed}}}"
    if isinstance(data, dict) and len(data) > 1:
        parts = flow([name if value is None else {name: value} for name, value in data.items()])
        said = "more than one condition stands in one pair of braces"
        return f"{said}; write {{all: {parts}}}, or any in place of all"
    return f"a condition belongs here: {SHAPES}"


def no_list(name: str, value: Any, around: str = "") -> str:
    """What is wrong where one thing stands in place of a list, and what to write.

    `around` is the name in whose braces both stand.
    """
    if isinstance(value, dict) and name in GROUPS:
        value = [{each: part} for each, part in value.items()]
    elif isinstance(value, dict) and len(value) == 1:
        ((word, inner),) = value.items()
        if isinstance(inner, list) and "none" in (word, MEANT.get(word.casefold())):
            return f'"{word}" stands around a rule; write {{none: [{{{name}: {flow(inner)}}}]}}'
    if value is None or value == [] or isinstance(value, dict):
        said = f'"{name}" needs a list that is not empty, such as {{{name}: [...]}}'
        return said if value is not None else f"{said}; a fact stands without braces"
    written = f"{{{name}: {flow(value if isinstance(value, list) else one_by_one(value))}}}"
    written = f"{{{around}: {written}}}" if around else written
    return f'"{name}" needs brackets, also around one; write {written}'


def one_by_one(value: Any) -> list[str]:
    """The codes or names of a text that has commas between them."""
    return re.split(r"\s*,\s*", value) if isinstance(value, str) else []


def combined(text: str) -> str:
    """What to write for names joined by and, or and not; empty where it is nothing like that."""
    words = [SIGNS.get(each.casefold(), each) for each in WORD.findall(text)]
    if len(words) < 2 or ODD.search(text):
        return ""
    sums = [_split(part, "and") for part in _split(list(filter(None, words)), "or")]
    return _group("any", [_group("all", map(_one, each)) for each in sums])


def _one(words: list[str]) -> str:
    match words:
        case ["not", *rest]:
            return f"{{none: [{name}]}}" if (name := _one(rest)) else ""
        case [name]:
            return name
    return ""


def _group(name: str, written: Iterable[str]) -> str:
    """The parts as a group, or the only one; empty where one of them is."""
    parts = list(written)
    if not all(parts):
        return ""
    return parts[0] if len(parts) == 1 else f"{{{name}: [{', '.join(parts)}]}}"


def _split(words: list[str], by: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word.casefold() == by:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def flow(data: Any) -> str:
    """Plain data as a guide has it, on one line."""
    if isinstance(data, list):
        return f"[{', '.join(map(flow, data))}]"
    if isinstance(data, dict):
        return f"{{{', '.join(f'{key}: {flow(value)}' for key, value in data.items())}}}"
    return "..." if data is None else str(data)
