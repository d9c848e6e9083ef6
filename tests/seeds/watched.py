"""Sits beside whoever asks: notes each page and each reply, and the files as they are then."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from msgspec import Struct

from distancecli.asking.asker import Asker, Askers
from distancecli.asking.page import Blank, Page, Reply, Turn

Files = dict[str, bytes]


class Shown(Struct, frozen=True):
    """A page is about to be shown, or a line to be filled in, or something to be said."""

    what: Page | Blank | str
    files: Files


class Said(Struct, frozen=True):
    """What the reader did there: a reply to a page, a name in a line, or a turn."""

    what: Reply | str


class Began(Struct, frozen=True):
    """The program has begun, as this process."""

    process: int


class Stopped(Struct, frozen=True):
    """The program has stopped, and the shell would ask for a command now."""


Note = Callable[[Shown | Said], None]


def files_in(folder: Path) -> Files:
    """The files of a folder and the folders in it, by name."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


class Watched(Struct):
    """Asks as another one does, and has all of it noted."""

    asker: Asker
    note: Note
    folder: Path

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns."""
        self.note(Shown(page, files_in(self.folder)))
        reply = self.asker.show(page)
        self.note(Said(reply))
        return reply

    def fill_in(self, blank: Blank) -> str | Turn:
        """What the reader types into the line, or a turn."""
        self.note(Shown(blank, files_in(self.folder)))
        typed = self.asker.fill_in(blank)
        self.note(Said(typed))
        return typed

    def say(self, line: str) -> None:
        """Says a line."""
        self.note(Shown(line, files_in(self.folder)))
        self.asker.say(line)


class WatchedAskers(Struct):
    """Has whoever asks watched, on any screen."""

    askers: Askers
    note: Note
    folder: Path

    def on_screen(self, first: Page) -> AbstractContextManager[Asker]:
        """Someone who asks on a screen set aside."""
        return self._watching(self.askers.on_screen(first))

    def below(self) -> AbstractContextManager[Asker]:
        """Someone who asks below what stands there."""
        return self._watching(self.askers.below())

    @contextmanager
    def _watching(self, asking: AbstractContextManager[Asker]) -> Iterator[Asker]:
        with asking as asker:
            yield Watched(asker, self.note, self.folder)
