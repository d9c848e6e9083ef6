"""Every word of the interface, by its place in it. The words themselves are in the guide.

A label with placeholders, as in ``{number}``, names them in its type; the others have none.
"""

from typing import Annotated, get_args

from msgspec.structs import fields

from distancecli.guide.filelabels import FileLabels
from distancecli.guide.parts import Words, holds


class Labels(FileLabels, frozen=True):
    """The words of the interface; one that is left out is as in the built-in guide."""

    skip: Words
    """The answer that every question has: nobody has to say anything."""
    count: Annotated[Words, holds("number", "left")]
    """Stands over a question; {number}: its place, {left}: how many more there are at the most."""
    count_last: Annotated[Words, holds("number")]
    """Stands over a question that no other can follow."""
    count_change: Words
    """Stands over a question that is asked again to change its answer, in place of the count."""
    count_opened: Words
    """Stands over a question that is asked since another answer was changed."""
    many: Words
    """Says that more than one answer may be marked."""
    alone: Annotated[Words, holds("option")]
    """Said where other marks went, as one that stands alone was marked: {option}."""
    no_longer_alone: Annotated[Words, holds("option")]
    """Said where the mark of one that stands alone went, as another was marked: {option}."""
    nothing_marked: Annotated[Words, holds("skip")]
    """Said where Enter is pressed and nothing marked; {skip}: what a second Enter will mean."""
    no_numbers: Words
    """What to press instead of a number, where there are more choices than number keys."""
    more: Words
    """Stands in the last line of a page that goes on below."""

    begin: Words
    """The one choice of the welcome page."""
    guide_named: Annotated[Words, holds("file")]
    """Names the guide on the first page of one that is not the built-in one; {file}: its file."""

    each_no: Words
    each_yes: Words
    each_not_sure: Words
    """The three answers to an option that is asked by itself."""
    each_row: Annotated[Words, holds("number", "last", "option")]
    """An {option} asked by itself, in plain lines; {number}: its place, {last}: how many."""
    rest_open: Annotated[Words, holds("skip")]
    """Said at Enter where some are not answered, and none by yes; {skip}: what a second does."""

    keys_one: Annotated[Words, holds("numbers")]
    keys_many: Annotated[Words, holds("numbers")]
    keys_each: Annotated[Words, holds("no", "yes", "not_sure")]
    """The keys that work in a question: of one answer, of more, and where each is asked alone."""
    keys_each_again: Annotated[Words, holds("no", "yes", "not_sure")]
    """The keys where each is asked by itself, at one that is answered already: 0 takes it back."""
    keys_numbers: Annotated[Words, holds("last")]
    """Stands in place of {numbers} where number keys choose, from 1 to {last}."""
    keys_welcome: Words
    keys_ending: Words
    """The keys that work on the welcome page, and on the page of an ending."""

    prompt_begin: Words
    prompt_one: Annotated[Words, holds("skip")]
    prompt_many: Annotated[Words, holds("skip")]
    prompt_each: Annotated[Words, holds("no", "yes", "not_sure", "skip")]
    prompt_each_again: Annotated[Words, holds("no", "yes", "not_sure", "skip")]
    prompt_choice: Words
    prompt_check: Annotated[Words, holds("go_on")]
    prompt_ending: Words
    """What to type, in plain lines, on each kind of page; {skip}, {go_on}: what an empty line means
    there."""
    unknown_number: Annotated[Words, holds("last")]
    """Said where what was typed is no number from 1 to {last}."""
    stands_alone: Annotated[Words, holds("option")]
    """Said where an {option} that stands alone was typed beside others."""
    prompt_again: Words
    """Stands in place of {skip} where an empty line keeps an earlier answer."""
    chosen_before: Words
    """Stands behind a choice that was chosen before."""

    check_title: Words
    check_text: Words
    check_go_on: Words
    """The page that asks whether the answers are right: its heading, what it asks, and yes."""
    check_hidden: Words
    """Stands for an answer that is not repeated on the screen."""

    dropping_title: Words
    dropping_one: Words
    """Warns, before an answer is changed, that one later answer then has no effect."""
    dropping_many: Annotated[Words, holds("count")]
    """Warns, before an answer is changed, that {count} later answers then have no effect."""
    dropping_go_on: Words
    dropping_keep: Words
    """The choices below that warning: to change the answer, or to leave it as it was."""

    country_ask: Words
    country_all: Words
    """Asks for the country, to pick its help lines; and the choice that stands for all of them."""

    notice_ask: Words
    notice_go_on: Words
    notice_leave: Words
    """Below a notice that came at once: whether to see the steps now, and the two choices."""
    notice_leave_plain: Words
    """The choice to leave at such a notice in plain lines, which cannot be cleared."""
    ending_clear: Words
    """The choice that clears the page of an ending."""

    source: Annotated[Words, holds("source")]
    """Stands below a step that is read in full; {source}: where in the article it comes from."""
    only_if: Annotated[Words, holds("rule")]
    only_unless: Annotated[Words, holds("others")]
    only_if_unless: Annotated[Words, holds("rule", "others")]
    rule_said: Annotated[Words, holds("answers")]
    rule_not: Annotated[Words, holds("rule")]
    rule_or: Words
    rule_and: Words
    """For whom a text of a step is: the sentences, and the words that its rule is put into."""
    steps_intro: Words
    """What `distance steps` says above the steps: for whom they are not, and where help is."""
    actions: Words
    openers: Words
    advice: Words
    """The headings of all that a step can say to one reader or another."""
    support_title: Words
    support_intro: Words
    """The head of the page of help lines: its heading, and how to use them."""
    support_checked: Annotated[Words, holds("checked")]
    """Stands at the help lines; {checked}: when they were last looked at."""
    support_one: Annotated[Words, holds("country")]
    """How to see the lines of one country only, where all are listed; {country}: its name."""
    support_anywhere: Words
    """The heading of the built-in lines that serve anywhere, where a guide lacks some of them."""
    support_instead: Annotated[Words, holds("file")]
    """Says that the guide {file} could not be used, so that the built-in lines are shown."""

    menu_title: Words
    menu_change: Words
    menu_keep: Words
    menu_finish: Words
    menu_clear: Words
    """What can be done with a plan: the question, and the choices."""
    prompt_menu: Words
    """What to type, in plain lines, to choose what to do with a plan."""
    reading_back: Words
    keys_reading: Words
    prompt_reading: Words
    """The way back from reading a step, the keys that work there, and what to type."""

    saved_title: Words
    saved_use: Words
    """The head of a file of answers: what it is, and how to use it."""
    saved_start: Words
    """Stands in such a file above what was chosen to start with."""
    template_title: Words
    template_use: Words
    """The head of an answers file to fill in."""
    questions_title: Words
    questions_intro: Words
    """The head of the list of questions and their codes: its heading, and how to use them."""
    question_code: Annotated[Words, holds("id")]
    """Tells the name of a question in an answers file, {id}."""
    takes_one: Words
    takes_many: Words
    asked_by_itself: Words
    asked_sometimes: Words
    asked_again: Words
    asked_in_private: Words
    """What is to be known of a question where its codes are listed."""
    option_code: Annotated[Words, holds("code", "label")]
    """A code where they are listed; {code}: what to write in a file, {label}: what it means."""

    plain_stays: Words
    """Says that what was shown in plain lines cannot be cleared, and what clears it."""
    pipe_gone: Words
    """Why the plan is shown that was to go through a pipe, and what to do next time."""
    no_terminal: Words
    in_background: Words
    """Why nothing can be asked, and what to do instead."""
    unknown_country: Annotated[Words, holds("typed")]
    likely_country: Annotated[Words, holds("typed", "country")]
    """Said where {typed} is no country with lines; {country}: the only one with a name like it."""
    known_countries: Words
    """The heading above the names of all the countries that have lines."""
    unknown_step: Annotated[Words, holds("number", "last")]
    """Says that there is no such step; {number}: what was typed, {last}: the last step."""


def placeholders() -> dict[str, frozenset[str]]:
    """The placeholders of each label that is to hold some."""
    return {
        field.name: said
        for field in fields(Labels)
        for said in get_args(field.type)
        if isinstance(said, frozenset)
    }
