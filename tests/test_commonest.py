"""`distance guide` alone is read without Typer, and does the same as if Typer had read it."""

import sys

import pytest

from distancecli import cli, commandline, guiding
from distancecli.guiding import NO_OPTIONS, Request


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What the guide was asked for."""
    found: list[Request] = []
    monkeypatch.setattr(cli, "make_readable", lambda: None)
    monkeypatch.setattr(guiding, "guide_reader", lambda request=NO_OPTIONS: found.append(request))
    return found


def test_both_readings_mean_the_same(
    requests: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door asks for just what the command of Typer does where no option is typed."""
    assert not commandline.run(["guide"])
    monkeypatch.setattr(sys, "argv", ["distance", "guide"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    assert len(requests) == 2
    assert requests[0] == requests[1]


def test_options_still_go_by_way_of_typer(
    requests: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an option there is more to read than one word."""
    monkeypatch.setattr(sys, "argv", ["distance", "guide", "--plain"])
    with pytest.raises(SystemExit):
        cli.main()
    assert requests == [Request(plain=True)]
