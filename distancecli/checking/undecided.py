"""What holds only because an ending came first: a question that was not reached decides nothing.

For a reader whom an ending stops, a condition on a later question does not hold, and neither does
`none` of it. Someone who takes "not reached" for "no" may write a promise that seems to be kept,
or a paragraph of an ending that some of its readers miss. Both are named here.
"""

from collections.abc import Iterator

from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.model import Ending, Paragraph

NOT_REACHED = "not-reached"


def undecided_faults(proofs: Proofs) -> Iterator[Fault]:
    """Promises and paragraphs that would be otherwise if what was not reached counted as "no"."""
    yield from _promises(proofs)
    for index, ending in enumerate(proofs.guide.endings):
        yield from _paragraphs(proofs, ending, ("endings", index, "text"))


def _promises(proofs: Proofs) -> Iterator[Fault]:
    """Promises that are kept, and that a reader of an ending would break."""
    possible = proofs.logic.possible
    for index, promise in enumerate(proofs.guide.promises):
        when, lacks = proofs.everyone.holds(promise.when), -proofs.shown.holds(promise.then)
        broken = (proofs.everyone.holds_closed(promise.when), lacks)
        # One that is broken, or speaks of nobody, is told as that.
        if possible(when) and not possible(when, lacks) and possible(*broken):
            ended = proofs.everyone.ended.items()
            endings = ", ".join(id for id, reached in ended if possible(*broken, reached))
            said = (
                f'the promise "{promise.name}" is kept only because an ending ({endings}) comes '
                'before what `when` asks; if what is not asked counted as "no", this reader would '
                "break it; name the ending in `then`, or narrow `when`"
            )
            yield proofs.warning(("promises", index), said, NOT_REACHED, *broken)


def _paragraphs(proofs: Proofs, ending: Ending, place: Place) -> Iterator[Fault]:
    """Paragraphs that some readers of the ending miss, as they did not reach its question."""
    for number, paragraph in enumerate(ending.text):
        if isinstance(paragraph, Paragraph):
            meant = proofs.shown.audiences[(*place, number)].meant
            closed = proofs.everyone.holds_closed(paragraph.when)
            missed = (proofs.everyone.ended[ending.id], closed, -meant)
            if proofs.logic.possible(*missed):
                said = (
                    "this paragraph is missed only because the ending comes before what `when` "
                    'asks; if what is not asked counted as "no", this reader would see it; '
                    "let `when` speak of what is asked before"
                )
                yield proofs.warning((*place, number), said, NOT_REACHED, *missed)
