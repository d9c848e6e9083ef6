"""The pictures of the README show what the program shows today."""

import xml.etree.ElementTree as ElementTree

import pytest

from tests.project.pictures import FOLDER, pictures
from tests.support.terminal_driver import ROOT

REMAKE = "the picture is out of date; remake it: python -m tests.project.pictures"


@pytest.fixture(scope="module")
def today() -> dict[str, str]:
    """The pictures as of today."""
    return pictures()


@pytest.mark.parametrize("name", ["plan.svg", "question.svg"])
def test_a_picture_is_of_today(today: dict[str, str], name: str) -> None:
    """The file in the repository is what the program draws now, letter by letter."""
    assert (FOLDER / name).read_text(encoding="utf-8") == today[name], REMAKE


def test_every_picture_is_kept_and_shown(today: dict[str, str]) -> None:
    """No picture lies about that is not remade, and the README shows each."""
    assert {path.name for path in FOLDER.glob("*.svg")} == set(today)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in today if f"](tests/project/pictures/{name})" not in readme] == []


def test_a_picture_opens_without_the_network(today: dict[str, str]) -> None:
    """It is whole XML, and names no address but that of the SVG format itself."""
    for svg in today.values():
        ElementTree.fromstring(svg)
        assert "font-face" not in svg
        assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
