"""Files that a reader asked for: written whole or not at all, and for their owner alone."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from enum import StrEnum, auto
from itertools import count
from pathlib import Path, PurePath
from typing import Final

from msgspec import Struct

from distancecli.system.machine import machine
from distancecli.system.signals import ended_in_order
from distancecli.text.characters import first_harmful, on_one_line

OWNER_ALONE: Final = 0o600


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
    half written never has the name: it is filled and flushed under another one beside it.
    """
    found = obstacle_to(name)
    if found and not (replace and found.obstacle is Obstacle.EXISTS):
        return found
    path = path_of(name)
    try:
        with ended_in_order(), _filled(path.parent, text.encode()) as (filled, status):
            _put(filled, path, replace)
            _flush_folder(path.parent)
    except FileExistsError:
        return NotWritten(Obstacle.EXISTS)
    except OSError as error:
        return _refused_by_system(error)
    return Written(path, status.st_dev, status.st_ino)


def is_still_there(written: Written) -> bool:
    """Whether the path still leads to the very file that was written."""
    with contextlib.suppress(OSError):
        status = written.path.lstat()
        return (status.st_dev, status.st_ino) == (written.device, written.inode)
    return False


def remove(written: Written) -> bool:
    """Takes the file away, unless another one stands there by now; whether it is gone."""
    if is_still_there(written):
        with contextlib.suppress(OSError):
            written.path.unlink()
            _flush_folder(written.path.parent)
    return not is_still_there(written)


@contextlib.contextmanager
def _filled(folder: Path, content: bytes) -> Iterator[tuple[Path, os.stat_result]]:
    """A new file with the content, safe on the disk, under a name that goes when this ends."""
    path = folder / f".{os.urandom(8).hex()}.tmp"
    try:
        descriptor = os.open(path, machine.NEW_FILE, OWNER_ALONE)
        try:
            machine.for_owner_alone(descriptor)
            _write_all(descriptor, content)
            os.fsync(descriptor)
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        yield path, status
    finally:
        path.unlink(missing_ok=True)


def _write_all(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _put(filled: Path, path: Path, replace: bool) -> None:
    """Gives the file its name. Without `replace`, one that has come there meanwhile stays.

    Raises:
        FileExistsError: without `replace`, a file has that name.
    """
    if replace:
        filled.replace(path)
        return
    try:
        path.hardlink_to(filled)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: hold the name first, then take its place
        os.close(os.open(path, machine.NEW_FILE, OWNER_ALONE))
        try:
            filled.replace(path)
        except BaseException:
            path.unlink()
            raise


def _flush_folder(folder: Path) -> None:
    """Makes the name safe on the disk too, where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
