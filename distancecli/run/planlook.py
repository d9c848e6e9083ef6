"""What a page of a plan shows: drawn by rich, row by row, each with the choice it stands for."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from distancecli.asking.page import Act, Parts
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan
from distancecli.rendering.ear import as_heard
from distancecli.rendering.firstscreen import first_screen
from distancecli.rendering.screen import ACCENT, Part, drawn, pieces, rows_of
from distancecli.rendering.section import Section

ROLES: Final = ((ACCENT, "heading"), ("bold", "ask"), ("italic", "more"), ("dim", "progress"))
"""The role of a part on a page, by the first of these words that is in its style."""


class Drawing(Struct, frozen=True):
    """Sections for a page to be read; no choice stands on it."""

    sections: tuple[Section, ...]
    highlighted: str
    """What is read out for the mark of a highlighted step."""

    @property
    def keys(self) -> tuple[str, ...]:
        """None: what can be chosen stands below."""
        return ()

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[Parts, str | None]]:
        """The sections as rich draws them."""
        for section in self.sections:
            rows = rows_of(drawn(section, width), width, in_ascii)
            yield from ((_parts(row), None) for row in rows)

    def heard(self, width: int) -> str:
        """The same for the ear."""
        return as_heard(self.sections, self.highlighted, width)


class FirstScreen(Drawing, frozen=True, kw_only=True):
    """The first screen of a plan, on which the titles of its steps are choices."""

    steps: dict[int, str]
    """The ids of the steps by number."""
    start: int | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The start, and the steps that are named, from the top."""
        named = (each for section in self.sections for each in _numbers(section))
        return tuple(dict.fromkeys(self._key(number) for number in named))

    def _key(self, number: int) -> str:
        return Act.START if number == self.start else self.steps[number]

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[Parts, str | None]]:
        """Each section, with an empty row between two."""
        for place, section in enumerate(self.sections):
            if place:
                yield (), None
            for number, text in pieces(section, width):
                key = None if number is None else self._key(number)
                yield from ((_parts(row), key) for row in rows_of(text, width, in_ascii))


def first_screen_of(guide: Guide, plan: Plan, last: tuple[Section, ...] = ()) -> FirstScreen:
    """The first screen of the plan, with what is to be said below it."""
    title, *rest = first_screen(guide, plan)
    if plan.since or (plan.start and plan.start.moment):
        title = replace(title, blocks=())  # read by now, and what is new takes its room
    return FirstScreen(
        (title, *rest, *last),
        guide.labels.highlighted,
        steps={step.number: step.id for step in plan.steps},
        start=plan.start.number if plan.start else None,
    )


def _numbers(section: Section) -> Iterator[int]:
    for number in (section.step, *(block.step for block in section.blocks)):
        if number is not None:
            yield number


def _parts(row: list[Part]) -> Parts:
    return tuple((_role(style), text) for style, text in row)


def _role(style: str) -> str:
    return next((role for word, role in ROLES if word in style), "text")
