"""Texts that YAML reads without a word as something else than was meant: cut, or split.

Each is a warning, since it could be meant.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from distancecli.documents.document import Document
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place, Scalar
from distancecli.text.characters import CURLY_QUOTES, name_of, shortened

REMARK: Final = re.compile(r"[ \t]+(#[^\r\n]*)")
STOP: Final = r"[.!?:;)\"'\u2019\u201d]"
"""What ends a sentence, or something said in one."""
CUT: Final = re.compile(r"#([^\s#]| \d)")
"""A remark that looks like a part of the text before it, as in ``#1`` and ``# 1``."""
IN_CURLY_QUOTES: Final = re.compile(rf"[{CURLY_QUOTES}\u00ab].*[{CURLY_QUOTES}\u00bb]", re.DOTALL)
SWALLOWED: Final = re.compile(
    r"(?:^|\s)((?:<{7}|={7}|>{7}|# |- \{|[a-z_]+: (?:\[|\{\w+: )).*)", re.MULTILINE
)
"""What was meant to stand beside a text of lines of its own, and not in it."""
MISREAD: Final = re.compile(r"\ufffd|\u00e2\u20ac.|\u00c3[\u0080-\u00bf]|&(?:#\d+|[a-z]+);")
"""What comes of a file that was read in another encoding, or of a web page."""
LONGEST_SHOWN: Final = 40
UNSEEN: Final = re.compile(r"[\u200b\u2060]|(?<![\d\u00ab])[\u00a0\u202f](?![?!:;%\u00bb\u20ac])")
"""Blanks that take no room, and spaces that do not break where none is needed.

French has them before some signs, and numbers before their units.
"""


def changed_texts(document: Document, texts: Mapping[Place, str]) -> Iterator[Fault]:
    """What readers are shown otherwise than it was meant, of the texts at those places."""
    for place, text in texts.items():
        for said, code in _changes(document, place, text):
            yield Fault(place, said, code, "warning")


def _changes(document: Document, place: Place, text: str) -> Iterator[tuple[str, str]]:
    if text != text.strip(" ") and text.strip() and place[0] != "labels":
        yield "this text begins or ends with a blank; take it out", "blank-end"
    if (found := UNSEEN.search(text)) and any(map(str.isprintable, text)):
        yield f"{name_of(found[0])} stands in this text; put a plain space there, or none", "unseen"
    written = document.scalars[place]
    is_own = place[0] != "labels"
    if is_own and written.style in ("|", ">") and (found := SWALLOWED.search(text)):
        said = f'readers see "{shortened(found[1], LONGEST_SHOWN)}": it is indented like the text'
        yield f"{said}; move that line to the left, or take it out", "swallowed"
    if found := MISREAD.search(text):
        yield f'"{found[0]}" looks like a letter that was read wrong; type it anew', "misread"
    if written.style == ">" and re.search(r"\n[ \t]", text):
        said = "a line of this text begins further right than the first, so it is not joined to it"
        yield f"{said}; set them below each other", "uneven-lines"
    if written.style:
        return
    if text.count('"') % 2:
        yield 'one " is missing here, or one too many; readers see it', "stray-quote"
    if IN_CURLY_QUOTES.fullmatch(text):
        yield 'readers see these curly quotes; put the text in straight ones (")', "curly-quotes"
    if cut := _cut_off(document.text, written):
        yield cut, "cut-text"
    if _is_split(document, place, text):
        said = (
            "a comma ends this paragraph, and the next one goes on; put the whole in double quotes"
        )
        yield said, "split-text"


def _cut_off(whole: str, written: Scalar) -> str:
    """What to say of the remark behind a text, where it looks like a part of it."""
    remark = REMARK.match(whole, written.end)
    if not remark or not CUT.match(remark[1]):
        return ""
    first, last = written.lines
    where = f" (line {last + 1})" if first != last else ""
    return f'no reader sees "{remark[1]}"{where}: a # begins a remark; put the text in quotes'


def _is_split(document: Document, place: Place, text: str) -> bool:
    """Whether a comma in brackets made two paragraphs of what reads as one sentence."""
    last = place[-1]
    following = document.scalars.get((*place[:-1], last + 1)) if isinstance(last, int) else None
    if following is None:
        return False
    between = document.text[document.scalars[place].end : following.start]
    goes_on = document.text[following.start].islower() and not re.search(rf"{STOP}$", text)
    words = " " in text or " " in document.text[following.start : following.end]
    return goes_on and words and between.strip() == ","
