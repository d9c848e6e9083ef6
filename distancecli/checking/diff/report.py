"""What an edit changes for readers, as lines: each change, and a smallest reader for it."""

from collections.abc import Iterable, Iterator
from typing import Final

from distancecli.checking.diff.sides import Change
from distancecli.guide.model import Guide
from distancecli.interview.answersfile import example_answers
from distancecli.text.characters import on_one_line
from distancecli.text.spelling import counted

ALIKE: Final = "Nothing changes for any reader."


def changes_as_lines(
    old: str, new: str, guide: Guide, changes: Iterable[Change], alike: str = ALIKE
) -> str:
    """The changes between two files, or the line that says that they are `alike`.

    `guide` is the new one, whose order answers stand in.
    """
    lines = [f"From {old} to {new}:"]
    blocks = [list(_lines(guide, change)) for change in changes]
    for block in blocks:
        lines += ["", *block]
    if not blocks:
        lines.append(alike)
    return "\n".join(map(on_one_line, lines)) + "\n"


def alike_but_for_words(count: int) -> str:
    """The line for two guides with the same rules, of which so many texts differ."""
    texts = f"{counted(count, 'text')} {'is' if count == 1 else 'are'}"
    return f"The rules are the same for every reader; {texts} worded otherwise."


def _lines(guide: Guide, change: Change) -> Iterator[str]:
    yield f"- {change.words}"
    if change.example is not None:
        guarded = f" ({', '.join(change.guards)})" if change.guards else ""
        yield f"    # for example, for this {'guarded ' if guarded else ''}reader{guarded}:"
        yield from (f"    {line}" for line in example_answers(guide, change.example))
