"""The words for whoever comes back with the answers of the last time."""

from typing import Annotated

from distancecli.guide.parts import Words, holds
from distancecli.guide.planlabels import PlanLabels


class AgainLabels(PlanLabels, frozen=True):
    """The labels of `distance again`."""

    again_welcome: Words
    """The first page of whoever comes back, in place of the text of the welcome page. It has to say
    what a file tells others."""
    again_gone_title: Words
    again_gone_text: Words
    again_gone_go_on: Words
    """Where the guide does not know all of the answers any more: the heading, what becomes of
    those that are named below it, and the choice to go on."""
    again_start: Words
    """Stands above what was chosen the last time, before the question how that went."""
    again_check_title: Words
    again_check_text: Words
    """The heading and the text of the page with all answers, which are those of the last time."""
    again_stays: Annotated[Words, holds("file")]
    """Says, once the screen is cleared, that the earlier answers are in {file} still. It must not
    say why."""
    again_no_terminal: Words
    """Why nothing can be asked of whoever comes back, and what to do instead."""
    since: Words
    """The heading of what became of the steps since the last time."""
    since_new: Annotated[Words, holds("step")]
    since_done: Annotated[Words, holds("step")]
    since_still: Annotated[Words, holds("numbers")]
    """A step that is new or done by now ({step}), and those that still fit, by their {numbers}."""
    since_nothing: Words
    """Stands in place of all that, where no step is new or done."""
    start_smaller: Words
    """Stands below a smaller part of an action, where one thing to start with is chosen."""
