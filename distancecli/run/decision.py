"""Where a plan goes, what is left out of it, and which files stay: decided once, from values.

The rule that nothing reaches a file after an answer that is off record stands here alone; all
the rest of a run only carries out what is decided.
"""

from enum import Enum, auto

from msgspec import Struct

from distancecli.rendering.formats import Format
from distancecli.run.request import Request
from distancecli.system.console import Sink, Streams


class Surface(Enum):
    """Where a plan is shown."""

    PAGE = auto()
    """On the terminal, as a page of choices; one of a screen set aside is cleared when left."""
    SCREEN = auto()
    """On the terminal, below what stands there."""
    OUTPUT = auto()
    """On standard output, wherever that leads."""


class Files(Enum):
    """When the files that were asked for are written."""

    BEFORE = auto()
    """Before the plan is shown: whoever reads it from a pipe, as `less` does, takes the keys."""
    AFTER = auto()
    """Below the plan, where the reader can be asked about an older file."""
    NEVER = auto()
    """Not at all, and what the run has written already is taken away."""


class Decision(Struct, frozen=True):
    """What becomes of one plan."""

    surface: Surface
    form: Format | None
    """The form on standard output; None where the plan is drawn."""
    withholds: bool
    """Leaves out the notices that are for the screen alone."""
    files: Files
    tells: bool
    """Says what became of the files that were asked for."""
    has_menu: bool
    """The reader can change an answer, or keep a copy, once the plan is shown."""
    is_redirected: bool = False
    """Whoever was asked sees nothing of the plan, which is in a file of their shell."""

    @property
    def is_copy(self) -> bool:
        """Whether what standard output has is there to be kept, and so has its day on it."""
        return self.withholds and self.files is not Files.NEVER


def decide(
    request: Request, streams: Streams, *, off_record: bool, ending: bool = False
) -> Decision:
    """What becomes of a plan; `off_record` and `ending` say of which kind it is.

    An off-record plan goes to the person at the terminal and nowhere else. Only where there is no
    terminal at all, as in a script, is standard output left to show it on.
    """
    on_screen = streams.output is Sink.TERMINAL
    kept_from_output = off_record and streams.has_terminal and not on_screen
    is_drawn = kept_from_output or (on_screen and request.form_shown is None)
    if not is_drawn:
        surface = Surface.OUTPUT
    elif streams.has_keys and (request.asks or (ending and not request.plain)):
        surface = Surface.PAGE
    else:
        surface = Surface.SCREEN
    return Decision(
        surface=surface,
        form=None if is_drawn else request.form_shown or Format.TEXT,
        withholds=not (is_drawn or on_screen),
        files=_files(request, off_record, on_screen),
        tells=_tells(request, streams, off_record, kept_from_output),
        has_menu=request.asks and on_screen,
        is_redirected=request.asks and streams.output is Sink.FILE and not off_record,
    )


def _files(request: Request, off_record: bool, on_screen: bool) -> Files:
    if off_record:
        return Files.NEVER
    return Files.AFTER if request.asks and on_screen else Files.BEFORE


def _tells(request: Request, streams: Streams, off_record: bool, kept_from_output: bool) -> bool:
    if off_record:
        return request.names_files or kept_from_output
    return request.asks or Sink.TERMINAL in (streams.output, streams.errors)
