"""The documents for maintainers: what they name is there, and the layers are the contract's."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from distancecli import __version__
from tests.support.installing import PYPROJECT
from tests.support.terminal_driver import ROOT

PACKAGE: Final = ROOT / "distancecli"
LONGEST: Final = {"ARCHITECTURE.md": 160, "CONTRIBUTING.md": 140, "CHANGELOG.md": 50}
"""The documents, and the lines that each stays under."""
PATH: Final = re.compile(r"`((?:\.?[\w-]+/)+(?:\.?[\w-]+(?:\.\w+)?)?|[\w-]+\.(?:py|yaml|toml|md))`")
"""What looks like a path: it has a slash, or ends as a file of ours does."""
PLACE: Final = re.compile(r"((?:`\w+`(?:, | and | or )?)+) in\s+`([\w/]+\.py)`")
"""Names, and the module that they are said to be in."""
MADE: Final = {"dist/"}
"""What is there only once it is built."""

each_document = pytest.mark.parametrize("name", LONGEST)


def text_of(name: str) -> str:
    """The document."""
    return (ROOT / ".github" / name).read_text(encoding="utf-8")


def of_today(name: str) -> str:
    """What the document says of the code as it is: of the changes, those of the newest version."""
    return "\n## ".join(text_of(name).split("\n## ")[:2]) if "CHANGE" in name else text_of(name)


def found(path: str) -> Path | None:
    """What the path leads to, from the top or from inside the package; None where it is nothing."""
    places = (ROOT / path, PACKAGE / path)
    return next((place for place in places if place.exists()), None)


def packages() -> Iterator[str]:
    """The folders of modules, as a document names them."""
    for path in sorted(PACKAGE.rglob("__init__.py")):
        if path.parent != PACKAGE:
            yield f"{path.parent.relative_to(PACKAGE)}/"


@each_document
def test_every_path_is_there(name: str) -> None:
    """A document that names a file which has moved since is found here."""
    named = PATH.findall(of_today(name))
    assert named
    assert [path for path in named if path not in MADE and not found(path)] == []


@each_document
def test_every_name_is_where_it_is_said_to_be(name: str) -> None:
    """So is one that names a function or a table which is called otherwise, or stands elsewhere."""
    for names, path in PLACE.findall(of_today(name)):
        module = found(path)
        assert module, path
        defined = module.read_text(encoding="utf-8")
        for each in re.findall(r"`(\w+)`", names):
            assert re.search(rf"^ *(?:class |def )?{each}\b", defined, re.MULTILINE), (each, path)


def test_places_are_looked_up_at_all() -> None:
    """The pattern of the test above fits what it is for."""
    assert PLACE.findall("`a`, `b` or `c` in `x/y.py`, `d` in\n`z.py`") == [
        ("`a`, `b` or `c`", "x/y.py"),
        ("`d`", "z.py"),
    ]
    assert len(PLACE.findall(text_of("CONTRIBUTING.md"))) > 15


def test_every_room_is_described() -> None:
    """No module stands in a package of which the architecture says nothing."""
    said = text_of("ARCHITECTURE.md")
    assert [package for package in packages() if f"`{package}`" not in said] == []


def test_the_layers_are_those_of_the_contract() -> None:
    """What may import what is written down twice, and alike."""
    (contract,) = (
        each for each in PYPROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "layers"
    )
    (block,) = re.findall(r"^```text\n(.*?)\n```$", text_of("ARCHITECTURE.md"), re.DOTALL | re.M)
    assert block.splitlines() == [each.replace("distancecli.", "") for each in contract["layers"]]


def test_the_changes_begin_with_this_version() -> None:
    """A release has an entry, and no entry waits for its release."""
    assert re.findall(r"^## (\S+)$", text_of("CHANGELOG.md"), re.MULTILINE)[0] == __version__


@each_document
def test_a_document_is_read_at_one_sitting(name: str) -> None:
    """Each has its limit; of the changes, those of the newest release."""
    assert len(of_today(name).splitlines()) < LONGEST[name]
