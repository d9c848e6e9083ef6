"""Reading a guide: the built-in one loads, and each mistake is told with its place and a remedy."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from distancecli.asking.pages import welcome_page
from distancecli.errors import (
    MOST_GATHERED,
    MOST_SHOWN,
    DistanceError,
    FileProblems,
    UnreadableFile,
)
from distancecli.guide import load as guidefile
from distancecli.guide import model
from distancecli.guide.load import OpenGuide, load_guide, parse_guide
from distancecli.guide.model import Front, Guide
from distancecli.guide.parts import Topics, each_topic
from distancecli.interview.plan import make_plan
from distancecli.run.request import Request
from distancecli.run.run import guide_reader
from tests.support.small_guide import (
    NAME,
    SMALL_GUIDE,
    changed,
    line_and_column,
    refusals,
    small_text,
)


def test_the_built_in_guide_loads(guide: Guide) -> None:
    """The guide has ten questions, and one for whoever comes back; five steps, and its pages."""
    questions = " ".join(question.id for question in guide.questions)
    assert questions == "went how_long safety told talk time in_way cause event_now habits now"
    assert len(guide.steps) == 5
    assert [ending.id for ending in guide.endings] == ["safety", "own_behaviour"]
    assert [notice.id for notice in guide.notices] == ["crisis", "take_care", "safety_skipped"]


def test_the_model_has_all_that_it_hands_on() -> None:
    """Whoever takes a name from there need not know in which module it is made."""
    assert all(hasattr(model, name) for name in model.__all__)


@pytest.mark.parametrize(
    ("topics", "each"),
    [("", ()), ("rest", ("rest",)), ((), ()), (("rest", "sleep"), ("rest", "sleep"))],
)
def test_topics_are_had_one_by_one(topics: Topics, each: tuple[str, ...]) -> None:
    """However they are written; a text that speaks of nothing of note has none."""
    assert each_topic(topics) == each


def test_private_and_exclusive_are_as_the_brief_says(guide: Guide) -> None:
    """Three questions are private and sensitive, and each exclusive option is the one meant."""
    assert {each.id for each in guide.questions if each.private} == {"went", "safety", "now"}
    assert {each.id for each in guide.questions if each.sensitive} == {"went", "safety", "now"}
    alone = {
        each.id: [option.code for option in each.options if option.exclusive]
        for each in guide.questions
        if each.many
    }
    assert alone == {
        "safety": ["none"],
        "talk": ["ok"],
        "in_way": ["nothing"],
        "cause": [],
        "event_now": ["settled"],
        "habits": ["none"],
        "now": ["none"],
    }


def test_the_front_of_the_built_in_guide_is_had_before_the_rest(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first page waits for the title, the labels and the welcome, and for nothing else."""
    opened = OpenGuide()
    with monkeypatch.context() as patched:
        patched.delattr(guidefile, "guide_from")
        front = opened.front
    assert (front.title, front.labels, front.welcome) == (guide.title, guide.labels, guide.welcome)
    assert opened.whole == guide


def test_a_guide_of_ones_own_is_read_whole_before_any_page(tmp_path: Path, real_text: str) -> None:
    """Its author sees what is wrong with it, and not a first page that goes away again."""
    path = tmp_path / "guide.yaml"
    path.write_text(real_text.replace(" choose: many", " chose: many", 1), encoding="utf-8")
    with pytest.raises(FileProblems, match='did you mean "choose"'):
        OpenGuide(str(path))


def test_a_front_that_is_not_sound_is_told_with_the_rest(
    tmp_path: Path, real_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A label that is gone and a code that is gone are both told, whichever is asked for."""
    path = tmp_path / "guide.yaml"
    text = real_text.replace("  begin: ", "  begun: ", 1)
    path.write_text(text.replace(" choose: many", " chose: many", 1), encoding="utf-8")
    monkeypatch.setattr(guidefile, "built_in_path", lambda: path)
    with pytest.raises(FileProblems) as refused:
        _ = OpenGuide().front
    said = " ".join(problem.message for problem in refused.value.problems)
    assert '"begun"' in said
    assert '"chose"' in said


def test_the_first_page_fills_in_no_label_that_was_not_looked_through(guide: Guide) -> None:
    """Whatever is wrong with a label of the built-in guide is told with the rest."""
    damaged = dict.fromkeys(guide.labels.__struct_fields__, "{what} is {this")
    front = Front(guide.title, replace(guide.labels, **damaged), guide.welcome)
    for plain in (False, True):
        assert welcome_page(front, plain).heading == guide.welcome.title


@pytest.mark.parametrize("wanted", [Request(output="plan.txt"), Request(save_answers="a.yaml")])
def test_a_label_about_a_file_is_looked_through_before_it_is_said(
    wanted: Request, tmp_path: Path, real_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a file can be written is told before the first page, in words that are sound."""
    path = tmp_path / "guide.yaml"
    path.write_text(changed(real_text, "{file} was not written", "{fle} was not"), encoding="utf-8")
    monkeypatch.setattr(guidefile, "built_in_path", lambda: path)
    with pytest.raises(FileProblems, match="means nothing in this label"):
        guide_reader(wanted)


def test_the_front_can_be_had_after_the_rest() -> None:
    """In whichever order they are asked for."""
    opened = OpenGuide()
    assert opened.whole.labels == opened.front.labels


def test_a_guide_is_read_from_a_file(tmp_path: Path, small_guide: Guide) -> None:
    """A guide in a file is the same as that guide as text."""
    path = tmp_path / "guide.yaml"
    path.write_text(small_text(), encoding="utf-8")
    assert load_guide(str(path)) == small_guide


def test_problems_of_a_file_name_the_file(tmp_path: Path) -> None:
    """A problem is told with the path that was asked for."""
    path = tmp_path / "guide.yaml"
    path.write_text(changed(small_text(), "title: Rest more", "title: ''"), encoding="utf-8")
    with pytest.raises(FileProblems) as refused:
        load_guide(str(path))
    assert str(refused.value).startswith(f"{path}:")


def test_a_missing_guide_is_refused(tmp_path: Path) -> None:
    """A guide that is not there is one clear line."""
    with pytest.raises(UnreadableFile, match=r"gone\.yaml: No such file"):
        load_guide(str(tmp_path / "gone.yaml"))


@pytest.mark.parametrize("text", ["", "[]", "a guide"])
def test_what_is_no_guide_at_all_is_one_problem(text: str) -> None:
    """A file without fields is told so at its first place."""
    assert refusals(text) == [f"{NAME}:1:1: fields belong here (name: value), not what stands here"]


def test_a_section_may_be_wrong_behind_the_last_problem_that_is_told() -> None:
    """Whoever reads the names in it counts on no shape of it."""
    written = yaml.safe_load(small_text())
    unknown = {f"no{number}": "word" for number in range(MOST_GATHERED)}
    written["questions"][0] |= unknown
    with pytest.raises(FileProblems, match='no field "no0" goes here'):
        parse_guide(NAME, yaml.safe_dump(written | {"support": "word"}))


def test_several_mistakes_in_one_rule_are_all_told() -> None:
    """Within a rule, too, each misspelt name is told at its own column."""
    new = "{all: [{moood: [low]}, tird, {mood: [loww]}]}"
    text = changed(small_text(), "highlight: tired", f"highlight: {new}")
    where = [line_and_column(text, text.index(part)) for part in ("moood", "tird", "loww")]
    assert refusals(text) == [
        f'{NAME}:{where[0]}: no question is called "moood"; did you mean "mood"?',
        f'{NAME}:{where[1]}: no fact is called "tird"; did you mean "tired"?',
        f'{NAME}:{where[2]}: "mood" has no code "loww"; did you mean "low"?',
    ]


def test_a_name_without_a_near_one_is_told_all_there_are() -> None:
    """Where no name is near, the valid ones are listed."""
    text = changed(small_text(), "when: {mood: [stop]}", "when: {mood: [xyz]}")
    (line,) = refusals(text)
    assert line.endswith('"mood" has no code "xyz"; there is: fine, low, stop, skipped')


# Mistakes in the small guide: what it says, what stands there instead, and what the lines say.
SMALL_MISTAKES: Final = {
    "a ring of one": ("tired: {mood: [low]}", "tired: {any: [tired]}", ["tired -> tired"]),
    "a ring of two": (
        "facts:\n",
        "facts:\n  one: {any: [two]}\n  two: {none: [one]}\n",
        ["one -> two -> one"],
    ),
    "a ring behind a fact": (
        "facts:\n",
        "facts:\n  first: {any: [second]}\n  second: {any: [second]}\n",
        ["second -> second"],
    ),
    "a word of conditions": (
        "- id: rest\n    ask",
        "- {id: any, ask: What?, options: [{code: a, label: A}]}\n  - id: rest\n    ask",
        ['"any" is a word of conditions'],
    ),
    "a question twice": (
        "- id: rest\n    ask",
        "- {id: rest, ask: What?, options: [{code: often, label: A}, {code: seldom, label: B}]}\n"
        "  - id: rest\n    ask",
        ['the id "rest" stands twice'],
    ),
    "a notice twice": (
        "notices:\n",
        "notices:\n  - {id: alone, when: tired, title: A, text: []}\n",
        ['the id "alone" stands twice'],
    ),
    "an ending twice": (
        "endings:\n",
        "endings:\n  - {id: stopped, when: tired, title: A, text: []}\n",
        ['the id "stopped" stands twice'],
    ),
    "an unknown choice": ("choose: many", "choose: several", ['"several" may not stand here']),
    "too few options to ask one by one": (
        "choose: many\n",
        "choose: each\n    each: {no_to_all: nobody, not_sure: secret}\n",
        ["fewer than 2 options are asked by themselves"],
    ),
    "one by one, without a code for not sure": (
        "choose: many\n",
        "choose: each\n    each: {no_to_all: nobody}\n",
        ['the field "not_sure" is missing here'],
    ),
    "one by one, and not sure beside nothing": (
        "choose: many\n    when: tired\n    options:\n",
        "choose: each\n    each: {no_to_all: nobody, not_sure: open}\n"
        "    when: tired\n    options:\n"
        "      - {code: open, label: Unsure, exclusive: true}\n",
        ['"open" of "help" can be said beside a yes to another'],
    ),
    "a text that is empty": ("top: [Take it easy.]", "top: ['']", ["this text is empty"]),
    "a list that is empty": (
        "applies:\n      - {when: weary, because: you are low and without a friend}\n",
        "applies: []\n",
        ["this list is empty"],
    ),
    "a list for a text": ("title: Rest more", "title: [Rest]", ["a text belongs here"]),
    "a list in a list": ("top: [Take it easy.]", "top: [[]]", ["a text belongs here"]),
    "a number for a truth": ("exclusive: true", "exclusive: 2", ["write true or false here"]),
    "fields for a list": ("top: [Take it easy.]", "top: {a: b}", ["a list belongs here"]),
    "a list for fields": ("kinds: {listener: Someone to listen}", "kinds: [listener]", ["fields"]),
    "a kind in a text": ("support: [listener]", "support: [lisener]", ['did you mean "listener"?']),
    "a kind of a line": (
        "kind: listener, name: First",
        "kind: crisis, name: First",
        ["there is: listener"],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), SMALL_MISTAKES.values(), ids=list(SMALL_MISTAKES))
def test_each_mistake_has_a_line(old: str, new: str, said: list[str]) -> None:
    """A rule that makes no sense is refused, with one line for each place that is wrong."""
    lines = refusals(changed(small_text(), old, new))
    assert len(lines) == len(said)
    assert all(part in line for part, line in zip(said, lines, strict=True))


@pytest.mark.parametrize("placeholder", ["{number!z}", "{title:d}", "{number:{left}}", "{}", "{0}"])
def test_a_label_that_cannot_be_filled_in_is_refused(real_text: str, placeholder: str) -> None:
    """What `format` could not fill in later is refused when the guide is read."""
    (line,) = refusals(changed(real_text, '"{number}. {title}"', f'"{placeholder}"'))
    assert "label" in line or "brace" in line


@pytest.mark.parametrize("turned", [False, True], ids=["deepest last", "deepest first"])
def test_a_chain_of_facts_that_is_far_too_long_is_refused(turned: bool) -> None:
    """Thousands of facts in a row are refused in any order, and not met as a crash later."""
    facts = [f"  f{number}: f{number + 1}\n" for number in range(3000)]
    facts.append("  f3000: tired\n")
    text = changed(small_text(), "facts:\n", "facts:\n" + "".join(facts[:: -1 if turned else 1]))
    text = changed(text, "highlight: tired", "highlight: f0")
    lines = refusals(text)[:MOST_SHOWN]
    assert len(lines) > 20
    assert all("levels deep" in line for line in lines)


DAMAGE: Final = st.tuples(
    st.integers(0, len(SMALL_GUIDE)),
    st.integers(0, 30),
    st.one_of(
        st.text(max_size=5),
        st.sampled_from(["[]", "{}", "\n", "- ", ": ", "tired", "mood", "{mood: [low]}", "id: "]),
    ),
)
"""Where a text is damaged, how much of it goes, and what comes in its place."""


@given(damages=st.lists(DAMAGE, min_size=1, max_size=3))
def test_a_damaged_guide_is_read_or_refused(damages: list[tuple[int, int, str]]) -> None:
    """However a guide is damaged, it is refused for a person to read, or makes plans."""
    text = SMALL_GUIDE
    for start, length, instead in damages:
        text = text[:start] + instead + text[start + length :]
    with suppress(DistanceError):
        damaged = parse_guide(NAME, text + small_text()[len(SMALL_GUIDE) :])
        for mood in ("fine", "low", "stop"):
            make_plan(damaged, {"mood": frozenset({mood})})
