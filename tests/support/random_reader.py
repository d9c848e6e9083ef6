"""Readers at random, who do with a guide all that can be done with it."""

import io
import random
from contextlib import suppress
from typing import Final

from distancecli.asking.conversation import Conversation, Left
from distancecli.asking.layout import lay_out
from distancecli.asking.page import Blank, Page, Reply, Turn
from distancecli.asking.rows.responses import Response, key_of
from distancecli.asking.setting import Window
from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.model import Guide, Question
from distancecli.interview.plan import make_plan
from distancecli.interview.replay import coming_back
from distancecli.interview.since import Given, open_part
from distancecli.interview.start import Chosen
from distancecli.rendering.ear import as_heard
from distancecli.rendering.helplines import support_outline
from distancecli.rendering.html import as_html
from distancecli.rendering.json import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import in_full, outline
from distancecli.rendering.screen import show_on_screen
from distancecli.rendering.section import Section
from distancecli.rendering.steps import steps_outline
from distancecli.rendering.text import as_text
from distancecli.text.characters import first_harmful

MOST_PAGES: Final = 60
"""Pages after which a reader closes the window."""


def use(guide: Guide, chance: random.Random, readers: int = 3) -> None:
    """Shows all that a guide holds, and takes so many readers through it."""
    show(guide, list(steps_outline(guide, list(range(1, len(guide.steps) + 1)))), chance)
    show(guide, list(support_outline(guide)), chance)
    for _ in range(readers):
        answers = {
            each.id: answer(each, chance) for each in guide.questions if chance.random() < 0.9
        }
        country = chance.choice([None, *guide.support.countries])
        start = Chosen(chance.choice(guide.steps).id, chance.choice([None, *moments(guide)]))
        earlier = chance.choice([None, earlier_of(guide, chance)])
        whole = coming_back(guide) if earlier else guide
        plan = make_plan(whole, answers, country, chance.choice([None, start]), earlier)
        as_json(plan)
        show(guide, list(outline(guide, plan)), chance)
        show(guide, [in_full(guide, plan, step) for step in plan.steps], chance)
        converse(whole, chance, earlier)


def earlier_of(guide: Guide, chance: random.Random) -> Given:
    """What a reader may bring along from the last time."""
    then = {each.id: answer(each, chance) for each in guide.questions if chance.random() < 0.7}
    step = chance.choice(guide.steps)
    actions = [each.id for each in step.actions] or [""]
    start = Chosen(step.id, chance.choice([None, *moments(guide)]), chance.choice(actions))
    return Given(open_part(guide, then), chance.choice([None, start]))


def moments(guide: Guide) -> list[str]:
    """The names of a guide's moments."""
    return [each.id for each in guide.plan.moments]


def answer(question: Question, chance: random.Random) -> Codes:
    """A valid answer to the question."""
    free = [option.code for option in question.options if not option.exclusive]
    alone = [frozenset({option.code}) for option in question.options if option.exclusive]
    most = len(free) if question.many else 1
    some = [frozenset(chance.sample(free, chance.randint(1, most)))] if free else []
    return chance.choice([SKIP, *alone, *some])


def show(guide: Guide, sections: list[Section], chance: random.Random) -> None:
    """The sections in every form, in a window of some width."""
    columns = chance.choice([1, 20, 40, 80, 200])
    as_markdown(sections)
    stream = io.StringIO()
    show_on_screen(sections, stream, columns)
    heard = as_heard(sections, guide.labels.highlighted, columns)
    for text in (as_text(sections), as_html(sections, guide), heard, stream.getvalue()):
        assert first_harmful(text) is None


class RandomAsker:
    """A reader who chooses at random, and lays every page out in windows of some size."""

    def __init__(self, chance: random.Random):
        self._chance = chance
        self._left = MOST_PAGES

    def show(self, page: Page) -> Reply:
        """A choice, several where that is allowed, or a turn back."""
        self._left -= 1
        if not self._left:
            raise KeyboardInterrupt
        lay_out(page, Window(self._chance.choice([5, 40, 80]), self._chance.choice([1, 5, 24])))
        if self._chance.random() < 0.1:
            return Turn.BACK
        if page.rows:
            return self._said_to_rows(page)
        return frozenset({self._chance.choice(page.choices).key})

    def _said_to_rows(self, page: Page) -> Reply:
        """Something or nothing to each row."""
        said = {row: self._chance.choice([None, *Response]) for row in page.keys}
        return frozenset(key_of(row, each) for row, each in said.items() if each)

    def fill_in(self, blank: Blank) -> str | Turn:
        """Nothing is ever typed."""
        return Turn.BACK

    def say(self, line: str) -> None:
        """Takes no notice."""


def converse(guide: Guide, chance: random.Random, earlier: Given | None = None) -> None:
    """A whole interview, page by page; `earlier` is what a reader comes back with."""
    talk = Conversation(guide, RandomAsker(chance), earlier=earlier)
    if earlier:
        talk.answers, talk.given = dict(earlier.answers), set(earlier.answers)
    with suppress(Left, KeyboardInterrupt):
        talk.run()
