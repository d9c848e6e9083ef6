"""The keys of a page and of a line to fill in: what each one asks of it."""

from asyncio import get_running_loop
from collections.abc import Callable
from time import monotonic
from typing import Any, Final

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from distancecli.asking.control import PageControl
from distancecli.asking.page import MOST_NUMBERED, Reply, Turn

REPEATS_WITHIN: Final = 0.15
"""Seconds; a key that is held down comes again sooner, once it has begun to."""

LEAVING: Final = (Keys.ControlC, Keys.ControlD, Keys.SIGINT)
"""The keys that leave, and what a signal is to a page."""

Handler = Callable[[KeyPressEvent], None]


def bindings(control: PageControl) -> KeyBindings:
    """The keys of a page. What is not bound here does nothing."""
    table: list[tuple[tuple[Keys | str, ...], Handler]] = [
        ((Keys.Any, Keys.BracketedPaste), _nothing),
        ((Keys.Down, Keys.ControlN, Keys.Tab, "j"), lambda _: control.down()),
        ((Keys.Up, Keys.ControlP, Keys.BackTab, "k"), lambda _: control.up()),
        ((Keys.Home,), lambda _: control.to_first()),
        ((Keys.End,), lambda _: control.to_last()),
        ((Keys.PageDown,), lambda _: control.turn(control.windowful())),
        ((Keys.PageUp,), lambda _: control.turn(-control.windowful())),
        ((" ",), lambda _: control.space()),
        ((Keys.ControlM, Keys.ControlJ), lambda event: _enter(event, control)),
        ((Keys.Left, Keys.Backspace, Keys.Escape), lambda event: _exit(event, control.back())),
        (("q",), lambda event: _exit(event, control.done())),
        ((Keys.ControlL,), lambda event: event.app.renderer.clear()),
        (LEAVING, _leave),
    ]
    table += [((str(number),), _chooser(control, number)) for number in control.number_keys]
    others = tuple(str(n) for n in range(1, MOST_NUMBERED + 1) if n not in control.number_keys)
    table += [(others, lambda _: control.say_no_number())]
    keys = KeyBindings()
    for names, handler in table:
        for name in names:
            keys.add(name)(handler)
    return keys


def name_bindings() -> KeyBindings:
    """The keys of a line to fill in, beside those that edit it."""
    keys = KeyBindings()
    empty = Condition(lambda: not get_app().current_buffer.text)
    for name in LEAVING:
        keys.add(name)(_leave)
    for name in (Keys.Left, Keys.Escape):
        keys.add(name, eager=True, filter=empty)(lambda event: _exit(event, Turn.BACK))
    return keys


def _nothing(_event: KeyPressEvent) -> None:
    """No text is ever typed or pasted into a page."""


def finish(application: Application[Reply], **outcome: Any) -> None:
    """Closes the page with a result or an exception, unless it is closing already."""
    if application.future and not application.future.done():
        application.exit(**outcome)


def _exit(event: KeyPressEvent, reply: Reply | None) -> None:
    if reply is not None:
        finish(event.app, result=reply)


def _enter(event: KeyPressEvent, control: PageControl) -> None:
    if not control.waits_for_release:
        _exit(event, control.reply())
        return
    before, now = control.entered, monotonic()
    control.entered = now
    if now - before > REPEATS_WITHIN:
        get_running_loop().call_later(REPEATS_WITHIN, _skip_if_released, event, control, now)


def _skip_if_released(event: KeyPressEvent, control: PageControl, entered: float) -> None:
    """Skips the page if no other Enter came since that one: then nobody is holding the key."""
    if control.entered == entered and control.waits_for_release:
        _exit(event, control.answer)


def _leave(event: KeyPressEvent) -> None:
    finish(event.app, exception=KeyboardInterrupt)


def _chooser(control: PageControl, number: int) -> Handler:
    return lambda event: _exit(event, control.number(number))
