"""Faults for the sound guide, one at a time: the edit, and what a check has to say of it."""

from typing import Final, NamedTuple


class Fault(NamedTuple):
    """One edit of the sound guide, and what a check has to say of it."""

    old: str
    new: str
    at: str
    """Where the problem stands: at the beginning of these words of the edited guide."""
    code: str
    said: str
    """A part of the message."""


def before(line: str, added: str, at: str, code: str, said: str) -> Fault:
    """Lines put in before a line of the guide."""
    return Fault(line, added + line, at, code, said)


def around(added: str, at: str, said: str) -> Fault:
    """Something for nobody, put in around the steps."""
    return Fault("foot: [Be well.]}", f"foot: [Be well.], {added}}}", at, "never-shown", said)


SHAPE: Final = {
    "not YAML": Fault("facts:\n", "facts: [\n", "questions:\n", "syntax", "not valid YAML"),
    "key twice": before("    title: The end\n", "    title: A\n", "title: The", "syntax", "twice"),
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
    "empty list": Fault("[low]}\nq", "[]}\nq", "tired: {mood: []}", "no-condition", "needs a list"),
    "strange placeholder": Fault(
        '"begin": "Begin"', '"begin": "Begin {x}"', '"begin"', "label", "{x} means nothing"
    ),
}

NAMES: Final = {
    "step of a start": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], start: [{step: rest}]}",
        "step: rest",
        "unknown-name",
        '"rest-more"?',
    ),
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
    "country by its name": Fault(
        "  countries: {}\n",
        "  countries:\n    Germany: {name: Germany, lines: []}\n",
        "Germany: {",
        "odd-name",
        '"Germany" is no code of two letters',
    ),
    "topics without brackets": Fault(
        "topic: night", "topic: 'night, rest'", "topic: 'night,", "odd-name", "write [night, rest]"
    ),
    "code in curly quotes": Fault(
        "{code: unsure,", "{code: \u201cunsure\u201d,", "code: \u201c", "odd-name", "without quotes"
    ),
    "blank in an id": before(
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
        "no-condition",
        "write {none: [{rest: [often]}]}",
    ),
    "and for all": Fault(
        "{any: [tired, {rest: [often]}]}", "{and: [tired, {rest: [often]}]}", "when: {and:",
        "no-condition", "write {all: [tired, {rest: [often]}]}",
    ),
    "or as the name of a question": before(
        "endings:\n",
        "  - {id: or, ask: And?, options: [{code: a, label: A}]}\n",
        "id: or",
        "reserved-id",
        "another id",
    ),
    "id twice": before(
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
    "code twice": before(
        "      - {code: nobody",
        "      - {code: family, label: F}\n",
        "code: family, label: F}",
        "repeated",
        'the code "family" stands twice',
    ),
    "built-in code": before(
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
    "reserved id": before(
        "endings:\n",
        "  - {id: any, ask: Any?, options: [{code: a, label: A}]}\n",
        "id: any",
        "reserved-id",
        "is a word of conditions",
    ),
    "name of the start": before(
        "endings:\n",
        "  - {id: start, ask: And?, options: [{code: a, label: A}]}\n",
        "id: start",
        "reserved-id",
        "is what an answers file calls the start",
    ),
    "how it went for all to read": Fault(
        "    ask: Do you rest?\n", "    ask: Do you rest?\n    again: true\n", "again: true",
        "not-private", "add `private: true`",
    ),
    "start by nothing": Fault(
        "foot: [Be well.]}", "foot: [Be well.], start: [{when: tired}]}", "{when: tired}]",
        "no-start-rule", "neither `step` nor `last` says",
    ),
    "start by two": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], start: [{step: rest-more, last: same}]}",
        "{step: rest-more, last",
        "no-start-rule",
        "both `step` and `last` say",
    ),
    "sentence on a start of any time": Fault(
        "foot: [Be well.]}",
        "foot: [Be well.], start: [{step: rest-more, say: Rest.}]}",
        "say: Rest.",
        "no-start-rule",
        "goes with `last` alone",
    ),
    "smaller part of what no file can name": Fault(
        "{text: Call someone.}", "{text: Call someone., smaller: Call.}", "smaller: Call.",
        "no-start-rule", "give it an id",
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
