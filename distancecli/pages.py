"""The pages of a guide: its words and its state, put into `Page` values."""

from distancecli.answers import SKIP, Answers, Codes
from distancecli.conditions import SKIPPED, Situation
from distancecli.guide import Ending, Guide, Notice, Question
from distancecli.interview import Interview, at_most_to_go
from distancecli.plan import Passage, message
from distancecli.prompts.page import Choice, Page, Words

GO_ON = "go_on"
LEAVE = "leave"
ALL = "all"


def _words(guide: Guide, keys: str) -> Words:
    return Words(keys=keys, more=guide.labels.more)


def welcome_page(guide: Guide) -> Page:
    """What this is, what it keeps, how to leave."""
    return Page(
        heading=guide.welcome.title,
        text=tuple(Passage(text) for text in guide.welcome.text),
        choices=(Choice(GO_ON, guide.labels.begin),),
        words=_words(guide, guide.labels.keys_welcome),
        hasty=True,
    )


def question_page(guide: Guide, question: Question, interview: Interview, answers: Answers) -> Page:
    """A question, with its answer chosen where it has one already."""
    labels = guide.labels
    options = (Choice(option.code, option.label, option.exclusive) for option in question.options)
    help_text = (question.help,) if question.help else ()
    more = (labels.many,) if question.many else ()
    return Page(
        heading=_count(guide, question, interview, answers),
        text=tuple(Passage(text) for text in (question.ask, *help_text, *more)),
        choices=(*options, Choice(SKIPPED, labels.skip, alone=True)),
        words=Words(
            keys=labels.keys_many if question.many else labels.keys_one,
            alone=labels.alone,
            no_longer_alone=labels.no_longer_alone,
            nothing_marked=labels.nothing_marked.format(skip=labels.skip),
            more=labels.more,
        ),
        many=question.many,
        chosen=answers.get(question.id, frozenset()),
        unhurried=question.sensitive,
    )


def _count(guide: Guide, question: Question, interview: Interview, answers: Answers) -> str:
    number = interview.asked.index(question) + 1
    left = at_most_to_go(guide, answers, question)
    label = guide.labels.count if left else guide.labels.count_last
    return label.format(number=number, left=left)


def check_page(guide: Guide, interview: Interview) -> Page:
    """Every answer that counts; the reader goes on, or picks one to change."""
    labels = guide.labels
    given = (
        Choice(question.id, f"{question.ask} {_in_words(guide, question, interview.live)}")
        for question in interview.asked
    )
    return Page(
        heading=labels.check_title,
        text=(Passage(labels.check_text),),
        choices=(Choice(GO_ON, labels.check_go_on), *given),
        words=_words(guide, labels.keys_one),
    )


def _in_words(guide: Guide, question: Question, live: dict[str, Codes]) -> str:
    """The answer in the reader's words, unless it is one that is never shown again."""
    codes = live[question.id]
    if codes == SKIP:
        return f"\n{guide.labels.skip}"
    if question.sensitive:
        return f"\n{guide.labels.check_hidden}"
    chosen = (option.label for option in question.options if option.code in codes)
    return "\n" + "\n".join(chosen)


def country_page(guide: Guide, about: Ending | Notice, situation: Situation) -> Page:
    """How the ending or notice begins, and the question for which country's help lines.

    Only how it begins: what matters is that the numbers are one key away in any window.
    """
    shown = message(guide, about, situation, country=None)
    countries = guide.support.countries.items()
    return Page(
        heading=shown.title,
        text=(*shown.text[:1], Passage(guide.labels.country_ask)),
        choices=(
            *(Choice(code, country.name) for code, country in countries),
            Choice(ALL, guide.labels.country_all),
        ),
        words=_words(guide, guide.labels.keys_one),
        unhurried=True,
    )


def ending_page(
    guide: Guide, ending: Ending, situation: Situation, country: str | None, last: tuple[str, ...]
) -> Page:
    """An ending's page; `last` are lines of the program's own below its text."""
    shown = message(guide, ending, situation, country)
    return Page(
        heading=shown.title,
        text=(*shown.text, *(Passage(text) for text in last)),
        choices=(Choice(LEAVE, guide.labels.ending_clear),),
        words=_words(guide, guide.labels.keys_ending),
        unhurried=True,
        hasty=True,
    )


def notice_page(guide: Guide, notice: Notice, situation: Situation, country: str | None) -> Page:
    """A notice that is shown at once; the reader asks for the steps, or leaves."""
    labels = guide.labels
    shown = message(guide, notice, situation, country)
    return Page(
        heading=shown.title,
        text=(*shown.text, Passage(labels.notice_ask)),
        choices=(Choice(GO_ON, labels.notice_go_on), Choice(LEAVE, labels.notice_leave)),
        words=_words(guide, labels.keys_one),
        unhurried=True,
    )
