"""What people write where they mean YAML: each slip with its cause, its cure and the line without.

A finder looks at one line and says what could be a slip there. Whether it is one is tried by
`mending`, so a finder may be wrong; what it says must not be, where it is right.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from distancecli.documents.entryline import BLANKS, EntryLine, Written
from distancecli.text.characters import name_of

DASHES: Final = "\u2010-\u2015\u2212"
BULLETS: Final = "*\u2022\u00b7\u25aa\u25e6\u2023\u25cf"
CURLY: Final = "\u2018-\u201f"
NEVER_FIRST: Final = "*&!@`%>|,]}"
"""What no text without quotes starts with."""
NEVER_FIRST_ALONE: Final = "-?:"
"""The same where a blank comes next."""
OTHER_BLANK: Final = re.compile(f"[{BLANKS.replace(' ', '').replace(chr(92) + 't', '')}]")
NO_MINUS: Final = re.compile(rf" *(?:- +)*([{DASHES}{BULLETS}])[{BLANKS}]*(?=\S)")
NO_SPACE_BEHIND_DASH: Final = re.compile(r" *(?:- +)*-(?=[^\s-])")
NO_SPACE_BEHIND_COLON: Final = re.compile(
    r"(?:^ *(?:- +)*|[{,] *)([A-Za-z_][\w-]*|\"[^\"]*\"):(?=[^\s:/])"
)
NO_COLON: Final = re.compile(rf" *(?:- +)*([A-Za-z_][\w-]*)(?=[{BLANKS}]+\S)")
IN_QUOTES: Final = "put the text in double quotes"
PUT_ONE_IN: Final = "put one in"
CLOSING: Final = {"{": "}", "[": "]"}


class Slip(Struct, frozen=True):
    """A slip in a line, counted from 0, and the lines that are other without it."""

    line: int
    column: int
    message: str
    mended: dict[int, str]
    swallows: bool = False
    """Whether lines below were taken for a part of it, so that YAML stumbled far from here."""


def in_quotes(text: str) -> str:
    """The text in double quotes, for YAML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def slips_in(lines: list[str], number: int) -> Iterator[Slip]:
    """Every slip that the line could have, the likeliest first."""
    for finder in FINDERS:
        yield from finder(lines, number)


def _odd_blank(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    if found := OTHER_BLANK.search(line):
        name = name_of(found[0]).partition(" ")
        said = f"a {name[2].lower()} ({name[0]}) stands here; put a plain space in its place"
        yield Slip(number, found.start(), said, {number: OTHER_BLANK.sub(" ", line)})


def _no_minus(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    if found := NO_MINUS.match(line):
        word = "bullet" if re.match(f"[{BULLETS}]", found[1]) else "dash"
        said = f"this {word} is not a minus sign ({name_of(found[1])}); write - and a space"
        mended = line[: found.start(1)] + "- " + line[found.end() :]
        yield Slip(number, found.start(1), said, {number: mended})


def _no_space(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    patterns = {"dash": NO_SPACE_BEHIND_DASH, "colon": NO_SPACE_BEHIND_COLON}
    for word, pattern in patterns.items():
        for found in pattern.finditer(line) if word == "colon" else filter(None, [pattern.match(line)]):
            mended = f"{line[: found.end()]} {line[found.end() :]}"
            said = f"a space is missing after this {word}; {PUT_ONE_IN}"
            yield Slip(number, found.end() - 1, said, {number: mended})


def _no_colon(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    found = NO_COLON.match(line)
    if found and is_key(lines, found[1]):
        mended = f"{line[: found.end()]}:{line[found.end() :]}"
        said = f'a colon is missing after "{found[1]}"; {PUT_ONE_IN}'
        yield Slip(number, found.end() - 1, said, {number: mended})


def _no_comma(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    for text in EntryLine(line).texts():
        for found in re.finditer(r" +([A-Za-z_][\w-]*): ", text.text if text.in_brackets else ""):
            if is_key(lines, found[1]):
                place = text.start + found.start()
                said = f'a comma is missing before "{found[1]}"; {PUT_ONE_IN}'
                yield Slip(number, place, said, {number: f"{line[:place]},{line[place:]}"})


def is_key(lines: list[str], word: str) -> bool:
    """Whether the word is the key of some entry."""
    key = re.compile(rf"(?: *(?:- +)*|.*[{{,] *){re.escape(word)}: ")
    return any(key.match(line) for line in lines)


def _text(lines: list[str], number: int) -> Iterator[Slip]:
    """What can only stand in a text in quotes, and stands in one without."""
    line = lines[number]
    for written in EntryLine(line).texts():
        text = _without_brackets_behind(written)
        if said := _why_in_quotes(text):
            bare = text.text.strip("\u201c\u201d\u201e\u201f")
            yield Slip(number, text.start, said, {number: text.put(line, in_quotes(bare))})


def _without_brackets_behind(written: Written) -> Written:
    """The text without what closes the brackets around it."""
    text = written.text
    while written.in_brackets and text[-1:] in ("}", "]") and not _is_balanced(text):
        text = text[:-1].rstrip()
    return Written(written.start, written.start + len(text), text, written.key, written.in_brackets)


def _is_balanced(text: str) -> bool:
    return all(text.count(each) == text.count(CLOSING[each]) for each in CLOSING)


def _why_in_quotes(written: Written) -> str:
    text, first = written.text, written.text[:1]
    if first in CLOSING:
        inner = text.rfind(CLOSING[first])
        goes_on = inner > 0 and text[inner + 1 :].strip() and _is_balanced(text)
        return f"this text goes on behind its closing {CLOSING[first]}; {IN_QUOTES}" if goes_on else ""
    if first in ("'", '"'):
        return _why_other_quotes(written)
    if re.match(f"[{CURLY}]", first):
        return "curly quotes are no quotes here; write straight ones" if _has_colon(text) else ""
    if (first and first in NEVER_FIRST) or re.match(rf"[{NEVER_FIRST_ALONE}](\s|$)", text):
        return f"no text can start with {first}; {IN_QUOTES}"
    if _has_colon(text):
        return f"a colon stands in this text; {IN_QUOTES}"
    if written.in_brackets and re.search(r"[{}\[\]]", text):
        return f"a bracket stands in this text; {IN_QUOTES}"
    return ""


def _has_colon(text: str) -> bool:
    return re.search(r":(\s|$)", text) is not None


def _why_other_quotes(written: Written) -> str:
    text, quote = written.text, written.text[0]
    closed = closing_quote(text)
    behind = text[closed + 1 :].strip() if closed else ""
    if behind and not behind.startswith(("#", ",")):
        where = written.start + closed + 1
        said = f"this text goes on behind column {where}, where a {quote} closes it; put all of it in"
        return f"{said} double quotes" + (", with ' for each \" inside" if quote == '"' else "")
    if quote == '"' and re.search(r"\\[^0abtnvfre \"/\\N_LPxuU]", text):
        return "a \\ in double quotes means something; write two of them"
    return ""


def closing_quote(text: str) -> int:
    """Where the quote is that closes what the first one of the text opens; 0 where none is."""
    pattern = r"'(?:[^']|'')*'" if text[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.match(pattern, text)
    return found.end() - 1 if found else 0


def _long_text(lines: list[str], number: int) -> Iterator[Slip]:
    """A colon in a text without quotes that takes several lines."""
    colon = re.search(r":(\s|$)", lines[number])
    start = _start_of_text(lines, number)
    key = EntryLine(lines[number]).key
    if not colon or start is None or (key and is_key(lines, key)):
        return
    first = EntryLine(lines[start])
    text = list(first.texts())[-1]
    end = number
    while end + 1 < len(lines) and EntryLine(lines[end + 1]).indent > first.indent:
        end += 1
    words = in_quotes("\n".join([text.text, *lines[start + 1 : end + 1]])).split("\n")
    mended = {start: text.put(lines[start], words[0])}
    mended |= dict(zip(range(start + 1, end + 1), words[1:], strict=True))
    yield Slip(number, colon.start(), f"a colon stands in this text; {IN_QUOTES}", mended)


def _start_of_text(lines: list[str], number: int) -> int | None:
    """The line on which the text without quotes begins that goes on in this one, if one does."""
    for start in range(number - 1, -1, -1):
        entry = EntryLine(lines[start])
        if entry.is_blank or EntryLine(lines[number]).indent <= entry.indent:
            return None
        if entry.is_entry:
            texts = list(entry.texts())
            return start if texts and texts[-1].text[:1] not in ("'", '"', "{", "[", "") else None
    return None


def _bracket(lines: list[str], number: int) -> Iterator[Slip]:
    """A bracket that is not closed, or closed twice."""
    line = lines[number]
    start = line.find(EntryLine(line).value)
    if line[start : start + 1] not in CLOSING:
        return
    waiting: list[str] = []
    for found in re.finditer(r"\"(?:[^\"\\]|\\.)*\"|(?<=[ \[{])'[^']*'|\s#.*|[\[\]{}]", line):
        if found[0] in CLOSING:
            waiting.append(CLOSING[found[0]])
        elif found[0] in "]}" and found[0] in waiting[-1:]:
            waiting.pop()
        elif found[0] in "]}":
            yield _mended_bracket(line, number, found.start(), waiting[-1:])
            return
    if waiting:
        yield _mended_bracket(line, number, len(line.rstrip()), waiting[::-1])


def _mended_bracket(line: str, number: int, place: int, missing: list[str]) -> Slip:
    if missing:
        said = f"a {missing[0]} is missing here; {PUT_ONE_IN}"
        mended = line[:place] + "".join(missing) + line[place:]
    else:
        said = f"there is a {line[place]} too many here; remove it"
        mended = line[:place] + line[place + 1 :]
    return Slip(number, place, said, {number: mended})


FINDERS: Final[tuple[Callable[[list[str], int], Iterator[Slip]], ...]] = (
    _odd_blank,
    _no_minus,
    _no_space,
    _no_comma,
    _text,
    _bracket,
    _no_colon,
    _long_text,
)
