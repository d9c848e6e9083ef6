"""Every page, by the words that its guide has for it: what it says, offers, and waits for."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
from msgspec.structs import replace

from distancecli.asking.againpages import gone_page, last_words
from distancecli.asking.filepages import answers_page, exists_page, name_blank
from distancecli.asking.page import Act, Page
from distancecli.asking.pages import (
    check_page,
    country_page,
    dropping_page,
    ending_page,
    menu_page,
    notice_page,
    welcome_page,
)
from distancecli.asking.planpages import (
    moment_page,
    plan_page,
    start_page,
    step_page,
    word_page,
)
from distancecli.guide.answers import SKIP
from distancecli.interview.keptstart import actions_by_name
from distancecli.interview.message import Message, Passage
from distancecli.interview.plan import make_plan
from distancecli.interview.replay import replay
from distancecli.interview.start import Chosen
from tests.asking.test_conversation import CALM
from tests.support.built_in import GUIDE

LABELS: Final = GUIDE.labels
CODES: Final = [frozenset({each} if isinstance(each, str) else each) for each in CALM]
ASKED: Final = [each.id for each in GUIDE.questions if each.id not in ("went", "event_now")]
ANSWERS: Final = dict(zip(ASKED, CODES, strict=True))
PLAN: Final = make_plan(GUIDE, ANSWERS, None)
BARE: Final = replace(PLAN, start=None)
SHOWN: Final = Message("any", "A title", (Passage("One.", ("a line",)), Passage("Two.")))
MENU: Final = {Act.CHANGE: LABELS.menu_change, Act.FINISH: LABELS.menu_finish}
COPY: Final = {Act.COPY: LABELS.menu_keep}
CLEAR: Final = {Act.CLEAR: LABELS.menu_clear}
START: Final = {Act.START: LABELS.start_this}
COUNTRIES: Final = {code: each.name for code, each in GUIDE.support.countries.items()}
TITLES: Final = {step.id: step.title for step in PLAN.steps}
GIVEN: Final = {question.id: question.ask for question in replay(GUIDE, ANSWERS).asked}


class Drawing:
    """What stands on a page in place of its text: all the steps, and what is no choice."""

    keys = ("none of them", *TITLES)

    def rows(self, width: int, in_ascii: bool) -> Iterator[tuple[tuple[()], None]]:
        """Nothing is looked at here."""
        yield from ()

    def heard(self, width: int) -> str:
        """Nor heard."""
        return ""


DRAWN: Final = Drawing()


def by_numbers(last: int) -> str:
    """The keys of a page with so many choices."""
    numbers = LABELS.keys_numbers.format(last=last) if 1 < last < 10 else ""
    return LABELS.keys_one.format(numbers=numbers)


def plan(of: object = PLAN, **how: object) -> Page:
    """The first screen of a plan."""
    return plan_page(GUIDE, of, DRAWN, **{"may_clear": False, **how})  # type: ignore[arg-type]


PAGES: Final[dict[str, tuple[Any, ...]]] = {
    "welcome": (
        *(welcome_page(GUIDE), GUIDE.welcome.title),
        *([*GUIDE.welcome.text, GUIDE.welcome.on_screen], {Act.GO_ON: LABELS.begin}),
        *(LABELS.keys_welcome, LABELS.prompt_begin),
    ),
    "welcome, plain, of one who comes back": (
        *(welcome_page(GUIDE, plain=True, again=True), GUIDE.welcome.title),
        *([*LABELS.again_welcome.split("\n"), GUIDE.welcome.plain], {Act.GO_ON: LABELS.begin}),
        *(LABELS.keys_welcome, LABELS.prompt_begin),
    ),
    "check": (
        *(check_page(GUIDE, replay(GUIDE, ANSWERS)), LABELS.check_title, [LABELS.check_text]),
        *({Act.GO_ON: LABELS.check_go_on} | GIVEN, by_numbers(len(GIVEN) + 1)),
        LABELS.prompt_check.format(go_on=LABELS.check_go_on),
    ),
    "check of one who comes back": (
        *(check_page(GUIDE, replay(GUIDE, ANSWERS), again=True), LABELS.again_check_title),
        *([LABELS.again_check_text], {Act.GO_ON: LABELS.check_go_on} | GIVEN),
        by_numbers(len(GIVEN) + 1),
        LABELS.prompt_check.format(go_on=LABELS.check_go_on),
    ),
    "country": (
        *(country_page(GUIDE, SHOWN), "A title", ["One.", LABELS.country_ask]),
        *(COUNTRIES | {Act.ALL: LABELS.country_all}, by_numbers(len(COUNTRIES) + 1)),
        LABELS.prompt_choice,
    ),
    "ending": (
        *(ending_page(GUIDE, SHOWN, ("Last.",)), "A title", ["One.", "Two.", "Last."]),
        *({Act.LEAVE: LABELS.ending_clear}, LABELS.keys_ending, LABELS.prompt_ending),
    ),
    "notice": (
        *(notice_page(GUIDE, SHOWN), "A title", ["One.", "Two.", LABELS.notice_ask]),
        {Act.GO_ON: LABELS.notice_go_on, Act.LEAVE: LABELS.notice_leave},
        *(by_numbers(2), LABELS.prompt_choice),
    ),
    "notice, plain": (
        *(notice_page(GUIDE, SHOWN, plain=True), "A title", ["One.", "Two.", LABELS.notice_ask]),
        {Act.GO_ON: LABELS.notice_go_on, Act.LEAVE: LABELS.notice_leave_plain},
        *(by_numbers(2), LABELS.prompt_choice),
    ),
    "dropping one": (
        *(dropping_page(GUIDE, 1), LABELS.dropping_title, [LABELS.dropping_one]),
        {Act.GO_ON: LABELS.dropping_go_on, Act.KEEP: LABELS.dropping_keep},
        *(by_numbers(2), LABELS.prompt_choice),
    ),
    "dropping two": (
        *(dropping_page(GUIDE, 2), LABELS.dropping_title, [LABELS.dropping_many.format(count=2)]),
        {Act.GO_ON: LABELS.dropping_go_on, Act.KEEP: LABELS.dropping_keep},
        *(by_numbers(2), LABELS.prompt_choice),
    ),
    "menu": (
        *(menu_page(GUIDE, may_keep=True), LABELS.menu_title, []),
        {Act.CHANGE: LABELS.menu_change, **COPY, Act.FINISH: LABELS.menu_finish},
        *(by_numbers(3), LABELS.prompt_menu),
    ),
    "menu without a copy": (
        *(menu_page(GUIDE, may_keep=False), LABELS.menu_title, [], MENU),
        *(by_numbers(2), LABELS.prompt_menu),
    ),
    "a file that is there": (
        *(exists_page(GUIDE, "a.txt"), LABELS.exists_title),
        [LABELS.exists_text.format(file="a.txt")],
        {Act.OTHER: LABELS.exists_other, Act.REPLACE: LABELS.exists_replace},
        *(by_numbers(2), LABELS.prompt_choice),
    ),
    "answers": (
        *(answers_page(GUIDE), LABELS.answers_title, [LABELS.answers_text]),
        {Act.FINISH: LABELS.answers_no, Act.ANSWERS: LABELS.answers_yes},
        *(by_numbers(2), LABELS.prompt_choice),
    ),
    "gone": (
        *(gone_page(GUIDE, ("a", "b")), LABELS.again_gone_title, [LABELS.again_gone_text]),
        *({Act.GO_ON: LABELS.again_gone_go_on}, by_numbers(1), LABELS.prompt_choice),
    ),
    "plan": (
        *(plan(), GUIDE.plan.title, [], START | TITLES | MENU | COPY),
        *(LABELS.keys_plan.format(last=8), LABELS.prompt_plan),
    ),
    "plan that may be cleared": (
        *(plan(may_clear=True), GUIDE.plan.title, [], START | TITLES | MENU | COPY | CLEAR),
        *(LABELS.keys_plan.format(last=9), LABELS.prompt_plan),
    ),
    "plan off record, without a start": (
        *(plan(replace(BARE, off_record=True), may_clear=True), GUIDE.plan.title, []),
        *(TITLES | MENU | CLEAR, LABELS.keys_plan.format(last=8), LABELS.prompt_choice),
    ),
    "step": (
        *(step_page(GUIDE, PLAN.steps[0], DRAWN), PLAN.steps[0].title, []),
        *({Act.LEAVE: LABELS.reading_back}, LABELS.keys_reading, LABELS.prompt_reading),
    ),
    "word": (
        *(word_page(GUIDE, SHOWN, DRAWN), "A title", [], {Act.GO_ON: LABELS.notice_go_on}),
        *(LABELS.keys_notice, LABELS.prompt_notice),
    ),
}
"""Each page, with its heading, its texts, its choices, its keys and its prompt."""

UNHURRIED, HASTY = "unhurried", "hasty"
MANNERS: Final[dict[str, tuple[set[str], set[str], str | None]]] = {
    "welcome": ({HASTY}, {Act.GO_ON}, None),
    "check": (set(), {Act.GO_ON}, None),
    "country": ({UNHURRIED}, set(), None),
    "ending": ({UNHURRIED, HASTY}, {Act.LEAVE}, None),
    "notice": ({UNHURRIED}, set(), None),
    "dropping": (set(), set(), None),
    "menu": ({UNHURRIED}, {Act.FINISH}, Act.FINISH),
    "a": ({UNHURRIED}, set(), None),
    "answers": ({UNHURRIED}, set(), None),
    "gone": (set(), {Act.GO_ON}, None),
    "plan": ({UNHURRIED, HASTY}, {Act.START}, None),
    "plan off": ({UNHURRIED, HASTY}, set(), None),
    "step": ({HASTY}, {Act.LEAVE}, None),
    "word": ({UNHURRIED, HASTY}, {Act.GO_ON}, None),
}
"""By the first words of a name: what it waits for, what an empty line means, what is first."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_its_guide_has_for_it(name: str) -> None:
    """Each word of it, and each choice in its order."""
    page, heading, texts, choices, keys, prompt = PAGES[name]
    assert (page.heading, [each.text for each in page.text]) == (heading, texts)
    assert {each.key: each.label for each in page.choices} == choices
    assert (page.hints.keys, page.hints.prompt) == (keys, prompt)


def test_only_the_start_of_a_plan_has_keys_of_its_own() -> None:
    """They name the numbers of the same page; at any other choice the keys are the page's."""
    own = {
        (name, choice.key): choice.keys
        for name, (page, *_) in PAGES.items()
        for choice in page.choices
        if choice.keys
    }
    plans = {"plan": 8, "plan that may be cleared": 9}
    assert own == {
        (name, Act.START): LABELS.keys_start.format(last=last) for name, last in plans.items()
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_waits_for_its_reader_as_it_has_to(name: str) -> None:
    """Whether keys typed ahead act on it, Enter reads first, and an empty line means something."""
    manner = (
        MANNERS.get(" ".join(name.replace(",", "").split()[:2]))
        or MANNERS[name.replace(",", "").split()[0]]
    )
    page = PAGES[name][0]
    waits = {each for each in (UNHURRIED, HASTY) if getattr(page, each)}
    default = page.default if page.default in {*Act} else None
    assert (waits, set(page.empty), default) == manner
    assert not any((page.many, page.asks, page.chosen, page.said, page.before))


def test_the_order_of_choices_is_that_of_what_is_likely() -> None:
    """What is off record is cleared first; else that comes last, and a copy before the end."""
    acts = {
        "plan that may be cleared": [Act.CHANGE, Act.COPY, Act.FINISH, Act.CLEAR],
        "plan": [Act.CHANGE, Act.COPY, Act.FINISH],
        "plan off record, without a start": [Act.CLEAR, Act.CHANGE, Act.FINISH],
        "menu": [Act.CHANGE, Act.COPY, Act.FINISH],
    }
    for name, order in acts.items():
        page = PAGES[name][0]
        assert [key for key in page.keys if key in order] == order
        if page.drawn:
            first = len(GUIDE.steps) + 1
            assert [page.numbers[first + n].key for n in range(len(order))] == order
            steps = {step.number: step.id for step in PLAN.steps}
            assert {n: page.numbers[n].key for n in steps} == steps


def test_what_is_listed_stands_below_its_text() -> None:
    """What is gone, and the help lines of a page."""
    assert [each.lines for each in PAGES["gone"][0].text] == [("a", "b")]
    for name in ("ending", "notice", "country"):
        assert PAGES[name][0].text[0].lines == ("a line",)


def test_a_plan_points_at_what_the_reader_came_from_or_at_what_helps_most() -> None:
    """Else at its start, or at its top where there is neither."""
    (one, two, *_), none = PLAN.steps, Drawing.keys[0]
    bare = replace(BARE, steps=tuple(replace(each, highlighted=False) for each in PLAN.steps))
    lit = replace(bare, steps=(one, replace(two, highlighted=True), *bare.steps[2:]))
    lit = replace(lit, steps=(replace(one, highlighted=False), *lit.steps[1:]))
    assert plan(bare).default is plan(PLAN).default is None
    assert plan(replace(lit, start=PLAN.start)).default is None
    assert plan(lit).default == two.id
    assert plan(lit, default=one.id).default == plan(PLAN, default=one.id).default == one.id
    assert plan(lit, default="no step").default == two.id
    assert plan(lit, default=none).default == none
    assert plan(said="Done.").said == "Done."


def test_what_one_can_start_with_says_where_it_is_from_and_why() -> None:
    """The rules' own first, with its smaller part before all, and none of them at the end."""
    assert PLAN.start is not None
    lit = {PLAN.steps[1].id, PLAN.start.recommended}
    steps = tuple(replace(each, highlighted=each.id in lit) for each in PLAN.steps)
    page = start_page(GUIDE, replace(PLAN, steps=steps))
    actions = [(step.id, step.action) for step in PLAN.steps if step.action]
    assert [(each.key, each.label) for each in page.choices] == [
        *actions,
        (Act.LATER, LABELS.start_later),
    ]
    assert (page.heading, page.unhurried) == (LABELS.start_title, True)
    assert [each.text for each in page.text] == [LABELS.start_ask]
    assert page.default == PLAN.start.step
    numbers = {step.id: LABELS.step_number.format(number=step.number) for step in PLAN.steps}
    for choice in page.choices[:-1]:
        first = [LABELS.start_first] if choice.key == PLAN.start.recommended else []
        most = [LABELS.helps_most] if choice.key in lit else []
        assert choice.below == ", ".join([numbers[choice.key], *first, *most])
    smaller = replace(PLAN.start, smaller="A bit.", action="A bit.")
    other = start_page(GUIDE, replace(PLAN, start=smaller))
    assert (other.choices[0].key, other.choices[0].label) == (Act.SMALLER, "A bit.")
    number = LABELS.step_number.format(number=smaller.number)
    assert other.choices[0].below == f"{number}, {LABELS.start_smaller}"
    assert other.default == Act.SMALLER
    assert not any(LABELS.start_first in each.below for each in other.choices)
    assert start_page(GUIDE, BARE).default is None
    whole = replace(PLAN.start, smaller="A bit.")
    assert start_page(GUIDE, replace(PLAN, start=whole)).default == PLAN.start.step


def test_a_moment_can_be_chosen_or_left_open() -> None:
    """Below the action that it is for."""
    assert PLAN.start is not None
    page = moment_page(GUIDE, PLAN.start)
    moments = [(each.id, each.text) for each in PLAN.start.moments]
    assert [(each.key, each.label) for each in page.choices] == [
        *moments,
        (Act.OPEN, LABELS.moment_open),
    ]
    assert (page.heading, [each.text for each in page.text]) == (
        PLAN.start.action,
        [LABELS.moment_ask],
    )


def test_what_one_wanted_to_start_with_is_said_with_its_moment() -> None:
    """Where one was chosen that the guide still knows; else the action alone."""
    name, action = next(iter(actions_by_name(GUIDE).items()))
    step, _, id = name.partition("/")
    moment = GUIDE.plan.moments[-1]
    when = LABELS.start_when.format(moment=moment.text)
    then = LABELS.start_then.format(action=action.text)
    assert last_words(GUIDE, Chosen(step, moment.id, id)) == (
        LABELS.again_start,
        f"{when}\n{then}",
    )
    for gone in (None, "no moment"):
        assert last_words(GUIDE, Chosen(step, gone, id)) == (LABELS.again_start, action.text)


def test_a_name_is_asked_for_with_who_could_read_it_and_where_it_goes() -> None:
    """In a line and, where a window has no room for it, on a page with the same words."""
    blank = name_blank(GUIDE, "Keep it", "a.txt", "/here")
    place = LABELS.keep_place.format(file="a.txt", folder="/here")
    assert blank.text == ("Keep it", LABELS.keep_who, place)
    assert (blank.keys, blank.suggestion) == (LABELS.keep_keys, "a.txt")
    assert blank.lead == LABELS.keep_name.format(file="a.txt")
    assert blank.prompt == LABELS.prompt_keep.format(file="a.txt")
    assert blank.page is not None
    assert (blank.page.heading, *(each.text for each in blank.page.text)) == blank.text
    assert [(each.key, each.label) for each in blank.page.choices] == [
        (Act.GO_ON, LABELS.menu_keep)
    ]
    assert blank.page.hints.keys == by_numbers(1)


@pytest.mark.parametrize(("most", "is_numbered"), [(9, True), (10, False)])
def test_the_keys_name_numbers_as_long_as_there_is_a_key_for_each(
    most: int, is_numbered: bool
) -> None:
    """Of nine choices each has one; of ten none has."""
    asked = replay(GUIDE, ANSWERS, missing=SKIP)
    page = check_page(GUIDE, replace(asked, asked=asked.asked[: most - 1]))
    assert page.numbered is is_numbered
    assert page.hints.keys == by_numbers(most)
