"""What must hold in every run, whatever was drawn: at each page, and once the run has ended."""

from pathlib import Path

from distancecli.asking.page import Act, Blank, Page, Reply, Turn
from distancecli.guide.model import Guide
from distancecli.rendering.ear import as_heard
from distancecli.rendering.firstscreen import first_screen
from distancecli.rendering.formats import Format, in_form
from distancecli.rendering.outline import in_full, message_section
from distancecli.system.console import Sink
from tests.seeds.account import Account
from tests.seeds.occasion import REFUSED, Occasion
from tests.seeds.shelf import DAY, Shelf
from tests.seeds.watched import Files, Said, Shown
from tests.support.undated import undated

WIDTH = 80


class Oracle:
    """Notes what a reader is shown and says, and holds it against the core."""

    def __init__(self, guide: Guide, occasion: Occasion, folder: Path, files: Files):
        self.occasion = occasion
        self.account = Account(guide, occasion)
        self.shelf = Shelf(self.account, occasion, folder, files)
        self.diary: list[str] = []
        """The run in words, for whoever reads of a failure."""
        self.replies: list[Reply | str] = []
        """All that the reader said."""
        self.page: Page | None = None
        """The page that the reader is on."""
        self.blank: Blank | None = None
        """The line that they fill in."""
        self.ended: Act | None = None
        """How the reader ended the run in order, once they did: at the plan, or by an ending."""
        self._today = set(occasion.now.given.answers) if occasion.now else set()
        """The questions that were answered in this run, or asked."""
        self._is_for_answers = self._is_copy = False
        """What the line is for: the answers, or else the plan; a copy, or else what options say."""

    def note(self, event: Shown | Said) -> None:
        """Takes note of what happens next, and sees that it is as it must be."""
        if isinstance(event, Said):
            self._heard(event)
            self.shelf.remember()
            return
        self.page = event.what if isinstance(event.what, Page) else None
        self.blank = event.what if isinstance(event.what, Blank) else None
        self.diary.append(f"    {self._in_words(event)}")
        if self.page:
            self.account.shown(self.page)
        self.shelf.look(event.files)
        if self.page:
            self._check(self.page)
        if self.blank and self.blank.text:
            self._is_for_answers = self.blank.text[0] == self.account.guide.labels.answers_yes

    def _in_words(self, event: Shown) -> str:
        if isinstance(event.what, str):
            return f'says "{event.what}"'
        if isinstance(event.what, Blank):
            return f"line: {event.what.prompt}"
        asks = event.what.text[event.what.before].text if event.what.asks else ""
        return f"page: {event.what.heading}{asks and ': '}{asks}"

    def _heard(self, event: Said) -> None:
        said = event.what
        self.replies.append(said)
        words = sorted(map(repr, said)) if isinstance(said, frozenset) else [repr(said)]
        self.diary.append(f"{' '.join(words)}")
        if isinstance(said, str):
            self.shelf.named(said, self._is_for_answers, is_option=not self._is_copy)
        elif self.page:
            labels = self.account.guide.labels
            if self.page.heading not in (labels.exists_title, labels.answers_title):
                self._is_copy = said == frozenset({Act.COPY})
            if self.page.heading == labels.exists_title:
                is_agreed = Act.REPLACE.is_chosen_in(said)
                self.shelf.about_older(self.page.text[0].text, is_agreed)
            self._notice_end(self.page, said)
            self.account.said(self.page, said)

    def _notice_end(self, page: Page, said: frozenset[str] | Turn) -> None:
        acts = [act for act in (Act.FINISH, Act.CLEAR, Act.LEAVE) if act.is_chosen_in(said)]
        leaves = page.unhurried and (page.keys[-1:] == (Act.LEAVE,))
        at_plan = self._is_plan(page) or page.heading == self.account.guide.labels.menu_title
        if acts and (leaves or at_plan):
            self.ended = acts[0]

    # --- Pages -----------------------------------------------------------------------------------

    def _is_plan(self, page: Page) -> bool:
        return page.drawn is not None and Act.FINISH in page.keys

    def _check(self, page: Page) -> None:
        """The page is one that the core has for this reader, with the core's words."""
        account = self.account
        plan, guide = account.plan, account.guide
        if question := account.question_on(page):
            assert question in account.interview.asked, f"{question.id} is not to be asked"
            self._today.add(question.id)
        elif page.heading in (guide.labels.check_title, guide.labels.again_check_title):
            self._check_answers(page)
        elif self._is_plan(page):
            self._check_plan(page)
        elif page.drawn:
            sections = [in_full(guide, plan, each) for each in plan.steps]
            if page.keys != (Act.LEAVE,):
                sections = [message_section(each) for each in plan.notices]
            texts = [as_heard([each], guide.labels.highlighted, WIDTH) for each in sections]
            assert page.drawn.heard(WIDTH) in texts
        elif page.keys == (Act.LEAVE,) and page.unhurried:
            assert plan.ending
            texts = [each.text for each in page.text]
            assert texts[: len(plan.ending.text)] == [each.text for each in plan.ending.text]

    def _check_answers(self, page: Page) -> None:
        interview = self.account.interview
        labels = self.account.guide.labels
        asked = {each.id: each for each in interview.asked}
        listed = {each.key: each for each in page.offered if each.key != Act.GO_ON}
        assert list(listed) == list(asked)
        assert not interview.next
        private = {id for id, question in asked.items() if question.private}
        assert private <= self._today, "a private answer is taken from the last time"
        for id, choice in listed.items():
            if asked[id].sensitive:
                assert choice.below in (labels.check_hidden, labels.skip), f"{id} is shown"

    def _check_plan(self, page: Page) -> None:
        """What stands on its first screen, but for the title, which can be left out."""
        plan, guide = self.account.plan, self.account.guide
        _, *sections = first_screen(guide, plan)
        assert page.drawn
        heard = page.drawn.heard(WIDTH)
        assert as_heard(sections, guide.labels.highlighted, WIDTH).rstrip("\n") in heard
        assert {each.id for each in plan.steps} >= set(page.drawn.keys) - {Act.START}
        assert (Act.COPY in page.keys) is not plan.off_record
        assert not plan.ending

    # --- The end ---------------------------------------------------------------------------------

    def close(self, files: Files, code: int, left_with: int | None) -> None:
        """The run has ended with that code; `left_with` is the one of whoever left it."""
        self.diary.append(f"ended with {code}")
        self.shelf.look(files)
        self.shelf.close()
        if left_with is None and self.occasion.request.asks and not self.is_refused:
            assert self.ended or self.goes_to_output, f"nobody left, and it ended with {code}"
        wanted = self._codes() if left_with is None else {left_with}
        assert code in wanted, f"it ended with {code}, not with {wanted}"

    @property
    def is_refused(self) -> bool:
        """Whether nothing is asked, since a file that is asked for cannot be written."""
        return any(name in REFUSED for name in self.shelf.asked_for)

    @property
    def goes_to_output(self) -> bool:
        """Whether the plan is for standard output, as the reader is in the end."""
        occasion = self.occasion
        if self.is_refused and occasion.request.asks:
            return False
        on_screen = occasion.output is Sink.TERMINAL
        kept_from_it = self.account.off_record and occasion.somebody and not on_screen
        return not kept_from_it and not (on_screen and occasion.request.form_shown is None)

    def _codes(self) -> set[int]:
        """The exit code of a run that nobody left."""
        asks, off_record = self.occasion.request.asks, self.account.off_record
        if asks and self.is_refused:
            return {1}
        if self.goes_to_output and not self.occasion.is_read:
            return {1 if asks else 141}
        if off_record:
            return {0}
        if not self.shelf.has_all_asked_for():
            return {1}
        return {0, 1} if self.shelf.disturbed else {0}

    def output(self) -> str:
        """What standard output has in the end of a run that nobody left, without its day."""
        if not (self.goes_to_output and self.occasion.is_read):
            return ""
        plan, is_copy = self.account.plan, self.occasion.output is not Sink.TERMINAL
        day = DAY if is_copy and not plan.off_record else None
        shown = plan.for_file() if is_copy else plan
        form = self.occasion.request.form_shown or Format.TEXT
        return undated(in_form(self.account.guide, shown, form, day))
