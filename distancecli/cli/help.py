"""The shape of every help, and the option that names a guide for any command."""

from collections.abc import Iterable
from typing import Annotated, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

GuideFile = Annotated[
    str | None,
    typer.Option(
        "--guide",
        metavar="FILE",
        help="Go by another guide than the built-in one, such as an edited copy of steps.yaml. "
        "The same for all commands: set DISTANCE_GUIDE to its whole path.",
    ),
]

WHOLE: Final = 1000
"""Characters of a sentence that is not to be cut."""


class _Guiding:
    """A help with headings; the last paragraph of its docstring ends it, and says what to do."""

    def __init__(self, *arguments: Any, **settings: Any):
        text, _, settings["epilog"] = settings["help"].rpartition("\n\n")
        super().__init__(*arguments, **settings | {"help": text})

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What can be typed, without the braces that Typer has around what must be."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        return [piece.strip("{}") for piece in pieces]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Writes the commands, arguments and options, each kind below its heading."""
        _write(formatter, [*self._commands(), *self._parameters(ctx)])

    def _commands(self) -> Iterable[tuple[str, tuple[str, str]]]:
        for name, command in getattr(self, "commands", {}).items():
            yield command.rich_help_panel, (name, command.get_short_help_str(WHOLE))

    def _parameters(self, ctx: Any) -> Iterable[tuple[str, tuple[str, str]]]:
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            kind = "Options" if parameter.param_type_name == "option" else "Arguments"
            if record := parameter.get_help_record(ctx):
                yield parameter.rich_help_panel or kind, record


def _write(formatter: Any, entries: Iterable[tuple[str, tuple[str, str]]]) -> None:
    """Writes each entry below the heading that stands before it."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for heading, record in entries:
        groups.setdefault(heading, []).append(record)
    for heading, records in groups.items():
        with formatter.section(heading):
            formatter.write_dl(records)


class GuidingCommand(_Guiding, TyperCommand):
    """A command, with a help that says what to do next."""


class GuidingGroup(_Guiding, TyperGroup):
    """The commands together, with a help that says which to begin with."""
