"""Files that a reader asked for: written whole or not at all, and for their owner alone."""

import contextlib
import errno
import os
import stat
from enum import StrEnum, auto
from itertools import count
from pathlib import Path, PurePath

from msgspec import Struct

from distancecli.system.machine import machine
from distancecli.system.signals import ended_in_order
from distancecli.text.characters import first_harmful, on_one_line


class Obstacle(StrEnum):
    """What can stand in the way of a file; the guide has words for each under that name."""

    EXISTS = auto()
    """A file with that name is there; it may be replaced by whoever says so."""
    FOLDER = auto()
    NO_FOLDER = auto()
    LINK = auto()
    """It would be written somewhere else than its name says."""
    SPECIAL = auto()
    UNFIT = auto()
    """The name holds characters that no one could see."""
    FORM = auto()
    """Its name asks for a form that cannot be written."""
    SYSTEM = auto()


class NotWritten(Struct, frozen=True):
    """Why there is no file: an answer like any other, since the reader can choose another name."""

    obstacle: Obstacle
    said: str = ""
    """What the system says, where the obstacle is its own."""


class Written(Struct, frozen=True):
    """A file that was written: where it stands, and which one of all files it is."""

    path: Path
    device: int
    inode: int


class AsRead(Struct, frozen=True):
    """A file that is read, as it is then."""

    name: str
    """As the reader typed it."""
    written: Written
    changed: int
    """When it was changed last, in nanoseconds since 1970."""
    size: int
    """Bytes."""
    is_locked: bool
    """Whether its owner may not write to it, as somebody meant it to stay."""


def as_read(name: str) -> AsRead | None:
    """The file of that name, or None where it is no ordinary file."""
    with contextlib.suppress(OSError, ValueError):
        status = os.lstat(name)
        if stat.S_ISREG(status.st_mode):
            written = Written(Path(name), status.st_dev, status.st_ino)
            locked = not status.st_mode & stat.S_IWUSR
            return AsRead(name, written, status.st_mtime_ns, status.st_size, locked)
    return None


def is_unchanged(file: AsRead) -> bool:
    """Whether the file is the same, and nobody wrote to it since it was read."""
    return as_read(file.name) == file


def obstacle_to(name: str) -> NotWritten | None:
    """What can be known to stand in the way of a file with that name before it is written."""
    if not name or name.endswith(machine.FOLDER_ENDS):
        return NotWritten(Obstacle.FOLDER)
    if not machine.is_name_of_a_file(name):
        return NotWritten(Obstacle.SPECIAL)
    if "\n" in name or first_harmful(name):
        return NotWritten(Obstacle.UNFIT)
    try:
        return _obstacle_at(path_of(name))
    except OSError as error:
        return _refused_by_system(error)


def _obstacle_at(path: Path) -> NotWritten | None:
    if not path.parent.is_dir():
        return NotWritten(Obstacle.NO_FOLDER)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return NotWritten(Obstacle.SYSTEM, os.strerror(errno.EACCES))
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        return NotWritten(Obstacle.LINK)
    if stat.S_ISDIR(mode):
        return NotWritten(Obstacle.FOLDER)
    return NotWritten(Obstacle.EXISTS if stat.S_ISREG(mode) else Obstacle.SPECIAL)


def _refused_by_system(error: OSError) -> NotWritten:
    return NotWritten(Obstacle.SYSTEM, error.strerror or type(error).__name__)


def path_of(name: str) -> Path:
    """The path that a name stands for; ``~`` is the reader's own folder."""
    with contextlib.suppress(RuntimeError):
        return Path(name).expanduser()
    return Path(name)


def free_name(name: str) -> str:
    """The name, or where something has it the first that is free of name-2, name-3 and so on."""
    path = PurePath(name)
    if not os.path.lexists(path_of(name)):
        return name
    numbered = (str(path.with_stem(f"{path.stem}-{number}")) for number in count(2))
    return next(each for each in numbered if not os.path.lexists(path_of(each)))


def current_folder() -> str:
    """The folder that a name alone goes into, in letters that can be seen."""
    with contextlib.suppress(OSError):  # it may be gone
        return on_one_line(str(Path.cwd()))
    return os.curdir


def is_same_place(name: str, other: str) -> bool:
    """Whether both names lead to one file, as far as that can be known."""
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        return path_of(name).resolve() == path_of(other).resolve()
    return False


def write_whole(name: str, text: str, *, replace: bool = False) -> Written | NotWritten:
    """Writes the text to a file of that name, or leaves everything as it is.

    Only with `replace` may it take the place of an ordinary file that is there already. What is
    half written never has the name: it has none or another one until it is whole and flushed.
    """
    from distancecli.system.wholefile import put_whole

    found = obstacle_to(name)
    if found and not (replace and found.obstacle is Obstacle.EXISTS):
        return found
    path = path_of(name)
    try:
        with ended_in_order():
            status = put_whole(path, text.encode(), replace)
    except FileExistsError:
        return NotWritten(Obstacle.EXISTS)
    except OSError as error:
        return _refused_by_system(error)
    return Written(path, status.st_dev, status.st_ino)


def is_still_there(written: Written) -> bool:
    """Whether the path is known to lead to the very file that was written."""
    with contextlib.suppress(OSError):
        return _stands(written)
    return False


def is_gone(written: Written) -> bool:
    """Whether the path is known to lead to that file no more: a folder may refuse to tell."""
    with contextlib.suppress(OSError):
        return not _stands(written)
    return False


def _stands(written: Written) -> bool:
    try:
        status = written.path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (status.st_dev, status.st_ino) == (written.device, written.inode)


def remove(written: Written) -> bool:
    """Takes the file away, unless another one stands there by now; whether it is gone."""
    from distancecli.system.wholefile import flush_folder

    with contextlib.suppress(OSError):
        if _stands(written):
            written.path.unlink()
            flush_folder(written.path.parent)
    return is_gone(written)
