"""Sections of blocks: what is shown, in order, for any way of showing it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, Literal

from msgspec import Struct

from distancecli.guide.model import Guide
from distancecli.interview.message import Passage
from distancecli.interview.step import StepShown

BlockKind = Literal["text", "because", "item", "label", "action", "saying", "source"]
SectionKind = Literal["title", "message", "since", "start", "overview", "step", "highlight", "foot"]
LISTS: Final = frozenset({"item", "because", "saying"})
"""The kinds of block that stand in a list."""
CLOSE: Final = frozenset({"since", "start", "overview"})
"""The kinds of section in which no blank line stands between blocks."""


class Block(Struct, frozen=True):
    """A paragraph, list item or small heading."""

    kind: BlockKind
    text: str
    mark: str = ""
    """Stands before the text, which hangs behind it; it is never read out."""
    step: int | None = None
    """The number of the step that it names, where it stands for one."""
    highlighted: bool = False
    """It stands for a highlighted step, which its mark shows and a word says."""


class Group(Struct, frozen=True):
    """Blocks of one kind that stand together: the entries of a list, or one paragraph."""

    kind: BlockKind
    blocks: tuple[Block, ...]
    joins: bool
    """Stands right below what is before it, without a blank line."""


class Section(Struct, frozen=True):
    """Blocks under a heading; a heading may be empty."""

    kind: SectionKind
    heading: str
    blocks: tuple[Block, ...]
    aside: str = ""
    """Stands at the other end of the heading's line."""
    mark: str = ""
    """Stands before the heading of what is highlighted."""
    step: int | None = None
    """The number of the step that the section is about."""

    def groups(self) -> Iterator[Group]:
        """Which blocks stand together and which apart: the same in every way of showing them."""
        before: BlockKind | None = None
        for kind, blocks in groupby(self.blocks, lambda block: block.kind):
            together = self.kind in CLOSE or kind in LISTS
            alike = tuple(blocks)
            for each in [alike] if together else [(block,) for block in alike]:
                yield Group(kind, each, joins=self.kind in CLOSE or before in (None, "label"))
                before = kind


def heading_of(guide: Guide, step: StepShown) -> str:
    """The name of a step, behind its number."""
    return guide.labels.step.format(number=step.number, title=step.title)


def passage_blocks(passages: Iterable[Passage]) -> Iterator[Block]:
    """Paragraphs, each with its help lines."""
    for passage in passages:
        yield Block("text", passage.text)
        yield from (Block("item", line) for line in passage.lines)
