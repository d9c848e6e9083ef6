"""Every word of the interface, by its place in it. The words themselves are in the guide.

A label holds the placeholders that `PLACEHOLDERS` names for it, as in ``{number}``.
"""

from collections.abc import Mapping
from typing import Final

from distancecli.guide.parts import Part, Words


class Labels(Part, frozen=True):
    """The labels of a guide; each one is needed."""

    skip: Words
    """The answer that every question has."""
    count: Words
    """{number}: the question's place; {left}: how many more there are at the most."""
    count_last: Words
    """{number}; shown when no question can follow."""
    many: Words
    """Says that more than one answer may be marked."""
    alone: Words
    """{option}: an exclusive option that was just marked, so that the other marks went."""
    no_longer_alone: Words
    """{option}: an exclusive option whose mark went because another option was marked."""
    nothing_marked: Words
    """{skip}: what a second Enter will mean."""
    more: Words
    """Stands in the last line of a page that goes on below."""

    begin: Words
    """The one choice of the welcome page."""

    keys_one: Words
    keys_many: Words
    keys_numbers: Words
    """{last}: stands in place of {numbers} where number keys choose, from 1 to the last."""
    keys_welcome: Words
    keys_ending: Words
    """The keys that work: in each kind of question, on the welcome page, on an ending's."""

    prompt_begin: Words
    prompt_one: Words
    prompt_many: Words
    prompt_choice: Words
    prompt_check: Words
    prompt_ending: Words
    """What to type, in plain lines: on the same pages, and where no answer is chosen.

    {go_on}: what an empty line means on the check page.
    """
    unknown_number: Words
    """{last}: what was typed is no number from 1 to the last."""
    stands_alone: Words
    """{option}: it was typed beside others, and cannot stand there."""
    prompt_again: Words
    """Stands in place of {skip} where an empty line keeps an earlier answer."""
    chosen_before: Words
    """Stands behind a choice that was chosen before."""

    check_title: Words
    check_text: Words
    check_go_on: Words
    check_hidden: Words
    """Stands for an answer that is not repeated on the screen."""

    dropping_title: Words
    dropping_one: Words
    dropping_many: Words
    """{count}: how many later answers a change leaves without effect."""
    dropping_go_on: Words
    dropping_keep: Words

    country_ask: Words
    country_all: Words
    no_line: Words
    """{country}: a support line that the guide does not know."""

    notice_ask: Words
    notice_go_on: Words
    notice_leave: Words
    notice_leave_plain: Words
    """The same in plain lines, which cannot be cleared."""
    ending_clear: Words
    """How to clear an ending's page."""

    overview: Words
    applies: Words
    done: Words
    not_yet: Words
    other: Words
    """The four statuses of a step, in words."""
    mark_applies: Words
    mark_done: Words
    mark_not_yet: Words
    mark_other: Words
    mark_highlight: Words
    """The same as marks of one to three characters, and the mark of a highlighted step."""
    helps_most: Words
    helps_most_short: Words
    helps_most_text: Words
    """The label over a highlighted step, the one beside it in the overview, and its words."""
    step: Words
    """{number}, {title}: the heading of a step."""
    because: Words
    """{reason}"""
    this_week: Words
    you_could_say: Words
    source: Words
    """{source}"""
    steps_intro: Words
    actions: Words
    openers: Words
    advice: Words
    support_title: Words
    support_intro: Words
    support_checked: Words
    """{checked}"""

    menu_title: Words
    menu_change: Words
    menu_keep: Words
    menu_finish: Words
    menu_read: Words
    """What can be done below a plan."""
    prompt_menu: Words
    """The same in plain lines."""
    reading_back: Words
    keys_reading: Words
    """The way back from reading the plan, and the keys that work there."""

    keep_title: Words
    keep_who: Words
    """Who could read a copy."""
    keep_keys: Words
    prompt_keep: Words
    """The keys that work where a file is named, and what to type in plain lines."""
    keep_name: Words
    """{file}: the name that an empty line stands for."""
    keep_suggestion: Words
    """The name that is suggested for a copy."""
    exists_title: Words
    exists_text: Words
    """{file}"""
    exists_other: Words
    exists_replace: Words
    kept: Words
    """{file}: a file that the plan was written to."""
    kept_answers: Words
    """{file}: a file that the answers were written to."""
    kept_earlier: Words
    kept_answers_earlier: Words
    """{file}: the same files, where an answer was changed since and they are as they were."""
    not_kept: Words
    """{file}, {reason}"""
    file_exists: Words
    file_folder: Words
    file_no_folder: Words
    file_link: Words
    file_special: Words
    file_unfit: Words
    """The reasons why a file is not written, but for what the system itself says."""

    saved_title: Words
    saved_use: Words
    """The head of a file of answers: what it is, and how to use it."""
    template_title: Words
    template_use: Words
    """The head of an answers file to fill in."""
    questions_title: Words
    questions_intro: Words
    question_code: Words
    """{id}: the name of a question in an answers file."""
    takes_one: Words
    takes_many: Words
    asked_sometimes: Words
    asked_in_private: Words
    """What is to be known of a question where its codes are listed."""
    option_code: Words
    """{code}, {label}"""

    off_record: Words
    """Says that nothing was written to the file, since an answer is off record."""
    off_record_removed: Words
    """{file}: it was written before the answer that is off record, and was taken away."""
    off_record_stays: Words
    """{file}: the same, but it could not be taken away."""
    removed_again: Words
    """{files}: they were taken away. It stays on the screen, and must not say why."""
    plain_stays: Words
    """Says that what was shown in plain lines cannot be cleared, and what clears it."""
    no_terminal: Words
    in_background: Words
    """Why nothing can be asked, and what to do instead."""
    unknown_country: Words
    """{code}, {codes}"""
    unknown_step: Words
    """{number}, {last}"""


PLACEHOLDERS: Final[Mapping[str, frozenset[str]]] = {
    "count": frozenset({"number", "left"}),
    "count_last": frozenset({"number"}),
    "keys_one": frozenset({"numbers"}),
    "keys_many": frozenset({"numbers"}),
    "keys_numbers": frozenset({"last"}),
    "prompt_one": frozenset({"skip"}),
    "prompt_many": frozenset({"skip"}),
    "prompt_check": frozenset({"go_on"}),
    "unknown_number": frozenset({"last"}),
    "stands_alone": frozenset({"option"}),
    "dropping_many": frozenset({"count"}),
    "alone": frozenset({"option"}),
    "no_longer_alone": frozenset({"option"}),
    "nothing_marked": frozenset({"skip"}),
    "no_line": frozenset({"country"}),
    "step": frozenset({"number", "title"}),
    "because": frozenset({"reason"}),
    "source": frozenset({"source"}),
    "support_checked": frozenset({"checked"}),
    "keep_name": frozenset({"file"}),
    "prompt_keep": frozenset({"file"}),
    "exists_text": frozenset({"file"}),
    "kept": frozenset({"file"}),
    "kept_answers": frozenset({"file"}),
    "kept_earlier": frozenset({"file"}),
    "kept_answers_earlier": frozenset({"file"}),
    "not_kept": frozenset({"file", "reason"}),
    "question_code": frozenset({"id"}),
    "option_code": frozenset({"code", "label"}),
    "off_record_removed": frozenset({"file"}),
    "off_record_stays": frozenset({"file"}),
    "removed_again": frozenset({"files"}),
    "unknown_country": frozenset({"code", "codes"}),
    "unknown_step": frozenset({"number", "last"}),
}
"""The placeholders that each label is to hold, and no others; the rest of the labels hold none."""
