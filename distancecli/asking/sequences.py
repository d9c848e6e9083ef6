"""What a terminal sends, read as keys: a key means what it says, and all else means nothing.

It stands in the place of prompt_toolkit's own parser, which takes what it does not know apart, so
that a late answer of the terminal is typed into the page. Sequences are read by the grammar of
ECMA-48 (5.4 and 5.6), whole, and in however many pieces they come; what is no key of ours is
dropped. Ctrl-C and Ctrl-D are keys anywhere, also inside a sequence that never ends.
"""

from collections.abc import Callable
from time import monotonic
from typing import Final

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from distancecli.asking.csi import key_of_csi, key_of_ss3

SILENCE: Final = 1.0
"""Seconds without more, after which a sequence or a paste that has not ended is over."""
ESCAPE: Final = "\x1b"
ALWAYS: Final = "\x03\x04"
"""Ctrl-C and Ctrl-D."""
CANCELS: Final = "\x18\x1a"
"""What ends a sequence without a meaning (CAN and SUB)."""
STRINGS: Final = ("P", "]", "_", "^", "X")
"""What begins a string behind Escape: DCS, OSC, APC, PM and SOS."""
STRING_ENDS: Final = "\x07\x9c"
"""What ends a string, beside Escape and a backslash."""
OF_ONE: Final = {"\x9b": "[", "\x8f": "O", "\x90": "P", "\x9d": "]", "\x9f": "_", "\x9e": "^"}
"""What begins a sequence as one character, and what that is behind Escape (ECMA-48, 5.3)."""
MOUSE: Final = "[M"
MOUSE_LENGTH: Final = 5
"""The oldest report of a mouse: three characters follow, whatever they are."""
LINUX_KEY: Final = "[["
PASTE_BEGINS: Final = "[200~"
PASTE_ENDS: Final = "\x1b[201~"


class Sequences:
    """Turns what comes from a terminal into keys, which it hands on one by one."""

    def __init__(
        self, hand_on: Callable[[KeyPress], None], clock: Callable[[], float] = monotonic
    ) -> None:
        self._hand_on = hand_on
        self._clock = clock
        self._heard = clock()
        self.reset()

    def reset(self) -> None:
        """Forgets what was begun."""
        self._begun = ""
        """A sequence that has begun, without its Escape; "?" for the Escape alone."""
        self._paste: list[str] | None = None

    def feed(self, text: str) -> None:
        """Reads more of what comes."""
        now = self._clock()
        if now - self._heard > SILENCE:
            self.reset()
        self._heard = now
        for each in text:
            self._read(each)

    def flush(self) -> None:
        """Nothing came for a while: an Escape that is alone is the key, one before a key is Alt."""
        is_alone = self._begun == "?"
        if len(self._begun) == 1:
            self.reset()
        if is_alone:
            self._press(Keys.Escape, ESCAPE)

    def feed_and_flush(self, text: str) -> None:
        """Reads the last that comes."""
        self.feed(text)
        self.flush()

    def _read(self, each: str) -> None:
        if each in ALWAYS:
            self.reset()
            self._press_control(each)
        elif self._paste is not None:
            self._read_paste(self._paste, each)
        elif each == ESCAPE:
            self._begun = self._begun + ESCAPE if self._begun.startswith(STRINGS) else "?"
        elif self._begun:
            self._go_on(each)
        elif each in OF_ONE:
            self._begun = OF_ONE[each]
        else:
            self._press_typed(each)

    def _read_paste(self, pasted: list[str], each: str) -> None:
        pasted.append(each)
        if "".join(pasted[-len(PASTE_ENDS) :]) == PASTE_ENDS:
            self.reset()
            self._press(Keys.BracketedPaste, "".join(pasted[: -len(PASTE_ENDS)]))

    def _go_on(self, each: str) -> None:
        """Reads on in a sequence that has begun."""
        if each in CANCELS:
            self.reset()
        elif self._begun.startswith(STRINGS):
            self._go_on_in_string(each)
        else:
            self._begun = self._begun.removeprefix("?") + each
            self._go_on_in_sequence(each)

    def _go_on_in_string(self, each: str) -> None:
        if each in STRING_ENDS:
            self.reset()
        elif self._begun.endswith(ESCAPE):  # its end, by a backslash, or another sequence
            self._begun = "?"
            self._go_on(each)
        else:
            self._begun = self._begun[0] + each  # what stood in it says nothing

    def _go_on_in_sequence(self, each: str) -> None:
        if self._begun.startswith("["):
            self._go_on_in_csi(each)
        elif self._begun.startswith("O"):
            self._go_on_in_ss3(each)
        elif self._begun not in STRINGS:  # a key with Alt
            self.reset()

    def _go_on_in_csi(self, each: str) -> None:
        begun = self._begun
        if begun in ("[", LINUX_KEY) or (begun.startswith(MOUSE) and len(begun) < MOUSE_LENGTH):
            return
        if begun == PASTE_BEGINS:
            self._paste = []
            return
        is_inside = "\x20" <= each < "\x40" and not begun.startswith((LINUX_KEY, MOUSE))
        if not is_inside:
            self.reset()
            self._press_named(key_of_csi(begun[1:]))

    def _go_on_in_ss3(self, each: str) -> None:
        if self._begun == "O" or each.isdigit() or each == ";":
            return
        named = key_of_ss3(self._begun[1:])
        self.reset()
        self._press_named(named)

    # --- Keys ------------------------------------------------------------------------------------

    def _press_typed(self, each: str) -> None:
        """A character that stands by itself; odd bytes, and controls that are no key, are none."""
        if each < " " or each == "\x7f":
            self._press_control(each)
        elif each.isprintable():
            self._press(each, each)

    def _press_control(self, each: str) -> None:
        key = ANSI_SEQUENCES.get(each)
        if isinstance(key, Keys) and each != "\x00":
            self._press(key, each)

    def _press_named(self, named: Keys | str | None) -> None:
        if named is not None:
            self._press(named, named if len(named) == 1 else "")

    def _press(self, key: Keys | str, text: str) -> None:
        self._hand_on(KeyPress(key, text))
