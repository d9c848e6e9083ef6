"""The words around what a plan says: where to start, the steps at a glance, and each of them."""

from typing import Annotated

from distancecli.guide.parts import Part, Words, holds


class PlanLabels(Part, frozen=True):
    """The labels of a plan."""

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
    overview: Words
    overview_later: Words
    """The heading of the steps at a glance; and where there is no start, so that all can wait."""
    highlighted: Words
    """What is read out in place of the mark of a highlighted step."""
    could_help_most: Annotated[Words, holds("title")]
    """{title}: the highlighted step, on the first screen of a plan."""
    helps_most_text: Words
    """What stands at the top of a highlighted step."""
    start_here: Words
    """The heading of the one thing to start with."""
    start_opener: Annotated[Words, holds("opener")]
    """What could be said with the start; {opener}: the first opener that fits."""
    start_when: Annotated[Words, holds("moment")]
    start_then: Annotated[Words, holds("action")]
    start_say: Words
    """The start once a moment was chosen for it: {moment}, {action}, and a word on how to keep it
    in mind."""
    start_this: Words
    keys_start: Annotated[Words, holds("last")]
    keys_plan: Annotated[Words, holds("last")]
    prompt_plan: Words
    """On the page of a plan: the choice of the start, its keys, those of other choices, and what
    to type in plain lines. {last}: number keys choose, from 1 to the last."""
    keys_notice: Words
    prompt_notice: Words
    """The keys of a notice before the plan, and what to type there."""
    start_title: Words
    start_ask: Words
    start_later: Words
    """The page on which one thing is chosen: its heading, what it asks, and none of them now."""
    start_first: Words
    helps_most: Words
    """What speaks for one of them: the rules, or that its step is highlighted."""
    moment_ask: Words
    moment_open: Words
    """The page on which a moment is chosen: what it asks, and no moment."""
    start_gone: Words
    moment_gone: Words
    """After a change: what was chosen before is not in the plan any more."""
    for_now: Words
    """The heading of what stands in place of a start."""
    step_number: Annotated[Words, holds("number")]
    """{number}: a step by its number alone."""
    step_status: Annotated[Words, holds("step", "status")]
    """{step}: the heading of one that does not apply."""
    step_is: Annotated[Words, holds("status")]
    """{status}: the first line of such a step."""
    step_elsewhere: Annotated[Words, holds("number")]
    """{number}: such a step; how to read it."""
    step: Annotated[Words, holds("number", "title")]
    """The heading of a step."""
    because: Annotated[Words, holds("reason")]
    """Why a step fits the reader; {reason}: its reason, without a stop."""
    small_step: Words
    """The heading of an action, in a step."""
    more_of_steps: Words
    """How to read all of a step."""
    you_could_say: Words
    """The heading of what a reader could say, in a step."""
