"""The commands: options in, work handed on. What a command needs is imported when it runs."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

GuideFile = Annotated[
    str | None,
    typer.Option("--guide", metavar="FILE", help="Use another guide file of the same shape."),
]


class GroupedCommand(TyperCommand):
    """A command whose help has its options under the headings of their panels."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Writes the options, those without a panel last, under a heading of typer's own."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                panel = getattr(parameter, "rich_help_panel", None) or "Options"
                groups.setdefault(panel, []).append(record)
        for heading, records in groups.items():
            with formatter.section(heading):
                formatter.write_dl(records)
