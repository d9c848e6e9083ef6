"""The pages of a guide: its words and its state, put into `Page` values."""

from msgspec.structs import replace

from distancecli.asking.page import Act, Choice, Hints, Page, is_numbered
from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.model import Front, Guide, Question
from distancecli.interview.message import Message, Passage
from distancecli.interview.replay import Interview


def keys_for(guide: Guide, keys: str, choices: tuple[Choice, ...]) -> str:
    """The line of keys, with the number keys where there are few enough choices for them."""
    label = guide.labels.keys_numbers if is_numbered(choices) else ""
    numbers = label.format(last=len(choices))
    return keys.format(numbers=numbers)


def welcome_page(guide: Front, plain: bool = False, again: bool = False) -> Page:
    """What this is, what it keeps, how to leave; plain lines cannot be cleared, and say so.

    `again`: it is for a reader who comes back.
    """
    welcome, labels = guide.welcome, guide.labels
    text = tuple(labels.again_welcome.split("\n")) if again else welcome.text
    leaving = welcome.plain if plain else welcome.on_screen
    return Page(
        heading=welcome.title,
        text=tuple(Passage(text) for text in (*text, leaving)),
        choices=(Choice(Act.GO_ON, labels.begin),),
        hints=Hints(labels.keys_welcome, labels.prompt_begin, labels),
        empty=frozenset({Act.GO_ON}),
        hasty=True,
    )


def choosing(guide: Guide, choices: tuple[Choice, ...], prompt: str | None = None) -> Hints:
    """The words of a page on which one thing is chosen that is not an answer."""
    labels = guide.labels
    keys = keys_for(guide, labels.keys_one, choices)
    return Hints(keys, prompt or labels.prompt_choice, labels)


def choice_page(
    guide: Guide,
    heading: str,
    text: tuple[Passage, ...],
    choices: tuple[Choice, ...],
    default: str | None = None,
) -> Page:
    """A page on which one thing is chosen that is not an answer, and never by keys typed ahead."""
    hints = choosing(guide, choices)
    return Page(heading, text, choices, hints, unhurried=True, default=default)


def check_page(guide: Guide, interview: Interview, again: bool = False) -> Page:
    """Every answer that counts; the reader goes on, at its top or its end, or changes one.

    `again`: most of them are of the last time.
    """
    labels = guide.labels
    title, text = labels.check_title, labels.check_text
    if again:
        title, text = labels.again_check_title, labels.again_check_text
    given = (
        Choice(
            question.id,
            question.ask,
            below=_in_words(guide, question, interview.live),
            apart=question is interview.asked[0],
        )
        for question in interview.asked
    )
    choices = (Choice(Act.GO_ON, labels.check_go_on), *given)
    prompt = labels.prompt_check.format(go_on=labels.check_go_on)
    return Page(
        heading=title,
        text=(Passage(text),),
        choices=(*choices, replace(choices[0], again=True, apart=True)),
        hints=choosing(guide, choices, prompt),
        empty=frozenset({Act.GO_ON}),
    )


def _in_words(guide: Guide, question: Question, live: dict[str, Codes]) -> str:
    """The answer in the reader's words, but for what is never shown again or off record."""
    codes = live[question.id]
    if codes == SKIP:
        return guide.labels.skip
    if question.sensitive:
        return guide.labels.check_hidden
    chosen = [option for option in question.options if option.code in codes]
    shown = [option.label for option in chosen if not option.off_record]
    hidden = [guide.labels.check_hidden] if len(shown) < len(chosen) else []
    return "\n".join([*shown, *hidden])


def country_page(guide: Guide, shown: Message) -> Page:
    """How the ending or notice begins, and the question for which country's help lines.

    Only how it begins: what matters is that the numbers are one key away in any window.
    """
    countries = (Choice(code, each.name) for code, each in guide.support.countries.items())
    choices = (*countries, Choice(Act.ALL, guide.labels.country_all))
    text = (*shown.text[:1], Passage(guide.labels.country_ask))
    return choice_page(guide, shown.title, text, choices)


def ending_page(guide: Guide, shown: Message, last: tuple[str, ...] = ()) -> Page:
    """An ending's page; `last` are lines of the program's own below its text."""
    labels = guide.labels
    return Page(
        heading=shown.title,
        text=(*shown.text, *(Passage(text) for text in last)),
        choices=(Choice(Act.LEAVE, labels.ending_clear),),
        hints=Hints(labels.keys_ending, labels.prompt_ending, labels),
        empty=frozenset({Act.LEAVE}),
        unhurried=True,
        hasty=True,
    )


def notice_page(guide: Guide, shown: Message, plain: bool = False) -> Page:
    """A notice that is shown at once; the reader asks for the steps, or leaves."""
    labels = guide.labels
    leaving = labels.notice_leave_plain if plain else labels.notice_leave
    choices = (Choice(Act.GO_ON, labels.notice_go_on), Choice(Act.LEAVE, leaving))
    text = (*shown.text, Passage(labels.notice_ask))
    return choice_page(guide, shown.title, text, choices)


def dropping_page(guide: Guide, count: int) -> Page:
    """Says, before a change, how many later answers it leaves without effect."""
    labels = guide.labels
    choices = (Choice(Act.GO_ON, labels.dropping_go_on), Choice(Act.KEEP, labels.dropping_keep))
    said = labels.dropping_one if count == 1 else labels.dropping_many
    return Page(
        heading=labels.dropping_title,
        text=(Passage(said.format(count=count)),),
        choices=choices,
        hints=choosing(guide, choices),
    )


def menu_page(guide: Guide, may_keep: bool) -> Page:
    """What can be done below a plan that was written out; a copy only where one may be kept."""
    labels = guide.labels
    copy = (Choice(Act.COPY, labels.menu_keep),) if may_keep else ()
    change, finish = Choice(Act.CHANGE, labels.menu_change), Choice(Act.FINISH, labels.menu_finish)
    choices = (change, *copy, finish)
    return Page(
        heading=labels.menu_title,
        text=(),
        choices=choices,
        hints=choosing(guide, choices, labels.prompt_menu),
        unhurried=True,
        empty=frozenset({Act.FINISH}),
        default=Act.FINISH,
    )
