"""The commonest command line is read without Typer, and means what Typer reads in it."""

import sys

import pytest

from distancecli.cli import app as commandline
from distancecli.cli import main as cli
from distancecli.run import run as running
from distancecli.run.request import Request


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What the guide was asked for."""
    found: list[Request] = []
    monkeypatch.setattr(cli, "make_readable", lambda: None)
    monkeypatch.setattr(running, "guide_reader", found.append)
    return found


def through_the_door(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    """Runs the program as it starts."""
    monkeypatch.setattr(sys, "argv", ["distance", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code


def test_both_readings_mean_the_same(
    requests: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door asks for just what the command of Typer asks for, and does not ask Typer."""
    assert not commandline.run(["guide"])
    monkeypatch.delattr(commandline, "run")
    through_the_door(monkeypatch, "guide")
    assert len(requests) == 2
    assert requests[0] == requests[1]


@pytest.mark.parametrize(
    ("arguments", "request_made"),
    [
        (["guide", "--plain"], Request(plain=True)),
        (["guide", "--answers", "mine.yaml"], Request(answers="mine.yaml")),
        (["guide", "--answers=mine.yaml"], Request(answers="mine.yaml")),
        (["guide", "--answers", "mine.yaml", "--ask"], Request(answers="mine.yaml", ask=True)),
    ],
)
def test_all_else_goes_by_way_of_typer(
    requests: list[Request],
    arguments: list[str],
    request_made: Request,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever is typed another way is read by Typer."""
    through_the_door(monkeypatch, *arguments)
    assert requests == [request_made]
