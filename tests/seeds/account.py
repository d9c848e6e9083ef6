"""The oracle's own account of a run: what the reader has said so far, by the pages they were on."""

from distancecli.asking.page import Act, Page, Reply, Turn
from distancecli.asking.rows.responses import Response
from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.model import Guide, Question
from distancecli.interview.plan import Plan, Reader
from distancecli.interview.replay import Interview, coming_back, is_off_record, replay
from distancecli.interview.since import Given, open_part
from distancecli.interview.start import Chosen
from tests.seeds.occasion import Occasion


class Account:
    """What counts of one reader. The core makes the plan of it, and nothing else of the program."""

    def __init__(self, guide: Guide, occasion: Occasion):
        now = occasion.now.given if occasion.now else Given({})
        then = occasion.earlier.given if occasion.earlier else None
        self.answers = dict(now.answers)
        self.chosen = now.start
        self.earlier = then
        self.country: str | None = None
        self.guide = guide
        if then:
            self.answers = {**open_part(guide, then.answers), **now.answers}
            self.chosen = None if now.start == then.start else now.start
            if then.start or "went" in now.answers:
                self.guide = coming_back(guide)
        self.questions = {each.ask: each for each in self.guide.questions}
        self._before = self.answers
        """The answers before the last one was given."""
        self._doubted: tuple[Question, Codes] | None = None
        """The last answer, as long as the reader can still take it back."""
        self._thing: Chosen | None = None
        """What the reader will start with, and has not said when."""
        self._made: tuple[object, Reader] | None = None

    # --- What comes of it, by the core ------------------------------------------------------------

    @property
    def reader(self) -> Reader:
        """The reader as they are now."""
        said = dict(self.answers), self.country, self.chosen
        if self._made is None or self._made[0] != said:
            made = Reader(self.guide, *said, self.earlier)
            self._made = said, made
        return self._made[1]

    @property
    def plan(self) -> Plan:
        """Their plan."""
        return self.reader.plan

    @property
    def interview(self) -> Interview:
        """Where the answers have led so far."""
        return replay(self.guide, self.answers)

    @property
    def off_record(self) -> bool:
        """Whether nothing of the run may be in a file."""
        live = replay(self.guide, self.answers, missing=SKIP).live
        return is_off_record(self.guide, live)

    # --- What the reader does ---------------------------------------------------------------------

    def question_on(self, page: Page) -> Question | None:
        """The question that the page asks, if it asks one."""
        return self.questions[page.text[page.before].text] if page.asks else None

    def shown(self, page: Page) -> None:
        """A page came: what was said before it stands now, or is asked about."""
        labels = self.guide.labels
        if page.heading == labels.dropping_title:
            self.answers = self._before
        if self._thing and not self._is_about_moment(page):
            self.chosen, self._thing = self._thing, None

    def said(self, page: Page, reply: Reply) -> None:
        """The reader replied to the page."""
        labels = self.guide.labels
        if isinstance(reply, Turn):
            self._thing = None
        elif question := self.question_on(page):
            self._doubted = question, codes_of(question, reply)
            self._answer()
        elif page.heading == labels.dropping_title and Act.GO_ON.is_chosen_in(reply):
            self._answer()
        elif page.text and page.text[-1].text == labels.country_ask:
            (key,) = reply
            self.country = None if key == Act.ALL else key
        elif page.heading == labels.start_title:
            (key,) = reply
            self._start(key)
        elif self._thing and self._is_about_moment(page):
            (key,) = reply
            moment = None if key == Act.OPEN else key
            self.chosen = Chosen(
                self._thing.step, moment, self._thing.action, smaller=self._thing.smaller
            )
            self._thing = None

    def _answer(self) -> None:
        assert self._doubted
        question, codes = self._doubted
        self._before = self.answers
        self.answers = {**self.answers, question.id: codes}

    def _start(self, key: str) -> None:
        if key == Act.LATER:
            self.chosen = None
            return
        is_smaller = key == Act.SMALLER
        start = self.plan.start
        assert start
        step = start.recommended if is_smaller else key
        (action,) = (each.action_id for each in self.plan.steps if each.id == step)
        self._thing = Chosen(step, None, action, smaller=is_smaller)

    def _is_about_moment(self, page: Page) -> bool:
        return bool(page.text) and page.text[0].text == self.guide.labels.moment_ask


def codes_of(question: Question, reply: Codes) -> Codes:
    """The answer that a reply gives: a row that is open is no "no", and any "not sure" counts."""
    if not question.each:
        return reply
    said = dict(key.split("\t") for key in reply if "\t" in key)
    yes = {row for row, word in said.items() if word == Response.YES}
    is_unsure = Response.NOT_SURE in said.values() or question.each.not_sure in reply
    given = yes | ({question.each.not_sure} if is_unsure else set())
    if given:
        return frozenset(given)
    is_whole = said.keys() == {each.code for each in question.rows}
    return frozenset({question.each.no_to_all}) if is_whole else SKIP
