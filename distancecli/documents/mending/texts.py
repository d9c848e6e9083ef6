"""Texts that need quotes and have none, or have quotes that do not hold all of them."""

import re
from collections.abc import Iterator
from typing import Final

from distancecli.documents.mending.entryline import BLANKS, EntryLine, Written, upwards
from distancecli.documents.mending.signs import CLOSING
from distancecli.documents.mending.slip import IN_QUOTES, Slip, is_key, quoted
from distancecli.documents.mending.stumble import Stumble
from distancecli.text.characters import BULLETS, CURLY_QUOTES, OTHER_DASHES

NEVER_FIRST: Final = re.compile(r"[*&!@`%>|,\]}]|[-?:](?:\s|$)")
"""What no text without quotes starts with; some of it may, where no blank comes next."""
NO_ESCAPE: Final = re.compile(
    r"(?<!\\)(?:\\\\)*\\(?:x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8})|"
    r"[^0abtnvfre \"/\\N_LPxuU])"
)
"""A \\ that stands for nothing in double quotes."""
IN_BRACKETS: Final = re.compile(
    r"(?:[\[{,]|: ) *((?:[^\[\]{},:#\"' ][^\[\]{},:#\"']*\s)?#[^\[\]{},]*)(?=[\]},])"
)
"""A text in brackets that has a # in it."""
NO_BRACES: Final = re.compile(r"[A-Za-z_][\w-]*: +[\[{].*[\]}]")
"""A condition, most often, whose braces were forgotten."""
LATER: Final = re.compile(r":(?=\s|$)|(?<=\s)#")
"""What ends a text without quotes wherever it stands in it."""
A_COLON: Final = f"a colon stands in this text; {IN_QUOTES}"
A_REMARK: Final = f"a # begins a remark here; {IN_QUOTES}"
FAR: Final = 3_000
"""Lines; a quote that is opened further above than that is not looked for."""


def unquoted_text(lines: list[str], number: int) -> Iterator[Slip]:
    """What can only stand in a text in quotes, and stands in one without."""
    for written in EntryLine(lines[number]).texts():
        text = _without_brackets_behind(written)
        if NO_BRACES.fullmatch(text.text):
            braced = f"{{{text.text}}}"
            said = f"a name with its list stands in braces; write {braced}"
            yield Slip(number, text.start, said, {number: text.put(lines[number], braced)})
        elif said := _why_in_quotes(text):
            yield Slip(number, text.start, said, _whole_in_quotes(lines, number, text))


def long_text(lines: list[str], number: int) -> Iterator[Slip]:
    """The same further down in a text that takes several lines, or a # in it."""
    for start in dict.fromkeys((_entry_above(lines, number), number)):
        if text := _plain_text(EntryLine(lines[start])):
            sign = LATER.search(lines[number], text.start if start == number else 0)
            if sign and {number} < (mended := _whole_in_quotes(lines, start, text)).keys():
                said = A_COLON if sign[0] == ":" else A_REMARK
                yield Slip(number, sign.start(), said, mended)


def remark_in_brackets(lines: list[str], number: int) -> Iterator[Slip]:
    """A # in brackets, which makes a remark of what closes them."""
    line = lines[number]
    if found := IN_BRACKETS.search(line):
        mended = line[: found.start(1)] + quoted(found[1].rstrip()) + line[found.end(1) :]
        place = found.start(1) + found[1].index("#")
        yield Slip(number, place, A_REMARK, {number: mended})


def text_with_key(lines: list[str], number: int) -> Iterator[Slip]:
    """A text of a list that begins with a word and a colon, and takes several lines."""
    line, entry = lines[number], EntryLine(lines[number])
    if entry.dashes and _plain_text(entry) and not _is_known(lines, number):
        text = Written(entry.column, line[entry.column :])
        mended = _whole_in_quotes(lines, number, text)
        _, *keys = (EntryLine(lines[n]).key for n in mended)
        if keys and not any(keys):  # else they are fields of an entry, and so is this one
            yield Slip(number, entry.column, A_COLON, mended)


def _entry_above(lines: list[str], number: int) -> int:
    """The line with the entry that the line can belong to."""
    above = ((n, EntryLine(lines[n])) for n in upwards(lines, number - 1, FAR))
    return next((n for n, entry in above if entry.key or entry.dashes), number)


def _plain_text(entry: EntryLine) -> Written | None:
    """The text without quotes that begins in the entry, if one does."""
    text = next(entry.texts(), None)
    return text if text and not text.text.startswith(("'", '"', "{", "[", "#")) else None


def _begins_entry(lines: list[str], number: int) -> bool:
    """Whether an entry begins on the line, and not a later line of a text that looks like one."""
    return bool(EntryLine(lines[number]).dashes) or _is_known(lines, number)


def _is_known(lines: list[str], number: int) -> bool:
    """Whether the key of a line stands elsewhere as well."""
    key = EntryLine(lines[number]).key
    return key != "" and is_key([*lines[:number], *lines[number + 1 :]], key)


def _whole_in_quotes(lines: list[str], start: int, text: Written) -> dict[int, str]:
    """The lines of a text with quotes around all of it."""
    entry, end = EntryLine(lines[start]), start
    margin = entry.column if text.start > entry.column else entry.indent  # behind a key, or a dash
    while not text.in_brackets and end + 1 < len(lines):
        following = EntryLine(lines[end + 1])
        if following.is_blank or following.indent <= margin or _begins_entry(lines, end + 1):
            break
        end += 1
    first = lines[start][text.start : text.end if end == start else None]
    words = quoted("\n".join([first, *lines[start + 1 : end + 1]])).split("\n")
    mended = {start: text.put(lines[start], words[0])}
    if end > start:
        mended[start] = lines[start][: text.start] + words[0]
    return mended | dict(zip(range(start + 1, end + 1), words[1:], strict=True))


def _without_brackets_behind(written: Written) -> Written:
    """The text without what closes the brackets around it, and a remark behind them."""
    if not written.in_brackets:
        return written
    text = re.sub(r"(?<=[\]}])[ \t]+#.*", "", written.text)
    while text.endswith(("}", "]")) and not _is_balanced(text):
        text = text[:-1].rstrip()
    return Written(written.start, text, in_brackets=True)


def _is_balanced(text: str) -> bool:
    return all(text.count(each) == text.count(CLOSING[each]) for each in CLOSING)


def _why_in_quotes(written: Written) -> str:
    text, first = written.text, written.text[:1]
    if first in CLOSING:
        behind = text[text.rfind(CLOSING[first]) + 1 :]
        goes_on = behind.strip() and _is_balanced(text)
        return (
            f"this text goes on behind its closing {CLOSING[first]}; {IN_QUOTES}" if goes_on else ""
        )
    if first in ("'", '"'):
        return _why_other_quotes(written)
    if NEVER_FIRST.match(text) or (written.in_brackets and first in ("?", ":")):
        also = ", and a list needs lines of its own" if first == "-" else ""
        return f"no text can start with {first}{also}; {IN_QUOTES}"
    if _has_colon(text):
        if re.match(f"[{CURLY_QUOTES}]", first):
            return "curly quotes are no quotes here; write straight ones"
        return A_COLON
    if written.in_brackets and re.search(r"[{}\[\]]", text):
        return f"a bracket stands in this text; {IN_QUOTES}"
    return ""


def _has_colon(text: str) -> bool:
    return re.search(r":(\s|$)", text) is not None


def _why_other_quotes(written: Written) -> str:
    text, quote = written.text, written.text[0]
    closed = _closing_quote(text)
    behind = text[closed + 1 :].strip() if closed else ""
    if behind and not behind.startswith(("#", ",")):
        where = written.start + closed + 1
        said = (
            f"this text goes on behind column {where}, where a {quote} closes it; put all of it in"
        )
        return f"{said} double quotes" + (", with ' for each \" inside" if quote == '"' else "")
    if quote == '"' and NO_ESCAPE.search(text):
        return "a \\ in double quotes means something; write two of them"
    return ""


def _closing_quote(text: str) -> int:
    """Where the quote is that closes what the first one of the text opens; 0 where none is."""
    pattern = r"'(?:[^']|'')*'" if text[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.match(pattern, text)
    return found.end() - 1 if found else 0


def open_quotes(lines: list[str], place: Stumble) -> Iterator[Slip]:
    """Quotes that are not closed on their line, while the next line begins an entry."""
    for number in upwards(lines, place.line, FAR):
        if '"' not in lines[number] and "'" not in lines[number]:
            continue
        for text in map(_without_brackets_behind, EntryLine(lines[number]).texts()):
            opened = text.text[:1] in ("'", '"') and not _closing_quote(text.text)
            if opened and _is_followed_by_entry(lines, number):
                said = "the quote opened here is never closed; close it, or put the whole text in"
                mended = text.put(lines[number], quoted(text.text))
                yield Slip(number, text.start, f"{said} double quotes", {number: mended}, True)


def _is_followed_by_entry(lines: list[str], number: int) -> bool:
    """Whether the next line is one, as far as that can be said where it has a slip itself."""
    below = (lines[n] for n in range(number + 1, len(lines)))
    following = next((line for line in below if not EntryLine(line).is_blank), "")
    if EntryLine(following).indent > EntryLine(lines[number]).column:
        return False  # so only the text itself can go on
    found = re.match(rf"[{BLANKS}]*(?:([A-Za-z_][\w-]*):|[-{OTHER_DASHES}{BULLETS}]|$)", following)
    return found is not None and (not found[1] or is_key(lines, found[1]))
