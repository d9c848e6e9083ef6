"""How long plans are: words of the whole, and rows of the page of a plan, for readers at random.

To run it: `python tests/benchmark/words.py`, with a number of readers if it is not to be 1,000.
With a country, as an interview asks for it; without one all lines of help are listed.
"""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, quantiles
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from distancecli.asking.layout import lay_out
from distancecli.asking.planpages import plan_page
from distancecli.asking.setting import Window
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, make_plan
from distancecli.rendering.outline import outline
from distancecli.rendering.text import as_text
from distancecli.run.planlook import first_screen_of
from tests.support.built_in import GUIDE
from tests.support.random_reader import answer

READERS: Final = 1_000
SEED: Final = 14
WINDOW: Final = Window(80, 24)


def plans(guide: Guide, readers: int, country: Callable[[random.Random], str | None]) -> list[Plan]:
    """The plans of so many readers who get one, drawn by the seed."""
    return [plan for plan, _ in zip(_plans(guide, country), range(readers), strict=False)]


def _plans(guide: Guide, country: Callable[[random.Random], str | None]) -> Iterator[Plan]:
    chance = random.Random(SEED)
    while True:
        answers = {each.id: answer(each, chance) for each in guide.questions}
        plan = make_plan(guide, answers, country(chance))
        if not plan.ending:
            yield plan


def words_of(guide: Guide, plan: Plan) -> int:
    """The words of the whole text form."""
    return len(as_text(outline(guide, plan)).split())


def rows_of(guide: Guide, plan: Plan) -> int:
    """The rows of the page of the plan, with its keys."""
    drawn = first_screen_of(guide, plan)
    page = plan_page(guide, plan, drawn, may_clear=True)
    view = lay_out(page, WINDOW)
    return len(view.lines) + 1 + len(view.foot)


def line(what: str, numbers: list[int]) -> str:
    """One row of the table: mean, ninth decile and most."""
    return f"{what:<38}{mean(numbers):>8.0f}{quantiles(numbers, n=10)[-1]:>8.0f}{max(numbers):>8}"


def main(readers: int) -> None:
    """Prints the table."""
    guide = GUIDE
    codes = sorted(guide.support.countries)
    there = plans(guide, readers, lambda chance: chance.choice(codes))
    anywhere = plans(guide, readers, lambda _: None)
    print(f"{f'{readers:,} readers':<38}{'mean':>8}{'p90':>8}{'most':>8}")
    print(line("words, with a country", [words_of(guide, plan) for plan in there]))
    print(line("words, lines of all countries", [words_of(guide, plan) for plan in anywhere]))
    print(line("rows of the page at 80x24", [rows_of(guide, plan) for plan in there]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else READERS)
