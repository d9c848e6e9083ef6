"""`distance again`: a whole run of somebody who comes back, by values and on stated streams."""

import json
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from distancecli.asking.page import Act
from distancecli.errors import Refused
from distancecli.guide.model import Guide
from distancecli.rendering.formats import Format
from distancecli.run.request import Request
from distancecli.system.console import Sink
from tests.support.calm_run import MEANT
from tests.support.scripted_asker import BACK, Script, leave
from tests.support.stated_run import StatedRun

AGAIN: Final = Request(again="mine.yaml")
SAFE: Final[Script] = [{"none"}, {"none"}, Act.GO_ON]
"""The private answers of a reader in no trouble, and on from the check page."""
HURT: Final = {"safety": "hurt"}
NAMED: Final = "The file mine.yaml is still there, as it was."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the run is in, with the file that was kept."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(MEANT)
    return tmp_path


def coming_back(script: Script, request: Request = AGAIN) -> StatedRun:
    """A run at a terminal, past the first page."""
    it = StatedRun()
    assert it.run(request, [Act.GO_ON, *script])
    return it


def plan_page(it: StatedRun) -> str:
    """The first screen of the plan, as it is heard."""
    drawn = next(page.drawn for page in reversed(it.askers.asker.pages) if page.drawn)
    return drawn.heard(80)


# --- The way to the plan --------------------------------------------------------------------------


def test_four_pages_stand_between_the_first_one_and_the_plan(guide: Guide, folder: Path) -> None:
    """How it went, the private questions afresh, and all else on the check page."""
    it = coming_back(["good", *SAFE, Act.FINISH])
    labels, pages = guide.labels, it.askers.asker.pages
    first, went, safety, now, check, plan = pages
    assert [each.text for each in first.text[:-1]] == labels.again_welcome.split("\n")
    assert [each.text for each in went.text] == [
        labels.again_start,
        "When: on a walk or a drive together\nThen: Have one meal together, with no phones. "
        "Ask one thing you do not know about their week.",
        "How did it go?",
    ]
    assert len(went.offered) == 5
    assert [page.heading for page in (went, safety, now)] == [
        "Question 1, at most 2 to go",
        "Question 2, at most 1 to go",
        "Question 3, the last one",
    ]
    assert all(not page.chosen for page in (went, safety, now))
    assert check.heading == labels.again_check_title
    assert plan.heading == guide.plan.title


def test_without_a_start_nobody_is_asked_how_it_went(folder: Path) -> None:
    """As with a file of before, or where nothing was chosen."""
    (folder / "mine.yaml").write_text(MEANT.partition("start:")[0])
    it = coming_back([*SAFE, Act.FINISH])
    assert len(it.askers.asker.pages) == 5


def test_a_file_to_fill_in_works_too(guide: Guide, folder: Path) -> None:
    """All that it leaves out is asked."""
    (folder / "mine.yaml").write_text("told: open\n")
    rest: Script = ["lt3m", {"none"}, {"ok"}, "good", {"drift"}, {"none"}, {"none"}]
    it = coming_back([*rest, Act.GO_ON, Act.FINISH])
    assert guide.question("told").ask not in [p.text[0].text for p in it.askers.asker.pages[:-1]]


def test_private_answers_in_the_file_are_not_taken_over(folder: Path) -> None:
    """Somebody may have written them in; they are asked afresh all the same."""
    (folder / "mine.yaml").write_text(MEANT + "safety: [afraid]\nnow: [self_harm]\nwent: badly\n")
    it = coming_back(["good", *SAFE, Act.FINISH])
    assert len(it.askers.asker.pages) == 6


def test_left_leads_back_to_how_it_went(guide: Guide, folder: Path) -> None:
    """And to the first page, as anywhere."""
    it = coming_back(["good", BACK, BACK, Act.GO_ON, "same", *SAFE, Act.FINISH])
    start, safety = guide.labels.again_start, guide.question("safety").ask
    first = guide.labels.again_welcome.partition("\n")[0]
    asked = [page.text[0].text for page in it.askers.asker.pages[:6]]
    assert asked == [first, start, safety, start, first, start]


# --- What comes of how it went --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("went", "said", "not_said"),
    [
        ("good", ["It did some good.", "Ask your partner for ten minutes"], ["START HERE, Step 2"]),
        ("same", ["Some things need a second week.", "When: on a walk", "Then: Have one meal"], []),
        (
            "not_done",
            ["Here is a smaller thing first.", "Have one cup of tea"],
            ["When: on a walk", "failed"],
        ),
        ("skipped", ["Ask your partner for ten minutes"], ["It did", "second week", "smaller"]),
    ],
)
def test_a_start_again_by_how_it_went(
    folder: Path, went: str, said: list[str], not_said: list[str]
) -> None:
    """A smaller thing, the same for a second week, or the next step; else as for anybody."""
    page = plan_page(coming_back([went, *SAFE, Act.FINISH]))
    assert "Nothing is new in your steps since last time." in page
    assert all(each in page for each in said)
    assert not any(each in page for each in not_said)


def test_where_it_went_badly_help_comes_first(guide: Guide, folder: Path) -> None:
    """Help lines on a page before any step, a start with Step 5, no words to say, no try again."""
    it = coming_back(["badly", {"none"}, {"none"}, Act.GO_ON, "IE", Act.GO_ON, Act.CLEAR])
    *_, country, notice, plan = it.askers.asker.pages
    assert country.heading == notice.heading == "Before you read on"
    assert notice.drawn
    heard = notice.drawn.heard(80)
    assert "Women's Aid" in heard
    assert "You need not do it again." in " ".join(heard.split())
    page = plan_page(it)
    assert guide.labels.since not in page
    assert "Step 5" in page.partition("After that")[0]
    assert "You could say" not in page
    assert all("try again" not in text.lower() for text in (heard, page))
    assert [each.label for each in plan.choices].count(guide.labels.menu_keep) == 0


def test_the_whole_is_offered_beside_a_smaller_part(folder: Path) -> None:
    """The same thing at another moment is one key further."""
    moved: Script = [Act.START, "make-time", "meal", Act.FINISH]
    it = coming_back(["not_done", *SAFE, *moved])
    start = it.askers.asker.pages[-3]
    assert [each.label for each in start.choices][:2] == [
        "Have one cup of tea or coffee together, with no phones.",
        "Ask your partner for ten minutes on a set day. Say it is about missing them, not about a "
        "complaint.",
    ]
    assert start.default == Act.SMALLER
    assert "When: at a meal we eat together" in plan_page(it)
    smaller = coming_back(["not_done", *SAFE, Act.START, Act.SMALLER, "walk", Act.FINISH])
    assert "Then: Have one cup of tea" in plan_page(smaller)


def test_the_whole_stands_below_a_smaller_part(folder: Path) -> None:
    """So that the page says what it is a part of, with the words for it."""
    it = coming_back(["not_done", *SAFE, Act.FINISH])
    below = it.screen.partition("2. Make time, and start small")[2]
    assert "A small step" in below
    assert "Have one meal together" in below


# --- The file ------------------------------------------------------------------------------------


def test_the_file_that_was_read_is_replaced_without_a_question(guide: Guide, folder: Path) -> None:
    """It is the name that is suggested for the answers, and it keeps the start."""
    keep: Script = [Act.COPY, "", {Act.ANSWERS}, "", Act.FINISH]
    it = coming_back(["same", *SAFE, *keep])
    assert [blank.suggestion for blank in it.askers.asker.blanks] == ["notes.txt", "mine.yaml"]
    assert guide.labels.exists_title not in it.askers.asker.headings
    text = (folder / "mine.yaml").read_text()
    assert "action: make-time/meal" in text
    assert "went" not in text
    assert NAMED not in it.screen


def test_a_file_that_was_changed_meanwhile_is_asked_about(guide: Guide, folder: Path) -> None:
    """Somebody wrote to it since it was read, and that would be lost."""

    def meanwhile(_page: object) -> frozenset[str]:
        (folder / "mine.yaml").write_text(MEANT + "\n# A word of mine.\n")
        return frozenset({Act.FINISH})

    it = StatedRun()
    script: Script = [Act.GO_ON, "same", *SAFE, meanwhile, Act.OTHER, "other.yaml"]
    assert it.run(replace(AGAIN, save_answers="mine.yaml"), script)
    assert guide.labels.exists_title in it.askers.asker.headings
    assert "A word of mine." in (folder / "mine.yaml").read_text()
    assert (folder / "other.yaml").exists()


def test_another_file_is_asked_about_as_ever(guide: Guide, folder: Path) -> None:
    """Only the file that was read is this reader's to renew."""
    (folder / "theirs.yaml").write_text("told: open\n")
    it = StatedRun()
    script: Script = [Act.GO_ON, "same", *SAFE, Act.FINISH, BACK]
    assert it.run(replace(AGAIN, save_answers="theirs.yaml"), script)
    assert guide.labels.exists_title in it.askers.asker.headings
    assert (folder / "theirs.yaml").read_text() == "told: open\n"


def test_a_start_that_would_tell_too_much_is_not_kept_and_that_is_said(
    guide: Guide, folder: Path
) -> None:
    """What only somebody who feels low is offered stands in no file."""
    started: Script = [Act.START, "get-help", "quiet", Act.FINISH]
    it = coming_back(
        ["good", {"none"}, {"low"}, Act.GO_ON, *started],
        replace(AGAIN, save_answers="mine.yaml"),
    )
    assert "start:" not in (folder / "mine.yaml").read_text()
    assert guide.labels.kept_no_start in it.said[-1]


OFF_RECORD: Final[dict[str, Script]] = {
    "afraid": ["good", {"afraid"}, Act.ALL, Act.LEAVE],
    "badly": ["badly", {"none"}, {"none"}, Act.GO_ON, Act.ALL, Act.GO_ON, Act.CLEAR],
    "badly, and printed": [
        *("badly", {"none"}, {"none"}, Act.GO_ON, Act.ALL, Act.GO_ON, Act.FINISH)
    ],
    "self-harm": ["good", {"none"}, {"self_harm"}, Act.ALL, Act.LEAVE],
}


@pytest.mark.parametrize("script", OFF_RECORD.values(), ids=list(OFF_RECORD))
def test_off_record_the_earlier_file_stays_and_is_named_at_the_end(
    folder: Path, script: Script
) -> None:
    """Nothing is written, and the file that is there is left to its reader."""
    it = coming_back(script, replace(AGAIN, save_answers="mine.yaml", output="plan.txt"))
    assert (folder / "mine.yaml").read_text() == MEANT
    assert [path.name for path in folder.iterdir()] == ["mine.yaml"]
    pages = str(it.askers.asker.pages)
    assert it.screen.endswith(f"{NAMED} You can delete it.")
    assert NAMED not in pages


@pytest.mark.parametrize(
    ("act", "form", "is_named"),
    [(Act.FINISH, None, False), (Act.FINISH, Format.JSON, False), (Act.CLEAR, None, True)],
)
def test_the_earlier_file_is_named_where_no_plan_stays_on_the_screen(
    folder: Path, act: Act, form: Format | None, is_named: bool
) -> None:
    """Whoever wants a clear screen may not want the file either; a plan needs no word on it."""
    it = coming_back(["good", *SAFE, act], replace(AGAIN, form=form))
    assert (NAMED in it.screen) is is_named
    assert (folder / "mine.yaml").read_text() == MEANT


def test_whoever_leaves_at_once_is_told_too(folder: Path) -> None:
    """So that the line says nothing of what was answered."""

    it = StatedRun()
    with pytest.raises(KeyboardInterrupt):
        it.run(AGAIN, [Act.GO_ON, leave])
    assert it.screen == f"{NAMED} You can delete it."


# --- What a file says of a start, in any other run ------------------------------------------------


def test_a_start_in_a_file_is_the_one_that_was_chosen(folder: Path) -> None:
    """`--answers` shows the plan as it was left, and `--ask` goes on with it."""
    shown, asked = StatedRun(Sink.PIPE), StatedRun()
    assert shown.run(Request(answers="mine.yaml"))
    assert "When: on a walk or a drive together" in shown.output
    ask = Request(answers="mine.yaml", ask=True)
    assert asked.run(ask, [Act.GO_ON, {"none"}, {"none"}, Act.GO_ON, Act.FINISH])
    assert "When: on a walk or a drive together" in plan_page(asked)


# --- Asking nothing -------------------------------------------------------------------------------


def now(folder: Path, **answers: str) -> Request:
    """A run that asks nothing, with those answers of today."""
    lines = [f"{question}: {code}\n" for question, code in ({"safety": "none"} | answers).items()]
    (folder / "now.yaml").write_text("".join(lines))
    return replace(AGAIN, answers="now.yaml")


def test_scripts_name_both_files(folder: Path) -> None:
    """JSON says what became of the steps, by their ids."""
    it = StatedRun(Sink.PIPE)
    assert it.run(replace(now(folder, went="good", told="open"), form=Format.JSON))
    plan = json.loads(it.output)
    assert plan["since"] == {"new": [], "done": ["say-it"], "still": ["make-time", "find-cause"]}
    assert plan["start"]["step"] == "find-cause"
    assert plan["start"]["say"].startswith("It did some good.")


def test_off_record_scripts_are_told_of_the_earlier_file(folder: Path) -> None:
    """On the terminal that is there, and in no file."""
    it = StatedRun(Sink.FILE)
    assert it.run(now(folder, went="badly"))
    assert it.output == ""
    assert NAMED in it.screen


@pytest.mark.parametrize(("answers", "script"), [({"went": "badly"}, []), (HURT, [Act.LEAVE])])
def test_off_record_whoever_gives_answers_at_a_terminal_is_told_of_the_earlier_file(
    folder: Path, answers: dict[str, str], script: Script
) -> None:
    """Last of all, below a plan or once an ending is cleared, though nothing was to be written."""
    it = StatedRun()
    assert it.run(now(folder, **answers), script)
    assert it.screen.endswith(f"{NAMED} You can delete it.")


def test_off_record_a_script_without_any_terminal_hears_nothing_of_it(folder: Path) -> None:
    """What it writes as errors may be kept, and would say that something was answered."""
    it = StatedRun(Sink.PIPE, Sink.PIPE, somebody=False)
    assert it.run(now(folder, went="badly"))
    assert it.errors == ""


def test_the_same_file_twice_says_how_it_went(folder: Path) -> None:
    """What it says of a start is of the last time, and nothing that was chosen now."""
    (folder / "mine.yaml").write_text(MEANT + "went: not_done\n")
    it = StatedRun(Sink.PIPE)
    assert it.run(replace(AGAIN, answers="mine.yaml", form=Format.JSON))
    assert json.loads(it.output)["start"]["action"].startswith("Have one cup")


# --- A guide that was changed since ---------------------------------------------------------------


def test_what_is_gone_is_named_and_the_reader_goes_on(guide: Guide, folder: Path) -> None:
    """On a page of its own; a question that matters is asked again."""
    (folder / "mine.yaml").write_text(MEANT.replace("hinted", "whispered"))
    it = coming_back([Act.GO_ON, "good", {"none"}, "open", {"none"}, Act.GO_ON, Act.FINISH])
    gone = it.askers.asker.pages[1]
    assert gone.heading == guide.labels.again_gone_title
    assert any("mine.yaml:2:1:" in line for line in gone.text[0].lines)
    assert it.askers.asker.pages[4].text[0].text == guide.question("told").ask


def test_what_is_gone_is_told_where_nothing_is_asked(folder: Path) -> None:
    """And the plan is made without it."""
    (folder / "mine.yaml").write_text(MEANT.replace("hinted", "whispered"))
    it = StatedRun(Sink.PIPE)
    assert it.run(now(folder))
    assert "Some steps for you" in it.output
    assert 'mine.yaml:2:1: "told" has no answer "whispered"' in it.screen


def test_a_file_of_another_guide_is_refused(folder: Path) -> None:
    """Before any page."""
    (folder / "mine.yaml").write_text("colour: red\n")
    with pytest.raises(Refused, match="another guide"):
        StatedRun().run(AGAIN)


def test_both_files_cannot_come_through_a_pipe() -> None:
    """There is but one."""
    with pytest.raises(Refused, match="standard input"):
        StatedRun().run(Request(again="-", answers="-"))
