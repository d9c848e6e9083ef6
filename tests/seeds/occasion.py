"""What a number draws before a run: what is asked for, the files at hand, and the streams."""

import random
from pathlib import Path
from typing import Final

from msgspec import Struct

from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.model import Guide, Question
from distancecli.interview.keptstart import actions_by_name
from distancecli.interview.replay import coming_back
from distancecli.interview.since import Given, telling_questions
from distancecli.interview.start import Chosen
from distancecli.rendering.formats import Format
from distancecli.run.request import Request
from distancecli.system.console import Sink
from tests.support.random_reader import answer

EARLIER: Final = "mine.yaml"
"""The answers file of the last time."""
TODAY: Final = "now.yaml"
"""The answers file of this run."""
OTHERS: Final = {
    "theirs.txt": "A letter.\n",
    "theirs.md": "# A list\n",
    "theirs.yaml": "told: open\n",
}
"""Files of somebody else, in the same folder."""
FOLDER: Final = "inner"
PLANS: Final = (
    *("plan.txt", "plan.md", "plan.html", "plan.json", "plan"),
    *(f"{FOLDER}/plan.txt", f"{FOLDER}/plan.md", f"{FOLDER}/plan"),
    *("theirs.txt", "theirs.md"),
)
"""Names for a plan, some of which another file has."""
ANSWERS: Final = ("saved.yaml", "saved", f"{FOLDER}/saved.yaml", "theirs.yaml", EARLIER)
REFUSED: Final = ("plan.pdf", "missing/plan.txt", FOLDER)
"""Names that no file can have."""


class Brought(Struct, frozen=True):
    """An answers file: what it says, and what an unchanged guide reads in it."""

    text: str
    given: Given


class Occasion(Struct, frozen=True):
    """A run before it begins."""

    request: Request
    output: Sink
    errors: Sink
    somebody: bool
    """Whether anybody sits at a terminal."""
    is_read: bool
    """Whether somebody reads the pipe behind standard output."""
    now: Brought | None = None
    earlier: Brought | None = None

    @property
    def files(self) -> dict[str, str]:
        """The files that are there before."""
        brought = {TODAY: self.now, EARLIER: self.earlier}
        return OTHERS | {name: each.text for name, each in brought.items() if each}

    def lay_out(self, folder: Path) -> None:
        """Puts the files into the folder."""
        (folder / FOLDER).mkdir()
        for name, text in self.files.items():
            (folder / name).write_text(text)

    @property
    def in_words(self) -> str:
        """What is asked for, for whoever reads of a failure."""
        where = f"output to a {self.output}" + ("" if self.is_read else " that nobody reads")
        nobody = "" if self.somebody else ", nobody there"
        return f"distance {' '.join(self.arguments())} ({where}{nobody})"

    def arguments(self) -> list[str]:
        """The command line."""
        asked = self.request
        line = ["guide"] if asked.again is None else ["again", asked.again]
        named = {"--answers": asked.answers, "--output": asked.output, "--format": asked.form}
        named |= {"--save-answers": asked.save_answers}
        for option, value in named.items():
            line += [] if value is None else [option, str(value)]
        switches = {"--ask": asked.ask, "--plain": asked.plain, "--force": asked.force}
        return line + [option for option, is_on in switches.items() if is_on]


def occasion_of(chance: random.Random, guide: Guide, *, in_terminal: bool = False) -> Occasion:
    """Draws a run; one in a real terminal is always asked, and its pipe is always read."""
    is_again = chance.random() < 0.35
    is_unasked = not in_terminal and chance.random() < 0.1
    has_answers = is_unasked or (not is_again and chance.random() < 0.25)
    somebody = not is_unasked or chance.random() < 0.5
    elsewhere = [Sink.FILE, Sink.PIPE] + ([] if in_terminal else [Sink.DEVICE])
    output = chance.choice([Sink.TERMINAL] * 6 * somebody + elsewhere)
    errors = chance.choice([Sink.TERMINAL] * somebody + [Sink.FILE, Sink.PIPE])
    may_be_refused = chance.random() < 0.03
    request = Request(
        answers=TODAY if has_answers else None,
        again=EARLIER if is_again else None,
        ask=has_answers and not is_unasked,
        plain=chance.random() < 0.25,
        output=chance.choice([None, None, None, "-", *PLANS, *REFUSED * may_be_refused]),
        form=chance.choice([None] * 6 + list(Format)),
        save_answers=chance.choice([None, None, *ANSWERS]),
        force=chance.random() < 0.2,
    )
    return Occasion(
        request,
        output,
        Sink.TERMINAL if in_terminal else errors,
        somebody,
        is_read=in_terminal or output is not Sink.PIPE or chance.random() < 0.8,
        now=_brought(chance, coming_back(guide) if is_again else guide) if has_answers else None,
        earlier=_brought(chance, guide, is_earlier=True) if is_again else None,
    )


def _brought(chance: random.Random, guide: Guide, *, is_earlier: bool = False) -> Brought:
    """An answers file; one of the last time can have private answers too, put in by somebody."""
    telling = telling_questions(guide) if is_earlier and chance.random() < 0.8 else frozenset()
    asked = [each for each in guide.questions if not each.again and each.id not in telling]
    answers = {each.id: calmly(each, chance) for each in asked if chance.random() < 0.8}
    start = _start(chance, guide) if chance.random() < (0.7 if is_earlier else 0.2) else None
    lines = [f"{id}: [{', '.join(sorted(codes))}]\n" for id, codes in answers.items()]
    if start:
        moment = f", moment: {start.moment}" if start.moment else ""
        lines.append(f"start: {{action: {start.step}/{start.action}{moment}}}\n")
    if is_earlier and "told" in answers and chance.random() < 0.15:
        del answers["told"]  # the guide was changed since
        lines = ["told: whispered\n" if each.startswith("told:") else each for each in lines]
    return Brought("".join(lines) or "{}\n", Given(answers, start))


def _start(chance: random.Random, guide: Guide) -> Chosen:
    step, _, action = chance.choice(sorted(actions_by_name(guide))).partition("/")
    moment = chance.choice([None, *(each.id for each in guide.plan.moments)])
    return Chosen(step, moment, action)


def calmly(question: Question, chance: random.Random, calm: float = 0.75) -> Codes:
    """An answer to the question; to a private one as often as `calm` says that there is nothing."""
    harmless = [each.code for each in question.options if not each.off_record]
    alone = [each.code for each in question.options if each.exclusive]
    if question.private and chance.random() < calm:
        return frozenset({chance.choice(alone or harmless)})
    return SKIP if chance.random() < 0.05 else answer(question, chance)
