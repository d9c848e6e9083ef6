"""One run: what is asked for and what there is are looked up; the rest is decided and done."""

import sys

from msgspec.structs import replace

from distancecli.asking.asker import Askers
from distancecli.errors import CannotWrite, Refused
from distancecli.guide.labels import Labels
from distancecli.guide.load import OpenGuide
from distancecli.run.copies import Copies
from distancecli.run.request import Request
from distancecli.system.clock import today
from distancecli.system.console import Console, Sink
from distancecli.system.machine import machine
from distancecli.system.streams import CLOSED
from distancecli.system.terminal import wants_plain


def guide_reader(request: Request) -> None:
    """Does what is asked for where the program was started, from the first page to the last file.

    Raises:
        UnreadableFile, FileProblems: the guide or the answers cannot be used.
        Refused: the options do not go together, or there is no terminal to ask on.
        CannotWrite: the plan, or a file that was asked for, could not be written.
        KeyboardInterrupt: the reader left.
    """
    from distancecli.asking.askers import TerminalAskers

    request = replace(request, plain=request.plain or wants_plain())
    console = Console.found(request.reads_input)
    if not run(request, console, TerminalAskers(console, request.plain), today()):
        sys.exit(CannotWrite.exit_code)


def run(request: Request, console: Console, askers: Askers, day: str) -> bool:
    """The same on any console, with anyone who asks, on any day; whether no file is missing."""
    request.refuse_contradictions()
    guide = OpenGuide(request.guide_file)
    # What is said of files is filled in: only a guide that is looked through whole can say it.
    labels = (guide.whole if request.names_files else guide.front).labels
    copies = Copies.asked_for_by(request, labels, day)
    if request.asks:
        return _ask(request, guide, console, askers, copies)
    from distancecli.run.brought import brought_by
    from distancecli.run.delivery import Delivery

    machine.write_no_dump()
    brought = brought_by(guide.whole, request)
    for line in (labels.again_gone_text, *brought.gone) if brought.gone else ():
        console.tell(line)
    Delivery(request, console, askers, copies).deliver_unasked(brought.reader())
    return True


def _ask(
    request: Request, guide: OpenGuide, console: Console, askers: Askers, copies: Copies
) -> bool:
    from distancecli.run.session import Session

    _require_reader(console, guide.front.labels, request)
    copies.require_places()
    brought = None
    if request.brings_answers:
        from distancecli.run.brought import brought_by

        brought = brought_by(guide.whole, request)
        if request.reads_input:
            console.take_keys()
    return Session(request, guide, console, askers, copies, brought).run()


def _require_reader(console: Console, labels: Labels, request: Request) -> None:
    """Makes sure, before anything is asked, that somebody is there, and the plan has a place."""
    if console.streams.output is Sink.CLOSED:
        raise CannotWrite(CLOSED)
    if not console.streams.has_keys and request.again:
        raise Refused(labels.again_no_terminal)
    if not console.streams.has_keys:
        raise Refused(labels.no_terminal)
    if console.streams.in_background:
        raise Refused(labels.in_background)
