"""What is asked for on the command line: the options of `distance guide`."""

from typing import Final

from msgspec import Struct

from distancecli.documents.textfile import STANDARD_INPUT
from distancecli.errors import Refused
from distancecli.rendering.formats import Format
from distancecli.system.files import is_same_place

STANDARD_OUTPUT: Final = "-"


class Request(Struct, frozen=True):
    """The options as they were given; `plain` also where the environment asks for it."""

    answers: str | None = None
    again: str | None = None
    """The answers file of the last time, of a reader who comes back."""
    ask: bool = False
    plain: bool = False
    output: str | None = None
    form: Format | None = None
    save_answers: str | None = None
    force: bool = False
    guide_file: str | None = None

    @property
    def asks(self) -> bool:
        """Whether the reader is asked, and not only a file of answers read."""
        return self.answers is None or self.ask

    @property
    def brings_answers(self) -> bool:
        """Whether answers come in a file, of this run or of the last time."""
        return self.answers is not None or self.again is not None

    @property
    def reads_input(self) -> bool:
        """Whether standard input is read as such a file, and keys come from the terminal itself."""
        return self.asks and STANDARD_INPUT in (self.answers, self.again)

    @property
    def file(self) -> str | None:
        """The file that the plan goes into, if there is one."""
        return None if self.output == STANDARD_OUTPUT else self.output

    @property
    def names_files(self) -> bool:
        """Whether the plan or the answers are to be written to a file."""
        return self.file is not None or self.save_answers is not None

    @property
    def form_shown(self) -> Format | None:
        """The form of the plan on standard output, if one is asked for."""
        if self.file is not None:
            return None
        return Format.TEXT if self.output and not self.form else self.form

    def refuse_contradictions(self) -> None:
        """Looks whether the options go together.

        Raises:
            Refused: they do not.
        """
        for option, name in (("--output", self.output), ("--save-answers", self.save_answers)):
            if name and (name.startswith("--") or not name.strip()):
                raise Refused(f'{option}: "{name}" is no name of a file. Name one after it.')
        if self.answers == self.again == STANDARD_INPUT:
            raise Refused("Both files cannot come from standard input. Name one of them.")
        if self.ask and self.answers is None:
            raise Refused(
                "--ask goes with --answers FILE. Name one, or leave --ask out: all is asked then."
            )
        if self.save_answers == STANDARD_OUTPUT:
            raise Refused("--save-answers: the answers need a file. Name one, such as mine.yaml.")
        if self.file and self.save_answers and is_same_place(self.file, self.save_answers):
            raise Refused(f"{self.file}: the plan and the answers need a file each. Name two.")
