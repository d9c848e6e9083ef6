"""The results in words: medians, ratios to the floor, and whether each is within its reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.benchmark.growth import Growth, Size
from tests.benchmark.measures import Measure


@dataclass(frozen=True)
class Row:
    """A line of the table: what is measured, against what, and what it should stay within."""

    words: str
    measure: str
    floor: str = "floor page"
    reach: float | None = None
    unit: str = "ms"


ROWS = (
    Row("start to the welcome page", "welcome", reach=0.65),
    Row("start to the first question, Enter typed ahead", "question", reach=1.25),
    Row("a key to the redrawn page", "key", "floor key", 1.1),
    Row("an answer to the next question", "next", "floor key"),
    Row("--version", "--version", reach=0.5),
    Row("--help", "--help", reach=0.5),
    Row("guide --answers FILE > out", "--answers", reach=0.75),
    # A collection while asking would save 1.5 MB of it, and is not worth its code.
    Row("peak memory of a whole run", "memory", "floor memory", 1.3, "MB"),
)

FLOORS = (
    Row("bare questionary: start to its question", "floor page"),
    Row("bare questionary: a key", "floor key", "floor key"),
    Row("bare questionary: peak memory", "floor memory", "floor memory", unit="MB"),
)

AHEAD_OF = "@clack/prompts"


def table(measures: Mapping[str, Measure], others: tuple[str, ...]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'':<50}{'median':>10}{'of floor':>10}{'reach':>8}"
    for row in FLOORS:
        yield _line(row, measures)
    for row in ROWS:
        yield _line(row, measures)
    for name in others:
        yield _line(Row(f"{name}: start to its question", name), measures)
    yield _line(Row(f"{others[0]}: --help", f"{others[0]} --help"), measures)
    yield from _ahead(measures)


def _line(row: Row, measures: Mapping[str, Measure]) -> str:
    measure, floor = measures[row.measure], measures[row.floor].median()
    median = measure.median()
    if median is None:
        return f"{row.words:<50}failed: {measure.failure}"
    scale = 1000 if row.unit == "ms" else 1
    ratio = f"{median / floor:.2f}" if floor else "-"
    start = f"{row.words:<50}{median * scale:7.1f} {row.unit}{ratio:>10}"
    if not row.reach or not floor:
        return start
    return f"{start}{row.reach:8.2f}  {verdict(median / floor <= row.reach)}"


def verdict(reached: bool) -> str:
    """The word for whether a number is within its reach."""
    return "pass" if reached else "SHORT"


def _ahead(measures: Mapping[str, Measure]) -> Iterator[str]:
    ours = measures["welcome"].median()
    theirs = measures[AHEAD_OF].median() if AHEAD_OF in measures else None
    if ours and theirs:
        yield f"{f'welcome page ahead of {AHEAD_OF}':<78}  {verdict(ours < theirs)}"


def growth_table(found: list[Size], grown: list[Growth]) -> Iterator[str]:
    """What guides of each size take, and how that grows."""
    yield f"{'guide':<16}{'file':>10}{'load and plan':>16}{'memory':>12}"
    for size in found:
        taken = f"{size.taken.seconds:14.2f} s{size.taken.megabytes:9.0f} MB"
        yield f"{size.steps:>7,} steps   {size.megabytes:7.2f} MB{taken}"
    for growth in grown:
        words = f"to {growth.steps:,} steps, beyond what one step takes:"
        times = (
            f"guide x {growth.guide:.1f}, time x {growth.time:.1f}, memory x {growth.memory:.1f}"
        )
        yield f"{words:<50}{times}  {verdict(growth.is_in_step)}"
