"""What `distance diff` tells of what stands for every reader: words, help lines, flags, order."""

from typing import Final

import msgspec
import pytest

from distancecli.checking.diff.difference import Difference
from distancecli.guide.model import Guide
from tests.support.sound_guide import sound_guide

Edit = tuple[str, str]


MORE: Final[list[Edit]] = [
    (
        "  kinds: {listener: Someone to listen}\n",
        "  kinds: {listener: Someone to listen, abuse: If you are afraid}\n",
    ),
    (
        "  countries: {}\n",
        "  countries:\n"
        "    GB: {name: Britain, lines: [{kind: abuse, name: Refuge, number: '1', source: a page},"
        " {kind: abuse, name: Haven, number: '2', source: a page}]}\n"
        "    IE: {name: Ireland, lines: []}\n",
    ),
    (
        "endings:\n",
        "  - {id: told, ask: And?, help: Take your time., private: true,"
        " options: [{code: yes, label: 'Yes'}]}\nendings:\n",
    ),
    (
        "steps:\n",
        "  - {id: care, when: {told: [yes]}, title: Take care, text: [Rest., Breathe.]}\nsteps:\n",
    ),
    ("text: [Rest is good.]", "text: [Rest is good., {text: Slowly., keep: true}]"),
    (
        "      - {when: {rest: [seldom]}, text: Sleep.}\n",
        "      - {when: {rest: [seldom]}, text: Sleep.}\n      - {text: Put the phone away.}\n",
    ),
    ("      - {text: Sit down.}\n", "      - {text: Sit down., id: sit}\n"),
    (
        "foot: [Be well.]}",
        "foot: [Be well.], help: [Call us.],"
        " moments: [{id: noon, text: at noon}, {id: dusk, text: at dusk}]}",
    ),
]
"""What the sound guide has too little of, to be edited."""


def edited(*edits: Edit) -> Guide:
    """The sound guide with a little more of everything, and with those edits."""
    return sound_guide(*MORE, *edits)


def told(old: Guide, new: Guide) -> list[str]:
    """The changes in words."""
    return [change.words for change in Difference(old, new).changes()]


EDITS: Final[dict[str, tuple[Edit, str]]] = {
    "a question": (
        ("ask: How are you?", "ask: How do you do?"),
        'the question "mood": ask "How are you?" is now "How do you do?"',
    ),
    "a help text": (
        ("help: Take your time.", "help: No hurry."),
        'the question "told": help "Take your time." is now "No hurry."',
    ),
    "a help text that comes": (
        ("ask: How are you?", "ask: How are you?\n    help: Today."),
        'the question "mood": help is new: "Today."',
    ),
    "a help text that goes": (
        ("help: Take your time., ", ""),
        'the question "told": help is gone: "Take your time."',
    ),
    "how many may be marked": (
        ("    ask: Do you rest?\n", "    ask: Do you rest?\n    choose: many\n"),
        'the question "rest": choose "one" is now "many"',
    ),
    "a line above an answer": (
        ("label: A friend}", "label: A friend, above: Who?}"),
        'the answer "friend" of "help": above is new: "Who?"',
    ),
    "private": (("private: true, ", ""), 'the question "told" is no longer private'),
    "sensitive": (
        ("    ask: Do you rest?\n", "    ask: Do you rest?\n    sensitive: true\n"),
        'the question "rest" is now sensitive',
    ),
    "an answer": (
        ("label: A friend", "label: Some friend"),
        'the answer "friend" of "help": label "A friend" is now "Some friend"',
    ),
    "exclusive": (
        (", exclusive: true", ""),
        'the answer "nobody" of "help" is no longer exclusive',
    ),
    "kept in a short plan": (
        ("{text: Put the phone away.}", "{text: Put the phone away., keep: true}"),
        'the point of advice "Put the phone away." of "rest-more" is now kept in a short plan',
    ),
    "kept no longer": (
        ("{text: Slowly., keep: true}", "{text: Slowly.}"),
        'the paragraph "Slowly." of "rest-more" is no longer kept in a short plan',
    ),
    "an action for two": (
        ("{text: Sit down., id: sit}", "{text: Sit down., id: sit, together: true}"),
        'the action "Sit down." of "rest-more" is now for the two together',
    ),
    "the name of an action": (
        ("id: sit}", "id: chair}"),
        'the action "Sit down." of "rest-more": id "sit" is now "chair"',
    ),
    "a moment for two": (
        ("text: at noon}", "text: at noon, together: true}"),
        'the moment "at noon" is now for the two together',
    ),
    "the name of a moment": (
        ("{id: noon,", "{id: midday,"),
        'the moment "at noon": id "noon" is now "midday"',
    ),
    "the words of a moment": (
        ("text: at noon}", "text: at midday}"),
        'a moment is reworded: "at noon" is now "at midday"',
    ),
    "the order of moments": (
        (
            "{id: noon, text: at noon}, {id: dusk, text: at dusk}",
            "{id: dusk, text: at dusk}, {id: noon, text: at noon}",
        ),
        'the order of the moments: "at noon", "at dusk" is now "at dusk", "at noon"',
    ),
    "where help is": (
        ("help: [Call us.]", "help: [Call us now.]"),
        'a paragraph on where help is is reworded: "Call us." is now "Call us now."',
    ),
    "off record": (
        ("label: Often}", "label: Often, off_record: true}"),
        'the answer "often" of "rest" is now off record',
    ),
    "informs": (
        (", informs: false", ""),
        'the answer "unsure" of "mood" is now meant to inform a rule',
    ),
    "a promise": (
        ("then: {ending: [stopped]}", "then: {none: [{ending: [stopped]}]}"),
        'the promise "Whoever stops is stopped": then "{ending: [stopped]}" is now '
        '"{none: [{ending: [stopped]}]}"',
    ),
    "a promise that goes": (
        (
            "  - name: Whoever stops is stopped\n    when: {mood: [stop]}\n"
            "    then: {ending: [stopped]}\n",
            "",
        ),
        'the promise "Whoever stops is stopped" is gone',
    ),
    "an example reader": (
        (
            "answers: {mood: low, help: [nobody], rest: seldom}",
            "answers: {mood: low, help: [nobody], rest: skipped}",
        ),
        'the example reader "Tired and alone": answers "help nobody; mood low; rest seldom" is now '
        '"help nobody; mood low; rest skipped"',
    ),
    "meant to inform a rule": (
        ("label: A friend}", "label: A friend, informs: false}"),
        'the answer "friend" of "help" is no longer meant to inform a rule',
    ),
    "for the two together": (
        ("{id: noon, text: at noon}", "{id: noon, text: at noon, together: true}"),
        'the moment "at noon" is now for the two together',
    ),
    "an ending": (
        ("title: The end", "title: That's it"),
        'the ending "stopped": title "The end" is now "That\'s it"',
    ),
    "a notice": (
        ("title: A word first", "title: First"),
        'the notice "alone": title "A word first" is now "First"',
    ),
    "at once": (
        ("    title: A word first", "    at_once: true\n    title: A word first"),
        'the notice "alone" is now shown at once',
    ),
    "screen only": (
        ("    title: A word first", "    screen_only: true\n    title: A word first"),
        'the notice "alone" is now for the screen only',
    ),
    "a step": (
        ("title: Rest more", "title: Sleep more"),
        'the step "rest-more": title "Rest more" is now "Sleep more"',
    ),
    "a source": (
        ("source: A book", "source: A page"),
        'the step "rest-more": source "A book" is now "A page"',
    ),
    "help lines below a paragraph": (
        ("support: [listener]", "support: [abuse]"),
        'the paragraph "You are not alone." of "alone": support "listener" is now "abuse"',
    ),
    "a topic": (
        ("text: Sleep.}", "text: Sleep., topic: sleep}"),
        'the point of advice "Sleep." of "rest-more": topic is new: "sleep"',
    ),
    "the topic of a paragraph": (
        ("{text: Slowly., keep: true}", "{text: Slowly., keep: true, topic: sleep}"),
        'the paragraph "Slowly." of "rest-more": topic is new: "sleep"',
    ),
    "a number": (
        ("number: '1'", "number: '11'"),
        'the help line "Refuge" of "GB", abuse: number "1" is now "11"',
    ),
    "a line that goes": (
        (", {kind: abuse, name: Haven, number: '2', source: a page}", ""),
        'the help line "Haven" of "GB", abuse is gone',
    ),
    "a line of another kind": (
        ("{kind: abuse, name: Haven", "{kind: listener, name: Haven"),
        'the help line "Haven" of "GB", listener is new',
    ),
    "a country": (("name: Britain", "name: UK"), 'the country "GB": name "Britain" is now "UK"'),
    "another name of a country": (
        ("GB: {name: Britain,", "GB: {name: Britain, also: [UK],"),
        'the country "GB": also is new: "UK"',
    ),
    "a country that goes": (
        ("    IE: {name: Ireland, lines: []}\n", ""),
        'the country "IE" is gone',
    ),
    "a heading of help lines": (
        ("abuse: If you are afraid", "abuse: Afraid?"),
        'the heading of help lines "abuse": "If you are afraid" is now "Afraid?"',
    ),
    "when lines were checked": (
        ("checked: 2026-11", "checked: 2027-01"),
        'the list of help lines: checked "2026-11" is now "2027-01"',
    ),
    "the guide's title": (
        ("title: A sound guide", "title: A guide"),
        'the guide: title "A sound guide" is now "A guide"',
    ),
    "the plan's title": (
        ("title: Your plan", "title: A plan"),
        'the plan: title "Your plan" is now "A plan"',
    ),
    "the plan's foot": (
        ("foot: [Be well.]", "foot: [Farewell.]"),
        'a paragraph below the steps is reworded: "Be well." is now "Farewell."',
    ),
    "a paragraph below that comes": (
        ("foot: [Be well.]", "foot: [Be well., Farewell.]"),
        'a paragraph below the steps is now shown: "Farewell."',
    ),
    "a text that stands twice": (
        ("top: [Take it easy.]", "top: [Take it easy., Take it easy.]"),
        'the paragraph above the steps "Take it easy." stands once more',
    ),
    "the welcome page": (
        ("It saves nothing unless you ask.", "It saves what you ask for."),
        'a paragraph of the welcome page is reworded: "This works without the internet. It saves '
        'nothing unless you ask." is now "This works without the internet. It saves what you ask '
        'for."',
    ),
    "how to leave": (
        ('"on_screen": "Ctrl-C leaves at once and', '"on_screen": "Ctrl-C leaves and'),
        'the welcome page: on_screen "Ctrl-C leaves at once and clears the screen." is now '
        '"Ctrl-C leaves and clears the screen."',
    ),
    "a label": (
        ('"begin": "Begin"', '"begin": "Start"'),
        'the label "begin": "Begin" is now "Start"',
    ),
    "the order of answers": (
        (
            "      - {code: often, label: Often}\n      - {code: seldom, label: Seldom}\n",
            "      - {code: seldom, label: Seldom}\n      - {code: often, label: Often}\n",
        ),
        'the order of the answers of "rest": often, seldom is now seldom, often',
    ),
    "the order of paragraphs": (
        ("text: [Rest., Breathe.]", "text: [Breathe., Rest.]"),
        'the order of the paragraphs of "care": "Rest.", "Breathe." is now "Breathe.", "Rest."',
    ),
    "the order of help lines": (
        (
            "name: Refuge, number: '1', source: a page}, {kind: abuse, name: Haven, number: '2'",
            "name: Haven, number: '2', source: a page}, {kind: abuse, name: Refuge, number: '1'",
        ),
        'the order of the help lines of "GB", abuse: "Refuge", "Haven" is now "Haven", "Refuge"',
    ),
    "the order of kinds": (
        (
            "{listener: Someone to listen, abuse: If you are afraid}",
            "{abuse: If you are afraid, listener: Someone to listen}",
        ),
        "the order of the headings of help lines: listener, abuse is now abuse, listener",
    ),
}


@pytest.mark.parametrize(("edit", "words"), EDITS.values(), ids=list(EDITS))
def test_what_stands_for_every_reader_is_compared(edit: Edit, words: str) -> None:
    """Each kind of small edit is told, in words that name what was edited, and only once."""
    found = told(edited(), edited(edit))
    assert found.count(words) == 1, found
    others = [each for each in found if each != words]
    shown_elsewhere = ("a run is", "a paragraph", "the answer", 'the help line "Haven"', "a moment")
    assert all(each.startswith(shown_elsewhere) for each in others), others


def test_that_each_is_asked_by_itself_is_told() -> None:
    """With the two codes that go with it; a question that gets another code for one is told too."""
    friend = "      - {code: friend, label: A friend}\n"
    more: Edit = (friend, friend + "      - {code: dog, label: A dog, informs: false}\n")
    each: Edit = ("choose: many\n", "choose: each\n    each: {no_to_all: nobody, not_sure: dog}\n")
    other: Edit = (each[0], each[1].replace("dog", "family"))
    assert told(edited(more), edited(more, each)) == [
        'the question "help": choose "many" is now "each"',
        'the question "help": each is new: "no_to_all nobody; not_sure dog"',
    ]
    assert told(edited(more, each), edited(more, other)) == [
        'the question "help": each "no_to_all nobody; not_sure dog" is now '
        '"no_to_all nobody; not_sure family"'
    ]


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("questions", "mood, help, rest, told is now help, mood, rest, told"),
        ("notices", "alone, care is now care, alone"),
        ("steps", "rest-more, find-help is now find-help, rest-more"),
    ],
)
def test_another_order_is_told(section: str, words: str) -> None:
    """Two questions, notices or steps that change places are told, though no rule did."""
    old = edited()
    first, second, *rest = getattr(old, section)
    new = msgspec.structs.replace(old, **{section: (second, first, *rest)})
    assert f"the order of the {section}: {words}" in told(old, new)


def test_what_stands_several_times_is_told_as_often_as_it_comes_or_goes() -> None:
    """Three times the same is two more than once, whichever way round."""
    thrice = edited(("top: [Take it easy.]", f"top: [{', '.join(['Take it easy.'] * 3)}]"))
    said = 'the paragraph above the steps "Take it easy." stands once'
    assert told(edited(), thrice) == [f"{said} more"] * 2
    assert told(thrice, edited()) == [f"{said} less"] * 2


def test_the_order_of_what_is_expected_is_told_where_it_matters() -> None:
    """Which notice comes first does; steps are a set, as are the answers to a question."""
    first, second, steps = (
        edited(
            ("highlight: [rest-more], notices: [alone]", f"highlight: {ids}, notices: {notices}")
        )
        for ids, notices in (
            ("[rest-more, find-help]", "[alone, care]"),
            ("[rest-more, find-help]", "[care, alone]"),
            ("[find-help, rest-more]", "[alone, care]"),
        )
    )
    assert told(first, steps) == []
    expected = "applies find-help, rest-more; highlight find-help, rest-more; notices"
    assert told(first, second) == [
        'the example reader "Tired and alone": expected '
        f'"{expected} alone, care" is now "{expected} care, alone"'
    ]


def test_a_text_is_reworded_only_by_one_of_its_own_kind() -> None:
    """What went below the steps is not what came on the welcome page, whichever stands first."""
    welcome = "It saves nothing unless you ask."
    new = edited(("foot: [Be well.]", "foot: []"), (welcome, "It saves what you ask for."))
    below, page = sorted(told(edited(), new))
    assert below == 'a paragraph below the steps is no longer shown: "Be well."'
    assert page.startswith("a paragraph of the welcome page is reworded: ")


def test_what_goes_with_a_reworded_text_is_told_too() -> None:
    """A paragraph in other words and with other help lines below it is two changes, both told."""
    new = edited(("{text: You are not alone., support: [listener]}", "Others feel so too."))
    assert told(edited(), new) == [
        'a paragraph of "alone" is reworded: "You are not alone." is now "Others feel so too."',
        'the paragraph "Others feel so too." of "alone": support is gone: "listener"',
    ]


def test_a_text_that_no_rule_shows_is_told() -> None:
    """A point of advice for nobody is still listed by `distance steps`, so it is told."""
    advice = "      - {when: {all: [{rest: [often]}, {rest: [seldom]}]}, text: Fly.}\n"
    new = edited(("    advice:\n", f"    advice:\n{advice}"))
    assert told(edited(), new) == ['a point of advice of "rest-more" is new, for no reader: "Fly."']
    assert told(new, edited()) == [
        'a point of advice of "rest-more" is gone, for no reader: "Fly."'
    ]


NEVER: Final = "when: {all: [{mood: [low]}, {mood: [fine]}]}"
"""A rule that no reader fits."""


@pytest.mark.parametrize(
    ("rule", "text", "owner"),
    [
        ("when: {help: [nobody]}\n    title", "support: [listener]}\n", "alone"),
        ("when: {mood: [stop]}\n    title", "text: [That is all.]\n", "stopped"),
    ],
)
def test_a_text_of_what_nobody_reaches_is_told(rule: str, text: str, owner: str) -> None:
    """Be it of a notice or of an ending, which both guides have for no reader."""
    never = (rule, f"{NEVER}\n    title")
    more = text.replace("]}\n", "]}\n      - Bye.\n").replace(".]", "., Bye.]")
    before, after = edited(never), edited(never, (text, more))
    said = f'a paragraph of "{owner}" is'
    assert told(before, after) == [f'{said} new, for no reader: "Bye."']
    assert told(after, before) == [f'{said} gone, for no reader: "Bye."']


def test_a_text_for_those_who_give_a_new_answer_is_told_as_such() -> None:
    """It is for nobody by the answers that both guides know, and for somebody all the same."""
    new = edited(
        ("{code: seldom, label: Seldom}", "{code: seldom, label: Seldom}\n"
         "      - {code: always, label: Always}"),
        ("    advice:\n", "    advice:\n      - {when: {rest: [always]}, text: Stay so.}\n"),
    )  # fmt: skip
    text = '"Stay so."'
    assert f'a point of advice of "rest-more" is new, for those who give a new answer: {text}' in (
        told(edited(), new)
    )
    assert (
        'a point of advice of "rest-more" is gone, for those who gave an answer that is gone: '
        f"{text}" in told(new, edited())
    )


def test_a_paragraph_above_the_steps_belongs_to_no_step() -> None:
    """No name stands where there is none."""
    new = edited(("top: [Take it easy.]", "top: [{when: tired, text: Take it easy.}]"))
    assert told(edited(), new) == [
        'a paragraph above the steps is no longer shown: "Take it easy."'
    ]


def test_what_is_the_same_in_another_shape_is_no_change() -> None:
    """A plain text written as a paragraph, or lines of different kinds in turn, change nothing."""
    same = edited(("text: [Rest is good., ", "text: [{text: Rest is good.}, "))
    assert told(edited(), same) == []
    line = "{kind: listener, name: Ear, web: e.example, source: a page}"
    first = "lines: [{kind: abuse, name: Refuge"
    before = edited((first, first.replace("[", f"[{line}, ")))
    after = edited(
        (
            "{kind: abuse, name: Haven, number: '2', source: a page}",
            f"{{kind: abuse, name: Haven, number: '2', source: a page}}, {line}",
        )
    )
    assert told(before, after) == []


def test_the_parts_of_what_is_new_are_not_told_one_by_one() -> None:
    """A new country is one change, and so is a new question, whatever is in them."""
    country = "    FR: {name: France, lines: [{kind: abuse, name: Aide, source: a page}]}\n"
    new = edited(("  countries:\n", f"  countries:\n{country}"))
    assert told(edited(), new) == ['the country "FR" is new']
