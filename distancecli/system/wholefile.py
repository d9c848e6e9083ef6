"""One file put in its place, whole or not at all, whatever call of the system fails on the way."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from distancecli.system.machine import machine

OWNER_ALONE: Final = 0o600


def put_whole(path: Path, content: bytes, replace: bool) -> os.stat_result:
    """Makes the file; what the system says of it. Without `replace`, one that is there stays.

    Raises:
        FileExistsError: without `replace`, a file has that name.
        OSError: what the system says; all is as it was.
    """
    try:
        status = _named_once_whole(path, content, replace)
    except FileExistsError:
        raise
    except OSError:  # no such files here, or none that can be named; else this fails as well
        status = _renamed_once_whole(path, content, replace)
    flush_folder(path.parent)
    return status


def _named_once_whole(path: Path, content: bytes, replace: bool) -> os.stat_result:
    """By a file without a name, of which nothing is left whenever the program ends.

    But for one moment: no call gives it the name of another file. One that is to be replaced is so
    by a name beside it, and a program that is killed just then leaves that: whole, and hidden.
    """
    descriptor, give_name = machine.open_nameless(path.parent)
    with _closed(descriptor):
        status = _filled(descriptor, content)
        with _as_it_stands(path, status):
            try:
                give_name(path)
            except FileExistsError:
                if not replace:
                    raise
                with _name_beside(path) as beside:
                    give_name(beside)
                    beside.replace(path)
    return status


def _renamed_once_whole(path: Path, content: bytes, replace: bool) -> os.stat_result:
    """By a file that has a name beside it. A program that is killed meanwhile leaves that."""
    with _name_beside(path) as beside:
        with _closed(os.open(beside, machine.NEW_FILE, OWNER_ALONE)) as descriptor:
            status = _filled(descriptor, content)
        with _as_it_stands(path, status):
            if replace:
                beside.replace(path)
            else:
                _rename(beside, path)
    return status


@contextlib.contextmanager
def _name_beside(path: Path) -> Iterator[Path]:
    """A new name in the folder of the path, which goes when this ends."""
    beside = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        yield beside
    finally:
        _take_away(beside)


def _take_away(path: Path) -> None:
    """Takes the name away, if that can be: what went wrong before, or went well, is what counts."""
    with contextlib.suppress(OSError):
        path.unlink()


@contextlib.contextmanager
def _closed(descriptor: int) -> Iterator[int]:
    """Closes it in the end; all that could still fail then was flushed before."""
    try:
        yield descriptor
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _filled(descriptor: int, content: bytes) -> os.stat_result:
    """What the system says of the file that is open there, with the content safe on the disk."""
    machine.for_owner_alone(descriptor)
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)
    return os.fstat(descriptor)


@contextlib.contextmanager
def _as_it_stands(path: Path, status: os.stat_result) -> Iterator[None]:
    """Lets the file get its name, while signals wait; whether it has it, the folder tells.

    A call can fail that has done its work: over a network, the answer alone may be lost.
    """
    with machine.signals_wait():
        try:
            yield
        except OSError:
            if not _leads_to(path, status):
                raise


def _leads_to(path: Path, status: os.stat_result) -> bool:
    with contextlib.suppress(OSError):
        return os.path.samestat(path.lstat(), status)
    return False


def _rename(filled: Path, path: Path) -> None:
    """Takes another name that is free."""
    try:
        path.hardlink_to(filled)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        _hold_and_take(filled, path)
    else:
        _take_away(filled)


def _hold_and_take(filled: Path, path: Path) -> None:
    """Holds the name by an empty file first, which a program that is killed just then leaves."""
    with _closed(os.open(path, machine.NEW_FILE, OWNER_ALONE)):
        pass
    try:
        filled.replace(path)
    except BaseException:
        _take_away(path)
        raise


def flush_folder(folder: Path) -> None:
    """Makes the name safe on the disk too, where the system lets a folder be flushed."""
    with contextlib.suppress(OSError), _closed(os.open(folder, os.O_RDONLY)) as descriptor:
        os.fsync(descriptor)
