"""A reader drawn by a number, who does whatever a page allows, and at times leaves amid it."""

import random
from typing import Final

from distancecli.asking.layout import lay_out
from distancecli.asking.page import Act, Blank, Page, Reply, Turn
from distancecli.asking.rows.responses import Response, key_of
from distancecli.asking.setting import Window
from distancecli.guide.answers import SKIP
from distancecli.guide.model import Guide
from distancecli.system.machine import machine
from distancecli.system.signals import Ended
from tests.seeds.occasion import ANSWERS, OTHERS, PLANS, REFUSED, calmly
from tests.seeds.oracle import Oracle
from tests.seeds.others import meanwhile

MOST_PAGES: Final = 90
"""Pages after which a reader closes the window."""
NAMES: Final = (*PLANS, *ANSWERS, *REFUSED, *OTHERS, "notes.txt", "notes.html", "notes-2.txt")
LIKELY: Final[dict[str, int]] = {
    Act.GO_ON: 8,
    Act.START: 3,
    Act.COPY: 4,
    Act.CHANGE: 4,
    Act.FINISH: 3,
    Act.CLEAR: 2,
    Act.ANSWERS: 3,
}
"""How often what can be chosen is chosen, beside once."""


class Wanderer:
    """Asks nobody: it replies by chance, as somebody who has all of the keys."""

    def __init__(self, chance: random.Random, guide: Guide, oracle: Oracle):
        self._chance = chance
        self._guide = guide
        self._oracle = oracle
        self._shown = 0
        self.left_with: int | None = None
        """The exit code of whoever left in the middle."""

    def show(self, page: Page) -> Reply:
        """A choice, several where that is allowed, or a turn back."""
        self._come_to_a_page()
        if self._chance.random() < 0.1:
            size = self._chance.randint(20, 200), self._chance.randint(5, 60)
            lay_out(page, Window(*size))
        if self._chance.random() < 0.06:
            return Turn.BACK
        question = self._oracle.account.question_on(page)
        if page.rows:
            return self._said_to_rows(page)
        if question and self._chance.random() < 0.95:
            return calmly(question, self._chance, self._oracle.shelf.calm)
        if page.many:
            return SKIP
        keys = [choice.key for choice in page.choices]
        return frozenset(self._chance.choices(keys, [self._likely(key) for key in keys]))

    def _likely(self, key: str) -> int:
        private = (each.id for each in self._guide.questions if each.private)
        return LIKELY.get(key, 3 if key in private else 1)

    def fill_in(self, blank: Blank) -> str | Turn:
        """A name, often the one that is suggested, or a turn back."""
        self._come_to_a_page()
        if self._chance.random() < 0.1:
            return Turn.BACK
        return blank.suggestion if self._chance.random() < 0.5 else self._chance.choice(NAMES)

    def say(self, line: str) -> None:
        """Takes no notice."""

    def _said_to_rows(self, page: Page) -> Reply:
        """Mostly no to all; else something or nothing to each row, from what was said before."""
        calm = self._chance.random() < self._oracle.shelf.calm
        said = set(page.chosen)
        for row in page.keys:
            word = Response.NO if calm else self._chance.choice([None, *Response])
            said -= {key_of(row, each) for each in Response}
            said |= {key_of(row, word)} if word else set()
        is_open = len({key.split("\t")[0] for key in said if "\t" in key}) < len(page.keys)
        return frozenset(key for key in said if is_open or "\t" in key)

    def _come_to_a_page(self) -> None:
        """Now and then somebody leaves here, a signal comes, or a file changes meanwhile."""
        self._shown += 1
        if self._shown > MOST_PAGES or self._chance.random() < 0.006:
            self.left_with = 130
            raise KeyboardInterrupt
        if self._chance.random() < 0.005:
            ended = Ended(self._chance.choice(machine.ENDING_SIGNALS))
            self.left_with = int(str(ended.code))
            raise ended
        if self._chance.random() < 0.04:
            meanwhile(self._chance, self._oracle.shelf)
