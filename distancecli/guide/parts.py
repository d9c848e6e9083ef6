"""What the parts of a guide file have in common: their base, and the paragraphs that they hold.

A sentence below a field is for the authors of guides: the schema shows it to them.
"""

from typing import Annotated, Final, TypeVar

from msgspec import Meta, Struct

from distancecli.guide.conditions import ALWAYS, Condition

T = TypeVar("T")
NonEmpty = Annotated[tuple[T, ...], Meta(min_length=1)]
"""A list that is not empty."""

Words = Annotated[str, Meta(min_length=1)]
"""A text that is not empty."""

LEAST_WORDS: Final = 5
"""What a sentence may have however short a guide wants them; hardly any has fewer."""
WordCount = Annotated[int, Meta(ge=LEAST_WORDS)]
"""How many words a sentence may have."""

SafeFor = tuple[Words, ...]
"""The groups of guarded readers for whom an entry is safe. A reader in two needs both of them."""
Topics = str | tuple[Words, ...]
"""What a text speaks of, in one word or in several; empty for nothing of note."""


def each_topic(topics: Topics) -> tuple[str, ...]:
    """The topics one by one."""
    return (topics,) if isinstance(topics, str) and topics else tuple(topics)


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of everything in a guide file: frozen, and refusing fields it does not know."""


def holds(*placeholders: str) -> frozenset[str]:
    """The placeholders that a label is to hold, and no others."""
    return frozenset(placeholders)


class Paragraph(Part, frozen=True):
    """A piece of text, the readers it is for, and the kinds of help line listed below it."""

    text: Words
    """What these readers are shown: a few short, kind sentences, in "you" and "your partner"."""
    when: Condition = ALWAYS
    """The readers who are shown it; left out, every reader of the page."""
    support: tuple[str, ...] = ()
    """The kinds of help line that are listed right below it, for the reader's own country."""
    topic: Topics = ""
    """A name for what it speaks of, so that a promise can say who is shown it."""


class StepParagraph(Paragraph, frozen=True):
    """A paragraph of a step or of the plan, which guarded readers see only where it says so."""

    safe_for: SafeFor = ()
    """The guarded groups who may read it too; readers in two groups need both names."""
    keep: bool = False
    """Never cut from the short plan; said with the start too, where its step is the start."""


Text = tuple[Words | Paragraph, ...]
"""Paragraphs in order; a plain string is a paragraph for every reader."""
StepText = tuple[Words | StepParagraph, ...]
"""The same in a plan; a plain string is for every reader who is not guarded."""


def paragraphs(text: Text | StepText) -> tuple[Paragraph, ...]:
    """Each paragraph in full, also those that are written as a plain string."""
    return tuple(Paragraph(text=each) if isinstance(each, str) else each for each in text)
