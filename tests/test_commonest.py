"""`distance guide` alone is read without Typer, and does the same as if Typer had read it."""

import inspect
import sys
from typing import Any

import pytest

from distancecli import cli, commandline, guiding


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """How the interview was asked for, with what was left out filled in."""
    found: list[dict[str, Any]] = []
    signature = inspect.signature(guiding.guide_by_questions)

    def note(*arguments: Any, **options: Any) -> None:
        bound = signature.bind(*arguments, **options)
        bound.apply_defaults()
        found.append(dict(bound.arguments))

    monkeypatch.setattr(guiding, "guide_by_questions", note)
    return found


def test_both_readings_mean_the_same(
    calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door asks for the interview just as the command of Typer does without options."""
    assert not commandline.run(["guide"])
    monkeypatch.setattr(sys, "argv", ["distance", "guide"])
    monkeypatch.setattr(cli, "make_readable", lambda: None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    assert len(calls) == 2
    assert calls[0] == calls[1]


def test_options_still_go_by_way_of_typer(
    calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an option there is more to read than one word."""
    monkeypatch.setattr(sys, "argv", ["distance", "guide", "--plain"])
    monkeypatch.setattr(cli, "make_readable", lambda: None)
    with pytest.raises(SystemExit):
        cli.main()
    assert [call["plain"] for call in calls] == [True]
