"""Signs that are wrong, missing or too many: blanks, dashes, colons, commas, brackets."""

import re
from collections.abc import Iterator
from typing import Final

from distancecli.documents.mending.entryline import BLANKS, EntryLine
from distancecli.documents.mending.slip import PUT_ONE_IN, Finder, Slip, is_key
from distancecli.text.characters import BULLETS, OTHER_DASHES, name_of

OTHER_BLANK: Final = re.compile(f"[{BLANKS[2:]}]")
NO_MINUS: Final = re.compile(rf" *(?:- +)*([{OTHER_DASHES}{BULLETS}])[{BLANKS}]*(?=\S)")
NO_SPACE_BEHIND_DASH: Final = re.compile(r"^ *(?:- +)*-(?=[^\s-])")
NO_SPACE_BEHIND_COLON: Final = re.compile(
    r"(?:^ *(?:- +)*|[{,] *)([A-Za-z_][\w-]*|\"[^\"]*\"):(?=[^\s:/])"
)
NO_COLON: Final = re.compile(r" *(?:- +)*([A-Za-z_][\w-]*)(?=\s|$)")
QUOTED_OR_BRACKET: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<=[ \[{])'[^']*'|[\[\]{}]")
REMARK: Final = re.compile(r"(?:\s+#[^\]}\"']*)?\s*$")
"""A remark behind brackets, and not one that has swallowed what closes them."""
CLOSING: Final = {"{": "}", "[": "]"}


def _odd_blank(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    if found := OTHER_BLANK.search(line):
        said = f"this blank is not a plain space ({name_of(found[0])}); put one in its place"
        yield Slip(number, found.start(), said, {number: OTHER_BLANK.sub(" ", line)})


def _no_minus(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    if found := NO_MINUS.match(line):
        word = "bullet" if found[1] in BULLETS else "dash"
        said = f"this {word} is not a minus sign ({name_of(found[1])}); write - and a space"
        mended = line[: found.start(1)] + "- " + line[found.end() :]
        yield Slip(number, found.start(1), said, {number: mended})


def _no_space(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    for word, pattern in (("dash", NO_SPACE_BEHIND_DASH), ("colon", NO_SPACE_BEHIND_COLON)):
        for found in pattern.finditer(line):
            mended = f"{line[: found.end()]} {line[found.end() :]}"
            said = f"a space is missing after this {word}; {PUT_ONE_IN}"
            yield Slip(number, found.end() - 1, said, {number: mended})


def _no_colon(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    found = NO_COLON.match(line)
    if found and (found.end() == len(line.rstrip()) or is_key(lines, found[1])):
        mended = f"{line[: found.end()]}:{line[found.end() :]}"
        said = f'a colon is missing after "{found[1]}"; {PUT_ONE_IN}'
        yield Slip(number, found.end() - 1, said, {number: mended})


def _no_comma(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    for text in filter(lambda text: text.in_brackets, EntryLine(line).texts()):
        for found in re.finditer(r" +([A-Za-z_][\w-]*): ", text.text):
            if any(f", {found[1]}: " in each for each in lines):
                place = text.start + found.start()
                said = f'a comma is missing before "{found[1]}"; {PUT_ONE_IN}'
                yield Slip(number, place, said, {number: f"{line[:place]},{line[place:]}"})


def _comma_too_many(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    for found in re.finditer(r"(?<=[\[{,])\s*(,)", line):
        said = "there is a comma too many; remove it, or put the text in double quotes"
        mended = line[: found.start(1)] + line[found.end(1) :]
        yield Slip(number, found.start(1), said, {number: mended})


def _bracket(lines: list[str], number: int) -> Iterator[Slip]:
    """A bracket that is not closed, or closed twice."""
    line = lines[number]
    if EntryLine(line).value[:1] not in CLOSING or not (wrong := _unbalanced(line)):
        return
    place, missing = wrong
    without = line[:place] + line[place + 1 :]
    if missing and _unbalanced(without):
        said = f"a {missing[0]} is missing here; {PUT_ONE_IN}"
        mended = line[:place] + "".join(missing) + line[place:]
        yield Slip(number, place, said, {number: mended})
    else:
        said = f"there is a {line[place]} too many here; remove it, or open one before it"
        yield Slip(number, place, said, {number: without})


def _unbalanced(line: str) -> tuple[int, list[str]] | None:
    """Where the first bracket is missing or too many, and what it would take there."""
    waiting: list[str] = []
    text = REMARK.sub("", line)
    for found in QUOTED_OR_BRACKET.finditer(text):
        if found[0] in CLOSING:
            waiting.append(CLOSING[found[0]])
        elif found[0] in waiting[-1:]:
            waiting.pop()
        elif found[0] in CLOSING.values():
            return found.start(), waiting[-1:]
    return (len(text), waiting[::-1]) if waiting else None


SURE: Final[tuple[Finder, ...]] = (_odd_blank, _no_minus, _no_space, _no_comma)
"""What is a slip by its looks alone, so that it is looked for further away."""
LIKELY: Final[tuple[Finder, ...]] = (_no_colon, _comma_too_many, _bracket)
