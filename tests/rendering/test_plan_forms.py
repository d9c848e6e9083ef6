"""The first screen of a plan and the steps below it, form by form, on a small guide."""

import io
import json
from typing import Any, Final, get_args

import pytest
from msgspec.structs import replace

from distancecli.guide.model import Guide
from distancecli.interview.message import Passage
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.since import Given, Since
from distancecli.interview.start import Chosen
from distancecli.rendering.ear import as_heard
from distancecli.rendering.firstscreen import first_screen
from distancecli.rendering.formats import Format, in_form
from distancecli.rendering.helplines import lines_for, support_outline
from distancecli.rendering.json import as_json
from distancecli.rendering.markdown import as_markdown
from distancecli.rendering.outline import (
    below_first,
    foot,
    in_full,
    in_short,
    message_section,
    outline,
)
from distancecli.rendering.questions import questions_outline
from distancecli.rendering.screen import drawn, rows_of, show_on_screen
from distancecli.rendering.section import Block, BlockKind, Section, SectionKind
from distancecli.rendering.steps import steps_outline
from distancecli.rendering.text import as_text
from tests.support.starts_guide import starts_guide
from tests.support.stated_run import DAY


def plan_for(want: str, who: str, chosen: Chosen | None = None) -> Plan:
    """The plan of a reader who wants that, with those."""
    answers = {"want": frozenset({want}), "who": frozenset({who})}
    return make_plan(starts_guide(), answers, chosen=chosen)


DONE: Final = (
    "      - {when: {who: [alone, two]}, because: you said with whom}\n"
    "      - {when: {who: [two]}, because: a fourth reason}\n",
    "    done: [{when: {want: [run]}, because: you swam}]\n",
)
"""By this the step for swimmers is done by whoever wants to run alone."""
HELP: Final = (Passage("Help is near."),)
LIT: Final = plan_for("both", "two")
"""The start is the highlighted step."""
BESIDE: Final = plan_for("both", "two", Chosen("run", "noon"))
"""Another step is highlighted, and a moment was chosen."""
ALONE: Final = plan_for("swim", "alone")
"""One step does not apply."""
CALM: Final = plan_for("nothing", "two")
"""There is no start."""

THEN: Final = {"want": frozenset({"swim"}), "who": frozenset({"alone"})}
NOW: Final = {"want": frozenset({"run"}), "who": frozenset({"alone"})}
BACK: Final = make_plan(starts_guide(DONE), NOW, earlier=Given(THEN))
"""One step is done since the last time, one is new, and one still fits."""
ONLY_NEW: Final = make_plan(
    starts_guide(), NOW | {"want": frozenset({"both"})}, earlier=Given(THEN)
)
NOTHING_NEW: Final = make_plan(starts_guide(), NOW, earlier=Given(NOW))

TEXTS: Final[dict[str, tuple[Plan, str]]] = {
    "the start is highlighted": (
        LIT,
        """\
Your plan
=========

*** START HERE, this week                         Step 2
  COULD HELP YOU MOST: Swim
  Go to the pool.
  You could say: "Shall we swim?"
  Because you want to swim.
  Only where it is safe.

After that, one at a time
  -> 1. Rest
  -> 3. Run
""",
    ),
    "another step is highlighted": (
        BESIDE,
        """\
Your plan
=========

START HERE, this week                             Step 3
  When: at noon
  Then: Run one lap.
  Say it to yourself once. If that moment passes,
  another one is fine.
  You could say: "Run with me."

*** COULD HELP YOU MOST: Swim                     Step 2
  Because you want to swim.

After that, one at a time
  -> 1. Rest
""",
    ),
    "a step does not apply": (
        ALONE,
        """\
Your plan
=========

START HERE, this week                             Step 2
  Take a bath.
  You could say: "Shall we swim?"
  Because you want to swim.
  Only where it is safe.

After that, one at a time
  -> 1. Rest
  -  3. Run: also possible
""",
    ),
    "a step is done since, and one is new": (
        BACK,
        """\
Your plan
=========

Since last time
New for you: 3. Run
You have done: 2. Swim
Still fits: 1

START HERE, this week                             Step 3
  Run one lap.
  You could say: "Run with me."
  Because you want to run.

After that, one at a time
  -> 1. Rest
  ok 2. Swim: you have done this
""",
    ),
    "a step is new": (
        ONLY_NEW,
        """\
Your plan
=========

Since last time
New for you: 3. Run
Still fits: 1, 2

START HERE, this week                             Step 3
  Run one lap.
  You could say: "Run with me."
  Because you want to run.

After that, one at a time
  -> 1. Rest
  -> 2. Swim
""",
    ),
    "nothing is new": (
        NOTHING_NEW,
        """\
Your plan
=========

Nothing is new in your steps since last time.

START HERE, this week                             Step 3
  Run one lap.
  You could say: "Run with me."
  Because you want to run.

After that, one at a time
  -> 1. Rest
  -> 2. Swim
""",
    ),
    "there is no start": (
        CALM,
        """\
Your plan
=========

For now, only this
  Do nothing.

Everything about the two of you can wait. It is here for
another day
  ->  1. Rest
  *** 2. Swim
  ->  3. Run
""",
    ),
}


@pytest.mark.parametrize(("plan", "text"), TEXTS.values(), ids=list(TEXTS))
def test_the_first_screen_as_text(plan: Plan, text: str) -> None:
    """Its heading, the start, what could help most, the other steps; the number stands aside."""
    assert as_text(first_screen(starts_guide(), plan), 56) == text


@pytest.mark.parametrize(("plan", "text"), TEXTS.values(), ids=list(TEXTS))
def test_the_first_screen_by_rich_is_the_same(plan: Plan, text: str) -> None:
    """Line by line, but for the space around it and the rule below its heading."""
    stream = io.StringIO()
    show_on_screen(first_screen(starts_guide(), plan), stream, 60)
    shown = [line[2:].rstrip() for line in stream.getvalue().splitlines()]
    wanted = [line for line in text.splitlines() if line and set(line) != {"="}]
    assert [line for line in shown if line] == wanted


def test_the_pieces_of_a_row_have_the_styles_of_a_page_or_none() -> None:
    """In words that a page with keys knows: what rich leaves without a style is an empty one."""
    sections = outline(starts_guide(), LIT)
    rows = [row for section in sections for row in rows_of(drawn(section, 80), 80, False)]
    found = {style for row in rows for style, _ in row}
    assert found == {"", "dim", "bold", "italic", "magenta", "bold magenta"}


def test_the_first_screen_as_markdown() -> None:
    """Headings, paragraphs and a list; a mark is written as it is, and what stands aside behind."""
    assert as_markdown(first_screen(starts_guide(), BESIDE)).splitlines() == [
        *("# Your plan", ""),
        *("## START HERE, this week (Step 3)", ""),
        *("When: at noon", "", "Then: Run one lap.", ""),
        *("Say it to yourself once. If that moment passes, another one is fine.", ""),
        *('You could say: "Run with me."', ""),
        *(r"## \*\*\* COULD HELP YOU MOST: Swim (Step 2)", ""),
        *("Because you want to swim.", ""),
        *("## After that, one at a time", ""),
        r"- 1\. Rest",
    ]


def test_a_highlighted_step_among_the_others_has_its_mark_in_markdown() -> None:
    """The list has no marks, so it is put before the title."""
    shown = as_markdown(first_screen(starts_guide(), CALM)).splitlines()
    assert shown[-3:] == [r"- 1\. Rest", r"- \*\*\* 2. Swim", r"- 3\. Run"]


HEARD: Final[dict[str, tuple[Plan, list[str]]]] = {
    "the start is highlighted": (
        LIT,
        [
            *("Your plan", "", "Heard: START HERE, this week. Step 2"),
            *("COULD HELP YOU MOST: Swim", "Go to the pool.", 'You could say: "Shall we swim?"'),
            *("Because you want to swim.", "Only where it is safe.", ""),
            *("After that, one at a time", "1. Rest", "3. Run"),
        ],
    ),
    "there is no start": (
        CALM,
        [
            *("Your plan", "", "For now, only this", "Do nothing.", ""),
            "Everything about the two of you can wait. It is here for another day",
            *("1. Rest", "Heard: 2. Swim", "3. Run"),
        ],
    ),
}


@pytest.mark.parametrize(("plan", "lines"), HEARD.values(), ids=list(HEARD))
def test_the_first_screen_by_ear(plan: Plan, lines: list[str]) -> None:
    """No rule, no indent and no sign: a word says what is highlighted."""
    assert as_heard(first_screen(starts_guide(), plan), "Heard", 80).splitlines() == lines


# --- Below it ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "numbers"), [(LIT, [2, 1, 3]), (BESIDE, [3, 2, 1]), (ALONE, [2, 1]), (CALM, [])]
)
def test_the_steps_below_stand_in_order(plan: Plan, numbers: list[int]) -> None:
    """The start, what is highlighted, the others that apply; none where there is no start."""
    assert [section.step for section in in_short(starts_guide(), plan)] == numbers


def test_a_highlighted_step_below_is_cut_and_framed() -> None:
    """Its words of comfort, one paragraph and what is kept, its points, its action, one opener."""
    section = list(in_short(starts_guide(), BESIDE))[1]
    assert (section.kind, section.mark, section.heading) == ("highlight", "***", "2. Swim")
    assert [block.text for block in section.blocks[1:]] == [
        *("Swimming, one.", "Only where it is safe."),
        *("Point one.", "Point two.", "Point four."),
        *("A small step", "Go to the pool."),
        *("You could say", '"Shall we swim?"'),
    ]


def test_a_step_in_full_has_all_that_it_says() -> None:
    """Whatever part of it stands in the plan."""
    for plan in (LIT, BESIDE):
        texts = [block.text for block in in_full(starts_guide(), plan, plan.step(2)).blocks]
        assert texts[1:] == [
            *("Because you want to swim.", "Because it is good for two."),
            *("Because you said with whom.", "Swimming, one.", "Swimming, two."),
            *("Only where it is safe.", "Point one.", "Point two.", "Point three."),
            *("Point four.", "A small step", "Go to the pool."),
            *("You could say", '"Shall we swim?"', '"The water is warm."'),
        ]


def test_a_step_in_full_that_does_not_apply_says_where_it_is_read() -> None:
    """Its status, and where all of it stands; a guarded reader is not sent there."""
    section = in_full(starts_guide(), ALONE, ALONE.step(3))
    assert [block.text for block in section.blocks] == [
        "This step: also possible.",
        "You can read all of this step with: distance steps 3",
    ]
    guarded = replace(ALONE, guarded=True)
    section = in_full(starts_guide(), guarded, guarded.step(3))
    assert [block.text for block in section.blocks] == ["This step: also possible."]


def test_what_is_started_with_again_has_no_reason() -> None:
    """Whoever chose it the last time knows it; any other start has one."""
    assert LIT.start
    again = replace(LIT, start=replace(LIT.start, repeats=True))
    reason = f"Because {LIT.start.because}"
    shown = [as_text(first_screen(starts_guide(), plan)) for plan in (LIT, again)]
    assert [reason in text for text in shown] == [True, False]


@pytest.mark.parametrize("plan", [LIT, ALONE])
def test_where_help_is_stands_below_the_steps_at_a_glance(plan: Plan) -> None:
    """Last on the first screen, apart from what is above it."""
    shown = as_text(first_screen(starts_guide(), replace(plan, help=HELP)))
    assert shown == as_text(first_screen(starts_guide(), plan)) + "\nHelp is near.\n"


def test_a_plan_says_how_to_read_more() -> None:
    """Since each step has more than stands there."""
    more = "There is more to each step. To read all of it: distance steps\n"
    text = as_text(outline(starts_guide(), LIT))
    assert text.endswith(f"\n\n{more}")
    assert foot() == ()


def test_whoever_is_guarded_is_not_sent_to_where_all_of_a_step_stands() -> None:
    """There stands also what is not for them, and below the steps there is then nothing more."""
    guarded = replace(LIT, guarded=True)
    assert list(below_first(starts_guide(), guarded)) == list(in_short(starts_guide(), guarded))
    said = list(below_first(starts_guide(), replace(guarded, foot=HELP)))
    assert said[-1] == Section("foot", "", (Block("text", "Help is near."),))


def test_a_page_has_its_help_lines_below_its_words(small_guide: Guide) -> None:
    """Those of the country first, each an entry of a list."""
    answers = {"mood": frozenset({"low"}), "help": frozenset({"nobody"})}
    (notice,) = make_plan(small_guide, answers, "AA").notices
    section = message_section(notice)
    assert (section.kind, section.heading) == ("message", "A word first")
    assert [(block.kind, block.text) for block in section.blocks] == [
        ("text", "You are not alone."),
        ("text", "Call someone:"),
        ("item", "First line: 111 (day and night)"),
        ("item", "Anywhere line: anywhere.example"),
    ]


@pytest.mark.parametrize("form", list(Format))
def test_only_a_copy_has_the_day_on_it(form: Format) -> None:
    """Once, in its last words; without a day the plan is as it stands, and has no word on one."""
    made = starts_guide().labels.made.format(day=DAY)
    plain, copy = (in_form(starts_guide(), LIT, form, day) for day in (None, DAY))
    assert (copy.count(DAY), plain.count(DAY), plain.count("None")) == (1, 0, 0)
    if form is not Format.JSON:
        assert made not in plain
        assert as_text(outline(starts_guide(), LIT)) == in_form(starts_guide(), LIT, Format.TEXT)
        assert copy.index(made) > copy.index("distance steps")


def test_every_section_and_block_is_of_a_kind_that_the_forms_know(small_guide: Guide) -> None:
    """Whatever is shown: plans, steps in full, endings, notices, and the lists of a guide."""
    guide = starts_guide()
    sections = [*steps_outline(guide, [1, 2, 3]), *questions_outline(guide), *foot("A.")]
    sections += [*support_outline(small_guide), *lines_for(small_guide, "x")]
    assert LIT.start
    back = replace(LIT, start=replace(LIT.start, say="So."), help=HELP, since=Since((1,), (), (2,)))
    same = replace(LIT, since=Since((), (), (2,)))
    for plan in (LIT, BESIDE, ALONE, CALM, back, same):
        sections += outline(guide, plan)
        sections += [in_full(guide, plan, step) for step in plan.steps]
    for mood in ("stop", "low"):
        answers = {"mood": frozenset({mood}), "help": frozenset({"nobody"})}
        sections += outline(small_guide, make_plan(small_guide, answers))
        earlier = Given({"mood": frozenset({"fine"})})
        sections += outline(small_guide, make_plan(small_guide, answers, earlier=earlier))
    assert {section.kind for section in sections} == set(get_args(SectionKind))
    kinds = {block.kind for section in sections for block in section.blocks}
    assert kinds == set(get_args(BlockKind))


# --- JSON ----------------------------------------------------------------------------------------


def in_json(plan: Plan) -> dict[str, Any]:
    """The plan as a program reads it."""
    return dict(json.loads(as_json(plan)))


def test_json_has_a_notice_what_is_since_and_a_step(small_guide: Guide) -> None:
    """Each field by its name; what a plan has not is null, or an empty list."""
    answers = {"mood": frozenset({"low"}), "help": frozenset({"nobody"})}
    earlier = Given({"mood": frozenset({"fine"}), "rest": frozenset({"seldom"})})
    plan = in_json(make_plan(small_guide, answers, "AA", earlier=earlier))
    first, second = plan.pop("steps")
    assert (first["id"], second["id"]) == ("rest-more", "find-help")
    start = plan.pop("start")
    assert (start["step"], start["smaller"]) == ("find-help", False)
    assert plan == {
        "outcome": "plan",
        "made": None,
        "off_record": False,
        "notices": [
            {
                "id": "alone",
                "title": "A word first",
                "text": "You are not alone.\nCall someone:\nFirst line: 111 (day and night)\n"
                "Anywhere line: anywhere.example",
            }
        ],
        "since": {"new": ["find-help"], "done": [], "still": []},
        "instead": [],
        "ending": None,
    }
    said = {"because": ["you are low and without a friend"], "text": "Help is near.", "advice": []}
    assert second == {
        **{"number": 2, "id": "find-help", "title": "Find help"},
        **{"status": "applies", "highlighted": True},
        **said,
        **{"action": "Call a line.", "openers": []},
        "shown": {**said, "because": [], "action": None, "openers": []},
    }


def test_json_has_an_ending_and_nothing_of_a_plan(small_guide: Guide) -> None:
    """With the fields of any other."""
    plan = make_plan(small_guide, {"mood": frozenset({"stop"})})
    assert json.loads(as_json(plan, DAY)) == {
        **{"outcome": "stopped", "made": DAY, "off_record": False},
        **{"notices": [], "since": None, "start": None, "instead": [], "steps": []},
        "ending": {"id": "stopped", "title": "The end", "text": "That is all."},
    }


def test_json_has_the_start_with_its_moment() -> None:
    """And null where there is none of something."""
    assert in_json(BESIDE)["start"] == {
        "step": "run",
        "because": "you want to run",
        "say": None,
        "action": "Run one lap.",
        "smaller": False,
        "text": "",
        "opener": '"Run with me."',
        "moment": "at noon",
    }
    assert BESIDE.start
    said = replace(BESIDE, start=replace(BESIDE.start, say="Once more."))
    assert in_json(said)["start"]["say"] == "Once more."
    start = in_json(LIT)["start"]
    assert (start["step"], start["moment"]) == ("swim", None)
    assert start["text"] == "Only where it is safe."


def test_json_has_what_stands_instead_of_a_start() -> None:
    """A list of its words, empty where there is a start."""
    calm, other = in_json(CALM), in_json(LIT)
    assert (calm["start"], calm["instead"]) == (None, ["Do nothing."])
    assert other["instead"] == []


def test_json_has_all_of_a_step_and_what_is_shown_of_it() -> None:
    """Of the same shape, so that a program can take either."""
    swim = in_json(BESIDE)["steps"][1]
    assert swim["text"] == "Swimming, one.\nSwimming, two.\nOnly where it is safe."
    assert swim["shown"] == {
        "because": [],
        "text": "Swimming, one.\nOnly where it is safe.",
        "advice": ["Point one.", "Point two.", "Point four."],
        "action": "Go to the pool.",
        "openers": ['"Shall we swim?"'],
    }
    nothing: dict[str, Any] = {name: [] for name in ("because", "advice", "openers")}
    nothing |= {"text": "", "action": None}
    assert [step["shown"] for step in in_json(CALM)["steps"]] == [nothing] * 3
    assert in_json(ALONE)["steps"][2]["shown"] == nothing
