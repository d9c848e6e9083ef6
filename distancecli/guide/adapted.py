"""What makes an adapted guide one's own everywhere: commands, what is left out, help lines.

A text names a command by a placeholder, which becomes the command that works for this guide.
Labels and help lines that an author leaves out are the built-in ones. And whatever lines a guide
has, those of the built-in one that serve anywhere are added to its endings.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from distancecli.guide.labels import Labels
from distancecli.guide.model import Guide, Paragraph, paragraphs
from distancecli.guide.support import SupportLine
from distancecli.text.characters import on_one_line, shortened

COMMANDS: Final = {
    f"{{{name}_command}}": name for name in ("guide", "again", "steps", "questions", "support")
}
"""The placeholders for commands in the texts of a guide, and the command that each stands for."""
END_OF_COMMAND: Final = "_command}"
WORDLESS: Final = frozenset({"support", "facts", "guarded", "promises", "readers"})
"""The sections that name no command to a reader; half of a guide."""
WITHOUT_NAME: Final = "FILE"
"""Stands for the name of a file that would be taken for a placeholder."""
LABELS: Final = frozenset(Labels.__struct_fields__)
ANYWHERE: Final = "built-in"
"""The kind of the help lines that are added; its name is told to nobody."""
LONGEST_NAME: Final = 100
"""Characters of a file's name on the first page."""


def commands(file: str = "") -> dict[str, str]:
    """What each placeholder becomes; `file` is the guide as a shell reads it, if it is named."""
    named = WITHOUT_NAME if "{" in file else file
    option = f" --guide {named}" if file else ""
    return {placeholder: f"distance {name}{option}" for placeholder, name in COMMANDS.items()}


def filled(data: Any, said: Mapping[str, str]) -> Any:
    """The data of a guide with the commands in place of their placeholders."""
    if not isinstance(data, dict):
        return data
    return {key: part if key in WORDLESS else _filled(part, said) for key, part in data.items()}


def _filled(data: Any, said: Mapping[str, str]) -> Any:
    if isinstance(data, str):
        for placeholder, command in said.items() if END_OF_COMMAND in data else ():
            data = data.replace(placeholder, command)
        return data
    if isinstance(data, dict):
        return {key: _filled(value, said) for key, value in data.items()}
    return [_filled(each, said) for each in data] if isinstance(data, list) else data


def completed(data: Any, built_in: Callable[[], dict[str, Any]]) -> Any:
    """The data of a guide, with the built-in labels and help lines where it has none of its own."""
    labels = data.get("labels", {}) if isinstance(data, dict) else None
    if not isinstance(labels, dict) or (labels.keys() >= LABELS and "support" in data):
        return data
    ours = built_in()
    return {"support": ours["support"], **data, "labels": ours["labels"] | labels}


def for_readers(guide: Guide, file: str, built_in: Guide) -> Guide:
    """The guide of a file as its readers see it: its first page names the file.

    Where it lacks some of the help lines that serve anywhere, of the kinds which the endings and
    notices of the built-in guide list, its own endings have them too.
    """
    named = guide.labels.guide_named.format(file=shortened(on_one_line(file), LONGEST_NAME))
    welcome = replace(guide.welcome, text=(*guide.welcome.text, named))
    again = f"{guide.labels.again_welcome}\n{named}"
    labels = replace(guide.labels, again_welcome=again)
    return replace(_with_lines(guide, built_in), welcome=welcome, labels=labels)


def _with_lines(guide: Guide, built_in: Guide) -> Guide:
    support, heading = guide.support, guide.labels.support_anywhere
    pages = [page.text for page in built_in.endings] + [page.text for page in built_in.notices]
    urgent = {kind for text in pages for each in paragraphs(text) for kind in each.support}
    there = {_reach(each): each for each in built_in.support.anywhere.lines if each.kind in urgent}
    known = {_reach(line) for line in support.anywhere.lines}
    lines = tuple(replace(line, kind=ANYWHERE) for at, line in there.items() if at not in known)
    if not lines:
        return guide
    anywhere = replace(support.anywhere, lines=(*support.anywhere.lines, *lines))
    kinds = support.kinds | {ANYWHERE: heading}
    added = Paragraph(text=heading, support=(ANYWHERE,))
    endings = tuple(replace(each, text=(*each.text, added)) for each in guide.endings)
    return replace(guide, support=replace(support, kinds=kinds, anywhere=anywhere), endings=endings)


def _reach(line: SupportLine) -> tuple[str, str]:
    return line.number, line.web
