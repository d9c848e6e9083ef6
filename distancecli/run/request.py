"""Guides a reader: asks them, or takes their answers from a file, and shows the plan."""

import sys
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from distancecli.errors import CannotWrite, Refused
from distancecli.guide.load import OpenGuide
from distancecli.rendering.formats import Format

if TYPE_CHECKING:
    from distancecli.guide.answers import Answers
    from distancecli.guide.labels import Labels
    from distancecli.guide.model import Guide
    from distancecli.run.copies import Copies
    from distancecli.system.terminal import Terminal

STANDARD_OUTPUT: Final = "-"


class Request(Struct, frozen=True):
    """What is asked for on the command line: the options of `distance guide`."""

    answers: str | None = None
    ask: bool = False
    plain: bool = False
    output: str | None = None
    form: Format | None = None
    save_answers: str | None = None
    force: bool = False
    guide_file: str | None = None

    @property
    def file(self) -> str | None:
        """The file that the plan goes into, if there is one."""
        return None if self.output == STANDARD_OUTPUT else self.output

    @property
    def form_shown(self) -> Format | None:
        """The form of the plan on standard output, if one is asked for."""
        if self.file is not None:
            return None
        return Format.TEXT if self.output and not self.form else self.form


def guide_reader(request: Request) -> None:
    """Does what is asked for, from the first page to the last file.

    Raises:
        UnreadableFile, FileProblems: the guide or the answers cannot be used.
        Refused: the options do not go together, or there is no terminal to ask on.
        CannotWrite: the plan could not be written.
        KeyboardInterrupt: the reader left.
    """
    from distancecli.system.terminal import wants_plain

    if request.ask and request.answers is None:
        raise Refused(
            "--ask goes with --answers FILE. Name one, or leave --ask out: all is asked then."
        )
    guide = OpenGuide(request.guide_file)
    names_files = request.file is not None or request.save_answers is not None
    copies = _copies((guide.whole if names_files else guide.front).labels, request)
    plain = request.plain or wants_plain()
    if request.answers is None or request.ask:
        _ask(guide, request, copies, plain)
    else:
        from distancecli.interview.plan import Given
        from distancecli.run.delivery import deliver

        given = Given(guide.whole, _read(guide.whole, request.answers))
        deliver(given, copies, request.form_shown, plain=plain)


def _copies(labels: "Labels", request: Request) -> "Copies":
    """The files that the options ask for."""
    from distancecli.run.copies import Copies, answers_copy, plan_copy
    from distancecli.system.files import is_same_place

    file, saved = request.file, request.save_answers
    if saved == STANDARD_OUTPUT:
        raise Refused("--save-answers: the answers need a file. Name one, such as mine.yaml.")
    if file and saved and is_same_place(file, saved):
        raise Refused(f"{file}: the plan and the answers need a file each. Name two.")
    copies = [] if file is None else [plan_copy(labels, file, request.form)]
    if saved is not None:
        copies.append(answers_copy(labels, saved))
    return Copies(labels, tuple(copies), request.force)


def _read(guide: "Guide", answers: str) -> "Answers":
    from distancecli.documents.document import read_document
    from distancecli.interview.answersfile import answers_from

    return answers_from(guide, read_document(answers))


def _ask(guide: OpenGuide, request: Request, copies: "Copies", plain: bool) -> None:
    from distancecli.asking.conversation import Left
    from distancecli.run.sitting import Sitting

    terminal = _terminal_for(guide.front.labels)
    copies.require_places()
    given = {} if request.answers is None else _read(guide.whole, request.answers)
    try:
        complete = Sitting(guide, terminal, copies, request.form_shown, plain, given).hold()
    except Left:
        return
    if not complete:
        sys.exit(CannotWrite.exit_code)


def _terminal_for(labels: "Labels") -> "Terminal":
    """The terminal to ask on, once it is sure that there is somewhere to put the plan."""
    from distancecli.system.streams import require_standard_output
    from distancecli.system.terminal import find_terminal, is_in_background

    require_standard_output()
    terminal = find_terminal()
    if terminal is None:
        raise Refused(labels.no_terminal)
    if is_in_background():
        raise Refused(labels.in_background)
    return terminal
