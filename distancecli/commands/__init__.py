"""The commands: options in, work handed on. What a command needs is imported when it runs."""

from typing import Annotated

import typer

GuideFile = Annotated[
    str | None,
    typer.Option("--guide", metavar="FILE", help="Use another guide file of the same shape."),
]
