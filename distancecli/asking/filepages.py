"""What is asked about a file: under which name it is kept, and what becomes of an older one."""

from distancecli.asking.page import Act, Blank, Choice, Page
from distancecli.asking.pages import choosing
from distancecli.guide.model import Guide
from distancecli.interview.plan import Passage


def name_blank(guide: Guide) -> Blank:
    """The line for the name of a copy, with a word on who could read it."""
    labels = guide.labels
    name = labels.keep_suggestion
    return Blank(
        text=(labels.keep_title, labels.keep_who),
        keys=labels.keep_keys,
        lead=labels.keep_name.format(file=name),
        prompt=labels.prompt_keep.format(file=name),
        suggestion=name,
    )


def exists_page(guide: Guide, name: str) -> Page:
    """Asks what to do about a file that has the name already."""
    labels = guide.labels
    choices = (Choice(Act.OTHER, labels.exists_other), Choice(Act.REPLACE, labels.exists_replace))
    return Page(
        heading=labels.exists_title,
        text=(Passage(labels.exists_text.format(file=name)),),
        choices=choices,
        hints=choosing(guide, choices),
        unhurried=True,
    )
