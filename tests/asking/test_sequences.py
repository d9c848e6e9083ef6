"""What a terminal sends, read as keys: what is none means nothing, in whatever pieces it comes."""

from itertools import accumulate, pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.keys import Keys

from distancecli.asking.csi import LETTERS, NUMBERED, key_of_csi, key_of_ss3
from distancecli.asking.sequences import SILENCE, Sequences


class Heard:
    """The keys that come of what a terminal sends, by a clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.keys: list[str] = []
        self.typed: list[str] = []
        self.pasted: list[str] = []
        self.parser = Sequences(self._hand_on, lambda: self.now)

    def _hand_on(self, press: object) -> None:
        key, data = press.key, press.data  # type: ignore[attr-defined]
        if key == Keys.BracketedPaste:
            self.pasted.append(data)
        self.typed.append(data)
        self.keys.append(key.value if isinstance(key, Keys) else key)

    def send(self, *pieces: str) -> list[str]:
        """The keys that these pieces give."""
        before = len(self.keys)
        for piece in pieces:
            self.parser.feed(piece)
        return self.keys[before:]

    def wait(self) -> list[str]:
        """The keys once nothing more has come for as long as an Escape waits."""
        before = len(self.keys)
        self.parser.flush()
        return self.keys[before:]


KEYS: Final = {
    "a": ["a"], "1": ["1"], " ": [" "], "\r": ["c-m"], "\n": ["c-j"], "\t": ["c-i"],
    "\x7f": ["c-h"], "\x03": ["c-c"], "\x04": ["c-d"], "\x0c": ["c-l"], "\x0e": ["c-n"],
    "\x1b[A": ["up"], "\x1bOB": ["down"], "\x1b[C": ["right"], "\x1b[1;1D": ["left"],
    "\x1b[H": ["home"], "\x1b[4~": ["end"], "\x1b[5~": ["pageup"], "\x1b[6~": ["pagedown"],
    "\x1b[3~": ["delete"], "\x1b[Z": ["s-tab"], "\x9bA": ["up"], "\x8fA": ["up"],
    "\x1bOq": ["1"], "\x1bOy": ["9"], "\x1bOM": ["c-m"],
    "\x1b[13;2u": ["c-m"], "\x1b[122;5u": ["c-z"], "\x1b[97;1:2u": ["a"], "\x1b[;1A": ["up"],
    "\x1b[13u": ["c-m"], "\x1b[27u": ["escape"], "\x1b[9u": ["c-i"], "\x1b[9;2u": ["s-tab"],
    "\x1b[49u": ["1"], "\x1b[49;1:1u": ["1"], "\x1b[57400u": ["1"], "\x1b[57414u": ["c-m"],
    "\x1b[99;5u": ["c-c"], "\x1b[100;5u": ["c-d"], "\x1b[99;69u": ["c-c"], "\x1b[57419u": ["up"],
    "\x1b[1;1:2B": ["down"], "\x1b[1;65B": ["down"], "\x1b[106;129u": ["j"],
    "\x1b[27;1;13~": ["c-m"], "\x1b[27;5;99~": ["c-c"], "\x1b[97:65;2u": ["A"],
    "\x1b[97;2;65u": ["A"],
}  # fmt: skip
NOTHING: Final = [
    *("\x1b[?62;1;4c", "\x1b[>41;354;0c", "\x1b]11;rgb:1e1e/2c2c/3f3f\x1b\\", "\x1b]0;1234\x07"),
    *("\x1bP>|term 3.4\x1b\\", "\x1b[?2026;2$y", "\x1b[I", "\x1b[O", "\x1b[48;24;80;480;800t"),
    *("\x1b[1;1:3B", "\x1b[49;1:3u", "\x1b3", "\x1b\r", "\x1bb", "\x1b[1;3D", "\x1b[1;5A"),
    *("\x1b[<0;35;12M", "\x1b[M 1!", "\x1b[[A", "\x1b[24;1R", "\x1b[15~", "\x1b[201~", "\x1bOP"),
    *("\x1b[13;3u", "\x1b[49;3u", "\x1b[27;3;49~", "\x1b_G1;OK\x1b\\", "\x1b^1\x1b\\"),
    *("\x1b[27~", "\x1b[27;5~", "\x1b[27;1;13;1~", "\x1b[~", "\x1b[u", "\x1b[;5u", "\x1b[9~"),
    *("\x1b[1;1;1A", "\x1b[2A", "\x1b[1;2Z", "\x1b[64;5u", "\x1b[123;5u", "\x1b[1114112u"),
    *("\x1bX12\x1b\\", "\x9d11;1\x9c", "\x00", "\x80", "\udcc3", "\x1b[99;6u", "\x1b[57441u"),
    *("\x1b[1 q", "\x1b[1@", "\x1bO1;5A", "\x1bO5A", "\x1bO;A"),
]
"""Reports, answers, other keys, and keys with a modifier that are none here."""


@pytest.mark.parametrize("sent", KEYS)
def test_a_key_means_what_it_says(sent: str) -> None:
    """By whatever protocol it comes: xterm's, a keypad's, modifyOtherKeys' or kitty's."""
    heard = Heard()
    assert [*heard.send(sent), *heard.wait()] == KEYS[sent]
    assert heard.send("2") == ["2"]


@pytest.mark.parametrize("sent", KEYS)
def test_only_a_letter_types_what_it_is(sent: str) -> None:
    """In a line to fill in, a letter of any protocol is typed, and no name of a key ever is."""
    heard = Heard()
    (key,) = (*heard.send(sent), *heard.wait())
    (typed,) = heard.typed
    assert typed == key if len(key) == 1 else not any(each.isprintable() for each in typed)


@pytest.mark.parametrize("sent", NOTHING)
def test_what_is_no_key_means_nothing(sent: str) -> None:
    """Neither a part of it nor the whole, and the key behind it is heard."""
    heard = Heard()
    assert heard.send(sent) == []
    assert heard.wait() == []
    assert heard.send("2") == ["2"]
    assert Heard().send(f"{sent}2") == ["2"]


# --- The tables of the protocols ------------------------------------------------------------------

MOVES: Final = {
    "A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"
}  # fmt: skip
TILDE: Final = {1: "home", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end"}
KITTY: Final = {
    9: "c-i", 13: "c-m", 27: "escape", 127: "c-h", 57414: "c-m", 57417: "left", 57418: "right",
    57419: "up", 57420: "down", 57421: "pageup", 57422: "pagedown", 57423: "home", 57424: "end",
} | {57399 + digit: str(digit) for digit in range(10)}  # fmt: skip
KEYPAD: Final = {"M": "c-m", "I": "c-i", " ": " "} | dict(
    zip("pqrstuvwxy", "0123456789", strict=True)
)
EVERY_SIGN: Final = [chr(code) for code in range(0x20, 0x7F)]


def name(key: Keys | str | None) -> str | None:
    """What a key is called in the tables."""
    return key.value if isinstance(key, Keys) else key


def test_the_keys_of_xterm_and_of_a_keypad_are_these_and_no_others() -> None:
    """By the letter at their end, or by the number before a tilde."""
    assert {each: name(key_of_ss3(each)) for each in EVERY_SIGN if key_of_ss3(each)} == (
        MOVES | KEYPAD
    )
    for start in ("", "1", "1;1"):
        found = {each: name(key_of_csi(start + each)) for each in EVERY_SIGN}
        expected = MOVES | ({"~": "home"} if start else {})
        expected |= {} if ";" in start else {"Z": "s-tab"}
        assert {each: key for each, key in found.items() if key} == expected
    numbers = {number: name(key_of_csi(f"{number}~")) for number in range(300)}
    assert {number: key for number, key in numbers.items() if key} == TILDE


def test_the_keys_of_kitty_are_these_and_what_can_be_printed() -> None:
    """Its keypad by codes of its own; no other code without a character is a key."""
    for code in [*range(1, 0x250), *range(57000, 58000), 0x1F600, 0x10FFFF, 0x110000, 10**9]:
        printed = code < 0x110000 and chr(code).isprintable()
        expected = KITTY.get(code, chr(code) if printed else None)
        assert name(key_of_csi(f"{code}u")) == expected, code
        assert name(key_of_csi(f"27;1;{code}~")) == expected, code


@pytest.mark.parametrize("locks", [0, 64, 128, 192])
def test_only_shift_and_control_make_keys_and_no_lock_unmakes_one(locks: int) -> None:
    """By the bits that xterm and kitty send: Shift 1, Alt 2, Control 4, and others above."""
    for held in range(64):
        sent = 1 + held + locks
        for letter in map(chr, range(ord("`"), ord("{") + 1)):
            with_control = f"c-{letter}" if held == 4 and letter.isalpha() else None
            expected = letter if held in (0, 1) else with_control
            assert name(key_of_csi(f"{ord(letter)};{sent}u")) == expected, held
        enter = "c-m" if held in (0, 1) else None
        assert name(key_of_csi(f"13;{sent}u")) == name(key_of_csi(f"27;{sent};13~")) == enter, held
        tab = {0: "c-i", 1: "s-tab"}.get(held)
        assert name(key_of_csi(f"9;{sent}u")) == tab, held
        assert name(key_of_csi(f"1;{sent}A")) == ("up" if held == 0 else None)
        assert name(key_of_csi(f"5;{sent}~")) == ("pageup" if held == 0 else None)


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        *[("97;1:1u", "a"), ("97;1:2u", "a"), ("97;1:3u", None), ("97;:3u", None), ("97;0u", "a")],
        *[("97:65u", "a"), ("97:65;2u", "A"), ("97:65;1u", "a"), ("97:;2u", None), ("97;2u", "a")],
        *[("97;2;65u", "A"), ("97;;66u", "B"), ("97;1;u", "a"), ("97:65;2;67u", "C")],
        *[("97;1;7u", None), ("57;1;57344u", None), ("1;1:3A", None), ("1;:2A", "up")],
        *[("27;1;13;1~", None), ("27;1~", None), ("1;1;1A", None), ("5;1;1~", None)],
        *[("26;1;13~", None), ("27;1;13A", None), (":5~", None), ("97:65;2;u", "A")],
    ],
)
def test_a_key_of_kitty_says_what_it_types_and_whether_it_is_let_go(
    sent: str, key: str | None
) -> None:
    """The text that comes with it counts first, then the shifted letter where Shift is held."""
    assert name(key_of_csi(sent)) == key


@pytest.mark.parametrize("more", [0, 1])
def test_the_longest_sequence_that_can_be_a_key(more: int) -> None:
    """One digit more, and it is none."""
    assert name(key_of_csi("13".rjust(64 + more, "0") + "u")) == ("c-m", None)[more]


@pytest.mark.parametrize("sign", sorted({*EVERY_SIGN} - {*"0123456789;:"}))
def test_a_sequence_with_anything_but_numbers_is_no_key(sign: str) -> None:
    """Marks of private use, and whatever stands there by mistake."""
    assert key_of_csi(f"1{sign}1A") is key_of_csi(f"{sign}A") is None


PARAMETER = st.text("0123456789;:<=>?", max_size=12)
BETWEEN = st.text(" !\"#$%&'()*+,-./", max_size=2)
FINAL = st.sampled_from([chr(code) for code in range(0x40, 0x7F)])
CSI = st.builds("{}{}{}{}".format, st.sampled_from(["\x1b[", "\x9b"]), PARAMETER, BETWEEN, FINAL)
INSIDE = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=30)
STRING = st.builds(
    "{}{}{}".format,
    st.sampled_from(["\x1bP", "\x1b]", "\x1b_", "\x1b^", "\x1bX", "\x9d", "\x90"]),
    INSIDE,
    st.sampled_from(["\x1b\\", "\x07", "\x9c"]),
)
SEQUENCES = st.lists(st.one_of(CSI, STRING), min_size=1, max_size=4).map("".join)
"""By the grammar of ECMA-48: parameter bytes, intermediate bytes, a final one; strings."""


@given(sent=SEQUENCES, cuts=st.lists(st.integers(0, 80), max_size=6))
def test_pieces_give_what_the_whole_gives(sent: str, cuts: list[int]) -> None:
    """Wherever it is cut in two: the same keys, and the next key is heard as itself."""
    whole, pieces = Heard(), Heard()
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    keys = pieces.send(*(sent[start:end] for start, end in pairwise(places)))
    assert keys == whole.send(sent)
    if "[M" not in sent and "\x9bM" not in sent and "200~" not in sent and "[[" not in sent:
        assert pieces.send("2") == ["2"]


@given(sent=STRING)
def test_no_letter_of_a_string_is_a_key(sent: str) -> None:
    """Whatever stands in an answer of the terminal is not typed."""
    assert Heard().send(sent) == []


@given(parameters=PARAMETER, between=BETWEEN, final=FINAL)
def test_a_control_sequence_is_one_key_or_none(parameters: str, between: str, final: str) -> None:
    """Never two, and none that nobody pressed: digits come of codes that say a digit."""
    keys = Heard().send(f"\x1b[{parameters}{between}{final}")
    named = {key.value for key in (*LETTERS.values(), *NUMBERED.values(), Keys.BackTab)}
    assert len(keys) <= 1
    assert final in "u~" or set(keys) <= named


def test_escape_is_a_key_only_alone() -> None:
    """With a key behind it, it is Alt; twice in a row it is one."""
    heard = Heard()
    assert heard.send("\x1b") == []
    assert heard.wait() == ["escape"]
    assert heard.send("\x1b", "1") == []
    assert heard.wait() == []
    assert heard.send("\x1b\x1b") == []
    assert heard.wait() == ["escape"]


OF_ONE: Final = {"\x9b": "[", "\x8f": "O", "\x90": "P", "\x9d": "]", "\x9f": "_", "\x9e": "^"}


@pytest.mark.parametrize("introducer", [*(f"\x1b{each}" for each in "[]OP_^X"), *OF_ONE])
def test_alt_with_what_begins_a_sequence_holds_no_key(introducer: str) -> None:
    """Once nothing came behind it, the next key is heard."""
    heard = Heard()
    assert heard.send(introducer) == []
    assert heard.wait() == []
    assert heard.send("2") == ["2"]


@pytest.mark.parametrize("one", OF_ONE)
def test_one_character_begins_what_two_begin(one: str) -> None:
    """Whatever comes behind: a key, an end, a key that cancels, or nothing of that."""
    for rest in (
        "A",
        "5~",
        "1\x07A",
        "1\x9cA",
        "1\x1b\\A",
        "q",
        "1\x182",
        "1\x1a2",
        "M",
        " 2",
        "\x032",
    ):
        heard, other = Heard(), Heard()
        assert heard.send(one, rest) == other.send(f"\x1b{OF_ONE[one]}", rest)
        assert heard.wait() == other.wait()


@pytest.mark.parametrize("end", ["\x07", "\x9c", "\x1b\\", "\x18", "\x1a", "\x1b[A", "\x1bOA"])
@pytest.mark.parametrize(
    "begins", ["\x1bP", "\x1b]", "\x1b_", "\x1b^", "\x1bX", *"\x90\x9d\x9f\x9e"]
)
def test_a_string_ends_where_it_ends(begins: str, end: str) -> None:
    """By a sign for that, or by another sequence, which is read; what is typed then is heard."""
    heard = Heard()
    assert heard.send(f"{begins}1\\2{end}") == ["up"] * end.endswith("A")
    assert heard.send("2") == ["2"]


@pytest.mark.parametrize("begun", ["\x1b[200~abc", "\x1b]11;rgb", "\x1b[1;", "\x1bP1", "\x1b"])
@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_what_never_ends_holds_no_key_prisoner(begun: str, key: str) -> None:
    """Ctrl-C and Ctrl-D at once; any key after a second of silence."""
    heard = Heard()
    assert heard.send(begun, key, "2") == ["c-c" if key == "\x03" else "c-d", "2"]
    other = Heard()
    other.send(begun)
    other.wait()
    other.now += SILENCE + 0.1
    assert other.send("2") == ["2"]


def test_what_comes_slowly_is_still_one_thing() -> None:
    """However long ago anything was heard first: only silence ends what has begun."""
    heard = Heard()
    for piece in "\x1b[1;1":
        heard.now += SILENCE
        assert heard.send(piece) == []
    assert heard.send("A") == ["up"]


@pytest.mark.parametrize("cut", range(3, 9))
def test_a_pause_within_a_string_is_none_of_its_ends(cut: int) -> None:
    """The answer of a slow terminal types nothing and turns no page back, wherever it is cut."""
    heard, sent = Heard(), "\x1b]11;rg\x1b\\2"
    assert heard.send(sent[:cut]) == []
    assert heard.wait() == []
    assert heard.send(sent[cut:]) == ["2"]


def test_the_last_that_comes_is_read_with_no_wait() -> None:
    """A key, and an Escape behind which nothing can come any more."""
    heard = Heard()
    heard.parser.feed_and_flush("2\x1b")
    assert heard.keys == ["2", "escape"]


def test_a_paste_is_one_thing() -> None:
    """What is pasted is handed on as a whole, and no part of it is a key."""
    heard = Heard()
    assert heard.send("\x1b[200~1\r\x1b[A", "2\x1b[20", "1~3") == ["<bracketed-paste>", "3"]
    assert heard.pasted == ["1\r\x1b[A2"]


@pytest.mark.parametrize("length", [10_000])
def test_what_is_far_too_long_is_no_key(length: int) -> None:
    """Digits without an end, a title of a window, a long paste: nothing breaks, nothing acts."""
    heard = Heard()
    assert heard.send("\x1b[" + "9" * length + "u") == []
    assert heard.send("\x1b]" + "1" * length + "\x07") == []
    assert heard.send("\x1b[200~" + "1" * length + "\x1b[201~") == ["<bracketed-paste>"]
    assert list(accumulate(heard.pasted)) == ["1" * length]
