"""What the Tab key offers: commands, options, and what belongs behind them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

FILES: Final = ("FILE", "[FILE]", "OLD", "NEW")
"""Where a file belongs, as the help names it."""
LONGEST: Final = 70
"""Characters of what is said of a command."""


class Offer(NamedTuple):
    """A word that could stand there, with a word on it; or any file."""

    word: str = ""
    about: str = ""
    is_file: bool = False


def offers(group: Any, words: Sequence[str]) -> Iterator[Offer]:
    """What could stand in place of the last word, which may be empty.

    `group` has the commands as Typer has read them. Of `--option=word` some shells hand on one
    word, bash three.
    """
    *before, last = _joined(words) or [""]
    command = next((group.commands[word] for word in before if word in group.commands), None)
    known = (command or group).params
    option, glue, value = last.partition("=")
    if glue and (wanted := _option(known, option)):
        lead = "" if "=" in words else option + glue
        yield from _led(_of(wanted), value, lead)
    elif before and (wanted := _option(known, before[-1])) and not _is_flag(wanted):
        yield from _led(_of(wanted), last)
    elif last.startswith("-"):
        yield from _led(_options(known), last)
    elif command is None:
        named = (
            Offer(name, each.get_short_help_str(LONGEST)) for name, each in group.commands.items()
        )
        yield from _led(named, last)
    else:
        yield from _led(_next_argument(command, before), last)


def _joined(words: Sequence[str]) -> list[str]:
    """The words with what bash takes apart at an equals sign put together again."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _led(found: Iterator[Offer], begun: str, lead: str = "") -> Iterator[Offer]:
    """Those that go on from what was begun, in any letters, with what stands before them."""
    for offer in found:
        if offer.is_file or offer.word.casefold().startswith(begun.casefold()):
            yield offer._replace(word=lead + offer.word)


def _option(known: Sequence[Any], name: str) -> Any | None:
    return next((each for each in known if name in each.opts and name.startswith("-")), None)


def _is_flag(option: Any) -> bool:
    return option is None or bool(option.is_flag)


def _options(known: Sequence[Any]) -> Iterator[Offer]:
    for each in known:
        yield from (Offer(name, each.help) for name in each.opts)
    yield Offer("--help", "Show this message and exit.")


def _next_argument(command: Any, before: Sequence[str]) -> Iterator[Offer]:
    """What belongs to the next argument of the command that has not got one yet."""
    arguments = [each for each in command.params if not each.opts[0].startswith("-")]
    placed = before[before.index(command.name) + 1 :]
    options = [at for at, word in enumerate(placed) if word.startswith("-")]
    behind = {at + 1 for at in options if not _is_flag(_option(command.params, placed[at]))}
    given = len(placed) - len(options) - len(behind & set(range(len(placed))))
    several = [each for each in arguments if each.nargs == -1]
    for argument in islice([*arguments, *several * given], given, given + 1):
        yield from _of(argument)


def _of(parameter: Any) -> Iterator[Offer]:
    """What can stand for an option or an argument, by what the help calls it."""
    meant = parameter.metavar
    if meant in FILES:
        yield Offer(is_file=True)
    elif meant in BY_NAME:
        yield from BY_NAME[meant]()
    else:
        listed = meant.split("|") if meant else ()
        yield from map(Offer, getattr(parameter.type, "choices", None) or listed)


def _steps() -> Iterator[Offer]:
    from distancecli.guide.load import guide_at_hand

    for number, step in enumerate(guide_at_hand()[0].steps, start=1):
        yield Offer(str(number), step.title)


def _countries() -> Iterator[Offer]:
    from distancecli.guide.load import guide_at_hand

    for code, country in guide_at_hand()[0].support.countries.items():
        yield Offer(code, country.name)
        yield Offer(country.name, code)


def _shells() -> Iterator[Offer]:
    from distancecli.cli.shells import SCRIPTS

    return map(Offer, SCRIPTS)


BY_NAME: Final[dict[str, Callable[[], Iterator[Offer]]]] = {
    "NUMBER": _steps,
    "COUNTRY": _countries,
    "SHELL": _shells,
}
"""What belongs where the help has that name."""
