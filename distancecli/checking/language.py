"""What of a guide in another language is still in the words of the built-in one."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from distancecli.checking.style import texts_of
from distancecli.documents.document import Document
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.load import built_in
from distancecli.guide.model import Guide
from distancecli.text.characters import on_one_line, shortened

OURS: Final = "en"
"""The language of the built-in guide."""
UNTRANSLATED: Final = "untranslated"
CODE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A language by its code, with its script or country (BCP 47)."""
LONGEST_SHOWN: Final = 60
"""Characters of a text; enough to find it by."""


def language_faults(guide: Guide, document: Document) -> Iterator[Fault]:
    """Labels that are left out, and texts that still read as the built-in ones."""
    if not CODE.fullmatch(guide.language):
        said = f'"{guide.language}" is no code of a language; write one such as de or pt-BR'
        yield Fault(("language",), said, "language")
    elif guide.language.partition("-")[0].casefold() != OURS:
        ours = built_in().data
        yield from _left_out(guide, document.data, ours)
        yield from _still_ours(guide, document, ours)


def _still_ours(guide: Guide, document: Document, ours: dict[str, Any]) -> Iterator[Fault]:
    """One fault for each section, with a line for each of its texts: there may be hundreds."""
    known = {text for _, text in _texts(ours) if any(map(str.isalpha, text))}
    found = [(place, text) for place, text in _texts(document.data) if text in known]
    for section, group in groupby(found, key=lambda each: each[0][0]):
        rows = [f"line {document.places[place][0]}: {_one_line(text)}" for place, text in group]
        texts = "text is" if len(rows) == 1 else "texts are"
        said = f"in `{section}` {len(rows)} {texts} still the English of the built-in guide"
        place = (section,)
        yield Fault(
            place, f"{said}; put that into {guide.language}", UNTRANSLATED, "warning", tuple(rows)
        )


def _texts(data: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    yield from texts_of(data)
    support = data.get("support", {})
    if support:
        yield from texts_of({"kinds": support["kinds"]}, ("support",))
        yield ("support", "anywhere", "name"), support["anywhere"]["name"]


def _one_line(text: str) -> str:
    return shortened(on_one_line(text), LONGEST_SHOWN)


def _left_out(guide: Guide, data: dict[str, Any], ours: dict[str, Any]) -> Iterator[Fault]:
    """The help lines are English, too: whom they help can read it."""
    written = data.get("labels", {})
    missing = [
        name
        for name, label in ours["labels"].items()
        if name not in written and any(map(str.isalpha, label))
    ]
    if missing:
        said = f"labels that are left out are in English; add them in {guide.language}"
        yield Fault(("labels",), f"{said}: {', '.join(missing)}", UNTRANSLATED, "warning")
    if "support" not in data:
        said = "without `support` the help lines are those of the built-in guide, in English"
        yield Fault((), f"{said}; add your own", UNTRANSLATED, "warning")
