"""Standard output: whole texts written at once, readable in any encoding."""

import codecs
import contextlib
import errno
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Final, TextIO

from distancecli.errors import CannotWrite
from distancecli.system.machine import machine
from distancecli.system.signals import Ended

SIZE: Final = re.compile("[1-9][0-9]{0,3}")
READABLE: Final = "distancecli-readable"
PLAIN: Final = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u2500": "-",
    "\u2502": "|",
    "\u251c": "|",
    "\u2514": "+",
}


class ReaderGone(Ended):
    """Whoever reads the pipe has gone: an end as quiet as that of other tools, unless caught."""

    def __init__(self) -> None:
        super().__init__(machine.PIPE_GONE)


def forget_odd_sizes() -> None:
    """Forgets a window's size that the environment gives and that is none: libraries trust it."""
    for name in ("COLUMNS", "LINES"):
        if not SIZE.fullmatch(os.environ.get(name, "1")):
            del os.environ[name]


def make_readable() -> None:
    """Lets text through that the encoding of the standard streams lacks, in other letters.

    What is typed and is no text at all becomes text that means nothing.
    """
    codecs.register_error(READABLE, _in_other_letters)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, READABLE), (sys.stderr, READABLE)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding=_encoding(stream), errors=errors)


def _encoding(stream: TextIO) -> str:
    """The encoding that whatever is behind the stream reads, as far as that is known."""
    behind = machine.ENCODING_BEHIND
    if behind and stream is not sys.stdin and not is_encoding_set(stream):
        return behind
    # No terminal reads an encoding in which a letter is more than its own byte.
    if stream.isatty() and "a".encode(stream.encoding) != b"a":
        return "utf-8"
    return stream.encoding


def is_encoding_set(stream: TextIO) -> bool:
    """Whether it is known what the stream is written in: by the environment, or as a terminal's."""
    named = any(os.environ.get(name) for name in ("PYTHONUTF8", "PYTHONIOENCODING"))
    return named or machine.is_terminal(stream)


def _in_other_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_plain(character) for character in missing), error.end


def _plain(character: str) -> str:
    """The character in ASCII: a quote or dash, a letter without its accent, or a question mark."""
    if character in PLAIN:
        return PLAIN[character]
    base = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return base or ("" if unicodedata.combining(character) else "?")


CLOSED: Final = "standard output is closed. Leave it open, or write to a file with >."


def write_out(text: str) -> None:
    """Writes to standard output, to the last byte.

    Raises:
        CannotWrite: it is closed, or the disk behind it is full.
        ReaderGone: nobody reads the pipe any more.
    """
    write_to(sys.stdout, text)


def write_data(text: str) -> None:
    """The same for what programs read: in UTF-8, whatever text for people is written in."""
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8")
    write_out(text)


def write_to(output: TextIO | None, text: str) -> None:
    """The same to the stream that standard output is, None where it is closed."""
    if output is None:
        raise CannotWrite(CLOSED)
    with writing(output):
        output.write(text)
        output.flush()


@contextlib.contextmanager
def writing(output: TextIO | None = None) -> Iterator[None]:
    """Whatever in here writes to standard output, and fails, fails for a person to read.

    Raises:
        CannotWrite: the disk behind it is full.
        ReaderGone: nobody reads the pipe any more.
    """
    try:
        yield
    except OSError as error:
        _abandon(output or sys.stdout)
        if machine.is_reader_gone(error):
            raise ReaderGone from error
        where = error.filename or "standard output"
        reason = error.strerror or errno.errorcode.get(error.errno or 0, "it failed")
        said = f"{where}: {reason}. Nothing more was written. Try another place."
        raise CannotWrite(said) from error
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):  # Typer's own way to end quietly
            _abandon(sys.stdout)
            raise ReaderGone from ending
        raise


def flush_quietly() -> None:
    """Keeps Python from trying, and complaining, at exit where a stream's reader has gone."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _abandon(stream)


def _abandon(stream: TextIO) -> None:
    """Lets what is still to be written go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
