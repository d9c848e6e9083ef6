"""`distance check`: each fault of a guide is found, at its line, and nothing else is reported."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from distancecli.checking.check import check
from distancecli.checking.report import INDENT
from distancecli.documents.document import parse_document
from distancecli.guide.load import LARGEST
from tests.benchmark.bench_check import seconds
from tests.support.guarded_guide import guarded_text
from tests.support.safety_guide import safety_text
from tests.support.sampling import one_plain
from tests.support.seeded_faults import NAMES, SENSE, SHAPE, Fault
from tests.support.seeded_proof_faults import NOBODY, PROOFS, STYLE
from tests.support.small_guide import changed, line_and_column, with_edits
from tests.support.sound_guide import problems, sound_text
from tests.support.terminal_driver import run_program
from tests.support.told import ALL, is_as_told

ERRORS: Final = {**SHAPE, **NAMES, **SENSE, **PROOFS}
WITH_EXAMPLE: Final = [
    name
    for name, fault in PROOFS.items()
    if fault.code in ("blank-plan", "no-action", "has-effect", "broken-promise", "reader-differs")
]


OTHER = "{kind: other, name: Others, web: o.example, source: a page}"
"""A help line of another kind."""


def edited(fault: Fault) -> str:
    """The sound guide with the fault put in."""
    return changed(sound_text(), fault.old, fault.new)


def test_nothing_is_said_of_a_sound_guide() -> None:
    """A guide without a fault gives no problem at all."""
    assert problems(sound_text()) == []


@pytest.mark.parametrize("name", ALL)
def test_a_fault_is_found_at_its_place_and_nothing_else_is_said(name: str) -> None:
    """One fault gives one problem: its line and column, its code, and what is wrong.

    The whole of what is said, with what to do next, is the same as in the list for reading.
    """
    fault = ALL[name]
    text = edited(fault)
    (problem,) = problems(text)
    assert is_as_told(name, [problem])
    where = f"{problem.line}:{problem.column}"
    assert (where, problem.code) == (line_and_column(text, text.index(fault.at)), fault.code)
    assert fault.said in problem.message
    assert problem.severity == ("warning" if fault in STYLE.values() else "error")


@pytest.mark.parametrize(
    "written",
    [
        "The end # but why?",
        '"The end #1"',
        '"The end" #1',
        "The#1",
        '"The end, \u00e0 bient\u00f4t\u00a0!"',
        "Stand 10\u00a0km apart",
        "\u201cGood night\u201d is enough",
        "X is said as \u201cGood night\u201d",
        '"\u201cGood night\u201d"',
        "'A word, and another'",
        ">-\n      The\n      end",
        "|-\n      The\n       end",
    ],
)
def test_what_is_written_on_purpose_is_no_fault(written: str) -> None:
    """Remarks and # in a text, spaces of French and of numbers, quotes, and lines that stay."""
    assert problems(changed(sound_text(), "title: The end\n", f"title: {written}\n")) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_cut_is_found_behind_other_letters_and_ends_of_lines(end: str) -> None:
    """The place is counted in characters, whatever they take and whatever ends a line."""
    text = changed(sound_text(), "title: The end\n", "title: Caf\u00e9 \U0001f642 #1\n").replace(
        "\n", end
    )
    (problem,) = problems(text)
    assert 'sees "#1": a #' in problem.message


def test_lines_are_promised_only_where_every_country_has_one() -> None:
    """A kind of line that a country lacks is no promise kept, and the country is named.

    So is a page that has nothing else to say, since its paragraph is left out there.
    """
    text = with_edits(
        sound_text(),
        ("    then: {ending: [stopped]}\n", "    then: {ending: [stopped]}\n  - name: Lines\n"
         "    when: {help: [nobody]}\n    then: {lines: [listener]}\n"),
        ("kinds: {", "kinds: {other: Others, "),
        ("  countries: {}\n", f"  countries:\n    AA: {{name: A, lines: [{OTHER}]}}\n"),
    )  # fmt: skip
    assert problems(text) == []
    line = "{kind: listener, name: Anywhere line, web: anywhere.example, source: a page}"
    lacking = changed(text, f"lines: [{line}]", "lines: []")
    end = f"lines: [{OTHER}]}}"
    lacking = changed(lacking, end, f"{end}\n    BB: {{name: B, lines: [{line}]}}")
    page, promise = problems(lacking)
    assert page.code == "blank-page"
    assert "there is no line of the kind listener for AA;" in promise.message
    promised = "    when: {help: [nobody]}\n    then: {lines: [listener]}"
    other = "    when: {mood: [fine]}\n    then: {notice: any}"
    (promise,) = problems(changed(text, promised, other))
    assert promise.message == 'the promise "Lines" is broken; change a rule, or the promise'


def test_what_follows_from_a_fact_that_is_true_of_nobody_is_not_told_again() -> None:
    """The fact is told, and none of the facts, questions, reasons and points that rest on it."""
    text = with_edits(
        sound_text(),
        ("    title: Find help\n", "    title: Find help\n    highlight: weary\n"),
        ("plan: {", "plan: {no_start: weary, "),
        ("  tired: {mood: [low]}\n", "  tired: {mood: [low]}\n  weary: {all: [tired, fresh]}\n"),
        ("  tired: {mood: [low]}\n", "  tired: {mood: [low]}\n  fresh: {mood: [fine]}\n"),
        ("facts:\n", "facts:\n  drained: {any: [weary]}\n"),
        ("endings:\n", "  - {id: more, ask: And?, when: weary, options: [{code: a, label: A}]}\n"
         "endings:\n"),
        ("    done:\n", "      - {when: drained, because: you are drained}\n    done:\n"),
        ("    advice:\n", "    advice:\n      - {when: {more: [a]}, text: More.}\n"),
    )  # fmt: skip
    (problem,) = problems(text)
    assert problem.message == 'the fact "weary" is true of no reader; change it or take it out'
    assert problem.code == "never-true"
    assert problem.line == text[: text.index("weary: {all")].count("\n") + 1


def test_what_is_still_in_english_is_told_in_a_check() -> None:
    """Where the guide says that it is in another language, and there alone."""
    assert problems(f"language: en\n{sound_text()}") == []
    told = problems(f"language: de\n{sound_text()}")
    assert {each.code for each in told} == {"untranslated"}


@pytest.mark.parametrize("when", ["", "when: {mood: [unsure]}, "])
def test_a_paragraph_of_lines_that_are_nowhere_is_told_with_what_lacks(when: str) -> None:
    """What to change is not its rule, be there one or none; no answer has an effect by it."""
    text = with_edits(
        sound_text(),
        ("kinds: {", "kinds: {expert: Who knows, "),
        ("foot: [Be well.]", f"foot: [Be well., {{{when}text: Ask., support: [expert]}}]"),
    )
    never, _ = problems(text)
    assert never.message == (
        "no reader is ever shown this paragraph: no help line is of the kinds of its `support`; "
        "add one, or take it out"
    )


PROVED: Final = (
    "every reader gets an ending, or a plan where a step applies",
    "every ending and every notice says something to each of its readers",
    "every step that applies gives its reader an action, so that there is one to start with",
    "every question is asked of some reader",
    "every fact is true of some reader",
    "every rule and every text is for some reader",
    "nothing in a plan reaches a guarded reader that is not marked safe for them",
    "every answer changes something, or is marked as informing nothing",
    "every promise is kept, for every reader",
    "every example reader is shown what is expected",
)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (safety_text, []),
        (sound_text, [PROVED[6]]),
        (guarded_text, [*PROVED[-2:]]),
    ],
)
def test_what_is_proved_is_told_in_words(text: Callable[[], str], lacking: list[str]) -> None:
    """Each thing once, and none that the guide has nothing of; how far it is is told on the way."""
    told: list[tuple[int, int]] = []
    done = check(parse_document("g.yaml", text()), lambda part, parts: told.append((part, parts)))
    assert done.proved == tuple(each for each in PROVED if each not in lacking)
    parts = len(done.proved) - 1 + len(done.guide.questions)
    assert told == [(part, parts) for part in range(parts)]


PARTS: Final = [
    ("{text: Sit down.}", "{text: Sit down., id: sit, smaller: Sit.}"),
    ("{text: Call someone.}", "{text: Call someone., id: call, smaller: Call.}"),
]
"""Two actions with a smaller part, which no rule leads to."""
WENT: Final = (
    "endings:\n",
    "  - {id: went, ask: How did it go?, again: true, private: true, options: "
    "[{code: well, label: Well, informs: false}, {code: badly, label: Badly}]}\nendings:\n",
)
"""A question for whoever comes back."""


def test_where_no_line_leads_to_smaller_parts_the_first_is_told_alone() -> None:
    """One line mends them all."""
    text = with_edits(sound_text(), *PARTS)
    (problem,) = problems(text)
    assert problem.message.startswith("no reader is ever shown this smaller part; have a rule")
    where = line_and_column(text, text.index("smaller: Sit."))
    assert f"{problem.line}:{problem.column}" == where
    friend = "{when: {help: [friend]}, text: A friend is near.}"
    _, other = problems(changed(text, friend, f"{friend}\n      - {{when: {NOBODY}, text: No.}}"))
    assert other.message.startswith("no reader is ever shown this paragraph")
    rule = "start: [{when: {went: [badly]}, last: smaller}]"
    led = ("foot: [Be well.]}", f"foot: [Be well.], {rule}}}")
    assert problems(with_edits(text, WENT, led)) == []


def test_where_a_line_leads_to_a_smaller_part_each_other_one_is_told() -> None:
    """They are shown to nobody for reasons of their own."""
    rule = "start: [{when: {all: [{went: [badly]}, {mood: [fine]}]}, last: smaller}]"
    text = with_edits(
        sound_text(),
        WENT,
        PARTS[0],
        ("text: Lie down.}", "text: Lie down., id: lie, smaller: Lie.}"),
        ("text: Call home.}", "text: Call home., id: home, smaller: Ring.}"),
        ("foot: [Be well.]}", f"foot: [Be well.], {rule}}}"),
    )
    told = problems(text)
    places = [line_and_column(text, text.index(each)) for each in ("smaller: Lie", "smaller: Ring")]
    assert [f"{each.line}:{each.column}" for each in told] == places


@pytest.mark.parametrize("together", [False, True])
def test_a_moment_for_smaller_parts_alone_is_for_somebody(together: bool) -> None:
    """It is for those who do that part as it says: with others, where the part is for that."""
    part = "id: sit, smaller: Sit with me., smaller_together: " + str(together).lower()
    rule = "start: [{when: {went: [badly]}, last: smaller}]"
    moment = "moments: [{id: noon, text: at noon, together: true}]"
    text = with_edits(
        sound_text(),
        WENT,
        ("{text: Sit down.}", f"{{text: Sit down., {part}}}"),
        ("foot: [Be well.]}", f"foot: [Be well.], {rule}, {moment}}}"),
    )
    told = [each.message for each in problems(text)]
    assert ["this moment" in each for each in told] == [True] * (not together)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("{when: {went: [badly]}, last: same}", ""),
        (
            "{when: {all: [{went: [badly]}, {went: [well]}]}, last: same}",
            "no reader ever starts by this line; change its `when` or take it out",
        ),
        (
            "{when: {went: [badly]}, last: same}, {when: {went: [badly]}, last: same}",
            "no reader ever starts by this line: a line before it fits first, or its step gives "
            "them nothing to do; move it up, or narrow what comes before",
        ),
        (
            "{when: {all: [{went: [badly]}, {went: [well]}]}, last: other, say: Another.}",
            "no reader ever starts by this line; change its `when` or take it out",
        ),
    ],
)
def test_a_start_for_nobody_who_comes_back_is_told_with_its_own_reason(
    rules: str, said: str
) -> None:
    """And what stands in such a line is not told again."""
    start = ("foot: [Be well.]}", f"foot: [Be well.], start: [{rules}]}}")
    told = [each.message for each in problems(with_edits(sound_text(), WENT, start))]
    assert [each for each in told if "went" not in each] == ([said] if said else [])


AT_ONCE: Final = [
    ["missing field", "unknown field", "kind of line"],
    ["empty text", "kind of line", "strange placeholder"],
    ["code", "code twice", "exclusive among one", "wrong type"],
    ["notice for nobody", "empty promise"],
]


@pytest.mark.parametrize("names", AT_ONCE, ids=" and ".join)
def test_all_faults_are_told_at_once(names: list[str]) -> None:
    """Faults of shape, of names and of sense come together; so do those found by proof."""
    text = sound_text()
    for name in names:
        text = changed(text, ERRORS[name].old, ERRORS[name].new)
    found = [problem.code for problem in problems(text)]
    assert sorted(found) == sorted(ERRORS[name].code for name in names)


# --- As a command --------------------------------------------------------------------------------


def saved(folder: Path, text: str) -> str:
    """The path of a file with the text."""
    path = folder / "guide.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def example_of(output: str) -> str:
    """The answers file that a report prints, as a reader would save it."""
    lines = output.splitlines()
    start = next(number for number, line in enumerate(lines) if line.endswith("and run:"))
    return "".join(
        f"{line.removeprefix(INDENT)}\n" for line in lines[start : lines.index("", start)]
    )


def _idle(plan: Any) -> list[str]:
    """The steps that apply and have no action."""
    steps = [step for step in plan["steps"] if step["status"] == "applies"]
    return [step["id"] for step in steps if not step["action"]]


def _cut_openers(plan: Any) -> list[str]:
    """The openers that do not stand in the list of steps."""
    return [each for step in plan["steps"] for each in step["openers"] if each not in step["shown"]]


@pytest.mark.parametrize("name", one_plain(WITH_EXAMPLE))
def test_the_example_of_a_fault_replays_and_shows_it(name: str, tmp_path: Path) -> None:
    """The printed answers, saved as they stand, give a plan in which the fault can be seen."""
    path = saved(tmp_path, edited(PROOFS[name]))
    report = run_program("check", path)
    assert report.returncode == 1
    answers = tmp_path / "reader.yaml"
    answers.write_text(example_of(report.stdout), encoding="utf-8")
    played = run_program("guide", "--guide", path, "--answers", str(answers), "--format", "json")
    assert played.stderr == ""
    plan = json.loads(played.stdout)
    applies = [step["id"] for step in plan["steps"] if step["status"] == "applies"]
    highlighted = [step["id"] for step in plan["steps"] if step["highlighted"]]
    shows: dict[str, Any] = {
        "blank plan": (plan["outcome"], applies) == ("plan", []),
        "step that gives some nothing to do": _idle(plan) == ["find-help"],
        "step without an action": _idle(plan) == ["rest-more"],
        "answer with an effect after all": "rest keeps you fine" in played.stdout,
        "broken promise": (plan["outcome"], applies) == ("stopped", []),
        "promise of another start": plan["start"] and plan["start"]["step"] == "rest-more",
        "promise of what another start would cut": _cut_openers(plan) == ["Good night."],
        "reader who is shown something else": highlighted == ["rest-more"],
    }
    assert shows[name]


def test_what_an_example_reader_is_shown_stands_beside_what_is_expected(tmp_path: Path) -> None:
    """The report has a row for each thing that differs, below the line that says so."""
    path = saved(tmp_path, edited(PROOFS["reader who is shown something else"]))
    lines = run_program("check", path).stdout.splitlines()
    assert "\\n" not in "".join(lines)
    table = lines[2 : next(place for place, line in enumerate(lines) if "To see it" in line)]
    assert [row.split() for row in table] == [
        ["expected", "shown"],
        ["highlight", "-", "rest-more"],
    ]


def test_the_command_that_shows_an_example_can_be_pasted(tmp_path: Path) -> None:
    """A shell reads the printed command as it is meant, whatever the file is called."""
    folder = tmp_path / "it's a guide; draft"
    folder.mkdir()
    path = saved(folder, edited(PROOFS["broken promise"]))
    report = run_program("check", path).stdout
    line = next(each for each in report.splitlines() if "# distance guide" in each)
    assert shlex.split(line.partition("# ")[2]) == [
        *("distance", "guide", "--guide", path, "--answers", "reader.yaml")
    ]


def test_a_check_that_does_not_run_is_not_timed(tmp_path: Path) -> None:
    """The benchmark stops at a file that is not there or that is no guide, and says why."""
    with pytest.raises(RuntimeError, match="No such file"):
        seconds(str(tmp_path / "none.yaml"))
    with pytest.raises(RuntimeError, match="nothing can be proved"):
        seconds(saved(tmp_path, "a: ["))


def test_exit_codes(tmp_path: Path) -> None:
    """0 for a clean guide, 1 for problems, 2 for a file that cannot be read."""
    warned = changed(sound_text(), STYLE["line without a source"].old, "")
    clean = saved(tmp_path, warned)
    assert run_program("check", clean).returncode == 0
    assert run_program("check", clean, "--strict").returncode == 1
    wrong = saved(tmp_path, edited(SHAPE["unknown field"]))
    assert run_program("check", wrong).returncode == 1
    assert run_program("check", wrong, "--strict").returncode == 1
    assert run_program("check", saved(tmp_path, "a: [")).returncode == 1
    missing = run_program("check", str(tmp_path / "none.yaml"))
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "none.yaml" in missing.stderr


def test_the_report_of_a_faulty_file_is_lines_as_compilers_write_them(tmp_path: Path) -> None:
    """Each problem is one line with file, line and column; a count and what to do stand below."""
    path = saved(tmp_path, edited(NAMES["code"]))
    lines = run_program("check", path).stdout.splitlines()
    assert lines == [
        f"The guide: {path}",
        f'{path}:59:24: "help" has no code "frend"; did you mean "friend"?',
        "",
        f"{path}: 1 problem, no warnings.",
        "Mend these first: before that, nothing can be proved.",
    ]


def test_the_report_as_json(tmp_path: Path) -> None:
    """Editors get file, line, column, severity, code, message, and the example if there is one."""
    fault = PROOFS["broken promise"]
    path = saved(tmp_path, edited(fault))
    (problem,) = json.loads(run_program("check", path, "--format", "json").stdout)
    assert [problem[key] for key in ("file", "severity", "code")] == [path, "error", fault.code]
    text = edited(fault)
    assert f"{problem['line']}:{problem['column']}" == line_and_column(text, text.index(fault.at))
    assert (
        problem["message"]
        == 'the promise "Whoever stops is stopped" is broken; change a rule, or the promise'
    )
    assert problem["example"].splitlines()[-1] == "mood: stop  # Stop here"


@pytest.mark.parametrize(("most", "warned"), [("12", False), ("11", True), ("5", True)])
def test_a_guide_says_how_long_its_sentences_may_be(most: str, warned: bool) -> None:
    """A sentence of twelve words is warned of where the guide allows fewer."""
    sentence = "Rest is good, and it is better when you take it daily."
    text = changed(sound_text(), "text: [Rest is good.]", f"text: ['{sentence}']")
    text = f"longest_sentence: {most}\n{text}"
    said = [each.message for each in problems(text) if sentence in each.message]
    assert said == [f'a sentence of 12 words; split it, {most} are enough: "{sentence}"'] * warned


@pytest.mark.parametrize("wrong", ["4", "-20", "twenty", "2.5", "true", "[20]", ""])
def test_a_length_is_a_whole_number(wrong: str) -> None:
    """Of five words at the least: anything else is refused with what belongs there."""
    (problem,) = problems(f"longest_sentence: {wrong}\n{sound_text()}")
    assert problem.message == "write a whole number here, 5 or more"
    assert (problem.line, problem.code) == (1, "wrong-type")


@pytest.mark.parametrize(
    ("content", "line", "column", "said"),
    [
        (None, 1, 1, "No such file or directory. Check the name"),
        (b"title: a\nplan: caf\xe9\n", 2, 10, "this is not UTF-8 text. Save it"),
        (b"#" * (LARGEST + 1), 1, 1, "larger than 16384 kB. Check whether"),
    ],
)
def test_what_cannot_be_read_is_json_too(
    tmp_path: Path, content: bytes | None, line: int, column: int, said: str
) -> None:
    """The form that was asked for holds for a file that is no text, with the exit code for it."""
    path = tmp_path / "guide.yaml"
    if content is not None:
        path.write_bytes(content)
    done = run_program("check", str(path), "--format", "json")
    (problem,) = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (2, "")
    assert problem["message"].startswith(said)
    assert problem | {"message": ""} == {
        **{"file": str(path), "line": line, "column": column, "message": "", "example": None},
        **{"severity": "error", "code": "unreadable"},
    }


def test_a_folder_is_json_too(tmp_path: Path) -> None:
    """And in lines to read it is told where other errors are."""
    done = run_program("check", str(tmp_path), "--format", "json")
    (problem,) = json.loads(done.stdout)
    assert problem["message"] == "this is a folder. Name a text file, or - for standard input."
    in_lines = run_program("check", str(tmp_path))
    assert in_lines.stderr == f"{tmp_path}: {problem['message']}\n"
    assert (in_lines.returncode, in_lines.stdout) == (2, "")


def test_a_line_to_ring_is_a_remark_that_fails_no_check(tmp_path: Path) -> None:
    """Whoever confirms the lines gets one line for each, with its page; it counts apart."""
    text = changed(sound_text(), "source: a page}", "source: a page, unconfirmed: true}")
    path = saved(tmp_path, text)
    done = run_program("check", path, "--strict")
    _, said, _, verdict, *_ = done.stdout.splitlines()
    assert done.returncode == 0
    called = "anywhere, Anywhere line: anywhere.example; seen on: a page"
    assert said.endswith(f": remark: ring or look up, then confirm: {called}")
    assert verdict == f"{path}: no problems, no warnings, 1 remark."
    (remark,) = json.loads(run_program("check", path, "--format", "json").stdout)
    assert (remark["severity"], remark["code"]) == ("remark", "unconfirmed")


def test_a_topic_is_promised_only_where_every_country_has_its_lines() -> None:
    """A paragraph that is left out in one country is promised to nobody, and kept from nobody."""
    paragraph = "{text: You are not alone., support: [listener]"
    line = "{kind: listener, name: Anywhere line, web: anywhere.example, source: a page}"
    text = with_edits(
        sound_text(),
        (paragraph, f"Rest.\n      - {paragraph}, topic: company"),
        (f"lines: [{line}]", "lines: []"),
        ("kinds: {", "kinds: {other: Others, "),
        ("  countries: {}\n", f"  countries:\n    AA: {{name: A, lines: [{OTHER}]}}\n"
         f"    BB: {{name: B, lines: [{line}]}}\n"),
        ("promises:\n", "promises:\n"
         "  - {name: Company, when: {help: [nobody]}, then: {topic: [company]}}\n"
         "  - {name: None, when: {help: [nobody]}, then: {none: [{topic: [company]}]}}\n"
         "  - {name: Both, when: {help: [nobody]},"
         " then: {any: [{none: [{topic: [company]}]}, {lines: [listener]}]}}\n"),
    )  # fmt: skip
    assert [(each.code, each.message.split('"')[1]) for each in problems(text)] == [
        ("broken-promise", "Company"),
        ("broken-promise", "None"),
    ]


def test_a_clean_guide_is_told_what_was_proved(tmp_path: Path) -> None:
    """The report names each proof, how many questions are asked, and the results."""
    output = run_program("check", saved(tmp_path, sound_text())).stdout
    assert "no problems, no warnings" in output
    assert "every promise is kept, for every reader" in output
    assert "\nReaders are asked 1 to 3 questions.\n" in output
    assert "7 different results" in output


def test_the_built_in_guide_is_clean() -> None:
    """What ships is proved, without a warning."""
    report = run_program("check", "--strict")
    assert report.returncode == 0, report.stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  countries: {}\n",
            "  countries:\n    AA: {name: A, lines: []}\n",
            "A has no lines; add",
        ),
        ("kinds: {", 'kinds: {"": Nothing, ', "a name is missing"),
        ("kinds: {", 'kinds: {other: "", ', "this text is empty"),
        ("  countries: {}\n", '  countries: {"": {name: A, lines: []}}\n', "a name is missing"),
        ("facts:\n", 'facts:\n  "": {mood: [fine]}\n', "a name is missing"),
        ("questions:\n", 'guarded: {"": {mood: [fine]}}\nquestions:\n', "a name is missing"),
    ],
)
def test_names_and_lists_without_anything_in_them_are_refused(
    old: str, new: str, said: str
) -> None:
    """Help lines could not be listed there, and no rule or mark could name it."""
    found = [each for each in problems(changed(sound_text(), old, new)) if each.severity == "error"]
    assert said in found[0].message
