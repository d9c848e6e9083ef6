"""What of a guide in another language is still in the words of the built-in one."""

from collections.abc import Iterator
from typing import Any, Final

from distancecli.checking.style import texts_of
from distancecli.documents.document import Document
from distancecli.documents.fault import Fault
from distancecli.guide.adapted import LABELS
from distancecli.guide.load import built_in
from distancecli.guide.model import Guide

OURS: Final = "en"
"""The language of the built-in guide."""
UNTRANSLATED: Final = "untranslated"


def language_faults(guide: Guide, document: Document) -> Iterator[Fault]:
    """Labels that are left out, and texts that still read as the built-in ones."""
    if guide.language.partition("-")[0].casefold() == OURS:
        return
    ours = built_in().data
    yield from _left_out(guide, document.data, ours)
    known = {text for _, text in texts_of(ours) if any(map(str.isalpha, text))}
    for place, text in texts_of(document.data):
        if text in known:
            said = (
                f'this is still the English of the built-in guide; put it into "{guide.language}"'
            )
            yield Fault(place, said, UNTRANSLATED, "warning")


def _left_out(guide: Guide, data: dict[str, Any], ours: dict[str, Any]) -> Iterator[Fault]:
    """The help lines are English, too: whom they help can read it."""
    written = data.get("labels", {})
    missing = [
        name
        for name in ours["labels"]
        if name in LABELS and name not in written and any(map(str.isalpha, ours["labels"][name]))
    ]
    if missing:
        said = f"labels that are left out are in English; add them in {guide.language}"
        yield Fault(("labels",), f"{said}: {', '.join(missing)}", UNTRANSLATED, "warning")
    if "support" not in data:
        said = "without `support` the help lines are those of the built-in guide, in English"
        yield Fault((), f"{said}; add your own", UNTRANSLATED, "warning")
