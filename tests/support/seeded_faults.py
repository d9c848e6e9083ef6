"""Faults for the sound guide, one at a time: the edit, and what a check has to say of it."""

from typing import Final, NamedTuple

NOBODY: Final = "{all: [tired, {mood: [fine]}]}"
"""A condition that no reader meets."""


class Fault(NamedTuple):
    """One edit of the sound guide, and what a check has to say of it."""

    old: str
    new: str
    at: str
    """Where the problem stands: at the beginning of these words of the edited guide."""
    code: str
    said: str
    """A part of the message."""


def _before(line: str, added: str, at: str, code: str, said: str) -> Fault:
    """Lines put in before a line of the guide."""
    return Fault(line, added + line, at, code, said)


def _around(added: str, at: str, said: str) -> Fault:
    """Something for nobody, put in around the steps."""
    return Fault("foot: [Be well.]}", f"foot: [Be well.], {added}}}", at, "never-shown", said)


SHAPE: Final = {
    "not YAML": Fault("facts:\n", "facts: [\n", "questions:\n", "syntax", "not valid YAML"),
    "key twice": _before("    title: The end\n", "    title: A\n", "title: The", "syntax", "twice"),
    "control character": Fault("Lie down.", '"\\e[2J"', '"\\e[2J"', "syntax", "hidden character"),
    "anchor": Fault("title: The end", "title: &a The end", "&a", "syntax", "anchors"),
    "unknown field": Fault(
        "highlight: tired", "hilight: tired", "hilight", "unknown-field", '"highlight"?'
    ),
    "missing field": Fault(
        "    ask: Do you rest?\n", "", "id: rest\n", "missing-field", '"ask" is missing'
    ),
    "wrong type": Fault(
        "text: [Rest is good.]", "text: Rest", "text: Rest", "wrong-type", "a list"
    ),
    "empty text": Fault("title: The end", 'title: ""', 'title: ""', "empty", "is empty"),
    "empty list": Fault("[low]}\nq", "[]}\nq", "tired: {mood: []}", "wrong-type", "needs a list"),
    "missing label": Fault(
        '"begin": "Begin", ', "", "labels: {", "missing-field", '"begin" is missing'
    ),
    "strange placeholder": Fault(
        '"begin": "Begin"', '"begin": "Begin {x}"', '"begin"', "label", "{x} means nothing"
    ),
}

NAMES: Final = {
    "question": Fault("{mood: [low]}", "{moods: [low]}", "moods", "unknown-name", '"mood"?'),
    "code": Fault("[friend]}", "[frend]}", "frend", "unknown-name", '"friend"?'),
    "fact": Fault(
        "highlight: tired", "highlight: tird", "highlight: tird", "unknown-name", '"tired"?'
    ),
    "outcome": Fault("{ending: [", "{endings: [", "endings: [s", "unknown-name", '"ending"?'),
    "id": Fault("{notice: [alone]}", "{notice: [alne]}", "alne", "unknown-name", '"alone"?'),
    "topic": Fault("{topic: [night]}", "{topic: [nigt]}", "nigt", "unknown-name", '"night"?'),
    "fact in a promise": Fault(
        "then: {ending: [stopped]}", "then: tired", "then: tired", "unknown-name", "is written"
    ),
    "step to start with": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], start: [{step: find-hlp}]}",
        "step: find-hlp",
        "unknown-name",
        '"find-help"?',
    ),
    "fact of those without a start": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], no_start: tird}",
        "no_start: tird",
        "unknown-name",
        '"tired"?',
    ),
    "kind of line": Fault(
        "support: [listener]", "support: [lisener]", "support: [lis", "unknown-name", '"listener"?'
    ),
    "answer of a reader": Fault(
        "rest: seldom}\n", "rest: seldm}\n", "rest: seldm", "unknown-name", '"seldom"?'
    ),
    "step of a reader": Fault(
        "[rest-more, find-help]", "[rest-more, find]", "find]", "unknown-name", '"find-help"?'
    ),
}

SENSE: Final = {
    "name of two countries": Fault(
        "  countries: {}\n",
        "  countries:\n    GB: {name: Britain, lines: [], also: [UK]}\n"
        "    UA: {name: Ukraine, also: [The U.K.], lines: []}\n",
        "The U.K.",
        "shared-name",
        '"The U.K." is a name of GB too',
    ),
    "code in curly quotes": Fault(
        "{code: unsure,", "{code: \u201cunsure\u201d,", "code: \u201c", "odd-name", "without quotes"
    ),
    "blank in an id": _before(
        "notices:\n",
        "  - {id: the end, when: {mood: [unsure]}, title: A, text: [B.]}\n",
        "id: the end",
        "odd-name",
        '"the end" is no name',
    ),
    "fact with a hidden character": Fault(
        "facts:\n", "facts:\n  idle\u200b: {mood: [fine]}\n", "idle", "odd-name", "is no name"
    ),
    "not for none": Fault(
        "{none: [{rest: [often]}]}, because", "{not: {rest: [often]}}, because", "when: {not:",
        "wrong-type",
        "write {none: [...]}",
    ),
    "and for all": Fault(
        "{any: [tired, {rest: [often]}]}", "{and: [tired, {rest: [often]}]}", "when: {and:",
        "wrong-type", "write {all: [...]}",
    ),
    "or as the name of a question": _before(
        "endings:\n",
        "  - {id: or, ask: And?, options: [{code: a, label: A}]}\n",
        "id: or",
        "reserved-id",
        "another id",
    ),
    "id twice": _before(
        "steps:\n",
        "  - {id: alone, when: tired, title: A, text: [B.]}\n",
        "id: alone, when",
        "repeated",
        'the id "alone" stands twice',
    ),
    "moment twice": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], moments: [{id: noon, text: A}, {id: noon, text: B}]}",
        "id: noon, text: B",
        "repeated",
        'the id "noon" stands twice',
    ),
    "action twice": Fault(
        "{text: Call someone.}",
        "{id: call, when: {help: [friend]}, text: Call.}\n      - {id: call, text: Call someone.}",
        "id: call, text",
        "repeated",
        'the id "call" stands twice',
    ),
    "blank in the id of a moment": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], moments: [{id: at noon, text: at noon}]}",
        "id: at noon",
        "odd-name",
        '"at noon" is no name',
    ),
    "code twice": _before(
        "      - {code: nobody",
        "      - {code: family, label: F}\n",
        "code: family, label: F}",
        "repeated",
        'the code "family" stands twice',
    ),
    "built-in code": _before(
        "      - {code: nobody",
        "      - {code: skipped, label: S}\n",
        "code: skipped",
        "repeated",
        "is built into every question",
    ),
    "reserved fact": Fault(
        "  tired: {mood: [low]}\n",
        "  tired: {mood: [low]}\n  always: {mood: [low]}\n",
        "always:",
        "reserved-id",
        '"always" is a word of conditions',
    ),
    "reserved id": _before(
        "endings:\n",
        "  - {id: any, ask: Any?, options: [{code: a, label: A}]}\n",
        "id: any",
        "reserved-id",
        "is a word of conditions",
    ),
    "ring of facts": Fault(
        "tired: {mood: [low]}", "tired: {all: [tired]}", "tired: {all", "ring", "tired -> tired"
    ),
    "later question": Fault(
        "    when: tired\n", "    when: {rest: [often]}\n", "when: {rest: [often]}\n",
        "later-question", '"rest"',
    ),
    "exclusive among one": Fault(
        "{code: often,", "{code: often, exclusive: true,", "exclusive: true, label: Often",
        "needless-exclusive", "no exclusive",
    ),
}  # fmt: skip

PROOFS: Final = {
    "blank plan": Fault(
        "{any: [tired, {rest: [often]}]}", "tired", "steps:\n", "blank-plan", "no step applies"
    ),
    "text that nobody can see": Fault(
        "text: [That is all.]", 'text: ["\u200b"]', '"\u200b"', "empty", "nothing to see"
    ),
    "blank ending": Fault(
        "text: [That is all.]", "text: []", "text: []", "blank-page", "its title and nothing else"
    ),
    "notice that is blank for some": Fault(
        "{text: You are not alone., support: [listener]}",
        "{text: You are not alone., support: [listener], when: {rest: [often]}}",
        "text:\n      - {text: You are",
        "blank-page",
        'a reader of "alone"',
    ),
    "step that gives some nothing to do": Fault(
        "      - {text: Call someone.}\n",
        "",
        "actions:\n      - {when: {help",
        "no-action",
        '"find-help" can apply to a reader and give them nothing to do',
    ),
    "step without an action": Fault(
        "    actions:\n      - {when: tired, text: Lie down.}\n      - {text: Sit down.}\n",
        "",
        "id: rest-more",
        "no-action",
        "add an action",
    ),
    "question that is never asked": _before(
        "endings:\n",
        f"  - {{id: more, ask: And?, when: {NOBODY}, options: [{{code: a, label: A}}]}}\n",
        f"when: {NOBODY}",
        "never-asked",
        '"more"',
    ),
    "rule about a question that is never asked": Fault(
        "endings:\n",
        f"  - {{id: more, ask: And?, when: {NOBODY}, options: [{{code: a, label: A}}]}}\n"
        "endings:\n  - {id: b, when: {more: [a]}, title: B, text: [B.]}\n",
        f"when: {NOBODY}",
        "never-asked",
        '"more"',
    ),
    "reason for nobody": _before(
        "    done:\n",
        f"      - {{when: {NOBODY}, because: no}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this reason; change its",
    ),
    "reason behind another status": _before(
        "    done:\n",
        "    not_yet:\n      - {when: {rest: [seldom]}, because: no}\n",
        "{when: {rest: [seldom]}, because: no}",
        "never-shown",
        "the step always applies to them",
    ),
    "paragraph for nobody": Fault(
        "text: [Rest is good.]",
        f"text: [Rest is good., {{text: No., when: {NOBODY}}}]",
        "{text: No.",
        "never-shown",
        "this paragraph",
    ),
    "point for nobody": _before(
        "    actions:\n      - {when: tired, ",
        f"      - {{when: {NOBODY}, text: No.}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this point of advice; change its",
    ),
    "point that is crowded out": _before(
        "    actions:\n      - {when: tired, ",
        "".join(f"      - {{when: tired, text: {letter}.}}\n" for letter in "abcd"),
        "{when: tired, text: d.",
        "never-shown",
        "always stand before it",
    ),
    "action for nobody": _before(
        "      - {text: Sit down.}\n",
        f"      - {{when: {NOBODY}, text: No.}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this action; change its",
    ),
    "action behind another": _before(
        "    openers:\n",
        "      - {text: Stand up.}\n",
        "{text: Stand",
        "never-shown",
        "an action before it always fits first",
    ),
    "action without a reader left": Fault(
        "{text: Sit down.}",
        "{when: {none: [tired]}, text: Sit down.}\n      - {text: Stand up.}",
        "{text: Stand",
        "never-shown",
        "one with a `when` fits every reader",
    ),
    "opener for nobody": _before(
        "      - {when: {none: [{help: [nobody]}]}, text: Good",
        f"      - {{when: {NOBODY}, text: No.}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this opener; change its",
    ),
    "notice for nobody": _before(
        "steps:\n",
        f"  - {{id: never, when: {NOBODY}, title: No, text: [No.]}}\n",
        "{id: never",
        "never-shown",
        "this notice; change its",
    ),
    "ending for nobody": _before(
        "notices:\n",
        f"  - {{id: never, when: {NOBODY}, title: No, text: [No.]}}\n",
        "{id: never",
        "never-shown",
        "this ending; change its",
    ),
    "ending behind another": _before(
        "notices:\n",
        "  - {id: never, when: {mood: [stop]}, title: No, text: [No.]}\n",
        "{id: never",
        "never-shown",
        "an ending before it always comes first",
    ),
    "highlight for nobody": Fault(
        "    title: Find help\n",
        f"    title: Find help\n    highlight: {NOBODY}\n",
        "highlight: {all",
        "never-shown",
        "this highlight never holds",
    ),
    "step for nobody": _before(
        "plan:",
        "  - id: never\n    title: No\n    source: A book\n    text: [No.]\n    applies:\n"
        f"      - {{when: {NOBODY}, because: no}}\n    actions: [{{text: No.}}]\n",
        f"applies:\n      - {{when: {NOBODY}",
        "never-shown",
        "this step never applies",
    ),
    "start for nobody": _around(
        f"start: [{{when: {NOBODY}, step: find-help}}]",
        f"{{when: {NOBODY}",
        "no reader ever starts by this line; change its `when`",
    ),
    "start behind another": _around(
        "start: [{when: tired, step: find-help}, {when: {mood: [low]}, step: rest-more}]",
        "{when: {mood: [low]}, step",
        "a line before it fits first, or its step gives them nothing to do",
    ),
    "start with a step that has nothing for them": _around(
        "start: [{when: {all: [{rest: [seldom]}, {mood: [fine]}]}, step: find-help}]",
        "{when: {all: [{rest: [seldom]}, {mood",
        "its step gives them nothing to do",
    ),
    "no start for nobody": _around(
        f"no_start: {NOBODY}", "no_start: {all", "no reader is ever without a start by this"
    ),
    "words in place of a start that all have": _around(
        "instead: [Wait.]", "Wait.", "this paragraph"
    ),
    "help for nobody": _around(
        f"help: [{{text: Call., when: {NOBODY}}}]", "{text: Call., when", "this paragraph"
    ),
    "moment for nobody": _around(
        f"moments: [{{id: noon, text: at noon, when: {NOBODY}}}]", "{id: noon", "this moment"
    ),
    "moment together where no action is": _around(
        "moments: [{id: noon, text: at noon, together: true}]",
        "{id: noon",
        "change its `when` or its `together`",
    ),
    "promise of another start": Fault(
        "promises:\n  - name: Whoever stops",
        "promises:\n  - name: Low\n    when: tired\n    then: {start: [find-help]}\n"
        "  - name: Whoever stops",
        "name: Low\n",
        "broken-promise",
        'the promise "Low" is broken',
    ),
    "promise of what another start would cut": Fault(
        "promises:\n  - name: Whoever stops",
        "promises:\n  - name: Night\n    when: {all: [{mood: [fine]}, {rest: [often]}]}\n"
        "    then: {topic: [night]}\n  - name: Whoever stops",
        "name: Night",
        "broken-promise",
        'the promise "Night" is broken',
    ),
    "answer without effect": Fault(
        "I cannot say, informs: false}", "I cannot say}", "{code: unsure", "no-effect", '"unsure"'
    ),
    "answer with an effect after all": Fault(
        "label: Fine}", "label: Fine, informs: false}", "informs: false}\n      - {code: low",
        "has-effect", '"fine" is marked',
    ),
    "broken promise": Fault(
        "then: {ending: [stopped]}", "then: {applies: [rest-more]}", "name: Whoever stops",
        "broken-promise", '"Whoever stops is stopped" is broken',
    ),
    "empty promise": Fault(
        "    when: {mood: [stop]}\n    then", f"    when: {NOBODY}\n    then",
        f"when: {NOBODY}", "empty-promise", "speaks of no reader",
    ),
    "reader who is shown something else": Fault(
        "highlight: [rest-more], notices", "notices", "name: Tired",
        "reader-differs", '"Tired and alone" is shown something else',
    ),
}  # fmt: skip

STYLE: Final = {
    "text that a remark cuts": Fault(
        "title: The end\n", "title: The end #1\n", "title: The end", "cut-text", 'sees "#1"'
    ),
    "list entry that a remark cuts": Fault(
        "text: [That is all.]",
        "text:\n      - That is all. #one",
        "That is",
        "cut-text",
        'sees "#one"',
    ),
    "braces where nothing is filled in": Fault(
        "text: Call home.", 'text: "Call {name}."', 'text: "Call', "braces", "would see {name}"
    ),
    "guide without promises": Fault(
        "promises:\n"
        "  - name: Whoever stops is stopped\n    when: {mood: [stop]}\n"
        "    then: {ending: [stopped]}\n"
        "  - name: Whoever is alone is told nothing to say\n    when: {help: [nobody]}\n"
        "    then:\n      all:\n        - {notice: [alone]}\n        - {applies: [find-help]}\n"
        "        - {none: [{opener: [rest-more]}, {topic: [night]}]}\n",
        "promises: []\n",
        "promises:",
        "no-promises",
        "makes no promises",
    ),
    "guide without example readers": Fault(
        "readers:\n  - name: Tired and alone\n"
        "    answers: {mood: low, help: [nobody], rest: seldom}\n"
        "    expected: {applies: [rest-more, find-help], highlight: [rest-more], "
        "notices: [alone]}\n",
        "readers: []\n",
        "readers:",
        "no-readers",
        "has no example readers",
    ),
    "placeholder that is lost": Fault(
        '"exists_text": "What stands in {file} now',
        '"exists_text": "What stands there now',
        '"exists_text"',
        "lost-placeholder",
        "{file} is missing from this label",
    ),
    "answer that a reader is not asked for": Fault(
        "readers:\n",
        "readers:\n  - name: Fine\n    answers: {mood: fine, help: [friend], rest: seldom}\n"
        "    expected: {applies: [rest-more]}\n",
        "help: [friend], rest",
        "unasked-answer",
        'is not asked "help"',
    ),
    "long sentence": Fault(
        "Call home.", "Call " + "and call " * 10 + "home.", "text: Call", "long-sentence", "of 22"
    ),
    "kind of line that nobody has": Fault(
        "kinds: {listener: Someone to listen}",
        "kinds: {listener: Someone to listen, expert: Someone who knows}",
        "expert",
        "no-line",
        'no help line is of the kind "expert"',
    ),
    "line without a source": Fault(
        ", source: a page", "", "{kind: listener", "no-source", "has no source"
    ),
    "fact that no rule uses": _before(
        "  tired: {", "  idle: {mood: [fine]}\n", "idle", "unused-fact", '"idle"'
    ),
}
"""What could be better without being wrong."""
