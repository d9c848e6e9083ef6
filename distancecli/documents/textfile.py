"""Reads text that somebody wrote elsewhere: from a file, or from standard input."""

import codecs
import sys
from pathlib import Path
from typing import Final

from distancecli.errors import UnreadableFile

STANDARD_INPUT: Final = "-"
GIVEN: Final = ("/dev/fd/", "/proc/self/fd/")
"""Where files stand that this program was started with."""
NO_TEXT: Final = {
    b"PK\x03\x04": "a Word document, or another file that is packed",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"{\\rtf": "a text with its looks (RTF)",
    b"%PDF": "a PDF",
}
"""How files begin that no editor of plain text has written, and what they are."""


def read_text(path: str, largest: int) -> tuple[str, str]:
    """What problems call the file, and its text, which may take so many bytes.

    The path ``-`` stands for standard input.

    Raises:
        UnreadableFile: it cannot be opened, is not a regular file, too large or not UTF-8.
    """
    name = "standard input" if path == STANDARD_INPUT else path or '""'
    try:
        content = (
            _standard_input(largest + 1) if path == STANDARD_INPUT else _file(path, largest + 1)
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        said = f"{reason}. Check the name, and whether you may read it."
        raise UnreadableFile(said, file=name) from error
    if len(content) > largest:
        said = f"larger than {largest // 1024} kB. Check whether this is the right file."
        raise UnreadableFile(said, file=name)
    return name, _decoded(name, content)


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise UnreadableFile("standard input is closed. Name a file instead of -.")
    return sys.stdin.buffer.read(most)


def _file(path: str, most: int) -> bytes:
    """The first bytes of a regular file: a pipe or a device might never end, or never begin.

    But for a pipe that this program was started with, as by `<(gpg -d FILE)`: that has a writer.
    """
    is_given = path.startswith(GIVEN) and Path(path).is_fifo()
    if path and Path(path).exists() and not (Path(path).is_file() or is_given):
        kind = "a folder" if Path(path).is_dir() else "not an ordinary file"
        said = f"this is {kind}. Name a text file, or - for standard input."
        raise UnreadableFile(said, file=path)
    with open(path, "rb") as file:  # noqa: PTH123 - Path turns an empty name into a folder
        return file.read(most)


def _decoded(name: str, content: bytes) -> str:
    if kind := _no_plain_text(content):
        raise UnreadableFile(f"{name}: this is {kind}. Save it as plain text, in UTF-8.")
    # What PowerShell 5 writes by > says that it is UTF-16.
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if is_wide else "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        said = "this is not UTF-8 text. Save it as plain text, in UTF-8."
        raise UnreadableFile(said, file=name, place=(line, column)) from error


def _no_plain_text(content: bytes) -> str | None:
    """What the file is, where it begins like one that no editor of plain text has written."""
    start = content[:64]
    even, odd = start[::2], start[1::2]
    if any({*zeros} == {0} and 0 not in letters for zeros, letters in ((even, odd), (odd, even))):
        return "UTF-16 without its mark"
    return next((kind for start, kind in NO_TEXT.items() if content.startswith(start)), None)
