"""Edits of the safety guide as a careful author could make them, and what a check says of each."""

from typing import Final

from tests.support.seeded_faults import Fault

AFRAID: Final = "      - {code: afraid, off_record: true, label: I am afraid}\n"
FOLLOWED: Final = "{code: followed, off_record: true, label: I am followed}"
DANGER: Final = "{id: danger, when: {safety: [afraid]}, title: Help, text: [Call now.]}"


def _added(before: str, entry: str, code: str, said: str) -> Fault:
    """An entry put in before a line, at which the problem stands."""
    return Fault(before, f"{entry}\n{before}", entry.lstrip(" -"), code, said)


ANSWERS: Final = {
    "new answer on safety without a rule": _added(
        AFRAID,
        f"      - {FOLLOWED}",
        "same-effect",
        'the answer "followed" of "safety" does the same as "none" '
        '("None of these"), for every reader; use it in a rule',
    ),
    "new answer on safety without a rule or the flag": _added(
        AFRAID,
        "      - {code: followed, label: I am followed}",
        "same-effect",
        'the answer "followed" of "safety" does the same as "none" '
        '("None of these"), for every reader; use it in a rule, or mark it `informs: false`',
    ),
    "new answer that stands alone, and is off record": _added(
        AFRAID,
        "      - {code: unsaid, exclusive: true, off_record: true, label: I dare not say}",
        "same-effect",
        'the answer "unsaid" of "safety" does the same as "none"',
    ),
    "new answer that only takes the run off record": _added(
        "      - {code: despair, off_record: true, label: I see no way on}\n",
        "      - {code: rage, off_record: true, label: I might hurt someone}",
        "off-record-only",
        'the answer "rage" of "now" changes nothing but that the run is off record',
    ),
    "new answer without a rule among several": _added(
        "      - {code: friend, label: A friend}\n",
        "      - {code: pal, label: A pal}",
        "no-effect",
        'the answer "pal" of "help" changes nothing for any reader; use it in a rule, '
        "or mark it `informs: false`",
    ),
    "new answer off record that is marked as doing nothing": Fault(
        AFRAID,
        f"{AFRAID}      - {{code: followed, off_record: true, informs: false, label: Followed}}\n",
        "informs: false, label: Followed",
        "off-record-only",
        '"followed" of "safety" is marked `informs: false`, and yet the run is off record by it',
    ),
}
"""Answers that do nothing, or no more than "None of these"."""

QUESTIONS: Final = {
    "question that is not private": Fault(
        "    ask: Has any of this happened?\n    choose: many\n    private: true\n",
        "    ask: Has any of this happened?\n    choose: many\n",
        "id: safety\n",
        "not-private",
        '"safety" has answers that are off record, and yet its answers can be saved; '
        "mark it `private: true`",
    ),
    "question that is not sensitive": Fault(
        "    private: true\n    sensitive: true\n    options:\n      - {code: despair",
        "    private: true\n    options:\n      - {code: despair",
        "id: now\n",
        "not-sensitive",
        '"now" has answers that are off record, and yet they are shown again later; '
        "mark it `sensitive: true`",
    ),
    "question without an answer that stands alone": Fault(
        "      - {code: none, exclusive: true, informs: false, label: Nothing of that}\n",
        "",
        "id: now\n",
        "no-exclusive",
        '"now" has answers that are off record, but none like "None of these"; '
        "add one, and mark it `exclusive: true`",
    ),
    "none that can stand beside what it denies": Fault(
        "exclusive: true, label: None of these}",
        "label: None of these}",
        "{code: none, label: None",
        "none-beside",
        '"none" of "safety" can be marked together with others; mark it `exclusive: true`',
    ),
    "none that can stand beside others anywhere": _added(
        "      - {code: friend, label: A friend}\n",
        "      - {code: none, informs: false, label: Not sure}",
        "none-beside",
        '"none" of "help" can be marked together',
    ),
}
"""Questions about what nobody else may learn of, that are left open."""

PROMISES: Final = {
    "ending in no promise": _added(
        f"  - {DANGER}\n",
        "  - {id: calm, when: {all: [{mood: [fine]}, {rest: [skipped]}, {safety: [none]}]},"
        " title: A, text: [B.]}",
        "unpromised",
        'the ending "calm" stands in no promise, where other endings do; '
        "say in one what holds of it",
    ),
    "notice in no promise": _added(
        "  - {id: hope, when: {now: [despair]}, title: You matter, text: [Call someone now.]}\n",
        "  - {id: hello, when: {mood: [fine]}, title: A, text: [B.]}",
        "unpromised",
        'the notice "hello" stands in no promise, where other notices do',
    ),
    "step in no promise": _added(
        "  - id: find-help\n",
        "  - {id: sing, title: Sing, source: A song, text: [Sing.],"
        " applies: [{when: {mood: [fine]}, because: you are fine}], actions: [{text: Sing.}]}",
        "unpromised",
        'the step "sing" stands in no promise, where other steps do',
    ),
    "step of which only any is promised": Fault(
        "        - {applies: [find-help]}\n",
        "        - {applies: any}\n",
        "id: find-help\n",
        "unpromised",
        'the step "find-help" stands in no promise',
    ),
}
"""What was added and no promise binds."""

UNDECIDED: Final = {
    "promise that an ending keeps": _added(
        "readers:\n",
        "  - {name: Steady, when: {none: [{safety: [put_down]}]},"
        " then: {none: [{ending: [stopped]}]}}",
        "not-reached",
        'the promise "Steady" is kept only because an ending (stopped) comes before what `when` '
        'asks; if what is not asked counted as "no", this reader would break it; '
        "name the ending in `then`, or narrow `when`",
    ),
    "paragraph that an ending takes away": Fault(
        DANGER,
        "{id: danger, when: {any: [{safety: [afraid]}, {all: [{mood: [fine]}, {safety: [none]},"
        " {rest: [skipped]}]}]}, title: Help,"
        " text: [Call now., {when: {none: [{rest: [often]}]}, text: Rest.}]}",
        "{when: {none: [{rest: [often]}]}, text: Rest.}",
        "not-reached",
        "this paragraph is missed only because the ending comes before what `when` asks; "
        'if what is not asked counted as "no", this reader would see it; '
        "let `when` speak of what is asked before",
    ),
}
"""What holds only because a question was not reached."""
