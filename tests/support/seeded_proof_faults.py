"""Faults for the sound guide that only a proof finds, or a reader of its style."""

from typing import Final

from tests.support.seeded_faults import Fault, around, before

NOBODY: Final = "{all: [{mood: [low]}, {mood: [fine]}]}"
"""A condition that no reader meets."""

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
    "question that is never asked": before(
        "endings:\n",
        f"  - {{id: more, ask: And?, when: {NOBODY}, options: [{{code: a, label: A}}]}}\n",
        f"when: {NOBODY}",
        "never-asked",
        '"more"',
    ),
    "start again that nobody comes back to": around(
        "start: [{last: same}]", "{last: same", "mark a question for them `again: true`"
    ),
    "smaller part that nobody is led to": Fault(
        "{text: Call someone.}", "{id: call, text: Call someone., smaller: Call.}",
        "smaller: Call.", "never-shown", "`last: smaller`",
    ),
    "rule about a question that is never asked": Fault(
        "endings:\n",
        f"  - {{id: more, ask: And?, when: {NOBODY}, options: [{{code: a, label: A}}]}}\n"
        "endings:\n  - {id: b, when: {more: [a]}, title: B, text: [B.]}\n",
        f"when: {NOBODY}",
        "never-asked",
        '"more"',
    ),
    "reason for nobody": before(
        "    done:\n",
        f"      - {{when: {NOBODY}, because: no}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this reason; change its",
    ),
    "reason behind another status": before(
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
    "point for nobody": before(
        "    actions:\n      - {when: tired, ",
        f"      - {{when: {NOBODY}, text: No.}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this point of advice; change its",
    ),
    "point that is crowded out": before(
        "    actions:\n      - {when: tired, ",
        "".join(f"      - {{when: tired, text: {letter}.}}\n" for letter in "abcd"),
        "{when: tired, text: d.",
        "never-shown",
        "always stand before it",
    ),
    "action for nobody": before(
        "      - {text: Sit down.}\n",
        f"      - {{when: {NOBODY}, text: No.}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this action; change its",
    ),
    "action behind another": before(
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
    "opener for nobody": before(
        "      - {when: {none: [{help: [nobody]}]}, text: Good",
        f"      - {{when: {NOBODY}, text: No.}}\n",
        f"{{when: {NOBODY}",
        "never-shown",
        "this opener; change its",
    ),
    "opener that is crowded out": before(
        "plan: {",
        "    openers:\n" + "".join(f"      - {{text: {letter}.}}\n" for letter in "abc"),
        "{text: c.",
        "never-shown",
        "as many openers as are shown always stand before it",
    ),
    "reason that it is done where it always applies": before(
        "    highlight: tired\n",
        "      - {when: {mood: [fine]}, because: no}\n",
        "{when: {mood: [fine]}, because: no",
        "never-shown",
        "the step always applies to them, or as many reasons stand before it",
    ),
    "reason that is crowded out": before(
        "    done:\n",
        "".join(f"      - {{when: tired, because: {letter}}}\n" for letter in "abcd"),
        "{when: tired, because: d",
        "never-shown",
        "as many reasons as are shown always stand before it",
    ),
    "paragraph above the steps for nobody": Fault(
        "top: [Take it easy.]",
        f"top: [Take it easy., {{text: No., when: {NOBODY}}}]",
        "{text: No.",
        "never-shown",
        "this paragraph",
    ),
    "paragraph below the steps for nobody": Fault(
        "foot: [Be well.]",
        f"foot: [Be well., {{text: No., when: {NOBODY}}}]",
        "{text: No.",
        "never-shown",
        "this paragraph",
    ),
    "notice for nobody": before(
        "steps:\n",
        f"  - {{id: never, when: {NOBODY}, title: No, text: [No.]}}\n",
        "{id: never",
        "never-shown",
        "this notice; change its",
    ),
    "ending for nobody": before(
        "notices:\n",
        f"  - {{id: never, when: {NOBODY}, title: No, text: [No.]}}\n",
        "{id: never",
        "never-shown",
        "this ending; change its",
    ),
    "ending behind another": before(
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
    "step for nobody": before(
        "plan:",
        "  - id: never\n    title: No\n    source: A book\n    text: [No.]\n    applies:\n"
        f"      - {{when: {NOBODY}, because: no}}\n    actions: [{{text: No.}}]\n",
        f"applies:\n      - {{when: {NOBODY}",
        "never-shown",
        "this step never applies",
    ),
    "start for nobody": around(
        f"start: [{{when: {NOBODY}, step: find-help}}]",
        f"{{when: {NOBODY}",
        "no reader ever starts by this line; change its `when`",
    ),
    "start behind another": around(
        "start: [{when: tired, step: find-help}, {when: {mood: [low]}, step: rest-more}]",
        "{when: {mood: [low]}, step",
        "a line before it fits first, or its step gives them nothing to do",
    ),
    "start with a step that has nothing for them": around(
        "start: [{when: {all: [{rest: [seldom]}, {mood: [fine]}]}, step: find-help}]",
        "{when: {all: [{rest: [seldom]}, {mood",
        "its step gives them nothing to do",
    ),
    "no start for nobody": around(
        f"no_start: {NOBODY}", "no_start: {all", "no reader is ever without a start by this"
    ),
    "words in place of a start that all have": around(
        "instead: [Wait.]", "Wait.", "this paragraph"
    ),
    "help for nobody": around(
        f"help: [{{text: Call., when: {NOBODY}}}]", "{text: Call., when", "this paragraph"
    ),
    "moment for nobody": around(
        f"moments: [{{id: noon, text: at noon, when: {NOBODY}}}]", "{id: noon", "this moment"
    ),
    "moment together where no action is": around(
        "moments: [{id: noon, text: at noon, together: true}]",
        "{id: noon",
        "change its `when` or its `together`",
    ),
    "promise of another start": Fault(
        "promises:\n  - name: Whoever stops",
        "promises:\n  - name: Low\n    when: {mood: [low]}\n    then: {start: [find-help]}\n"
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
        "has-effect", '"fine" of "mood" is marked',
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
    "topic that no promise names": Fault(
        "text: Call someone.}",
        "text: Call someone., topic: nihgt}",
        "topic: nihgt",
        "unpromised",
        'no promise names the topic "nihgt"; did you mean "night"?',
    ),
    "what was to stand beside a text": Fault(
        "    text: [That is all.]",
        "    text:\n      - >-\n        That is all.\n        support: [listener]",
        ">-\n        That is",
        "swallowed",
        'readers see "support: [listener]"',
    ),
    "letter that was read wrong": Fault(
        "title: The end\n", "title: Donâ€™t\n", "title: Don", "misread", "type it anew"
    ),
    "quote that is left over": Fault(
        "title: The end\n", 'title: The end"\n', "title: The end", "stray-quote", "one too many"
    ),
    "placeholder with a blank": Fault(
        "text: Call home.",
        'text: "Call {support command}."',
        'text: "Call',
        "braces",
        "would see {support command} as it stands",
    ),
    "promise that rests on a fact": Fault(
        "promises:\n",
        "promises:\n  - name: Low\n    when: tired\n    then: {none: [{ending: [stopped]}]}\n",
        "when: tired\n    then",
        "rests-on-fact",
        'rests on the fact "tired"',
    ),
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
    "text that a remark with a number cuts": Fault(
        "title: The end\n", "title: The end # 1\n", "title: The end", "cut-text", 'sees "# 1"'
    ),
    "text that a remark cuts on its second line": Fault(
        "text: [That is all.]",
        "text:\n      - That is\n        all, in line #12 here.",
        "That is",
        "cut-text",
        'sees "#12 here." (line',
    ),
    "text that a remark cuts behind an empty line": Fault(
        "text: [That is all.]",
        "text:\n      - That is\n\n        all, in line #12 here.",
        "That is",
        "cut-text",
        'sees "#12 here." (line',
    ),
    "paragraph that a comma splits": Fault(
        "text: [That is all.]", "text: [That is all, and more.]", "That is", "split-text", "a comma"
    ),
    "curly quotes alone": Fault(
        "title: The end\n",
        "title: \u201cThe end\u201d\n",
        "title: \u201cThe",
        "curly-quotes",
        "see these",
    ),
    "text that ends in a blank": Fault(
        "title: The end\n", 'title: "The end "\n', 'title: "The', "blank-end", "ends with a blank"
    ),
    "blank that nobody sees": Fault(
        "title: The end\n", "title: The\u200b end\n", "title: The", "unseen", "U+200B ZERO WIDTH"
    ),
    "space that does not break": Fault(
        "title: The end\n", "title: The\u00a0end\n", "title: The", "unseen", "U+00A0 NO-BREAK"
    ),
    "lines that are not below each other": Fault(
        "title: The end\n",
        "title: >-\n      The\n       end\n",
        "title: >-",
        "uneven-lines",
        "further right",
    ),
    "reason that is a sentence": Fault(
        "because: rest keeps you fine}",
        "because: Rest keeps you fine.}",
        "because: Rest",
        "doubled-stop",
        'see "Because Rest keeps you fine.."',
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
    "fact that no rule uses": before(
        "  tired: {", "  idle: {mood: [fine]}\n", "idle", "unused-fact", '"idle"'
    ),
}
"""What could be better without being wrong."""
