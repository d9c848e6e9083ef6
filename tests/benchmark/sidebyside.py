"""Pictures of the same question asked by others and by us, and of what each leaves behind.

To run it: `python tests/benchmark/sidebyside.py PAGE.html`, and open the page in a browser. Who
cannot be made on this machine is named on it.
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tests.benchmark.contenders import ASK, CHOICES, Contender, NotHere, Workshop
from tests.project.pictures import plan_picture, svg_of
from tests.support.terminal_driver import Key, TerminalDriver, guide_session

GUM: Final = ("gum", "choose", "--header", ASK, *CHOICES)
BRIEFLY: Final = 1.5
"""Seconds in which a screen comes to rest."""


def main(page: Path) -> None:
    """Makes the page."""
    with tempfile.TemporaryDirectory(prefix="distance-pictures-") as name:
        figures = "".join(_figures(Path(name)))
    style = "body{font-family:sans-serif;display:flex;flex-wrap:wrap;gap:1rem}svg{width:38rem}"
    page.write_text(f"<!doctype html><style>{style}</style>{figures}", encoding="utf-8")


def _figures(folder: Path) -> Iterator[str]:
    with guide_session() as terminal:
        yield _figure("distance: a question", svg_of(terminal, "ours"))
    yield _figure("distance: the page of a plan", plan_picture())
    for name, contender in _others(Workshop(folder)):
        if isinstance(contender, str):
            yield _figure(f"{name}: {contender}", "")
            continue
        with TerminalDriver(list(contender.command), cwd=folder) as terminal:
            _rest(terminal)
            own = re.sub(r"\W", "", name)
            yield _figure(f"{name}: a question", svg_of(terminal, f"{own}-asks"))
            terminal.press(Key.ENTER)
            _rest(terminal)
            yield _figure(f"{name}: what stays", svg_of(terminal, f"{own}-stays"))


def _others(workshop: Workshop) -> Iterator[tuple[str, Contender | str]]:
    """Each by name: what it is started by, or why it is not here."""
    here = shutil.which("gum")
    yield "gum", Contender("gum", GUM) if here else "gum is not installed"
    for name, make in workshop.others():
        try:
            yield name, make()
        except NotHere as error:
            yield name, str(error)


def _rest(terminal: TerminalDriver) -> None:
    end = time.monotonic() + BRIEFLY
    while time.monotonic() < end:
        terminal.pump()


def _figure(title: str, picture: str) -> str:
    return f"<figure><figcaption>{escape(title)}</figcaption>{picture}</figure>"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
