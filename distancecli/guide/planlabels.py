"""The words around what a plan says: where to start, the steps at a glance, and each of them."""

from typing import Annotated

from distancecli.guide.parts import Part, Words, holds


class PlanLabels(Part, frozen=True):
    """The labels of a plan."""

    applies: Words
    done: Words
    not_yet: Words
    other: Words
    """What a step is for a reader, in words: one of four."""
    mark_applies: Words
    mark_done: Words
    mark_not_yet: Words
    mark_other: Words
    mark_highlight: Words
    """What a step is for a reader, as a mark of one to three characters; and that it stands out."""
    overview: Words
    overview_later: Words
    """The heading of the steps at a glance: below a start; and without one, where all can wait."""
    highlighted: Words
    """Read out in place of the mark of a highlighted step, which cannot be heard."""
    could_help_most: Annotated[Words, holds("title")]
    """Names the highlighted step on the first screen of a plan; {title}: its title."""
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
    """The page on which a reader chooses one thing to start with: heading, question, "not now"."""
    start_first: Words
    helps_most: Words
    """What speaks for one thing to start with: the rules, or that its step is highlighted."""
    moment_ask: Words
    moment_open: Words
    """The page on which a moment is chosen: what it asks, and the choice to leave it open."""
    start_gone: Words
    moment_gone: Words
    """Said after a changed answer, where what was chosen before is not in the plan any more."""
    for_now: Words
    """The heading of what stands in place of a start (`instead`)."""
    step_number: Annotated[Words, holds("number")]
    """Names a step by its number alone, {number}."""
    step_status: Annotated[Words, holds("step", "status")]
    """The heading of a step that does not apply; {step}: its name, {status}: what it is instead."""
    step_is: Annotated[Words, holds("status")]
    """The first line of a step that does not apply; {status}: what it is instead."""
    step_elsewhere: Annotated[Words, holds("number")]
    """How to read a step that does not apply; {number}: its number."""
    step: Annotated[Words, holds("number", "title")]
    """The heading of a step; {number}: its place in the guide, {title}: its title."""
    because: Annotated[Words, holds("reason")]
    """Why a step fits the reader; {reason}: its reason, without a stop."""
    small_step: Words
    """The heading of an action, in a step."""
    more_of_steps: Words
    """How to read all of a step."""
    you_could_say: Words
    """The heading of what a reader could say, in a step."""
