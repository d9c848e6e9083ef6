"""`distance new`: a beginning for whoever writes a guide."""

from pathlib import Path
from typing import Annotated, Final

import typer

from distancecli.errors import Refused

HERE: Final = Path(__file__).parent.parent
STARTER: Final = HERE / "starter.yaml"
TUTORIAL: Final = HERE / "tutorial.txt"
SCHEMA_LINE: Final = "# yaml-language-server: $schema=steps.schema.json\n"
"""The first line of a guide whose editor knows its fields, once `distance schema` is saved."""
NEXT: Final = """{name} is written. What to type next:
distance check {name}
distance guide --guide {name}
distance new --explain
"""

NEW: Final = """Begin a guide of your own.

It writes a small whole guide, with a remark on each line, or the built-in one, with
--from-built-in. A file that is there already stays as it is. With --explain it shows on one
page how to go on.

\b
distance new guide.yaml
distance new --from-built-in guide.yaml
distance new --explain

To prove your guide, type: distance check guide.yaml
"""


def new(
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="The file to write.", show_default=False),
    ] = None,
    from_built_in: Annotated[
        bool, typer.Option("--from-built-in", help="Begin with a copy of the built-in guide.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how to go on, and write nothing.")
    ] = False,
) -> None:
    """Begin a guide of your own."""
    from distancecli.system.machine import machine
    from distancecli.system.streams import write_out

    if explain:
        write_out(TUTORIAL.read_text(encoding="utf-8"))
        return
    if file is None:
        raise Refused("Name the file to write, such as: distance new guide.yaml")
    _write(file, _built_in() if from_built_in else STARTER.read_text(encoding="utf-8"))
    write_out(NEXT.format(name=machine.quoted(file)))


def _built_in() -> str:
    """The built-in guide; its first line names a schema that is only there in its own folder."""
    from distancecli.guide.load import built_in_path

    _, _, rest = built_in_path().read_text(encoding="utf-8").partition("\n")
    return SCHEMA_LINE + rest


def _write(file: str, text: str) -> None:
    from distancecli.guide.load import built_in, guide_from
    from distancecli.run.copies import reason_of
    from distancecli.system.files import NotWritten, Obstacle, write_whole

    done = write_whole(file, text)
    if isinstance(done, NotWritten):
        is_there = done.obstacle is Obstacle.EXISTS
        why = "it is there already" if is_there else reason_of(guide_from(built_in()).labels, done)
        raise Refused(f"{file or chr(34) * 2} was not written: {why}. Name another file.")
