"""`distance diff`, `graph` and `schema`: what helps those who write guides."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from distancecli.checking.diff.difference import Difference
from distancecli.checking.graph.diagrams import as_dot, as_mermaid
from distancecli.checking.graph.links import Link, links
from distancecli.checking.graph.tree import as_tree
from distancecli.guide.answers import SKIP, Answers
from distancecli.guide.load import built_in_path, parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.plan import make_plan
from tests.checking.test_proofs_by_trying import view
from tests.support.random_guides import every_reader, small_guides
from tests.support.small_guide import changed
from tests.support.sound_guide import NAME, sound_text
from tests.support.terminal_driver import ROOT, run_program

FEWER: Final = settings(max_examples=settings().max_examples // 2)


def sound(*edits: tuple[str, str]) -> Guide:
    """The sound guide with those edits."""
    text = sound_text()
    for old, new in edits:
        text = changed(text, old, new)
    return parse_guide(NAME, text)


# --- diff ----------------------------------------------------------------------------------------

EDITS: Final = {
    "a reason goes": (
        ("      - {when: {mood: [fine]}, because: rest keeps you fine}\n", ""),
        'the step "rest-more" is done, and before it applied',
        {"mood": "fine", "rest": "often"},
    ),
    "an ending comes": (
        (
            "notices:\n",
            "  - {id: calm, when: {mood: [fine]}, title: Calm, text: [All is calm.]}\nnotices:\n",
        ),
        'the ending "calm" instead of a plan',
        {"mood": "fine"},
    ),
    "an ending goes to others": (
        ("when: {mood: [stop]}\n    title", "when: {mood: [fine]}\n    title"),
        'a plan instead of the ending "stopped"',
        {"mood": "stop"},
    ),
    "a highlight comes": (
        ("    title: Find help\n", "    title: Find help\n    highlight: {help: [friend]}\n"),
        'the step "find-help" is now highlighted',
        {"mood": "low", "help": "friend"},
    ),
    "a notice goes to others": (
        ("when: {help: [nobody]}\n    title", "when: {help: [friend]}\n    title"),
        'the notice "alone" is no longer shown',
        {"mood": "low", "help": "nobody"},
    ),
    "a question is asked of others": (
        ("    when: tired\n", "    when: {mood: [fine]}\n"),
        'the question "help" is now asked',
        {"mood": "fine"},
    ),
    "a text goes to others": (
        ("{when: {rest: [skipped]}, text: Sit.}", "{when: {mood: [fine]}, text: Sit.}"),
        'a point of advice of "rest-more" is now shown: "Sit."',
        {"mood": "fine", "rest": "often"},
    ),
    "a run goes off record": (
        ("{code: fine, label: Fine}", "{code: fine, label: Fine, off_record: true}"),
        "a run is now off record",
        {"mood": "fine"},
    ),
}


@pytest.mark.parametrize(("edit", "words", "example"), EDITS.values(), ids=list(EDITS))
def test_a_change_is_told_with_a_smallest_reader(
    edit: tuple[str, str], words: str, example: dict[str, str]
) -> None:
    """Each kind of change is named in words, with answers for which it can be seen."""
    changes = {each.words: each.example for each in Difference(sound(), sound(edit)).changes()}
    assert words in changes
    given = {question: " ".join(codes) for question, codes in (changes[words] or {}).items()}
    assert given == example


def test_another_wording_is_told_as_such() -> None:
    """A text that the same readers are shown in other words is one change, with both wordings."""
    changes = list(Difference(sound(), sound(("text: Sleep.", "text: Rest well."))).changes())
    assert [(each.words, each.example) for each in changes] == [
        ('a point of advice of "rest-more" is reworded: "Sleep." is now "Rest well."', None)
    ]


def test_what_only_one_guide_has_is_told() -> None:
    """A new option, question, step, notice or ending is named; so is one that is gone."""
    with_more = sound(
        ("endings:\n", "  - {id: more, ask: And?, options: [{code: a, label: A}]}\nendings:\n"),
        ("{code: often, label: Often}", "{code: often, label: Often}\n      - {code: x, label: X}"),
    )
    new = [each.words for each in Difference(sound(), with_more).changes()]
    assert new[:2] == ['the answer "x" of "rest" is new', 'the question "more" is new']
    gone = [each.words for each in Difference(with_more, sound()).changes()]
    assert gone[:2] == ['the answer "x" of "rest" is gone', 'the question "more" is gone']


@FEWER
@given(guide=small_guides())
def test_a_guide_does_not_differ_from_itself(guide: Guide) -> None:
    """Nothing is told where nothing changed."""
    assert list(Difference(guide, guide).changes()) == []


@FEWER
@given(old=small_guides())
def test_a_step_that_loses_a_rule_differs_exactly_where_some_reader_sees_it(old: Guide) -> None:
    """A reader is told of exactly when one, tried one by one, is shown something else."""
    import msgspec

    steps = (msgspec.structs.replace(old.steps[0], advice=(), done=()), *old.steps[1:])
    new = msgspec.structs.replace(old, steps=steps)
    differs = any(
        view(make_plan(old, each)) != view(make_plan(new, each)) for each in every_reader(old)
    )
    told = [each.words for each in Difference(old, new).changes()]
    assert any(", for no reader: " not in words for words in told) == differs


def test_the_command_tells_changes_and_exits_like_diff(tmp_path: Path) -> None:
    """Exit code 1 and the changes with answers to save, or 0 and a word that nothing changes."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(sound_text())
    new.write_text(changed(sound_text(), *EDITS["a highlight comes"][0]))
    told = run_program("diff", str(old), str(new))
    assert told.returncode == 1
    assert told.stdout.splitlines()[2:7] == [
        '- the step "find-help" is now highlighted',
        "    # for example, for this reader:",
        "    mood: low  # Low",
        "    help:",
        "      - friend  # A friend",
    ]
    same = run_program("diff", str(old), str(old))
    assert (same.returncode, "Nothing changes for any reader." in same.stdout) == (0, True)


# --- graph ---------------------------------------------------------------------------------------


def link_between(found: list[Link], question: int, words: str) -> set[tuple[tuple[str, ...], bool]]:
    """The answers to a question that lead to a target, and whether alone."""
    return {
        (link.answers, link.alone)
        for link in found
        if link.question == question and link.target.words == words
    }


def test_links_tell_which_answers_lead_where() -> None:
    """To a question, an ending, a notice and a step, by themselves or with other answers."""
    found = links(sound())
    assert link_between(found, 1, "Who helps you?") == {(("Low",), True)}
    assert link_between(found, 1, "The end") == {(("Stop here",), True)}
    assert link_between(found, 2, "A word first") == {(("Nobody",), True)}
    assert link_between(found, 1, "1. Rest more") == {(("Fine",), True)}
    assert link_between(found, 3, "2. Find help") == {(("Often",), True)}


def test_an_answer_that_needs_others_is_told_apart() -> None:
    """Where a rule wants two answers, neither leads there alone."""
    found = links(sound(("{any: [tired, {rest: [often]}]}", "{all: [tired, {rest: [seldom]}]}")))
    assert link_between(found, 1, "2. Find help") == {(("Low",), False)}
    assert link_between(found, 3, "2. Find help") == {(("Seldom",), False)}


@FEWER
@given(guide=small_guides())
def test_every_link_is_true_of_every_reader(guide: Guide) -> None:
    """Some reader with such an answer gets there; each of them, where it leads there alone."""
    plans = [(each, make_plan(guide, each)) for each in every_reader(guide)]
    for link in links(guide):
        if link.target.kind == "step":
            step = guide.steps[link.target.number - 1].id
            for answer in link.answers:
                applies = [
                    any(each.id == step and each.status == "applies" for each in plan.steps)
                    for answers, plan in plans
                    if has(guide, answers, link.question, answer) and not plan.ending
                ]
                assert any(applies)
                assert all(applies) or not link.alone


def has(guide: Guide, answers: Answers, number: int, words: str) -> bool:
    """Whether the reader gave that answer to the question."""
    question = guide.questions[number - 1]
    codes = answers.get(question.id, frozenset())
    said = {option.label for option in question.options if option.code in codes}
    return words in said or (codes == SKIP and words == guide.labels.skip)


def test_the_tree_is_in_the_readers_words(guide: Guide) -> None:
    """Every question and step is in the tree, and no line is wider than 80 columns."""
    tree = as_tree(guide, links(guide))
    words = " ".join(tree.replace("│", " ").split())
    assert all(question.ask in words for question in guide.questions)
    assert all(step.title in words for step in guide.steps)
    assert max(len(line) for line in tree.splitlines()) <= 80
    assert "gt2y" not in tree


NASTY: Final = ("title: Rest more", "title: 'A \"quote\" \\ <b>&amp; #35; `x` [y]'")


def test_mermaid_keeps_what_could_break_it_in_entities() -> None:
    """Quotes, angle brackets and the like in a text are written so that Mermaid shows them."""
    guide = sound(NASTY)
    picture = as_mermaid(guide, links(guide))
    assert picture.startswith("flowchart LR\n")
    (line,) = (line for line in picture.splitlines() if "step1([" in line)
    inner = line.partition('(["')[2].rpartition('"])')[0]
    assert not set('"<>`').intersection(inner.replace("<br>", ""))


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_draws_the_picture(guide: Guide) -> None:
    """Graphviz reads the graph of the real guide and of a guide with strange texts."""
    for each in (guide, sound(NASTY)):
        drawn = subprocess.run(
            ["dot", "-Tsvg"], input=as_dot(each, links(each)).encode(), capture_output=True
        )
        assert (drawn.returncode, drawn.stderr) == (0, b"")


def test_dot_quotes_are_escaped() -> None:
    """A quote or backslash in a text ends no label."""
    picture = as_dot(sound(NASTY), links(sound(NASTY)))
    assert '\\"quote\\" \\\\' in picture


@pytest.mark.parametrize(
    ("form", "begins"), [("tree", "Feeling far apart"), ("mermaid", "flow"), ("dot", "digraph")]
)
def test_the_command_draws_the_built_in_guide(form: str, begins: str) -> None:
    """Each form comes from the command, on standard output."""
    drawn = run_program("graph", "--format", form)
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert drawn.stdout.startswith(begins)


# --- schema --------------------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    """The schema as the command prints it."""
    printed: dict[str, Any] = json.loads(run_program("schema").stdout)
    return printed


def test_the_built_in_guide_follows_the_schema(real_text: str) -> None:
    """An editor that knows the schema marks nothing in it."""
    checker = jsonschema.Draft202012Validator(schema())
    checker.check_schema(checker.schema)
    assert list(checker.iter_errors(yaml.safe_load(real_text))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("highlight: tired", "hilight: tired"),
        ("title: Rest more", 'title: ""'),
        ("{mood: [low]}", "{mood: low}"),
    ],
)
def test_the_schema_marks_faults_of_shape(old: str, new: str) -> None:
    """A misspelt field, an empty text and a rule of another shape do not follow it."""
    data = yaml.safe_load(changed(sound_text(), old, new))
    assert not jsonschema.Draft202012Validator(schema()).is_valid(data)


def test_the_first_line_of_the_guide_points_editors_to_the_schema() -> None:
    """The file that it names is there, without a network address, and is today's schema."""
    first = built_in_path().read_text(encoding="utf-8").splitlines()[0]
    path = ROOT / first.partition("$schema=")[2]
    assert "://" not in first
    assert json.loads(path.read_text(encoding="utf-8")) == schema()
