"""Keys by chance: what a page asks for, what it does not know, and what no keyboard sends."""

import random
import string
from typing import Final

from distancecli.asking.page import Act, Blank, Page
from tests.seeds.occasion import ANSWERS, OTHERS, PLANS, REFUSED
from tests.seeds.wanderer import LIKELY
from tests.support.terminal_driver import Key

MOVES: Final = (
    *(Key.UP, Key.DOWN, Key.PAGE_UP, Key.PAGE_DOWN, Key.RIGHT, Key.SPACE, "\t", "\x1b[Z"),
    *("\x1b[H", "\x1b[F", "j", "k", "0", "9", "x", "Q", "\x0c", "\x00", "\x1b[3~", "\x1bOB"),
)
"""Keys that lead to no other page."""
NAMES: Final = (*PLANS, *ANSWERS, *REFUSED, *OTHERS, "notes.html")
STRINGS: Final = ("\x1bP", "\x1b]", "\x1b_", "\x1b^", "\x1bX")
NOISE: Final = ("9", "99", "x", "1 2 3 4 5 6 7 8 9", "?", "-1", "\u0663", "1,", "2.", "ja")
"""Lines that mean nothing on most pages of plain lines, or that have it read out again."""


class Hand:
    """Draws the next keys by the page that is there."""

    def __init__(self, chance: random.Random, private: set[str]):
        self._chance = chance
        self._private = private
        self.calm = 1.0
        """How often the private questions find nothing."""

    def keys(self, page: Page | Blank) -> str:
        """Keys that mean something on the page, or in the line."""
        chance = self._chance
        if isinstance(page, Blank):
            name = chance.choice(["", *NAMES]) if chance.random() < 0.6 else ""
            return Key.ESCAPE if chance.random() < 0.1 else name + Key.ENTER
        if chance.random() < 0.05:
            return chance.choice([Key.LEFT, Key.BACKSPACE, Key.ESCAPE])
        if page.rows:
            word = "1" if chance.random() < self.calm else ""
            words = (word or chance.choice("1230") for _ in range(len(page.keys) + 3))
            return "".join(words) + Key.ENTER
        if not page.numbered:
            return Key.DOWN * chance.choice([0, 0, 0, 1, 3, 8]) + Key.ENTER
        numbers = [number for number in page.numbers if number <= 9]
        if page.many:
            return "".join(map(str, self._marks(page, numbers))) + Key.ENTER
        if Act.START in page.keys and chance.random() < 0.2:
            return Key.ENTER
        return str(self._likely(page, numbers))

    def line(self, page: Page | Blank) -> str:
        """The same as a line of plain text."""
        chance = self._chance
        if chance.random() < 0.05:
            return "b\n"
        if isinstance(page, Blank):
            return (chance.choice(NAMES) if chance.random() < 0.5 else "") + "\n"
        if page.rows:
            return ("1" if chance.random() < self.calm else chance.choice("1230")) + "\n"
        if page.empty and chance.random() < 0.3:
            return "\n"
        if page.many:
            return " ".join(map(str, self._marks(page, list(page.numbers)))) + "\n"
        return f"{self._likely(page, list(page.numbers))}\n"

    def _marks(self, page: Page, numbers: list[int]) -> list[int]:
        """Some of the numbers; on a sensitive page mostly the one for nothing."""
        alone = [number for number in numbers if page.numbers[number].alone]
        if page.unhurried and alone and self._chance.random() < self.calm:
            return alone[:1]
        return self._chance.sample(numbers, min(len(numbers), self._chance.randint(0, 3)))

    def _likely(self, page: Page, numbers: list[int]) -> int:
        def weight(number: int) -> int:
            key = page.numbers[number].key
            return LIKELY.get(key, 3 if key in self._private else 1)

        return self._chance.choices(numbers, list(map(weight, numbers)))[0]

    def noise(self, page: Page | Blank, *, plain: bool) -> str:
        """What is none of that: other keys, reports of the terminal, a paste, an odd line."""
        chance = self._chance
        if plain:
            return "x\n" if isinstance(page, Blank) else chance.choice(NOISE) + "\n"
        match chance.choice(["moves", "moves", "csi", "string", "paste"]):
            case "moves":
                moves = MOVES if isinstance(page, Page) else (Key.UP, Key.DOWN, "\t", "x", "\x0b")
                return "".join(chance.choices(moves, k=chance.randint(1, 6)))
            case "csi":
                return self._csi()
            case "string":
                inside = "".join(chance.choices(string.printable[:95], k=chance.randint(0, 30)))
                return chance.choice(STRINGS) + inside + chance.choice(["\x1b\\", "\x07"])
        pasted = "".join(chance.choices(string.ascii_letters + "123\r ", k=chance.randint(0, 9)))
        return f"\x1b[200~{pasted}\x1b[201~"

    def _csi(self) -> str:
        """A control sequence by the grammar of ECMA-48, but for one that begins what goes on."""
        chance = self._chance
        parameters = "".join(chance.choices("0123456789;:<=>?", k=chance.randint(0, 8)))
        between = "".join(chance.choices(" !\"#$%&'()*+,-./", k=chance.choice([0, 0, 0, 1, 2])))
        final = chance.choice([chr(code) for code in range(0x40, 0x7F) if chr(code) not in "[M"])
        sequence = f"\x1b[{parameters}{between}{final}"
        return "\x1b[I" if "200~" in sequence else sequence
