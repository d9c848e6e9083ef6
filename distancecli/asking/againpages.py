"""What only a reader who comes back is shown: what is gone, and what they wanted to start with."""

from distancecli.asking.page import Act, Choice, Page
from distancecli.asking.pages import choosing
from distancecli.guide.model import Guide
from distancecli.interview.keptstart import actions_by_name
from distancecli.interview.message import Passage
from distancecli.interview.start import Chosen


def gone_page(guide: Guide, problems: tuple[str, ...]) -> Page:
    """Names what a guide that was changed since does not know any more of an answers file."""
    labels = guide.labels
    choices = (Choice(Act.GO_ON, labels.again_gone_go_on),)
    return Page(
        heading=labels.again_gone_title,
        text=(Passage(labels.again_gone_text, problems),),
        choices=choices,
        hints=choosing(guide, choices),
        empty=frozenset({Act.GO_ON}),
    )


def last_words(guide: Guide, start: Chosen) -> tuple[str, ...]:
    """What the reader wanted to start with the last time, above the question how that went."""
    labels = guide.labels
    action = actions_by_name(guide)[start.name].text
    moment = next((each.text for each in guide.plan.moments if each.id == start.moment), None)
    if moment is None:
        return (labels.again_start, action)
    when, then = labels.start_when.format(moment=moment), labels.start_then.format(action=action)
    return (labels.again_start, f"{when}\n{then}")
