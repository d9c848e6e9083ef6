"""What is chosen on the page of a plan, by values: one thing, a moment for it, or neither."""

from pathlib import Path
from typing import Final

import pytest

from distancecli.asking.conversation import Conversation
from distancecli.asking.filepages import name_blank
from distancecli.asking.page import Act
from distancecli.asking.planpages import word_page
from distancecli.guide.load import parse_guide
from distancecli.guide.model import Guide
from distancecli.interview.message import Message
from distancecli.interview.plan import make_plan
from distancecli.interview.since import Given
from distancecli.interview.start import Chosen, Start
from distancecli.rendering.outline import foot, in_full
from distancecli.run.copies import Copies
from distancecli.run.copy import plan_copy
from distancecli.run.planlook import Drawing, first_screen_of
from distancecli.run.planpage import PlanPage, Telling
from tests.support.built_in import GUIDE
from tests.support.scripted_asker import BACK, Script, ScriptedAsker
from tests.support.small_guide import NAME, changed, small_text
from tests.support.starts_guide import starts_guide
from tests.support.stated_run import DAY

BOTH: Final[Script] = [Act.GO_ON, "both", "two", Act.GO_ON]
"""The answers of a reader who wants to swim and run, with a friend."""
MOMENTS: Final = """\
  moments:
    - {id: noon, text: at noon}
    - {id: dusk, text: at dusk, when: {want: [run, both]}}
    - {id: trip, text: on a trip, together: true}
"""


def talk_of(guide: Guide, want: str) -> Conversation:
    """A conversation in which that was answered."""
    talk = Conversation(guide, ScriptedAsker([Act.GO_ON, want, "two", Act.GO_ON]))
    talk.run()
    return talk


def left_by(guide: Guide, script: Script) -> tuple[PlanPage, ScriptedAsker]:
    """The page once a reader did all that and finished."""
    asker = ScriptedAsker([*BOTH, *script, Act.FINISH])
    talk = Conversation(guide, asker)
    talk.run()
    page = PlanPage.after(None, talk, Copies(guide.labels, DAY), ())
    assert page.leave() is Act.FINISH
    return page, asker


def start_of(page: PlanPage) -> Start:
    """What is shown as the start."""
    assert page.reader.plan.start
    return page.reader.plan.start


@pytest.mark.parametrize(
    ("script", "step", "moment"),
    [
        ([], "swim", None),
        ([Act.START, "run", "noon"], "run", "at noon"),
        ([Act.START, "run", Act.OPEN], "run", None),
        ([Act.START, "run", BACK, "swim", "trip"], "swim", "on a trip"),
        ([Act.START, BACK], "swim", None),
        ([Act.START, "run", "noon", Act.START, Act.LATER], "swim", None),
        ([Act.START, "run", "noon", Act.START, BACK], "run", "at noon"),
        (["rest", Act.LEAVE], "swim", None),
    ],
)
def test_one_thing_and_a_moment_are_what_was_chosen_last(
    script: Script, step: str, moment: str | None
) -> None:
    """Back from the moments are the things again, and from those the plan as it was."""
    page, _ = left_by(starts_guide(), script)
    start = start_of(page)
    assert (start.step, start.moment) == (step, moment)


@pytest.mark.parametrize(("key", "moment"), [(Act.OPEN, None), ("noon", "noon")])
def test_a_moment_that_is_left_open_is_none(key: str, moment: str | None) -> None:
    """So whatever is made of the choice, as in a file, has no moment in it."""
    page, _ = left_by(starts_guide(), [Act.START, "run", key])
    assert page.reader.chosen == Chosen("run", moment, "lap")


def test_the_titles_of_the_steps_are_choices_and_sections_stand_apart() -> None:
    """Each row of a title has the step's key, no other row has one, and an empty one is between."""
    guide = starts_guide()
    drawn = first_screen_of(guide, talk_of(guide, "both").reader().plan, foot("Goodbye."))
    rows = [("".join(text for _, text in row), key) for row, key in drawn.rows(60, False)]
    assert drawn.keys == (Act.START, "rest", "run")
    assert rows == [
        (guide.plan.title, None),
        ("", None),
        (f"{'*** ' + guide.labels.start_here:<54}Step 2", Act.START),
        (f"  {guide.labels.could_help_most.format(title='Swim')}", Act.START),
        ("  Go to the pool.", Act.START),
        ('  You could say: "Shall we swim?"', Act.START),
        ("  Because you want to swim.", Act.START),
        ("  Only where it is safe.", Act.START),
        ("", None),
        (guide.labels.overview, None),
        ("  -> 1. Rest", "rest"),
        ("  -> 3. Run", "run"),
        ("", None),
        ("Goodbye.", None),
    ]


def test_each_part_of_a_page_has_the_role_of_its_look() -> None:
    """What stands out most is a heading, then what is asked; reasons and frames step back."""
    guide = starts_guide()
    plan = talk_of(guide, "both").reader().plan
    first = first_screen_of(guide, plan)
    step = Drawing((in_full(guide, plan, plan.step(3)),), "").rows(60, in_ascii=False)
    lit = Drawing((in_full(guide, plan, plan.step(2)),), "").rows(60, in_ascii=False)
    roles = {
        text.strip(): role
        for row, _ in (*first.rows(60, in_ascii=False), *step)
        for role, text in row
        if text.strip()
    }
    wanted = {
        **{f"*** {guide.labels.start_here:<46}    Step 2": "heading", guide.plan.title: "ask"},
        **{"Go to the pool.": "ask", "-> 1. Rest": "text", guide.labels.overview: "ask"},
        **{"3. Run": "ask", "Because you want to run.": "more", "Running is quick.": "text"},
        **{"\u2502": "progress", guide.labels.small_step: "ask", "Run one lap.": "ask"},
    }
    assert {text: roles.get(text) for text in wanted} == wanted
    assert ("heading", "*** 2. Swim") in {
        (role, text.strip()) for row, _ in lit for role, text in row
    }


@pytest.mark.parametrize(
    ("chosen", "earlier", "is_said"),
    [
        (None, None, True),
        (Chosen("run"), None, True),
        (Chosen("run", "noon"), None, False),
        (Chosen("run"), Given({"want": frozenset({"swim"})}), False),
        (Chosen("run"), Given({}), True),
        (Chosen("run", "noon"), Given({"want": frozenset({"swim"})}), False),
    ],
)
def test_the_first_words_give_way_to_what_is_new(
    chosen: Chosen | None, earlier: Given | None, is_said: bool
) -> None:
    """To a moment that was chosen, and to what became of the steps: they are read by then."""
    guide = starts_guide(("top: []", "top: [Be kind.]"))
    answers = {"want": frozenset({"both"}), "who": frozenset({"two"})}
    plan = make_plan(guide, answers, chosen=chosen, earlier=earlier)
    title, *rest = first_screen_of(guide, plan).sections
    assert title.heading == guide.plan.title
    assert [block.text for block in title.blocks] == ["Be kind."] * is_said
    assert rest


def test_where_there_is_no_moment_none_is_asked_for() -> None:
    """The thing alone is chosen."""
    page, asker = left_by(starts_guide((MOMENTS, "")), [Act.START, "run"])
    start = start_of(page)
    assert (start.step, start.moment) == ("run", None)
    assert asker.headings[-2:] == [page.guide.labels.start_title, page.guide.plan.title]


def test_after_a_change_it_is_said_which_copies_are_of_before(tmp_path: Path) -> None:
    """Once there was a page to change, and as long as the copies may stay; else nothing is."""
    guide = starts_guide()
    off_record = starts_guide(("label: To run}", "label: To run, off_record: true}"))
    copies, copy = Copies(guide.labels, DAY), plan_copy(guide.labels, str(tmp_path / "p.txt"), DAY)
    first = PlanPage.after(None, talk_of(guide, "swim"), copies, ())
    assert copies.write(copy, first.reader) is None
    earlier = guide.labels.kept_earlier.format(file=copy.name)
    for before, after, said in (
        (first, guide, earlier),
        (None, guide, ""),
        (first, off_record, ""),
    ):
        page = PlanPage.after(before, talk_of(after, "run"), copies, ())
        assert page.said == said


def test_what_was_said_stands_on_the_next_page_but_for_what_was_read() -> None:
    """The line above a name to fill in is read there; any other waits for the page."""
    asker = ScriptedAsker(["a.txt", "b.txt", Act.GO_ON, "c.txt", "", ""])
    telling = Telling(asker)
    page = word_page(GUIDE, Message("id", "A title", ()), Drawing((), ""))
    blank = name_blank(GUIDE, "A title", "a.txt", "folder")
    assert telling.fill_in(blank) == "a.txt"
    telling.say("Not a.txt.")
    assert telling.fill_in(blank) == "b.txt"
    assert telling.told == []
    telling.say("One.")
    telling.say("Two.")
    telling.show(page)
    assert telling.fill_in(blank) == "c.txt"
    assert telling.told == ["One.", "Two."]
    telling.say("Three.")
    assert telling.fill_in(blank) == telling.fill_in(blank) == "a.txt"
    assert telling.told == ["One.", "Two."]
    assert asker.said == ["Not a.txt.", "One.", "Two.", "Three."]
    assert Telling(asker).told == []


@pytest.mark.parametrize("in_ascii", [False, True])
def test_a_page_has_only_letters_that_its_terminal_can_show(in_ascii: bool) -> None:
    """Its frames are drawn by other signs where the encoding has no better ones."""
    guide = starts_guide()
    plan = talk_of(guide, "both").reader().plan
    drawing = Drawing((in_full(guide, plan, plan.step(3)),), "")
    text = "".join(part for row, _ in drawing.rows(60, in_ascii) for _, part in row)
    assert text.isascii() is in_ascii


RUN_AT_NOON: Final = Chosen("run", "noon", "lap")


@pytest.mark.parametrize(
    ("before", "after", "chosen", "said"),
    [
        ("both", "both", RUN_AT_NOON, ""),
        ("both", "both", Chosen("run", None, "lap"), ""),
        ("both", "run", RUN_AT_NOON, ""),
        ("run", "nothing", RUN_AT_NOON, ""),
        ("nothing", "run", RUN_AT_NOON, ""),
        ("nothing", "swim", RUN_AT_NOON, ""),
        ("both", "swim", Chosen("swim", "trip", "pool"), ""),
        ("both", "swim", None, ""),
        ("both", "swim", Chosen("rest", None, ""), ""),  # which was not shown
        ("both", "nothing", RUN_AT_NOON, ""),
        ("both", "swim", RUN_AT_NOON, "gone"),
    ],
)
def test_a_change_that_takes_away_what_was_chosen_says_so(
    before: str, after: str, chosen: Chosen | None, said: str
) -> None:
    """Where it was shown, and something else is shown now; no word where nothing is lost."""
    guide = starts_guide(("      - {when: {who: [two]}, because: running is for two}\n", ""))
    pages = [PlanPage.after(None, talk_of(guide, before), Copies(guide.labels, DAY), (), chosen)]
    pages.append(
        PlanPage.after(pages[0], talk_of(guide, after), Copies(guide.labels, DAY), (), chosen)
    )
    assert [page.said for page in pages] == ["", guide.labels.start_gone if said else ""]


def test_a_change_that_takes_away_the_moment_alone_says_that() -> None:
    """The thing stays."""
    guide = starts_guide(("at dusk, when: {want: [run, both]}", "at dusk, when: {want: [run]}"))
    chosen = Chosen("run", "dusk", "lap")
    first = PlanPage.after(None, talk_of(guide, "run"), Copies(guide.labels, DAY), (), chosen)
    then = PlanPage.after(first, talk_of(guide, "both"), Copies(guide.labels, DAY), (), chosen)
    assert (first.said, then.said) == ("", guide.labels.moment_gone)


@pytest.mark.parametrize(
    ("replies", "act"),
    [
        ([BACK], Act.CHANGE),
        ([Act.GO_ON, BACK], Act.CHANGE),
        ([Act.GO_ON, Act.FINISH], Act.FINISH),
    ],
)
def test_from_a_notice_and_a_plan_the_way_leads_back_to_the_answers(
    replies: Script, act: Act
) -> None:
    """A notice stands before the plan, and once it was read it does not come again."""
    guide = parse_guide(NAME, changed(small_text(), "    at_once: true\n", ""))
    asker = ScriptedAsker(replies)
    talk = Conversation(guide, asker)
    talk.answers = {"mood": frozenset({"low"}), "help": frozenset({"nobody"})}
    page = PlanPage.after(None, talk, Copies(guide.labels, DAY), ())
    assert page.leave() is act
    assert asker.headings[0] == "A word first"
    assert talk.notified == ({"alone"} if Act.GO_ON in replies else set())
