"""The page of a question of the guide: its words, what was answered before, and how far it is."""

from collections.abc import Collection

from distancecli.asking.page import Choice, Hints, Page, Progress
from distancecli.asking.pages import keys_for
from distancecli.asking.rows.responses import keys_before
from distancecli.asking.rows.words import RowWords
from distancecli.guide.answers import SKIP, Answers, Codes
from distancecli.guide.conditions import SKIPPED
from distancecli.guide.model import Guide, Question
from distancecli.interview.message import Passage
from distancecli.interview.replay import Interview, at_most_to_go


def question_page(
    guide: Guide,
    question: Question,
    interview: Interview,
    answers: Answers,
    said: Codes | None = None,
    again: bool = False,
    given: Collection[str] = (),
    before: tuple[str, ...] = (),
) -> Page:
    """A question, with its answer chosen already where it has one; `said` is it row by row.

    `again`: it is asked for a change of answers that were all given, and counts no further. `given`
    are the questions that are passed over, and do not count. `before` stands above the question.
    """
    labels = guide.labels
    choices = _choices(guide, question)
    help_text = (question.help,) if question.help else ()
    together = question.many and not question.each
    more = (labels.many,) if together else ()
    progress = _progress(guide, question, interview, answers, given)
    chosen = keys_before(question, answers.get(question.id, frozenset()), said)
    return Page(
        heading=_change(guide, question, answers) if again else _count(guide, progress),
        text=tuple(Passage(text) for text in (*before, question.ask, *help_text, *more)),
        choices=choices,
        hints=_answering(guide, choices, together, bool(chosen)),
        many=together,
        chosen=chosen,
        empty=chosen or SKIP,
        unhurried=question.sensitive,
        rows=RowWords(labels) if question.each else None,
        asks=True,
        before=len(before),
        progress=None if again else progress,
    )


def _choices(guide: Guide, question: Question) -> tuple[Choice, ...]:
    """Every option and the skip; of rows, which can be left open, only the rows."""
    options = question.rows or question.options
    choices = [Choice(each.code, each.label, each.exclusive, above=each.above) for each in options]
    skip = [] if question.each else [Choice(SKIPPED, guide.labels.skip, alone=True)]
    return (*choices, *skip)


def _answering(guide: Guide, choices: tuple[Choice, ...], many: bool, chosen: bool) -> Hints:
    """The words of a page on which a question is answered; those of rows are their own."""
    labels = guide.labels
    keys = labels.keys_many if many else labels.keys_one
    prompt = labels.prompt_many if many else labels.prompt_one
    empty = labels.prompt_again if chosen else labels.skip
    return Hints(keys_for(guide, keys, choices), prompt.format(skip=empty), labels)


def _progress(
    guide: Guide,
    question: Question,
    interview: Interview,
    answers: Answers,
    given: Collection[str],
) -> Progress:
    """How far the question is: it never goes back on the way, as what can follow only shrinks."""
    earlier = interview.asked[: interview.asked.index(question)]
    done = sum(each.id not in given for each in earlier)
    return Progress(done, done + 1 + at_most_to_go(guide, answers, question, given))


def _count(guide: Guide, progress: Progress) -> str:
    number = progress.done + 1
    left = progress.most - number
    label = guide.labels.count if left else guide.labels.count_last
    return label.format(number=number, left=left)


def _change(guide: Guide, question: Question, answers: Answers) -> str:
    """What stands over a question that was picked to be changed, or that such a change opened."""
    return guide.labels.count_change if question.id in answers else guide.labels.count_opened
