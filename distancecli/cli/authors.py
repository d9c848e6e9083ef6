"""`distance check` and what else helps those who write guides."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from distancecli.errors import Problem, UnreadableFile

if TYPE_CHECKING:
    from distancecli.checking.check import Check


GuideArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[FILE]", help="A guide; without it, that of DISTANCE_GUIDE or the built-in one."
    ),
]


class ReportFormat(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"


CHOSEN_GUIDE: Final = "that DISTANCE_GUIDE names"
BUILT_IN_GUIDE: Final = "that came with the program"
"""Which guide is proved where no file is named."""

CHECK: Final = """Prove a guide before anyone relies on it.

It names every mistake with its line. Then it proves, for every possible reader and not for a
sample, that the guide keeps its promises. What fails comes with the answers of a reader to
try. Remarks name the help lines that somebody should ring first; they fail no check. Exit
code 0: clean, 1: problems found, 2: the file cannot be read.

\b
distance check
distance check guide.yaml --strict

\b
To be asked by a guide that is clean, type:
distance guide --guide guide.yaml
"""


def check(
    file: GuideArgument = None,
    form: Annotated[
        ReportFormat,
        typer.Option(
            "--format", case_sensitive=False, help="Lines to read, or JSON for an editor or CI."
        ),
    ] = ReportFormat.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail the check too.")
    ] = False,
) -> None:
    """Prove a guide before anyone relies on it."""
    from distancecli.checking.report import as_json, as_lines
    from distancecli.guide.load import built_in_path, chosen_path
    from distancecli.system.streams import write_data, write_out

    try:
        chosen = chosen_path(file)
        path = str(built_in_path()) if chosen is None else chosen
        problems, found = _checked(path)
    except UnreadableFile as refused:
        _end_unreadable(refused, form)
    failing = ("error", "warning") if strict else ("error",)
    fails = any(problem.severity in failing for problem in problems)
    if form is ReportFormat.JSON:
        write_data(as_json(problems))
    else:
        which = "" if file else CHOSEN_GUIDE if chosen else BUILT_IN_GUIDE
        write_out(as_lines(path, problems, found, fails, which))
    if fails:
        raise typer.Exit(1)


def _end_unreadable(refused: UnreadableFile, form: ReportFormat) -> NoReturn:
    """Ends the check of what cannot be read: in the form that was asked for."""
    from distancecli.checking.report import as_json
    from distancecli.system.streams import write_data

    if form is not ReportFormat.JSON:
        raise refused
    write_data(as_json([refused.problem]))
    raise typer.Exit(refused.exit_code) from refused


def _checked(path: str) -> "tuple[list[Problem], Check | None]":
    """The problems of a guide; without a check where the file is no guide yet."""
    from distancecli.checking.check import check as check_guide
    from distancecli.checking.progress import progress_shown
    from distancecli.checking.report import problems_of
    from distancecli.errors import FileProblems
    from distancecli.guide.load import read_guide

    try:
        document = read_guide(path)
        with progress_shown() as tell:
            found = check_guide(document, tell)
    except FileProblems as refused:
        return refused.problems, None
    return problems_of(found, document), found


DIFF: Final = """See what an edit of a guide changes, and for which readers.

Each change of a rule comes with the answers of a reader who sees it. Words, help lines, flags,
order, promises and example readers are compared too. Words and help lines are not with
--rules, which shows whether a translation has the same rules. Exit code 0: nothing changes,
1: something does.

\b
distance diff steps.yaml guide.yaml
distance diff steps.yaml german.yaml --rules

To prove the edited guide, type: distance check guide.yaml
"""


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The guide as it was.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The guide as it is.")],
    rules: Annotated[
        bool,
        typer.Option("--rules", help="Leave out the words and help lines, as for a translation."),
    ] = False,
) -> None:
    """See what an edit of a guide changes, and for which readers."""
    from distancecli.checking.diff.difference import Difference
    from distancecli.checking.diff.report import ALIKE, alike_but_for_words, changes_as_lines
    from distancecli.checking.diff.translation import count_reworded, in_words_of
    from distancecli.guide.load import load_guide
    from distancecli.system.streams import write_out

    before, after = load_guide(old), load_guide(new)
    compared = in_words_of(before, after) if rules else after
    changes = list(Difference(before, compared).changes())
    alike = alike_but_for_words(count_reworded(before, after)) if rules else ALIKE
    write_out(changes_as_lines(old, new, after, changes, alike))
    if changes:
        raise typer.Exit(1)


class GraphFormat(StrEnum):
    """The forms of the picture of a guide."""

    TREE = "tree"
    MERMAID = "mermaid"
    DOT = "dot"


GRAPH: Final = """See how the questions of a guide lead to its steps and endings.

\b
distance graph
distance graph guide.yaml --format mermaid > guide.mmd
distance graph guide.yaml --format dot | dot -Tsvg > guide.svg

To prove what the picture shows, type: distance check guide.yaml
"""


def graph(
    file: GuideArgument = None,
    form: Annotated[
        GraphFormat,
        typer.Option(
            "--format",
            case_sensitive=False,
            help="A tree to read, or a picture for Mermaid or Graphviz.",
        ),
    ] = GraphFormat.TREE,
) -> None:
    """See how the questions of a guide lead to its steps and endings."""
    from distancecli.checking.graph.diagrams import as_dot, as_mermaid
    from distancecli.checking.graph.links import links
    from distancecli.guide.load import load_guide
    from distancecli.system.streams import write_data, write_out

    guide = load_guide(file)
    found = links(guide)
    if form is GraphFormat.TREE:
        from distancecli.checking.graph.tree import as_tree

        write_out(as_tree(guide, found))
    else:
        write_data((as_mermaid if form is GraphFormat.MERMAID else as_dot)(guide, found))


class SchemaFormat(StrEnum):
    """The forms of the guide format."""

    JSON = "json"
    TEXT = "text"


SCHEMA: Final = """Look up what can stand in a guide, or let your editor say it.

It prints a JSON Schema of the guide format. With it, your editor explains each field, completes
it, and marks mistakes.

\b
distance schema > steps.schema.json

\b
To use it, make this the first line of your guide:
# yaml-language-server: $schema=steps.schema.json

To read it without an editor, type: distance schema --format text
"""


def schema(
    form: Annotated[
        SchemaFormat,
        typer.Option(
            "--format", case_sensitive=False, help="JSON for an editor, or a reference to read."
        ),
    ] = SchemaFormat.JSON,
) -> None:
    """Look up what can stand in a guide, or let your editor say it."""
    from distancecli.system.streams import write_data, write_out

    if form is SchemaFormat.TEXT:
        from distancecli.checking.schema.reference import reference

        write_out(reference())
    else:
        from distancecli.checking.schema.schema import guide_schema
        from distancecli.text.data import json_text

        write_data(json_text(guide_schema()))
