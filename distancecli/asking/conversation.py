"""The way through: welcome, questions, an ending or a notice where one is due, the check page.

It knows what comes when; how a page looks and how keys are read is the asker's.
"""

from collections.abc import Callable

from msgspec import Struct, field

from distancecli.asking import pages
from distancecli.asking.againpages import gone_page
from distancecli.asking.asker import Asker
from distancecli.asking.page import Act, Page, Reply, Turn
from distancecli.asking.questionpage import question_page
from distancecli.asking.rows.responses import as_codes
from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.conditions import Situation, questions_of
from distancecli.guide.model import Ending, Guide, Notice, Question, paragraphs
from distancecli.interview.message import message
from distancecli.interview.plan import Reader
from distancecli.interview.replay import Interview, is_off_record, notices, replay
from distancecli.interview.since import Given
from distancecli.interview.start import Chosen


class Left(Exception):
    """The reader has seen what there is to see, or has put it off; there is no plan to show."""


class Conversation(Struct):
    """One reader's way through a guide. What was answered stays, also while it does not count."""

    guide: Guide
    asker: Asker
    plain: bool = False
    """Whether it is held in plain lines, which cannot be cleared."""
    ending_words: Callable[[Reader], tuple[str, ...]] = lambda _reader: ()
    """Has lines of the program's own for the page of an ending, when there is one."""
    answers: dict[str, Codes] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    """The questions that came with an answer and were not asked since: those are passed over."""
    earlier: Given | None = None
    """What the reader brings along from the last time."""
    gone: tuple[str, ...] = ()
    """What of that the guide does not know any more, in words."""
    above: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands above a question, by its id."""
    said: dict[str, Codes] = field(default_factory=dict)
    """What was said row by row, which the answer does not hold all of."""
    country: str | None = None
    """The country whose help lines the reader asked for; None for all."""
    notified: set[str] = field(default_factory=set)
    """The ids of the notices that were shown."""
    _country_asked: bool = False

    def run(self) -> None:
        """Asks until the reader wants to see the plan.

        Raises:
            Left: an ending was reached, or the reader left at a notice.
            KeyboardInterrupt: the reader left.
        """
        self._welcome()
        interview = self.replayed()
        # An ending is not passed over: it is reached by the question that it hangs on.
        first = interview.asked[0] if interview.ending else interview.next
        self._go_on(first)

    def change(self) -> None:
        """Goes back to the check page with all the answers; else the same as `run`."""
        self._go_on(None)

    def reader(self, chosen: Chosen | None = None) -> Reader:
        """The reader as they answered so far, with their plan, and what they start with."""
        return Reader(self.guide, dict(self.answers), self.country, chosen, self.earlier)

    def replayed(self) -> Interview:
        """Where the answers have led so far."""
        return replay(self.guide, self.answers)

    def check_page(self) -> Page:
        """The page with all the answers so far."""
        return pages.check_page(self.guide, self.replayed(), again=self.earlier is not None)

    def is_off_record(self) -> bool:
        """Whether nothing of the run may reach a file, by the answers so far."""
        return is_off_record(self.guide, replay(self.guide, self.answers, missing=SKIP).live)

    def _go_on(self, question: Question | None) -> None:
        """Asks from a question on, or from the check page where it is None."""
        checking = False
        while True:
            if question is None:
                reply = self._check()
                checking = reply is not Turn.BACK
                question = self._chosen_on_check_page(reply)
                if question is None:
                    return
            if self._ask(question, again=checking) is Turn.BACK:
                question = self._before(question, checking)
            else:
                question = self._after(question, checking)

    # --- One page each ---------------------------------------------------------------------------

    def _welcome(self) -> None:
        first = pages.welcome_page(self.guide, self.plain, again=self.earlier is not None)
        gone = (gone_page(self.guide, self.gone),) if self.gone else ()
        while any(self.asker.show(page) is Turn.BACK for page in (first, *gone)):
            pass

    def _ask(self, question: Question, again: bool) -> Turn | None:
        """Asks until the answer stands: an ending or a notice may turn the reader back to it."""
        self.given.discard(question.id)
        while True:
            reply = self.asker.show(self._page(question, again))
            if isinstance(reply, Turn):
                return reply
            codes = as_codes(question, reply)
            if self._kept(question, codes):
                continue
            self.answers[question.id], self.said[question.id] = codes, reply
            if self._shown_at_once(question) is not Turn.BACK:
                return None

    def _page(self, question: Question, again: bool) -> Page:
        said = self.said.get(question.id)
        above, given = self.above.get(question.id, ()), self.given
        interview, answers = self.replayed(), self.answers
        return question_page(self.guide, question, interview, answers, said, again, given, above)

    def _kept(self, question: Question, codes: Codes) -> bool:
        """Says which later answers a change would drop, and whether the reader lets it be.

        Never before an ending: its page must not have to wait.
        """
        before = self.replayed()
        after = replay(self.guide, self.answers | {question.id: codes})
        counted = {each: codes for each, codes in before.live.items() if codes}
        dropped = [each for each, codes in counted.items() if not after.live.get(each, codes)]
        if after.ending or not dropped:
            return False
        answer = self.asker.show(pages.dropping_page(self.guide, len(dropped)))
        return answer is Turn.BACK or Act.KEEP.is_chosen_in(answer)

    def _check(self) -> Reply:
        """What the reader does on the check page; going on, they are asked for a country first."""
        reply = self.asker.show(self.check_page())
        if Act.GO_ON.is_chosen_in(reply) and self._asked_for_lines() is Turn.BACK:
            return self._check()
        return reply

    def _chosen_on_check_page(self, reply: Reply) -> Question | None:
        """The question to change, or the last one on the way back; None for the plan."""
        if isinstance(reply, Turn):
            return self.replayed().asked[-1]
        (key,) = reply
        return None if key == Act.GO_ON else self.guide.question(key)

    # --- Where to next ---------------------------------------------------------------------------

    def _before(self, question: Question, checking: bool) -> Question | None:
        """The question asked before; from the first one, by way of the welcome page.

        On a change it is the check page (None), which must have every answer, and no ending.
        """
        interview = self.replayed()
        if checking and not (interview.next or interview.ending):
            return None
        # Whoever comes back is led through what they were asked today.
        passed = self.given if self.earlier else ()
        asked = [each for each in interview.asked if each.id not in passed]
        place = asked.index(question)
        if place == 0:
            self._welcome()
            return question
        return asked[place - 1]

    def _after(self, question: Question, checking: bool) -> Question | None:
        """The next question; None for the check page. On a change only what it opened is asked."""
        interview = self.replayed()
        if checking:
            return interview.next
        later = interview.asked[interview.asked.index(question) + 1 :]
        return next((each for each in later if each.id not in self.given), None)

    # --- What is shown at once -------------------------------------------------------------------

    def _shown_at_once(self, question: Question) -> Turn | None:
        """Shows an ending or the notices that the answer to this question calls for."""
        interview = self.replayed()
        situation = Situation(self.guide.facts, interview.live)
        if interview.ending:
            return self._tell(interview.ending, situation)
        for notice in notices(self.guide, interview.live):
            depends = questions_of(notice.when, self.guide.facts)
            is_due = notice.at_once and question.id in depends
            if is_due and (turn := self._tell(notice, situation)):
                return turn
        return None

    def _tell(self, about: Ending | Notice, situation: Situation) -> Turn | None:
        """Shows its page, with the help lines of the reader's country, until they go on."""
        if turn := self._ask_country(about, situation):
            return turn
        shown = message(self.guide, about, situation, self.country)
        if isinstance(about, Ending):
            page = pages.ending_page(self.guide, shown, self.ending_words(self.reader()))
        else:
            self.notified.add(about.id)
            page = pages.notice_page(self.guide, shown, self.plain)
        reply = self.asker.show(page)
        if isinstance(reply, Turn):
            self._country_asked = False
            return reply
        if Act.LEAVE in reply:
            raise Left
        return None

    def _asked_for_lines(self) -> Turn | None:
        """Asks whose help lines to show, where a notice of the plan has any."""
        live = self.replayed().live
        situation = Situation(self.guide.facts, live)
        for notice in notices(self.guide, live):
            if turn := self._ask_country(notice, situation):
                return turn
        return None

    def _ask_country(self, about: Ending | Notice, situation: Situation) -> Turn | None:
        """Asks once whose help lines to show, if the page has any."""
        has_lines = any(paragraph.support for paragraph in paragraphs(about.text))
        if self._country_asked or not has_lines or not self.guide.support.countries:
            return None
        shown = message(self.guide, about, situation, country=None)
        reply = self.asker.show(pages.country_page(self.guide, shown))
        if isinstance(reply, Turn):
            return reply
        (key,) = reply
        self.country = None if key == Act.ALL else key
        self._country_asked = True
        return None
