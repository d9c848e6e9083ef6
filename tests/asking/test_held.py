"""A key that is held down skips no page that must not be skipped; and a page is closed once."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any, Final

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import DummyOutput

from distancecli.asking import keys
from distancecli.asking.page import Reply, Turn
from distancecli.asking.screen import page_question, pages_on
from distancecli.guide.answers import SKIP
from tests.asking.test_askers import NOWHERE
from tests.asking.test_control import UNHURRIED, WINDOW
from tests.asking.test_scrolling import control_of

HELD: Final = [0.5, 0.53, 0.56, 0.59, 0.62, 0.65, 0.68]
"""When a key comes again that was pressed at 0 and is held down, in seconds."""


class Clock:
    """Time that passes when a test says so, and what is to be done at some moment of it."""

    def __init__(self) -> None:
        self.now = 0.0
        self._later: list[tuple[float, Callable[[], None]]] = []

    def call_later(self, delay: float, action: Callable[..., None], *given: Any) -> None:
        """Does it once that many seconds have passed."""
        self._later.append((self.now + delay, lambda: action(*given)))

    def pass_until(self, moment: float) -> None:
        """Does all that is to be done before that moment."""
        for when, action in list(self._later):
            if when < moment:
                self._later.remove((when, action))
                self.now = when
                action()
        self.now = moment


class OpenPage:
    """What keeps a page open, as far as its keys know: until there is a reply."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.future = self
        self.left: tuple[float, Reply] | None = None

    def done(self) -> bool:
        """Whether the page was left."""
        return self.left is not None

    def exit(self, result: Reply) -> None:
        """Leaves it, and remembers when and how."""
        self.left = self._clock.now, result


@pytest.mark.parametrize(
    ("enters", "down", "skipped"),
    [
        ([0.0], None, None),
        ([0.0, 1.0], None, 1.15),
        ([0.0, *HELD], None, None),
        ([0.0, *HELD, 1.0], None, 1.15),
        ([-1.0, 0.0, 0.15], None, None),
        ([0.0, 1.0], 1.1, None),
        ([0.0, 1.0, 2.0], 1.1, None),
        ([0.0, 1.0, 2.0, 3.0], 1.1, 3.15),
    ],
)
def test_a_page_is_skipped_by_a_second_enter_that_is_let_go_of(
    monkeypatch: pytest.MonkeyPatch, enters: list[float], down: float | None, skipped: float | None
) -> None:
    """The first warns; one after it counts once no other came, and no key took the warning back."""
    clock = Clock()
    page = OpenPage(clock)
    control = control_of(UNHURRIED, WINDOW)
    (binding,) = keys.bindings(control).get_bindings_for_keys((Keys.ControlM,))[-1:]
    monkeypatch.setattr(keys, "monotonic", lambda: clock.now)
    monkeypatch.setattr(keys, "get_running_loop", lambda: clock)
    event: Any = SimpleNamespace(app=page)
    for moment in sorted([*enters, *([down] if down else [])]):
        clock.pass_until(moment)
        if moment == down:
            control.down()
        else:
            binding.handler(event)
    clock.pass_until(10)
    assert page.left == ((skipped, SKIP) if skipped else None)


def test_a_page_is_closed_once() -> None:
    """What comes after that changes nothing, nor does what comes while none is open."""
    with create_pipe_input() as keyboard:
        application = pages_on(keyboard, DummyOutput(), whole_screen=True)
        page_question(UNHURRIED, application, NOWHERE)
        keys.finish(application, exception=KeyboardInterrupt)
        once = partial(keys.finish, application, result=Turn.BACK)
        again = partial(keys.finish, application, exception=KeyboardInterrupt)
        application.pre_run_callables += [once, again]
        assert application.run() is Turn.BACK
        keys.finish(application, exception=KeyboardInterrupt)
