"""The keys that terminals send as sequences: by xterm, by kitty's protocol and by a keypad.

Sources: xterm's "Control Sequences" (ctlseqs: PC-style and VT220 keys, modifyOtherKeys, application
keypad); the page of kitty on its "comprehensive keyboard handling" (`CSI code;modifiers:event u`).
"""

from typing import Final

from prompt_toolkit.keys import Keys

LETTERS: Final = {
    "A": Keys.Up,
    "B": Keys.Down,
    "C": Keys.Right,
    "D": Keys.Left,
    "H": Keys.Home,
    "F": Keys.End,
}
"""Keys by the letter at the end of their sequence."""
NUMBERED: Final = {
    1: Keys.Home,
    3: Keys.Delete,
    4: Keys.End,
    5: Keys.PageUp,
    6: Keys.PageDown,
    7: Keys.Home,
    8: Keys.End,
}
"""Keys by the number before a tilde."""
KEYPAD: Final = {"M": Keys.ControlM, "I": Keys.ControlI, " ": " "} | {
    chr(ord("p") + digit): str(digit) for digit in range(10)
}
"""Keys of a keypad in application mode, behind SS3."""
BY_CODE: Final = {
    9: Keys.ControlI,
    13: Keys.ControlM,
    27: Keys.Escape,
    127: Keys.ControlH,
    57414: Keys.ControlM,
    57417: Keys.Left,
    57418: Keys.Right,
    57419: Keys.Up,
    57420: Keys.Down,
    57421: Keys.PageUp,
    57422: Keys.PageDown,
    57423: Keys.Home,
    57424: Keys.End,
    **{57399 + digit: str(digit) for digit in range(10)},
}
"""Keys by their code in kitty's protocol; of the keypad, from 57399 on, as well."""
CODES: Final = 0x110000
"""How many codes there are for characters. Keys without one have codes that cannot be printed."""

SHIFT, CONTROL = 1, 4
LOCKS: Final = 64 | 128
"""Caps and Num Lock, which change no key here."""
LONGEST: Final = 64
"""Characters of the longest sequence that can be a key."""
RELEASED: Final = 3
"""The event of a key that is let go."""


def key_of_ss3(text: str) -> Keys | str | None:
    """The key of a sequence behind SS3; one with a modifier is none."""
    return LETTERS.get(text) or KEYPAD.get(text)


def key_of_csi(text: str) -> Keys | str | None:
    """The key of a whole sequence behind CSI; None for a report, or a key with a modifier."""
    fields, final = _fields(text[:-1]), text[-1]
    if fields is None:
        return None
    code, pressed, typed = (*fields, (), ())[:3]
    held, is_let_go = _pressed(pressed)
    if is_let_go:
        return None
    if final == "u":
        return _by_code(code, held, typed)
    if final == "~" and code == (27,) and len(fields) == 3:
        return _by_code(typed, held, ())
    if final == "Z":
        return Keys.BackTab if len(fields) < 2 else None
    if held or len(fields) > 2:
        return None
    if final == "~":
        return NUMBERED.get(code[0]) if code else None
    return LETTERS.get(final) if code in ((), (1,)) else None


def _fields(text: str) -> list[tuple[int, ...]] | None:
    """The numbers between semicolons, each apart by colons; None where there is anything else."""
    if len(text) > LONGEST or not all(each in "0123456789;:" for each in text):
        return None
    return [tuple(int(part or 0) for part in field.split(":")) if field else ()
            for field in text.split(";")]  # fmt: skip


def _pressed(field: tuple[int, ...]) -> tuple[int, bool]:
    """Which modifiers are held, but for locks, and whether the key is let go."""
    held, *event = field or (1,)
    return max(held - 1, 0) & ~LOCKS, RELEASED in event


def _by_code(code: tuple[int, ...], held: int, text: tuple[int, ...]) -> Keys | str | None:
    if not code or held & ~(SHIFT | CONTROL):
        return None
    if held & CONTROL:
        return _with_control(code[0]) if held == CONTROL else None
    if code[0] == 9 and held == SHIFT:
        return Keys.BackTab
    if named := BY_CODE.get(code[0]):
        return named
    typed = text or (code[1:] if held else ()) or code
    return _typed(typed[0])


def _with_control(code: int) -> Keys | str | None:
    """Ctrl and a letter, which is a key of its own."""
    return Keys(f"c-{chr(code)}") if ord("a") <= code <= ord("z") else None


def _typed(code: int) -> str | None:
    return chr(code) if code < CODES and chr(code).isprintable() else None
