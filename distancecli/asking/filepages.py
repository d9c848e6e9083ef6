"""What is asked about a file: under which name it is kept, and what becomes of an older one."""

from distancecli.asking.page import Act, Blank, Choice, Page
from distancecli.asking.pages import choice_page, choosing
from distancecli.guide.model import Guide
from distancecli.interview.message import Passage


def name_blank(guide: Guide, title: str, name: str, folder: str) -> Blank:
    """The line for the name of a copy, with who could read it, and where it goes.

    `name` is the one that an empty line stands for, and `folder` the one that it goes into.
    """
    labels = guide.labels
    place = labels.keep_place.format(file=name, folder=folder)
    go_on = (Choice(Act.GO_ON, labels.menu_keep),)
    page = Page(
        heading=title,
        text=(Passage(labels.keep_who), Passage(place)),
        choices=go_on,
        hints=choosing(guide, go_on),
    )
    return Blank(
        text=(title, labels.keep_who, place),
        keys=labels.keep_keys,
        lead=labels.keep_name.format(file=name),
        prompt=labels.prompt_keep.format(file=name),
        suggestion=name,
        page=page,
    )


def answers_page(guide: Guide) -> Page:
    """Asks, once the plan has a copy, whether the answers are to have one too."""
    labels = guide.labels
    choices = (Choice(Act.FINISH, labels.answers_no), Choice(Act.ANSWERS, labels.answers_yes))
    return choice_page(guide, labels.answers_title, (Passage(labels.answers_text),), choices)


def exists_page(guide: Guide, name: str) -> Page:
    """Asks what to do about a file that has the name already."""
    labels = guide.labels
    choices = (Choice(Act.OTHER, labels.exists_other), Choice(Act.REPLACE, labels.exists_replace))
    text = (Passage(labels.exists_text.format(file=name)),)
    return choice_page(guide, labels.exists_title, text, choices)
