"""A reader at the page of their plan: what they read, what they start with, and what they do."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from distancecli.asking.asker import Asker
from distancecli.asking.conversation import Conversation
from distancecli.asking.page import Act, Blank, Page, Reply, Turn
from distancecli.asking.planpages import moment_page, plan_page, start_page, step_page, word_page
from distancecli.guide.model import Guide
from distancecli.interview.plan import Reader
from distancecli.interview.start import Chosen, Start
from distancecli.rendering.outline import foot, in_full, message_section
from distancecli.run.copies import Copies
from distancecli.run.keeping import Keeping
from distancecli.run.planlook import Drawing, first_screen_of


class PlanPage(Struct):
    """The page of one plan, until the reader leaves it."""

    talk: Conversation
    copies: Copies
    reader: Reader
    last: tuple[str, ...]
    """Lines of the program's own below the plan."""
    said: str
    """What is said at the foot of the page, until a key is pressed."""
    opened: str | None = None
    """The step that was read last; the page points at it."""

    @classmethod
    def after(
        cls,
        before: "PlanPage | None",
        talk: Conversation,
        copies: Copies,
        last: tuple[str, ...],
        chosen: Chosen | None = None,
    ) -> "PlanPage":
        """The page for the answers as they are now; `before` is the one before a change.

        `last` are lines of the program's own below the plan, `chosen` is what they start with.
        """
        reader = talk.reader(chosen)
        gone = _lost(before.reader, reader) if before else ()
        may_stay = before and not reader.plan.off_record
        lines = copies.lines_after_change(reader) if may_stay else ()
        return cls(talk, copies, reader, last, " ".join((*gone, *lines)))

    @property
    def asker(self) -> Asker:
        """Whoever asked the questions."""
        return self.talk.asker

    @property
    def guide(self) -> Guide:
        """The guide that the reader goes by."""
        return self.reader.guide

    def leave(self) -> Act:
        """Shows the page until it is left: to change an answer, to finish, or to finish and clear.

        Raises:
            KeyboardInterrupt: the reader left.
        """
        if self._notices() is Turn.BACK:
            return Act.CHANGE
        while True:
            reply = self.asker.show(self._page())
            self.said = ""
            if isinstance(reply, Turn):
                return Act.CHANGE
            (key,) = reply
            if key in (Act.CHANGE, Act.FINISH, Act.CLEAR):
                return Act(key)
            self._do(key)

    def _notices(self) -> Turn | None:
        """Shows each notice that the reader was not shown yet, on a page of its own."""
        for notice in self.reader.plan.notices:
            if notice.id not in self.talk.notified:
                drawing = Drawing((message_section(notice),), self.guide.labels.highlighted)
                if (reply := self.asker.show(word_page(self.guide, notice, drawing))) is Turn.BACK:
                    return reply
                self.talk.notified.add(notice.id)
        return None

    def _page(self) -> Page:
        drawn = first_screen_of(self.guide, self.reader.plan, foot(*self.last))
        return plan_page(
            self.guide,
            self.reader.plan,
            drawn,
            may_clear=not self.talk.plain,
            said=self.said,
            default=self.opened,
        )

    def _do(self, key: str) -> None:
        if key == Act.START:
            self._start()
        elif key == Act.COPY:
            asker = Telling(self.asker)
            Keeping(asker, self.copies, self.reader).keep_copy()
            self.said = " ".join(asker.told)
        else:
            self._read(key)

    def _read(self, step_id: str) -> None:
        """Shows all of a step."""
        guide = self.guide
        self.opened = step_id
        step = next(each for each in self.reader.plan.steps if each.id == step_id)
        drawing = Drawing((in_full(guide, self.reader.plan, step),), guide.labels.highlighted)
        self.asker.show(step_page(guide, step, drawing))

    # --- One thing, and a moment for it ----------------------------------------------------------

    def _start(self) -> None:
        """Asks for one thing, then for a moment; back from the second is the first again."""
        while thing := self._one_thing():
            moment = self._moment(thing)
            if not isinstance(moment, Turn):
                self.reader = self.reader.starting(replace(thing, moment=moment))
                return

    def _one_thing(self) -> Chosen | None:
        """What is chosen of the things to do; None for none now, and on the way back."""
        reply = self.asker.show(start_page(self.guide, self.reader.plan))
        if isinstance(reply, Turn):
            return None
        (key,) = reply
        if key == Act.SMALLER:
            start = self.reader.plan.start
            assert start
            step = start.recommended
            return Chosen(step, action=self._action_of(step), smaller=True)
        if key != Act.LATER:
            return Chosen(key, action=self._action_of(key))
        self.reader = self.reader.starting(None)
        return None

    def _action_of(self, step: str) -> str:
        return next(each.action_id for each in self.reader.plan.steps if each.id == step)

    def _moment(self, thing: Chosen) -> str | Turn | None:
        """The id of the moment that is chosen for it; None where it has none, or is left open."""
        start = self.reader.starting(thing).plan.start
        assert start
        if not start.moments:
            return None
        reply = self.asker.show(moment_page(self.guide, start))
        if isinstance(reply, Turn):
            return reply
        (key,) = reply
        return None if key == Act.OPEN else key


def _lost(before: Reader, after: Reader) -> Iterator[str]:
    """Says that this change took away what was chosen to start with, or the moment for it."""
    chosen, labels = after.chosen, after.guide.labels
    shown, start = before.plan.start, after.plan.start
    if not chosen or not shown or not start or not _is_of(shown, chosen):
        return
    if not _is_of(start, chosen):
        yield labels.start_gone
    elif shown.moment and not start.moment:
        yield labels.moment_gone


def _is_of(start: Start, chosen: Chosen) -> bool:
    return (start.step, start.action_id) == (chosen.step, chosen.action)


class Telling(Struct):
    """Asks as another one does, and remembers what was said, for the page that comes next.

    What stood above a line to fill in is read by then: why the name before it would not do.
    """

    asker: Asker
    told: list[str] = []
    _is_above: bool = False
    """Whether the last of them stands above what is asked next."""

    def show(self, page: Page) -> Reply:
        """Shows the page until the reader chooses or turns."""
        self._is_above = False
        return self.asker.show(page)

    def fill_in(self, blank: Blank) -> str | Turn:
        """What the reader types into the line, or a turn."""
        if self._is_above:
            self.told.pop()
        self._is_above = False
        return self.asker.fill_in(blank)

    def say(self, line: str) -> None:
        """Says a line."""
        self.told.append(line)
        self._is_above = True
        self.asker.say(line)
