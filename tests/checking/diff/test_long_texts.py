"""What `distance diff` shows of long texts and lists: what differs in them, and a little around."""

from typing import Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.checking.diff.wording import LONGEST_SHOWN
from distancecli.guide.model import Welcome
from distancecli.text.characters import shortened
from tests.checking.diff.test_wording import edited, told


@given(before=st.integers(0, 400), behind=st.integers(0, 400), least=st.integers(0, 400))
def test_two_long_texts_are_cut_to_where_they_differ(before: int, behind: int, least: int) -> None:
    """Short texts stand in full; of long ones what differs stays, and no line grows without end."""
    texts = ["a" * before + middle + "b" * behind for middle in ("x", "y" * least + "z")]
    old, new = (edited(("ask: How are you?", f"ask: {text}")) for text in texts)
    (line,) = told(old, new)
    one, _, other = line.removeprefix('the question "mood": ask ').partition(" is now ")
    assert one != other
    assert len(line) < 2 * LONGEST_SHOWN + 200
    if max(map(len, texts)) <= LONGEST_SHOWN:
        assert [one, other] == [f'"{text}"' for text in texts]


WORDS: Final = [f"word{number}" for number in range(150)]


@pytest.mark.parametrize("place", [0, 1, 75, 148, 149])
@pytest.mark.parametrize("joined", [" ", ""])
def test_of_a_long_text_whole_words_around_what_differs_are_shown(place: int, joined: str) -> None:
    """Dots stand where something was left out, and there alone; also where there is no blank."""
    other = [*WORDS[:place], "another", *WORDS[place + 1 :]]
    texts = [joined.join(words) for words in (WORDS, other)]
    (line,) = told(*(edited(("ask: How are you?", f"ask: {text}")) for text in texts))
    shown = line.removeprefix('the question "mood": ask "').removesuffix('"').split('" is now "')
    for each, text, differs in zip(shown, texts, (WORDS[place], "another"), strict=True):
        before, _, behind = each.partition(differs)
        assert before.startswith("[...] ") is (place > 1)
        assert behind.endswith(" [...]") is (place < 148)
        middle = each.removeprefix("[...] ").removesuffix(" [...]")
        assert middle in text
        assert not joined or set(middle.split()) <= {*WORDS, "another"}
        assert all(20 < len(side) <= 50 for side in (before, behind) if "[...]" in side)


ROW: Final = " ".join(f"w{number:02}" for number in range(60))
"""A long text."""
MORE_ROW: Final = " ".join(f"x{number:02}" for number in range(40))


@pytest.mark.parametrize(
    ("old", "new", "was", "is_now"),
    [
        ("a" * 200, "a" * 199 + "b", "a" * 200, "a" * 199 + "b"),
        ("a" * 201, "a" * 200 + "b", "[...] " + "a" * 41, "[...] " + "a" * 40 + "b"),
        ("a", "b" * 201, "a", "b" * 96 + " [...] " + "b" * 96),
        ("b" + "a" * 200, "a" * 201, "b" + "a" * 40 + " [...]", "a" * 41 + " [...]"),
        (
            *(ROW, f"{ROW} {MORE_ROW}", "[...] w50 w51 w52 w53 w54 w55 w56 w57 w58 w59"),
            f"[...] w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 {MORE_ROW}",
        ),
        (
            *(ROW, f"{MORE_ROW} {ROW}", "w00 w01 w02 w03 w04 w05 w06 w07 w08 w09 [...]"),
            f"{MORE_ROW} w00 w01 w02 w03 w04 w05 w06 w07 w08 w09 [...]",
        ),
        (
            *(ROW, ROW.replace("w30 ", "")),
            "[...] w21 w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40"
            " [...]",
            "[...] w21 w22 w23 w24 w25 w26 w27 w28 w29 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40"
            " [...]",
        ),
    ],
)
def test_what_is_shown_of_two_long_texts(old: str, new: str, was: str, is_now: str) -> None:
    """All up to two hundred characters; else from a little before to a little behind."""
    texts = (edited(("ask: How are you?", f"ask: {text}")) for text in (old, new))
    assert told(*texts) == [f'the question "mood": ask "{was}" is now "{is_now}"']


@pytest.mark.parametrize(
    ("before", "behind", "shown"),
    [
        # As much around as is always shown, and a character more.
        ("one " + "a" * 36, "b" * 200, "one " + "a" * 36 + "{}" + "b" * 40 + " [...]"),
        ("a" * 40, "b" * 200, "a" * 40 + "{}" + "b" * 40 + " [...]"),
        ("a" * 41, "b" * 200, "[...] " + "a" * 40 + "{}" + "b" * 40 + " [...]"),
        ("ones " + "a" * 36, "b" * 200, "[...] " + "a" * 36 + "{}" + "b" * 40 + " [...]"),
        ("a" * 200, "b" * 36 + " two", "[...] " + "a" * 40 + "{}" + "b" * 36 + " two"),
        ("a" * 200, "b" * 36 + " twos", "[...] " + "a" * 40 + "{}" + "b" * 36 + " [...]"),
        # A blank that is near enough for a cut, and one that is too far in.
        ("c" * 25 + " " + "a" * 24, " b" * 100, "[...] " + "a" * 24 + "{}" + " b" * 19 + " [...]"),
        ("c" * 35 + " " + "a" * 14, "b" * 25 + " " + "c" * 174,
         "[...] " + "c" * 25 + " " + "a" * 14 + "{}" + "b" * 25 + " [...]"),
        ("a" * 200, "b" * 15 + " " + "c" * 184,
         "[...] " + "a" * 40 + "{}" + "b" * 15 + " " + "c" * 24 + " [...]"),
    ],
)  # fmt: skip
def test_how_much_is_shown_around_what_differs(before: str, behind: str, shown: str) -> None:
    """Forty characters on each side, or less, where words can be left whole by it."""
    old, new = (edited(("ask: How are you?", f"ask: {before}{x}{behind}")) for x in "xy")
    said = 'the question "mood": ask'
    assert told(old, new) == [f'{said} "{shown.format("x")}" is now "{shown.format("y")}"']


@pytest.mark.parametrize(("length", "rest"), [(6, ', "{}"'), (7, " [...]")])
def test_a_list_is_shown_whole_up_to_two_hundred_characters(length: int, rest: str) -> None:
    """One more, and only the names that moved are."""
    one, other, third, last = "a" * 60, "b" * 60, "c" * 60, "d" * length
    old, new = (
        msgspec.structs.replace(edited(), welcome=Welcome("A", texts, "B", "C"))
        for texts in ((one, other, third, last), (one, third, other, last))
    )
    first = f'"{one}", ' if length == 6 else "[...] "
    was, is_now = (
        first + ", ".join(f'"{each}"' for each in names) + rest.format(last)
        for names in ((other, third), (third, other))
    )
    assert told(old, new) == [
        f"the order of the paragraphs of the welcome page: {was} is now {is_now}"
    ]


PARTS: Final = tuple(f"Paragraph {letter} {'of many words ' * 3}goes on." for letter in "abcdef")


@pytest.mark.parametrize(
    ("order", "was", "is_now"),
    [
        ("fedcba", "abcdef", "fedcba"),
        ("abdcef", "[...] cd [...]", "[...] dc [...]"),
        ("bacdef", "ab [...]", "ba [...]"),
        ("abcdfe", "[...] ef", "[...] fe"),
        ("dbcaef", "abcd [...]", "dbca [...]"),
    ],
)
def test_of_a_long_list_the_names_that_moved_are_shown(order: str, was: str, is_now: str) -> None:
    """Each of them as a whole, and dots for the others."""
    by_letter = dict(zip("abcdef", PARTS, strict=True))
    old, new = (
        msgspec.structs.replace(
            edited(), welcome=Welcome("A", tuple(by_letter[each] for each in letters), "B", "C")
        )
        for letters in ("abcdef", order)
    )

    def row(said: str) -> str:
        letters = said.strip("[.] ")
        names = (f'"{shortened(by_letter[each], 60)}"' for each in letters)
        return said.replace(letters, ", ".join(names))

    said = "the order of the paragraphs of the welcome page"
    assert told(old, new) == [f"{said}: {row(was)} is now {row(is_now)}"]
