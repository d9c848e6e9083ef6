"""Which paragraphs every possible reader is shown, as statements, and the help lines below them."""

from distancecli.checking.everyone.logic import FALSE, TRUE, Statement
from distancecli.checking.everyone.record import Record, Standing
from distancecli.checking.kinds import GUARDED, Audience, Kind, ShownText
from distancecli.documents.plaindata import Place
from distancecli.guide.model import Paragraph, StepText, Text, paragraphs


class Paragraphs:
    """The paragraphs of a page, of a step or around the steps; `owner` is the id of that."""

    def __init__(self, record: Record, place: Place, text: Text | StepText, kind: Kind, owner: str):
        self._record = record
        self._place = place
        self._text = paragraphs(text)
        self._kind = kind
        self._owner = owner

    def add(self, whole: Statement, starts: Statement | None = None) -> None:
        """Keeps who is shown them: readers with `whole`.

        In a step, and for readers with `starts` alone, the first one stands in the plan itself, as
        do those that are never cut; and all of them do where the step is the start.
        """
        logic = self._record.logic
        found = [self._audience(each, whole) for each in self._text]
        leads = logic.among_first([each.shown for each in found], 1)
        for index, paragraph in enumerate(self._text):
            kept = getattr(paragraph, "keep", False)
            stands = None
            if starts is not None:
                short = starts if kept else logic.all((starts, leads[index]))
                stands = Standing(short, self._owner, starts)
            here = found[index].shown
            self._record.add_audience((*self._place, index), found[index], paragraph.topic, stands)
            for line in paragraph.support:
                served = self._record.places.serve([line])
                self._record.add_outcome("lines", line, logic.all((here, served)), stands)

    def _audience(self, paragraph: Paragraph, whole: Statement) -> Audience:
        record, logic = self._record, self._record.logic
        meant = logic.all((whole, record.everyone.holds(paragraph.when)))
        marks = getattr(paragraph, "safe_for", ())
        safe = record.is_safe(marks) if self._kind in GUARDED else TRUE
        shown = logic.all((meant, safe))
        what = ShownText(self._kind, self._owner, paragraph.text)
        # Readers are compared by their answers, so the words count as shown wherever they are.
        record.add_words(what, shown if record.places.anywhere(paragraph.support) else FALSE)
        # Where none of its lines are known it is left out, and nothing of it is promised.
        here = logic.all((shown, record.places.serve(paragraph.support)))
        return Audience(here, shown, meant)
