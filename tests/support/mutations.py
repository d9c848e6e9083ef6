"""Damage done to a guide file: what a slip of the hand, a bad merge or a disk does to it.

The same seed does the same damage.
"""

import random
from collections.abc import Callable
from typing import Final

TOKENS: Final = [
    *("[]", "{}", "- ", ": ", "\n", "'", '"', "#", "|", ">-", "&a", "*a", "!!x", "\t", "{", "}"),
    *("~", "null", "no", "12:30", "0x10", "<<", "%", "{x}", "{number}", "\x1b", "\u202e", "\u200d"),
    *("take_care", "[safety]", "{safety: [none]}", "{any: [unsafe]}", "skipped", "crisis", "many"),
    *(
        "\u65e5\u672c\u8a9e",
        "\U0001f469\u200d\U0001f467",
        "\u05d0\u0301",
        "[red]x[/red]",
        "x" * 300,
    ),
]
"""What is put into a file, or in the place of something."""

Lines = list[bytes]
Damage = Callable[[random.Random, Lines], None]


def mutant(text: bytes, seed: int) -> bytes:
    """The text with one to three damages."""
    chance = random.Random(seed)
    lines = text.splitlines(keepends=True)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        chance.choice(DAMAGES)(chance, lines)
        lines = b"".join(lines).splitlines(keepends=True) or [b"\n"]
    return b"".join(lines)


def _flip_a_bit(chance: random.Random, lines: Lines) -> None:
    _change_a_byte(chance, lines, lambda byte: byte ^ 1 << chance.randrange(8))


def _another_byte(chance: random.Random, lines: Lines) -> None:
    _change_a_byte(chance, lines, lambda _: chance.randrange(256))


def _change_a_byte(chance: random.Random, lines: Lines, change: Callable[[int], int]) -> None:
    index = chance.randrange(len(lines))
    line = bytearray(lines[index])
    place = chance.randrange(len(line))
    line[place] = change(line[place])
    lines[index] = bytes(line)


def _drop_lines(chance: random.Random, lines: Lines) -> None:
    start = chance.randrange(len(lines))
    del lines[start : start + chance.choice([1, 1, 1, 2, 10, 100])]


def _double_lines(chance: random.Random, lines: Lines) -> None:
    start, goal = chance.randrange(len(lines)), chance.randrange(len(lines))
    block = lines[start : start + chance.choice([1, 1, 1, 5, 30])]
    goal = chance.choice([start, goal])
    lines[goal:goal] = block


def _swap_blocks(chance: random.Random, lines: Lines) -> None:
    first, second, third, fourth = sorted(chance.randrange(len(lines) + 1) for _ in range(4))
    lines[first:fourth] = [*lines[third:fourth], *lines[second:third], *lines[first:second]]


def _shift_lines(chance: random.Random, lines: Lines) -> None:
    start = chance.randrange(len(lines))
    by = chance.choice([-4, -2, -1, 1, 2, 4])
    for index in range(start, min(start + chance.choice([1, 1, 3, 20]), len(lines))):
        line = lines[index]
        lines[index] = b" " * by + line if by > 0 else line[:-by].lstrip(b" ") + line[-by:]


def _swap_values(chance: random.Random, lines: Lines) -> None:
    """Exchanges what stands behind the colon on two lines."""
    places = [index for index, line in enumerate(lines) if b": " in line]
    if not places:
        return
    one, other = chance.choice(places), chance.choice(places)
    (key, _, value), (other_key, _, other_value) = (
        lines[index].partition(b": ") for index in (one, other)
    )
    lines[one], lines[other] = key + b": " + other_value, other_key + b": " + value


def _another_value(chance: random.Random, lines: Lines) -> None:
    index = chance.randrange(len(lines))
    key, colon, _ = lines[index].partition(b": ")
    lines[index] = key + (colon or b" ") + _token(chance) + b"\n"


def _insert_a_token(chance: random.Random, lines: Lines) -> None:
    index = chance.randrange(len(lines))
    place = chance.randrange(len(lines[index]))
    lines[index] = lines[index][:place] + _token(chance) + lines[index][place:]


def _swap_words(chance: random.Random, lines: Lines) -> None:
    """Exchanges two words of the file, wherever they stand."""
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    words, other_words = lines[one].split(b" "), lines[other].split(b" ")
    at, other_at = chance.randrange(len(words)), chance.randrange(len(other_words))
    words[at], other_words[other_at] = other_words[other_at], words[at]
    lines[other] = b" ".join(other_words)
    lines[one] = b" ".join(words)


def _truncate(chance: random.Random, lines: Lines) -> None:
    del lines[chance.randrange(len(lines)) :]


def _token(chance: random.Random) -> bytes:
    return chance.choice(TOKENS).encode()


DAMAGES: Final[list[Damage]] = [
    *(_flip_a_bit, _another_byte, _drop_lines, _double_lines, _swap_blocks, _shift_lines),
    *(_swap_values, _another_value, _insert_a_token, _swap_words, _truncate),
]
