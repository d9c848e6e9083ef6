"""What could be better in a guide without being wrong: long sentences, lines without a source."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, Final

from distancecli.checking.silent import changed_texts
from distancecli.documents.document import Document
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.adapted import COMMANDS
from distancecli.guide.conditions import Fact, mentions, parse
from distancecli.guide.countries import placed_lines
from distancecli.guide.labels import placeholders
from distancecli.guide.model import Guide
from distancecli.guide.names import conditions_of, placed_topics
from distancecli.guide.promises import names_of
from distancecli.interview.support import in_words, kinds_for
from distancecli.text.spelling import near_or_nothing

MAY_BE_LEFT_OUT: Final = frozenset({"left", "numbers"})
"""Placeholders of labels that say enough without them."""
BRACES: Final = re.compile(r"\{[^{}]*\}|[{}]")
"""What looks like a placeholder, and a brace that stands alone."""
SENTENCE_END: Final = re.compile(r"(?<=[.!?:;])[\"')]*\s+")
NOT_FOR_READERS: Final = frozenset(
    {"facts", "support", "promises", "readers", "when", "highlight", "guarded", "safe_for"}
    | {"id", "code", "choose", "each", "source", "status", "topic", "step", "language"}
    | {"private", "sensitive", "off_record", "exclusive", "informs", "keep", "together"}
    | {"at_once", "screen_only", "longest_sentence", "no_start"}
    | {"last", "again", "smaller_together"}
)
"""The fields of a guide, and its sections, that no reader sees as text."""
NAMED_OTHERWISE: Final[tuple[Place, ...]] = (("labels",), ("meanings",), ("support", "kinds"))
"""Sections whose entries are all text: one may be called like a field that is none."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; one that ends in a colon counts as a sentence."""
    for paragraph in text.split("\n"):
        yield from filter(None, SENTENCE_END.split(paragraph.strip()))


def style_faults(guide: Guide, document: Document) -> Iterator[Fault]:
    """Everything that could be better in a guide; the document is the guide as it is written."""
    texts = dict(texts_of(document.data))
    for place, text in texts.items():
        yield from _text_faults(place, text, guide.longest_sentence)
    yield from changed_texts(document, texts)
    yield from _doubled_stops(guide, texts)
    yield from _unpromising(guide)
    yield from _unnamed_topics(guide, document)
    yield from _lost_placeholders(guide)
    if "support" in document.data:  # else the lines are the built-in ones
        yield from _without_line(guide)
        yield from _without_lines(guide)
        yield from _about_lines(guide)
    yield from _unused(guide, document.data)


def texts_of(data: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text of plain data that a reader sees, with its place."""
    if isinstance(data, str):
        yield place, data
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts_of(value, (*place, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_FOR_READERS or place in NAMED_OTHERWISE:
                yield from texts_of(value, (*place, key))


def _text_faults(place: Place, text: str, longest: int) -> Iterator[Fault]:
    if text and all(unicodedata.category(each)[0] in ("C", "Z") for each in text):
        said = "there is nothing to see in this text; fill it in or remove it"
        yield Fault(place, said, "empty")
    for braces in BRACES.findall(text) if place[0] != "labels" else ():
        if braces not in COMMANDS:
            near = near_or_nothing(braces, COMMANDS) or f"; a text may have {', '.join(COMMANDS)}"
            said = f"readers would see {braces} as it stands{near}"
            yield Fault(place, said, "braces", "warning")
    for sentence in sentences(text):
        if (words := len(sentence.split())) > longest:
            said = f'a sentence of {words} words; split it, {longest} are enough: "{sentence}"'
            yield Fault(place, said, "long-sentence", "warning")


def _doubled_stops(guide: Guide, texts: Mapping[Place, str]) -> Iterator[Fault]:
    """Reasons that are written as a sentence, though they only end one."""
    for place, text in texts.items():
        is_reason = place[-1] == "because" and place[0] != "labels"
        if is_reason and text.endswith(".") and guide.labels.because.endswith("."):
            seen = guide.labels.because.format(reason=text)
            said = f'readers see "{seen}"; begin the reason small, and end it without a stop'
            yield Fault(place, said, "doubled-stop", "warning")


def _unpromising(guide: Guide) -> Iterator[Fault]:
    if not guide.promises:
        said = "this guide makes no promises; write down what has to hold for every reader"
        yield Fault(("promises",), said, "no-promises", "warning")
    if not guide.readers:
        said = "this guide has no example readers; write down some, and what each is to be shown"
        yield Fault(("readers",), said, "no-readers", "warning")


def _unnamed_topics(guide: Guide, document: Document) -> Iterator[Fault]:
    """Topics of which no promise speaks, where some do of others: a slip takes a text out of it."""
    named = names_of(guide.promises, "topics")
    for place, topic in placed_topics(document.data) if named else ():
        if topic not in named:
            near = near_or_nothing(topic, named) or "; name it in one, or take it out"
            said = f'no promise names the topic "{topic}"{near}'
            yield Fault(place, said, "unpromised", "warning")


def _lost_placeholders(guide: Guide) -> Iterator[Fault]:
    for name, wanted in placeholders().items():
        held = {field for _, field, _, _ in Formatter().parse(getattr(guide.labels, name))}
        for lost in sorted(wanted - held - MAY_BE_LEFT_OUT):
            said = f"{{{lost}}} is missing from this label; put it in"
            yield Fault(("labels", name), said, "lost-placeholder", "warning")


def _without_line(guide: Guide) -> Iterator[Fault]:
    known = kinds_for(guide.support, None)
    for kind in guide.support.kinds:
        if kind not in known:
            said = f'no help line is of the kind "{kind}"; add one or take the kind out'
            yield Fault(("support", "kinds", kind), said, "no-line", "warning")


def _without_lines(guide: Guide) -> Iterator[Fault]:
    for code, country in guide.support.countries.items():
        if not country.lines:
            said = f"{country.name} has no lines; add some, or take the country out"
            yield Fault(("support", "countries", code), said, "empty")


def _about_lines(guide: Guide) -> Iterator[Fault]:
    for place, line in placed_lines(guide.support):
        if not line.source:
            said = f'"{line.name}" has no source; name the page on which you saw it'
            yield Fault(place, said, "no-source", "warning")
        if line.unconfirmed:
            seen = f"; seen on: {line.source}" if line.source else ""
            # The code of the country, or "anywhere": two countries may have the same number.
            said = f"ring or look up, then confirm: {place[-3]}, {in_words(line)}{seen}"
            yield Fault(place, said, "unconfirmed", "remark")


def _unused(guide: Guide, data: Any) -> Iterator[Fault]:
    used = {
        mention.name
        for _, written in conditions_of(data)
        for mention in mentions(parse(written))
        if isinstance(mention, Fact)
    }
    for name in guide.facts:
        if name not in used:
            said = f'no rule uses the fact "{name}"; use it or take it out'
            yield Fault(("facts", name), said, "unused-fact", "warning")
