"""What is measured: each measure starts a program anew, and returns seconds or megabytes."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.benchmark.contenders import ASK, Contender, Field
from tests.benchmark.stopwatch import Stopwatch, Taken
from tests.support.terminal_driver import Key
from tests.support.walkthrough import answer_calmly

WELCOME, FIRST, PLAN = "Enter", "Question 1,", "9. Finish and clear"
ANSWERS = "how_long: gt2y\nsafety: [none]\ntold: open\ntime: little_none\ncause: [change]\n"
KEYS = 20
"""How many keys are pressed on a page that is measured by keys."""


@dataclass
class Measure:
    """Something measured, and the values of each round."""

    take: Callable[[], float]
    rounds: int
    """After so many it is left alone: what hardly changes is not worth the time."""
    values: list[float] = field(default_factory=list)
    failure: str = ""

    def once(self) -> None:
        """Measures once more; one that failed is not tried again."""
        if self.failure or len(self.values) >= self.rounds:
            return
        try:
            self.values.append(self.take())
        except (AssertionError, OSError) as error:
            self.failure = " ".join(str(error).split())[:200] or repr(error)

    def median(self) -> float | None:
        """The median of all rounds; None where it failed."""
        return statistics.median(self.values) if self.values and not self.failure else None


class Measures:
    """Measures the field in a folder, where the home directory of every program is too."""

    def __init__(self, field: Field, folder: Path):
        self.field = field
        self.environment = {"HOME": str(folder)}
        self.answers = folder / "answers.yaml"
        self.answers.write_text(ANSWERS, encoding="utf-8")
        self.out = folder / "out"

    def all(self, rounds: int) -> dict[str, Measure]:
        """Every measure by name, in the order in which a round takes them."""
        few = min(rounds, 3)
        takes: dict[str, tuple[int, Callable[[], float]]] = {
            "floor page": (rounds, partial(self.page, self.field.floor)),
            "welcome": (rounds, partial(self.until, WELCOME)),
            "question": (rounds, partial(self.until, FIRST, Key.ENTER)),
            "--version": (rounds, partial(self.whole, "--version")),
            "--help": (rounds, partial(self.whole, "--help")),
            "--answers": (rounds, self.from_file),
            "floor key": (rounds, self.floor_key),
            "key": (rounds, self.key),
            "next": (rounds, self.next_page),
            "floor memory": (few, self.floor_memory),
            "memory": (few, self.memory),
        }
        for other in self.field.others:
            takes[other.name] = rounds, partial(self.page, other)
        usual = self.field.others[0]
        takes[f"{usual.name} --help"] = rounds, partial(self.help_of, usual)
        return {name: Measure(take, times) for name, (times, take) in takes.items()}

    def _run(self, *command: str, **streams: object) -> Stopwatch:
        return Stopwatch(command, self.environment, **streams)

    def page(self, contender: Contender) -> float:
        """From its start to the words of its question."""
        with self._run(*contender.command) as terminal:
            return terminal.seconds_until(ASK)

    def until(self, words: str, *keys: str) -> float:
        """From the start of the program to those words, with the keys typed ahead."""
        with self._run(self.field.distance, "guide") as terminal:
            terminal.press(*keys)
            return terminal.seconds_until(words)

    def whole(self, *arguments: str) -> float:
        """From the start of the program to its end."""
        return self._taken(self.field.distance, *arguments).seconds

    def help_of(self, contender: Contender) -> float:
        """From its start to the end of its help."""
        return self._taken(*contender.command, "--help").seconds

    def from_file(self) -> float:
        """The same for `distance guide --answers FILE > out`."""
        return self.plan_of("--answers", str(self.answers)).seconds

    def plan_of(self, *arguments: str) -> Taken:
        """What a plan into a file takes."""
        with self.out.open("w") as out:
            taken = self._taken(self.field.distance, "guide", *arguments, stdout=out)
        assert self.out.stat().st_size, "there is no plan"
        return taken

    def _taken(self, *command: str, **streams: object) -> Taken:
        with self._run(*command, **streams) as terminal:
            taken = terminal.taken()
            assert taken.exit_code == 0, terminal.words()
            return taken

    def floor_key(self) -> float:
        """From a key to the floor's pointer at another choice."""
        with self._run(*self.field.floor.command) as terminal:
            terminal.wait_for(ASK)
            return _up_and_down(terminal, "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}")

    def key(self) -> float:
        """From a key to the pointer at another choice of the first question."""
        with self._at_first_question() as terminal:
            return _up_and_down(terminal, ">")

    def next_page(self) -> float:
        """From an answer to the next question."""
        with self._at_first_question() as terminal:
            terminal.settle()
            return terminal.seconds_from("4", "Question 2,")

    def _at_first_question(self) -> Stopwatch:
        terminal = self._run(self.field.distance, "guide")
        terminal.press(Key.ENTER)
        terminal.wait_for(FIRST)
        return terminal

    def floor_memory(self) -> float:
        """The most memory that the floor takes for its one question."""
        with self._run(*self.field.floor.command) as terminal:
            terminal.wait_for(ASK)
            terminal.press(Key.ENTER)
            return terminal.taken().megabytes

    def memory(self) -> float:
        """The most memory of a whole run, from the welcome page to the plan by rich."""
        with self._at_first_question() as terminal:
            answer_calmly(terminal)
            terminal.press(Key.ENTER)
            terminal.wait_for(PLAN)
            terminal.press("8")  # "Finish", which prints the plan by rich
            taken = terminal.taken()
            assert taken.exit_code == 0, terminal.words()
            return taken.megabytes


def _up_and_down(terminal: Stopwatch, pointer: str) -> float:
    """The median time from a key to the pointer's new place."""
    terminal.settle()
    times = []
    for key in (Key.DOWN, Key.UP) * (KEYS // 2):
        times.append(terminal.seconds_from(key, pointer))
        terminal.settle(0.005)
    return statistics.median(times)
